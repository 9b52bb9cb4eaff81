"""How a file gets in: read once, encrypted, put in its place, and only then written down, with its custody begun.

The same content is kept once. Taken in again, it is put with what it was now taken in for, and both is told. Where
what was kept of it is lost or damaged, what came takes its place.
"""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from snhr_desktop.domain.checks import stops
from snhr_desktop.domain.records import Attachment, AttachmentFile, AttachmentLink, CustodyStep
from snhr_desktop.domain.records.attachment import SAID
from snhr_desktop.errors import ChangedMeanwhile, InvalidEntry
from snhr_desktop.store.attachments import blobs, check, custody, keeping, source, standing
from snhr_desktop.store.attachments.proposals import Proposed, proposed
from snhr_desktop.store.attachments.reader import AttachmentReader
from snhr_desktop.store.attachments.sniffing import BEGINNING, kind_of, media_type, says_otherwise
from snhr_desktop.store.attachments.source import Progress, Source, Wanted, always, unwatched
from snhr_desktop.store.refusals import told
from snhr_desktop.store.saving import Author, Changes
from snhr_desktop.store.store import Store

if TYPE_CHECKING:
    from sqlite3 import Connection

NOTHING_SAID = Attachment()


Noted = Callable[["Connection", AttachmentFile], AttachmentFile]
"""Writes down what else belongs to an intake, in its transaction; gives the file as it then is."""


def not_noted(_connection: "Connection", file: AttachmentFile) -> AttachmentFile:
    """For an intake that nothing else belongs to."""
    return file


@dataclass(frozen=True)
class _Beside:
    """What goes with an intake: why a copy was made, and what else is written down with it."""

    purpose: str = ""
    noted: Noted = not_noted


_NOTHING = _Beside()


@dataclass(frozen=True)
class TakenIn:
    """A file as it is now kept.

    `already` are the references of what it was kept with before, and `known` says that its content was in the store.
    `otherwise` says that the ending of its name tells of another kind of file than it is. `proposed` is what the
    camera wrote, to be taken over by a person or not.
    """

    file: AttachmentFile
    known: bool
    already: tuple[str, ...]
    otherwise: bool
    proposed: Proposed
    thumbnail: bytes
    changes: Changes


@dataclass(frozen=True)
class Looked:
    """What the bytes of a file say of it."""

    media: str
    exif: str = ""
    thumbnail: bytes = b""


def take_in(
    store: Store,
    path: Path,
    given: Attachment,
    links: Sequence[AttachmentLink],
    author: Author,
    progress: Progress = unwatched,
    wanted: Wanted = always,
    noted: Noted = not_noted,
) -> TakenIn:
    """Take in one file, with what is said of it, for some records; `noted` is told in the transaction that keeps it.

    Raises `FileUnread`, `NotAFile`, `ChangedWhileRead`, `TooLarge`, `NoRoomForFile`, `IntakeStopped`, `NoSuchRecord`,
    `InvalidEntry`, and the refusals of a write; nothing of the file is kept then.
    """
    with source.opened(path) as opened:
        return _take(store, opened, given, links, author, progress, wanted, _Beside(noted=noted))


def keep_copy(
    store: Store, uid: str, content: bytes, derivation: Sequence[str], author: Author, purpose: str = ""
) -> TakenIn:
    """Keep a changed copy of a file: its own file with its own fingerprint, kept with what the original is kept with.

    `derivation` says what was done to it. Raises `NoSuchAttachment` and what `take_in` raises.
    """
    with store.reading() as connection:
        original = keeping.read(connection, uid)
    said = replace(
        original.attachment,
        uid="",
        derived_from=uid,
        derivation=tuple(dict.fromkeys((*original.attachment.derivation, *derivation))),
        device="" if "stripped" in derivation else original.attachment.device,
    )
    links = [replace(link, uid="") for link in original.links]
    with source.made(content, original.attachment.original_name) as made:
        return _take(store, made, said, links, author, unwatched, always, _Beside(purpose))


def _take(
    store: Store,
    opened: Source,
    given: Attachment,
    links: Sequence[AttachmentLink],
    author: Author,
    progress: Progress,
    wanted: Wanted,
    beside: _Beside = _NOTHING,
) -> TakenIn:
    store.ensure_writable()
    given = _checked(given)
    with store.reading() as connection:
        keeping.with_incidents(connection, links)  # before ten gigabytes are read for nothing
    with told(store.folder, writing=True):
        written = blobs.write(store.folder, opened, progress, wanted)
        try:
            looked = look_into(written, opened.name)
            lost = is_lost(store, written.sha256)
            with store.writing() as connection:
                links = keeping.with_incidents(connection, links)
                if known := keeping.find(connection, "sha256", written.sha256):
                    came = replace(given, original_name=opened.name)
                    done = _again(connection, store, known, came, links, author)
                    if lost:
                        put_back(connection, store, known, written, looked, author)
                else:
                    filled = _filled(standing.as_made_of(connection, given), opened.name, written, looked)
                    new = AttachmentFile(filled, tuple(links))
                    done = _first(connection, store, new, author, beside.purpose)
                    place(connection, store, written, looked)
                done = beside.noted(connection, done)
        finally:
            written.drop()
    already: tuple[str, ...] = ()
    if known:
        with store.reading() as connection:
            already = keeping.named(connection, known.links)
    today = dt.datetime.now().astimezone().date()
    return TakenIn(
        done,
        known is not None,
        already,
        says_otherwise(opened.name, looked.media),
        proposed(looked.exif, today),
        looked.thumbnail,
        touched(done) if done != known else Changes(),
    )


