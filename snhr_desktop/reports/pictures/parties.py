"""Civilians killed by party, with a row of its own for joint responsibility and one for parties not identified."""

from snhr_desktop.charts import Bar, BarChart
from snhr_desktop.domain.vocabularies import vocabulary
from snhr_desktop.figures.breakdowns import BREAKDOWNS
from snhr_desktop.i18n import N_
from snhr_desktop.reports.phrases import NOBODY_KILLED as EMPTY
from snhr_desktop.reports.phrases import at_least
from snhr_desktop.reports.telling import Telling, descending

FIGURE = "civilians_killed"
TITLE = N_("Civilians killed, by party")
MOST = N_("The highest toll is that of “{party}”: {count}.")
JOINT = N_(
    "An incident attributed to several parties, or to one of them without its being established which, is counted "
    "once, in a row of its own. Iranian militias are counted within the forces of the regime."
)


def chart(telling: Telling) -> BarChart:
    """The parties in descending order; joint rows are told apart by their colour as well as by their words."""
    numbers = telling.answer(FIGURE).by["party"]
    remainder = BREAKDOWNS["party"].remainder
    rows = [row for row in descending(telling, "party", [FIGURE]) if numbers[row]]
    bars = [Bar(row, telling.term("party", row), numbers[row], _role(row)) for row in rows]
    if numbers.get(remainder):
        bars.append(Bar(remainder, telling.term("party", remainder), numbers[remainder], "grey"))
    said = telling.text(EMPTY)
    if rows:
        count = at_least(FIGURE, numbers[rows[0]], telling.language)
        said = telling.text(MOST, party=telling.term("party", rows[0]), count=count)
    return BarChart(
        title=telling.text(TITLE),
        unit=telling.unit_of(FIGURE),
        summary=said,
        empty=telling.text(EMPTY),
        rows=tuple(bars),
    )


def _role(row: str) -> str:
    return "toll" if row in vocabulary("party") else "ochre"
