"""Dossiers in their tables: an incident's row and the rows of its children, written and read as one."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, cast

from snhr_desktop.domain.records import CHILDREN, Dossier, Incident, Record
from snhr_desktop.store.identity import is_uid, new_uid
from snhr_desktop.store.tables import read_records, write_record

if TYPE_CHECKING:
    from sqlite3 import Connection

_AT_ONCE = 500
"""Dossiers read with one statement per table, so that a whole store can be walked in little memory."""


def with_uids(connection: "Connection", dossier: Dossier) -> Dossier:
    """The dossier with an identity for every record that lacks one.

    An identity that belongs to a child of another incident (a copied row) is not taken over: the copy gets its own.
    """
    uid = dossier.incident.uid
    uid = uid if is_uid(uid) else new_uid()
    lists: dict[str, Any] = {
        name: _children_with_uids(connection, children, uid) for name, children in dossier.children().items()
    }
    return replace(dossier, incident=dossier.incident.with_uid(uid), **lists)


def _children_with_uids(connection: "Connection", children: Sequence[Record], incident_uid: str) -> tuple[Record, ...]:
    seen: set[str] = set()
    kept: list[Record] = []
    for child in children:
        fit = is_uid(child.uid) and child.uid not in seen and not _is_elsewhere(connection, child, incident_uid)
        kept.append(child if fit else child.with_uid(new_uid()))
        seen.add(kept[-1].uid)
    return tuple(kept)


def _is_elsewhere(connection: "Connection", child: Record, incident_uid: str) -> bool:
    found = connection.execute(
        f"SELECT incident.uid FROM {child.type_name} AS child JOIN incident ON incident.id = child.incident_id"
        " WHERE child.uid = ?",
        (child.uid,),
    ).fetchone()
    return found is not None and found[0] != incident_uid


class Head(NamedTuple):
    """Where a saved incident stands: its row, the number of its latest revision, its reference."""

    row: int
    revision: int
    reference: str


def head(connection: "Connection", uid: str) -> Head | None:
    """The head of an incident, or None for one that was never saved."""
    row = connection.execute("SELECT id, revision, reference FROM incident WHERE uid = ?", (uid,)).fetchone()
    return Head(*row) if row else None


def write(connection: "Connection", dossier: Dossier) -> int:
    """Write a dossier whose records all have uids, under its revision number; returns the incident's row.

    Children that the dossier no longer has leave the tables; they stay in the revisions.
    """
    write_record(connection, dossier.incident, (dossier.revision,))
    row = int(connection.execute("SELECT id FROM incident WHERE uid = ?", (dossier.incident.uid,)).fetchone()[0])
    for name, children in dossier.children().items():
        if dossier.revision > 1:
            _drop_others(connection, CHILDREN[name].type_name, row, {child.uid for child in children})
        for position, child in enumerate(children):
            write_record(connection, child, (row, position))
    return row


def _drop_others(connection: "Connection", type_name: str, row: int, kept: set[str]) -> None:
    present = connection.execute(f"SELECT id, uid FROM {type_name} WHERE incident_id = ?", (row,)).fetchall()
    gone = [(child,) for child, uid in present if uid not in kept]
    connection.executemany(f"DELETE FROM {type_name} WHERE id = ?", gone)


def read(connection: "Connection", uid: str) -> Dossier | None:
    """One dossier by its uid."""
    return next(read_many(connection, [uid]), None)


def find(connection: "Connection", column: Literal["reference", "origin"], value: str) -> Dossier | None:
    """The first dossier whose incident has a value in a column."""
    row = connection.execute(f"SELECT uid FROM incident WHERE {column} = ? AND {column} <> ''", (value,)).fetchone()
    return read(connection, row[0]) if row else None


def read_many(connection: "Connection", uids: Sequence[str]) -> Iterator[Dossier]:
    """Dossiers in the order asked for; uids that the store does not have are passed over."""
    for start in range(0, len(uids), _AT_ONCE):
        asked = uids[start : start + _AT_ONCE]
        found = {dossier.incident.uid: dossier for dossier in _read_some(connection, asked)}
        yield from (found[uid] for uid in asked if uid in found)


def read_all(connection: "Connection") -> Iterator[tuple[int, Dossier]]:
    """Every dossier with its incident's row, in the order of first saving."""
    rows = connection.execute("SELECT id, uid FROM incident ORDER BY id").fetchall()
    ids = {uid: int(row) for row, uid in rows}
    for dossier in read_many(connection, list(ids)):
        yield ids[dossier.incident.uid], dossier


def _read_some(connection: "Connection", uids: Sequence[str]) -> Iterator[Dossier]:
    marks = ", ".join("?" * len(uids))
    clause = f"WHERE incident.uid IN ({marks})"
    incidents = read_records(connection, Incident, clause, uids)
    rows = dict(connection.execute(f"SELECT uid, id FROM incident {clause}", uids).fetchall())
    inside = f"WHERE incident_id IN (SELECT id FROM incident {clause}) ORDER BY incident_id, position"
    lists: dict[str, dict[int, list[Record]]] = {}
    for name, record_type in CHILDREN.items():
        lists[name] = defaultdict(list)
        for owner, child in read_records(connection, record_type, inside, uids):
            lists[name][owner].append(child)
    for revision, incident in incidents:
        row = rows[incident.uid]
        children: dict[str, Any] = {name: tuple(by_row.get(row, ())) for name, by_row in lists.items()}
        yield Dossier(cast(Incident, incident), revision=revision, **children)
