"""The one translation of what SQLite and the file system report into what a person is told.

An error that is ours (a broken constraint, wrong SQL) is no refusal and passes through to be seen.
"""

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from snhr_desktop.errors import DamagedStore, DiskFull, ReadOnlyFolder, Refusal, StoreBusy
from snhr_desktop.store.driver import DatabaseError

_NO_ROOM_LEFT = 1 << 20
"""Bytes free below which a failed write is told as a full disk."""

# Primary result codes of SQLite, https://sqlite.org/rescode.html; the extended ones carry them in the low byte.
_PERM, _BUSY, _LOCKED, _READONLY, _IOERR, _CORRUPT, _FULL, _CANTOPEN, _AUTH, _NOTADB = (
    3,
    5,
    6,
    8,
    10,
    11,
    13,
    14,
    23,
    26,
)
_BY_CODE: dict[int, type[Refusal]] = {
    _PERM: ReadOnlyFolder,
    _READONLY: ReadOnlyFolder,
    _CANTOPEN: ReadOnlyFolder,
    _AUTH: ReadOnlyFolder,
    _BUSY: StoreBusy,
    _LOCKED: StoreBusy,
    _FULL: DiskFull,
    _CORRUPT: DamagedStore,
    _NOTADB: DamagedStore,
    _IOERR: DamagedStore,
}
_WRITING = frozenset({778, 1034, 1290, 1546, 4874})
"""Extended codes of I/O errors while writing, syncing, truncating or growing a file."""
_BY_ERRNO: dict[int, type[Refusal]] = {
    errno.ENOSPC: DiskFull,
    errno.EDQUOT: DiskFull,
    errno.EFBIG: DiskFull,
    errno.EROFS: ReadOnlyFolder,
    errno.EACCES: ReadOnlyFolder,
    errno.EPERM: ReadOnlyFolder,
    errno.EIO: DamagedStore,
}


@contextmanager
def told(folder: Path) -> Iterator[None]:
    """Raise the refusal that an error of the world means, with the error itself behind it."""
    try:
        yield
    except (DatabaseError, OSError) as error:
        refusal = refusal_for(error, folder)
        if refusal is None:
            raise
        raise refusal(name=folder.name) from error


def refusal_for(error: Exception, folder: Path) -> type[Refusal] | None:
    """The refusal an error means, or None where the error is a fault of the program."""
    if isinstance(error, OSError):
        return _BY_ERRNO.get(error.errno or 0)
    code = int(getattr(error, "sqlite_errorcode", 0) or 0)
    if code in _WRITING and _is_full(folder):
        return DiskFull
    return _BY_CODE.get(code & 0xFF)


def _is_full(folder: Path) -> bool:
    try:
        return shutil.disk_usage(folder).free < _NO_ROOM_LEFT
    except OSError:
        return False


def is_writable(path: Path) -> bool:
    """Whether the system would let this process write there."""
    return os.access(path, os.W_OK)
