"""What sheets and text tables share: a header among the first lines, and rows under it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from snhr_desktop.exchange.reading.header import LOOKED_AT, Header, Line, Merged, find_header
from snhr_desktop.exchange.reading.remarks import HEADER_BELOW, NAMED_APART, NO_HEADER, TAGS_PASSED, Remark
from snhr_desktop.exchange.refusals import TOO_MANY_COLUMNS, UnreadableFile

_COLUMNS = 2_000
"""More columns than any table that people filled."""
_TOLD = 20


@dataclass(frozen=True)
class Table:
    """The header of a table and what it tells of its lines."""

    header: Header

    def cells(self, line: Sequence[Any]) -> dict[str, Any] | None:
        """A line under the header; short lines lack their last cells. A cell that says something needs a column."""
        names = self.header.names
        if len(line) == len(names) == len(self.header.positions):
            return dict(zip(names, line, strict=True))  # as nearly all of a large file are
        return cells_under(names, line)

    def remarks(self) -> list[Remark]:
        """What a person should know of the header."""
        header, found = self.header, []
        if header.row > 1:
            found.append(Remark(HEADER_BELOW, {"row": header.row}))
        if header.tags_at:
            found.append(Remark(TAGS_PASSED, {"row": header.tags_at}))
        if header.renamed:
            found.append(Remark(NAMED_APART, {"columns": tuple(header.renamed[:_TOLD])}))
        if header.nameless:
            found.append(Remark(NO_HEADER, {"columns": tuple(header.nameless[:_TOLD])}))
        return found


def table_of(name: str, first: Sequence[Line], chosen: int, merged: Sequence[Merged] = ()) -> Table:
    """The table whose first lines these are. Raises `UnreadableFile` where no person filled so many columns."""
    header = find_header(first[:LOOKED_AT] if not chosen else first, chosen, merged)
    if len(header.positions) > _COLUMNS:
        raise UnreadableFile(name, TOO_MANY_COLUMNS, columns=len(header.positions))
    return Table(header)


def cells_under(header: Sequence[str], cells: Sequence[Any]) -> dict[str, Any] | None:
    """A line as a mapping by column, or None where something stands under no name."""
    nameless = [*(cell for column, cell in zip(header, cells, strict=False) if not column), *cells[len(header) :]]
    if any(cell is not None and str(cell).strip() for cell in nameless):
        return None
    return {column: cell for column, cell in zip(header, cells, strict=False) if column}
