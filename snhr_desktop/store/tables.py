"""How a record type lies in its table: read from its declaration, so that a field is declared once.

Every field has the columns of its kind. Sensitive fields lie in `<type>_protected`, which nothing but the reading
of a whole record joins.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeAlias

from snhr_desktop.domain.fields import Field
from snhr_desktop.domain.kinds import Kind
from snhr_desktop.domain.records import RECORD_TYPES, Record
from snhr_desktop.store.inserting import insert

if TYPE_CHECKING:
    from sqlite3 import Connection


Laid: TypeAlias = tuple[str, tuple[Any, ...], tuple[Any, ...] | None]
"""A record as its tables hold it: identity, cells of the open fields, and of the protected ones if they say anything.

A bare tuple: of each record of a large import one goes from process to process.
"""


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
        """The number of the row and the columns."""
        return "id", *self.names

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

    def laid(self, record: Record) -> Laid:
        """A record as its tables hold it."""
        says = bool(self.protected_fields) and self.says_protected(record)
        return record.uid, self.cells(record), tuple(_cells(record, self.protected_fields)) if says else None

    def unlaid(self, laid: Laid) -> Record:
        """The record again, without its identity."""
        _, cells, protected = laid
        return self.record((None, "", *cells, *(protected or (None,) * len(columns_of(self.protected_fields)))))

    def under(self, laid: Laid, reference: str) -> Laid:
        """A head as its table holds it, under its reference."""
        uid, cells, protected = laid
        at = self._reference
        return uid, (*cells[:at], reference, *cells[at + 1 :]), protected

    @cached_property
    def _reference(self) -> int:
        return columns_of(self.open_fields).index("reference")

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
        _add_protected(connection, where, [(row, where.laid(record))])


def add_records(connection: "Connection", kind: type[Record], given: Sequence[tuple[Sequence[Any], Laid]]) -> range:
    """Write records of one type that have no row yet, with one statement; returns their rows, which follow on.

    Each comes with where it is placed, as `write_record` takes it.
    """
    where = table(kind)
    first = int(connection.execute(f"SELECT coalesce(max(id), 0) + 1 FROM {where.name}").fetchone()[0])
    rows = range(first, first + len(given))
    cells_of = [(row, uid, *placed, *cells) for row, (placed, (uid, cells, _)) in zip(rows, given, strict=True)]
    insert(connection, where.name, where.numbered, cells_of)
    if where.protected_fields:
        _add_protected(connection, where, zip(rows, (laid for _, laid in given), strict=True))
    return rows


def read_records(
    connection: "Connection", record_type: type[Record], clause: str, values: Sequence[Any]
) -> list[tuple[int, Record]]:
    """Records with their owner's row (or their revision), of the rows that an SQL clause chooses."""
    where = table(record_type)
    return [(row[0], where.record(row)) for row in connection.execute(f"{where.select} {clause}", values)]


def _add_protected(connection: "Connection", where: Table, numbered: Iterable[tuple[int, Laid]]) -> None:
    if told := [(row, *protected) for row, (_, _, protected) in numbered if protected is not None]:
        insert(connection, f"{where.name}_protected", where.protected, told)


def _is_plain(field: Field) -> bool:
    """Whether one column holds the value as it is."""
    return type(field.kind).to_columns is Kind.to_columns


def _cells(record: Record, fields: Iterable[Field]) -> Iterable[Any]:
    return chain.from_iterable([field.kind.to_columns(getattr(record, field.name)) for field in fields])


def _insert(name: str, columns: Sequence[str]) -> str:
    listed = ", ".join(f'"{column}"' for column in columns)
    return f"INSERT INTO {name} ({listed}) VALUES ({', '.join('?' * len(columns))})"
