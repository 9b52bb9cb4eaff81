"""Charts on the page: the drawing that the window shows, with the page's own type and in the colours of paper."""

from collections.abc import Callable
from typing import Literal

from reportlab.lib.colors import linearlyInterpolatedColor, toColor
from reportlab.platypus import Flowable

from snhr_desktop import look
from snhr_desktop.charts import (
    Chart,
    Circle,
    Drawing,
    Label,
    Line,
    Polygon,
    Primitive,
    Rect,
    height_for,
    lay_out,
)
from snhr_desktop.charts.patterns import dots, hatch_lines
from snhr_desktop.i18n import Language
from snhr_desktop.reports.text import BilingualCanvas, Element, FontSet, TextStyle, draw_text, text_width

_HALO_OPACITY = 0.75
_LEAST_HEIGHT = 84.0
_BEHIND = "land_focus"
"""What lies behind all that one can see through."""


class ChartFlowable(Flowable):  # type: ignore[misc]
    """A chart that platypus can place. It takes the whole width of its frame.

    Args:
        description: what to show, its words already in `language`.
        height: in points; without one the height at which the chart shows everything.
        language: of numbers, months and the reading direction.
        fonts: the faces of the document.
        palette: the colours.
        scale: size against the screen.
    """

    def __init__(
        self,
        description: Chart,
        height: float | None,
        language: Language,
        fonts: FontSet,
        palette: look.Palette = look.PAPER,
        scale: float = look.PAGE_SCALE,
    ) -> None:
        super().__init__()
        self._description, self._language, self._fonts = description, language, fonts
        self._wanted, self._palette, self._scale = height, palette, scale
        self.reserved: float | None = None
        """Points to be left below it, where it is to take no more than the rest of the page."""
        self.element: Element | None = None

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """The room it takes, in points."""
        self.width = available_width
        self.height = self._wanted or height_for(
            self._description, self.width, self._language, self._measure, self._scale
        )
        if self.reserved is not None and available_height:
            self.height = max(_LEAST_HEIGHT, min(self.height, available_height - self.reserved))
        return self.width, self.height

    def draw(self) -> None:
        """Lay the chart out and draw it at the frame's place."""
        drawing = lay_out(self._description, self.width, self.height, self._language, self._measure, self._scale)
        with self.canv.figure(self.element):
            draw_drawing(self.canv, drawing, self._palette, self._scale, self._language.code)

    def _measure(self, text: str, size: float, weight: int) -> float:
        style = _style(size, weight, self._language.rtl, self._language.code, self._palette.ink)
        return text_width(text, style, self._fonts)


def draw_drawing(
    canvas: BilingualCanvas, drawing: Drawing, palette: look.Palette, scale: float, language_code: str
) -> None:
    """Draw every shape and word of a drawing, whose lower left corner is the canvas' origin."""
    page = _Page(canvas, drawing, palette, scale, language_code)
    for shape in drawing.primitives:
        canvas.saveState()
        page.draw(shape)
        canvas.restoreState()


class _Page:
    """The canvas with y turned downwards, as a drawing has it."""

    def __init__(
        self, canvas: BilingualCanvas, drawing: Drawing, palette: look.Palette, scale: float, code: str
    ) -> None:
        self.canvas, self.drawing, self.palette, self.scale, self.code = canvas, drawing, palette, scale, code

    def draw(self, shape: Primitive) -> None:
        """Draw one shape or word."""
        match shape:
            case Rect():
                self._rect(shape)
            case Line():
                self._line(shape)
            case Circle():
                self._circle(shape)
            case Polygon():
                self._polygon(shape)
            case Label():
                self._label(shape)

    def _y(self, y: float) -> float:
        return self.drawing.height - y

    def _fill(self, role: str, opacity: float = 1.0) -> None:
        colour = toColor(self.palette.colour(role))
        if opacity < 1 and self.canvas.opaque:
            colour = linearlyInterpolatedColor(toColor(self.palette.colour(_BEHIND)), colour, 0, 1, opacity)
        self.canvas.setFillColor(colour)
        if opacity < 1 and not self.canvas.opaque:
            self.canvas.setFillAlpha(opacity)

    def _stroke(self, role: str, width: float) -> None:
        self.canvas.setStrokeColor(self.palette.colour(role))
        self.canvas.setLineWidth(width)

    def _rect(self, rect: Rect) -> None:
        self._fill(rect.role)
        self.canvas.rect(rect.x, self._y(rect.y + rect.height), rect.width, rect.height, stroke=0, fill=1)
        if rect.pattern in ("hatch", "back"):
            self._stroke("surface", 1.1 * self.scale)
            for x1, y1, x2, y2 in hatch_lines(rect, self.scale):
                self.canvas.line(x1, self._y(y1), x2, self._y(y2))
        elif rect.pattern == "dots":
            self._fill("surface")
            for x, y in dots(rect, self.scale):
                self.canvas.circle(x, self._y(y), 0.9 * self.scale, stroke=0, fill=1)

    def _line(self, line: Line) -> None:
        self._stroke(line.role, line.width)
        if line.dash:
            self.canvas.setDash(3 * self.scale, 3 * self.scale)
        self.canvas.line(line.x1, self._y(line.y1), line.x2, self._y(line.y2))

    def _circle(self, circle: Circle) -> None:
        self._fill(circle.role, circle.opacity)
        self._stroke(circle.rim, circle.rim_width)
        self.canvas.circle(circle.x, self._y(circle.y), circle.radius, stroke=1, fill=1)

    def _polygon(self, polygon: Polygon) -> None:
        path = self.canvas.beginPath()
        for ring in polygon.rings:
            turn: Callable[[float, float], None] = path.moveTo
            for x, y in ring:
                turn(x, self._y(y))
                turn = path.lineTo
            path.close()
        self._fill(polygon.role)
        self._stroke(polygon.rim, polygon.rim_width)
        self.canvas.drawPath(path, stroke=1, fill=int(polygon.filled), fillMode=0)

    def _label(self, label: Label) -> None:
        if label.halo:
            box = label.box
            self._fill(_BEHIND, _HALO_OPACITY)
            self.canvas.rect(box.left, self._y(box.bottom), label.width, box.bottom - box.top, stroke=0, fill=1)
            if not self.canvas.opaque:
                self.canvas.setFillAlpha(1)
        colour = self.palette.colour(label.role)
        style = _style(label.size, label.weight, self.drawing.rtl, self.code, colour)
        draw_text(self.canvas, label.x, self._y(label.y), label.text, style, self._anchor(label))

    def _anchor(self, label: Label) -> Literal["start", "middle", "end"]:
        if label.anchor == "middle":
            return "middle"
        return "start" if (label.anchor == "right") == self.drawing.rtl else "end"


def _style(size: float, weight: int, rtl: bool, code: str, colour: str) -> TextStyle:
    direction: Literal["rtl", "ltr"] = "rtl" if rtl else "ltr"
    bold = weight >= look.SEMIBOLD
    return TextStyle(size=size, color=colour, bold=bold, direction=direction, language=code)
