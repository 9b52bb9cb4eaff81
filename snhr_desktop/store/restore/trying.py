"""A backup brought beside where it is to stand, opened there and compared; then put in place, or thrown away."""

import datetime as dt
import secrets
import shutil
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from snhr_desktop.domain.rights import ADMINISTRATOR, RESTORE, NotYourRole, may
from snhr_desktop.errors import DamagedStore, Refusal, StoreBusy, StoreExists
from snhr_desktop.store import files, keyslots, users
from snhr_desktop.store.backups import carrying
from snhr_desktop.store.backups.label import Label
from snhr_desktop.store.backups.refusals import NoRoomForBackup
from snhr_desktop.store.backups.vault import Backup
from snhr_desktop.store.driver import DatabaseError
from snhr_desktop.store.keys import Keys
from snhr_desktop.store.layout import ATTACHMENTS, BACKUPS, DATABASE
from snhr_desktop.store.opened import connect_with
from snhr_desktop.store.refusals import told
from snhr_desktop.store.restore import swapping
from snhr_desktop.store.restore.comparing import Compared, compare
from snhr_desktop.store.seen import Seen
from snhr_desktop.store.store import Store

ASIDE = "put-aside"
SPARE = 16 << 20


@dataclass(frozen=True)
class Tried:
    """A backup that was brought to `staged`, opened with the passphrase and found whole.

    `compared` is None where there is no present store, or none that opens. `files_lacking` are attachments that the
    backup names and its place does not have. `may_replace` is False where the present store knows the passphrase as
    that of a user who may not have a backup stand in its place.
    """

    staged: Path
    target: Path
    incidents: int
    compared: Compared | None
    files_lacking: tuple[str, ...]
    may_replace: bool = True

    def put_in_place(self, new: Path | None = None) -> None:
        """Let it stand as a new store where nothing stood, at its target or elsewhere on any disk.

        Raises `StoreExists` and the refusals of a write.
        """
        new = new or self.target
        if new.exists():
            raise StoreExists(name=new.name)
        with told(new.parent, writing=True):
            new.parent.mkdir(parents=True, exist_ok=True)
            beside = new.with_name(self.staged.name)
            if beside != self.staged:
                shutil.move(self.staged, beside)  # to another disk it takes long: its name comes last
            beside.rename(new)
            files.sync_folder(new.parent)

    def put_in_place_of_present(self) -> Path:
        """Let it stand where the present store does, which is put aside whole; returns where that is now.

        Killed at any moment, the one or the other stands there, and the one that does not stands beside it.
        Raises `NotYourRole` and the refusals of a write.
        """
        if not self.may_replace:
            raise NotYourRole.of(RESTORE)
        moment = dt.datetime.now(dt.UTC).strftime("%Y%m%dT%H%M%SZ")
        aside = self.target.with_name(f"{self.target.stem}.{ASIDE}-{moment}{self.target.suffix}")
        with told(self.target.parent, writing=True):
            self.staged.rename(aside)
            swapping.swap(self.target, aside)
        return aside

    def throw_away(self) -> None:
        """Leave everything as it was."""
        shutil.rmtree(self.staged, ignore_errors=True)


def try_out(backup: Backup, secret: str, target: Path, present: Path | None = None) -> Tried:
    """Bring a backup beside its target, open it there, and compare it with the present store where that opens.

    Raises `WrongPassphrase`, `DamagedStore`, `NewerStore`, `NoRoomForBackup`, and the refusals of a write.
    """
    slots = keyslots.read_keyslots(backup.folder)
    keys = Keys(slots.unlock(secret).master)
    label = Label.read(backup.folder, keys)
    keys.wipe()
    names = dict(label.files) if label else carrying.held(backup.attachments)
    staged = target.with_name(f".{target.name}.{secrets.token_hex(4)}.restoring")
    try:
        with told(target.parent, writing=True):
            target.parent.mkdir(parents=True, exist_ok=True)
            _ensure_room(backup, names, target)
            lacking = _staged(backup, staged, names)
        with closing(Store.open(staged, secret)) as store:
            store.seen.rest()
            _ensure_whole(store)
            incidents = int(store.connection.execute("SELECT count(*) FROM incident").fetchone()[0])
            compared, may_replace = _compared(present, secret, store) if present else (None, True)
            _expect(store, backup)
    except BaseException:
        shutil.rmtree(staged, ignore_errors=True)
        raise
    return Tried(staged, target, incidents, compared, lacking, may_replace)


def _expect(store: Store, backup: Backup) -> None:
    """Write into its history that it takes the place of what this computer last saw, so that nobody is alarmed by it.

    After it was compared with the present store, which brings up to date what is remembered of that.
    """
    with store.writing() as connection:
        user = users.user(connection, store.holder.user)
        store.seen.accept(user.name if user else "", str(backup.name))


def ensure_alone(folder: Path, secret: str) -> None:
    """See that nobody has the present store open, where the passphrase opens it, and that its user may replace it.

    Raises `StoreBusy`, `NotYourRole`.
    """
    try:
        unlocked = keyslots.read_keyslots(folder).unlock(secret)
    except Refusal:
        return  # a store that cannot be opened is open nowhere that could save to it
    keys = Keys(unlocked.master)
    try:
        with closing(connect_with(folder, keys, read_only=False)) as connection:
            if unlocked.user and not may(users.role_of(connection, unlocked.user), RESTORE):
                raise NotYourRole.of(RESTORE)
            mode = connection.execute("PRAGMA journal_mode = delete").fetchone()[0]
    except DatabaseError as error:
        if "locked" in str(error):
            raise StoreBusy(name=folder.name) from error
        return
    finally:
        keys.wipe()
    if mode != "delete":
        raise StoreBusy(name=folder.name)


def _staged(backup: Backup, staged: Path, names: dict[str, int]) -> tuple[str, ...]:
    files.make_folder(staged)
    for name in (ATTACHMENTS, BACKUPS):
        files.make_folder(staged / name)
    keyslots.read_keyslots(backup.folder).write(staged)
    files.make_file(staged / DATABASE)
    shutil.copyfile(backup.folder / DATABASE, staged / DATABASE)
    here = carrying.held(backup.attachments)
    there = {name: size for name, size in names.items() if here.get(name) == size}
    carrying.copy_missing(backup.attachments, staged / ATTACHMENTS, there, lambda: None)
    return tuple(name for name in names if name not in there)


def _ensure_whole(store: Store) -> None:
    for question in ("cipher_integrity_check", "quick_check"):
        if any(answer != "ok" for (answer,) in store.connection.execute(f"PRAGMA {question}")):
            raise DamagedStore(name=store.info.name)


def _compared(present: Path, secret: str, restored: Store) -> tuple[Compared | None, bool]:
    """How they compare, and whether the user may replace the present one; None where that does not open.

    That its passphrase is another one is no try at opening it.
    """
    try:
        unlocked = keyslots.read_keyslots(present).unlock(secret)
        keys = Keys(unlocked.master)
        with told(present), closing(connect_with(present, keys, read_only=True)) as connection:
            Seen(connection, keys).note()
            role = users.role_of(connection, unlocked.user) if unlocked.user else ADMINISTRATOR
            return compare(connection, restored.connection), may(role, RESTORE)
    except Refusal:
        return None, True


def _ensure_room(backup: Backup, names: dict[str, int], target: Path) -> None:
    needed = backup.size + sum(names.values()) + SPARE
    if shutil.disk_usage(target.parent).free < needed:
        raise NoRoomForBackup(name=target.parent.name)
