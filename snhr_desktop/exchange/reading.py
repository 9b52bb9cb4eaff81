"""Read a file into rows: JSON (a list of objects) and tables with a header (CSV, TSV), UTF-8 with or without BOM.

Cells are kept as they stand in the file; what they mean is the mapping's business. Nothing in a file is executed.
"""

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from snhr_desktop.exchange.refusals import (
    COLUMN_TWICE,
    EMPTY,
    LONG_NUMBER,
    NO_FILE,
    NOT_A_LIST,
    NOT_A_TABLE,
    NOT_JSON,
    NOT_OPENED,
    NOT_UTF8,
    TOO_DEEP,
    UNKNOWN_KIND,
    UnreadableFile,
)

OWN_FORMAT = "snhr-desktop dossiers"
"""What a file of our own dossiers says under `format`; its records stand in the list `dossiers`."""

_LONGEST_CELL = 1 << 20
_DELIMITERS = (",", ";", "\t", "|")


@dataclass(frozen=True)
class Row:
    """One record of a file. `number` is its place in a JSON list, or its line in a table, both from 1.

    `cells` is None where the record is not what a row must be (a bare number, a line with too many cells).
    """

    number: int
    cells: Mapping[str, Any] | None


@dataclass(frozen=True)
class Rows:
    """All rows of a file. `own` tells a file of our own dossiers, whose cells are not to be mapped."""

    name: str
    columns: frozenset[str]
    rows: Sequence[Row]
    own: bool = False

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)


def read_rows(path: Path) -> Rows:
    """The rows of a file, by its ending. Raises `UnreadableFile`, naming the line where there is one."""
    kind = path.suffix.lower()
    if kind not in (".json", ".csv", ".tsv", ".txt"):
        raise UnreadableFile(path.name, UNKNOWN_KIND)
    text = _text(path)
    found = _json_rows(path.name, text) if kind == ".json" else _table_rows(path.name, text, kind)
    if not found.rows:
        raise UnreadableFile(path.name, EMPTY)
    return found


def _text(path: Path) -> str:
    try:
        raw = path.read_bytes()
    except (FileNotFoundError, IsADirectoryError) as error:
        raise UnreadableFile(path.name, NO_FILE) from error
    except OSError as error:
        raise UnreadableFile(path.name, NOT_OPENED) from error
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableFile(path.name, NOT_UTF8, offset=error.start) from error


def _json_rows(name: str, text: str) -> Rows:
    try:
        whole = json.loads(text)
    except json.JSONDecodeError as error:
        raise UnreadableFile(name, NOT_JSON, line=error.lineno, column=error.colno) from error
    except RecursionError as error:
        raise UnreadableFile(name, TOO_DEEP) from error
    except ValueError as error:  # an integer of thousands of digits
        raise UnreadableFile(name, LONG_NUMBER) from error
    own = isinstance(whole, dict) and whole.get("format") == OWN_FORMAT
    records = whole.get("dossiers") if own else whole
    if not isinstance(records, list):
        raise UnreadableFile(name, NOT_A_LIST)
    rows = [_json_row(number, record, own) for number, record in enumerate(records, 1)]
    columns = frozenset(column for row in rows if row.cells for column in row.cells)
    return Rows(name, columns, rows, own)


def _json_row(number: int, record: object, own: bool) -> Row:
    if not isinstance(record, dict):
        return Row(number, None)
    return Row(number, record if own else dict(_flat(record)))


def _flat(value: Mapping[str, Any] | list[Any], above: str = "") -> Iterator[tuple[str, Any]]:
    """Nested parts under dotted names: `weapons_used.0`."""
    items = value.items() if isinstance(value, Mapping) else enumerate(value)
    for key, part in items:
        name = f"{above}{key}"
        if isinstance(part, dict | list):
            yield from _flat(part, f"{name}.")
        else:
            yield name, part


def _table_rows(name: str, text: str, kind: str) -> Rows:
    header_line = text.split("\n", 1)[0]
    delimiter = "\t" if kind == ".tsv" else max(_DELIMITERS, key=header_line.count)
    before = csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        header = [column.strip() for column in next(reader, [])]
        if twice := next((column for column in header if column and header.count(column) > 1), ""):
            raise UnreadableFile(name, COLUMN_TWICE, column=twice)
        rows = list(_lines(reader, header))
    except csv.Error as error:
        raise UnreadableFile(name, NOT_A_TABLE, line=max(reader.line_num, 1)) from error
    finally:
        csv.field_size_limit(before)
    return Rows(name, frozenset(header) - {""}, rows)


def _lines(reader: Any, header: Sequence[str]) -> Iterator[Row]:
    line = reader.line_num + 1
    for cells in reader:
        if any(cells):
            yield Row(line, _cells(header, cells))
        line = reader.line_num + 1


def _cells(header: Sequence[str], cells: Sequence[str]) -> dict[str, str] | None:
    """A line under its header; short lines lack their last cells. A cell that says something belongs to a column."""
    nameless = [*(cell for column, cell in zip(header, cells, strict=False) if not column), *cells[len(header) :]]
    if any(cell.strip() for cell in nameless):
        return None
    return {column: cell for column, cell in zip(header, cells, strict=False) if column}
