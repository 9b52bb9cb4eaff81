"""What is known of a file before its rows are read, and what a row of it is."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

OWN_FORMAT = "snhr-desktop dossiers"
"""What a file of our own dossiers says under `format`; its records stand in the list `dossiers`."""


@dataclass(frozen=True)
class Choices:
    """How a file is to be read, where a person says so; what is blank or 0 is settled by the file itself.

    `header_row` counts from 1. `encoding` is a name that Python knows, `delimiter` one sign.
    """

    sheet: str = ""
    header_row: int = 0
    encoding: str = ""
    delimiter: str = ""


@dataclass(frozen=True)
class Sheet:
    """One sheet of a workbook. A hidden one is read only where a person chose it."""

    name: str
    hidden: bool = False


@dataclass(frozen=True)
class Row:
    """One record of a file. `number` is its place in a JSON list, or its row in a sheet or text, both from 1.

    `cells` is None where the record is not what a row must be (a bare number, a line with too many cells). `lists`
    are the parts of it that repeat, such as the victims of a form, by their name in the file.
    """

    number: int
    cells: Mapping[str, Any] | None
    sheet: str = ""
    lists: Mapping[str, Sequence[Mapping[str, Any]]] = field(default_factory=dict)


@dataclass(frozen=True)
class Source:
    """A file that can be read. `rows` may be called again, and never holds more than a row at a time in memory.

    `sha256` is that of the file's bytes in hex. `columns` stand in the order of the file; `positions` are their places
    in a sheet, from 1, where the file has such. `renamed` are columns whose name was taken by an earlier one. `own`
    tells a file of our own dossiers, whose cells are not to be mapped.
    """

    name: str
    kind: str
    sha256: str
    columns: Sequence[str]
    stream: Callable[[], Iterator[Row]]
    chosen: Choices = Choices()
    sheets: Sequence[Sheet] = ()
    positions: Mapping[str, int] = field(default_factory=dict)
    renamed: Sequence[str] = ()
    own: bool = False

    def rows(self) -> Iterator[Row]:
        """Every row, from the first. Raises `UnreadableFile` where one cannot be read, naming its place."""
        return self.stream()

    def sample(self, number: int) -> tuple[Row, ...]:
        """The first rows."""
        return tuple(islice(self.rows(), number))

    def cell_name(self, row: Row, column: str) -> str:
        """Where a cell stands, as a spreadsheet names it: `Sheet1!C12`, `C12`; blank where the file has no columns."""
        at = self.positions.get(column, 0)
        place = f"{letters(at)}{row.number}" if at else ""
        return f"{row.sheet}!{place}" if place and row.sheet else place


def letters(position: int) -> str:
    """The letters of a column of a sheet: 1 is A, 27 is AA."""
    rest, name = position, ""
    while rest:
        rest, digit = divmod(rest - 1, 26)
        name = chr(65 + digit) + name
    return name
