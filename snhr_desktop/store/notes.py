"""Notes of reviewers on an incident: a thread that is only ever added to. Their words stand in the history."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from snhr_desktop.store import history
from snhr_desktop.store.identity import new_uid

if TYPE_CHECKING:
    from sqlite3 import Connection

RECORD_TYPE = "note"


@dataclass(frozen=True)
class Note:
    """Who wrote what, and when (UTC)."""

    uid: str
    at: str
    actor: str
    text: str


def add(connection: "Connection", incident_uid: str, actor: str, text: str) -> Note:
    """Add a note to an incident that the store has; in the caller's transaction."""
    uid = new_uid()
    body = {RECORD_TYPE: {"uid": uid, "incident": incident_uid, "text": text}}
    at = history.append(connection, history.Entry(RECORD_TYPE, uid, 1, actor, "", "created", body))
    connection.execute(
        "INSERT INTO review_note (uid, incident_uid, actor, at) VALUES (?, ?, ?, ?)", (uid, incident_uid, actor, at)
    )
    return Note(uid, at, actor, text)


def notes(connection: "Connection", incident_uid: str) -> tuple[Note, ...]:
    """The notes on an incident, oldest first."""
    rows = connection.execute(
        "SELECT revision.record_uid, revision.at, revision.actor, revision.body FROM review_note"
        " JOIN revision ON revision.record_uid = review_note.uid"
        " WHERE review_note.incident_uid = ? ORDER BY review_note.id",
        (incident_uid,),
    )
    return tuple(Note(uid, at, actor, str(json.loads(body)[RECORD_TYPE]["text"])) for uid, at, actor, body in rows)


def differing(connection: "Connection") -> Iterator[str]:
    """References of the incidents that have a note which stands there otherwise than the history tells."""
    rows = connection.execute(
        "SELECT DISTINCT coalesce(incident.reference, review_note.incident_uid) FROM review_note"
        " LEFT JOIN revision ON revision.record_uid = review_note.uid"
        " LEFT JOIN incident ON incident.uid = review_note.incident_uid"
        " WHERE revision.id IS NULL OR revision.record_type <> ? OR revision.at <> review_note.at"
        " OR revision.actor <> review_note.actor"
        " OR json_extract(revision.body, '$.note.incident') <> review_note.incident_uid",
        (RECORD_TYPE,),
    )
    for (reference,) in rows.fetchall():
        yield str(reference)
