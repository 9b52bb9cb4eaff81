"""Workbooks (XLSX, XLSM, XLS, ODS): sheets, hidden ones told and never taken unasked, values and no formulas.

Cells merged over several rows say the same for each of them, as a reader of the sheet takes them: words and dates count
for all their rows, numbers for the first alone, lest one toll be counted for every victim beside it. In the first
column that is merged a number counts for all rows too: there it tells groups apart. Cells merged over several columns
stand in the first of them.
"""

import datetime as dt
import json
import multiprocessing
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from itertools import islice
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from snhr_desktop.exchange import refusals
from snhr_desktop.exchange.reading import workbook_child
from snhr_desktop.exchange.reading.header import LOOKED_AT, Line, Merged
from snhr_desktop.exchange.reading.remarks import A_FORM, FORMULAS_EMPTY, HIDDEN_SHEETS, MERGED, OTHER_SHEETS, Remark
from snhr_desktop.exchange.reading.source import Choices, Row, Sheet, Source
from snhr_desktop.exchange.reading.table import Table, table_of
from snhr_desktop.exchange.refusals import ALL_HIDDEN, EMPTY_SHEET, NO_SHEET, READER_STOPPED, UnreadableFile
from snhr_desktop.exchange.watching import UNWATCHED, Waiting

_FIRST = 200
"""Rows kept from the first look, so that samples start no other process."""
_PATIENCE = 0.1
"""Seconds between two looks at whether a workbook is still wanted."""
_REASONS = (
    "BROKEN_WORKBOOK",
    "LOCKED_WORKBOOK",
    "PACKED_TO_HURT",
    "TOO_LARGE_WORKBOOK",
    "DECLARES_ENTITIES",
    "NOT_OPENED",
)


@dataclass(frozen=True)
class About:
    """What a workbook says of itself. `empty`: how many formulas of the sheet have no value, and their first cells."""

    sheets: Sequence[Sheet]
    chosen: str
    merged: Sequence[Merged]
    empty: tuple[int, Sequence[str]]


def open_workbook(path: Path, kind: str, sha256: str, choices: Choices, waiting: Waiting = UNWATCHED) -> Source:
    """One sheet of a workbook. Raises `UnreadableFile`, `ImportStopped`."""
    most = _FIRST + LOOKED_AT + choices.header_row
    with closing(_words(path, choices.sheet, most, waiting, checked=False)) as words:
        about = _about(next(words))
        _needed(path.name, about, choices)
        lines = list(_lines(words))
    if not lines:
        raise UnreadableFile(path.name, EMPTY_SHEET, sheet=about.chosen)
    table = table_of(path.name, lines, choices.header_row, about.merged)
    header = table.header
    return Source(
        name=path.name,
        kind=kind,
        sha256=sha256,
        columns=tuple(header.positions),
        stream=lambda: _rows(path, about, table, waiting),
        chosen=Choices(about.chosen, header.row),
        sheets=about.sheets,
        positions=header.positions,
        renamed=header.renamed,
        hints=header.tags,
        remarks=(*table.remarks(), *_remarks(about, header.row, frozenset(header.positions))),
        first=tuple(islice(_under(lines, about, table), _FIRST)),
        whole=len(lines) < most,
    )


def sheet_lines(path: Path, sheet: str, waiting: Waiting = UNWATCHED) -> Generator[Line, None, None]:
    """The lines of one sheet of a workbook that was opened before."""
    with closing(_words(path, sheet, 0, waiting, checked=True)) as words:
        next(words)
        yield from _lines(words)


def _rows(path: Path, about: About, table: Table, waiting: Waiting) -> Iterator[Row]:
    with closing(sheet_lines(path, about.chosen, waiting)) as lines:
        yield from _under(lines, about, table)


def _under(lines: Iterable[Line], about: About, table: Table) -> Iterator[Row]:
    below = islice(lines, table.header.first, None)
    for number, cells in _filled(below, [one for one in about.merged if one[0] > table.header.row and one[2] > one[0]]):
        yield Row(number, table.cells(cells), about.chosen)


