"""What is said of files, in their tables: written with its history, read one by one or by what they are kept with.

The key of each encrypted file and its small picture stand in a table that nothing else reads.
"""

import datetime as dt
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from snhr_desktop.domain.records import AttachmentFile, AttachmentLink
from snhr_desktop.store import history, sets
from snhr_desktop.store.actions import CHANGED, CREATED
from snhr_desktop.store.attachments import blobs
from snhr_desktop.store.attachments.reader import AttachmentReader
from snhr_desktop.store.attachments.refusals import AttachmentMissing, NoSuchAttachment, NoSuchRecord
from snhr_desktop.store.identity import References
from snhr_desktop.store.saving import Author

if TYPE_CHECKING:
    from sqlite3 import Connection

MOST_PICTURE = 256 << 20
"""Bytes of a photo that is looked into, for what its camera wrote and for a small picture."""

SERIES = "-F"
"""Stands in the reference of a file after the code of the office, as in `IDL-F-2018-00042`."""
_TABLES = {"incident": "incident", "case": "detention", "source": "source", "victim": "victim"}


@dataclass(frozen=True)
class Blob:
    """The encrypted file of an attachment: its name in the folder, its key, the size of what is in it."""

    name: str
    key: bytes
    size: int


def put(
    connection: "Connection",
    before: AttachmentFile | None,
    after: AttachmentFile,
    author: Author,
    office: str,
    *,
    named: bool = False,
) -> AttachmentFile:
    """Write what is said of a file as a new revision; in the caller's transaction. The same again writes nothing.

    A new one that is `named` keeps the reference it has, where that is free.
    """
    after = sets.with_uids(connection, replace(after, revision=before.revision if before else 0))
    if before == after:
        return after
    if before is None:
        year = dt.datetime.now().astimezone().year
        references = References(connection, AttachmentFile.head_type.type_name)
        if not (named and references.keep(after.attachment.reference)):
            after = after.with_head(replace(after.attachment, reference=references.next(office + SERIES, year)))
        references.settle()
    after = replace(after, revision=after.revision + 1)
    sets.write(connection, after, before)
    kind, uid = AttachmentFile.head_type.type_name, after.attachment.uid
    action = CHANGED if before else CREATED
    entry = history.Entry(kind, uid, after.revision, author.actor, author.reason, action, after.body())
    history.append(connection, entry)
    return after


def read(connection: "Connection", uid: str) -> AttachmentFile:
    """One file by its identity. Raises `NoSuchAttachment`."""
    found = sets.read(connection, AttachmentFile, uid)
    if found is None:
        raise NoSuchAttachment(name=uid)
    return found


def find(connection: "Connection", column: str, value: str) -> AttachmentFile | None:
    """The file with a `reference` or `sha256`, or None."""
    row = connection.execute(f"SELECT uid FROM attachment WHERE {column} = ?", (value,)).fetchone()
    return read(connection, row[0]) if row else None


def kept_with(connection: "Connection", uid: str) -> tuple[AttachmentFile, ...]:
    """The files kept with a record, oldest first.

    Those of an incident are its own, those of its victims and sources, and those of incidents merged into it.
    """
    rows = connection.execute(
        f"{members('SELECT ?')}"
        " SELECT DISTINCT attachment.id, attachment.uid FROM member JOIN attachment_link ON target = member.uid"
        " JOIN attachment ON attachment.id = attachment_id ORDER BY attachment.id",
        (uid,),
    ).fetchall()
    return tuple(sets.read_many(connection, AttachmentFile, [uid for _, uid in rows]))


def members(heads: str) -> str:
    """A WITH clause whose `member` holds the identities of all that files of some records are kept with.

    `heads` asks for the identities of incidents and cases. With them are the incidents merged into them, and the
    victims and sources of all these.
    """
    parts = "".join(
        f" UNION SELECT {one}.uid FROM family JOIN incident USING (uid) JOIN {one} ON incident_id = incident.id"
        for one in ("victim", "source")
    )
    return (
        f"WITH RECURSIVE family (uid) AS ({heads} UNION SELECT merge.other_uid FROM merge"
        " JOIN family ON survivor_uid = family.uid WHERE undone_other IS NULL),"
        f" member (uid) AS (SELECT uid FROM family{parts})"
    )


def all_of(connection: "Connection", uid: str) -> frozenset[str]:
    """The identities of all that a file of an incident or a case may be kept with."""
    return frozenset(str(one) for (one,) in connection.execute(f"{members('SELECT ?')} SELECT uid FROM member", (uid,)))


