"""Horizontal bars that grow from the reading side, each with its words before and its number after it."""

from dataclasses import dataclass
from itertools import accumulate

from snhr_desktop import look
from snhr_desktop.charts.description import Bar, BarChart
from snhr_desktop.charts.drawing import Box, Line, Rect
from snhr_desktop.charts.months import ITEM
from snhr_desktop.charts.sheet import Sheet
from snhr_desktop.i18n import NP_

_NOT_SHOWN = NP_("{n} more row not shown", "{n} more rows not shown")
_LABEL_SHARE = 0.44
_COMFORTABLE, _TIGHT = (28.0, 12.0), (17.0, 1.0)


@dataclass(frozen=True)
class Columns:
    """The three columns of a bar chart: words, bars, numbers with their notes."""

    words: tuple[tuple[str, ...], ...]
    left: float
    number: float
    note: float


def bars_height(sheet: Sheet, chart: BarChart) -> float:
    """The height at which every row stands comfortably."""
    head = sheet.line + sheet.px(4) if chart.unit else 0.0
    return head + max(2 * sheet.line, sum(_heights(sheet, _columns(sheet, chart.rows), _COMFORTABLE)))


def lay_out_bars(sheet: Sheet, chart: BarChart) -> None:
    """Put a bar chart on the sheet. Rows without room are counted in a last line, never dropped in silence."""
    top = sheet.head(chart.unit)
    if not chart.rows:
        return sheet.message(chart.empty, Box(0, top, sheet.width, sheet.height))
    columns = _columns(sheet, chart.rows)
    heights = _fitting(sheet, columns, sheet.height - top)
    largest = max(row.value for row in chart.rows)
    y = top
    for i, height in enumerate(heights):
        _draw_row(sheet, chart.rows[i], i, columns, Box(0, y, sheet.width, y + height), largest)
        y += height
    if heights:
        sheet.add(Line(columns.left, top, columns.left, y, "border", sheet.px(look.HAIRLINE)))
    if len(heights) < len(chart.rows):
        left_out = sheet.language.plural(_NOT_SHOWN, len(chart.rows) - len(heights))
        sheet.write(sheet.elide(left_out, sheet.width), 0, y)
    return None


def _fitting(sheet: Sheet, columns: Columns, room: float) -> list[float]:
    """Heights of the rows from the first on: all where they can be made to fit, else as many as do."""
    for spacing in (_COMFORTABLE, _TIGHT):
        heights = _heights(sheet, columns, spacing)
        if sum(heights) <= room + 0.01:
            return heights
    room -= sheet.line
    return [height for height, reached in zip(heights, accumulate(heights), strict=True) if reached <= room]


def _heights(sheet: Sheet, columns: Columns, spacing: tuple[float, float]) -> list[float]:
    least, between = spacing
    return [max(sheet.px(least), len(lines) * sheet.line + sheet.px(between)) for lines in columns.words]


def _columns(sheet: Sheet, rows: tuple[Bar, ...]) -> Columns:
    number = sheet.widest((sheet.language.number(row.value) for row in rows), look.SEMIBOLD) + sheet.px(6)
    note = sheet.widest(row.note for row in rows)
    room = sheet.width * _LABEL_SHARE
    note = min(note + sheet.px(6), sheet.width * 0.24) if note else 0.0
    words = tuple(sheet.wrap(row.label, room, lines=3) for row in rows)
    left = sheet.widest(line for lines in words for line in lines) + sheet.px(8)
    return Columns(words, left, number, note)


def _draw_row(sheet: Sheet, row: Bar, index: int, columns: Columns, box: Box, largest: int) -> None:
    middle, language = (box.top + box.bottom) / 2, sheet.language
    lines = columns.words[index]
    for k, line in enumerate(lines):
        sheet.write(line, 0, middle + (k - len(lines) / 2) * sheet.line, role="ink")
    room = sheet.width - columns.left - columns.number - columns.note
    length = room * row.value / max(1, largest)
    thick = min(sheet.px(16), (box.bottom - box.top) * 0.6)
    if row.value:
        sheet.add(Rect(columns.left, middle - thick / 2, length, thick, row.role, key=row.key))
    x = columns.left + length + sheet.px(6)
    number = sheet.label(language.number(row.value), x, middle - sheet.line / 2, role="ink", weight=look.SEMIBOLD)
    sheet.add(number)
    if row.note:
        x += number.width + sheet.px(6)
        sheet.write(sheet.elide(row.note, sheet.width - x), x, middle - sheet.line / 2)
    tip = [language.text(ITEM, label=row.label, value=language.number(row.value))]
    sheet.hit(row.key, box, [*tip, row.note] if row.note else tip)
