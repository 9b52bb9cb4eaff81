"""A chart in the window: it can be read, pointed at, walked through by keys and picked."""

from math import ceil

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from snhr_desktop import look
from snhr_desktop.charts import Chart, Circle, Drawing, Hit, height_for, lay_out
from snhr_desktop.i18n import ENGLISH, Language
from snhr_desktop.ui.chart_painter import paint_drawing, text_width
from snhr_desktop.ui.measure import factor, px

_MARGIN = 4
_USUAL = QSize(480, 260)
_LEAST = QSize(240, 96)


class ChartView(QWidget):
    """Shows one chart description. Arrow keys move between its parts, Enter or a click picks one."""

    picked = Signal(str)
    """The key of the part that was picked: a month `2018-03`, the key of a bar, a share or a place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chart: Chart | None = None
        self._language = ENGLISH
        self._palette = look.LIGHT
        self._drawing: Drawing | None = Drawing(0, 0, False)
        self._hot: int | None = None
        self._heights: dict[int, int] = {}
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_chart(self, chart: Chart, language: Language, theme: look.Palette) -> None:
        """Show a chart whose words are in `language`, in the colours of `theme`."""
        chosen = self.current_key
        self._chart, self._language, self._palette = chart, language, theme
        self._heights.clear()
        self.setAccessibleName(chart.title)
        self.setAccessibleDescription(chart.summary)
        self._lay_out_anew()
        self._hot = next((i for i, hit in enumerate(self.drawing.hits) if hit.key == chosen), None) if chosen else None
        self.updateGeometry()

    @property
    def drawing(self) -> Drawing:
        """What is shown at this size; laid out when it is first asked for, so that what is not seen costs nothing."""
        if self._drawing is None:
            assert self._chart is not None
            width, height = (max(1, length - 2 * _MARGIN) for length in (self.width(), self.height()))
            self._drawing = lay_out(self._chart, width, height, self._language, text_width, factor())
        return self._drawing

    @property
    def current_key(self) -> str | None:
        """The key of the part that is pointed at or chosen by the keys."""
        return None if self._hot is None else self.drawing.hits[self._hot].key

    def sizeHint(self) -> QSize:
        """A usual width and the height that goes with it."""
        width = px(_USUAL.width())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """The least at which a chart still says something."""
        return QSize(px(_LEAST.width()), px(_LEAST.height()))

    def heightForWidth(self, width: int) -> int:
        """The height at which the chart shows everything."""
        if self._chart is None:
            return px(_USUAL.height())
        if width not in self._heights:  # layouts ask many times for the same few widths
            inner = max(1, width - 2 * _MARGIN)
            height = height_for(self._chart, inner, self._language, text_width, factor())
            self._heights[width] = ceil(height) + 2 * _MARGIN
        return self._heights[width]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the highlight below and the chart above it."""
        painter = QPainter(self)
        painter.translate(_MARGIN, _MARGIN)
        hit = self._hit()
        if hit is not None:
            self._paint_highlight(painter, hit)
        paint_drawing(painter, self.drawing, self._palette, factor())
        if hit is not None:
            self._paint_ring(painter, hit)
        if self.hasFocus():
            painter.resetTransform()
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self._palette.accent), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), look.RADIUS, look.RADIUS)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the chart out for the new size."""
        self._lay_out_anew()
        super().resizeEvent(event)

    def event(self, event: QEvent) -> bool:
        """Answer a tool tip with the full text of the part under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            found = self._at(QPointF(event.pos()))
            if found is None:
                QToolTip.hideText()
            else:
                self._show_tip(event.globalPos(), self.drawing.hits[found])
            return True
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point at a part."""
        self._point_at(self._at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Point at nothing, unless the keys hold a part."""
        if not self.hasFocus():
            self._point_at(None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Pick the part under the pointer."""
        found = self._at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and found is not None:
            self.picked.emit(self.drawing.hits[found].key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk along the reading direction with the arrows, to the ends with Home and End, pick with Enter."""
        hits = self.drawing.hits
        step = self._step(event.key())
        if hits and step:
            start = (-1 if step > 0 else len(hits)) if self._hot is None else self._hot
            self._walk_to(min(max(start + step, 0), len(hits) - 1))
        elif hits and event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._walk_to(0 if event.key() == Qt.Key.Key_Home else len(hits) - 1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._hot is not None:
            self.picked.emit(hits[self._hot].key)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Let go of the part the keys held."""
        self._point_at(None)
        QToolTip.hideText()
        super().focusOutEvent(event)

    def _lay_out_anew(self) -> None:
        if self._chart is not None:
            self._drawing = None
            if self._hot is not None and self._hot >= len(self.drawing.hits):
                self._hot = None
        self.update()

    def _step(self, key: int) -> int:
        onward = Qt.Key.Key_Left if self.drawing.rtl else Qt.Key.Key_Right
        back = Qt.Key.Key_Right if self.drawing.rtl else Qt.Key.Key_Left
        return {onward: 1, Qt.Key.Key_Down: 1, back: -1, Qt.Key.Key_Up: -1}.get(Qt.Key(key), 0)

    def _walk_to(self, index: int) -> None:
        self._point_at(index)
        hit = self.drawing.hits[index]
        corner = QPointF((hit.box.left + hit.box.right) / 2, hit.box.bottom) + QPointF(_MARGIN, _MARGIN)
        self._show_tip(self.mapToGlobal(corner.toPoint()), hit)

    def _point_at(self, index: int | None) -> None:
        if index == self._hot:
            return
        self._hot = index
        hit = self._hit()
        self.setCursor(Qt.CursorShape.ArrowCursor if hit is None else Qt.CursorShape.PointingHandCursor)
        if self._chart is not None:
            self.setAccessibleDescription(self._chart.summary if hit is None else hit.tip)
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        self.update()

    def _hit(self) -> Hit | None:
        return None if self._hot is None else self.drawing.hits[self._hot]

    def _at(self, position: QPointF) -> int | None:
        """The part under a point; where parts overlap, the smaller one lies above."""
        x, y = position.x() - _MARGIN, position.y() - _MARGIN
        found = [i for i, hit in enumerate(self.drawing.hits) if hit.box.holds(x, y)]
        return found[-1] if found else None

    def _show_tip(self, place: QPoint, hit: Hit) -> None:
        QToolTip.showText(place, _plain(hit.tip), self)

    def _paint_highlight(self, painter: QPainter, hit: Hit) -> None:
        box = QRectF(QPointF(hit.box.left, hit.box.top), QPointF(hit.box.right, hit.box.bottom))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._palette.accent_soft))
        painter.drawRoundedRect(box, 3, 3)

    def _paint_ring(self, painter: QPainter, hit: Hit) -> None:
        """A highlight that lies on a map has to stand above it."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self._palette.ink), 2))
        for shape in self.drawing.primitives:
            if isinstance(shape, Circle) and shape.key == hit.key:
                painter.drawEllipse(QPointF(shape.x, shape.y), shape.radius + 2, shape.radius + 2)


def _plain(text: str) -> str:
    """A tip as plain text: Qt would read one that looks like markup as markup."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return "<p style='white-space:pre'>" + escaped.replace("\n", "<br>") + "</p>"
