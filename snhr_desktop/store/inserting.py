"""Many new rows put into a table by one statement, column by column."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, Self, TypeAlias

if TYPE_CHECKING:
    from sqlite3 import Connection

_MANY = 16
"""Rows from which it pays to look at what they have in common; a statement of its own is made for that."""

Column: TypeAlias = Sequence[Any]
"""The cells of a column, one for each row; where all rows have the same blank, that once."""


class Hung(NamedTuple):
    """Rows of one table that hang on some things: `of` says on which, by its number, in order.

    By columns, since of a record most are blank: a blank that all have takes no room on its way from another process.
    """

    of: Sequence[int]
    columns: Sequence[Column]

    @classmethod
    def on(cls, of: Sequence[int], rows: Sequence[Sequence[Any]]) -> Self:
        """Of rows, with what each hangs on; each has as many cells as the others."""
        return cls(of, in_columns(rows))

    @classmethod
    def picked(cls, given: Iterable[tuple["Hung | None", int]]) -> Self:
        """The rows of things picked out of others, which are numbered anew in this order."""
        found = [(to, row) for to, (held, of) in enumerate(given) if held for _, row in held.rows(of)]
        return cls.on([to for to, _ in found], [row for _, row in found])

    def column(self, at: int) -> Column:
        """The cells of a column, one for each row, blanks as well."""
        held = self.columns[at] if self.columns else ()
        return held if len(held) == len(self.of) else [held[0]] * len(self.of)

    def rows(self, number: int) -> Iterator[tuple[int, tuple[Any, ...]]]:
        """The rows that hang on one thing, each with its place among all."""
        whole = len(self.of)
        for at in range(bisect_left(self.of, number), bisect_right(self.of, number)):
            yield at, tuple([column[at] if len(column) == whole else column[0] for column in self.columns])


def in_columns(rows: Sequence[Sequence[Any]]) -> list[Column]:
    """The columns of rows."""
    columns: Iterable[Column] = zip(*rows, strict=True)
    return [column[:1] if _is_blank(column) else column for column in columns] if len(rows) >= _MANY else [*columns]


def insert(connection: "Connection", table: str, names: Sequence[str], columns: Sequence[Column]) -> None:
    """Put rows into a table; the first of the columns tells them apart.

    To hand a blank over for each row costs more than to write it: where all rows have the same one, the statement says
    so itself.
    """
    many = len(columns[0])
    given = [len(column) == many for column in columns]
    marks = ["?" if each else _said(column[0]) for each, column in zip(given, columns, strict=True)]
    listed = ", ".join(f'"{name}"' for name in names)
    rows = zip(*(column for each, column in zip(given, columns, strict=True) if each), strict=True)
    connection.executemany(f"INSERT INTO {table} ({listed}) VALUES ({', '.join(marks)})", rows)


def _is_blank(column: Column) -> bool:
    """Whether all cells are one blank."""
    first = column[0]
    return (first is None or first == "" or (first == 0 and type(first) is int)) and column.count(first) == len(column)


def _said(blank: object) -> str:
    """A blank as a statement says it."""
    return "NULL" if blank is None else "''" if blank == "" else "0"