def _filled(lines: Iterator[Line], merged: Sequence[Merged]) -> Iterator[Line]:
    """Lines with what merged cells above them say."""
    if not merged:
        yield from lines
        return
    groups = min(left for _, left, _, _ in merged)
    waiting = sorted(merged, reverse=True)
    open_ranges: list[tuple[int, int, Any]] = []
    for number, cells in lines:
        row = list(cells)
        open_ranges = [one for one in open_ranges if one[0] >= number]
        for _, left, said in open_ranges:
            row += [None] * (left - len(row))
            row[left - 1] = said
        while waiting and waiting[-1][0] <= number:
            top, left, bottom, _ = waiting.pop()
            said = row[left - 1] if top == number and left <= len(row) else None
            counts = isinstance(said, int | float) and not isinstance(said, bool) and left > groups
            if said is not None and not counts:
                open_ranges.append((bottom, left, said))
        yield number, row


def _words(path: Path, sheet: str, most: int, waiting: Waiting, *, checked: bool) -> Generator[list[Any], None, None]:
    """What the other process says, word by word; it ends with whoever listens."""
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe(duplex=False)
    child = context.Process(
        target=workbook_child.serve, args=(there, str(path), sheet, most, checked), name="workbook", daemon=True
    )
    try:
        child.start()
    except OSError as error:
        raise UnreadableFile(path.name, READER_STOPPED) from error
    there.close()
    try:
        while (word := json.loads(_heard(here, waiting), object_hook=_dated))[0] != "end":
            if word[0] == "refused":
                raise _refusal(path.name, word)
            yield word
    except (EOFError, OSError, ValueError) as error:
        raise UnreadableFile(path.name, READER_STOPPED) from error
    finally:
        here.close()
        child.kill()
        child.join()
        child.close()


def _heard(here: Connection, waiting: Waiting) -> bytes:
    """The next word, as long as somebody waits for it: a large sheet is read for a minute before its first."""
    while not here.poll(_PATIENCE):
        waiting.look()
    return here.recv_bytes()


def _refusal(name: str, word: list[Any]) -> UnreadableFile:
    reason = getattr(refusals, word[1]) if word[1] in _REASONS else READER_STOPPED
    return UnreadableFile(name, reason, **word[2])


def _dated(said: dict[str, Any]) -> Any:
    with suppress(ValueError, TypeError):
        if "day" in said:
            return dt.date.fromisoformat(said["day"])
        if "moment" in said:
            return dt.datetime.fromisoformat(said["moment"])
    return said


def _about(word: list[Any]) -> About:
    said = word[1]
    return About(
        tuple(Sheet(name, hidden) for name, hidden in said["sheets"]),
        said["chosen"],
        tuple((top, left, bottom, right) for top, left, bottom, right in said.get("merged", ())),
        (said["empty"][0], said["empty"][1]),
    )


def _lines(words: Iterator[list[Any]]) -> Iterator[Line]:
    for word in words:
        yield from word[1]


_OF_A_FORM = frozenset({"type", "name"})
"""Columns of the sheet of questions. Submissions stand in no sheet of its name; a form may have no choices."""


def _needed(name: str, about: About, choices: Choices) -> None:
    if choices.sheet and choices.sheet != about.chosen:
        raise UnreadableFile(name, NO_SHEET, sheet=choices.sheet)
    if not about.chosen:
        raise UnreadableFile(name, ALL_HIDDEN if about.sheets else EMPTY_SHEET, sheet="")


def _remarks(about: About, header: int, columns: frozenset[str]) -> Iterator[Remark]:
    hidden = tuple(one.name for one in about.sheets if one.hidden and one.name != about.chosen)
    others = tuple(one.name for one in about.sheets if not one.hidden and one.name != about.chosen)
    if others:
        yield Remark(OTHER_SHEETS, {"sheets": others})
    if hidden:
        yield Remark(HIDDEN_SHEETS, {"sheets": hidden})
    if about.chosen == "survey" and columns >= _OF_A_FORM:
        yield Remark(A_FORM)
    if any(bottom > top > header for top, _, bottom, _ in about.merged):
        yield Remark(MERGED)
    count, cells = about.empty
    if count:
        yield Remark(FORMULAS_EMPTY, {"count": count, "cells": tuple(cells)})
