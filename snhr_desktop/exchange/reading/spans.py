"""Which cells of an ODS are merged, which the reader of workbooks tells of an XLSX alone.

Runs in the process of `workbook_child`, after `unpacking` has found nothing in the file that could hurt.
"""

import zipfile
from pathlib import Path
from xml.parsers import expat

from snhr_desktop.exchange.reading.header import Merged

_PART = 1 << 18
_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0 "
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")
_MOST = 100_000
_FAR = 1 << 20
"""Rows and columns that a sheet has at most."""


def spans_of(path: Path, sheet: str) -> list[Merged]:
    """The merged cells of a sheet of an ODS."""
    seen = _Seen(sheet)
    with zipfile.ZipFile(path) as packed, packed.open("content.xml") as file:
        while piece := file.read(_PART):
            seen.parser.Parse(piece, False)
    return seen.found


class _Seen:
    """Where the parser stands: the row and the column of the cell that comes next, from 1."""

    def __init__(self, sheet: str) -> None:
        self.found: list[Merged] = []
        self._sheet, self._inside = sheet, False
        self._row = self._column = self._rows = 1
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.StartElementHandler, self.parser.EndElementHandler = self._start, self._end

    def _start(self, name: str, said: dict[str, str]) -> None:
        if name == f"{_TABLE}table":
            self._inside, self._row = said.get(f"{_TABLE}name") == self._sheet, 1
        elif name == f"{_TABLE}table-row":
            self._rows, self._column = _number(said, "number-rows-repeated"), 1
        elif name in _CELLS and self._inside:
            down, across = _number(said, "number-rows-spanned"), _number(said, "number-columns-spanned")
            if down * across > 1 and len(self.found) < _MOST:
                self.found.append((self._row, self._column, self._row + down - 1, self._column + across - 1))
            self._column += _number(said, "number-columns-repeated")

    def _end(self, name: str) -> None:
        if name == f"{_TABLE}table-row":
            self._row += self._rows
        elif name == f"{_TABLE}table":
            self._inside = False


def _number(said: dict[str, str], name: str) -> int:
    value = said.get(_TABLE + name, "1")
    return min(max(int(value), 1), _FAR) if value.isdecimal() and len(value) < 10 else 1
