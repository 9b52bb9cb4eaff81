"""What a pack would change, told before: how many records name what would be gone, the numbers, place by place."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from snhr_desktop.i18n import N_, Language
from snhr_desktop.ui.exchange.line_list import LineList
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.widgets import PlainLabel
from snhr_desktop.workspace.places import LookedAt

LINES = N_("What would change")
_MOST = 500
"""Places of each kind that are told by name."""


class OutlookView(QWidget):
    """Hidden until there is something to tell."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._found: LookedAt | None = None
        self._numbers, self.naming = PlainLabel(wrap=True), PlainLabel(wrap=True)
        self.lines = LineList(kit, LINES)
        kit.theme.measure(self.lines, minimumHeight=150)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.naming)
        column.addWidget(self._numbers)
        column.addWidget(self.lines, 1)
        kit.tongue.on_switch(self, self._say)
        self.hide()

    def show_found(self, found: LookedAt | None) -> None:
        """Tell it; None takes it away."""
        self._found = found
        self.setVisible(found is not None)
        self._say()

    def _say(self) -> None:
        if self._found is not None:
            language: Language = self._kit.tongue.language
            self._numbers.setText(self._found.outlook.tell(language))
            self.naming.setText(self._found.tell_naming(language))
            self.naming.setVisible(self._found.naming > 0)
            told = list(self._found.outlook.lines(language, _MOST))
            self.lines.show_lines(told)
            self.lines.setVisible(bool(told))
