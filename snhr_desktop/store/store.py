"""An open store: made, unlocked, brought up to date, and closed again."""

import copy
import dataclasses
import datetime as dt
import secrets
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Self

from snhr_desktop.domain.places import Gazetteer
from snhr_desktop.errors import (
    DamagedStore,
    DiskFull,
    FullToRead,
    OlderStore,
    ReadOnlyFolder,
    SpareRoomGiven,
    StoreGone,
)
from snhr_desktop.store import (
    ballast,
    files,
    history,
    known,
    limits,
    log,
    making,
    meta,
    origin,
    place_packs,
    places,
    signing,
)
from snhr_desktop.store.adopting import Adopted
from snhr_desktop.store.driver import is_intact
from snhr_desktop.store.keys import Keys
from snhr_desktop.store.keyslots import Unlocked
from snhr_desktop.store.layout import DATABASE
from snhr_desktop.store.opened import connect_with
from snhr_desktop.store.refusals import sensible, told
from snhr_desktop.store.restore import stale, swapping
from snhr_desktop.store.salvage import outline
from snhr_desktop.store.seen import Seen
from snhr_desktop.store.slots import PASSPHRASE
from snhr_desktop.store.unlocking import Unlock, unlock
from snhr_desktop.store.upkeep import Progress, bring_up_to_date, unseen, whole

if TYPE_CHECKING:
    from sqlite3 import Connection


@dataclass(frozen=True)
class StoreInfo:
    """What a store says about itself. `created` is UTC.

    `full` says that it is read-only because its disk had no room left when it was opened.
    `unread` is the number of saves at the end of its log that were not whole then: see `log`. `damaged` says that it is
    read-only because damage was met.
    """

    name: str
    office: str
    training: bool
    read_only: bool
    created: dt.datetime
    full: bool = False
    unread: int = 0
    damaged: bool = False


@dataclass(frozen=True)
class Holder:
    """Whose secret opened a store: the identity of a user, blank for nobody in particular, and the kind of slot."""

    user: str
    kind: str

    @classmethod
    def of(cls, unlocked: Unlocked) -> Self:
        """As the keyslots told, without the key."""
        return cls(unlocked.user, unlocked.kind)


