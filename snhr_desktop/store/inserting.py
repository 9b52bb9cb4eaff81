"""Many new rows put into a table by one statement."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sqlite3 import Connection

_MANY = 16
"""Rows from which it pays to look at what they have in common; a statement of its own is made for that."""


def insert(connection: "Connection", table: str, columns: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> None:
    """Put rows into a table; the first of the columns tells them apart.

    Of a record most columns are blank, and to hand a blank over for each row costs more than to write it: where all
    rows have the same one, the statement says so itself.
    """
    columns_of = list(zip(*rows, strict=True))
    marks = ["?", *map(_blank, columns_of[1:])] if len(rows) >= _MANY else ["?"] * len(columns)
    listed = ", ".join(f'"{column}"' for column in columns)
    given = (cells for cells, mark in zip(columns_of, marks, strict=True) if mark == "?")
    statement = f"INSERT INTO {table} ({listed}) VALUES ({', '.join(marks)})"
    connection.executemany(statement, zip(*given, strict=True))


def _blank(cells: Sequence[Any]) -> str:
    """What stands in a statement for the cells of a column: the blank that all of them are, or a place for each."""
    first = cells[0]
    said = "NULL" if first is None else "''" if first == "" else "0" if first == 0 and type(first) is int else "?"
    return said if said == "?" or cells.count(first) == len(cells) else "?"
