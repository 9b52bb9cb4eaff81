"""The one translation of what SQLite and the file system report into what a person is told.

An error that is ours (a broken constraint, wrong SQL) is no refusal and passes through to be seen.
"""

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from snhr_desktop.errors import DamagedStore, DiskFull, ReadOnlyFolder, Refusal, StoreBusy, WriteFailed
from snhr_desktop.store.checking import NO_SENSE
from snhr_desktop.store.driver import DatabaseError, is_io_error

_NO_ROOM_LEFT = 1 << 20
"""Bytes free below which a failed write is told as a full disk."""

# Primary result codes, as https://sqlite.org/rescode.html numbers them.
_BY_CODE: dict[int, type[Refusal]] = {
    3: ReadOnlyFolder,  # SQLITE_PERM
    5: StoreBusy,  # SQLITE_BUSY
    6: StoreBusy,  # SQLITE_LOCKED
    8: ReadOnlyFolder,  # SQLITE_READONLY
    11: DamagedStore,  # SQLITE_CORRUPT
    13: DiskFull,  # SQLITE_FULL
    14: ReadOnlyFolder,  # SQLITE_CANTOPEN: no room or no right to make the files beside it
    26: DamagedStore,  # SQLITE_NOTADB
}
_BY_ERRNO: dict[int, type[Refusal]] = {
    errno.ENOSPC: DiskFull,
    errno.EDQUOT: DiskFull,
    errno.EFBIG: DiskFull,
    errno.EROFS: ReadOnlyFolder,
    errno.EACCES: ReadOnlyFolder,
    errno.EPERM: ReadOnlyFolder,
    errno.EISDIR: ReadOnlyFolder,  # a file was to be written where a folder of that name is
    errno.ENOTDIR: ReadOnlyFolder,
    errno.ENAMETOOLONG: ReadOnlyFolder,
    errno.EIO: DamagedStore,
}


@contextmanager
def told(folder: Path, *, writing: bool = False) -> Iterator[None]:
    """Raise the refusal that an error of the world means, with the error itself behind it.

    `writing` says what was going on, since an I/O error does not tell whether it met a read or a write.
    """
    try:
        yield
    except (DatabaseError, OSError) as error:
        refusal = refusal_for(error, folder, writing=writing)
        if refusal is None:
            raise
        raise refusal(name=folder.name) from error


@contextmanager
def sensible(folder: Path) -> Iterator[None]:
    """Raise `DamagedStore` where what stands in a store, changed behind the back of the program, makes no sense."""
    try:
        yield
    except NO_SENSE as error:
        raise DamagedStore(name=folder.name) from error


def refusal_for(error: Exception, folder: Path, *, writing: bool = False) -> type[Refusal] | None:
    """The refusal an error means, or None where the error is a fault of the program."""
    if isinstance(error, OSError):
        return _BY_ERRNO.get(error.errno or 0)
    if not is_io_error(error):
        return _BY_CODE.get(int(getattr(error, "sqlite_errorcode", 0) or 0) & 0xFF)
    if is_full(folder):
        return DiskFull
    return WriteFailed if writing else DamagedStore


def is_full(folder: Path) -> bool:
    """Whether next to nothing is free on a disk: what fails there most likely fails for that."""
    try:
        return shutil.disk_usage(folder).free < _NO_ROOM_LEFT
    except OSError:
        return False


def is_writable(path: Path) -> bool:
    """Whether the system would let this process write there."""
    return os.access(path, os.W_OK)
