"""What a chart says, before anybody decides how large it is: words in the reader's language, numbers raw.

Every chart carries `title` (for the card or the caption above it), `unit` (what its numbers count, drawn with
it), `summary` (one sentence that says what it shows, for screen readers and captions) and `empty` (what stands
there when there is nothing to show).
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

Ring = tuple[tuple[float, float], ...]
"""Longitude and latitude of the corners of a closed line, WGS84."""


@dataclass(frozen=True)
class Series:
    """One part of every column, with one number a month. `role` is a colour of `look.Palette`."""

    label: str
    role: str
    values: tuple[int, ...]


@dataclass(frozen=True)
class Marker:
    """An event of the period, marked on its day; `said` tells the date where it is not known to the day."""

    date: dt.date
    label: str
    said: str = ""


@dataclass(frozen=True)
class MonthChart:
    """Stacked columns, one a month. A column is picked by the key `2018-03`."""

    title: str
    unit: str
    summary: str
    empty: str
    months: tuple[dt.date, ...]
    series: tuple[Series, ...]
    markers: tuple[Marker, ...] = ()

    def __post_init__(self) -> None:
        """Raises ValueError where months do not ascend or a series has not one number for each."""
        if list(self.months) != sorted({day.replace(day=1) for day in self.months}):
            raise ValueError("months must be first days of a month, ascending")
        for series in self.series:
            if len(series.values) != len(self.months):
                raise ValueError("a series needs one number for each month")
            _refuse_negative(series.values)

    @property
    def totals(self) -> tuple[int, ...]:
        """The height of each column."""
        return tuple(sum(series.values[i] for series in self.series) for i in range(len(self.months)))


@dataclass(frozen=True)
class Bar:
    """One row of a bar chart. `note` is a short remark set after the number, such as a share."""

    key: str
    label: str
    value: int
    role: str = "accent"
    note: str = ""


@dataclass(frozen=True)
class BarChart:
    """Horizontal bars in the order given."""

    title: str
    unit: str
    summary: str
    empty: str
    rows: tuple[Bar, ...]

    def __post_init__(self) -> None:
        """Raises ValueError for a negative number."""
        _refuse_negative([row.value for row in self.rows])


@dataclass(frozen=True)
class Share:
    """One part of a whole."""

    key: str
    label: str
    value: int
    role: str


@dataclass(frozen=True)
class ShareBar:
    """One bar divided by the shares of a whole, each labelled with its number and percentage."""

    title: str
    unit: str
    summary: str
    empty: str
    shares: tuple[Share, ...]

    def __post_init__(self) -> None:
        """Raises ValueError for a negative number."""
        _refuse_negative([share.value for share in self.shares])


@dataclass(frozen=True)
class Outline:
    """The shape of a governorate or of a place within one: its code and its rings."""

    code: str
    rings: tuple[Ring, ...]


@dataclass(frozen=True)
class Point:
    """A place with a number; the area of its circle is proportional to it."""

    key: str
    label: str
    lon: float
    lat: float
    value: int


@dataclass(frozen=True)
class MapChart:
    """Circles on the outlines of governorates. `focus` is the code of the one the map is about, or empty.

    `districts` and `subdistricts` are drawn thinly within it where they are known; with `in_parts` they draw the
    outline of the whole as well. `beneath` is land between it and outlines that do not meet it. `credit` names whose
    boundaries they are, below the map; as much of it as has room.
    """

    title: str
    unit: str
    summary: str
    empty: str
    outlines: tuple[Outline, ...]
    focus: str
    points: tuple[Point, ...]
    legend_title: str
    role: str = "toll"
    districts: tuple[Outline, ...] = ()
    subdistricts: tuple[Outline, ...] = ()
    credit: str = ""
    in_parts: bool = False
    beneath: tuple[Ring, ...] = ()

    def __post_init__(self) -> None:
        """Raises ValueError for a negative number or a place that is not on the globe."""
        _refuse_negative([point.value for point in self.points])
        if any(not (-180 <= point.lon <= 180 and -85 <= point.lat <= 85) for point in self.points):
            raise ValueError("longitude and latitude must be on the map")


Chart = MonthChart | BarChart | ShareBar | MapChart


def _refuse_negative(values: Sequence[int]) -> None:
    if any(value < 0 for value in values):
        raise ValueError("a chart counts; it has no negative numbers")
