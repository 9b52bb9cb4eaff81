"""The line of time below the columns: months by name, as many as have room, and years below them."""

import datetime as dt
from dataclasses import dataclass

from snhr_desktop import look
from snhr_desktop.charts.drawing import Line
from snhr_desktop.charts.sheet import Sheet

_EVERY = (1, 2, 3, 4, 6)


@dataclass(frozen=True)
class MonthAxis:
    """Which months carry their name, in how many lines. `step` is the width of a month."""

    names: tuple[tuple[int, tuple[str, ...]], ...]
    lines: int
    step: float

    def height(self, sheet: Sheet) -> float:
        """Room below the baseline."""
        return sheet.px(4) + (self.lines + 1) * sheet.line


def plan_months(sheet: Sheet, months: tuple[dt.date, ...], step: float) -> MonthAxis:
    """Name every month where the names fit, else every second, third ..., and else none but the years."""
    names = [sheet.language.month_name(day, short=True) for day in months]
    for every in _EVERY:
        room = step * every - sheet.px(3)
        chosen = [i for i, day in enumerate(months) if _is_named(i, day, every)]
        if not chosen or sheet.widest(word for i in chosen for word in names[i].split()) > room:
            continue
        wrapped = [sheet.wrap(names[i], room) for i in chosen]
        return MonthAxis(tuple(zip(chosen, wrapped, strict=True)), max(map(len, wrapped)), step)
    return MonthAxis((), 0, step)


def draw_months(sheet: Sheet, axis: MonthAxis, months: tuple[dt.date, ...], left: float, top: float) -> None:
    """Write the names below `top`, columns beginning at `left`."""
    names_top = top + sheet.px(4)
    free_from = left - sheet.px(4)
    for i, lines in axis.names:
        width = sheet.widest(lines)
        centre = left + (i + 0.5) * axis.step
        if i == 0:
            centre = max(centre, free_from + width / 2)
        centre = min(centre, sheet.width - width / 2)
        if centre - width / 2 < free_from:
            continue
        free_from = centre + width / 2 + sheet.px(2)
        for k, line in enumerate(lines):
            sheet.write(line, centre, names_top + k * sheet.line, "middle")
    _draw_years(sheet, axis, months, left, top)


def _is_named(index: int, day: dt.date, every: int) -> bool:
    """Quarters and half years follow the calendar, the others count from the first month."""
    return (day.month - 1) % every == 0 if every in (3, 6) else index % every == 0


def _draw_years(sheet: Sheet, axis: MonthAxis, months: tuple[dt.date, ...], left: float, top: float) -> None:
    """The year at its first month, with a tick where one ends; every year, or every second, fifth, tenth."""
    firsts = [i for i, day in enumerate(months) if not i or day.year != months[i - 1].year]
    bottom = top + axis.height(sheet)
    hairline = sheet.px(look.HAIRLINE)
    free_from = 0.0
    for i in firsts[:: _every_year(sheet, axis, months)]:
        start = left + i * axis.step
        x = start + sheet.px(4 if i else 0)
        year = sheet.language.year(months[i])
        width = sheet.measure(year, look.SEMIBOLD)
        if i:
            sheet.add(Line(start, top, start, top + sheet.px(4), "border", hairline))
        x = min(x, sheet.width - width)
        if x < free_from:
            continue
        if i and x > start:
            sheet.add(Line(start, bottom - sheet.line, start, bottom, "line", hairline))
        sheet.write(year, x, bottom - sheet.line, weight=look.SEMIBOLD)
        free_from = x + width + sheet.px(6)


def _every_year(sheet: Sheet, axis: MonthAxis, months: tuple[dt.date, ...]) -> int:
    width = sheet.widest({sheet.language.year(day) for day in months}, look.SEMIBOLD) + sheet.px(12)
    if len({day.year for day in months}) < 4:
        return 1
    return next((n for n in (1, 2, 5, 10) if n * 12 * axis.step >= width), 20)
