"""Paints a drawing of `charts` on any Qt paint device, and measures the words for its layout."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF, QTextOption

from snhr_desktop import look
from snhr_desktop.charts import Circle, Drawing, Label, Line, Polygon, Primitive, Rect
from snhr_desktop.charts.patterns import dots, hatch_lines
from snhr_desktop.ui.fonts import face

_HALO = 3.0


@lru_cache(maxsize=64)
def _font_metrics(size: float, weight: int) -> QFontMetricsF:
    return QFontMetricsF(face(size, weight))


@lru_cache(maxsize=4096)
def text_width(text: str, size: float, weight: int) -> float:
    """Width of a text in px: the metrics that `charts.lay_out` asks for."""
    return _font_metrics(size, weight).horizontalAdvance(text)


def paint_drawing(painter: QPainter, drawing: Drawing, palette: look.Palette, scale: float = 1.0) -> None:
    """Paint every shape and word of a drawing in the colours of a palette.

    A label is drawn in its own direction and at absolute places: Qt would mirror it once more on a
    right-to-left widget.
    """
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    for shape in drawing.primitives:
        _paint(painter, shape, drawing, palette, scale)


def _paint(painter: QPainter, shape: Primitive, drawing: Drawing, palette: look.Palette, scale: float) -> None:
    match shape:
        case Rect():
            _paint_rect(painter, shape, palette, scale)
        case Line():
            _paint_line(painter, shape, palette)
        case Circle():
            _paint_circle(painter, shape, palette)
        case Polygon():
            _paint_polygon(painter, shape, palette)
        case Label():
            _paint_label(painter, shape, drawing.rtl, palette)


def _paint_rect(painter: QPainter, rect: Rect, palette: look.Palette, scale: float) -> None:
    painter.fillRect(QRectF(rect.x, rect.y, rect.width, rect.height), QColor(palette.colour(rect.role)))
    surface = QColor(palette.surface)
    if rect.pattern in ("hatch", "back"):
        painter.setPen(QPen(surface, 1.1 * scale))
        for x1, y1, x2, y2 in hatch_lines(rect, scale):
            painter.drawLine(QPointF(x1, y1), QPointF(x2, y2))
    elif rect.pattern == "dots":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(surface)
        for x, y in dots(rect, scale):
            painter.drawEllipse(QPointF(x, y), 0.9 * scale, 0.9 * scale)


def _paint_line(painter: QPainter, line: Line, palette: look.Palette) -> None:
    pen = QPen(QColor(palette.colour(line.role)), line.width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if line.dash:
        pen.setDashPattern([3, 3])
    painter.setPen(pen)
    start, end = QPointF(line.x1, line.y1), QPointF(line.x2, line.y2)
    if line.y1 == line.y2 and line.width <= 1:
        start.setY(int(line.y1) + 0.5)
        end.setY(int(line.y1) + 0.5)
    painter.drawLine(start, end)


def _paint_circle(painter: QPainter, circle: Circle, palette: look.Palette) -> None:
    painter.setPen(QPen(QColor(palette.colour(circle.rim)), circle.rim_width))
    colour = QColor(palette.colour(circle.role))
    colour.setAlphaF(circle.opacity)
    painter.setBrush(colour)
    painter.drawEllipse(QPointF(circle.x, circle.y), circle.radius, circle.radius)


def _paint_polygon(painter: QPainter, polygon: Polygon, palette: look.Palette) -> None:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.OddEvenFill)
    for ring in polygon.rings:
        path.addPolygon(QPolygonF([QPointF(x, y) for x, y in ring]))
        path.closeSubpath()
    painter.setPen(QPen(QColor(palette.colour(polygon.rim)), polygon.rim_width))
    painter.setBrush(QColor(palette.colour(polygon.role)) if polygon.filled else Qt.BrushStyle.NoBrush)
    painter.drawPath(path)


def _paint_label(painter: QPainter, label: Label, rtl: bool, palette: look.Palette) -> None:
    metrics = _font_metrics(label.size, label.weight)
    left = label.box.left
    box = QRectF(left - 1, label.y - metrics.ascent(), label.width + 2, metrics.height())
    option = QTextOption(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignAbsolute)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    painter.setFont(face(label.size, label.weight))
    if label.halo:
        painter.setPen(QColor(palette.land_focus))
        for across, down in ((-1, -1), (0, -1), (1, -1), (-1, 0), (1, 0), (-1, 1), (0, 1), (1, 1)):
            painter.drawText(box.translated(across * _HALO / 2, down * _HALO / 2), label.text, option)
    painter.setPen(QColor(palette.colour(label.role)))
    painter.drawText(box, label.text, option)
