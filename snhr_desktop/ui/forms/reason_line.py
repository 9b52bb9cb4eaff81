"""A line for a reason, written from the side of its first letter."""

from PySide6.QtWidgets import QLineEdit, QWidget

from snhr_desktop.ui.forms.directions import direct_text
from snhr_desktop.ui.kit import Kit


class ReasonLine(QLineEdit):
    """Blank, it begins where the window does."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self.textChanged.connect(lambda _: self._direct())
        kit.tongue.on_switch(self, self._direct)

    def _direct(self) -> None:
        direct_text(self, "", self.text(), self._kit.tongue.language.rtl)
