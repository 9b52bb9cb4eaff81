"""Where the backups of one store lie, and which there are."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from snhr_desktop.store import files
from snhr_desktop.store.backups.alike import is_alike
from snhr_desktop.store.backups.label import Label
from snhr_desktop.store.backups.names import UNFINISHED, Name
from snhr_desktop.store.backups.refusals import BackupUnderWay
from snhr_desktop.store.backups.rotation import INSIDE, OUTSIDE, Keep
from snhr_desktop.store.keys import Keys
from snhr_desktop.store.layout import ATTACHMENTS, BACKUPS, DATABASE

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

IN_PLACE = "snhr-backups"
_LOCK = ".making"


@dataclass(frozen=True)
class Vault:
    """`root` holds a folder for each backup; `attachments` the files they share.

    `copies` says whether the attachments are copied there: inside the store they are its own.
    """

    root: Path
    attachments: Path
    keep: Keep
    copies: bool

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Be the only one that makes or removes backups here. Raises `BackupUnderWay`."""
        descriptor = os.open(self.root / _LOCK, os.O_RDWR | os.O_CREAT, files.FILE_MODE)
        with os.fdopen(descriptor, "r+b") as file:
            try:
                if sys.platform == "win32":
                    msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
                else:
                    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as error:
                raise BackupUnderWay from error
            (self.root / _LOCK).chmod(files.FILE_MODE)
            yield

    def make(self) -> None:
        """Make the folders where they are missing."""
        for folder in (self.root.parent, self.root, *((self.attachments,) if self.copies else ())):
            if not folder.is_dir():
                files.make_folder(folder)

    def names(self) -> tuple[Name, ...]:
        """The backups that are whole, in the order of making."""
        return tuple(sorted(name for path in _folders(self.root) if (name := Name.parse(path.name))))

    def unfinished(self) -> tuple[Path, ...]:
        """What a killed program left half made."""
        return tuple(path for path in _folders(self.root) if path.name.endswith(UNFINISHED))


@dataclass(frozen=True)
class Backup:
    """One backup. `label` is None where the keys at hand do not open what it says of itself.

    `alike` says that it was opened with them just now, and is the one that the label was written for.
    """

    name: Name
    folder: Path
    attachments: Path
    size: int
    label: Label | None
    alike: bool = False

    @property
    def verified(self) -> bool:
        """Whether it was opened and compared after it was made, and is still what it was then."""
        return self.label is not None and bool(self.label.verified_at) and self.alike and not self.label.changed


def inside(folder: Path) -> Vault:
    """The ring of backups inside a store's own folder."""
    return Vault(folder / BACKUPS, folder / ATTACHMENTS, INSIDE, copies=False)


def outside(place: Path, store_id: str) -> Vault:
    """The backups of a store in a place that a person chose, which other stores may share."""
    root = place / IN_PLACE / store_id[:16]
    return Vault(root, root / ATTACHMENTS, OUTSIDE, copies=True)


def backups(vault: Vault, keys: Keys | None) -> tuple[Backup, ...]:
    """The backups there, the newest first; what they say of themselves only with the keys of their store."""
    found = (_backup(vault, name, keys) for name in reversed(vault.names()))
    return tuple(backup for backup in found if backup)


def found_in(place: Path) -> tuple[Backup, ...]:
    """All backups of any store at or under a folder: a place, one store's folder in it, or one backup itself."""
    roots = {place, place / BACKUPS, *_folders(place / IN_PLACE), *_folders(place)}
    if Name.parse(place.name):
        return tuple(one for one in _all_in(place.parent) if one.folder.name == place.name)
    found = (backup for root in sorted(roots) for backup in _all_in(root))
    return tuple(sorted(found, key=lambda one: (one.name.at, one.name.number), reverse=True))


def _all_in(root: Path) -> tuple[Backup, ...]:
    shared = root / ATTACHMENTS
    within = shared if shared.is_dir() else root.parent / ATTACHMENTS
    return backups(Vault(root, within, OUTSIDE, copies=False), None)


def _backup(vault: Vault, name: Name, keys: Keys | None) -> Backup | None:
    folder = vault.root / str(name)
    try:
        size = (folder / DATABASE).stat().st_size
    except OSError:
        return None
    label = Label.read(folder, keys) if keys else None
    alike = keys is not None and label is not None and is_alike(folder, label, keys)
    return Backup(name, folder, vault.attachments, size, label, alike)


def _folders(root: Path) -> tuple[Path, ...]:
    try:
        return tuple(path for path in root.iterdir() if path.is_dir() and not path.is_symlink())
    except OSError:
        return ()
