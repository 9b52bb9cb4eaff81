"""Reading a damaged file: what cannot be read in one go is read in halves, down to single rows.

SQLCipher refuses everything after its first error, so that the file is opened again after each. Tables are read by
row number and never through an index, which may be damaged where the table is not.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from snhr_desktop.store.driver import DatabaseError, is_intact

if TYPE_CHECKING:
    from sqlite3 import Connection

Row = tuple[Any, ...]
_AT_ONCE = 512
_PROBES = 16
_BEYOND = 4_096
"""Row numbers tried behind the last one known, where the end of a table cannot be read."""


@dataclass
class Damaged:
    """A file opened again and again. `lost` are the row numbers of each table that could not be read, from and to.

    `go_on` is asked before each part is read, and may raise. `unread` counts the rows that could not be read of tables
    without row numbers; of the tables in `guessed` it is not known how many rows they had.
    """

    open: "Callable[[], Connection]"
    go_on: Callable[[], None] = lambda: None
    lost: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    unread: dict[str, int] = field(default_factory=dict)
    guessed: set[str] = field(default_factory=set)
    _connection: "Connection | None" = None

    def close(self) -> None:
        """Close what is open."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def roots(self) -> list[int]:
        """The first page of every table and index."""
        return [int(page) for (page,) in self.ask("SELECT rootpage FROM sqlite_master WHERE rootpage > 0") or ()]

    def found(self, table: str, rows: set[int]) -> None:
        """Take row numbers that were read in another way out of those that could not be."""
        still: list[tuple[int, int]] = []
        for low, high in self.lost[table]:
            start = low
            for row in sorted(number for number in rows if low <= number <= high):
                if row > start:
                    still.append((start, row - 1))
                start = row + 1
            if start <= high:
                still.append((start, high))
        self.lost[table] = still

    def numbered(self, table: str, columns: str) -> Iterator[list[Row]]:
        """The readable rows of a table that has row numbers, some at a time."""
        first, last = self._ends(table)
        if last and self._is_out_of_reach(table, first, last):
            self.lost[table] = [(first, last)]
            return
        for low in range(first, last + 1, _AT_ONCE):
            yield from self._between(table, columns, low, min(last, low + _AT_ONCE - 1))

    def keyed(self, table: str, columns: Sequence[str], key: Sequence[str]) -> Iterator[list[Row]]:
        """The readable rows of a table that has no row numbers: from both ends to where it cannot be read.

        Those between are looked up one by one, by the keys that an index of the table knows.
        """
        at = [columns.index(name) for name in key]
        read: set[Row] = set()
        for order in (", ".join(key), ", ".join(f"{name} DESC" for name in key)):
            rows, whole = self._until_damage(f"SELECT {', '.join(columns)} FROM {table} ORDER BY {order}")
            yield rows
            if whole:
                return
            read |= {tuple(row[place] for place in at) for row in rows}
        known, all_known = self._keys(table, key)
        if not all_known:
            self.guessed.add(table)
        same = " AND ".join(f"{name} IS ?" for name in key)
        for values in known - read:
            rows, whole = self._until_damage(f"SELECT {', '.join(columns)} FROM {table} WHERE {same}", *values)
            if whole:
                yield rows
            else:
                self.unread[table] = self.unread.get(table, 0) + 1

    def _is_out_of_reach(self, table: str, first: int, last: int) -> bool:
        """Whether every way into a table leads through what is destroyed: its first page is among that."""
        step = max(1, (last - first) // _PROBES)
        probes = (first - 1, *range(first, last + 1, step), 1 << 62)
        return all(self.ask(f"SELECT rowid FROM {table} NOT INDEXED WHERE rowid = ?", row) is None for row in probes)

    def _keys(self, table: str, key: Sequence[str]) -> tuple[set[Row], bool]:
        """The keys of a table that its indexes know, and whether one of them could be read to its end."""
        keys: set[Row] = set()
        names = self.ask("SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = ?", table) or []
        for (name,) in names:
            found, whole = self._until_damage(f'SELECT {", ".join(key)} FROM {table} INDEXED BY "{name}"')
            keys |= set(found)
            if whole:
                return keys, True
        return keys, False

    def ask(self, question: str, *values: Any) -> list[Row] | None:
        """The answer to a question; None where it cannot be read."""
        rows, whole = self._until_damage(question, *values)
        return rows if whole else None

    def _ends(self, table: str) -> tuple[int, int]:
        last = self.ask(f"SELECT max(rowid) FROM {table} NOT INDEXED")
        first = self.ask(f"SELECT min(rowid) FROM {table} NOT INDEXED")
        low = int((first and first[0][0]) or 1)
        if last is not None:
            return min(low, 1) if first is None else low, int(last[0][0] or 0)
        known = self._last_by_index(table)
        if not known:
            self.guessed.add(table)
        return min(low, 1), known or self._last_readable(table) + _BEYOND

    def _last_by_index(self, table: str) -> int:
        """The last row number that any index of a table knows."""
        names = self.ask("SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = ?", table) or []
        found = (self.ask(f'SELECT max(rowid + 0) FROM {table} INDEXED BY "{name}"') for (name,) in names)
        return max((int(answer[0][0] or 0) for answer in found if answer), default=0)

    def _last_readable(self, table: str) -> int:
        rows, _ = self._until_damage(f"SELECT rowid FROM {table} NOT INDEXED ORDER BY rowid")
        return int(rows[-1][0]) if rows else 0

    def _between(self, table: str, columns: str, low: int, high: int) -> Iterator[list[Row]]:
        waiting = [(low, high)]
        while waiting:
            low, high = waiting.pop()
            rows, whole = self._until_damage(
                f"SELECT {columns} FROM {table} NOT INDEXED WHERE rowid BETWEEN ? AND ? ORDER BY rowid", low, high
            )
            if whole:
                yield rows
            elif low == high:
                self._lose(table, low)
            else:
                middle = (low + high) // 2
                waiting += [(middle + 1, high), (low, middle)]

    def _lose(self, table: str, row: int) -> None:
        gaps = self.lost.setdefault(table, [])
        if gaps and gaps[-1][1] == row - 1:
            gaps[-1] = (gaps[-1][0], row)
        else:
            gaps.append((row, row))

    def _until_damage(self, question: str, *values: Any) -> tuple[list[Row], bool]:
        rows: list[Row] = []
        self.go_on()
        try:
            if self._connection is None:
                self._connection = self.open()
            for row in self._connection.execute(question, values):
                if not is_intact(self._connection):
                    self.close()
                    return rows, False
                rows.append(row)
        except (DatabaseError, OverflowError):
            self.close()
            return rows, False
        return rows, True
