"""Backups of the open store: made, listed, and how old the last good one is."""

import datetime as dt
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from snhr_desktop.domain import rights
from snhr_desktop.errors import Refusal
from snhr_desktop.store import history, keyslots
from snhr_desktop.store.backups import book, vault
from snhr_desktop.store.backups.disk import same_disk
from snhr_desktop.store.backups.making import Stop, make
from snhr_desktop.store.backups.names import CLOSING, IMPORT
from snhr_desktop.store.backups.place import find, mark
from snhr_desktop.store.backups.refusals import PlaceGone
from snhr_desktop.store.backups.vault import Backup
from snhr_desktop.store.layout import DATABASE
from snhr_desktop.workspace.door import Door

EVERY = dt.timedelta(days=1)
"""How often a backup is made by itself while the store is open and its place is there."""
AT_MOST_EVERY = dt.timedelta(hours=1)
"""How soon after the last one another is made on closing."""
TOO_OLD = dt.timedelta(days=7)
"""From when on a person is told that the last backup is too old."""
SMALL = 32 << 20
"""Bytes of a store up to which a backup on closing takes about a second; a larger one waits for the next opening."""

_ROOMY = 10
"""How many times the store's size has to be free for copies to be made in its own folder by themselves."""

Volumes = Iterable[tuple[Path, str]]
"""Disks and sticks that are plugged in: the root of each, and the path in it where the place may be."""


@dataclass(frozen=True)
class Safety:
    """How the store is backed up.

    `folder` is the store's own, `place` is what was chosen, `there` where it is now. `last` is the moment of the last
    verified backup there, `saved_since` whether anything was saved after it. `free` are bytes on the store's disk.
    """

    folder: Path
    place: Path | None
    there: Path | None
    last: dt.datetime | None
    saved_since: bool
    outside: tuple[Backup, ...]
    inside: tuple[Backup, ...]
    free: int
    free_there: int | None
    same_disk: bool

    @property
    def inside_last(self) -> dt.datetime | None:
        """When the last verified copy in the store's own folder was made."""
        return _last_of(self.inside)

    def age(self, now: dt.datetime) -> dt.timedelta | None:
        """How old the last verified backup at the place is; None where there is none, or none that the clock knows."""
        return now - self.last if self.last and self.last <= now + dt.timedelta(hours=1) else None

    def is_too_old(self, now: dt.datetime) -> bool:
        """Whether a person is to be told."""
        age = self.age(now)
        return age is None or (age > TOO_OLD and self.saved_since)


