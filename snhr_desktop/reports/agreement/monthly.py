"""A report of a month: its columns against what was asked, the months of the year against the year's own total."""

from collections.abc import Iterator

from snhr_desktop.figures.catalogue import FIGURES
from snhr_desktop.i18n import N_
from snhr_desktop.reports.agreement.disagreement import Disagreement
from snhr_desktop.reports.agreement.numbers import value
from snhr_desktop.reports.edition import Edition
from snhr_desktop.reports.manuscript import Manuscript
from snhr_desktop.reports.parts import DataTable, Part, Picture
from snhr_desktop.reports.sections.alongside import numbers, spans
from snhr_desktop.reports.sections.year import of_year

COLUMN = N_("a number beside the month is not that of the records")
RUNNING = N_("a running sum does not match its months")
LATE = N_("an incident verified late is counted in the month as well")


def disagreements(manuscript: Manuscript) -> Iterator[Disagreement]:
    """Everything in the parts of a monthly report that does not agree; nothing for other kinds."""
    edition, sections = manuscript.edition, manuscript.sections()
    if edition.snapshot.year is None:
        return
    yield from _columns(edition, sections.get("alongside", ()))
    yield from _year(edition, sections.get("year", ()))
    counted = {line.reference for line in edition.snapshot.incidents}
    yield from (Disagreement(LATE, one.reference) for one in edition.snapshot.late if one.reference in counted)


def _columns(edition: Edition, parts: tuple[Part, ...]) -> Iterator[Disagreement]:
    expected = {edition.title_of(code): numbers(edition, code) for code in FIGURES}
    for table in parts:
        if not isinstance(table, DataTable):
            continue
        if tuple(column.title for column in table.columns[1:]) != spans(edition):
            yield Disagreement(COLUMN, table.caption)
        for title, *printed in table.rows:
            if tuple(printed) != expected.get(title):
                yield Disagreement(COLUMN, title, " · ".join(printed), " · ".join(expected.get(title, ())))


def _year(edition: Edition, parts: tuple[Part, ...]) -> Iterator[Disagreement]:
    """Chart and table of the months: each month is that of the records, and all together are the year."""
    seen = of_year(edition)
    if seen is None:
        return
    killed = seen.answer("civilians_killed")
    for part in parts:
        if isinstance(part, Picture):
            drawn = sum(getattr(part.chart, "totals", ()))
            unknown = killed.by["month"].get("not_known", 0)
            if drawn + unknown != killed.total:
                yield Disagreement(RUNNING, part.chart.title, f"{drawn:,}", f"{killed.total:,}")
        elif isinstance(part, DataTable):
            yield from _sums(seen, part)


def _sums(seen: Edition, table: DataTable) -> Iterator[Disagreement]:
    codes = {seen.title_of(code): code for code in FIGURES}
    rows = [*table.rows, table.remainder] if table.remainder else table.rows
    for at, column in enumerate(table.columns[1:], start=1):
        summed, code = sum(value(row[at]) or 0 for row in rows), codes[column.title]
        if summed != seen.total(code) or value(table.total[at]) != seen.total(code):
            yield Disagreement(RUNNING, FIGURES[code].title, f"{summed:,g}", f"{seen.total(code):,}")
