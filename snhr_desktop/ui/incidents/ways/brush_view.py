"""A month chart of which a range of months can be chosen: drawn over with the mouse, or walked along by keys."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from snhr_desktop.ui.chart_view import ChartView

_MARGIN = 4
_BAND = 46
"""How strongly the chosen months are tinted, of 255."""


class BrushView(ChartView):
    """Arrows walk, Shift with an arrow draws the range longer, Enter chooses it, Delete takes it back."""

    brushed = Signal(str, str)
    """The first and the last month chosen, `2018-03`; both blank for none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._from: int | None = None
        self._to: int | None = None
        self._drawing_over = False

    def show_range(self, first: str, last: str) -> None:
        """Tint the months from the first to the last, as far as they are shown; blank for an open end."""
        keys = [hit.key for hit in self.drawing.hits]
        within = [
            number for number, key in enumerate(keys) if (not first or key >= first) and (not last or key <= last)
        ]
        chosen = bool(first or last) and bool(within)
        self._from, self._to = (within[0], within[-1]) if chosen else (None, None)
        self.update()

    def months(self) -> tuple[str, str]:
        """The first and the last month that are tinted; blank for none."""
        hits = self.drawing.hits
        if self._from is None or self._to is None or not hits:
            return "", ""
        first, last = sorted((min(self._from, len(hits) - 1), min(self._to, len(hits) - 1)))
        return hits[first].key, hits[last].key

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tint what is chosen below the chart, and mark its ends: not by colour alone."""
        keys = self.months()
        if keys[0]:
            boxes = [hit.box for hit in self.drawing.hits if keys[0] <= hit.key <= keys[1]]
            left, right = min(box.left for box in boxes), max(box.right for box in boxes)
            top, bottom = boxes[0].top, boxes[0].bottom
            painter = QPainter(self)
            colour = QColor(self._palette.accent)
            tint = QColor(colour)
            tint.setAlpha(_BAND)
            band = QRectF(left + _MARGIN, top + _MARGIN, right - left, bottom - top)
            painter.fillRect(band, tint)
            for x in (band.left(), band.right() - 2):
                painter.fillRect(QRectF(x, band.top(), 2, band.height()), colour)
            painter.end()
        super().paintEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a range."""
        found = self._at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and found is not None:
            self._from = self._to = found
            self._drawing_over = True
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw the range as far as the pointer."""
        super().mouseMoveEvent(event)
        found = self._at(event.position())
        if self._drawing_over and found is not None:
            self._to = found
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the range."""
        if self._drawing_over and event.button() == Qt.MouseButton.LeftButton:
            self._drawing_over = False
            self.brushed.emit(*self.months())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See the class; the rest is that of every chart."""
        key, before = event.key(), self._hot
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._from = self._to = None
            self.update()
            self.brushed.emit("", "")
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and before is not None:
            if self._from is None or not self._longer(before):
                self._from = self._to = before
            self.update()
            self.brushed.emit(*self.months())
        else:
            super().keyPressEvent(event)
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and self._hot is not None:
                if self._from is None or before != self._to:
                    self._from = self._hot if before is None else before
                self._to = self._hot
                self.update()

    def _longer(self, at: int) -> bool:
        """Whether the range ends where the keys are, and so is the one meant."""
        return at == self._to