class BackupDoor(Door):
    """Every act here is safe on any thread: it works on a connection of its own."""

    def safety(self, volumes: Volumes = ()) -> Safety:
        """How the store is backed up, as of now."""
        noted = book.read(self._store_id())
        place = Path(noted.place) if noted.place else None
        there = find(place, noted.identity, volumes) if place else None
        folder, keys = self._store.folder, self._store.keys
        outside = vault.backups(vault.outside(there, self._store_id()), keys) if there else ()
        last = _last_of(outside) if there else _moment(noted.at)  # what is there counts, and not what was
        heads = {one.label.head for one in outside[:1] if one.label and one.verified}
        return Safety(
            folder=folder,
            place=place,
            there=there,
            last=last,
            saved_since=self._head() not in (heads if there else {noted.head}),
            outside=outside,
            inside=vault.backups(vault.inside(folder), keys),
            free=shutil.disk_usage(folder).free,
            free_there=shutil.disk_usage(there).free if there else None,
            same_disk=there is not None and same_disk(there, folder),
        )

    def choose_backup_place(self, place: Path, within: str = "") -> None:
        """Keep backups in a folder from now on; `within` is its path inside its volume.

        Raises `NotYourRole`, `NotABackupPlace`.
        """
        self._require(rights.BACKUPS)
        identity = mark(place, self._store.folder)
        noted = book.read(self._store_id())
        if noted.identity != identity:
            noted = book.Noted()
        book.write(self._store_id(), replace(noted, place=str(place), identity=identity, within=within))

    def backup_place(self, volumes: Volumes = ()) -> Path | None:
        """Where the place chosen is now, if it is there; cheap enough to be asked again and again."""
        noted = book.read(self._store_id())
        return find(Path(noted.place), noted.identity, volumes) if noted.place else None

    def backup_within(self) -> str:
        """The path of the place inside its volume, to look for it on others."""
        return book.read(self._store_id()).within

    def back_up(self, why: str, volumes: Volumes = (), stop: Stop | None = None) -> Backup:
        """Make a backup at the place chosen, or in the store's own folder where none was chosen.

        Raises `PlaceGone` and what `making.make` raises.
        """
        noted = book.read(self._store_id())
        if not noted.place:
            return self.back_up_inside(why, stop)
        there = find(Path(noted.place), noted.identity, volumes)
        if there is None:
            raise PlaceGone(name=Path(noted.place).name)
        made = self._made_in(there, why, stop)
        label = made.label
        latest = book.read(self._store_id())  # another place may have been chosen while this one was written to
        if label and latest.identity == noted.identity:
            book.write(self._store_id(), replace(latest, place=str(there), at=label.verified_at, head=label.head))
        return made

    def back_up_to(self, place: Path, why: str, stop: Stop | None = None) -> Backup:
        """Make a backup in any folder: a copy of everything where somebody wants it, as choosing a place makes one.

        Raises `NotYourRole`, `NotABackupPlace` and so on.
        """
        self._require(rights.BACKUPS)
        return self._made_in(place, why, stop)

    def _made_in(self, place: Path, why: str, stop: Stop | None) -> Backup:
        mark(place, self._store.folder)
        return make(self._store.folder, self._store.keys, vault.outside(place, self._store_id()), why, stop)

    def back_up_inside(self, why: str, stop: Stop | None = None) -> Backup:
        """Make a backup in the store's own folder."""
        return make(self._store.folder, self._store.keys, vault.inside(self._store.folder), why, stop)

    def back_up_before_import(self, wanted: Callable[[], bool]) -> None:
        """Put the store aside before much of it may change; not where it stands aside as it is, or has no room.

        It ends once the import is not `wanted` any more.

        Whatever refuses it does not refuse the import, which is one transaction and undone as a whole if it fails.
        """
        if self._is_set_aside():
            return
        try:
            self.back_up_inside(IMPORT, Stop.unless(wanted))
        except Refusal:
            return

    def back_up_on_closing(self) -> None:
        """Put the store aside where that is quick and was not done within the hour; a person waits for this.

        Raises what `making.make` raises, and what reading the store does.
        """
        small = (self._store.folder / DATABASE).stat().st_size <= SMALL
        if self._store.info.read_only or not small or self._is_set_aside() or self._was_within(AT_MOST_EVERY):
            return
        self.back_up_inside(CLOSING)

    def copy_is_due(self, safety: Safety, now: dt.datetime) -> bool:
        """Whether a copy in the store's own folder is to be made by itself now: daily, where the disk has much room."""
        if self._store.info.read_only or self._is_set_aside():
            return False
        last = safety.inside_last
        roomy = safety.free > _ROOMY * (self._store.folder / DATABASE).stat().st_size
        return roomy and (last is None or not dt.timedelta() <= now - last < EVERY)

    def backup_is_due(self, safety: Safety, now: dt.datetime, *, came: bool = False) -> bool:
        """Whether one is to be made by itself now: the place is there, something was saved, the last is a day old.

        Where the place has just come, whatever was saved is enough: it may be gone again in a minute.
        """
        if self._store.info.read_only or not safety.there or not safety.saved_since:
            return False
        age = safety.age(now)
        return came or age is None or age >= EVERY

    def _is_set_aside(self) -> bool:
        held = vault.backups(vault.inside(self._store.folder), self._store.keys)[:1]
        return any(one.verified and one.label is not None and one.label.head == self._head() for one in held)

    def _was_within(self, span: dt.timedelta) -> bool:
        last = _last_of(vault.backups(vault.inside(self._store.folder), self._store.keys))
        return last is not None and dt.timedelta() <= dt.datetime.now(dt.UTC) - last < span

    def _head(self) -> str:
        with self._store.reading() as connection:
            return history.chain_head(connection)

    def _store_id(self) -> str:
        return keyslots.read_keyslots(self._store.folder).store_id


def _last_of(held: Iterable[Backup]) -> dt.datetime | None:
    """The moment of the newest that was verified, in the order of making."""
    return next((_moment(one.label.verified_at) for one in held if one.verified and one.label), None)


def _moment(text: str) -> dt.datetime | None:
    try:
        return dt.datetime.fromisoformat(text) if text else None
    except ValueError:
        return None
