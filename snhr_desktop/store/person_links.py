"""Persons who stand in several incidents: links between two victims, each with a history of its own.

A link says that two records are of one person; it merges nothing. It is ended, never removed.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from snhr_desktop.domain.kinds import WhenKind
from snhr_desktop.domain.values import When
from snhr_desktop.errors import NoSuchPerson
from snhr_desktop.store import history
from snhr_desktop.store.actions import TAKEN_BACK
from snhr_desktop.store.identity import new_uid
from snhr_desktop.store.saving import Author

if TYPE_CHECKING:
    from sqlite3 import Connection

TYPE = "person_link"
LINKED, UNLINKED = "linked", "unlinked"


@dataclass(frozen=True)
class LinkedPerson:
    """A victim who is linked with one of an incident: whom with, and where the other stands."""

    victim_uid: str
    other_uid: str
    name_ar: str
    name_en: str
    sex: str
    outcome: str
    incident_uid: str
    reference: str
    date: When


def link(connection: "Connection", one: str, other: str, actor: str, reason: str = "") -> None:
    """Say that two victims are one person; said twice it is said once. Raises `NoSuchPerson`."""
    for uid in (one, other):
        if not connection.execute("SELECT 1 FROM victim WHERE uid = ?", (uid,)).fetchone():
            raise NoSuchPerson
    _put(connection, one, other, Author(actor, reason), removed=False)


def incidents(connection: "Connection", one: str, other: str) -> tuple[str, ...]:
    """The incidents in which two victims stand, in that order; those no longer recorded are left out."""
    asked = "SELECT incident.uid FROM victim JOIN incident ON incident.id = incident_id WHERE victim.uid = ?"
    found = (connection.execute(asked, (uid,)).fetchone() for uid in (one, other))
    return tuple(str(row[0]) for row in found if row)


def take_back(connection: "Connection", uid: str, number: int, author: Author) -> bool:
    """Say no more what revision `number` of a link says, where nobody has said otherwise since; whether it was so."""
    row = connection.execute(
        "SELECT one_uid, other_uid FROM person_link WHERE uid = ? AND revision = ? AND NOT removed", (uid, number)
    ).fetchone()
    if row:
        _put(connection, row[0], row[1], author, removed=True, action=TAKEN_BACK)
    return row is not None


def were_parted(connection: "Connection", one: str, other: str) -> bool:
    """Whether somebody said here that two victims are not one person after all; an import taken back does not."""
    row = connection.execute(
        "SELECT 1 FROM person_link JOIN revision ON record_uid = person_link.uid AND number = person_link.revision"
        " WHERE one_uid = ? AND other_uid = ? AND removed AND action <> ?",
        (*sorted((one, other)), TAKEN_BACK),
    ).fetchone()
    return row is not None


def unlink(connection: "Connection", one: str, other: str, actor: str) -> None:
    """Say no more that two victims are one person."""
    _put(connection, one, other, Author(actor), removed=True)


def links(connection: "Connection", incident_uid: str) -> tuple[LinkedPerson, ...]:
    """The persons linked with the victims of an incident, and of those merged into it, in their order; those no longer
    recorded are left out. Whoever stands in one that was merged away is found in the one that stayed.
    """
    # CROSS JOIN is SQLite's way to say that the tables are read in this order: from the other end it reads every person
    rows = connection.execute(
        "WITH RECURSIVE family (uid) AS (SELECT ? UNION SELECT merge.other_uid FROM merge"
        " JOIN family ON survivor_uid = family.uid WHERE undone_other IS NULL),"
        " own AS (SELECT victim.uid, position FROM family CROSS JOIN incident ON incident.uid = family.uid"
        " CROSS JOIN victim ON incident_id = incident.id), linked AS ("
        " SELECT own.uid AS here, other_uid AS there, position FROM own CROSS JOIN person_link ON one_uid = own.uid"
        " WHERE NOT removed UNION ALL"
        " SELECT own.uid, one_uid, position FROM own CROSS JOIN person_link ON other_uid = own.uid WHERE NOT removed)"
        " SELECT here, there, name_ar, name_en, sex, outcome, incident.uid, incident.reference, incident.date_first,"
        " incident.date_last, incident.date_precision"
        " FROM linked CROSS JOIN victim ON victim.uid = there CROSS JOIN incident AS held ON held.id = incident_id"
        " CROSS JOIN incident ON incident.uid = coalesce((SELECT survivor_uid FROM merge"
        " WHERE merge.other_uid = held.uid AND undone_other IS NULL), held.uid)"
        " WHERE incident.uid NOT IN (SELECT uid FROM family) ORDER BY linked.position, incident.date_first, there",
        (incident_uid,),
    )
    found: list[LinkedPerson] = []
    for here, there, name_ar, name_en, sex, outcome, uid, reference, *when in rows:
        date = WhenKind().from_columns(when)
        found.append(LinkedPerson(here, there, name_ar, name_en, sex, outcome, uid, reference, date))
    return tuple(found)


def heads(connection: "Connection") -> Iterator[tuple[str, int, Mapping[str, Any]]]:
    """Identity, revision and body of every link, to hold against the history."""
    for uid, revision, one, other, removed in connection.execute(
        "SELECT uid, revision, one_uid, other_uid, removed FROM person_link"
    ):
        yield uid, revision, _body(uid, one, other, bool(removed))


def _put(connection: "Connection", one: str, other: str, author: Author, *, removed: bool, action: str = "") -> None:
    one, other = sorted((one, other))
    found = connection.execute(
        "SELECT uid, revision, removed FROM person_link WHERE one_uid = ? AND other_uid = ?", (one, other)
    ).fetchone()
    uid, revision, was_removed = found or (new_uid(), 0, 1)
    if bool(was_removed) == removed:
        return
    connection.execute(
        "INSERT INTO person_link (uid, revision, one_uid, other_uid, removed) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (uid) DO UPDATE SET revision = excluded.revision, removed = excluded.removed",
        (uid, revision + 1, one, other, int(removed)),
    )
    action = action or (UNLINKED if removed else LINKED)
    body = _body(uid, one, other, removed)
    history.append(connection, history.Entry(TYPE, uid, revision + 1, author.actor, author.reason, action, body))


def _body(uid: str, one: str, other: str, removed: bool) -> dict[str, Any]:
    return {TYPE: {"uid": uid, "one": one, "other": other, "removed": removed}}
