"""Steps of custody, notes and links of persons in a salvaged store: from the history, or recorded anew."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from snhr_desktop.domain.records import CustodyStep, OwnTerm
from snhr_desktop.store import against_history, history, notes, own_terms, person_links
from snhr_desktop.store.salvage.losses import ACTOR
from snhr_desktop.store.tables import read_records, write_record

if TYPE_CHECKING:
    from sqlite3 import Connection

_ACTION = "changed"


def mend_single(connection: "Connection") -> None:
    """Put back what the history knows; what it lost of a row that is there, it is told again, by the salvage."""
    _mend_custody(connection)
    _mend_notes(connection)
    _mend_links(connection)
    _mend_terms(connection)


def _mend_custody(connection: "Connection") -> None:
    kind = CustodyStep.type_name
    for body in _gone(connection, kind):
        write_record(connection, CustodyStep.parse(body)[0], (1,))
    for _, step in read_records(connection, CustodyStep, "ORDER BY custody.id", ()):
        if history.latest(connection, step.uid) is None:
            act = str(getattr(step, "act", ""))
            history.append(connection, history.Entry(kind, step.uid, 1, ACTOR, "", act, {kind: step.dump()}))


def _mend_notes(connection: "Connection") -> None:
    """The words of a note stand in the history alone: where they are lost, the check tells it."""
    connection.execute(
        "INSERT OR IGNORE INTO review_note (uid, incident_uid, actor, at)"
        " SELECT record_uid, json_extract(body, '$.note.incident'), actor, at FROM revision WHERE record_type = ?",
        (notes.RECORD_TYPE,),
    )


def _mend_links(connection: "Connection") -> None:
    for said in _gone(connection, person_links.TYPE):
        row = (said["uid"], history.latest(connection, said["uid"]), said["one"], said["other"], int(said["removed"]))
        connection.execute(
            "INSERT INTO person_link (uid, revision, one_uid, other_uid, removed) VALUES (?, ?, ?, ?, ?)", row
        )
    for uid, revision, body in tuple(person_links.heads(connection)):
        if not against_history.is_latest(connection, uid, revision, body):
            entry = history.Entry(person_links.TYPE, uid, revision + 1, ACTOR, "", _ACTION, body)
            history.append(connection, entry)
            connection.execute("UPDATE person_link SET revision = ? WHERE uid = ?", (revision + 1, uid))


def _mend_terms(connection: "Connection") -> None:
    """The terms of the office, without which what records say is a bare code."""
    for body in _gone(connection, own_terms.RECORD_TYPE):
        term, _ = OwnTerm.parse(body)
        write_record(connection, term, (history.latest(connection, term.uid) or 1,))
    for term, revision in tuple(own_terms.heads(connection)):
        if not against_history.is_latest(connection, term.uid, revision, own_terms.body_of(term)):
            number = max(revision, history.latest(connection, term.uid) or 0) + 1
            write_record(connection, term, (number,))
            entry = history.Entry(own_terms.RECORD_TYPE, term.uid, number, ACTOR, "", _ACTION, own_terms.body_of(term))
            history.append(connection, entry)


def _gone(connection: "Connection", kind: str) -> Iterator[dict[str, Any]]:
    """What the newest entries say of records that the tables no longer have."""
    rows = connection.execute(
        "SELECT record_uid, max(number) FROM revision"
        f" WHERE record_type = ? AND record_uid NOT IN (SELECT uid FROM {kind}) GROUP BY record_uid ORDER BY min(id)",
        (kind,),
    )
    for uid, number in rows.fetchall():
        body = history.whole(connection, uid, number)
        if body is not None and kind in body:
            yield dict(body[kind])
