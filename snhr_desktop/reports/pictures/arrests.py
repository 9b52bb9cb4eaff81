"""Arrests by party."""

from snhr_desktop.charts import Bar, BarChart
from snhr_desktop.i18n import N_, NP_
from snhr_desktop.reports.telling import Telling, descending

FIGURE = "arrests"
TITLE = N_("Arrests, by party")
EMPTY = N_("No arrest is documented in this period.")
COUNT = NP_("at least {n} arrest", "at least {n} arrests")
MOST = N_("Most arrests were made by “{party}”: {count}.")


def chart(telling: Telling) -> BarChart:
    """The parties in descending order. An abduction by nobody knows whom is no arrest, so that none is left over."""
    answer = telling.answer(FIGURE)
    numbers = answer.by["party"]
    rows = [row for row in descending(telling, "party", [FIGURE]) if numbers[row]]
    said = telling.text(EMPTY)
    if rows:
        count = telling.language.plural(COUNT, numbers[rows[0]])
        said = telling.text(MOST, party=telling.term("party", rows[0]), count=count)
    bars = tuple(Bar(row, telling.term("party", row), numbers[row], "accent") for row in rows)
    unit = telling.unit_of(FIGURE)
    return BarChart(title=telling.text(TITLE), unit=unit, summary=said, empty=telling.text(EMPTY), rows=bars)
