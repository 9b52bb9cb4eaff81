"""Tables against the records: each column sums to its total, each row is that of its term, and none is missing."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from snhr_desktop.domain.dates import LATIN_DIGITS, months_between
from snhr_desktop.domain.periods import IDLIB
from snhr_desktop.domain.vocabularies import label
from snhr_desktop.figures.breakdowns import BREAKDOWNS
from snhr_desktop.figures.catalogue import FIGURES
from snhr_desktop.figures.published import Beside
from snhr_desktop.i18n import N_, bare
from snhr_desktop.reports.agreement.disagreement import Disagreement
from snhr_desktop.reports.agreement.numbers import value
from snhr_desktop.reports.agreement.recount import BREAKDOWN, ROUNDING
from snhr_desktop.reports.edition import Edition
from snhr_desktop.reports.figures_told import figures_told
from snhr_desktop.reports.manuscript import Manuscript
from snhr_desktop.reports.parts import DataTable, KeyFigures
from snhr_desktop.reports.sections.incident_list import CODE, date_of, party_of, place_of
from snhr_desktop.reports.sections.key_figures import FIGURE, NUMBER, UNIT
from snhr_desktop.reports.sections.matrix import COLUMN
from snhr_desktop.reports.snapshot import Listed

ROW = N_("a row of a table differs from the records")
MISSING = N_("a row is missing from a table")
HEADLINE = N_("a key figure differs from the records")
PUBLISHED = N_("a published figure is cited wrongly")
RECORDED = N_("a number beside a published figure is not that of the records")

Row = tuple[float | str | None, ...]
Rows = Counter[tuple[str, Row]]
"""How often a row of this label and these numbers is there: two places may share a name."""


def disagreements(manuscript: Manuscript) -> Iterator[Disagreement]:
    """Everything in tables and key figures that does not agree."""
    edition = manuscript.edition
    for part in manuscript.parts:
        if isinstance(part, DataTable):
            yield from _sums(part)
            yield from _rows(edition, part)
        elif isinstance(part, KeyFigures):
            yield from _headline(edition, part)
    for part in manuscript.sections().get("compared", ()):
        if isinstance(part, DataTable):
            yield from _compared(edition, part)


def _sums(table: DataTable) -> Iterator[Disagreement]:
    if not table.total:
        return
    rows = [*table.rows, table.remainder] if table.remainder else table.rows
    for at, column in enumerate(table.columns):
        if column.numeric:
            counted = sum(value(row[at]) or 0 for row in rows)
            if counted != value(table.total[at]):
                yield Disagreement(BREAKDOWN, column.title, table.total[at], f"{counted:g}")


def _rows(edition: Edition, table: DataTable) -> Iterator[Disagreement]:
    first = table.columns[0].title
    if [column.title for column in table.columns] == [edition.text(m) for m in (FIGURE, UNIT, NUMBER)]:
        yield from _figures(edition, table)
    elif first == edition.text(CODE):
        yield from differing(whole_rows(table), of_incidents(edition, edition.snapshot.incidents))
    elif breakdown := next((code for code, title in COLUMN.items() if edition.text(title) == first), ""):
        yield from of_breakdown(edition, table, breakdown)


def of_incidents(edition: Edition, listed: Iterable[Listed]) -> Rows:
    """The rows of a list of incidents: by reference the date, the place, the row of the party and the toll."""
    unknown = label("place_precision", "unknown", edition.language)
    return Counter(
        (
            one.reference,
            (
                bare(date_of(edition, one.date)), bare(place_of(edition, one.place.pcode)) or unknown,
                bare(party_of(edition, one.party_row)), float(one.killed), float(one.injured),
            ),
        )
        for one in listed
    )  # fmt: skip


def whole_rows(table: DataTable, named_by: int = 0) -> Rows:
    """The rows of a table under one of their cells: all the others, numbers read as numbers."""
    columns = [(at, column.numeric) for at, column in enumerate(table.columns) if at != named_by]
    return Counter(
        (bare(row[named_by]), tuple(value(row[at]) if numeric else bare(row[at]) for at, numeric in columns))
        for row in table.rows
    )


def of_breakdown(edition: Edition, table: DataTable, breakdown: str) -> Iterator[Disagreement]:
    """A row for each term and a column for each figure, as the edition's answers have them."""
    codes = {edition.title_of(code): code for code in FIGURES}
    figures = [codes[column.title] for column in table.columns[1:] if column.title in codes]
    if len(figures) < len(table.columns) - 1:
        unknown = next(column.title for column in table.columns[1:] if column.title not in codes)
        yield Disagreement(ROW, table.caption, unknown)
        return
    by: list[Mapping[str, int]] = [edition.answer(code).by[breakdown] for code in figures]
    months = months_between(edition.snapshot.first, edition.snapshot.last) if breakdown == "month" else ()
    own = [*(term for one in by for term in one), *(f"{month:%Y-%m}" for month in months)]
    remainder = BREAKDOWNS[breakdown].remainder
    terms = dict.fromkeys([*own, *([] if breakdown == "month" else [remainder])])
    expected: Rows = Counter(
        (bare(edition.term(breakdown, term)), tuple(float(one.get(term, 0)) for one in by)) for term in terms
    )
    yield from differing(_printed(table), expected, whole=breakdown == "month")
    for code, cell in zip(figures, table.total[1:], strict=True):
        if value(cell) != edition.answer(code).total:
            yield Disagreement(BREAKDOWN, FIGURES[code].title, cell, edition.number(code))


