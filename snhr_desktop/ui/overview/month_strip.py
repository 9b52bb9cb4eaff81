"""A small strip of columns, one a month: the course of a number beside it. Words say the same."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.measure import px

_SIZE = QSize(68, 26)
_GAP = 1.5


class MonthStrip(QWidget):
    """Time runs with the reading direction; the highest month fills the height."""

    def __init__(self, kit: Kit, role: str = "blue", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit, self._role = kit, role
        self._values: tuple[int, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_values(self, values: Sequence[int]) -> None:
        """Show the number of each month, in order."""
        self._values = tuple(values)
        self.update()

    def sizeHint(self) -> QSize:
        """Small enough to stand in a row."""
        return QSize(px(_SIZE.width()), px(_SIZE.height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the columns on their line."""
        painter = QPainter(self)
        colour, line = self._kit.theme.colour(self._role), self._kit.theme.colour("line")
        foot = self.height() - 1
        painter.fillRect(QRectF(0, foot, self.width(), 1), line)
        highest, step = max(self._values, default=0), self.width() / max(1, len(self._values))
        for number, value in enumerate(self._values):
            place = (
                len(self._values) - 1 - number if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else number
            )
            tall = (foot - 1) * value / highest if highest else 0
            painter.fillRect(QRectF(place * step, foot - tall, max(1.0, step - _GAP), tall), colour)
        painter.end()
