"""Civilians killed by party, with a row of its own for joint responsibility and one for parties not identified."""

from snhr_desktop.charts import Bar, BarChart
from snhr_desktop.domain.vocabularies import vocabulary
from snhr_desktop.figures.breakdowns import BREAKDOWNS
from snhr_desktop.i18n import N_
from snhr_desktop.reports.pictures.months import EMPTY
from snhr_desktop.reports.telling import Telling, descending

FIGURE = "civilians_killed"
TITLE = N_("Civilians killed, by party")
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
    return BarChart(
        title=telling.text(TITLE),
        unit=telling.unit_of(FIGURE),
        summary=telling.text(JOINT),
        empty=telling.text(EMPTY),
        rows=tuple(bars),
    )


def _role(row: str) -> str:
    return "toll" if row in vocabulary("party") else "ochre"
