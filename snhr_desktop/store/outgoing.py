"""Which records an export takes along: their rows, in the order of first saving, so small that all fit in memory.

An incident that is part of another stands in that one, with whoever was harmed, and is left out.
"""

import datetime as dt
import json
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any

from snhr_desktop.domain.counting import COUNTED
from snhr_desktop.domain.fields import Field
from snhr_desktop.domain.records import AttachmentFile, CaseFile, Dossier, OwnTerm, Record, RecordSet
from snhr_desktop.errors import Refusal
from snhr_desktop.store import areas, sets
from snhr_desktop.store.adopting import own_terms
from snhr_desktop.store.attachments import standing
from snhr_desktop.store.attachments.keeping import members, of_sources
from snhr_desktop.store.driver import DatabaseError
from snhr_desktop.store.listing import STANDS, IncidentQuery, conditions
from snhr_desktop.store.sets import S
from snhr_desktop.store.tables import columns_of, table

if TYPE_CHECKING:
    from sqlite3 import Connection

_STEPS = 2_000
"""Steps of the database between two looks at whether its answer is still wanted."""
_ROWS = 512
"""Incidents or cases whose rows are read at once."""
_AT_ONCE = 100
"""Records read between two looks at whether they are still wanted."""


_KEPT_WITH = (
    "WITH RECURSIVE named (uid) AS (SELECT value FROM json_each(?)), holder (uid) AS (SELECT uid FROM named"
    " UNION SELECT incident.uid FROM named JOIN victim USING (uid) JOIN incident ON incident.id = incident_id"
    " UNION SELECT incident.uid FROM named JOIN source USING (uid) JOIN incident ON incident.id = incident_id"
    " UNION SELECT survivor_uid FROM merge JOIN holder ON other_uid = holder.uid WHERE undone_other IS NULL)"
    " SELECT uid FROM holder"
)
"""The heads that some records are or belong to, and what such a head was merged into."""

Kept = Mapping[type[Record], Sequence[tuple[Any, ...]]]
"""Rows by the record type that they are of."""


@contextmanager
def given_up(connection: "Connection", wanted: Callable[[], bool], refusal: type[Refusal]) -> Iterator[None]:
    """Stop whatever the database is at once nobody wants it any more, and raise the refusal that says so."""
    connection.set_progress_handler(lambda: 0 if wanted() else 1, _STEPS)
    try:
        yield
    except DatabaseError as error:
        if wanted():
            raise
        raise refusal from error
    finally:
        connection.set_progress_handler(None, 0)


@dataclass(frozen=True)
class CaseChoice:
    """Which cases: those of some identities, or all; with days, those that an event of lies between; in an area."""

    uids: tuple[str, ...] | None = None
    first: dt.date | None = None
    last: dt.date | None = None
    area: str = ""


@dataclass(frozen=True)
class Outgoing:
    """The rows of the incidents and cases that are chosen, and the connection they are read by, at one moment.

    `sources` says whether files go along that are kept with a source.
    """

    connection: "Connection"
    incidents: "array[int]"
    cases: "array[int]"
    sources: bool = True

    def read(self, kind: type[S]) -> Iterator[S]:
        """The incidents or the cases, with all that hangs on them."""
        return _read(self.connection, kind, self.rows_of(kind))

    def rows_of(self, kind: type[RecordSet]) -> "array[int]":
        """The rows of one kind of record set."""
        return self.incidents if kind is Dossier else self.cases

    def kept(self, kind: type[RecordSet], asked: Mapping[type[Record], Sequence[Field]]) -> Iterator[tuple[int, Kept]]:
        """The incidents or the cases some at a time, as rows of the record types that are asked for, and how many went
        before: identity and reference of the head, then the columns of the fields asked for, as they are kept.
        """
        rows = self.rows_of(kind)
        questions = {record: _question(_table(kind), record, fields) for record, fields in asked.items()}
        for start in range(0, len(rows), _ROWS):
            some = (json.dumps(rows[start : start + _ROWS].tolist()),)
            yield start, {record: self.connection.execute(one, some).fetchall() for record, one in questions.items()}

    def own_terms(self) -> tuple[OwnTerm, ...]:
        """The terms of the office, without which the codes of records could not be read elsewhere."""
        return own_terms(self.connection)

    def attachments(self) -> Iterator[AttachmentFile]:
        """The files kept with them, with what hangs on them and with what was merged into them."""
        behind = standing.behind(self.connection)
        for file in _read(self.connection, AttachmentFile, self._file_rows()):
            yield standing.stood(file, behind)

    def kept_with(self, file: AttachmentFile) -> tuple[RecordSet, ...]:
        """The incidents and cases that a file is kept with, and those that such an incident was merged into."""
        targets = json.dumps([link.target for link in file.links])
        uids = [str(uid) for (uid,) in self.connection.execute(_KEPT_WITH, (targets,))]
        return (*sets.read_many(self.connection, Dossier, uids), *sets.read_many(self.connection, CaseFile, uids))

    def files(self) -> tuple[str, ...]:
        """The identities of those of `attachments` that were not withdrawn."""
        rows = self._file_rows()
        found = self.connection.execute(
            "SELECT uid FROM attachment WHERE id IN (SELECT value FROM json_each(?)) AND NOT withdrawn ORDER BY id",
            (json.dumps(rows.tolist()),),
        )
        behind = standing.behind(self.connection)
        return tuple(str(uid) for (uid,) in found if uid not in behind)

    def _file_rows(self) -> "array[int]":
        rows = _attachment_rows(self.connection, self.incidents, self.cases)
        if self.sources:
            return rows
        asked = (json.dumps(rows.tolist()),)
        found = self.connection.execute(
            "SELECT id, uid FROM attachment WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id", asked
        ).fetchall()
        veiled = of_sources(self.connection, (uid for _, uid in found))
        return array("I", (row for row, uid in found if uid not in veiled))

    def linked_persons(self) -> Iterator[tuple[str, str]]:
        """The pairs of victims of the incidents who are said to be one person."""
        found = self.connection.execute(
            "SELECT one_uid, other_uid FROM person_link"
            " CROSS JOIN victim AS one ON one.uid = one_uid CROSS JOIN victim AS other ON other.uid = other_uid"
            " WHERE NOT removed AND one.incident_id IN (SELECT value FROM json_each(:incidents))"
            " AND other.incident_id IN (SELECT value FROM json_each(:incidents)) ORDER BY person_link.id",
            {"incidents": json.dumps(self.incidents.tolist())},
        )
        return ((str(one), str(other)) for one, other in found)


