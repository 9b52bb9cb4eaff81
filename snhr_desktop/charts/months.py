"""Stacked columns, one a month, with the axis at the reading side and time running with the reading."""

import calendar
import datetime as dt
from dataclasses import dataclass

from snhr_desktop import look
from snhr_desktop.charts.description import Marker, MonthChart
from snhr_desktop.charts.drawing import Box, Line, Rect
from snhr_desktop.charts.markers import MarkerPlan, draw_list, draw_markers, marker_text, plan_markers
from snhr_desktop.charts.month_axis import draw_months, plan_months
from snhr_desktop.charts.scales import ticks
from snhr_desktop.charts.sheet import Sheet, pattern_of
from snhr_desktop.i18n import N_

ITEM = N_("{label}: {value}")
_TOTAL = N_("Total: {value}")
_BAR_SHARE = 0.64
_LEAST_PLOT = 72
_GOOD_PLOT = 170


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


def lay_out_months(sheet: Sheet, chart: MonthChart) -> None:
    """Put a month chart on the sheet."""
    top = sheet.head(chart.unit)
    if not chart.months or not chart.series:
        return sheet.message(chart.empty, Box(0, top, sheet.width, sheet.height))
    if len(chart.series) > 1:
        parts = len(chart.series)
        entries = [(series.role, pattern_of(series.role, parts), series.label) for series in chart.series]
        top = sheet.legend(entries, top) + sheet.px(6)
    marks = ticks(max(chart.totals))
    left = sheet.widest(sheet.language.number(mark) for mark in marks) + sheet.px(8)
    step = (sheet.width - left) / len(chart.months)
    axis = plan_months(sheet, chart.months, step)
    markers = _in_period(chart)
    places = [left + _place(chart.months, marker.date) * step for marker in markers]
    totals_room = sheet.line if _totals_fit(sheet, chart, step) else 0.0
    foot = axis.height(sheet) + sheet.px(2)
    free = sheet.height - top - totals_room - foot - sheet.px(_LEAST_PLOT + 34)
    plan = plan_markers(sheet, markers, places, left, free)
    list_height = plan.list_lines * sheet.line + (sheet.px(8) if plan.entries else 0.0)
    plot_top = top + plan.above + totals_room + sheet.px(6)
    bottom = max(plot_top + 1, sheet.height - foot - list_height)
    plot = Plot(left, plot_top, bottom, step, marks[-1])
    _draw_grid(sheet, plot, marks)
    tops = _draw_columns(sheet, chart, plot, bool(totals_room))
    draw_months(sheet, axis, chart.months, left, bottom)
    _draw_plan(sheet, plan, plot, tops, top + plan.above, sheet.height - list_height + sheet.px(4))
    _add_hits(sheet, chart, markers, plot)
    return None


def months_height(sheet: Sheet, chart: MonthChart) -> float:
    """A height that leaves the columns their share, whatever stands above and below them."""
    markers = _in_period(chart)
    step = sheet.width / max(1, len(chart.months))
    places = [_place(chart.months, marker.date) * step for marker in markers]
    plan = plan_markers(sheet, markers, places, 0.0, float("inf"))
    head = 2 * sheet.line + sheet.px(10)
    axis = plan_months(sheet, chart.months, step).height(sheet)
    listed = plan.list_lines * sheet.line + sheet.px(8) if plan.entries else 0.0
    return head + plan.above + sheet.px(_GOOD_PLOT) + axis + listed


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


def _in_period(chart: MonthChart) -> list[Marker]:
    """The markers whose month is shown, by day."""
    shown = {(day.year, day.month) for day in chart.months}
    return sorted(
        (marker for marker in chart.markers if (marker.date.year, marker.date.month) in shown),
        key=lambda marker: marker.date,
    )


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


def _add_hits(sheet: Sheet, chart: MonthChart, markers: list[Marker], plot: Plot) -> None:
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
