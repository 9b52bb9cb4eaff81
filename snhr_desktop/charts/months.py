"""Stacked columns, one a month, with the axis at the reading side and time running with the reading."""

import calendar
import datetime as dt
from dataclasses import dataclass

from snhr_desktop import look
from snhr_desktop.charts.description import Marker, MonthChart
from snhr_desktop.charts.drawing import Box, Line, Rect
from snhr_desktop.charts.markers import MarkerPlan, draw_list, draw_markers, marker_text, plan_markers
from snhr_desktop.charts.month_axis import MonthAxis, draw_months, plan_months
from snhr_desktop.charts.scales import ticks
from snhr_desktop.charts.sheet import Sheet, pattern_of
from snhr_desktop.i18n import N_

ITEM = N_("{label}: {value}")
_TOTAL = N_("Total: {value}")
_BAR_SHARE = 0.64
_LEAST_PLOT = 72
_GOOD_PLOT = 170
_LOW = 150
"""A height at which the numbers of the axis stand too close to each other to be as many."""


@dataclass(frozen=True)
class Plot:
    """Where the columns stand: the area's edges, the width of a month, the number at its top."""

    left: float
    top: float
    bottom: float
    step: float
    highest: int

    def y(self, value: float) -> float:
        """Height of a number on the sheet."""
        return self.bottom - (self.bottom - self.top) * value / max(1, self.highest)

    def slot(self, index: int) -> float:
        """Reading-side edge of a month."""
        return self.left + index * self.step


@dataclass(frozen=True)
class Frame:
    """All that stands round the columns: the edges, what the axes say, how the markers are shown."""

    top: float
    left: float
    step: float
    marks: tuple[int, ...]
    axis: MonthAxis
    markers: tuple[Marker, ...]
    plan: MarkerPlan
    totals: float
    foot: float
    listed: float

    @property
    def taken(self) -> float:
        """Height of everything but the columns."""
        return self.top + self.plan.above + self.totals + self.foot + self.listed


def months_height(sheet: Sheet, chart: MonthChart) -> float:
    """A height that leaves the columns their share, whatever stands above and below them."""
    if not chart.months or not chart.series:
        return 4 * sheet.line
    return _frame(sheet, chart, float("inf")).taken + sheet.px(_GOOD_PLOT)


def lay_out_months(sheet: Sheet, chart: MonthChart) -> None:
    """Put a month chart on the sheet."""
    if not chart.months or not chart.series:
        return sheet.message(chart.empty, Box(0, sheet.head(chart.unit), sheet.width, sheet.height))
    frame = _frame(sheet, chart, sheet.height)
    base = frame.top + frame.plan.above
    top = base + frame.totals
    bottom = max(top + 1, sheet.height - frame.foot - frame.listed)
    plot = Plot(frame.left, top, bottom, frame.step, frame.marks[-1])
    _draw_grid(sheet, plot, frame.marks)
    tops = _draw_columns(sheet, chart, plot, bool(frame.totals))
    draw_months(sheet, frame.axis, chart.months, plot.left, bottom)
    _draw_plan(sheet, frame.plan, plot, tops, base, sheet.height - frame.listed + sheet.px(4))
    _add_hits(sheet, chart, frame.markers, plot)
    return None


def _frame(sheet: Sheet, chart: MonthChart, height: float) -> Frame:
    """Put down unit and legend, and see what the rest takes of a height."""
    top = sheet.head(chart.unit)
    parts = len(chart.series)
    if parts > 1:
        entries = [(series.role, pattern_of(series.role, parts), series.label) for series in chart.series]
        top = sheet.legend(entries, top)
    top += sheet.px(6)
    marks = ticks(max(chart.totals), 4 if height > sheet.px(_LOW) else 2)
    left = sheet.widest(sheet.language.number(mark) for mark in marks) + sheet.px(8)
    step = (sheet.width - left) / len(chart.months)
    axis = plan_months(sheet, chart.months, step)
    totals = sheet.line if _totals_fit(sheet, chart, step) else 0.0
    foot = axis.height(sheet) + sheet.px(2)
    markers = _in_period(chart)
    places = [left + _place(chart.months, marker.date) * step for marker in markers]
    room = height - top - totals - foot - sheet.px(_LEAST_PLOT + 34)
    plan = plan_markers(sheet, markers, places, left, room)
    listed = plan.list_lines * sheet.line + sheet.px(8) if plan.entries else 0.0
    return Frame(top, left, step, marks, axis, markers, plan, totals, foot, listed)


