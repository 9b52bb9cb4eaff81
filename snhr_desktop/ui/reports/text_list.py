"""The standing texts by name, and which of them are edited or cannot be printed."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from snhr_desktop.i18n import N_, NC_, Language, Message
from snhr_desktop.reports.kind import NAMES
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.tongue import said
from snhr_desktop.ui.widgets.wrapped_items import wrap_items

TITLES: Mapping[str, Message] = {
    "title": N_("Title of the report"),
    "about": N_("About the network and this report"),
    "introduction": N_("Introduction"),
    "context": N_("Historical context"),
    "legal": N_("Legal conclusions"),
    "recommendations": N_("Recommendations"),
    "method": N_("Method"),
}
PLAIN, EDITED, WRONG = "", "edited", "wrong"
_STATES = {
    PLAIN: (NC_("state of a text", "{title}"), "file-text", "muted"),
    EDITED: (NC_("state of a text", "{title} (edited)"), "pencil", "accent"),
    WRONG: (NC_("state of a text", "{title} (to be corrected)"), "triangle-alert", "amber"),
}


class TextList(QListWidget):
    """`picked(name)` when another text is chosen."""

    picked = Signal(str)

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._states = dict.fromkeys(NAMES, PLAIN)
        self.setWordWrap(True)
        wrap_items(self)
        self.setSpacing(3)
        self.setFixedWidth(184)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for name in NAMES:
            item = QListWidgetItem(self)
            item.setData(Qt.ItemDataRole.UserRole, name)
        self.setCurrentRow(0)
        kit.tongue.bind(self, accessibleName=N_("Texts of the report"))
        kit.tongue.on_switch(self, self._say)
        kit.theme.on_change(self, self._say)
        self.currentRowChanged.connect(lambda _: self.picked.emit(self.name()))

    def name(self) -> str:
        """The text chosen."""
        return str(self.currentItem().data(Qt.ItemDataRole.UserRole))

    def choose(self, name: str) -> None:
        """Choose a text."""
        self.setCurrentRow(NAMES.index(name))

    def show_states(self, states: Mapping[str, str]) -> None:
        """Say of each text whether it is edited or to be corrected."""
        self._states = dict(states)
        self._say()

    def _say(self) -> None:
        language = self._kit.tongue.language
        for row, name in enumerate(NAMES):
            words, icon, role = _STATES[self._states[name]]
            self.item(row).setText(said(partial(_told, words, name), language))
            self.item(row).setIcon(self._kit.theme.icon(icon, role, role))


def _told(words: Message, name: str, language: Language) -> str:
    return language.text(words, title=language.text(TITLES[name]))
