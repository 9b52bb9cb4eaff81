"""Identities: a UUIDv7 for every record, the same wherever it goes, and a reference that people can say."""

import datetime as dt
import re
import time
from collections.abc import Iterator
from os import urandom
from struct import unpack
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite3 import Connection

_LONGEST = 6
"""Digits of a number that a record from elsewhere may keep: with more, the next of ours would be as long."""
_UID = re.compile(r"[0-9a-f]{32}")
_REFERENCE = re.compile(r"(?P<series>[A-Z0-9]{1,8}(?:-[A-Z])?)-(?P<year>[0-9]{4})-(?P<number>[0-9]{5,})")


UNDATED = 0
"""The year in the reference of a record without a date (`IDL-0000-00001`): no year is made up for it."""
ONE_OF_A_KIND = 1 << 32
"""Identities below are those of what a store has once: the rules of its office, the acts on its keys."""


class _Moments:
    """The moments of identities, in 4096ths of a millisecond: each later than the one before."""

    last = 0

    def next(self, many: int) -> range:
        """So many moments from this one on, or from the next that no identity has yet."""
        first = max((time.time_ns() << 12) // 1_000_000, self.last + 1)
        self.last = first + many - 1
        return range(first, first + many)


_MOMENTS = _Moments()
_FORM = 7 << 76 | 2 << 62
"""The bits that say UUID, and of which version."""


def new_uid() -> str:
    """A fresh UUIDv7 (RFC 9562) in hex: random, and in the order of time, which keeps indexes compact."""
    return new_uids(1)[0]


def new_uids(many: int) -> list[str]:
    """Several of them, in their order.

    Made here because an import makes a handful for every row, and a library takes three times as long.
    """
    chance = unpack(f"={many}Q", urandom(8 * many))
    return [
        f"{moment >> 12 << 80 | (moment & 0xFFF) << 64 | _FORM | random >> 2:032x}"
        for moment, random in zip(_MOMENTS.next(many), chance, strict=True)
    ]


def is_uid(text: str) -> bool:
    """Whether a text from outside can be an identity."""
    return _UID.fullmatch(text) is not None


def is_reference(text: str) -> bool:
    """Whether a text from outside can be a reference."""
    return _REFERENCE.fullmatch(text) is not None


class References:
    """Gives references to the new records of one table, within one transaction; none is ever given twice.

    Records may be written after several were given theirs, and the counters then with `settle`.
    """

    def __init__(self, connection: "Connection", table: str) -> None:
        self._connection, self._table = connection, table
        self._last: dict[tuple[str, int], int] = {}
        self._given: set[str] = set()

    def next(self, series: str, year: int) -> str:
        """The next reference of an office and year, like `IDL-2018-00042`; `UNDATED` for what has no date."""
        last = self._last[series, year] = self._latest(series, year) + 1
        made = f"{series}-{year:04}-{last:05}"
        self._given.add(made)
        return made

    def keep(self, reference: str) -> bool:
        """Whether a record that comes from elsewhere may keep its reference: then no other is given it from now on."""
        parts = _REFERENCE.fullmatch(reference)
        if not parts or len(parts["number"]) > _LONGEST or self._is_given(reference):
            return False
        self._given.add(reference)
        series, year = parts["series"], int(parts["year"])
        self._last[series, year] = max(self._latest(series, year), int(parts["number"]))
        return True

    def settle(self) -> None:
        """Write down what was given."""
        self._connection.executemany(
            "INSERT INTO counter (office, year, last) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET last = excluded.last",
            [(*counter, last) for counter, last in self._last.items() if last],
        )
        self._last.clear()
        self._given.clear()

    def _latest(self, series: str, year: int) -> int:
        """The number that was given last, 0 before the first."""
        asked = (series, year)
        if last := self._last.get(asked):
            return last
        found = self._connection.execute("SELECT last FROM counter WHERE office = ? AND year = ?", asked).fetchone()
        return int(found[0]) if found else 0

    def _is_given(self, reference: str) -> bool:
        asked = f"SELECT 1 FROM {self._table} WHERE reference = ?"
        return reference in self._given or self._connection.execute(asked, (reference,)).fetchone() is not None


def last_given(connection: "Connection") -> Iterator[tuple[str, int, int]]:
    """Each series and year (`IDL-2018`) with the last number the counter gave, and the last that a record has; 0 for
    none.
    """
    had: dict[str, int] = {}
    for table in ("incident", "detention", "attachment"):
        for (reference,) in connection.execute(f"SELECT reference FROM {table}"):
            if (parts := _REFERENCE.fullmatch(reference)) and len(parts["number"]) <= _LONGEST:
                series = f"{parts['series']}-{parts['year']}"
                had[series] = max(had.get(series, 0), int(parts["number"]))
    given = {f"{office}-{year:04}": int(last) for office, year, last in connection.execute("SELECT * FROM counter")}
    yield from ((series, given.get(series, 0), had.get(series, 0)) for series in sorted({*had, *given}))


def count_on(connection: "Connection") -> None:
    """Let no counter be behind the records; in the caller's transaction."""
    for series, given, had in list(last_given(connection)):
        if given < had:
            row = (*series.rsplit("-", 1), had)
            connection.execute("INSERT OR REPLACE INTO counter (office, year, last) VALUES (?, ?, ?)", row)


def now() -> str:
    """This moment in UTC, as history writes it: `2018-03-22T11:45:01.123456Z`."""
    return f"{dt.datetime.now(dt.UTC).isoformat(timespec='microseconds').removesuffix('+00:00')}Z"
