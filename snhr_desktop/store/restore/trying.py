"""A backup brought beside where it is to stand, opened there and compared; then put in place, or thrown away."""

import datetime as dt
import errno
import os
import secrets
import shutil
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from snhr_desktop.domain.rights import ACCEPT, ADMINISTRATOR, RESTORE, NotYourRole, may
from snhr_desktop.errors import CalledOff, DamagedStore, Refusal, StoreExists, TriedTooSoon, WrongPassphrase
from snhr_desktop.i18n import N_, Language, Message
from snhr_desktop.store import attempts, files, history, keyslots, meta, signing, users
from snhr_desktop.store.attachments.check import DAMAGED, MISSING, check
from snhr_desktop.store.attachments.source import Wanted, always
from snhr_desktop.store.backups import alike, carrying
from snhr_desktop.store.backups.label import Label
from snhr_desktop.store.backups.refusals import NoRoomForBackup
from snhr_desktop.store.backups.vault import Backup
from snhr_desktop.store.keys import CARRIED, Keys
from snhr_desktop.store.layout import ASIDE, ATTACHMENTS, BACKUPS, DATABASE
from snhr_desktop.store.opened import connect_with
from snhr_desktop.store.outgoing import given_up
from snhr_desktop.store.page_check import page_faults
from snhr_desktop.store.refusals import told
from snhr_desktop.store.restore import swapping
from snhr_desktop.store.restore.alone import ensure_alone_with, unlocked_for
from snhr_desktop.store.restore.comparing import Compared, compare
from snhr_desktop.store.restore.refusals import PresentNotOpened
from snhr_desktop.store.seen import Seen
from snhr_desktop.store.store import Store
from snhr_desktop.store.upkeep import whole

SPARE = 16 << 20
GoOn = Callable[[], None]
FILES_RUINED = N_("Attachments in the backup that are not as they were taken in: {names}")
ANOTHER = N_("What lies in this backup is not what was verified: it was changed or exchanged since.")
UNVOUCHED = N_("Nothing in this backup says that it was ever verified.")


@dataclass(frozen=True)
class Present:
    """What was found of the store that stands there: how it compares, and whether it may be put aside.

    `compared` is None where it does not open. `hindrance` says why it may not be replaced. `actor` is who opened it,
    None for nobody: a store too damaged to open is put aside, and nobody vouches for what stands there then. `keys`
    are its own, where it may be replaced.
    """

    compared: Compared | None = None
    hindrance: Refusal | None = None
    actor: str | None = None
    keys: Keys | None = None


@dataclass(frozen=True)
class Tried:
    """A backup that was brought to `staged`, opened with the passphrase and found whole.

    `compared` is None where there is no present store, or none that opens. `files_lacking` are codes of attachments
    that its place does not have; `files_ruined` of those that are there and do not read as they were taken in.
    `hindrance` says why it may not take the place of the present store. `doubt` says why its label does not vouch for
    it. `accepting` writes into its history that it may, by whom the present store knows as somebody who accepts that.
    """

    staged: Path
    target: Path
    incidents: int
    compared: Compared | None
    files_lacking: tuple[str, ...]
    hindrance: Refusal | None = None
    accepting: "Accepting | None" = None
    files_ruined: tuple[str, ...] = ()
    doubt: Message | None = None

    def put_in_place(self, new: Path | None = None, wanted: Wanted = always) -> None:
        """Let it stand as a new store where nothing stood, at its target or elsewhere on any disk.

        Copied to another disk it ends once it is not `wanted` any more. Raises `CalledOff`, `StoreExists` and the
        refusals of a write.
        """
        new = new or self.target
        if new.exists():
            raise StoreExists(name=new.name)
        with told(new.parent, writing=True):
            new.parent.mkdir(parents=True, exist_ok=True)
            try:
                self.staged.rename(new)
            except OSError as error:
                if error.errno != errno.EXDEV:
                    raise
                _to_another_disk(self.staged, new, _asking(wanted))
            files.sync_folder(new.parent)
        self.throw_away()

    def put_in_place_of_present(self) -> Path:
        """Let it stand where the present store does, which is put aside whole; returns where that is now.

        Killed at any moment, the one or the other stands there, and the one that does not stands beside it. Where it
        is refused the present store stands; where it was begun, nothing is left beside it either.
        Raises `NotYourRole`, `PresentNotOpened`, `StoreBusy` and the refusals of a write.
        """
        if self.hindrance is not None:
            raise self.hindrance
        try:
            if self.accepting is not None:
                self.accepting.accept(self.staged, self.target)
            return self._swapped()
        except Refusal:
            self.throw_away()
            raise

    def _swapped(self) -> Path:
        moment = dt.datetime.now(dt.UTC).strftime("%Y%m%dT%H%M%SZ")
        aside = self.target.with_name(f"{self.target.stem}.{ASIDE}-{moment}{self.target.suffix}")
        if aside.exists():  # two within one second
            aside = aside.with_stem(f"{aside.stem}-{secrets.token_hex(2)}")
        with told(self.target.parent, writing=True):
            brought = self.staged.stat()
            self.staged.rename(aside)  # first: under the other name what is put aside would be thrown away
            try:
                swapping.swap(self.target, aside)
            except OSError:
                if aside.exists() and os.path.samestat(aside.stat(), brought):
                    aside.rename(self.staged)  # nothing was put aside, and nothing may look as if it were
                raise
        return aside

    def tell_faults(self, language: Language) -> tuple[str, ...]:
        """What nobody vouches for and which attachments are ruined, a line each; none where all is as it was."""
        told = (language.text(self.doubt),) if self.doubt else ()
        if not self.files_ruined:
            return told
        names = language.join([language.isolate(code) for code in self.files_ruined])
        return (*told, language.text(FILES_RUINED, names=names))

    def throw_away(self) -> None:
        """Leave everything as it was."""
        if self.accepting is not None:
            self.accepting.wipe()
        shutil.rmtree(self.staged, ignore_errors=True)