def touched(file: AttachmentFile) -> Changes:
    """What a save of a file touched: the file, and the records it is kept with."""
    return Changes(frozenset({Attachment.type_name}), (file.attachment.uid, *(link.target for link in file.links)))


def _checked(given: Attachment) -> Attachment:
    parsed, found = Attachment.parse(given.dump())
    wrong = stops(found)
    if wrong:
        raise InvalidEntry(wrong)
    return parsed


def look_into(written: blobs.Written, name: str) -> Looked:
    """What the bytes of a file say of it; `name` is what it is called in a refusal."""
    from snhr_desktop.store.attachments import pictures  # loads decoders that a store without files never needs

    with AttachmentReader(written.path, written.key, written.size, name) as file:
        media = media_type(file.read(BEGINNING))
        if not media.startswith("image/") or written.size > keeping.MOST_PICTURE:
            return Looked(media)
        file.seek(0)
        read = pictures.exif(file)
        file.seek(0)
        return Looked(media, read, pictures.small(file))


def _filled(given: Attachment, name: str, written: blobs.Written, looked: Looked) -> Attachment:
    """What the program knows of a file by itself, beside what was said of it."""
    kind = given.kind if given.kind != NOTHING_SAID.kind else kind_of(looked.media)
    filled = replace(
        given,
        kind=kind,
        media_type=looked.media,
        sha256=written.sha256,
        size=written.size,
        original_name=name,
        exif=looked.exif,
    )
    return Attachment.parse(filled.dump())[0]  # a name may hold anything but a slash


def _first(
    connection: "Connection", store: Store, file: AttachmentFile, author: Author, purpose: str
) -> AttachmentFile:
    done = keeping.put(connection, None, file, author, store.info.office)
    uid, sha256 = done.attachment.uid, done.attachment.sha256
    of = done.attachment.derived_from
    custody.append(connection, _received(uid, custody.INTAKE, done.attachment, sha256, of), author)
    if of:
        step = CustodyStep(attachment=of, act=custody.DERIVE, sha256=sha256, about=uid, purpose=purpose)
        custody.append(connection, step, author)
        standing.note_beginning(connection, done, author)
    return done


def _again(
    connection: "Connection",
    store: Store,
    known: AttachmentFile,
    came: Attachment,
    links: Sequence[AttachmentLink],
    author: Author,
) -> AttachmentFile:
    """What is kept of the same content stays as it is; the log tells as what it came this time, and from whom."""
    uid, sha256 = known.attachment.uid, known.attachment.sha256
    custody.append(connection, _received(uid, custody.AGAIN, came, sha256), author)
    return add_links(connection, store, known, links, author)


def is_lost(store: Store, sha256: str) -> bool:
    """Whether content is known and its encrypted file is gone or damaged; read before a write keeps others waiting."""
    with store.reading() as connection:
        known = keeping.find(connection, "sha256", sha256)
        return known is not None and check.fault(store, known) is not None


def put_back(
    connection: "Connection",
    store: Store,
    known: AttachmentFile,
    written: blobs.Written,
    looked: Looked,
    author: Author,
) -> None:
    """Let what came take the place of what was lost; a damaged file stays beside it."""
    step = CustodyStep(attachment=known.attachment.uid, act=custody.PUT_BACK, sha256=written.sha256)
    custody.append(connection, step, author)
    place(connection, store, written, looked)


def place(connection: "Connection", store: Store, written: blobs.Written, looked: Looked) -> None:
    """Move what was written to its place, and write down where that is; in the caller's transaction."""
    name = blobs.place(store.folder, store.keys.of("attachments"), written)
    keeping.put_blob(connection, name, written, looked.thumbnail)


def _received(uid: str, act: str, came: Attachment, sha256: str, about: str = "") -> CustodyStep:
    return CustodyStep(
        attachment=uid,
        act=act,
        sha256=sha256,
        about=about,
        received_from=came.received_from,
        original_name=came.original_name,
    )


def add_links(
    connection: "Connection", store: Store, file: AttachmentFile, links: Sequence[AttachmentLink], author: Author
) -> AttachmentFile:
    """Keep a file with more records; in the caller's transaction."""
    have = {(link.record, link.target) for link in file.links}
    more = [replace(link, uid="") for link in links if (link.record, link.target) not in have]
    if not more:
        return file
    for link in more:
        step = CustodyStep(attachment=file.attachment.uid, act=custody.LINK, about=link.target)
        custody.append(connection, step, author)
    after = replace(file, links=(*file.links, *more))
    return keeping.put(connection, file, after, author, store.info.office)


def change(store: Store, given: AttachmentFile, author: Author) -> AttachmentFile:
    """Save what a person says of a file; what the program knows by itself stays as it is.

    Raises `InvalidEntry`, `ChangedMeanwhile`, `NoSuchAttachment`, and the refusals of a write.
    """
    said = _checked(given.attachment)
    with store.writing() as connection:
        before = keeping.read(connection, given.attachment.uid)
        if before.revision != given.revision:
            raise ChangedMeanwhile
        values = {name: getattr(said, name) for name in SAID}
        after = before.with_head(replace(before.attachment, **values))
        return keeping.put(connection, before, after, author, store.info.office)
