"""What an index or a table keeps under the row of each record, as one number a row, whatever order it stands in.

What is kept is added, then what should be kept is taken off, and a row that is not nothing then is not as it should
be; what stands there twice counts twice. Python's hashes differ from run to run, so that nobody can prepare two that
cancel each other. Eight bytes a row: a store of a million persons takes eight megabytes.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite3 import Connection

_DENSE = 1 << 24
"""Up to this row number there is a place for every row; no store that was not tampered with has as many."""
_BITS = (1 << 64) - 1


class Sums:
    """One number for each row of a table."""

    def __init__(self, connection: "Connection", table: str) -> None:
        """Nothing yet, of any row of a table."""
        top = int(connection.execute(f"SELECT coalesce(max(id), 0) FROM {table}").fetchone()[0])
        self._sums: array[int] | defaultdict[int, int]
        self._sums = array("Q", bytes(8 * (top + 1))) if top < _DENSE else defaultdict(int)
        self._strange = False

    def add(self, hashes: Iterable[tuple[int, int]]) -> None:
        """Add the hashes of what is kept under their rows."""
        sums = self._sums
        for row, said in hashes:
            try:
                sums[row] = sums[row] + said & _BITS
            except IndexError:
                self._strange = True

    def take(self, hashes: Iterable[tuple[int, int]]) -> None:
        """Take off the hashes of what should be kept."""
        self.add((row, -said) for row, said in hashes)

    def differs(self, row: int) -> bool:
        """Whether other things are kept of a row than should be; asked once, when all was added and taken off."""
        said = self._sums[row]
        self._sums[row] = 0
        return said != 0

    def holds_more(self) -> bool:
        """Whether anything is left, of rows that nobody asked about."""
        left = self._sums.values() if isinstance(self._sums, defaultdict) else self._sums
        return self._strange or any(left)
