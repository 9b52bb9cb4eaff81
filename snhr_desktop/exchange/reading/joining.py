"""Tables of repeats joined to their records: the sheets and files that servers of forms write beside the main one.

Kobo numbers its rows (`_index`) and names the parent's (`_parent_table_name`, `_parent_index`); ODK Central gives each
row a `KEY`, and those below it a `PARENT_KEY`. Repeats within repeats are joined to the record itself.
"""

import glob
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from snhr_desktop.exchange.reading.remarks import JOINED, OTHER_SHEETS, Remark
from snhr_desktop.exchange.reading.source import Choices, Row, Source
from snhr_desktop.exchange.reading.tables import open_table
from snhr_desktop.exchange.reading.workbook import open_workbook
from snhr_desktop.exchange.refusals import TOO_MANY_REPEATS, UnreadableFile
from snhr_desktop.exchange.watching import UNWATCHED, Waiting

_MOST = 200_000
"""Rows of repeats, which are held in memory: more than any form has brought."""
_OWN = ("_index", "KEY")
_ABOVE = ("_parent_index", "PARENT_KEY")
_KEPT_OUT = (*_OWN, *_ABOVE, "_parent_table_name")


@dataclass(frozen=True)
class _Child:
    """A row of a repeat: the table and key above it, and what it says."""

    table: str
    above: tuple[str, str]
    cells: Mapping[str, Any]


def is_of_repeats(source: Source) -> bool:
    """Whether a table holds repeats, whose rows belong to those of another."""
    return any(column in source.columns for column in _ABOVE)


def with_repeats(path: Path, source: Source, waiting: Waiting = UNWATCHED) -> Source:
    """The source with the repeats that stand beside it, if it is the main table of a form, else as it is."""
    own = next((column for column in _OWN if column in source.columns), "")
    if not own or any(column in source.columns for column in _ABOVE):
        return source
    tables = {
        name: table for name, table in _beside(path, source, waiting) if any(one in table.columns for one in _ABOVE)
    }
    if not tables:
        return source
    main = source.chosen.sheet
    lists = {name: tuple(c for c in table.columns if c not in _KEPT_OUT) for name, table in tables.items()}

    def stream() -> Iterator[Row]:
        return _joined(source.stream, own, _children(path.name, main, tables, waiting))

    remarks = [*_without(source.remarks, frozenset(tables)), Remark(JOINED, {"sheets": tuple(tables)})]
    return replace(source, stream=stream, lists=lists, remarks=remarks, first=(), whole=False)


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
            yield file.stem.removeprefix(f"{path.stem}-"), open_table(file, "csv", "", Choices(), waiting)


def _children(
    name: str, main: str, tables: Mapping[str, Source], waiting: Waiting
) -> dict[str, dict[str, list[Mapping[str, Any]]]]:
    """The rows of each repeat by the key of the record they belong to."""
    found: dict[tuple[str, str], _Child] = {}
    every: list[_Child] = []
    for table, source in tables.items():
        for row in waiting.over(source.rows()):
            said = row.cells or {}
            child = _Child(table, _above(said, main), {k: v for k, v in said.items() if k not in _KEPT_OUT})
            every.append(child)
            if len(every) > _MOST:
                raise UnreadableFile(name, TOO_MANY_REPEATS, most=_MOST)
            found[("" if "KEY" in said else table, _text(said.get("KEY") or said.get("_index")))] = child
    by_record: dict[str, dict[str, list[Mapping[str, Any]]]] = {}
    for child in every:
        key = _root(child, found, main)
        by_record.setdefault(key, {}).setdefault(child.table, []).append(child.cells)
    return by_record


def _root(child: _Child, found: Mapping[tuple[str, str], _Child], main: str) -> str:
    """The key of the record; a table that names a parent in a circle ends where it was."""
    above = child.above
    for _ in range(10):
        parent = None if above[0] == main != "" else found.get(above)
        if parent is None:
            break
        above = parent.above
    return above[1]


def _above(said: Mapping[str, Any], main: str) -> tuple[str, str]:
    if "PARENT_KEY" in said:
        return "", _text(said["PARENT_KEY"])
    return _text(said.get("_parent_table_name")) or main, _text(said.get("_parent_index"))


def _joined(
    stream: Callable[[], Iterator[Row]], own: str, children: Mapping[str, Mapping[str, Sequence[Mapping[str, Any]]]]
) -> Iterator[Row]:
    for row in stream():
        yield replace(row, lists=children.get(_text((row.cells or {}).get(own)), {}))


def _without(remarks: Sequence[Remark], joined: frozenset[str]) -> Iterator[Remark]:
    for remark in remarks:
        if remark.message is not OTHER_SHEETS:
            yield remark
        elif others := tuple(name for name in remark.values["sheets"] if name not in joined):  # type: ignore[attr-defined]
            yield Remark(OTHER_SHEETS, {"sheets": others})


def _text(cell: object) -> str:
    return "" if cell is None else str(cell).strip()