class Store:
    """An open connection to one store folder. Threads take turns, a whole transaction each."""

    def __init__(self, folder: Path, connection: "Connection", keys: Keys, holder: Holder, *, read_only: bool) -> None:
        """Take over an unlocked connection and its keys; callers use `create` and `open`."""
        self.folder = folder
        self.connection = connection
        self.keys = keys
        self.holder = holder
        self._turn = threading.RLock()
        self._file = _identity(folder)
        self._writes = False
        self.guard: Callable[[], object] = lambda: None
        """Asked at the beginning of every transaction; what it raises ends it."""
        self.info = _info(connection, folder, read_only=read_only)
        self.gazetteer: Gazetteer = places.gazetteer(connection)
        self.terms = Adopted(lambda: self.connection)
        self.boundaries = place_packs.boundaries(connection)
        self._newest_pack = place_packs.newest(connection)
        self.seen = Seen(connection, keys, folder)
        self._afterwards: list[tuple[Callable[[], object], Callable[[], object]]] = []

    @classmethod
    def create(
        cls,
        folder: Path,
        passphrase: str,
        office: str,
        *,
        training: bool = False,
        user: str = "",
        seed: "Callable[[Self], object]" = lambda store: store,
    ) -> tuple[Self, str]:
        """Make a new store and open it; returns the recovery code too, which is kept nowhere.

        `user` is the identity of the one whose passphrase it is. `seed` writes what every new store holds.
        Nothing is left behind where any of it fails.
        Raises `StoreExists`, `InvalidEntry`, `ReadOnlyFolder`, `DiskFull`.
        """
        office = office.strip().upper()
        making.check_new(folder, passphrase, office)
        holder = Holder(user, PASSPHRASE)
        with told(folder.parent, writing=True):
            folder.parent.mkdir(parents=True, exist_ok=True)
            unfinished = folder.with_name(f".{folder.name}.{secrets.token_hex(4)}.new")
            try:
                keys, code = making.make(
                    unfinished, passphrase, {"office": office, "training": "1" if training else ""}, user
                )
                with closing(cls._unlocked(unfinished, Keys(keys.master()), holder, read_only=False)) as store:
                    store.seen.rest()
                    seed(store)
                unfinished.rename(folder)
            finally:
                shutil.rmtree(unfinished, ignore_errors=True)
            files.sync_folder(folder.parent)
        return cls._unlocked(folder, keys, holder, read_only=False), code

    @classmethod
    def open(cls, folder: Path, secret: str, *, read_only: bool = False, progress: Progress = unseen) -> Self:
        """Open a store by passphrase or recovery code, and bring its schema up to date, of which `progress` hears.

        On a disk without any room left it is open for reading alone, and says so (`StoreInfo.full`).
        Raises `NotAStore`, `WrongPassphrase`, `TriedTooSoon`, `NewerStore`, `ReadOnlyFolder`, `StoreBusy`,
        `DamagedStore`, `KeysDestroyed`.
        """
        return cls._opened(folder, lambda slots: slots.unlock(secret), read_only=read_only, progress=progress)

    @classmethod
    def open_with_key(
        cls, folder: Path, private: bytes, *, read_only: bool = False, progress: Progress = unseen
    ) -> Self:
        """Open a store by the private half of the headquarters' key; raises what `open` raises."""
        return cls._opened(folder, lambda slots: slots.unlock_with(private), read_only=read_only, progress=progress)

    @classmethod
    def _opened(cls, folder: Path, ask: Unlock, *, read_only: bool, progress: Progress = unseen) -> Self:
        try:
            store = cls._with(folder, ask, read_only=read_only, progress=progress)
        except DiskFull as full:
            if read_only:
                raise
            return cls._on_full_disk(folder, ask, full)
        if not read_only:
            ballast.keep(folder)
        return store

    @classmethod
    def _on_full_disk(cls, folder: Path, ask: Unlock, full: DiskFull) -> Self:
        """With the room kept back for it, or else for reading alone."""
        if ballast.release(folder):
            with suppress(DiskFull):
                return cls._with(folder, ask, read_only=False)
        try:
            store = cls._with(folder, ask, read_only=True)
        except OlderStore:  # its form cannot be renewed now
            raise full from None
        store.info = dataclasses.replace(store.info, full=True)
        return store

    @classmethod
    def _with(cls, folder: Path, ask: Unlock, *, read_only: bool, progress: Progress = unseen) -> Self:
        with told(folder):
            swapping.finish(folder)
            unlocked = unlock(folder, ask, read_only=read_only)
            if not read_only:
                stale.clear(folder)
        keys, holder = Keys(unlocked.master), Holder.of(unlocked)
        return cls._unlocked(folder, keys, holder, read_only=read_only, progress=progress)

    @classmethod
    def _unlocked(
        cls, folder: Path, keys: Keys, holder: Holder, *, read_only: bool, progress: Progress = unseen
    ) -> Self:
        with told(folder):
            found = log.look(folder / DATABASE)
            connection = connect_with(folder, keys, read_only=read_only)
            try:
                unread = found.unread(folder / DATABASE, connection)
                bring_up_to_date(connection, folder, keys, read_only=read_only, progress=progress)
                with sensible(folder):
                    store = cls(folder, connection, keys, holder, read_only=read_only)
                store.info = dataclasses.replace(store.info, unread=unread)
                with sensible(folder):
                    agreed = known.of(connection)
                if agreed:
                    limits.note(folder, agreed.limit)
                return store
            except BaseException:
                connection.close()
                keys.wipe()
                raise

    def afresh(self) -> Self:
        """The same store for reading, over a connection of its own, which the caller closes; the keys stay shared.

        For an act that goes on past damage, since a connection that met it reads nothing more; the guard was asked when
        the act began, and reads over the first one. Raises `DamagedStore`, `StoreBusy`.
        """
        with told(self.folder):
            connection = connect_with(self.folder, self.keys, read_only=True)
            another = copy.copy(self)
            another.connection, another.guard = connection, lambda: None
            another.seen = self.seen.over(connection)
            return another

    def read_on(self) -> bool:
        """Where damage was met, read on over another connection, since one that met it reads nothing more.

        What cannot be read is refused each time; nothing is written any more (`StoreInfo.damaged`), until the store is
        opened anew. Whether it came to that; a store that was closed meanwhile reads nothing on. Raises
        `DamagedStore`, `StoreBusy`.
        """
        with self._turn:
            if self.keys.are_wiped() or self.connection.in_transaction or is_intact(self.connection):
                return False
            met, self.connection = self.connection, self.afresh().connection
            self.info = dataclasses.replace(self.info, read_only=True, damaged=True)
            met.close()
            self.seen = self.seen.over(self.connection)
            return True

    def close(self) -> None:
        """Close the file and wipe the keys, once whoever is at it has ended; a second time does nothing."""
        with self._turn:
            self.seen.note()
            self.connection.close()
            self.keys.wipe()

    def devote_to_training(self) -> bool:
        """Make an empty store one for made-up records, for good; False where it holds anything already."""
        with self.writing() as connection:
            held = connection.execute(
                "SELECT EXISTS (SELECT 1 FROM incident) OR EXISTS (SELECT 1 FROM detention)"
                " OR EXISTS (SELECT 1 FROM draft)"
            )
            if held.fetchone()[0]:
                return False
            meta.write(connection, origin.TRAINING, "1")
            origin.seal(connection, self.keys)
            outline.note(connection, self.folder, self.keys)
        self.info = dataclasses.replace(self.info, training=True)
        return True

    def look_at_places(self) -> None:
        """Know the packs of places that were taken in since, by this window or another, or by a write undone.

        Whoever holds the gazetteer has the new places too.
        """
        newest = place_packs.newest(self.connection)
        if newest != self._newest_pack:
            self._newest_pack = newest
            self.gazetteer.become(places.gazetteer(self.connection))
            self.boundaries = place_packs.boundaries(self.connection)

    def look_again(self) -> None:
        """Read anew what the store says about itself, which another window may have changed, or a rollback undone."""
        with told(self.folder):
            found = _info(self.connection, self.folder, read_only=self.info.read_only)
            self.info = dataclasses.replace(
                found, full=self.info.full, unread=self.info.unread, damaged=self.info.damaged
            )

    def ensure_writable(self) -> None:
        """Raise `ReadOnlyFolder`, `FullToRead` or `DamagedStore` where it is open for reading alone."""
        if self.info.damaged:
            raise DamagedStore(name=self.info.name)
        if self.info.read_only:
            raise FullToRead if self.info.full else ReadOnlyFolder(name=self.info.name)

    @contextmanager
    def writing(self, *, guarded: bool = True) -> "Iterator[Connection]":
        """One transaction for a write: all of it is kept, or nothing. Errors of the world become refusals.

        What it adds to the history is signed at its end.
        """
        self.ensure_writable()
        with self._turn:
            if _identity(self.folder) != self._file:
                raise StoreGone(name=self.info.name)
            inside, stands = self.connection.in_transaction, False
            if not inside:
                ballast.make_ready(self.folder)
            try:
                with self._transaction("IMMEDIATE", writing=True, guarded=guarded) as connection, self._signed():
                    yield connection
                stands = True
            except DiskFull as full:
                if inside or not ballast.release(self.folder):
                    raise
                raise SpareRoomGiven(**full.values) from full
            finally:
                if not inside:
                    self._follow_up(stands)
            if not inside:
                self.seen.note(now=False)

    def once_written(self, act: Callable[[], object], otherwise: Callable[[], object]) -> None:
        """Do something as soon as what is being written stands in the store; if it does not, something else."""
        self._afterwards.append((act, otherwise))

    def _follow_up(self, stands: bool) -> None:
        acts, self._afterwards = self._afterwards, []
        if stands:
            with told(self.folder, writing=True):
                for act, _ in acts:
                    act()
            return
        for _, otherwise in reversed(acts):
            with suppress(OSError):  # why it does not stand is what a person is told
                otherwise()

    @contextmanager
    def _signed(self) -> Iterator[None]:
        """The history that is added, signed as a whole by the outermost of nested writes."""
        if self._writes:
            yield
            return
        before = history.newest(self.connection)
        self._writes = True
        try:
            with history.acting(self.holder.user):
                yield
            signing.sign(self.connection, self.keys, before)
        finally:
            self._writes = False

    @contextmanager
    def reading(self) -> "Iterator[Connection]":
        """One state of the store for several reads, whatever another window saves meanwhile."""
        with self._transaction("DEFERRED") as connection:
            yield connection

    @contextmanager
    def _transaction(self, kind: str, *, writing: bool = False, guarded: bool = True) -> "Iterator[Connection]":
        with self._turn, told(self.folder, writing=writing):
            if self.connection.in_transaction:  # a read inside a write sees what was written
                yield self.connection
                return
            with whole(self.connection, kind):
                if guarded:
                    self.guard()
                yield self.connection

    def stamp(self) -> tuple[int, int]:
        """Differs from an earlier stamp once anything in the store was changed, by this window or another."""
        with told(self.folder):
            others = self.connection.execute("PRAGMA data_version").fetchone()[0]
            return int(others), self.connection.total_changes


def _identity(folder: Path) -> tuple[int, int] | None:
    """Which file it is that stands there under the name of a store: what was opened can be written to without it."""
    try:
        found = (folder / DATABASE).stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _info(connection: "Connection", folder: Path, *, read_only: bool) -> StoreInfo:
    return StoreInfo(
        name=folder.stem,
        office=meta.read(connection, "office"),
        training=bool(meta.read(connection, "training")),
        read_only=read_only,
        created=dt.datetime.fromisoformat(meta.read(connection, "created")),
    )
