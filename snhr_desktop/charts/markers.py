"""Events above the columns, each on its day, with words that never collide.

Words stand beside their marker in up to three rows where all of them fit; else every marker takes a number and
the words follow in a list below the chart; where that has no room either, they are left to the column's tip.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from snhr_desktop import look
from snhr_desktop.charts.description import Marker
from snhr_desktop.charts.drawing import Circle, Line
from snhr_desktop.charts.sheet import Sheet, Side
from snhr_desktop.i18n import N_

_ROWS = 3
_MOST_BESIDE = 6
_SIDES: tuple[Side, ...] = ("start", "end")
_DAY_AND_EVENT = N_("{date}: {event}")


@dataclass(frozen=True)
class Placed:
    """A marker with its day's place `x`; `at` is where its dot stands, `row` counts upwards, `span` is its room."""

    x: float
    at: float
    row: int
    text: str
    side: Side
    span: tuple[float, float] = (0.0, 0.0)


@dataclass(frozen=True)
class MarkerPlan:
    """How the markers are shown and the height they take above the columns and below the chart."""

    mode: Literal["none", "beside", "numbered", "dots"]
    placed: tuple[Placed, ...]
    above: float
    entries: tuple[tuple[str, ...], ...] = ()
    columns: int = 1

    @property
    def list_lines(self) -> int:
        """Lines of the list below, its columns side by side."""
        return max((sum(map(len, self.column(i))) for i in range(self.columns)), default=0)

    def column(self, index: int) -> tuple[tuple[str, ...], ...]:
        """The entries of one column of the list, in order."""
        each = -(-len(self.entries) // self.columns)
        return self.entries[index * each : (index + 1) * each]


def marker_text(sheet: Sheet, marker: Marker) -> str:
    """The day in words and the event."""
    date = marker.said or sheet.language.day_month(marker.date)
    return sheet.language.text(_DAY_AND_EVENT, date=date, event=marker.label)


def plan_markers(
    sheet: Sheet, markers: Sequence[Marker], places: Sequence[float], left: float, room_below: float
) -> MarkerPlan:
    """Choose how to show the markers at those places; `room_below` is what a list may take."""
    if not markers:
        return MarkerPlan("none", (), 0.0)
    texts = [marker_text(sheet, marker) for marker in markers]
    beside = _beside(sheet, texts, places, left)
    if beside is not None:
        rows = 1 + max(placed.row for placed in beside)
        return MarkerPlan("beside", beside, sheet.px(4) + rows * sheet.line)
    spread = _spread(places, sheet.px(17), left + sheet.px(8), sheet.width - sheet.px(8))
    numbers = [sheet.language.number(i + 1) for i in range(len(markers))]
    columns = 2 if sheet.width > sheet.px(520) and len(markers) > 2 else 1
    entries = tuple(sheet.wrap(text, _entry_room(sheet, columns)) for text in texts)
    plan = MarkerPlan("numbered", (), sheet.px(26), entries, columns)
    if spread is None or plan.list_lines * sheet.line > room_below:
        dots = tuple(Placed(x, x, 0, "", "start") for x in places)
        return MarkerPlan("dots", dots, sheet.px(12))
    placed = tuple(Placed(x, at, 0, n, "middle") for x, at, n in zip(places, spread, numbers, strict=True))
    return MarkerPlan("numbered", placed, sheet.px(26), entries, columns)


def draw_markers(sheet: Sheet, plan: MarkerPlan, plot_top: float, ends: Sequence[float]) -> None:
    """Draw dots, stems down to `ends` and the words or numbers above the columns."""
    gaps = (after.x - before.x for before, after in pairwise(plan.placed))
    crowded = plan.mode == "dots" and min(gaps, default=sheet.width) < sheet.px(9)
    for placed, end in zip(plan.placed, ends, strict=True):
        if plan.mode == "numbered":
            _draw_number(sheet, placed, plot_top, end)
            continue
        top = plot_top - (placed.row + 1) * sheet.line if plan.mode == "beside" else plot_top - sheet.px(10)
        middle = top + (sheet.line / 2 if plan.mode == "beside" else sheet.px(4))
        if not crowded:
            _stem(sheet, placed.x, middle, placed.x, end)
        whole = sheet.px(3.2 + 1)  # with its rim it has to stay on the sheet, above the last column of a narrow one too
        spot = min(max(placed.x, whole), sheet.width - whole)
        sheet.add(Circle(spot, middle, sheet.px(3.2), "ink", rim_width=sheet.px(1)))
        gap = sheet.px(7) if placed.side == "start" else -sheet.px(7)
        sheet.write(placed.text, placed.x + gap, top, placed.side, "ink")


def draw_list(sheet: Sheet, plan: MarkerPlan, top: float) -> None:
    """The numbered words below the chart."""
    number = 0
    for index in range(plan.columns):
        x, y = index * sheet.width / plan.columns, top
        for lines in plan.column(index):
            number += 1
            _badge(sheet, sheet.language.number(number), x + sheet.px(8), y + sheet.line / 2)
            for k, line in enumerate(lines):
                sheet.write(line, x + sheet.px(22), y + k * sheet.line, role="ink")
            y += len(lines) * sheet.line


def _entry_room(sheet: Sheet, columns: int) -> float:
    return sheet.width / columns - sheet.px(22 if columns == 1 else 34)


def _beside(sheet: Sheet, texts: list[str], places: Sequence[float], left: float) -> tuple[Placed, ...] | None:
    """Every text beside its dot in as few rows as will do, or None where one has no room."""
    widths = [sheet.measure(text) for text in texts]
    if len(texts) > _MOST_BESIDE or max(widths) > (sheet.width - left) * 0.6:
        return None
    reach, back = sheet.px(9), sheet.px(5)
    for rows in range(1, _ROWS + 1):
        choices = [
            [
                Placed(x, x, row, text, side, _span(x, side, width + reach, back))
                for row in range(rows)
                for side in _SIDES
            ]
            for text, width, x in zip(texts, widths, places, strict=True)
        ]
        found = _choose([[one for one in few if _inside(sheet, one, left)] for few in choices], ())
        if found is not None:
            return found
    return None


def _choose(choices: list[list[Placed]], done: tuple[Placed, ...]) -> tuple[Placed, ...] | None:
    """One of each marker's choices, so that no two meet: tried in order, taken back where they lead nowhere."""
    if len(done) == len(choices):
        return done
    for new in choices[len(done)]:
        if not any(_meet(new, old) for old in done):
            found = _choose(choices, (*done, new))
            if found is not None:
                return found
    return None


def _meet(one: Placed, other: Placed) -> bool:
    """True where words meet words, or a stem going down would cross the words of a row below it."""
    (start, end), (other_start, other_end) = one.span, other.span
    if one.row == other.row and start < other_end and other_start < end:
        return True
    if other.row >= one.row and start < other.x < end:
        return True
    return one.row >= other.row and other_start < one.x < other_end


def _inside(sheet: Sheet, placed: Placed, left: float) -> bool:
    return placed.span[0] >= left - sheet.px(5) and placed.span[1] <= sheet.width


def _span(x: float, side: Side, reach: float, back: float) -> tuple[float, float]:
    """From before the dot to after the words, with a gap to the neighbour."""
    return (x - back, x + reach) if side == "start" else (x - reach, x + back)


def _spread(places: Sequence[float], gap: float, low: float, high: float) -> list[float] | None:
    """The places moved apart to at least `gap`, in order and inside the bounds; None where they cannot be."""
    if (len(places) - 1) * gap > high - low:
        return None
    spread: list[float] = []
    for x in places:
        spread.append(max(x, low, spread[-1] + gap if spread else low))
    limit = high
    for i in range(len(spread) - 1, -1, -1):
        spread[i] = min(spread[i], limit)
        limit = spread[i] - gap
    return spread


def _draw_number(sheet: Sheet, placed: Placed, plot_top: float, end: float) -> None:
    middle, knee = plot_top - sheet.px(17), plot_top - sheet.px(2)
    width = sheet.px(look.HAIRLINE)
    sheet.add(Line(placed.at, middle, placed.x, min(knee, end), "muted", width))
    _stem(sheet, placed.x, knee, placed.x, end)
    _badge(sheet, placed.text, placed.at, middle)


def _badge(sheet: Sheet, number: str, x: float, y: float) -> None:
    sheet.add(Circle(x, y, sheet.px(7.5), "surface", "muted", sheet.px(1)))
    sheet.write(number, x, y - sheet.line / 2, "middle", "ink")


def _stem(sheet: Sheet, x1: float, y1: float, x2: float, y2: float) -> None:
    if y2 > y1:
        sheet.add(Line(x1, y1, x2, y2, "muted", sheet.px(look.HAIRLINE), dash=True))
