"""Making a backup: copied on a connection of its own, opened and compared, and only then given its name.

The copy is of one moment, whatever is saved meanwhile; it holds up no save. Until it has its name, nothing of it
counts and nothing of the earlier backups is touched.
"""

import datetime as dt
import os
import shutil
import sys
import threading
from collections.abc import Callable, Mapping
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from snhr_desktop.errors import DamagedStore, Refusal
from snhr_desktop.store import files, history, keyslots
from snhr_desktop.store.backups import alike, carrying, rereading
from snhr_desktop.store.backups.genuine import Genuine
from snhr_desktop.store.backups.label import Label
from snhr_desktop.store.backups.names import CLOSING, UNFINISHED, Name
from snhr_desktop.store.backups.refusals import BackupDiffers, BackupStopped, NoRoomForBackup, told_of
from snhr_desktop.store.backups.rotation import surplus
from snhr_desktop.store.backups.vault import Backup, Vault, backups
from snhr_desktop.store.driver import DatabaseError, is_intact
from snhr_desktop.store.identity import now
from snhr_desktop.store.keys import Keys
from snhr_desktop.store.layout import ATTACHMENTS, DATABASE
from snhr_desktop.store.opened import connect_with
from snhr_desktop.store.page_check import page_faults
from snhr_desktop.store.refusals import refusal_for

if TYPE_CHECKING:
    from sqlite3 import Connection

SPARE = 64 << 20
"""Bytes that a backup leaves free on the disk it is written to."""
_LOOK = 20_000
"""Steps of the database between two looks at whether the backup is still wanted."""


class Stop:
    """Calls a backup off, from any thread."""

    def __init__(self) -> None:
        self._asked = threading.Event()
        self._wanted: Callable[[], bool] = lambda: True

    def ask(self) -> None:
        """Call it off; what runs ends soon, with `BackupStopped`."""
        self._asked.set()

    def asked(self) -> bool:
        """Whether it was called off."""
        return self._asked.is_set() or not self._wanted()

    @classmethod
    def unless(cls, wanted: Callable[[], bool]) -> "Stop":
        """Calls it off once nobody wants it any more, as somebody else tells."""
        stop = cls()
        stop._wanted = wanted
        return stop

    def go_on(self) -> None:
        """Raise `BackupStopped` where it was."""
        if self.asked():
            raise BackupStopped


def make(folder: Path, keys: Keys, vault: Vault, why: str, stop: Stop | None = None) -> Backup:
    """Make one backup of a store folder, verify it, and rotate the oldest away.

    Raises the refusals of this room, `DamagedStore` where the store itself cannot be read, `StoreBusy`.
    """
    stop = stop or Stop()
    try:
        with told_of(vault.root.parent if not vault.root.exists() else vault.root):
            vault.make()
            with vault.alone():
                _clear(vault)
                made = _made(folder, keys, vault, why, stop)
                rotate(vault, keys)
                _read_earlier(made, vault, keys, stop)
                return made
    except Refusal:
        if stop.asked():
            raise BackupStopped from None
        raise


def rotate(vault: Vault, keys: Keys) -> None:
    """Remove what need not be kept; its keys first, so that half a backup is never taken for one."""
    known = backups(vault, keys)
    good = {one.name for one in known if one.verified}
    for name in surplus(vault.names(), good, vault.keep):
        gone = vault.root / f"{name}{UNFINISHED}"
        (vault.root / str(name)).rename(gone)
        shutil.rmtree(gone, ignore_errors=True)


def _read_earlier(made: Backup, vault: Vault, keys: Keys, stop: Stop) -> None:
    """Read one of the databases made before; the backup just made stands whatever comes of that."""
    earlier = tuple(vault.root / str(name) for name in vault.names() if name != made.name)
    with suppress(OSError, BackupStopped):
        alike.read_in_turn(earlier, keys, rereading.SHORT if made.name.why == CLOSING else sys.maxsize, stop.go_on)


def _clear(vault: Vault) -> None:
    for path in vault.unfinished():
        shutil.rmtree(path, ignore_errors=True)


def _made(folder: Path, keys: Keys, vault: Vault, why: str, stop: Stop) -> Backup:
    _ensure_room(folder, vault)
    name = _next_name(vault, why)
    place = vault.root / str(name)
    unfinished = place.with_name(place.name + UNFINISHED)
    try:
        files.make_folder(unfinished)
        label = _filled(folder, keys, vault, unfinished, stop)
        label = replace(_with_files(label, folder, keys, vault, why, stop), name=str(name))
        label.write(unfinished, keys)
        files.sync_folder(unfinished)
        unfinished.rename(place)
        files.sync_folder(vault.root)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    return Backup(name, place, vault.attachments, label.size, label, alike=True)