def everything(connection: "Connection") -> Iterator[AttachmentFile]:
    """Every file, oldest first."""
    return (found for _, found in sets.read_all(connection, AttachmentFile))


def copies_of(connection: "Connection", uid: str) -> tuple[AttachmentFile, ...]:
    """The changed copies made of a file, oldest first."""
    rows = connection.execute(
        "SELECT uid FROM attachment WHERE derived_from = ? AND derived_from <> '' ORDER BY id", (uid,)
    ).fetchall()
    return tuple(sets.read_many(connection, AttachmentFile, [uid for (uid,) in rows]))


def of_sources(connection: "Connection", uids: Iterable[str]) -> frozenset[str]:
    """Those of some files that are kept with a source, or are a copy or the original of one that is."""
    rows = connection.execute(
        "WITH RECURSIVE family (asked, uid) AS (SELECT value, value FROM json_each(?)"
        " UNION SELECT asked, copy.uid FROM family JOIN attachment AS copy ON derived_from = family.uid"
        " AND derived_from <> ''"
        " UNION SELECT asked, derived_from FROM family JOIN attachment USING (uid) WHERE derived_from <> '')"
        " SELECT DISTINCT asked FROM family JOIN attachment USING (uid)"
        " JOIN attachment_link ON attachment_id = attachment.id WHERE record = 'source'",
        (json.dumps(list(uids)),),
    )
    return frozenset(str(uid) for (uid,) in rows)


def with_incidents(connection: "Connection", links: Iterable[AttachmentLink]) -> tuple[AttachmentLink, ...]:
    """Links to records that are there, each once, with the incident of each victim and source beside them.

    A victim may be taken out of an incident later: the file stays with the incident. Raises `NoSuchRecord`.
    """
    found: dict[tuple[str, str], AttachmentLink] = {}
    for link in links:
        table = _TABLES.get(link.record, "")
        if not table or not connection.execute(f"SELECT 1 FROM {table} WHERE uid = ?", (link.target,)).fetchone():
            raise NoSuchRecord
        found.setdefault((link.record, link.target), link)
        if link.record in ("source", "victim"):
            row = connection.execute(
                f"SELECT incident.uid FROM {table} JOIN incident ON incident.id = incident_id WHERE {table}.uid = ?",
                (link.target,),
            ).fetchone()
            found.setdefault(("incident", row[0]), AttachmentLink(record="incident", target=row[0]))
    return tuple(found.values())


def named(connection: "Connection", links: Iterable[AttachmentLink]) -> tuple[str, ...]:
    """The references of the incidents and cases among some links, as people call them."""
    found: dict[str, None] = {}
    for link in links:
        if link.record in ("incident", "case"):
            row = connection.execute(
                f"SELECT reference FROM {_TABLES[link.record]} WHERE uid = ?", (link.target,)
            ).fetchone()
            found |= {str(row[0]): None} if row else {}
    return tuple(found)


# --- encrypted files ------------------------------------------------------------------------------------------


def put_blob(connection: "Connection", name: str, written: blobs.Written, thumbnail: bytes) -> None:
    """Write down the place and the key of an encrypted file that is in its place, instead of one that was lost."""
    connection.execute(
        "INSERT INTO attachment_blob (sha256, name, key, size, thumbnail) VALUES (?, ?, ?, ?, ?) ON CONFLICT (sha256)"
        " DO UPDATE SET name = excluded.name, key = excluded.key, size = excluded.size, thumbnail = excluded.thumbnail",
        (written.sha256, name, written.key, written.size, thumbnail),
    )


def blob(connection: "Connection", sha256: str) -> Blob | None:
    """Place and key of the encrypted file with a fingerprint."""
    row = connection.execute("SELECT name, key, size FROM attachment_blob WHERE sha256 = ?", (sha256,)).fetchone()
    return Blob(*row) if row else None


def thumbnail(connection: "Connection", sha256: str) -> bytes:
    """The small picture of a file, blank where it has none."""
    row = connection.execute("SELECT thumbnail FROM attachment_blob WHERE sha256 = ?", (sha256,)).fetchone()
    return bytes(row[0]) if row else b""


def reader(connection: "Connection", folder: Path, file: AttachmentFile) -> AttachmentReader:
    """The file as it was taken in. Raises `AttachmentMissing`, `AttachmentDamaged`."""
    found, name = blob(connection, file.attachment.sha256), file.attachment.reference
    if found is None:
        raise AttachmentMissing(name=name)
    return AttachmentReader(blobs.path_of(folder, found.name), found.key, found.size, name)
