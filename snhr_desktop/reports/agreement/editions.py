"""One language against the other: the same parts in the same order, with the same numbers in each row."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from snhr_desktop.i18n import N_, bare
from snhr_desktop.reports.agreement.disagreement import Disagreement
from snhr_desktop.reports.agreement.numbers import SPELLED, names_with_numbers, told, value
from snhr_desktop.reports.agreement.sentences import texts_of
from snhr_desktop.reports.kind import NAMES
from snhr_desktop.reports.manuscript import Manuscript
from snhr_desktop.reports.parts import DataTable, Facts, KeyFigures, Part, Picture
from snhr_desktop.reports.sections import particulars

TABLE = N_("a table differs between the languages")
WORDS = N_("a number differs between the languages")
SHAPE = N_("a section is not the same in both languages")
CHART = N_("a chart differs between the languages")

_STANDING = frozenset(NAMES)
_OF_RECORDS = frozenset({"massacres", "particulars"})
_OWN_WORDS = frozenset({"statements", "narrative"})
"""Sections in which a record's own words stand, in each language its own."""
_BY_ALPHABET = frozenset({"names", "detained"})
"""The sections whose rows stand in the order of each language's letters."""
_COUNTED = (particulars.WHEN, particulars.WHAT, particulars.TOLL)
"""The particulars that hold nothing of a record's own words."""
_REFERENCE = 10
"""Below it the languages write paragraphs of articles differently: (ii), (2)."""


def disagreements(printed: Sequence[Manuscript], beside: Sequence[Manuscript]) -> Iterator[Disagreement]:
    """Everything in which two languages differ. Standing texts are compared where both are printed."""
    first, *others = printed
    for other in others:
        yield from _compared(first, other, standing=True)
    for other in beside:
        yield from _compared(first, other, standing=False)


def _compared(one: Manuscript, other: Manuscript, standing: bool) -> Iterator[Disagreement]:
    here, there = one.sections(), other.sections()
    for code in dict.fromkeys([*here, *there]):
        if code in _STANDING:
            if standing:
                yield from _words(here.get(code, ()), there.get(code, ()), least=_REFERENCE)
        elif code in _OWN_WORDS:
            continue
        elif code in _OF_RECORDS:
            yield from _records(one, other, here.get(code, ()), there.get(code, ()))
        else:
            ordered = _in_one_order if code in _BY_ALPHABET else tuple[Part, ...]
            yield from _section(one, other, ordered(here.get(code, ())), ordered(there.get(code, ())))


def _section(
    one: Manuscript, other: Manuscript, here: tuple[Part, ...], there: tuple[Part, ...]
) -> Iterator[Disagreement]:
    if [type(part) for part in here] != [type(part) for part in there]:
        yield Disagreement(SHAPE, _title(here or there))
        return
    for mine, its in zip(here, there, strict=True):
        if isinstance(mine, DataTable) and isinstance(its, DataTable):
            yield from _tables(mine, its)
        elif isinstance(mine, KeyFigures) and isinstance(its, KeyFigures):
            yield from _cells(mine, its)
        else:
            yield from _charts(mine, its)
            yield from _words((mine,), (its,), (names_with_numbers(one.edition), names_with_numbers(other.edition)))


def _in_one_order(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """The tables by the code of the incident and the age, which are the same in every language."""
    return tuple(
        replace(part, rows=tuple(sorted(part.rows, key=lambda row: (row[-1], row[2]))))
        if isinstance(part, DataTable)
        else part
        for part in parts
    )


def _tables(mine: DataTable, its: DataTable) -> Iterator[Disagreement]:
    columns = [at for at, column in enumerate(mine.columns) if column.numeric]
    rows = [(*table.rows, table.remainder, table.total) for table in (mine, its)]
    if len(rows[0]) != len(rows[1]):
        yield Disagreement(TABLE, mine.caption or mine.columns[0].title, str(len(mine.rows)), str(len(its.rows)))
        return
    for row, same in zip(*rows, strict=True):
        if [value(row[at]) for at in columns if row] != [value(same[at]) for at in columns if same]:
            yield Disagreement(TABLE, row[0] if row else mine.caption, " · ".join(row[1:]), " · ".join(same[1:]))


def _cells(mine: KeyFigures, its: KeyFigures) -> Iterator[Disagreement]:
    numbers = [[value(number) for number, _ in band.cells] for band in (mine, its)]
    if numbers[0] != numbers[1]:
        yield Disagreement(WORDS, mine.cells[0][1], " · ".join(n for n, _ in mine.cells))


def _charts(mine: Part, its: Part) -> Iterator[Disagreement]:
    if isinstance(mine, Picture) and isinstance(its, Picture) and _drawn(mine) != _drawn(its):
        yield Disagreement(CHART, mine.chart.title)


def _drawn(picture: Picture) -> list[tuple[object, ...]]:
    chart = picture.chart
    series = [("", *one.values) for one in getattr(chart, "series", ())]
    events = [(marker.date,) for marker in getattr(chart, "markers", ())]
    drawn = [(one.key, one.value) for name in ("rows", "shares", "points") for one in getattr(chart, name, ())]
    return [*series, *events, *drawn]


def _words(
    here: tuple[Part, ...],
    there: tuple[Part, ...],
    names: tuple[tuple[str, ...], tuple[str, ...]] = ((), ()),
    least: float = SPELLED,
) -> Iterator[Disagreement]:
    mine, its = told(texts_of(here), names[0], least), told(texts_of(there), names[1], least)
    if mine != its:
        only = [" · ".join(f"{number:,g}" for number in (a - b)) for a, b in ((mine, its), (its, mine))]
        yield Disagreement(WORDS, _title(here or there), *only)


def _records(
    one: Manuscript, other: Manuscript, here: tuple[Part, ...], there: tuple[Part, ...]
) -> Iterator[Disagreement]:
    facts = [[part for part in parts if isinstance(part, Facts)] for parts in (here, there)]
    if len(facts[0]) != len(facts[1]):
        yield Disagreement(SHAPE, _title(here or there))
        return
    for mine, its in zip(*facts, strict=True):
        rows = (dict(mine.rows), dict(its.rows))
        for label in _COUNTED:
            lines = [row.get(m.edition.text(label), ()) for row, m in zip(rows, (one, other), strict=True)]
            if told(lines[0]) != told(lines[1]) or mine.rows[0][1] != its.rows[0][1]:
                yield Disagreement(WORDS, mine.rows[0][1][0], " ".join(lines[0]), " ".join(lines[1]))


def _title(parts: tuple[Part, ...]) -> str:
    """The beginning of what stands there: what a person finds on the page."""
    return next((bare(text)[:160] for text in texts_of(parts)), "")
