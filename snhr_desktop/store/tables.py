"""How a record type lies in its table: read from its declaration, so that a field is declared once.

Every field has the columns of its kind. Sensitive fields lie in `<type>_protected`, which nothing but the reading
of a whole record joins.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from snhr_desktop.domain.fields import Field
from snhr_desktop.domain.kinds import Kind
from snhr_desktop.domain.records import RECORD_TYPES, Record
from snhr_desktop.store.inserting import Column, Hung, insert

if TYPE_CHECKING:
    from sqlite3 import Connection


class Laid(NamedTuple):
    """Records of one type as their tables hold them, but for the numbers of rows that they get and hang on.

    `open` rows have the identity, the position of one below another, and the cells of the open fields; those of the
    `protected` table hang on these, by their places, and are there for who says anything sensitive.
    """

    open: Hung
    protected: Hung

    @classmethod
    def picked(cls, given: Sequence[tuple["Laid | None", int]]) -> "Laid":
        """The records of sets picked out of others, which are numbered anew in this order."""
        places = [(held.protected, at) for held, of in given if held for at, _ in held.open.rows(of)]
        return cls(Hung.picked((held and held.open, of) for held, of in given), Hung.picked(places))


@dataclass(frozen=True)
class Table:
    """The table of one record type, with the statements that read and write it."""

    record_type: type[Record]

    @property
    def name(self) -> str:
        """The table, named for the record type."""
        return self.record_type.type_name

    @cached_property
    def open_fields(self) -> tuple[Field, ...]:
        """The fields of the table itself: first those that a column holds as they are, two at least."""
        mine = [field for field in self.record_type.fields() if not field.sensitive]
        return tuple(sorted(mine, key=lambda field: not _is_plain(field)))

    @cached_property
    def protected_fields(self) -> tuple[Field, ...]:
        """The fields of the protected table; none for most types."""
        return tuple(field for field in self.record_type.fields() if field.sensitive)

    @cached_property
    def owner(self) -> str:
        """The column that names the parent's row, blank for a type that has none."""
        return f"{self.record_type.parent}_id" if self.record_type.parent else ""

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The columns but the number of the row: uid, then owner and position or the revision, then the fields."""
        placed = (self.owner, "position") if self.owner else ("revision",)
        return ("uid", *placed, *columns_of(self.open_fields))

    @cached_property
    def upsert(self) -> str:
        """Write one row by its identity."""
        updates = ", ".join(f'"{name}" = excluded."{name}"' for name in self.names[1:])
        return f"{_insert(self.name, self.names)} ON CONFLICT (uid) DO UPDATE SET {updates}"

    @cached_property
    def numbered(self) -> tuple[str, ...]:
        """The columns as new rows are put in: number, owner or revision, then those of `Laid`."""
        uid, placed, *rest = self.names
        return "id", placed, uid, *rest

    @cached_property
    def protected(self) -> tuple[str, ...]:
        """The columns of the protected table, first the number of the row that it is of."""
        return f"{self.name}_id", *columns_of(self.protected_fields)

    @cached_property
    def select(self) -> str:
        """Read whole records: owner or revision, uid, then every field, protected ones last."""
        placed = self.owner or "revision"
        names = [f'{self.name}."{name}"' for name in (placed, "uid", *columns_of(self.open_fields))]
        names += [f'{self.name}_protected."{name}"' for name in columns_of(self.protected_fields)]
        joined = f" LEFT JOIN {self.name}_protected ON {self.name}_id = {self.name}.id" if self.protected_fields else ""
        return f"SELECT {', '.join(names)} FROM {self.name}{joined}"

    def cells(self, record: Record) -> tuple[Any, ...]:
        """What the columns of the open fields hold of a record."""
        return (*self._plain(record), *_cells(record, self._others))

    def laid(self, given: Sequence[tuple[int, int, Record]]) -> Laid:
        """Records as their tables hold them, each with the number of its set, in their order, and its position."""
        if self.owner:
            rows = [(record.uid, position, *self.cells(record)) for _, position, record in given]
        else:
            rows = [(record.uid, *self.cells(record)) for _, _, record in given]
        records = [record for _, _, record in given] if self.protected_fields else []
        telling = [at for at, record in enumerate(records) if self.says_protected(record)]
        protected = [self.protected_cells(records[at]) for at in telling]
        return Laid(Hung.on([of for of, _, _ in given], rows), Hung.on(telling, protected))

    def unlaid(self, laid: Laid, number: int) -> Iterator[Record]:
        """The records of a set again, without their identities."""
        silent = [(None,) * len(columns_of(self.protected_fields))]
        first = 2 if self.owner else 1
        for at, cells in laid.open.rows(number):
            (protected,) = [cells for _, cells in laid.protected.rows(at)] or silent
            yield self.record((None, "", *cells[first:], *protected))

    def column(self, laid: Laid | None, name: str) -> Column:
        """The cells of a column of open fields, one for each of the records."""
        first = 2 if self.owner else 1
        return laid.open.column(first + columns_of(self.open_fields).index(name)) if laid else ()

    def under(self, columns: Sequence[Column], references: Sequence[str]) -> list[Column]:
        """The columns of laid heads, each under its reference."""
        at = 1 + self._reference
        return [*columns[:at], references, *columns[at + 1 :]]

    @cached_property
    def _reference(self) -> int:
        return columns_of(self.open_fields).index("reference")

    def protected_cells(self, record: Record) -> tuple[Any, ...]:
        """What the columns of the protected fields hold of a record."""
        return tuple(_cells(record, self.protected_fields))

    def says_protected(self, record: Record) -> bool:
        """Whether a record says anything that is sensitive."""
        return any(getattr(record, field.name) != field.default for field in self.protected_fields)

    @cached_property
    def _plain(self) -> "attrgetter[tuple[Any, ...]]":
        return attrgetter(*(field.name for field in self.open_fields if _is_plain(field)))

    @cached_property
    def _others(self) -> tuple[Field, ...]:
        return tuple(field for field in self.open_fields if not _is_plain(field))

    @cached_property
    def _places(self) -> tuple[tuple[Field, int, int], ...]:
        """Every field with where its cells begin and end in a row that `select` read."""
        found: list[tuple[Field, int, int]] = []
        at = 2
        for field in (*self.open_fields, *self.protected_fields):
            found.append((field, at, at + len(field.kind.columns)))
            at += len(field.kind.columns)
        return tuple(found)

    def record(self, row: Sequence[Any]) -> Record:
        """The record of a row that `select` read. What the store holds is trusted."""
        values: dict[str, Any] = {"uid": row[1]}
        for field, first, end in self._places:
            cells = row[first:end]
            absent = field.sensitive and all(cell is None for cell in cells)
            values[field.name] = field.default if absent else field.kind.from_columns(cells)
        return self.record_type(**values)


_TABLES = {record_type: Table(record_type) for record_type in RECORD_TYPES.values()}


def table(record_type: type[Record]) -> Table:
    """The table of a record type."""
    return _TABLES[record_type]


def columns_of(fields: Iterable[Field]) -> tuple[str, ...]:
    """The column names of some fields, in order."""
    return tuple(field.name + suffix for field in fields for suffix, _ in field.kind.columns)


def write_record(connection: "Connection", record: Record, placed: Sequence[Any]) -> None:
    """Write one record, new or changed, under its uid. `placed` is its revision, or its owner's row and position."""
    where = table(type(record))
    connection.execute(where.upsert, (record.uid, *placed, *where.cells(record)))
    if where.protected_fields:
        row = connection.execute(f"SELECT id FROM {where.name} WHERE uid = ?", (record.uid,)).fetchone()[0]
        connection.execute(f"DELETE FROM {where.name}_protected WHERE {where.name}_id = ?", (row,))
        if where.says_protected(record):
            insert(connection, f"{where.name}_protected", where.protected, [[row], *zip(where.protected_cells(record))])


