"""Every mistake of a kind that a manuscript can hold: each number one more, each row gone, two rows exchanged.

Made blindly, part by part, so that a part which nobody thought of is tried as well.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from snhr_desktop.reports.manuscript import Manuscript
from snhr_desktop.reports.parts import Bullets, DataTable, Facts, Heading, KeyFigures, Masthead, Part, Picture, Prose

_NUMBER = re.compile(r"(?<![\w.,\-])\d{1,3}(?:,\d{3})*(?:\.\d+)?(?![\w\-]|[.,]\d)")


def mutations(manuscript: Manuscript) -> Iterator[tuple[str, str, Manuscript]]:
    """The section, what was done, and the manuscript with that one mistake."""
    for code, at in _places(manuscript):
        part = manuscript.parts[at]
        for what, others in _of(part):
            parts = (*manuscript.parts[:at], *others, *manuscript.parts[at + 1 :])
            yield code, what, replace(manuscript, parts=parts)


def _places(manuscript: Manuscript) -> Iterator[tuple[str, int]]:
    """The section that each part stands in, and where; titles of sections are none."""
    code = ""
    for at, part in enumerate(manuscript.parts):
        if isinstance(part, Heading) and part.listed:
            code = part.key.partition("-")[2]
        else:
            yield code, at


def _of(part: Part) -> Iterator[tuple[str, tuple[Part, ...]]]:
    for kind, made in _MADE.items():
        if isinstance(part, kind):
            yield from ((what, (other,)) for what, other in made(part))
    if isinstance(part, DataTable | KeyFigures | Picture):
        yield f"{type(part).__name__} gone", ()


def _band(band: KeyFigures) -> Iterator[tuple[str, Part]]:
    for at, (number, title) in enumerate(band.cells):
        for more in _more(number):
            yield f"{title}: {more}", KeyFigures((*band.cells[:at], (more, title), *band.cells[at + 1 :]))


def _facts(facts: Facts) -> Iterator[tuple[str, Part]]:
    for at, (title, lines) in enumerate(facts.rows):
        yield f"{title} gone", Facts(facts.rows[:at] + facts.rows[at + 1 :])
        for line, text in enumerate(lines):
            for more in _more(text):
                told = (*lines[:line], more, *lines[line + 1 :])
                yield f"{title}: {more}", Facts((*facts.rows[:at], (title, told), *facts.rows[at + 1 :]))


def _bullets(bullets: Bullets) -> Iterator[tuple[str, Part]]:
    for at, item in enumerate(bullets.items):
        yield f"item gone: {item}", _without(bullets, at)
        for more in _more(item):
            yield more, replace(bullets, items=(*bullets.items[:at], more, *bullets.items[at + 1 :]))


def _head(head: Masthead) -> Iterator[tuple[str, Part]]:
    for at, line in enumerate(head.lines):
        for more in _more(line):
            yield more, replace(head, lines=(*head.lines[:at], more, *head.lines[at + 1 :]))


def _words(part: Heading | Prose) -> Iterator[tuple[str, Part]]:
    yield from ((more, replace(part, text=more)) for more in _more(part.text))


def _without(part: Bullets, at: int) -> Bullets:
    def left(of: tuple[Any, ...]) -> tuple[Any, ...]:
        return of[:at] + of[at + 1 :]

    return Bullets(left(part.items), left(part.markers), left(part.marks))


def _table(table: DataTable) -> Iterator[tuple[str, Part]]:
    rows = table.rows
    for at, row in enumerate(rows):
        yield f"row gone: {row}", replace(table, rows=rows[:at] + rows[at + 1 :])
        yield f"row twice: {row}", replace(table, rows=(*rows[: at + 1], row, *rows[at + 1 :]))
        for column, cell in enumerate(row):
            for more in _more(cell):
                yield f"{row[0]}: {more}", replace(table, rows=(*rows[:at], _with(row, column, more), *rows[at + 1 :]))
    for one, other in ((0, 1), (0, len(rows) - 1)):
        # of two rows of one name nobody can tell that they were exchanged, and nothing is wrong
        if other < len(rows) and rows[one][0] != rows[other][0] and rows[one][1:] != rows[other][1:]:
            exchanged = list(rows)
            exchanged[one] = (rows[one][0], *rows[other][1:])
            exchanged[other] = (rows[other][0], *rows[one][1:])
            yield f"exchanged: {rows[one][0]} / {rows[other][0]}", replace(table, rows=tuple(exchanged))
    yield from _columns(table)
    for column, cell in enumerate(table.total):
        for more in _more(cell):
            yield f"total: {more}", replace(table, total=_with(table.total, column, more))


def _columns(table: DataTable) -> Iterator[tuple[str, Part]]:
    """The titles of the last two columns exchanged, where what stands under them differs."""
    titles = [column.title for column in table.columns]
    if len(titles) > 2 and len({row[-1] for row in table.rows} | {row[-2] for row in table.rows}) > 1:
        columns = (*table.columns[:-2], table.columns[-1], table.columns[-2])
        yield f"columns exchanged: {titles[-2:]}", replace(table, columns=columns)


def _with(row: tuple[str, ...], at: int, cell: str) -> tuple[str, ...]:
    return (*row[:at], cell, *row[at + 1 :])


def _chart(chart: Any) -> Iterator[tuple[str, Any]]:
    for name in ("rows", "shares", "points"):
        drawn = getattr(chart, name, ())
        for at, one in enumerate(drawn):
            yield f"{one.key} one more", _changed(chart, name, at, replace(one, value=one.value + 1))
            yield f"{one.key} gone", replace(chart, **{name: drawn[:at] + drawn[at + 1 :]})
    for at, one in enumerate(getattr(chart, "series", ())):
        values = (one.values[0] + 1, *one.values[1:])
        yield f"series {at} one more", _changed(chart, "series", at, replace(one, values=values))
        if len(set(one.values)) > 1:
            yield f"series {at} turned", _changed(chart, "series", at, replace(one, values=one.values[::-1]))


def _changed(chart: Any, name: str, at: int, one: Any) -> Any:
    drawn = getattr(chart, name)
    return replace(chart, **{name: (*drawn[:at], one, *drawn[at + 1 :])})


def _more(text: str) -> Iterator[str]:
    """The text with each of its numbers one more, years left alone."""
    for found in _NUMBER.finditer(text):
        plain = found[0].replace(",", "")
        if not 1900 < float(plain) < 2100:
            number = f"{float(plain) + 1:,.{len(plain.partition('.')[2])}f}"
            yield f"{text[: found.start()]}{number}{text[found.end() :]}"


def _picture(picture: Picture) -> Iterator[tuple[str, Part]]:
    yield from ((what, replace(picture, chart=chart)) for what, chart in _chart(picture.chart))


_MADE: dict[Any, Callable[[Any], Iterator[tuple[str, Part]]]] = {
    DataTable: _table, KeyFigures: _band, Picture: _picture, Facts: _facts, Bullets: _bullets,
    Masthead: _head, Heading: _words, Prose: _words,
}  # fmt: skip
