"""The shapes of places: packed, so that millions of points fit into memory; which of them holds a point; for drawing.

Points are whole millionths of a degree (a tenth of a metre): longitude, latitude, one after the other.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from snhr_desktop.domain.places.place import Level
from snhr_desktop.geodata import Outline

MILLION = 1_000_000
_SQUARE = MILLION // 10
_NARROW_FIRST = (Level.SUBDISTRICT, Level.DISTRICT, Level.GOVERNORATE)


@dataclass(frozen=True)
class Shape:
    """Closed rings, to be filled by the even-odd rule: a ring within another is a hole."""

    rings: tuple["array[int]", ...]

    @classmethod
    def of(cls, outline: Iterable[Iterable[Sequence[float]]]) -> "Shape":
        """Of rings in degrees."""
        return cls(tuple(array("i", (round(x * MILLION) for point in ring for x in point[:2])) for ring in outline))

    @property
    def bounds(self) -> tuple[int, int, int, int]:
        """West, south, east and north of it."""
        across, up = [ring[0::2] for ring in self.rings], [ring[1::2] for ring in self.rings]
        return min(map(min, across)), min(map(min, up)), max(map(max, across)), max(map(max, up))

    def outline(self) -> Outline:
        """In degrees, as it is drawn."""
        return tuple(
            tuple(zip((x / MILLION for x in ring[0::2]), (y / MILLION for y in ring[1::2]), strict=True))
            for ring in self.rings
        )

    def snapped(self, step: int) -> "Shape":
        """With its points on a grid of so many millionths: a border that two places share stays one line."""
        rings = (_snapped(ring, step) for ring in self.rings)
        return Shape(tuple(ring for ring in rings if len(ring) >= 8))

    def holds(self, lon: int, lat: int) -> bool:
        """Whether a point lies inside: a ray to the east crosses the rings an odd number of times."""
        inside = False
        for ring in self.rings:
            x1, y1 = ring[-2], ring[-1]
            for x2, y2 in zip(ring[0::2], ring[1::2], strict=True):
                if (y1 > lat) != (y2 > lat) and lon < x1 + (lat - y1) * (x2 - x1) / (y2 - y1):
                    inside = not inside
                x1, y1 = x2, y2
        return inside


Shapes = Mapping[Level, Mapping[str, Shape]]
"""Shapes by level and code."""


@dataclass(frozen=True)
class Grounds:
    """Tells in which place a point lies, by boundaries: a grid of a tenth of a degree, then the shapes that meet it."""

    shapes: Shapes = field(default_factory=dict)
    _squares: dict[Level, dict[tuple[int, int], list[str]]] = field(init=False, repr=False, default_factory=dict)

    def __post_init__(self) -> None:
        for level, by_code in self.shapes.items():
            squares = self._squares[level] = defaultdict(list)
            for code, shape in by_code.items():
                for square in _squares(shape.bounds):
                    squares[square].append(code)

    def code_at(self, lat: float, lon: float) -> str:
        """The code of the narrowest place whose boundary holds the degrees; blank where none does, or none is known."""
        x, y = round(lon * MILLION), round(lat * MILLION)
        at = x // _SQUARE, y // _SQUARE
        for level in _NARROW_FIRST:
            for code in self._squares.get(level, {}).get(at, ()):
                if self.shapes[level][code].holds(x, y):
                    return code
        return ""


def _squares(bounds: tuple[int, int, int, int]) -> Iterable[tuple[int, int]]:
    west, south, east, north = (edge // _SQUARE for edge in bounds)
    return ((across, up) for across in range(west, east + 1) for up in range(south, north + 1))


def _snapped(ring: "array[int]", step: int) -> "array[int]":
    """A ring on a grid, without points that say nothing: twice the same, or in one line with those beside it."""
    kept: list[tuple[int, int]] = []
    for x, y in zip(ring[0::2], ring[1::2], strict=True):
        point = round(x / step) * step, round(y / step) * step
        if kept and point == kept[-1]:
            continue
        while len(kept) > 1 and _in_line(kept[-2], kept[-1], point):
            kept.pop()
        if not kept or point != kept[-1]:
            kept.append(point)
    return array("i", (x for point in kept for x in point))


def _in_line(a: tuple[int, int], b: tuple[int, int], c: tuple[int, int]) -> bool:
    return (b[0] - a[0]) * (c[1] - b[1]) == (b[1] - a[1]) * (c[0] - b[0])
