"""A map whose places can be chosen and let go again."""

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from snhr_desktop.charts import Circle
from snhr_desktop.ui.chart_view import ChartView

_MARGIN = 4


class PlaceView(ChartView):
    """Arrows walk from circle to circle, Enter chooses one, Delete lets it go."""

    let_go = Signal()
    """A person wants all places again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen = ""

    def show_chosen(self, pcode: str) -> None:
        """Ring the circle of a place."""
        self._chosen = pcode
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ring the place that the list is narrowed to."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._palette.ink), 2.5))
        for shape in self.drawing.primitives:
            if isinstance(shape, Circle) and shape.key and shape.key == self._chosen:
                middle = QPointF(shape.x + _MARGIN, shape.y + _MARGIN)
                painter.drawEllipse(middle, shape.radius + 4, shape.radius + 4)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let go by Delete; the rest is that of every chart."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.let_go.emit()
        else:
            super().keyPressEvent(event)