@dataclass(frozen=True)
class Accepting:
    """Who accepts a backup in place of the present store, why, and the keys of both until then."""

    keys: Keys
    present: Keys
    actor: str
    reason: str

    def accept(self, staged: Path, target: Path) -> None:
        """Write it into the history, so that nobody is alarmed by what was done with every right to.

        Raises `StoreBusy` where somebody has the present store open, and the refusals of a write.
        """
        try:
            ensure_alone_with(target, self.present)
            with (
                told(staged, writing=True),
                closing(connect_with(staged, self.keys, read_only=False)) as connection,
                whole(connection),
            ):
                before = history.newest(connection)
                Seen(connection, self.keys, target).accept(self.actor, self.reason)
                signing.sign(connection, self.keys, before)
        finally:
            self.wipe()

    def wipe(self) -> None:
        """Overwrite the keys; a second time does nothing."""
        self.keys.wipe()
        self.present.wipe()


def try_out(
    backup: Backup, secret: str, target: Path, present: Path | None = None, present_secret: str | None = None,
    wanted: Wanted = always,
) -> Tried:  # fmt: skip
    """Bring a backup beside its target, open it there, and compare it with the present store where that opens.

    What stands at the target is the present store. `present_secret` opens it where that is another than the backup's.
    It leaves nothing and ends soon, with `CalledOff`, once it is not `wanted` any more. Raises `WrongPassphrase`,
    `TriedTooSoon`, `DamagedStore`, `NewerStore`, `NoRoomForBackup`, and the refusals of a write.
    """
    go_on = _asking(wanted)
    slots = keyslots.read_keyslots(backup.folder)
    with attempts.counted(backup.folder, destroys=False):  # a backup is slowed, and never destroyed
        keys = Keys(slots.unlock(secret).master)
        attempts.forget(backup.folder)
    label = Label.read(backup.folder, keys)
    keys.wipe()
    names = dict(label.files) if label else carrying.held(backup.attachments)
    staged = target.with_name(f".{target.name}.{secrets.token_hex(4)}.restoring")
    present = target if target.is_dir() else present
    try:
        with told(target.parent, writing=True):
            target.parent.mkdir(parents=True, exist_ok=True)
            _ensure_room(backup, names, target)
            _staged(backup, staged, names, go_on)
            digest = carrying.copy(backup.folder / DATABASE, staged / DATABASE, go_on)
        with closing(Store.open(staged, secret)) as store:
            store.seen.rest()
            with given_up(store.connection, wanted, CalledOff):
                _ensure_whole(store, go_on)
                incidents = int(store.connection.execute("SELECT count(*) FROM incident").fetchone()[0])
                lacking, ruined = _faulty(store, go_on)
            go_on()
            found = _found(present, secret, present_secret, store) if present else Present()
            accepting = _accepting(store, found, backup) if present == target else None
    except BaseException:
        shutil.rmtree(staged, ignore_errors=True)
        raise
    doubt = _doubt(backup.folder, label, digest)
    return Tried(staged, target, incidents, found.compared, lacking, found.hindrance, accepting, ruined, doubt)


def _doubt(folder: Path, label: Label | None, digest: str) -> Message | None:
    """Why a label does not vouch for a backup whose database has this SHA-256; None where it does."""
    if label is None or not label.verified_at:
        return UNVOUCHED
    bound = ((label.name, folder.name), (label.digest, digest), (label.keyslots, alike.digest_of_keys(folder)))
    return ANOTHER if any(said not in ("", stands) for said, stands in bound) else None


