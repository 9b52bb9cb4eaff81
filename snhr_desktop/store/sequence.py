"""The rows that a question finds, all of them and in their order, so small that a whole list fits in memory.

A list asks for this once and then knows where each row stands: any part of it is read by row, with nothing to count
or to skip. Beside each row stand two numbers, added up from the first row on, so that the sum of any part is one
subtraction.
"""

from array import array
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from snhr_desktop.store.driver import DatabaseError

if TYPE_CHECKING:
    from sqlite3 import Connection

_AT_ONCE = 2_048
"""Rows taken from the database between two looks at whether the answer is still wanted."""
_STEPS = 50_000
"""Steps of the database between two such looks while it sorts."""


def _rows() -> "array[int]":
    return array("I")


def _sums() -> "array[int]":
    return array("Q", [0])


@dataclass(frozen=True)
class Found:
    """Rows in order. `killed[n]` and `injured[n]` are the sums over the first n of them."""

    rows: "array[int]" = field(default_factory=_rows)
    killed: "array[int]" = field(default_factory=_sums)
    injured: "array[int]" = field(default_factory=_sums)

    def __len__(self) -> int:
        return len(self.rows)


def found_by(
    connection: "Connection", statement: str, asked: Mapping[str, Any], wanted: Callable[[], bool]
) -> Found | None:
    """What a statement finds that selects a row and two numbers; None once `wanted` says no.

    Waiting for the database and taking its rows both leave the interpreter to other threads.
    """
    found = Found()
    connection.set_progress_handler(lambda: 0 if wanted() else 1, _STEPS)
    try:
        cursor = connection.execute(statement, asked)
        while some := cursor.fetchmany(_AT_ONCE):
            if not wanted():
                return None
            rows, killed, injured = zip(*some, strict=True)
            found.rows.extend(rows)
            for sums, numbers in ((found.killed, killed), (found.injured, injured)):
                sums.extend(accumulate(numbers, initial=sums.pop()))
    except DatabaseError:
        if wanted():
            raise
        return None
    finally:
        connection.set_progress_handler(None, 0)
    return found
