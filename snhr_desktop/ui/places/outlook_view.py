"""What a pack would change, told before it is taken in: the numbers, then place by place."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from snhr_desktop.exchange.packs.outlook import PackOutlook
from snhr_desktop.i18n import N_, Language
from snhr_desktop.ui.exchange.line_list import LineList
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.widgets import PlainLabel

LINES = N_("What would change")
_MOST = 500
"""Places of each kind that are told by name."""


class OutlookView(QWidget):
    """Hidden until there is something to tell."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._outlook: PackOutlook | None = None
        self._numbers = PlainLabel(wrap=True)
        self.lines = LineList(kit, LINES)
        kit.theme.measure(self.lines, minimumHeight=150)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._numbers)
        column.addWidget(self.lines, 1)
        kit.tongue.on_switch(self, self._say)
        self.hide()

    def show_outlook(self, outlook: PackOutlook | None) -> None:
        """Tell it; None takes it away."""
        self._outlook = outlook
        self.setVisible(outlook is not None)
        self._say()

    def _say(self) -> None:
        if self._outlook is not None:
            language: Language = self._kit.tongue.language
            self._numbers.setText(self._outlook.tell(language))
            told = list(self._outlook.lines(language, _MOST))
            self.lines.show_lines(told)
            self.lines.setVisible(bool(told))
