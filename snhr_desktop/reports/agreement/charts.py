"""Charts against the records, and so against the tables that are held against the same: every bar and every column."""

from collections.abc import Callable, Iterator, Mapping

from snhr_desktop.charts import BarChart, Chart, MapChart, MonthChart, ShareBar
from snhr_desktop.figures.breakdowns import BREAKDOWNS
from snhr_desktop.figures.catalogue import FIGURES
from snhr_desktop.i18n import N_, Message, bare
from snhr_desktop.reports.agreement.disagreement import Disagreement
from snhr_desktop.reports.edition import Edition
from snhr_desktop.reports.manuscript import Manuscript
from snhr_desktop.reports.parts import Picture
from snhr_desktop.reports.pictures import arrests, classes, facilities, months, parties, places
from snhr_desktop.reports.sections import year
from snhr_desktop.reports.sections.year import of_year

CHART = N_("a chart differs from the records")
LABEL = N_("a part of a chart has the wrong name")
UNKNOWN = N_("a chart shows what no figure answers for")
EVENT = N_("an event of a chart stands at the wrong date")

_SHOWN: Mapping[Message, tuple[str, str]] = {
    arrests.TITLE: (arrests.FIGURE, "party"),
    classes.TITLE: (classes.FIGURE, "class"),
    facilities.TITLE: (facilities.FIGURE, "category"),
    months.TITLE: (months.FIGURE, "month"),
    parties.TITLE: (parties.FIGURE, "party"),
    places.TITLE: (places.FIGURE, "subdistrict"),
    places.INCIDENTS_TITLE: ("incidents", "subdistrict"),
}
"""By the title of a chart: the figure it shows, and the breakdown."""

Told = dict[str, tuple[str, int]]
"""Each part of a chart by its key: its name and its number."""


def disagreements(manuscript: Manuscript) -> Iterator[Disagreement]:
    """Everything in charts and maps that does not agree."""
    edition = manuscript.edition
    shown = {edition.text(title): (edition, *what) for title, what in _SHOWN.items()}
    if seen := of_year(edition):
        shown[edition.text(year.CHART)] = (seen, months.FIGURE, "month")
    for part in manuscript.parts:
        if isinstance(part, Picture):
            if part.chart.title not in shown:
                yield Disagreement(UNKNOWN, part.chart.title)
                continue
            yield from _chart(part.chart, *shown[part.chart.title])
            if isinstance(part.chart, MonthChart):
                yield from _events(edition, part.chart)


def _chart(chart: Chart, edition: Edition, figure: str, breakdown: str) -> Iterator[Disagreement]:
    counted = dict(edition.answer(figure).by[breakdown])
    if isinstance(chart, MonthChart):  # what lies in no known month, or at no known place, is in the table alone
        counted.pop(BREAKDOWNS[breakdown].remainder, None)
    if isinstance(chart, MapChart):
        counted = {term: number for term, number in counted.items() if term in edition.snapshot.places}
    told = _READ[type(chart)](chart)
    for term in dict.fromkeys([*counted, *told]):
        name, number = told.get(term, ("", 0))
        if number != counted.get(term, 0):
            yield Disagreement(CHART, FIGURES[figure].title, f"{term} {number}", f"{term} {counted.get(term, 0)}")
        elif name and bare(name) != bare(edition.term(breakdown, term)):
            yield Disagreement(LABEL, FIGURES[figure].title, name, edition.term(breakdown, term))


def _events(edition: Edition, chart: MonthChart) -> Iterator[Disagreement]:
    known = {(marker.label(edition.language), marker.when.first) for marker in edition.snapshot.file.markers}
    for marker in chart.markers:
        if (marker.label, marker.date) not in known:
            yield Disagreement(EVENT, marker.label, edition.language.date(marker.date))


def _months(chart: MonthChart) -> Told:
    return {f"{month:%Y-%m}": ("", number) for month, number in zip(chart.months, chart.totals, strict=True)}


_READ: Mapping[type, Callable[..., Told]] = {
    MonthChart: _months,
    BarChart: lambda chart: {row.key: (row.label, row.value) for row in chart.rows},
    ShareBar: lambda chart: {share.key: (share.label, share.value) for share in chart.shares},
    MapChart: lambda chart: {point.key: (point.label, point.value) for point in chart.points},
}
