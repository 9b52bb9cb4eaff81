"""The standing texts by name, and which of them are edited or cannot be printed."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from snhr_desktop.i18n import N_, NC_, Language, Message
from snhr_desktop.reports.contents import CONTENTS
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
PLAIN, EDITED, HIDES, WRONG = "", "edited", "hides", "wrong"
_STATES = {
    PLAIN: (NC_("state of a text", "{title}"), "file-text", "muted"),
    EDITED: (NC_("state of a text", "{title} (edited)"), "pencil", "accent"),
    HIDES: (NC_("state of a text", "{title} (a name is hidden)"), "triangle-alert", "amber"),
    WRONG: (NC_("state of a text", "{title} (to be corrected)"), "triangle-alert", "amber"),
}


class TextList(QListWidget):
    """`picked(name)` when another text is chosen."""

    picked = Signal(str)

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._states: dict[str, str] = {}
        self.setWordWrap(True)
        wrap_items(self)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setSpacing(3)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        kit.tongue.bind(self, accessibleName=N_("Texts of the report"))
        kit.tongue.on_switch(self, self._say)
        kit.theme.on_change(self, self._say)
        self.currentRowChanged.connect(lambda _: self.picked.emit(self.name()))

    def name(self) -> str:
        """The text chosen; blank where the report has none."""
        row = self.currentRow()
        return str(self.item(row).data(Qt.ItemDataRole.UserRole)) if row >= 0 else ""

    def choose(self, name: str) -> None:
        """Choose a text."""
        if name in self._states:
            self.setCurrentRow(list(self._states).index(name))

    def show_states(self, states: Mapping[str, str]) -> None:
        """Show the texts of a report in order, and of each whether it is edited or to be corrected."""
        others = list(states) != list(self._states)
        self._states = dict(states)
        if others:
            kept = self.name()
            with QSignalBlocker(self):
                self.clear()
                for name in states:
                    QListWidgetItem(self).setData(Qt.ItemDataRole.UserRole, name)
                self.setCurrentRow(list(states).index(kept) if kept in states else 0)
        self._say()

    def _say(self) -> None:
        language = self._kit.tongue.language
        for row, (name, state) in enumerate(self._states.items()):
            words, icon, role = _STATES[state]
            self.item(row).setText(said(partial(_told, words, name), language))
            self.item(row).setIcon(self._kit.theme.icon(icon, role, role))


def heading_of(name: str) -> Message | None:
    """The title of the section that a text is printed under; none for the title of the report."""
    sections = (section for kind in CONTENTS.values() for section in kind)
    return next((section.title for section in sections if section.code == name), None)


def title_of(name: str) -> Message:
    """What a text is called."""
    return TITLES.get(name) or heading_of(name) or Message(name)


def _told(words: Message, name: str, language: Language) -> str:
    return language.text(words, title=language.text(title_of(name)))
