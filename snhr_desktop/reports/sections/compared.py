"""Published beside recorded: what was printed before, what the records hold now, and the difference."""

from snhr_desktop.domain.vocabularies import label
from snhr_desktop.figures.breakdowns import BREAKDOWNS
from snhr_desktop.figures.published import Beside
from snhr_desktop.figures.units import UNITS
from snhr_desktop.i18n import N_, piece
from snhr_desktop.reports.differences import OF_TERM, POINTS
from snhr_desktop.reports.edition import Edition
from snhr_desktop.reports.parts import DataTable, Part, TableColumn
from snhr_desktop.reports.section import Section
from snhr_desktop.reports.sections.key_figures import FIGURE
from snhr_desktop.reports.telling import Telling

TITLE = N_("Published beside recorded")
PUBLISHED, RECORDED, DIFFERENCE = N_("Published"), N_("Recorded"), N_("Difference")
OF_SCOPE = N_("{figure} ({scope})")
SOURCE = N_("Source of the published figures: {source}.")
NEVER_ADDED = N_("Published figures are shown beside the records and are never added to them.")
_NONE = "–"


def build(edition: Edition) -> tuple[Part, ...]:
    """The table; nothing where the period has no published figures."""
    compared = edition.snapshot.compared
    if not compared:
        return ()
    sources = dict.fromkeys(beside.source.source for beside in compared if beside.source.source)
    columns = (
        TableColumn(edition.text(FIGURE), share=3.4),
        TableColumn(
            edition.text(PUBLISHED), numeric=True, notes=tuple(edition.text(SOURCE, source=s) for s in sources)
        ),
        *(TableColumn(edition.text(title), numeric=True) for title in (RECORDED, DIFFERENCE)),
    )
    rows = tuple(row(edition, beside) for beside in compared)
    return (DataTable(edition.text(TITLE), columns, rows, note=edition.text(NEVER_ADDED)),)


def row(telling: Telling, beside: Beside) -> tuple[str, ...]:
    """What was published, its number, the number recorded, and the difference with its sign."""
    return (
        _label(telling, beside),
        _number(telling, beside, beside.published) or beside.source.value,
        _number(telling, beside, beside.recorded) or _NONE,
        _difference(telling, beside),
    )


def _label(telling: Telling, beside: Beside) -> str:
    entry = beside.source
    said = telling.text(beside.figure.title) if beside.figure else entry.figure
    if entry.breakdown in BREAKDOWNS:
        said = telling.text(OF_TERM, figure=said, term=telling.term(entry.breakdown, entry.term))
    if entry.scope != telling.snapshot.scope:
        said = telling.text(OF_SCOPE, figure=said, scope=label("scope", entry.scope, telling.language))
    return said


def _number(telling: Telling, beside: Beside, number: float | None) -> str:
    if number is None:
        return ""
    unit = beside.figure.unit if beside.figure else UNITS["victims"]
    return unit.figures(number, telling.language)


def _difference(telling: Telling, beside: Beside) -> str:
    difference = beside.difference
    if difference is None:
        return _NONE
    sign, language = "+" if difference > 0 else "−" if difference < 0 else "", telling.language
    if beside.figure and not beside.figure.unit.counting:  # 42.1% is not 0.3% more than 41.8%
        signed = piece(f"{sign}{language.number(abs(difference), 1)}")
        return language.isolate(telling.text(POINTS, difference=signed))
    return f"{sign}{_number(telling, beside, abs(difference))}"


SECTION = Section("compared", TITLE, build, level=2)
