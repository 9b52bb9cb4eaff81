"""Tables of repeats joined to their records: the sheets and files that servers of forms write beside the main one.

Kobo numbers its rows (`_index`) and names the parent's (`_parent_table_name`, `_parent_index`); ODK Central gives each
row a `KEY`, and those below it a `PARENT_KEY`. Repeats within repeats are joined to the record itself. A row that leads
to no record is joined to none, and told.
"""

import glob
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from snhr_desktop.exchange.reading.fingerprints import fingerprint, together
from snhr_desktop.exchange.reading.remarks import JOINED, OTHER_SHEETS, REPEATS_ALONE, Remark
from snhr_desktop.exchange.reading.source import Choices, Row, Source
from snhr_desktop.exchange.reading.tables import open_table
from snhr_desktop.exchange.reading.workbook import open_workbook
from snhr_desktop.exchange.refusals import TOO_MANY_REPEATS, UnreadableFile
from snhr_desktop.exchange.watching import UNWATCHED, Waiting

_MOST = 200_000
"""Rows of repeats, which are held in memory: more than any form has brought."""
_DEEPEST = 10
"""Repeats within repeats."""
_LONGEST_NAME = 31
"""Letters of the name of a sheet."""
_NO_TABLE = "\0"
"""Stands for the table where keys are told apart in all of them."""
_TOLD = 20
_OWN = ("_index", "KEY")
_ABOVE = ("_parent_index", "PARENT_KEY")
_KEPT_OUT = (*_OWN, *_ABOVE, "_parent_table_name")


@dataclass(frozen=True)
class _Child:
    """A row of a repeat: its table and number, the table and key above it, its own, and what it says."""

    table: str
    number: int
    above: tuple[str, str]
    own: tuple[str, str]
    cells: Mapping[str, Any]


def is_of_repeats(source: Source) -> bool:
    """Whether a table holds repeats, whose rows belong to those of another."""
    return any(column in source.columns for column in _ABOVE)


def parent_of_repeats(source: Source) -> str:
    """The table that the rows of repeats belong to, as the first of them that says it names it; else blank."""
    said = (_text((row.cells or {}).get("_parent_table_name")) for row in source.sample(_TOLD))
    return next(filter(None, said), "")


def with_repeats(path: Path, source: Source, waiting: Waiting = UNWATCHED) -> Source:
    """The source with the repeats that stand beside it, if it is the main table of a form, else as it is."""
    own = next((column for column in _OWN if column in source.columns), "")
    if not own or is_of_repeats(source):
        return source
    tables = {name: table for name, table in _beside(path, source, waiting) if is_of_repeats(table)}
    if not tables:
        return source
    read = [(one.name, one.sha256) for one in (source, *tables.values()) if one.sha256]
    files = read if len(read) > 1 else ()
    lists = {name: tuple(c for c in table.columns if c not in _KEPT_OUT) for name, table in tables.items()}
    children = _children(path.name, tables, waiting)
    roots = _Roots(source.chosen.sheet, children, frozenset(map(_cut, tables)))
    records = {_text((row.cells or {}).get(own)) for row in waiting.over(source.rows())}
    by_record, alone = _by_record(children, roots, records)

    def stream() -> Iterator[Row]:
        return _joined(source.stream, own, by_record)

    joined = {"sheets": tuple(tables), "column": own, "count": len(children) - len(alone)}
    remarks = [*_without(source.remarks, frozenset(tables)), Remark(JOINED, joined)]
    if alone:
        rows = tuple(f"{child.table} {child.number}" for child in alone[:_TOLD])
        remarks.append(Remark(REPEATS_ALONE, {"count": len(alone), "rows": rows}))
    sha256 = together(files) if files else source.sha256
    return replace(
        source, stream=stream, lists=lists, remarks=remarks, first=(), whole=False, files=files, sha256=sha256
    )