def add_records(connection: "Connection", kind: type[Record], placed: Column, given: Laid) -> range:
    """Write records of one type that have no row yet, with one statement; returns their rows, which follow on.

    `placed` are their revisions, or the rows of their owners.
    """
    where = table(kind)
    first = int(connection.execute(f"SELECT coalesce(max(id), 0) + 1 FROM {where.name}").fetchone()[0])
    rows = range(first, first + len(given.open.of))
    insert(connection, where.name, where.numbered, [rows, placed, *given.open.columns])
    if given.protected.of:
        of = [rows[at] for at in given.protected.of]
        insert(connection, f"{where.name}_protected", where.protected, [of, *given.protected.columns])
    return rows


def read_records(
    connection: "Connection", record_type: type[Record], clause: str, values: Sequence[Any]
) -> list[tuple[int, Record]]:
    """Records with their owner's row (or their revision), of the rows that an SQL clause chooses."""
    where = table(record_type)
    return [(row[0], where.record(row)) for row in connection.execute(f"{where.select} {clause}", values)]


def _is_plain(field: Field) -> bool:
    """Whether one column holds the value as it is."""
    return type(field.kind).to_columns is Kind.to_columns


def _cells(record: Record, fields: Iterable[Field]) -> Iterable[Any]:
    return chain.from_iterable([field.kind.to_columns(getattr(record, field.name)) for field in fields])


def _insert(name: str, columns: Sequence[str]) -> str:
    listed = ", ".join(f'"{column}"' for column in columns)
    return f"INSERT INTO {name} ({listed}) VALUES ({', '.join('?' * len(columns))})"