def with_present(tried: Tried, backup: Backup, secret: str, of_present: str) -> Tried:
    """What was tried, beside the store at its target, which another passphrase opens; that try is slowed and counted.

    Raises `TriedTooSoon`; a passphrase that does not open it either is told by `hindrance`.
    """
    with closing(Store.open(tried.staged, secret)) as store:
        store.seen.rest()
        found = _found(tried.target, secret, of_present, store)
        accepting = _accepting(store, found, backup)
    return replace(tried, compared=found.compared, hindrance=found.hindrance, accepting=accepting)


def _accepting(store: Store, found: Present, backup: Backup) -> Accepting | None:
    """None where nobody opened the present store who may accept another in its place."""
    if found.actor is None or found.keys is None:
        return None
    keys = Keys(store.keys.master())
    keys.carry(meta.read(store.connection, CARRIED))
    return Accepting(keys, found.keys, found.actor, str(backup.name))


def _asking(wanted: Wanted) -> GoOn:
    def go_on() -> None:
        if not wanted():
            raise CalledOff

    return go_on


def _staged(backup: Backup, staged: Path, names: dict[str, int], go_on: GoOn) -> None:
    files.make_folder(staged)
    for name in (ATTACHMENTS, BACKUPS):
        files.make_folder(staged / name)
    keyslots.read_keyslots(backup.folder).write(staged)
    here = carrying.held(backup.attachments)
    there = {name: size for name, size in names.items() if here.get(name) == size}
    carrying.copy_missing(backup.attachments, staged / ATTACHMENTS, there, go_on)


def _to_another_disk(staged: Path, new: Path, go_on: GoOn) -> None:
    """Copy it beside where it is to stand; it takes long, and the name comes last. Nothing is left of what fails."""
    beside = new.with_name(f".{new.name}.{secrets.token_hex(4)}.restoring")
    held = sorted(staged.rglob("*"))
    sizes = sum(path.stat().st_size for path in held if path.is_file())
    if shutil.disk_usage(new.parent).free < sizes + SPARE:
        raise NoRoomForBackup(name=new.parent.name)
    try:
        files.make_folder(beside)
        for path in held:
            there = beside / path.relative_to(staged)
            if path.is_dir():
                files.make_folder(there)
            else:
                carrying.copy(path, there, go_on)
        beside.rename(new)
    except BaseException:
        shutil.rmtree(beside, ignore_errors=True)
        raise


def _ensure_whole(store: Store, go_on: GoOn) -> None:
    faults = any(page_faults(store.connection, store.folder / DATABASE, store.keys, go_on))
    if faults or any(answer != "ok" for (answer,) in store.connection.execute("PRAGMA quick_check")):
        raise DamagedStore(name=store.info.name)


def _faulty(store: Store, go_on: GoOn) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The codes of attachments that are not there, and of those that do not read as they were taken in.

    Every one is read and its fingerprint taken: a stick may have spoilt it since it was copied.
    """
    with store.reading():
        found = tuple(check(store, go_on))
    lacking, ruined = (
        tuple(str(one.values["reference"]) for one in found if one.message == message) for message in (MISSING, DAMAGED)
    )
    return lacking, ruined


def _found(present: Path, of_backup: str, own: str | None, restored: Store) -> Present:
    """How they compare, and whether who knows the secret may replace the present one.

    `own` is what was typed for the present store; without it that of the backup is tried. A secret that does not open
    it replaces nothing: it may be one from before it was changed. A store that is too damaged to open is replaced,
    with the alarm that its user will be told then. Raises `TriedTooSoon`.
    """
    try:
        unlocked = unlocked_for(present, own or of_backup, spared=not own)
        keys = Keys(unlocked.master)
        with told(present), closing(connect_with(present, keys, read_only=True)) as connection:
            keys.carry(meta.read(connection, CARRIED))
            Seen(connection, keys, present).note()
            user = users.user(connection, unlocked.user) if unlocked.user else None
            role = users.role_of(connection, unlocked.user) if unlocked.user else ADMINISTRATOR
            allowed = may(role, RESTORE) and may(role, ACCEPT)
            hindrance = None if allowed else NotYourRole.of(RESTORE)
            compared = compare(connection, restored.connection)
        if hindrance is not None:
            keys.wipe()
        return Present(compared, hindrance, user.name if user else "", None if hindrance else keys)
    except TriedTooSoon:
        raise
    except WrongPassphrase:
        return Present(hindrance=PresentNotOpened(name=present.name))
    except Refusal:
        return Present()


def _ensure_room(backup: Backup, names: dict[str, int], target: Path) -> None:
    needed = backup.size + sum(names.values()) + SPARE
    if shutil.disk_usage(target.parent).free < needed:
        raise NoRoomForBackup(name=target.parent.name)