def _beside(path: Path, source: Source, waiting: Waiting) -> Iterator[tuple[str, Source]]:
    """The other visible sheets of a workbook, or the files whose name goes on after that of a text table."""
    if source.sheets:
        for sheet in source.sheets:
            if not sheet.hidden and sheet.name != source.chosen.sheet:
                try:
                    yield sheet.name, open_workbook(path, source.kind, "", Choices(sheet=sheet.name), waiting)
                except UnreadableFile:
                    continue  # a sheet without anything
    elif source.kind == "csv":
        for file in sorted(path.parent.glob(f"{glob.escape(path.stem)}-*.csv")):
            opened = open_table(file, "csv", fingerprint(file, waiting), Choices(), waiting)
            yield file.stem.removeprefix(f"{path.stem}-"), opened


def _children(name: str, tables: Mapping[str, Source], waiting: Waiting) -> list[_Child]:
    """The rows of all repeats. Raises `UnreadableFile`, `ImportStopped`."""
    found: list[_Child] = []
    for table, source in tables.items():
        for row in waiting.over(source.rows()):
            said = row.cells or {}
            cells = {column: cell for column, cell in said.items() if column not in _KEPT_OUT}
            own = _NO_TABLE if "KEY" in said else _cut(table)
            key = _text(said.get("KEY") or said.get("_index"))
            found.append(_Child(table, row.number, _above(said), (own, key), cells))
            if len(found) > _MOST:
                raise UnreadableFile(name, TOO_MANY_REPEATS, most=_MOST)
    return found


class _Roots:
    """Finds the key of the record that a row of a repeat hangs on, through the rows between them.

    `main` is the name of the sheet of records, blank for a file of text, and `tables` are those of the repeats. Kobo
    names tables in full, where a workbook cuts them: they are told apart by what fits into one.
    """

    def __init__(self, main: str, children: Sequence[_Child], tables: frozenset[str]) -> None:
        self._rows = {child.own: child for child in children}
        above = {child.above[0] for child in children} - tables - {_NO_TABLE}
        named = above - {""} or above  # of a row that names no parent nothing is learnt, unless none does
        # a sheet of records that somebody named otherwise is the one name that no table has
        self._main = named if len(named) == 1 else named & {_cut(main)}

    def of(self, child: _Child) -> str | None:
        """The key; None where a row between them is not there, or they name each other in a circle."""
        for _ in range(_DEEPEST):
            table, key = child.above
            parent = self._rows.get(child.above)
            if table in self._main or (table == _NO_TABLE and parent is None):
                return key
            if parent is None:
                return None
            child = parent
        return None


def _by_record(
    children: Sequence[_Child], roots: _Roots, records: Container[str]
) -> tuple[dict[str, dict[str, list[Mapping[str, Any]]]], list[_Child]]:
    """The rows of each repeat by the key of the record they belong to, and those that belong to none."""
    by_record: dict[str, dict[str, list[Mapping[str, Any]]]] = {}
    alone: list[_Child] = []
    for child in children:
        key = roots.of(child)
        if key is None or key not in records:
            alone.append(child)
        else:
            by_record.setdefault(key, {}).setdefault(child.table, []).append(child.cells)
    return by_record, alone


def _above(said: Mapping[str, Any]) -> tuple[str, str]:
    if "PARENT_KEY" in said:
        return _NO_TABLE, _text(said["PARENT_KEY"])
    return _cut(_text(said.get("_parent_table_name"))), _text(said.get("_parent_index"))


def _cut(name: str) -> str:
    """As much of the name of a table as a workbook keeps."""
    return name[:_LONGEST_NAME]


def _joined(
    stream: Callable[[], Iterator[Row]], own: str, children: Mapping[str, Mapping[str, Sequence[Mapping[str, Any]]]]
) -> Iterator[Row]:
    for row in stream():
        yield row._replace(lists=children.get(_text((row.cells or {}).get(own)), {}))


def _without(remarks: Sequence[Remark], joined: frozenset[str]) -> Iterator[Remark]:
    for remark in remarks:
        if remark.message is not OTHER_SHEETS:
            yield remark
        elif others := tuple(name for name in remark.values["sheets"] if name not in joined):  # type: ignore[attr-defined]
            yield Remark(OTHER_SHEETS, {"sheets": others})


def _text(cell: object) -> str:
    return "" if cell is None else str(cell).strip()
