"""What is done with a file that is kept: looked at, stripped, handed out.

Each act is a step of its custody, and is written down before its outcome is given out.
"""

import errno
import hashlib
import os
import secrets
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from snhr_desktop.domain.records import Attachment, AttachmentFile, CustodyStep
from snhr_desktop.errors import Refusal
from snhr_desktop.store import files
from snhr_desktop.store.anchoring import Anchor, anchored
from snhr_desktop.store.attachments import custody, keeping
from snhr_desktop.store.attachments.container import PIECE
from snhr_desktop.store.attachments.custody import CustodyEntry
from snhr_desktop.store.attachments.intake import TakenIn, keep_copy
from snhr_desktop.store.attachments.reader import AttachmentReader
from snhr_desktop.store.attachments.refusals import (
    AttachmentDamaged,
    IntakeStopped,
    NotStripped,
    TargetExists,
)
from snhr_desktop.store.attachments.source import Progress, Wanted, always, unwatched
from snhr_desktop.store.refusals import told
from snhr_desktop.store.saving import Author
from snhr_desktop.store.store import Store

if TYPE_CHECKING:
    from sqlite3 import Connection

_NO_LINKS = (errno.EPERM, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK, errno.EACCES)
_MOST_STRIPPED = 256 << 20


@dataclass(frozen=True)
class CustodyRecord:
    """What a certificate tells of a file: the file, every act on it, and where the history stood that they are part of.

    `original` is the fingerprint of the file that this is a copy of, blank for an original. `kept_with` are the
    references of the incidents and cases it is kept with. `original_withdrawn` says that the file this is a copy of is
    withdrawn, and the copy may be used all the same.
    """

    file: AttachmentFile
    log: tuple[CustodyEntry, ...]
    anchor: Anchor
    original: str
    kept_with: tuple[str, ...]
    original_withdrawn: bool = False


@dataclass(frozen=True)
class Exported:
    """A file that was handed out: where it is now, and the record of its custody with this act in it."""

    path: Path
    record: CustodyRecord


@dataclass(frozen=True)
class To:
    """To whom a file goes, and what for."""

    recipient: str
    purpose: str


@dataclass(frozen=True)
class Beside:
    """What goes out beside a file, such as its certificate: where to, and how it is made of the record of custody."""

    path: Path
    made: Callable[[CustodyRecord], bytes]


def view(store: Store, uid: str, author: Author, purpose: str = "") -> AttachmentReader:
    """The file as it was taken in, to be looked at; close it. A store open for reading alone logs no view.

    Raises `NoSuchAttachment`, `AttachmentMissing`, `AttachmentDamaged`, and the refusals of a write.
    """
    with store.reading() as connection:
        file = keeping.read(connection, uid)
        reader = keeping.reader(connection, store.folder, file)
    try:
        if not store.info.read_only:
            with store.writing() as connection:
                custody.append(connection, CustodyStep(attachment=uid, act=custody.VIEW, purpose=purpose), author)
    except BaseException:
        reader.close()
        raise
    return reader


def strip(store: Store, uid: str, author: Author, purpose: str = "") -> TakenIn:
    """Keep a copy of a photo with nothing in it but its pixels: neither place, time nor device.

    Raises `NotStripped` for what is no photo, `AttachmentMissing`, `AttachmentDamaged`, and what an intake raises.
    """
    from snhr_desktop.store.attachments import pictures

    with store.reading() as connection:
        file = keeping.read(connection, uid)
        with keeping.reader(connection, store.folder, file) as reader:
            bare = pictures.stripped(reader) if reader.size <= _MOST_STRIPPED else b""
    if not bare:
        raise NotStripped
    return keep_copy(store, uid, bare, ("stripped",), author, purpose)


def custody_record(store: Store, uid: str) -> CustodyRecord:
    """A file with all that was ever done with it. Raises `NoSuchAttachment`."""
    with store.reading() as connection:
        file = keeping.read(connection, uid)
        of = file.attachment.derived_from
        original = keeping.read(connection, of).attachment if of else Attachment()
        return CustodyRecord(
            file,
            custody.log(connection, uid),
            anchored(store),
            original.sha256,
            keeping.named(connection, file.links),
            original.withdrawn,
        )


