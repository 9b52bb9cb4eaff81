"""The encrypted files in their folder: written beside, moved into place before their row is saved, never removed.

A file whose row was never saved (the power went between the two) stays where it is, and `verify` tells of it: a store
that was put aside for a backup may have the row. Only what was never finished is removed.
"""

import hashlib
import hmac
import os
import secrets
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from snhr_desktop.store import files
from snhr_desktop.store.attachments.container import KEY, Sealer, sealed_size
from snhr_desktop.store.attachments.leftovers import UNFINISHED
from snhr_desktop.store.attachments.refusals import NoRoomForFile
from snhr_desktop.store.attachments.source import Progress, Source, Wanted
from snhr_desktop.store.layout import ATTACHMENTS

_SPARE = 16 << 20
"""Bytes that a disk must have left beside a file, so that its row and the next save find room."""
_MB = 1 << 20


@dataclass(frozen=True)
class Written:
    """A file encrypted and on disk, not yet in its place: fingerprint of the untouched original, size, key, path."""

    sha256: str
    size: int
    key: bytes
    path: Path

    def drop(self) -> None:
        """Remove it, where it is not in its place by now."""
        self.path.unlink(missing_ok=True)


def write(folder: Path, source: Source, progress: Progress, wanted: Wanted) -> Written:
    """Encrypt a file into the folder of a store, taking its fingerprint in the same pass.

    Raises what reading it raises, `NoRoomForFile`, `OSError`; nothing is left behind then.
    """
    room = folder / ATTACHMENTS
    room.mkdir(mode=files.FOLDER_MODE, exist_ok=True)
    _check_room(room, source)
    path = room / f".{secrets.token_hex(8)}{UNFINISHED}"
    key = secrets.token_bytes(KEY)
    try:
        files.make_file(path)
        with path.open("r+b", buffering=0) as target:
            sha256 = _pour(source, Sealer.new(key), target, progress, wanted)
            os.fsync(target.fileno())
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return Written(sha256, source.size, key, path)


def place(folder: Path, naming: bytes, written: Written) -> str:
    """Move a file to its place; returns the name it has there. The name tells nobody which file it is.

    A place that is taken is left alone: its row may stand in a store that was put aside.
    """
    for turn in range(1_000):
        name = hmac.new(naming, f"{written.sha256}/{turn}".encode(), hashlib.sha256).hexdigest()
        path = path_of(folder, name)
        if not path.exists():
            if not path.parent.is_dir():
                files.make_folder(path.parent)
            written.path.rename(path)
            files.sync_folder(path.parent)
            return name
    raise FileExistsError(written.path)


def path_of(folder: Path, name: str) -> Path:
    """Where the file of a name lies."""
    return folder / ATTACHMENTS / name[:2] / name


def placed(folder: Path) -> Iterator[Path]:
    """Every file that was moved to its place."""
    for path in sorted((folder / ATTACHMENTS).glob("??/*")):
        if path.is_file() and not path.is_symlink() and not path.name.startswith("."):
            yield path


def _check_room(room: Path, source: Source) -> None:
    needed, free = sealed_size(source.size) + _SPARE, shutil.disk_usage(room).free
    if needed > free:
        raise NoRoomForFile(name=source.name, needed=-(-needed // _MB), free=free // _MB)


def _pour(source: Source, sealer: Sealer, target: BinaryIO, progress: Progress, wanted: Wanted) -> str:
    digest = hashlib.sha256()

    def hashed() -> Iterator[memoryview]:
        for piece in source.pieces(progress, wanted):
            digest.update(piece)
            yield piece

    for part in sealer.seal(hashed()):
        left = part
        while left:
            left = left[target.write(left) :]
    return digest.hexdigest()
