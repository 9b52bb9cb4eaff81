"""A window that asks: high enough for its words, and answered by Enter and Escape."""

from typing import ClassVar

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QLayout, QPushButton, QVBoxLayout, QWidget

from snhr_desktop.ui import keys
from snhr_desktop.ui.measure import px
from snhr_desktop.ui.widgets.roomy import Roomy

_FITTED = (QEvent.Type.LayoutRequest, QEvent.Type.Resize, QEvent.Type.Show)
_FRAME = QSize(16, 64)
"""What the desktop puts around a window and keeps for itself, px."""


class Dialog(QDialog):
    """Qt alone would cut lines that wrap, and press the default button for Enter on "Cancel".

    Where large text needs more than the screen has, the whole is scrolled. Enter presses the button in focus, and
    anywhere else the primary one, unless `enter_acts` says that it must not; Escape leaves all as it is.
    """

    enter_acts: ClassVar[bool] = True
    """Whether the primary button is safe to be pressed by Enter in any field."""

    def event(self, arg__1: QEvent) -> bool:
        """Grow where a line needs two."""
        answered = super().event(arg__1)
        if arg__1.type() in _FITTED:
            self._fit()
        return answered

    def showEvent(self, arg__1: QShowEvent) -> None:
        """Know which button Enter presses."""
        if self.enter_acts and not self.default_button():
            for made in self.findChildren(QPushButton):
                if made.property("kind") == "primary":
                    made.setDefault(True)
        super().showEvent(arg__1)

    def default_button(self) -> QPushButton | None:
        """The button that Enter presses where no button has the focus."""
        return next((made for made in self.findChildren(QPushButton) if made.isDefault()), None)

    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        """Take Enter for the button in focus."""
        if not keys.press(arg__1):
            super().keyPressEvent(arg__1)

    def take_room(self, width: int, height: int) -> None:
        """Open so large, px at 100 %, as far as the screen allows."""
        self.resize(QSize(px(width), px(height)).boundedTo(self.screen().availableSize() - _FRAME))

    def _fit(self) -> None:
        layout, most = self.layout(), self.screen().availableSize() - _FRAME
        if layout is None:
            return
        least, wraps = layout.totalMinimumSize(), layout.hasHeightForWidth()
        needed = layout.totalHeightForWidth(self.width()) if wraps else least.height()
        if needed > most.height() or least.width() > most.width():
            self._scroll(layout)
        if wraps:
            self.setMinimumHeight(min(needed, most.height()))

    def _scroll(self, layout: QLayout) -> None:
        inner = QWidget()
        inner.setLayout(layout)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Roomy(inner))
