"""Files that came with the records of another store: fetched before anything is written, kept with the records.

Fetching encrypts a file beside the others and holds its fingerprint against the one that its records tell; keeping is
part of the transaction that writes the records, so that both are there or neither.
"""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from snhr_desktop.domain.kinds import Text
from snhr_desktop.domain.records import AttachmentFile, AttachmentLink, CustodyStep
from snhr_desktop.store import history
from snhr_desktop.store.attachments import blobs, custody, intake, keeping, source, standing
from snhr_desktop.store.attachments.refusals import (
    AttachmentDamaged,
    AttachmentMissing,
    NoSuchAttachment,
    NoSuchRecord,
    OtherContent,
)
from snhr_desktop.store.attachments.source import Wanted, unwatched
from snhr_desktop.store.identity import is_uid
from snhr_desktop.store.refusals import told
from snhr_desktop.store.saving import Author
from snhr_desktop.store.store import Store

if TYPE_CHECKING:
    from pathlib import Path
    from sqlite3 import Connection


@dataclass(frozen=True)
class Origin:
    """Where files came from: the code of the office that wrote the records, and the name of the file of records."""

    office: str
    name: str


@dataclass(frozen=True)
class Fetched:
    """A file that is encrypted and not yet in its place, and what its bytes say of it."""

    written: blobs.Written
    looked: intake.Looked


def is_held(store: Store, sha256: str) -> bool:
    """Whether a content is in the store, and its encrypted file where it belongs."""
    with store.reading() as connection:
        if (known := keeping.find(connection, "sha256", sha256)) is None:
            return False
        try:
            keeping.reader(connection, store.folder, known).close()
        except (AttachmentMissing, AttachmentDamaged):
            return False
    return True


def fetch(store: Store, path: "Path", sha256: str, wanted: Wanted) -> Fetched:
    """Read a file once. Raises `OtherContent` where it is not the one that was told, and what an intake raises."""
    with source.opened(path) as opened, told(store.folder, writing=True):
        written = blobs.write(store.folder, opened, unwatched, wanted)
        try:
            if written.sha256 != sha256:
                raise OtherContent(name=path.name)
            return Fetched(written, intake.look_into(written, opened.name))
        except BaseException:
            written.drop()
            raise


def look(path: "Path", sha256: str, wanted: Wanted) -> None:
    """Read a file once, and keep nothing. Raises what `fetch` raises."""
    if source.fingerprint(path, wanted) != sha256:
        raise OtherContent(name=path.name)


def keep(
    connection: "Connection",
    store: Store,
    said: AttachmentFile,
    fetched: Fetched | None,
    origin: Origin,
    author: Author,
) -> AttachmentFile | None:
    """Keep a file with the records here that it was kept with there; in the caller's transaction.

    Without `fetched`, its content is in the store already. None where no record here is one of those.
    """
    links = _known(connection, said.links)
    if not links:
        return None
    known = keeping.find(connection, "sha256", said.attachment.sha256)
    if known is None:
        return _first(connection, store, replace(said, links=links), fetched, origin, author) if fetched else None
    if fetched:
        came = _step(known.attachment.uid, custody.AGAIN, said, origin)
        custody.append(connection, came, author)
        if intake.is_lost(store, said.attachment.sha256):
            intake.put_back(connection, store, known, fetched.written, fetched.looked, author)
    return intake.add_links(connection, store, known, links, author)


def _first(
    connection: "Connection", store: Store, said: AttachmentFile, fetched: Fetched, origin: Origin, author: Author
) -> AttachmentFile:
    """What is said of it stays; what the program knows by itself is its own, and no copy is one of a file not here."""
    given, written, looked = said.attachment, fetched.written, fetched.looked
    uid = given.uid if _is_free(connection, given.uid) else ""
    seen = replace(
        given, uid=uid, sha256=written.sha256, size=written.size, media_type=looked.media, exif=looked.exif,
        derived_from=given.derived_from if _is_kept(connection, given.derived_from) else "",
    )  # fmt: skip
    seen = standing.as_made_of(connection, seen)
    done = keeping.put(connection, None, said.with_head(seen), author, store.info.office, named=True)
    custody.append(connection, _step(done.attachment.uid, custody.INTAKE, done, origin), author)
    standing.note_beginning(connection, done, author)
    intake.place(connection, store, written, looked)
    return done


def _step(uid: str, act: str, said: AttachmentFile, origin: Origin) -> CustodyStep:
    return CustodyStep(
        attachment=uid,
        act=act,
        sha256=said.attachment.sha256,
        about=said.attachment.derived_from if act == custody.INTAKE else "",
        received_from=origin.office,
        original_name=said.attachment.original_name,
        purpose=str(Text(len(origin.name)).parse(origin.name))[:500],
    )


def _known(connection: "Connection", links: tuple[AttachmentLink, ...]) -> tuple[AttachmentLink, ...]:
    """Those to records that are here."""
    found = []
    for link in links:
        try:
            keeping.with_incidents(connection, [link])
        except NoSuchRecord:
            continue
        found.append(link)
    said = {(link.record, link.target): link for link in found}
    return tuple(said.get((link.record, link.target), link) for link in keeping.with_incidents(connection, found))


def _is_free(connection: "Connection", uid: str) -> bool:
    kind = AttachmentFile.head_type.type_name
    return is_uid(uid) and not _is_kept(connection, uid) and not history.tells_of_another(connection, uid, kind)


def _is_kept(connection: "Connection", uid: str) -> bool:
    try:
        keeping.read(connection, uid)
    except NoSuchAttachment:
        return False
    return True
