"""A report of a month: its columns against what was asked, the months of the year, and what was verified late."""

from collections import Counter
from collections.abc import Iterator

from snhr_desktop.figures.catalogue import FIGURES
from snhr_desktop.i18n import N_
from snhr_desktop.reports.agreement.disagreement import Disagreement
from snhr_desktop.reports.agreement.numbers import value
from snhr_desktop.reports.agreement.tables import Rows, differing, of_breakdown, of_incidents, whole_rows
from snhr_desktop.reports.edition import Edition
from snhr_desktop.reports.figures_told import figures_told
from snhr_desktop.reports.manuscript import Manuscript
from snhr_desktop.reports.parts import DataTable, Part
from snhr_desktop.reports.sections.alongside import spans
from snhr_desktop.reports.sections.year import of_year

COLUMN = N_("a number beside the month is not that of the records")
LATE = N_("an incident verified late is counted in the month as well")


def disagreements(manuscript: Manuscript) -> Iterator[Disagreement]:
    """Everything in the parts of a monthly report that does not agree; nothing for other kinds."""
    edition, sections = manuscript.edition, manuscript.sections()
    if edition.snapshot.year is None:
        return
    yield from _alongside(edition, _tables(sections.get("alongside", ())))
    for table in _tables(sections.get("year", ())):
        yield from _year(edition, table)
    for table in _tables(sections.get("late", ())):
        yield from _late(edition, table)
    counted = {line.reference for line in edition.snapshot.incidents}
    yield from (Disagreement(LATE, one.reference) for one in edition.snapshot.late if one.reference in counted)


def _alongside(edition: Edition, tables: list[DataTable]) -> Iterator[Disagreement]:
    """Every figure in each of the columns, in whichever of the two tables."""
    snapshot = edition.snapshot
    answers = [snapshot.answers, *(one.answers for one in (snapshot.previous, snapshot.year) if one)]
    expected: Rows = Counter(
        (edition.title_of(code), tuple(value(_figures(edition, one[code].total, code)) for one in answers))
        for code in figures_told(snapshot)
    )
    printed: Rows = Counter((row[0], tuple(map(value, row[1:]))) for table in tables for row in table.rows)
    if tables:
        yield from differing(printed, expected, whole=True)
    for table in tables:
        if tuple(column.title for column in table.columns[1:]) != spans(edition):
            yield Disagreement(COLUMN, table.caption)


def _figures(edition: Edition, number: float | None, code: str) -> str:
    return FIGURES[code].unit.figures(number, edition.language)


def _year(edition: Edition, table: DataTable) -> Iterator[Disagreement]:
    seen = of_year(edition)
    if seen is not None:
        yield from of_breakdown(seen, table, "month")


def _late(edition: Edition, table: DataTable) -> Iterator[Disagreement]:
    """Each incident in a row of its own, under its code in the second column."""
    yield from differing(whole_rows(table, named_by=1), of_incidents(edition, edition.snapshot.late))


def _tables(parts: tuple[Part, ...]) -> list[DataTable]:
    return [part for part in parts if isinstance(part, DataTable)]