def export(
    store: Store,
    uid: str,
    path: Path,
    author: Author,
    to: To,
    progress: Progress = unwatched,
    wanted: Wanted = always,
    beside: Beside | None = None,
) -> Exported:
    """Write a file where a person chose, for the owner alone, and never over another.

    It is written under no name first, and gets its own only once it is whole, its fingerprint is the one at intake, and
    the log of its custody says to whom it is about to go; that it went is added once it has its name. What goes
    `beside` it is whole by then too: neither leaves alone, and where one cannot be written, or that they went, nothing
    was handed out. Raises `TargetExists`, `AttachmentMissing`, `AttachmentDamaged`, `IntakeStopped`, and the refusals
    of a write.
    """
    targets = (path, *((beside.path,) if beside else ()))
    for one in targets:
        if one.exists() or one.is_symlink():
            raise TargetExists(name=one.name)
    fresh, paper = (path.with_name(f".{secrets.token_hex(8)}.part") for _ in range(2))
    with told(path.parent, writing=True):
        try:
            file = write_out(store, uid, fresh, progress, wanted)
            _announced(store, file, author, to, paper, beside)
            with _named(((paper, beside.path),) if beside else (), (fresh, path)):
                files.sync_folder(path.parent)
                record = _confirmed(store, file, author, to)
        finally:
            fresh.unlink(missing_ok=True)
            paper.unlink(missing_ok=True)
    return Exported(path, record)


class _NotWritten(Exception):
    """What goes beside a file could not be written; why is its cause. It is no refusal of the disk of the store."""


def _announced(store: Store, file: AttachmentFile, author: Author, to: To, paper: Path, beside: Beside | None) -> None:
    """Put it into the log that a file is about to go out, once what tells of it beside the file is on `paper`."""
    try:
        with store.writing() as connection:
            note_step(connection, custody.LEAVE, file, author, to)
            try:
                if beside:
                    files.make_file(paper, beside.made(custody_record(store, file.attachment.uid)))
            except (Refusal, OSError) as error:
                raise _NotWritten from error
    except _NotWritten as failed:
        raise failed.__cause__ or failed from None


def _confirmed(store: Store, file: AttachmentFile, author: Author, to: To) -> CustodyRecord:
    """Put it into the log that a file went out."""
    with store.writing() as connection:
        note_step(connection, custody.EXPORT, file, author, to)
        return custody_record(store, file.attachment.uid)


@contextmanager
def _named(first: Iterable[tuple[Path, Path]], last: tuple[Path, Path]) -> Iterator[None]:
    """Name files, one after the other; none has a name where one cannot, or where what is done meanwhile fails."""
    named: list[Path] = []
    try:
        for fresh, path in (*first, last):
            _give_name(fresh, path)
            named.append(path)
        yield
    except BaseException:
        for path in named:
            path.unlink(missing_ok=True)
        raise


def write_out(
    store: Store, uid: str, fresh: Path, progress: Progress = unwatched, wanted: Wanted = always
) -> AttachmentFile:
    """Write a file under a name that it is to lose: whoever gives it another calls `note_step` before and
    after.

    Raises `AttachmentMissing`, `AttachmentDamaged`, `IntakeStopped`, and `OSError` of the place it is written to.
    """
    with store.reading() as connection:
        file = keeping.read(connection, uid)
        reader = keeping.reader(connection, store.folder, file)
    with reader:
        files.make_file(fresh)
        _write_out(reader, fresh, file, progress, wanted)
    return file


def note_step(connection: "Connection", act: str, file: AttachmentFile, author: Author, to: To) -> None:
    """Write down that a file is about to go out, or went (`custody.LEAVE`, `custody.EXPORT`), in the caller's
    transaction.
    """
    sha256, uid = file.attachment.sha256, file.attachment.uid
    step = CustodyStep(attachment=uid, act=act, sha256=sha256, recipient=to.recipient, purpose=to.purpose)
    custody.append(connection, step, author)


def _write_out(reader: AttachmentReader, fresh: Path, file: AttachmentFile, progress: Progress, wanted: Wanted) -> None:
    digest = hashlib.sha256()
    with fresh.open("r+b") as target:
        while part := reader.read(PIECE):
            if not wanted():
                raise IntakeStopped
            digest.update(part)
            target.write(part)
            progress(reader.tell(), reader.size)
        target.flush()
        os.fsync(target.fileno())
    if digest.hexdigest() != file.attachment.sha256:
        raise AttachmentDamaged(name=file.attachment.reference)


def _give_name(fresh: Path, path: Path) -> None:
    """Name a file without taking the place of another that came meanwhile."""
    try:
        os.link(fresh, path, follow_symlinks=False)
    except FileExistsError as error:
        raise TargetExists(name=path.name) from error
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        try:  # a stick knows no second name for a file: hold the place, then move onto it
            files.make_file(path)
        except FileExistsError as taken:
            raise TargetExists(name=path.name) from taken
        fresh.replace(path)
