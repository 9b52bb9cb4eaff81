"""A file that somebody hands over: read once, from beginning to end, and refused where it is no plain file."""

import hashlib
import io
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

from snhr_desktop.domain.records.attachment import MOST_BYTES
from snhr_desktop.store.attachments.container import PIECE
from snhr_desktop.store.attachments.folders import files_in
from snhr_desktop.store.attachments.refusals import (
    ChangedWhileRead,
    EmptyFolder,
    FileUnread,
    IntakeStopped,
    NotAFile,
    TooLarge,
)

Progress = Callable[[int, int], object]
"""Hears how many bytes were read, and of how many."""
Wanted = Callable[[], bool]
"""Says no once nobody waits any more."""


def unwatched(_done: int, _whole: int) -> None:
    """For whoever just waits."""


def always() -> bool:
    """For what is not called off."""
    return True


@dataclass(frozen=True)
class Source:
    """An opened file: what it is called, how large it is, and its bytes, to be read once."""

    name: str
    size: int
    file: io.FileIO | io.BytesIO
    said: tuple[int, ...]

    def pieces(self, progress: Progress, wanted: Wanted) -> Iterator[memoryview]:
        """The bytes in full pieces, the last one apart. A piece holds until the one after the next is asked for.

        Raises `FileUnread`, `IntakeStopped`, or `ChangedWhileRead` where the file is another at the end.
        """
        done, turn = 0, cycle((bytearray(PIECE), bytearray(PIECE)))
        while True:
            if not wanted():
                raise IntakeStopped
            piece = self._next(memoryview(next(turn)))
            done += len(piece)
            if done > self.size:
                raise ChangedWhileRead(name=self.name)
            if piece:
                yield piece
                progress(done, self.size)
            if len(piece) < PIECE:
                break
        if done != self.size or self.said != _said(self.file, self.name):
            raise ChangedWhileRead(name=self.name)

    def _next(self, room: memoryview) -> memoryview:
        held = 0
        try:
            while held < len(room) and (more := self.file.readinto(room[held:])):
                held += more
        except OSError as error:
            raise FileUnread(name=self.name) from error
        return room[:held]


@contextmanager
def opened(path: Path) -> Iterator[Source]:
    """A file to be taken in. Raises `FileUnread`, `NotAFile`, `EmptyFolder`, `TooLarge`."""
    flags = os.O_RDONLY
    for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_NOCTTY", "O_BINARY"):  # a pipe must not make us wait
        flags |= getattr(os, name, 0)
    try:
        if path.is_symlink():
            raise NotAFile(name=path.name)
        if path.is_dir():
            os.scandir(path).close()  # one that may not be read is neither
            raise (EmptyFolder if files_in([path]) == (path,) else NotAFile)(name=path.name)
        descriptor = os.open(path, flags)
    except (OSError, ValueError) as error:  # a name with a NUL in it is a ValueError
        raise FileUnread(name=path.name) from error
    found = os.fstat(descriptor)
    if not stat.S_ISREG(found.st_mode):
        os.close(descriptor)
        raise NotAFile(name=path.name)
    with os.fdopen(descriptor, "rb", buffering=0) as file:
        if found.st_size > MOST_BYTES:
            raise TooLarge(path.name)
        yield Source(path.name, found.st_size, file, _said(file, path.name))


def fingerprint(path: Path, wanted: Wanted) -> str:
    """SHA-256 of a file, in hex. Raises what `opened` and `pieces` raise."""
    whole = hashlib.sha256()
    with opened(path) as one:
        for piece in one.pieces(unwatched, wanted):
            whole.update(piece)
    return whole.hexdigest()


@contextmanager
def made(content: bytes, name: str) -> Iterator[Source]:
    """What the program made itself, as if it were handed over."""
    yield Source(name, len(content), io.BytesIO(content), ())


def _said(file: io.FileIO | io.BytesIO, name: str) -> tuple[int, ...]:
    """What the system says of a file that another program would change by writing to it."""
    if isinstance(file, io.BytesIO):
        return ()
    try:
        found = os.fstat(file.fileno())
    except OSError as error:
        raise FileUnread(name=name) from error
    return found.st_size, found.st_mtime_ns, found.st_ino, found.st_dev