def _draw_plan(sheet: Sheet, plan: MarkerPlan, plot: Plot, tops: list[Box], base: float, list_top: float) -> None:
    """Stems end above the column and the number they would cross."""
    pad = sheet.px(2)
    ends = [
        min(
            (top.top - pad for top in tops if top.left - pad <= placed.x <= top.right + pad),
            default=plot.bottom,
        )
        for placed in plan.placed
    ]
    draw_markers(sheet, plan, base, ends)
    draw_list(sheet, plan, list_top)


def _in_period(chart: MonthChart) -> tuple[Marker, ...]:
    """The markers whose month is shown, by day."""
    shown = {(day.year, day.month) for day in chart.months}
    inside = (marker for marker in chart.markers if (marker.date.year, marker.date.month) in shown)
    return tuple(sorted(inside, key=lambda marker: marker.date))


def _place(months: tuple[dt.date, ...], day: dt.date) -> float:
    """A day as a number of months from the first: 15 June is about the middle of June."""
    index = months.index(day.replace(day=1))
    return index + (day.day - 0.5) / calendar.monthrange(day.year, day.month)[1]


def _totals_fit(sheet: Sheet, chart: MonthChart, step: float) -> bool:
    return sheet.widest(map(sheet.language.number, chart.totals)) <= step - sheet.px(3)


def _draw_grid(sheet: Sheet, plot: Plot, marks: tuple[int, ...]) -> None:
    for mark in marks:
        y = plot.y(mark)
        role = "grid" if mark else "border"
        sheet.add(Line(plot.left, y, sheet.width, y, role, sheet.px(look.HAIRLINE)))
        text = sheet.language.number(mark)
        sheet.write(text, plot.left - sheet.px(6), y - sheet.line / 2, "end")


def _draw_columns(sheet: Sheet, chart: MonthChart, plot: Plot, with_totals: bool) -> list[Box]:
    """Columns and, where they fit, their totals; gives what each takes."""
    width = min(plot.step * _BAR_SHARE, sheet.px(64))
    taken = []
    for i, total in enumerate(chart.totals):
        x = plot.slot(i) + (plot.step - width) / 2
        _draw_column(sheet, chart, plot, i, x, width)
        top = plot.y(total)
        box = Box(x, top, x + width, plot.bottom)
        if with_totals:
            label = sheet.label(
                sheet.language.number(total),
                x + width / 2,
                top - sheet.line,
                "middle",
                "ink" if total else "muted",
            )
            sheet.add(label)
            box = Box(min(x, label.box.left), top - sheet.line, max(x + width, label.box.right), plot.bottom)
        taken.append(box)
    return taken


def _draw_column(sheet: Sheet, chart: MonthChart, plot: Plot, index: int, x: float, width: float) -> None:
    below = 0
    for series in chart.series:
        value = series.values[index]
        if not value:
            continue
        bottom, top = plot.y(below), plot.y(below + value)
        pattern = pattern_of(series.role, len(chart.series))
        sheet.add(Rect(x, top, width, bottom - top, series.role, pattern, _key(chart.months[index])))
        if below and width > sheet.px(4):
            sheet.add(Line(x, bottom, x + width, bottom, "surface", sheet.px(look.HAIRLINE)))
        below += value


def _add_hits(sheet: Sheet, chart: MonthChart, markers: tuple[Marker, ...], plot: Plot) -> None:
    language = sheet.language
    for i, month in enumerate(chart.months):
        tip = [language.month(month)]
        tip += [
            language.text(ITEM, label=series.label, value=language.number(series.values[i])) for series in chart.series
        ]
        if len(chart.series) > 1:
            tip.append(language.text(_TOTAL, value=language.number(chart.totals[i])))
        tip += [marker_text(sheet, marker) for marker in markers if marker.date.replace(day=1) == month]
        box = Box(plot.slot(i), plot.top, plot.slot(i) + plot.step, plot.bottom)
        sheet.hit(_key(month), box, tip)


def _key(month: dt.date) -> str:
    return f"{month:%Y-%m}"
