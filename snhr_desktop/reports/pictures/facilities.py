"""Vital civilian facilities hit, by category."""

from snhr_desktop.charts import Bar, BarChart
from snhr_desktop.figures.breakdowns import BREAKDOWNS
from snhr_desktop.i18n import N_
from snhr_desktop.reports.phrases import at_least
from snhr_desktop.reports.telling import Telling, descending

FIGURE = "facility_impacts"
TITLE = N_("Attacks on vital civilian facilities by category")
EMPTY = N_("No attack on a vital civilian facility was documented in this period.")
SAID = N_("In all, {count} were documented; the category hit most often is that of “{category}”.")


def chart(telling: Telling) -> BarChart:
    """The categories, the one hit most often first and what has no category last."""
    numbers = telling.answer(FIGURE).by["category"]
    rows = descending(telling, "category", [FIGURE])
    said = telling.text(EMPTY)
    if rows:
        count = at_least(FIGURE, telling.total(FIGURE), telling.language)
        said = telling.text(SAID, count=count, category=telling.term("category", rows[0]))
    remainder = BREAKDOWNS["category"].remainder
    bars = [Bar(row, telling.term("category", row), numbers[row], "blue") for row in rows]
    if numbers.get(remainder):
        bars.append(Bar(remainder, telling.term("category", remainder), numbers[remainder], "grey"))
    return BarChart(
        title=telling.text(TITLE),
        unit=telling.unit_of(FIGURE),
        summary=said,
        empty=telling.text(EMPTY),
        rows=tuple(bars),
    )
