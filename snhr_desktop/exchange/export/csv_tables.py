"""Tables as CSV, so that a spreadsheet opens them right: UTF-8 with its mark, days as ISO writes them, no formulas.

A spreadsheet in Arabic parts cells by semicolons, one in English by commas; so does the file in that language, but for
one with tags: programs read it, which expect commas. What would be a formula is text (`exchange.guarding`). A day is
always a whole day, with how exact it is in a column of its own, so that no program makes a day of a month.

All tables are written side by side: where an audience reads less than is kept, a record is made what it may read once,
and its rows go to every table.
"""

import codecs
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from typing import IO, Any

from snhr_desktop.domain.records import CaseFile, Dossier, RecordSet
from snhr_desktop.exchange.export.asked import Asked
from snhr_desktop.exchange.export.columns import Cell, Converting
from snhr_desktop.exchange.export.csv_lines import lines
from snhr_desktop.exchange.export.material import Material
from snhr_desktop.exchange.export.tables import Table, asking, people, tables
from snhr_desktop.exchange.export.target import Target
from snhr_desktop.exchange.guarding import guarded_all
from snhr_desktop.i18n import Language

DELIMITERS: Mapping[str, str] = {"ar": ";"}
ENDING = ".csv"
ABOUT = "about"
"""The file that says what the tables beside it are."""
_ABOUT_TAGS = ("#meta+about", "#meta+said")
_AT_ONCE = 512
"""Rows of a table put together and written at once."""


def write(
    material: Material,
    target: Target,
    language: Language,
    said: Sequence[tuple[str, str]] = (),
    *,
    tags: bool = False,
) -> None:
    """Write a file for each table that has rows to a folder, and what is `said` of them all to one of its own; or the
    one table of victims to a file.
    """
    whole = material.asked.whole
    chosen = (
        [one for one in tables(whole=whole) if material.has(one.kind)] if target.is_folder else [people(whole=whole)]
    )
    with ExitStack() as files:
        sheets = []
        for table in chosen:
            out = files.enter_context(target.file(table.code + ENDING if target.is_folder else ""))
            sheets.append(_Sheet(table, material, out, language, tags=tags))
        for kind in (Dossier, CaseFile):
            if those := [sheet for sheet in sheets if sheet.table.kind is kind]:
                (_write_kept if whole else _write_told)(those, material, kind)
        for sheet in sheets:
            sheet.finish()
        if target.is_folder and said:
            out = files.enter_context(target.file(ABOUT + ENDING))
            rows = (said[0], *([_ABOUT_TAGS] if tags else []), *said[1:])
            told = lines(map(guarded_all, zip(*rows, strict=True)), _delimiter(language, tags=tags))
            out.write(codecs.BOM_UTF8 + told.encode())


def _delimiter(language: Language, *, tags: bool) -> str:
    return "," if tags else DELIMITERS.get(language.code, ",")


def _write_kept(sheets: Sequence["_Sheet"], material: Material, kind: type[RecordSet]) -> None:
    """Whole records: each table as the store keeps it."""
    asked = asking(sheet.table for sheet in sheets)
    for rows in material.kept(kind, asked):
        for sheet in sheets:
            sheet.take(sheet.table.kept(rows, asked))


def _write_told(sheets: Sequence["_Sheet"], material: Material, kind: type[RecordSet]) -> None:
    """What an audience may read: record by record."""
    for told in material.of(kind):
        for sheet in sheets:
            sheet.take(sheet.table.told(told))


class _Sheet:
    """One table on its way into its file."""

    def __init__(self, table: Table, material: Material, out: IO[bytes], language: Language, *, tags: bool) -> None:
        self.table, self._out = table, out
        asked = material.asked
        self._converting = Converting(table.columns, language, material.gazetteer, words=asked.words, text=guarded_all)
        self._delimiter = _delimiter(language, tags=tags)
        self._waiting: list[Sequence[Any]] = []
        out.write(codecs.BOM_UTF8)
        self._write(zip(*_headers(table, asked, language, tags=tags), strict=True))

    def take(self, rows: Iterable[Sequence[Any]]) -> None:
        """Some rows more."""
        self._waiting += rows
        if len(self._waiting) >= _AT_ONCE:
            self.finish()

    def finish(self) -> None:
        """Write what waits."""
        if self._waiting:
            self._write(self._converting.columns(self._waiting))
            self._waiting = []

    def _write(self, columns: Iterable[Sequence[Cell]]) -> None:
        self._out.write(lines(columns, self._delimiter).encode())


def _headers(table: Table, asked: Asked, language: Language, *, tags: bool) -> Iterator[list[str]]:
    yield [column.label(language) for column in table.columns]
    if tags:
        yield [column.tag for column in table.columns]
    if asked.names:
        yield [column.code for column in table.columns]
