"""Charts with defaults, and a metrics that needs no fonts: every character of a size is equally wide."""

import datetime as dt

from snhr_desktop import look
from snhr_desktop.charts import (
    Bar,
    BarChart,
    Label,
    MapChart,
    Marker,
    MonthChart,
    Outline,
    Point,
    Primitive,
    Series,
    Share,
    ShareBar,
)
from snhr_desktop.charts.drawing import Box, Circle, Drawing, Line, Polygon, Rect
from snhr_desktop.i18n import bare

HOSTILE = (
    "مُحَمَّدٌ بْنُ عَبْدِ اللّٰهِ",
    "\u202e<b>&amp;</b>\u2066\u2067",
    "x" * 4000,
    "word " * 800,
    "a\nb\tc",
    " ",
    "",
)
SQUARE = ((36.0, 35.4), (37.2, 35.4), (37.2, 36.3), (36.0, 36.3))
AROUND = ((30.0, 30.0), (42.0, 30.0), (42.0, 40.0), (30.0, 40.0))


def metrics(text: str, size: float, weight: int) -> float:
    """0.55 of the size for each character that prints."""
    return len(bare(text)) * size * (0.6 if weight > look.REGULAR else 0.55)


def month_row(first: dt.date, count: int) -> tuple[dt.date, ...]:
    """So many months from the first on."""
    start = first.year * 12 + first.month - 1
    return tuple(dt.date(n // 12, n % 12 + 1, 1) for n in range(start, start + count))


def month_chart(
    columns: tuple[tuple[int, ...], ...] = ((12, 30, 7),),
    markers: tuple[Marker, ...] = (),
    first: dt.date = dt.date(2017, 5, 1),
    label: str = "Men",
) -> MonthChart:
    """One series for each tuple of numbers."""
    months = month_row(first, len(columns[0]) if columns else 0)
    roles = look.SERIES
    series = tuple(Series(f"{label} {i}", roles[i % len(roles)], values) for i, values in enumerate(columns))
    return MonthChart("By month", "Civilians killed", "Most in June.", "No records.", months, series, markers)


def bar_chart(values: tuple[int, ...] = (745, 364, 0), label: str = "Party") -> BarChart:
    """One bar for each number."""
    rows = tuple(Bar(f"k{i}", f"{label} {i}", value) for i, value in enumerate(values))
    return BarChart("By party", "Civilians killed", "The regime leads.", "No records.", rows)


def share_bar(values: tuple[int, ...] = (645, 209, 255, 160), label: str = "Part") -> ShareBar:
    """One share for each number."""
    shares = tuple(
        Share(f"s{i}", f"{label} {i}", value, look.SERIES[i % len(look.SERIES)]) for i, value in enumerate(values)
    )
    return ShareBar("Who", "Civilians killed", "Four in ten women and children.", "No records.", shares)


def map_chart(points: tuple[Point, ...] = (Point("p", "Harim", 36.5, 36.1, 35),)) -> MapChart:
    """Places on a square governorate in the middle of a larger one."""
    outlines = (Outline("SY02", (AROUND,)), Outline("SY07", (SQUARE,)))
    return MapChart("Where", "Civilians killed", "In the north.", "No records.", outlines, "SY07", points, "Killed")


def labels(drawing: Drawing) -> list[Label]:
    """The words of a drawing."""
    return [shape for shape in drawing.primitives if isinstance(shape, Label)]


def rects(drawing: Drawing) -> list[Rect]:
    """The parts of a drawing that can be picked."""
    return [shape for shape in drawing.primitives if isinstance(shape, Rect) and shape.key]


def extent(shape: Primitive) -> Box:
    """The room a shape takes."""
    match shape:
        case Label():
            return shape.box
        case Rect():
            return Box(shape.x, shape.y, shape.x + shape.width, shape.y + shape.height)
        case Circle():
            r = shape.radius
            return Box(shape.x - r, shape.y - r, shape.x + r, shape.y + r)
        case Line():
            left, right = sorted((shape.x1, shape.x2))
            top, bottom = sorted((shape.y1, shape.y2))
            return Box(left, top, right, bottom)
        case Polygon():
            corners = [corner for ring in shape.rings for corner in ring]
            xs, ys = tuple(x for x, _ in corners), tuple(y for _, y in corners)
            return Box(min(xs), min(ys), max(xs), max(ys))


def outside(drawing: Drawing, tolerance: float = 0.6) -> list[Primitive]:
    """The shapes that reach beyond the drawing's edges."""
    edge = Box(0, 0, drawing.width, drawing.height).grown(tolerance)
    return [shape for shape in drawing.primitives if not extent(shape).within(edge)]


def overlapping(words: list[Label], tolerance: float = 0.4) -> list[tuple[str, str]]:
    """Pairs of words that meet."""
    return [
        (one.text, other.text)
        for i, one in enumerate(words)
        for other in words[i + 1 :]
        if one.text and other.text and one.box.grown(-tolerance).meets(other.box.grown(-tolerance))
    ]
