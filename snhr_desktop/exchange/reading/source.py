"""What is known of a file before its rows are read, and what a row of it is."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from snhr_desktop.exchange.reading.fingerprints import ReadFile
from snhr_desktop.exchange.reading.form import Form
from snhr_desktop.exchange.reading.header import letters
from snhr_desktop.exchange.reading.remarks import Remark

OWN_FORMAT = "snhr-desktop dossiers"
"""What a file of our own dossiers says under `format`; its records stand in the list `dossiers`."""


@dataclass(frozen=True)
class Choices:
    """How a file is to be read, where a person says so; what is blank or 0 is settled by the file itself.

    `header_row` is the row or line that names the columns, from 1. `encoding` is a name that Python knows, `delimiter`
    one sign. `form` is the file of the form (XLSForm) that submissions were filled in with.
    """

    sheet: str = ""
    header_row: int = 0
    encoding: str = ""
    delimiter: str = ""
    form: Path | None = None


@dataclass(frozen=True)
class Sheet:
    """One sheet of a workbook. A hidden one is read only where a person chose it."""

    name: str
    hidden: bool = False


_NO_LISTS: Mapping[str, Sequence[Mapping[str, Any]]] = {}


class Row(NamedTuple):
    """One record of a file. `number` is its place in a JSON list, or its row in a sheet or text, both from 1.

    `cells` is None where the record is not what a row must be (a bare number, a line with too many cells). `lists`
    are the parts of it that repeat, such as the victims of a form, by their name in the file. Where several files are
    one source, `number` counts through all of them, `sheet` is the file and `within` the number in it.
    """

    number: int
    cells: Mapping[str, Any] | None
    sheet: str = ""
    lists: Mapping[str, Sequence[Mapping[str, Any]]] = _NO_LISTS
    within: int = 0


@dataclass(frozen=True)
class Source:
    """A file that can be read. `rows` may be called again, and never holds more than some rows at a time in memory.

    `sha256` is that of the file's bytes in hex; where several `files` were read, each is told with its own, and it is
    that of all. `columns` stand in the order of the file; `positions` are their places
    in a sheet, from 1, where the file has such. `renamed` are columns whose name was taken by an earlier one; `hints`
    are HXL tags by column. `lists` are the parts that repeat, with the columns of each. `remarks` tell what was
    guessed or passed over. `form` is the form that was given beside it. `own` tells a file of our own dossiers, whose
    cells are not to be mapped. `first` are the first rows where they are known already, and `whole` tells that there
    are no others.
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
    hints: Mapping[str, str] = field(default_factory=dict)
    lists: Mapping[str, Sequence[str]] = field(default_factory=dict)
    remarks: Sequence[Remark] = ()
    form: Form | None = None
    own: bool = False
    first: Sequence[Row] = ()
    whole: bool = False
    files: Sequence[ReadFile] = ()

    def rows(self) -> Iterator[Row]:
        """Every row, from the first. Raises `UnreadableFile` where one cannot be read, naming its place."""
        return self.stream()

    def sample(self, number: int) -> tuple[Row, ...]:
        """The first rows."""
        if self.whole or number <= len(self.first):
            return tuple(self.first[:number])
        return tuple(islice(self.rows(), number))

    def cell_name(self, row: Row, column: str) -> str:
        """Where a cell stands, as a spreadsheet names it: `Sheet1!C12`, `C12`; blank where the file has no columns.

        Of a folder of such files it is the file, and the number of the row in it: `may.xml!1`.
        """
        at = self.positions.get(column, 0)
        place = f"{letters(at)}{row.within or row.number}" if at else ""
        place = place or (str(row.within) if row.within else "")
        return f"{row.sheet}!{place}" if place and row.sheet else place