def _printed(table: DataTable) -> Rows:
    rows = [*table.rows, table.remainder] if table.remainder else table.rows
    columns = [at for at, column in enumerate(table.columns) if column.numeric]
    return Counter((bare(row[0]), tuple(value(row[at]) for at in columns)) for row in rows)


def differing(printed: Rows, expected: Rows, whole: bool = False) -> Iterator[Disagreement]:
    """Rows that are not those expected, and rows that are missing.

    One that counts nothing may stand there or not, unless the table has to be `whole`; it never stands there twice.
    """
    labels = {name for name, _ in printed}
    left = [(name, row) for name, row in (printed - expected).elements() if whole or any(row)]
    left += [(name, row) for (name, row), times in printed.items() if not whole and not any(row) and times > 1]
    for name, row in (expected - printed).elements():
        own = next((one for one in left if one[0] == name), None)
        if own:
            left.remove(own)
            yield Disagreement(ROW, name, _said(own[1]), _said(row))
        elif whole or any(row) or name in labels:
            yield Disagreement(MISSING, name, "", _said(row))
    yield from (Disagreement(ROW, name, _said(row)) for name, row in left)


def _said(row: Row) -> str:
    return " · ".join("–" if one is None else one if isinstance(one, str) else f"{one:g}" for one in row)


def _figures(edition: Edition, table: DataTable) -> Iterator[Disagreement]:
    known = {edition.title_of(code): code for code in FIGURES}
    codes = [known.get(row[0], "") for row in table.rows]
    for code, row in zip(codes, table.rows, strict=True):
        if not code:
            yield Disagreement(ROW, row[0], row[-1])
        elif row[1:] != (edition.unit_of(code), edition.number(code)):
            yield Disagreement(ROW, FIGURES[code].title, row[-1], edition.number(code))
    yield from (Disagreement(ROW, FIGURES[code].title) for code, times in Counter(codes).items() if times > 1 and code)
    apart = {FIGURES[code].apart for code in codes if code}
    for code in figures_told(edition.snapshot):
        if code not in codes and FIGURES[code].apart in apart:
            yield Disagreement(MISSING, FIGURES[code].title, "", edition.number(code))


def _headline(edition: Edition, band: KeyFigures) -> Iterator[Disagreement]:
    known = {edition.title_of(code): edition.number(code) for code in FIGURES}
    for number, title in band.cells:
        if known.get(title) != number:
            yield Disagreement(HEADLINE, title, number, known.get(title, ""))


def _compared(edition: Edition, table: DataTable) -> Iterator[Disagreement]:
    for beside, row in zip(edition.snapshot.compared, table.rows, strict=False):
        published, recorded = value(row[1]), value(row[2])
        if published != value(_as_published(beside)):
            yield Disagreement(PUBLISHED, row[0], row[1], _as_published(beside))
        if not _same(recorded, beside.recorded) or _contradicts(edition, beside):
            yield Disagreement(RECORDED, row[0], row[2])
        difference = None if published is None or recorded is None else round(recorded - published, 1)
        if beside.figure and _difference(row[3]) != difference:
            yield Disagreement(RECORDED, row[0], row[3], f"{difference}")
    if len(table.rows) != len(edition.snapshot.compared):
        yield Disagreement(MISSING, table.caption, str(len(table.rows)), str(len(edition.snapshot.compared)))


def _difference(cell: str) -> float | None:
    """The number of a difference, of percentages too: +0.3 points."""
    signed = re.search(r"[+−-]?\d[\d,.٬٫]*", bare(cell).translate(LATIN_DIGITS))
    return value(signed[0] if signed else cell)


def _same(printed: float | None, recorded: float | None) -> bool:
    if printed is None or recorded is None:
        return printed is recorded
    return abs(printed - recorded) <= ROUNDING


def _as_published(beside: Beside) -> str:
    """The value in the report that is cited; the program knows its own by heart."""
    cited = beside.source
    key = (cited.figure, cited.breakdown, cited.term, cited.scope, cited.source)
    known = {(p.figure, p.breakdown, p.term, p.scope, p.source): p.value for p in IDLIB.published}
    return known.get(key, cited.value)


def _contradicts(edition: Edition, beside: Beside) -> bool:
    """Whether what is said to be recorded differs from the same figure in the body of the report."""
    entry, snapshot = beside.source, edition.snapshot
    if beside.figure is None or entry.scope != snapshot.scope:
        return False
    answer = snapshot.answers[entry.figure]
    if not entry.breakdown:
        return beside.recorded != answer.total
    return entry.breakdown in answer.by and beside.recorded != answer.term(entry.breakdown, entry.term)
