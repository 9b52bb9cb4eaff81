"""One salvage from beginning to end: the damaged store is only read, and the new one has its name when it is whole."""

import os
import secrets
import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from snhr_desktop.domain.rights import SALVAGE, NotYourRole, may
from snhr_desktop.errors import CalledOff, DamagedStore, NewerStore, NotAStore, StoreExists
from snhr_desktop.store import attempts, derived, files, keyring, keyslots, put_back, users
from snhr_desktop.store.attachments import blobs
from snhr_desktop.store.attachments.reader import AttachmentReader
from snhr_desktop.store.attachments.refusals import AttachmentDamaged, AttachmentMissing
from snhr_desktop.store.attachments.source import Wanted, always
from snhr_desktop.store.driver import DatabaseError
from snhr_desktop.store.findings import ERROR
from snhr_desktop.store.keys import Keys
from snhr_desktop.store.keyslots import Keyslots, Unlocked
from snhr_desktop.store.layout import ATTACHMENTS, BACKUPS, DATABASE
from snhr_desktop.store.migrations import STEPS
from snhr_desktop.store.opened import connect_with
from snhr_desktop.store.outgoing import given_up
from snhr_desktop.store.refusals import told
from snhr_desktop.store.salvage import losses, outline
from snhr_desktop.store.salvage.filling import Found, fill
from snhr_desktop.store.salvage.grafting import graft
from snhr_desktop.store.salvage.mending import ensure_meta, mend
from snhr_desktop.store.salvage.pages import Pages
from snhr_desktop.store.salvage.reading import Damaged
from snhr_desktop.store.salvage.report import OUTLINE, PROGRAM, READ, Salvaged
from snhr_desktop.store.store import Store
from snhr_desktop.store.upkeep import sign_what_was_there, take_steps, whole
from snhr_desktop.store.verify import verify

if TYPE_CHECKING:
    from sqlite3 import Connection

SLOTS_SALVAGED = "slots_salvaged"
_PART = 1 << 20
GoOn = Callable[[], None]


def salvage(folder: Path, secret: str, new: Path, wanted: Wanted = always) -> Salvaged:
    """Bring what can be read of a damaged store into a new one under the same passphrases.

    It leaves nothing and ends, with `CalledOff`, once it is not `wanted` any more. Raises `NotAStore`,
    `StoreExists`, `WrongPassphrase`, `DamagedStore` where no keyslots can be read or nothing of the file,
    `NewerStore`, `NotYourRole`, and the refusals of a write.
    """
    with told(folder):
        if not (folder / DATABASE).is_file():
            raise NotAStore(name=folder.name or str(folder))
        if new.exists():
            raise StoreExists(name=new.name)

    def go_on() -> None:
        if not wanted():
            raise CalledOff

    slots = _slots(folder)
    unfinished = new.with_name(f".{new.name}.{secrets.token_hex(4)}.new")
    try:
        with told(new.parent, writing=True):
            new.parent.mkdir(parents=True, exist_ok=True)
            report = _brought(folder, secret, slots, unfinished, new, wanted, go_on)
            unfinished.rename(new)
            files.sync_folder(new.parent)
        return report
    finally:
        for left in (unfinished, _beside(unfinished, "graft"), _beside(unfinished, "plan")):
            shutil.rmtree(left, ignore_errors=True)


def _slots(folder: Path) -> Keyslots:
    """The keyslots of the store, or of the newest backup in it that still has them."""
    for place in (folder, *sorted((folder / BACKUPS).glob("*.snhr"), reverse=True)):
        try:
            return keyslots.read_keyslots(place)
        except DamagedStore:
            continue
    raise DamagedStore(name=folder.name)


def _ensure_may(folder: Path, keys: Keys, unlocked: Unlocked) -> None:
    """See that a user whose row can still be read may salvage. Raises `NotYourRole`.

    A file that gives no such row says nothing against anybody: see `rights`.
    """
    if not unlocked.user:
        return
    try:
        with closing(connect_with(folder, keys, read_only=True)) as connection:
            found = users.user(connection, unlocked.user)
    except (DatabaseError, ValueError, KeyError, TypeError):
        return
    if found and not may("" if found.switched_off else found.role, SALVAGE):
        raise NotYourRole.of(SALVAGE)


def _brought(
    folder: Path, secret: str, slots: Keyslots, unfinished: Path, new: Path, wanted: Wanted, go_on: GoOn
) -> Salvaged:
    with attempts.counted(folder):
        unlocked = slots.unlock(secret)
        keys = Keys(unlocked.master)
        attempts.forget(folder)
    try:
        _ensure_may(folder, keys, unlocked)
        schema, found, known = _filled(folder, keys, slots, unfinished, go_on)
    finally:
        keys.wipe()
    with closing(Store.open(unfinished, secret)) as store:
        with store.writing() as connection, given_up(connection, wanted, CalledOff):
            signed = "signature" not in found or found["signature"][1] == 0
            damaged = {name for name, (_, lost) in found.items() if lost != 0}
            mended = mend(connection, store.keys, store.holder.user, damaged, all_signatures=signed)
            derived.renew(connection)
            _vouch(connection, folder, keyslots.read_keyslots(unfinished))
            store.seen.accept(losses.ACTOR, losses.ACTION)  # nobody is alarmed by entries that are known to be lost
        store.seen.rest()  # it is not yet in its place
        carried, files_lost = _carry(store.connection, folder, unfinished, go_on)
        checked = verify(store, lambda _step: go_on(), lambda: not wanted())
        findings = tuple(found for found in checked if found.level == ERROR)
    return Salvaged(
        folder.name,
        new.name,
        schema,
        found,
        mended.from_history,
        mended.without_history,
        mended.lost,
        carried,
        files_lost,
        findings,
        known,
    )


