"""A window that asks: high enough for its words, and pressed by Enter where the focus is."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog

from snhr_desktop.ui import keys

_FITTED = (QEvent.Type.LayoutRequest, QEvent.Type.Resize, QEvent.Type.Show)


class Dialog(QDialog):
    """Qt alone would cut lines that wrap, and press the default button for Enter on "Cancel"."""

    def event(self, arg__1: QEvent) -> bool:
        """Grow where a line needs two."""
        answered = super().event(arg__1)
        if arg__1.type() in _FITTED and (layout := self.layout()) and layout.hasHeightForWidth():
            self.setMinimumHeight(layout.totalHeightForWidth(self.width()))
        return answered

    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        """Take Enter for the button in focus."""
        if not keys.press(arg__1):
            super().keyPressEvent(arg__1)
