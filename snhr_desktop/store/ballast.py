"""Ballast: a file in the store folder that takes up room, so that a full disk still has room for the save in hand.

It is let go before a write that finds next to nothing free, or when a write was refused, and is made again once there
is room. A save takes some hundred kilobytes of log; the log, of 4 MB at most when it is put into the file of the
store, may need as much there once more. Measured: 8 MB are enough for both, for what is typed after it, and for
closing the store.
"""

import os
import shutil
from contextlib import suppress
from pathlib import Path

from snhr_desktop.store import files
from snhr_desktop.store.layout import BALLAST

SIZE = 8 << 20
"""Bytes kept back."""
LOW = 2 << 20
"""Bytes free on the disk below which a write lets go of the ballast before it begins."""
AMPLE = 64 << 20
"""Bytes that stay free besides, where ballast is made again."""

_PIECE = 1 << 20


def is_kept(folder: Path) -> bool:
    """Whether the room is kept back now."""
    try:
        return (folder / BALLAST).stat().st_size >= SIZE
    except OSError:
        return False


def keep(folder: Path) -> bool:
    """Keep the room back, unless it is already or the disk is too full for it; whether it is afterwards."""
    if is_kept(folder):
        return True
    with suppress(OSError):
        if _free(folder) >= SIZE + AMPLE:
            release(folder)
            _make(folder / BALLAST)
    return is_kept(folder)


def release(folder: Path) -> bool:
    """Give the room free; False where there was none to give."""
    try:
        (folder / BALLAST).unlink()
    except OSError:
        return False
    return True


def make_ready(folder: Path) -> None:
    """Before a write: see that there is room for it, and keep room back again where there is plenty."""
    try:
        short = _free(folder) < LOW
    except OSError:  # the write itself will tell what is wrong
        return
    if short:
        release(folder)
    else:
        keep(folder)


def _make(path: Path) -> None:
    """Blocks that are really taken: set aside by the system where it can, and no zeros that it might leave out."""
    try:
        files.make_file(path)
        with path.open("r+b", buffering=0) as file:
            if hasattr(os, "posix_fallocate"):
                os.posix_fallocate(file.fileno(), 0, SIZE)
            for start in range(0, SIZE, _PIECE):
                file.write(os.urandom(min(_PIECE, SIZE - start)))
            os.fsync(file.fileno())
    except OSError:
        path.unlink(missing_ok=True)
        raise


def _free(folder: Path) -> int:
    return shutil.disk_usage(folder).free