def _filled(folder: Path, keys: Keys, vault: Vault, unfinished: Path, stop: Stop) -> Label:
    copy = unfinished / DATABASE
    files.make_file(copy)  # private before anything is in it
    with closing(connect_with(folder, keys, read_only=True)) as connection:
        connection.set_progress_handler(stop.asked, _LOOK)
        before, slots = None, keyslots.read_keyslots(folder)
        while before != slots:  # changed meanwhile, they are those of another history
            stop.go_on()
            _vacuum(connection, copy)
            before, slots = slots, keyslots.read_keyslots(folder)
        slots.write(unfinished)
        digest = carrying.digest(copy, stop.go_on)  # before it is opened: what was opened is what this stands for
        found = _verified(unfinished, keys, connection, stop)
    bound = alike.digest_of_keys(unfinished)
    return replace(found, size=copy.stat().st_size, digest=digest, keyslots=bound, read_at=found.verified_at)


def _vacuum(connection: "Connection", copy: Path) -> None:
    copy.write_bytes(b"")  # what it is written into has to be empty
    connection.execute("VACUUM INTO ?", (str(copy),))
    if not is_intact(connection):  # the end of a long value would be zeros in the copy
        raise DamagedStore
    _on_disk(copy)


def _with_files(label: Label, folder: Path, keys: Keys, vault: Vault, why: str, stop: Stop) -> Label:
    """Bring the attachments to where they are kept, and read some of those that were there before."""
    source = folder / ATTACHMENTS
    names = carrying.held(source)
    if not vault.copies:
        return replace(label, files=names)
    genuine = Genuine.of(folder, keys)
    kept = _kept_better(names, vault, genuine)
    names = {name: size for name, size in names.items() if name not in kept}
    copied = carrying.copy_missing(source, vault.attachments, names, stop.go_on)
    earlier = next((one.label.held for one in backups(vault, keys) if one.label), {})
    fresh = {name: (digest, now()) for name, digest in copied.items()}
    most = rereading.SHORT if why == CLOSING else rereading.LONG
    old = {name: size for name, size in names.items() if name not in fresh}
    held = rereading.read_again((source, vault.attachments), old, earlier, most, stop.go_on, genuine.reads)
    return replace(label, files={**names, **kept}, held={**held.digests, **fresh}, spoilt=held.spoilt)


def _kept_better(names: Mapping[str, int], vault: Vault, genuine: Genuine) -> dict[str, int]:
    """Files that the vault has and the store lost, or has in another size, which only a damaged file has."""
    have = carrying.held(vault.attachments)
    other = {name: size for name, size in have.items() if name in genuine.known and names.get(name) != size}
    return {name: size for name, size in other.items() if genuine.reads(vault.attachments, name)}


def _verified(copy: Path, keys: Keys, store: "Connection", stop: Stop) -> Label:
    """Open a copy and hold it against the store. Raises `BackupDiffers`.

    Every page is held against its own seal. What SQLite's longer check adds is whether indexes agree with tables, and
    the copy's indexes were just built from them.
    """
    with closing(_opened(copy, keys)) as opened:
        opened.set_progress_handler(stop.asked, _LOOK)
        faults = any(page_faults(opened, copy / DATABASE, keys, stop.go_on))
        if faults or any(answer != "ok" for (answer,) in opened.execute("PRAGMA quick_check")):
            raise BackupDiffers
        entries = int(opened.execute("SELECT coalesce(max(id), 0) FROM revision").fetchone()[0])
        head = history.chain_head(opened)
        then = store.execute("SELECT chain_sha256 FROM revision WHERE id = ?", (entries,)).fetchone()
        if (then[0] if then else history.GENESIS) != head:
            raise BackupDiffers
        return Label(now(), head, entries, _count(opened, "incident"), _count(opened, "detention"))


def _opened(copy: Path, keys: Keys) -> "Connection":
    """The copy, opened. Raises `BackupDiffers` where it is so damaged that it does not even open."""
    try:
        return connect_with(copy, keys, read_only=True)
    except DatabaseError as error:
        if refusal_for(error, copy) is DamagedStore:
            raise BackupDiffers from error
        raise


def _count(connection: "Connection", table: str) -> int:
    """The rows of a table; none in a store from before there was one."""
    known = connection.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (table,)).fetchone()
    return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]) if known else 0


def _on_disk(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
        carrying.forget_cached(file.fileno())


def _ensure_room(folder: Path, vault: Vault) -> None:
    needed = (folder / DATABASE).stat().st_size + SPARE
    if vault.copies:
        have = carrying.held(vault.attachments)
        needed += sum(size for name, size in carrying.held(folder / ATTACHMENTS).items() if have.get(name) != size)
    if shutil.disk_usage(vault.root).free < needed:
        raise NoRoomForBackup(name=vault.root.parent.name)


def _next_name(vault: Vault, why: str) -> Name:
    number = max((name.number for name in vault.names()), default=0) + 1
    return Name(number, dt.datetime.now(dt.UTC).replace(microsecond=0), why)