def outgoing(
    connection: "Connection", query: IncidentQuery, choice: CaseChoice, *, counted: bool, sources: bool = True
) -> Outgoing:
    """What is chosen; with `counted`, of it what figures count; without `sources`, no file that is kept with one."""
    incidents = _incident_rows(connection, query, counted=counted)
    return Outgoing(connection, incidents, _case_rows(connection, choice, counted=counted), sources)


def _incident_rows(connection: "Connection", query: IncidentQuery, *, counted: bool) -> "array[int]":
    """The rows of the incidents that a query finds; with `counted`, of those alone that figures count."""
    where, asked = conditions(connection, query)
    alone = (
        " AND EXISTS (SELECT 1 FROM incident_fact AS fact WHERE fact.incident_id = line.incident_id"
        f" AND fact.standing = '{COUNTED}')"
    )
    return _rows(
        connection,
        f"SELECT line.incident_id FROM incident_line AS line WHERE {where} AND {STANDS}{alone if counted else ''}"
        " ORDER BY line.incident_id",
        asked,
    )


def _case_rows(connection: "Connection", choice: CaseChoice, *, counted: bool) -> "array[int]":
    """The rows of the cases that are chosen; with `counted`, of those alone that figures count."""
    asked: dict[str, Any] = {
        "uids": None if choice.uids is None else json.dumps(choice.uids),
        "first": choice.first.isoformat() if choice.first else None,
        "last": choice.last.isoformat() if choice.last else None,
        "area": areas.present(connection, choice.area),
        "standing": COUNTED if counted else None,
    }
    event = (
        "SELECT 1 FROM case_fact AS fact WHERE fact.detention_id = detention.id"
        " AND (:first IS NULL OR fact.last >= :first) AND (:last IS NULL OR fact.first <= :last)"
        " AND (:area = '' OR :area IN (fact.governorate, fact.district, fact.subdistrict))"
        " AND (:standing IS NULL OR fact.standing = :standing)"
    )
    bound = choice.first or choice.last or choice.area or counted
    return _rows(
        connection,
        "SELECT id FROM detention WHERE (:uids IS NULL OR uid IN (SELECT value FROM json_each(:uids)))"
        f" AND {f'EXISTS ({event})' if bound else 'TRUE'} ORDER BY id",
        asked,
    )


def _read(connection: "Connection", kind: type[S], rows: "array[int]") -> Iterator[S]:
    """Record sets by the rows of their heads, in order, some at a time."""
    table = kind.head_type.type_name
    for start in range(0, len(rows), _AT_ONCE):
        some = json.dumps(rows[start : start + _AT_ONCE].tolist())
        found = connection.execute(
            f"SELECT uid FROM {table} WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id", (some,)
        )
        yield from sets.read_many(connection, kind, [uid for (uid,) in found])


def _attachment_rows(connection: "Connection", incidents: "array[int]", cases: "array[int]") -> "array[int]":
    """The rows of the files kept with some incidents and cases."""
    heads = " UNION ".join(
        f"SELECT uid FROM {table} WHERE id IN (SELECT value FROM json_each(:{name}))"
        for name, table in (("incidents", _table(Dossier)), ("cases", _table(CaseFile)))
    )
    return _rows(
        connection,
        f"{members(heads)} SELECT id FROM {_table(AttachmentFile)} WHERE id IN"
        " (SELECT attachment_id FROM attachment_link JOIN member ON target = member.uid) ORDER BY id",
        {"incidents": json.dumps(incidents.tolist()), "cases": json.dumps(cases.tolist())},
    )


def _question(head: str, record: type[Record], fields: Iterable[Field]) -> str:
    own = table(record)
    chosen = [f"{head}.uid", f"{head}.reference"]
    for field in fields:
        name = f"{own.name}_protected" if field.sensitive else own.name
        cells = (f'{name}."{column}"' for column in columns_of((field,)))
        chosen += [f"coalesce({cell}, '')" for cell in cells] if field.sensitive else cells
    joined = f" JOIN {own.name} ON {own.name}.{head}_id = {head}.id" if own.owner else ""
    if own.protected_fields:
        joined += f" LEFT JOIN {own.name}_protected ON {own.name}_protected.{own.name}_id = {own.name}.id"
    order = f"{head}.id, {own.name}.position" if own.owner else f"{head}.id"
    return (
        f"SELECT {', '.join(chosen)} FROM {head}{joined}"
        f" WHERE {head}.id IN (SELECT value FROM json_each(?)) ORDER BY {order}"
    )


def _table(kind: type[RecordSet]) -> str:
    return kind.head_type.type_name


def _rows(connection: "Connection", statement: str, asked: dict[str, Any]) -> "array[int]":
    return array("I", chain.from_iterable(connection.execute(statement, asked)))
