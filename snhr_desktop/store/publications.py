"""Published reports in the store: each whole, with what it was made of and what it read; added, never changed."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING, Any

from snhr_desktop.store import against_history, history
from snhr_desktop.store.saving import Author

if TYPE_CHECKING:
    from sqlite3 import Connection

RECORD_TYPE, PUBLISHED = "publication", "published"
MOST = 99
"""Reports of one letter in one month."""


@dataclass(frozen=True)
class Publication:
    """A published report without its file. `published_at` is UTC; `first`, `last` and `area` bound what it counts.

    `rules` is the edition of places and rules of counting that its figures were derived by, `chain_head` the hash that
    stood for the whole history at that moment.
    """

    uid: str
    code: str
    kind: str
    letter: str
    yymm: str
    serial: int
    published_at: str
    actor: str
    audience: str
    edition: str
    period: str
    first: str
    last: str
    area: str
    scope: str
    title_ar: str
    title_en: str
    rules: str
    frozen_sha256: str
    file_sha256: str
    chain_head: str


@dataclass(frozen=True)
class Read:
    """A record that a publication read, at which revision. `figures` is what it added to its figures, as JSON."""

    uid: str
    revision: int
    figures: Mapping[str, Any]


@dataclass(frozen=True)
class Content:
    """The bulk of a publication: the state it was made of and its figures as JSON, the file, what was read."""

    frozen: str
    figures: str
    file: bytes
    reads: tuple[Read, ...]


_COLUMNS = ", ".join(field.name for field in fields(Publication))
_ALL = (*(field.name for field in fields(Publication)), "frozen", "figures", "file")


def next_serial(connection: "Connection", letter: str, yymm: str) -> int:
    """The number after the last one given for a letter in a month; beyond `MOST` there is none left."""
    row = connection.execute("SELECT max(serial) FROM publication WHERE letter = ? AND yymm = ?", (letter, yymm))
    return int(row.fetchone()[0] or 0) + 1


def write(connection: "Connection", publication: Publication, content: Content, author: Author) -> None:
    """Keep a publication for good, and say so in the history."""
    cells = (*asdict(publication).values(), content.frozen, content.figures, content.file)
    connection.execute(f"INSERT INTO publication ({', '.join(_ALL)}) VALUES ({', '.join('?' * len(_ALL))})", cells)
    row = connection.execute("SELECT id FROM publication WHERE uid = ?", (publication.uid,)).fetchone()[0]
    connection.executemany(
        "INSERT INTO publication_record (publication_id, record_uid, revision, figures) VALUES (?, ?, ?, ?)",
        ((row, read.uid, read.revision, history.canonical(read.figures)) for read in content.reads),
    )
    body = _body(publication, content.figures, _reads_sha256(connection, row))
    entry = history.Entry(RECORD_TYPE, publication.uid, 1, author.actor, author.reason, PUBLISHED, body)
    history.append(connection, entry)


def publications(connection: "Connection") -> tuple[Publication, ...]:
    """Every publication, the newest first."""
    rows = connection.execute(f"SELECT {_COLUMNS} FROM publication ORDER BY id DESC").fetchall()
    return tuple(Publication(*row) for row in rows)


def find(connection: "Connection", code: str) -> Publication | None:
    """A publication by its code."""
    row = connection.execute(f"SELECT {_COLUMNS} FROM publication WHERE code = ?", (code,)).fetchone()
    return Publication(*row) if row else None


def file_of(connection: "Connection", code: str) -> bytes:
    """The file as it was published, unchecked."""
    return bytes(connection.execute("SELECT file FROM publication WHERE code = ?", (code,)).fetchone()[0])


def frozen_of(connection: "Connection", code: str) -> str:
    """The state it was made of, unchecked."""
    return str(connection.execute("SELECT frozen FROM publication WHERE code = ?", (code,)).fetchone()[0])


def figures_of(connection: "Connection", code: str) -> dict[str, Any]:
    """The answers as they were published."""
    row = connection.execute("SELECT figures FROM publication WHERE code = ?", (code,)).fetchone()
    found: dict[str, Any] = json.loads(row[0])
    return found


def reads_of(connection: "Connection", code: str, uids: Iterable[str] | None = None) -> dict[str, Read]:
    """What a publication read by identity; with `uids`, of these records alone."""
    chosen, values = "", [code]
    if uids is not None:
        chosen, values = " AND record_uid IN (SELECT value FROM json_each(?))", [code, json.dumps(list(uids))]
    rows = connection.execute(
        "SELECT record_uid, revision, publication_record.figures FROM publication_record"
        f" JOIN publication ON publication.id = publication_id WHERE code = ?{chosen} ORDER BY record_uid",
        values,
    ).fetchall()
    return {uid: Read(uid, revision, json.loads(figures)) for uid, revision, figures in rows}


def reading(connection: "Connection", uid: str) -> tuple[tuple[Publication, Read], ...]:
    """The publications that read a record, the newest first."""
    rows = connection.execute(
        f"SELECT publication_record.revision, publication_record.figures, {_qualified()} FROM publication_record"
        " JOIN publication ON publication.id = publication_id WHERE record_uid = ? ORDER BY publication.id DESC",
        (uid,),
    ).fetchall()
    return tuple((Publication(*row), Read(uid, revision, json.loads(said))) for revision, said, *row in rows)


def heads(connection: "Connection", uids: Iterable[str]) -> dict[str, tuple[str, int]]:
    """Reference and latest revision of incidents and cases, by identity."""
    asked = json.dumps(list(uids))
    rows = connection.execute(
        "SELECT uid, reference, revision FROM incident WHERE uid IN (SELECT value FROM json_each(?))"
        " UNION ALL SELECT uid, reference, revision FROM detention WHERE uid IN (SELECT value FROM json_each(?))",
        (asked, asked),
    ).fetchall()
    return {uid: (reference, revision) for uid, reference, revision in rows}


def incident_of(connection: "Connection", reference: str) -> str:
    """The identity of the incident that a reference names, or blank."""
    row = connection.execute("SELECT uid FROM incident WHERE reference = ?", (reference,)).fetchone()
    return str(row[0]) if row else ""


def saved_since(connection: "Connection", publication: Publication) -> tuple[str, ...]:
    """The incidents and cases that were saved after a report was published; quick, whatever the store holds."""
    rows = connection.execute(
        "SELECT DISTINCT record_uid FROM revision WHERE record_type IN ('incident', 'detention')"
        " AND id > (SELECT id FROM revision WHERE record_uid = ?)",
        (publication.uid,),
    ).fetchall()
    return tuple(uid for (uid,) in rows)


def differing(connection: "Connection") -> Iterator[str]:
    """Codes of the publications that are not as they were published: file, frozen state, figures or what they read."""
    rows = connection.execute(
        f"SELECT publication.id, frozen, figures, file, {_qualified()} FROM publication ORDER BY publication.id"
    )
    for row, frozen, figures, file, *cells in rows:
        publication = Publication(*cells)
        whole = sha256(frozen.encode()) == publication.frozen_sha256 and sha256(file) == publication.file_sha256
        body = _body(publication, figures, _reads_sha256(connection, row))
        if not (whole and against_history.is_latest(connection, publication.uid, 1, body)):
            yield publication.code


def sha256(content: bytes) -> str:
    """The hash that a file or a frozen state is known by."""
    return hashlib.sha256(content).hexdigest()


def _qualified() -> str:
    return ", ".join(f"publication.{field.name}" for field in fields(Publication))


def _body(publication: Publication, figures: str, reads_sha256: str) -> dict[str, Any]:
    """What history keeps: everything said of the publication, and hashes of all that is bulky."""
    hashes = {"figures_sha256": sha256(figures.encode()), "records_sha256": reads_sha256}
    return {RECORD_TYPE: asdict(publication) | hashes}


def _reads_sha256(connection: "Connection", row: int) -> str:
    found = hashlib.sha256()
    rows = connection.execute(
        "SELECT record_uid, revision, figures FROM publication_record WHERE publication_id = ? ORDER BY record_uid",
        (row,),
    )
    for uid, revision, figures in rows:
        found.update(f"{uid} {revision} {figures}\n".encode())
    return found.hexdigest()