def _vouch(connection: "Connection", folder: Path, slots: Keyslots) -> None:
    """Let the history know slots that it names no more after a loss, or that only a backup still had.

    Those of an earlier day that stand in the store itself were put there, and stay to be told.
    """
    found = put_back.of(connection, slots)
    if found and not (found.earlier and _has_its_own(folder)):
        keyring.record(connection, SLOTS_SALVAGED, losses.ACTOR, coming=slots)


def _has_its_own(folder: Path) -> bool:
    try:
        return bool(keyslots.read_keyslots(folder))
    except DamagedStore:
        return False


def _filled(folder: Path, keys: Keys, slots: Keyslots, unfinished: Path, go_on: GoOn) -> tuple[str, Found, bool]:
    """The new file with every row that could be read; where the schema came from; whether it says what it is."""
    files.make_folder(unfinished)
    for name in (ATTACHMENTS, BACKUPS):
        files.make_folder(unfinished / name)
    slots.write(unfinished)
    files.make_file(unfinished / DATABASE)
    source, schema, version = _readable(folder, keys, unfinished)
    damaged = Damaged(lambda: connect_with(source, keys, read_only=True), go_on)
    with closing(connect_with(unfinished, keys, read_only=False)) as connection, closing(Pages(source, keys)) as pages:
        found = fill(connection, damaged, pages, version)
        damaged.close()
        with whole(connection):
            take_steps(connection)
            known = ensure_meta(connection, keys, slots.store_id, outline.read(folder, keys))
            sign_what_was_there(connection, keys)
    return schema, found, known


def _readable(folder: Path, keys: Keys, unfinished: Path) -> tuple[Path, str, int]:
    """A folder whose file has a schema that can be read, where that came from, and the schema's number."""
    newest = len(STEPS)
    try:
        with closing(connect_with(folder, keys, read_only=True)) as connection:
            found = outline.of(connection)
        if found.rows and found.version:
            if found.version > newest:
                raise NewerStore(name=folder.name)
            return folder, READ, found.version
    except DatabaseError:
        pass
    known, schema = outline.read(folder, keys), OUTLINE
    if known is None:
        known, schema = _outline_of_today(_beside(unfinished, "plan"), keys), PROGRAM
    if known.version > newest:
        raise NewerStore(name=folder.name)
    grafted = _beside(unfinished, "graft")
    graft(folder, keys, grafted, known)
    return grafted, schema, known.version


def _outline_of_today(folder: Path, keys: Keys) -> outline.Outline:
    """Where the tables begin in a store that this edition makes."""
    files.make_folder(folder)
    files.make_file(folder / DATABASE)
    with closing(connect_with(folder, keys, read_only=False)) as connection:
        with whole(connection):
            take_steps(connection)
        return outline.of(connection)


def _beside(unfinished: Path, what: str) -> Path:
    return unfinished.with_name(f"{unfinished.name}.{what}")


def _carry(connection: "Connection", source: Path, target: Path, go_on: GoOn) -> tuple[int, tuple[str, ...]]:
    """Carry over the attachments that read as they were written; how many, and those that do not or are gone."""
    known = connection.execute(
        "SELECT name, key, attachment_blob.size, coalesce(reference, name) FROM attachment_blob"
        " LEFT JOIN attachment ON attachment.sha256 = attachment_blob.sha256 ORDER BY 4"
    )
    carried, lost = 0, []
    for name, key, size, called in known.fetchall():
        given = blobs.path_of(source, name)
        if not _reads(given, key, size, go_on):
            lost.append(str(called))
            continue
        try:
            _copy(given, blobs.path_of(target, name), go_on)
            carried += 1
        except OSError:
            if _reads(given, key, size, go_on):  # what failed is the disk that is written to: nothing is lost
                raise
            lost.append(str(called))
    return carried, tuple(lost)


def _reads(path: Path, key: bytes, size: int, go_on: GoOn) -> bool:
    """Whether a file reads as it was written, to its end."""
    try:
        with closing(AttachmentReader(path, key, size, path.name)) as reader:
            while reader.read(_PART):
                go_on()
    except (AttachmentDamaged, AttachmentMissing, OSError):
        return False
    return True


def _copy(source: Path, target: Path, go_on: GoOn) -> None:
    target.parent.mkdir(mode=files.FOLDER_MODE, parents=True, exist_ok=True)
    files.make_file(target)
    with source.open("rb") as given, target.open("rb+") as taken:
        while part := given.read(_PART):
            go_on()
            taken.write(part)
        taken.flush()
        os.fsync(taken.fileno())
