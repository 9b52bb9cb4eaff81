"""What the conversion of one group of rows notices: findings, words without a code, where each value stood."""

from collections.abc import Callable
from typing import Any

from snhr_desktop.errors import Problem
from snhr_desktop.exchange.cells import Cells, text_of
from snhr_desktop.exchange.findings import Finding, ReadAs
from snhr_desktop.exchange.reading import Row

CellName = Callable[[Row, str], str]
"""Where a cell stands in its file, as `Source.cell_name` tells it; blank where the file has no such names."""


def without_places(_row: Row, _column: str) -> str:
    """For rows that come from no file."""
    return ""


class Notes:
    """One per group of rows. `row` is the row in hand; `problems` refuse them all. `said` stays with the record for its
    reviewers; `may_rise`: more may have been killed than are counted.
    `column` is the one whose place was told last."""

    def __init__(self, key: str, row: Row, cell_name: CellName) -> None:
        self.key, self.row, self.cell_name = key, row, cell_name
        self.findings: list[Finding] = []
        self.problems: list[Problem] = []
        self.unsaid: list[ReadAs] = []
        self.said: list[str] = []
        self.column = ""
        self.may_rise = False
        self.unmapped: dict[tuple[str, str], None] = {}

    def no_code(self, column: str, word: str) -> None:
        """A word that no code stands for."""
        self.unmapped[column, word[:80]] = None

    def found(self, topic: str, column: str, /, **values: Any) -> None:
        """One finding, at a column of the row in hand."""
        self.findings.append(Finding(topic, self.key, values, self.at(column)))

    def at(self, column: str) -> str:
        """Where a column of the row in hand stands: `Sheet1!C12 (Age)`, or the number of the record and the column."""
        self.column = column
        place = self.cell_name(self.row, column)
        return f"{place} ({column})" if place else f"{self.row.number} ({column})"


def said_at(notes: Notes) -> str:
    """What the cell says whose place was told last."""
    return text_of(cells_of(notes.row).get(notes.column))


def cells_of(row: Row) -> Cells:
    """The cells of a row that has been looked at: a group has no others."""
    return row.cells or {}
