"""What a chart comes to: shapes and words at their final places, which a screen and a page can both draw.

Coordinates are absolute, x from the left edge and y downwards, in the caller's unit (px or pt). Colours are names
of roles in `look.Palette`.
"""

from dataclasses import dataclass, replace
from typing import Literal

from snhr_desktop import look

Pattern = Literal["solid", "hatch", "back", "dots"]
Anchor = Literal["left", "middle", "right"]

ASCENT, DESCENT = 0.82, 0.28
"""Room a line of text takes above and below its baseline, as parts of its size, with Arabic marks."""


@dataclass(frozen=True)
class Rect:
    """A filled rectangle. `pattern` tells it apart in black and white; `key` names the hit it belongs to."""

    x: float
    y: float
    width: float
    height: float
    role: str
    pattern: Pattern = "solid"
    key: str = ""


@dataclass(frozen=True)
class Line:
    """A stroke, dashed where `dash` is true."""

    x1: float
    y1: float
    x2: float
    y2: float
    role: str
    width: float
    dash: bool = False


@dataclass(frozen=True)
class Circle:
    """A disc with a thin rim; hollow where `filled` is false. `opacity` is that of the filling."""

    x: float
    y: float
    radius: float
    role: str
    rim: str = "surface"
    rim_width: float = 1.0
    filled: bool = True
    opacity: float = 1.0
    key: str = ""


@dataclass(frozen=True)
class Polygon:
    """An area of one or more rings (holes by the even-odd rule) with an outline; the outline alone unless `filled`."""

    rings: tuple[tuple[tuple[float, float], ...], ...]
    role: str
    rim: str
    rim_width: float
    filled: bool = True


@dataclass(frozen=True)
class Label:
    """One line of text. `y` is its baseline, `width` as measured; `halo` keeps it readable over shapes."""

    text: str
    x: float
    y: float
    anchor: Anchor
    size: float
    width: float
    role: str = "muted"
    weight: int = look.REGULAR
    halo: bool = False

    @property
    def box(self) -> "Box":
        """The room the text takes."""
        start = {"left": self.x, "middle": self.x - self.width / 2, "right": self.x - self.width}[self.anchor]
        top = self.y - ASCENT * self.size
        return Box(start, top, start + self.width, self.y + DESCENT * self.size)


Primitive = Rect | Line | Circle | Polygon | Label


@dataclass(frozen=True)
class Box:
    """An upright rectangle by its edges."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        """True where the two share an area."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def within(self, other: "Box") -> bool:
        """True where no part lies outside the other."""
        return (
            self.left >= other.left
            and self.top >= other.top
            and self.right <= other.right
            and self.bottom <= other.bottom
        )

    def grown(self, by: float) -> "Box":
        """The box with a margin around it."""
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def holds(self, x: float, y: float) -> bool:
        """True where the point lies in it."""
        return self.left <= x <= self.right and self.top <= y <= self.bottom


@dataclass(frozen=True)
class Hit:
    """A part of the chart that can be pointed at and picked: where it is, its key, and all it has to say."""

    key: str
    box: Box
    tip: str


@dataclass(frozen=True)
class Drawing:
    """A chart laid out. `hits` stand in reading order; `direction` is that of every label."""

    width: float
    height: float
    rtl: bool
    primitives: tuple[Primitive, ...] = ()
    hits: tuple[Hit, ...] = ()


_OTHER_SIDE: dict[Anchor, Anchor] = {"left": "right", "middle": "middle", "right": "left"}


def mirror(shape: Primitive, width: float) -> Primitive:
    """The same shape seen from the other reading side of a drawing of that width."""
    if isinstance(shape, Rect):
        return replace(shape, x=width - shape.x - shape.width)
    if isinstance(shape, Line):
        return replace(shape, x1=width - shape.x1, x2=width - shape.x2)
    if isinstance(shape, Circle):
        return replace(shape, x=width - shape.x)
    if isinstance(shape, Polygon):
        return replace(shape, rings=tuple(tuple((width - x, y) for x, y in ring) for ring in shape.rings))
    return replace(shape, x=width - shape.x, anchor=_OTHER_SIDE[shape.anchor])


def mirror_hit(hit: Hit, width: float) -> Hit:
    """The same hit seen from the other reading side."""
    box = hit.box
    return replace(hit, box=Box(width - box.right, box.top, width - box.left, box.bottom))
