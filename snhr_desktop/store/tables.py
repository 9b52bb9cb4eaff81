"""How a record type lies in its table: read from its declaration, so that a field is declared once.

Every field has the columns of its kind. Sensitive fields lie in `<type>_protected`, which nothing but the reading
of a whole record joins.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from snhr_desktop.domain.fields import Field
from snhr_desktop.domain.records import RECORD_TYPES, Record

if TYPE_CHECKING:
    from sqlite3 import Connection


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
        """The fields of the table itself."""
        return tuple(field for field in self.record_type.fields() if not field.sensitive)

    @cached_property
    def protected_fields(self) -> tuple[Field, ...]:
        """The fields of the protected table; none for most types."""
        return tuple(field for field in self.record_type.fields() if field.sensitive)

    @cached_property
    def owner(self) -> str:
        """The column that names the parent's row, blank for a type that has none."""
        return f"{self.record_type.parent}_id" if self.record_type.parent else ""

    @cached_property
    def upsert(self) -> str:
        """Write one row by its identity: uid, then owner and position or the revision, then the fields."""
        placed = (self.owner, "position") if self.owner else ("revision",)
        names = ("uid", *placed, *columns_of(self.open_fields))
        updates = ", ".join(f'"{name}" = excluded."{name}"' for name in names[1:])
        return f"{_insert(self.name, names)} ON CONFLICT (uid) DO UPDATE SET {updates}"

    @cached_property
    def insert_protected(self) -> str:
        """Write the protected row of the row with a uid (the last value)."""
        names = columns_of(self.protected_fields)
        listed = ", ".join(f'"{name}"' for name in names)
        marks = ", ".join("?" * len(names))
        return (
            f"INSERT INTO {self.name}_protected ({self.name}_id, {listed})"
            f" SELECT id, {marks} FROM {self.name} WHERE uid = ?"
        )

    @cached_property
    def select(self) -> str:
        """Read whole records: owner or revision, uid, then every field, protected ones last."""
        placed = self.owner or "revision"
        names = [f'{self.name}."{name}"' for name in (placed, "uid", *columns_of(self.open_fields))]
        names += [f'{self.name}_protected."{name}"' for name in columns_of(self.protected_fields)]
        joined = f" LEFT JOIN {self.name}_protected ON {self.name}_id = {self.name}.id" if self.protected_fields else ""
        return f"SELECT {', '.join(names)} FROM {self.name}{joined}"

    def record(self, row: Sequence[Any]) -> Record:
        """The record of a row that `select` read. What the store holds is trusted."""
        values: dict[str, Any] = {"uid": row[1]}
        at = 2
        for field in (*self.open_fields, *self.protected_fields):
            cells = row[at : at + len(field.kind.columns)]
            at += len(cells)
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
    connection.execute(where.upsert, (record.uid, *placed, *_cells(record, where.open_fields)))
    if where.protected_fields:
        _write_protected(connection, record, where)


def add_records(connection: "Connection", records: Sequence[Record], owner: int) -> None:
    """Write the children of one list of a set that was never saved: none of them has a row yet."""
    if not records:
        return
    where = table(type(records[0]))
    rows = [(one.uid, owner, position, *_cells(one, where.open_fields)) for position, one in enumerate(records)]
    connection.executemany(where.upsert, rows)
    told = [(*_cells(one, where.protected_fields), one.uid) for one in records if _says_protected(one, where)]
    if told:
        connection.executemany(where.insert_protected, told)


def read_records(
    connection: "Connection", record_type: type[Record], clause: str, values: Sequence[Any]
) -> list[tuple[int, Record]]:
    """Records with their owner's row (or their revision), of the rows that an SQL clause chooses."""
    where = table(record_type)
    return [(row[0], where.record(row)) for row in connection.execute(f"{where.select} {clause}", values)]


def _write_protected(connection: "Connection", record: Record, where: Table) -> None:
    connection.execute(
        f"DELETE FROM {where.name}_protected WHERE {where.name}_id = (SELECT id FROM {where.name} WHERE uid = ?)",
        (record.uid,),
    )
    if _says_protected(record, where):
        connection.execute(where.insert_protected, (*_cells(record, where.protected_fields), record.uid))


def _says_protected(record: Record, where: Table) -> bool:
    return any(getattr(record, field.name) != field.default for field in where.protected_fields)


def _cells(record: Record, fields: Iterable[Field]) -> list[Any]:
    return [cell for field in fields for cell in field.kind.to_columns(getattr(record, field.name))]


def _insert(name: str, columns: Sequence[str]) -> str:
    listed = ", ".join(f'"{column}"' for column in columns)
    return f"INSERT INTO {name} ({listed}) VALUES ({', '.join('?' * len(columns))})"
