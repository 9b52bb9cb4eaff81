"""What a door of another page narrowed the list to, until it is taken away."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from snhr_desktop.i18n import N_, Language
from snhr_desktop.ui.incidents.arrivals import Narrowed
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.style import mark
from snhr_desktop.ui.tongue import Words, said
from snhr_desktop.ui.widgets import PlainLabel, icon_button, picture

BEHIND = N_("Behind: {heading}")
CHOSEN_RECORDS = N_("chosen incidents")


class DoorChip(QFrame):
    """Hidden while the list is of all incidents."""

    removed = Signal()
    """A person wants all incidents again."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self.setProperty("kind", "chip")
        mark(self, tone="accent")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 0, 2, 0)
        row.setSpacing(6)
        self._words = PlainLabel()
        self._remove = icon_button(kit, N_("Show all incidents again"), "x")
        self._remove.clicked.connect(self.removed)
        row.addWidget(picture(kit, "filter", "accent", 14))
        row.addWidget(self._words)
        row.addWidget(self._remove, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def show_heading(self, heading: Words | Narrowed | None) -> None:
        """Say what the list is behind, or narrowed to."""

        def words(language: Language) -> str:
            if isinstance(heading, Narrowed):
                return said(heading.words, language)
            return language.text(BEHIND, heading=said(heading or CHOSEN_RECORDS, language))

        self._kit.tongue.bind(self._words, text=words)
        self._kit.tongue.bind(self, accessibleName=words)
        mark(self._words)
        self.show()

    def text(self) -> str:
        """What is said now; blank while hidden."""
        return "" if self.isHidden() else self._words.text()
