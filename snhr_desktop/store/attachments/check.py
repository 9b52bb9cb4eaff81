"""Is every file as it was taken in? Its fingerprint is taken anew, and what is said of it held against the history."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from snhr_desktop.domain.records import AttachmentFile, CustodyStep
from snhr_desktop.i18n import N_, Message
from snhr_desktop.store import against_history
from snhr_desktop.store.attachments import blobs, keeping
from snhr_desktop.store.attachments.container import PIECE
from snhr_desktop.store.attachments.refusals import AttachmentDamaged, AttachmentMissing
from snhr_desktop.store.store import Store
from snhr_desktop.store.tables import read_records

MISSING = N_("The file {reference} is not in the folder of the store.")
DAMAGED = N_("The file {reference} is not as it was taken in.")
SAID_DIFFERS = N_("What is said of the file {reference} is not what its latest revision says.")
SMALL_DIFFERS = N_("The small picture of the file {reference} does not show what is in the file.")
CUSTODY_DIFFERS = N_("A step of custody of the file {reference} is not as the history tells it.")
NOT_KNOWN = N_("Encrypted files that no record of this store knows: {count}. They are left as they are.")


@dataclass(frozen=True)
class Wrong:
    """One thing found. What is not an `error` is for information."""

    message: Message
    values: dict[str, object]
    error: bool = True


def unasked() -> None:
    """For what is never called off."""


def check(store: Store, go_on: Callable[[], object] = unasked) -> Iterator[Wrong]:
    """What is wrong with the files of a store, in the caller's transaction.

    `go_on` is asked at each part of a file, and may raise.
    """
    known: set[str] = set()
    for file in keeping.everything(store.connection):
        called: dict[str, object] = {"reference": file.attachment.reference}
        body, uid = file.body(), file.attachment.uid
        if not against_history.is_latest(store.connection, uid, file.revision, body):
            yield Wrong(SAID_DIFFERS, called)
        if message := fault(store, file, go_on):
            yield Wrong(message, called)
        elif not _small_is_sound(store, file):
            yield Wrong(SMALL_DIFFERS, called)
        if not _custody_is_sound(store, uid):
            yield Wrong(CUSTODY_DIFFERS, called)
        if found := keeping.blob(store.connection, file.attachment.sha256):
            known.add(found.name)
    if strange := sum(path.name not in known for path in blobs.placed(store.folder)):
        yield Wrong(NOT_KNOWN, {"count": strange}, error=False)


def fault(store: Store, file: AttachmentFile, go_on: Callable[[], object] = unasked) -> Message | None:
    """What is wrong with the encrypted file, read to its end; in the caller's transaction. See `check` for `go_on`."""
    digest = hashlib.sha256()
    try:
        with keeping.reader(store.connection, store.folder, file) as reader:
            while part := reader.read(PIECE):
                go_on()
                digest.update(part)
            whole = reader.size == file.attachment.size
    except AttachmentMissing:
        return MISSING
    except AttachmentDamaged:
        return DAMAGED
    return None if whole and digest.hexdigest() == file.attachment.sha256 else DAMAGED


def _small_is_sound(store: Store, file: AttachmentFile) -> bool:
    """Whether the small picture is the one that the file gives; one that is blank shows nothing wrong."""
    held = keeping.thumbnail(store.connection, file.attachment.sha256)
    if not held:
        return True
    if not file.attachment.media_type.startswith("image/") or (file.attachment.size or 0) > keeping.MOST_PICTURE:
        return False
    from snhr_desktop.store.attachments import pictures  # loads decoders that a store without files never needs

    with keeping.reader(store.connection, store.folder, file) as reader:
        return pictures.alike(held, pictures.small(reader))


def _custody_is_sound(store: Store, uid: str) -> bool:
    """Every step as the history has it, beginning with the intake."""
    steps = [
        step for _, step in read_records(store.connection, CustodyStep, "WHERE attachment = ? ORDER BY id", (uid,))
    ]
    told = all(
        against_history.is_latest(store.connection, one.uid, 1, {CustodyStep.type_name: one.dump()}) for one in steps
    )
    return told and bool(steps) and getattr(steps[0], "act", "") == "intake"
