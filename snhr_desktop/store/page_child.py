"""Every page of a file held against its seal, in a process of its own: it is ended at once when nobody waits for it.

It gets the key of the seals through its pipe, and none by which anything could be read. A word is what SQLCipher says
of a page, or None at the end.
"""

import os
import signal
import time
from collections.abc import Iterator
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import IO

from snhr_desktop.process import keep_private
from snhr_desktop.store.sealed_pages import PAGE, Seal
from snhr_desktop.store.wiping import wipe

NOT_HELD = "HMAC verification failed for page {number}"
CUT = "page {number} has an invalid size of {size} bytes (expected 4096 bytes)"
LOCKS = (1 << 30) // PAGE + 1
"""The page that locks are set on: nothing is ever written to it."""
_AT_ONCE = 256
_LOOKS, _PAUSE = 3, 0.05
"""How often a page is read, seconds apart: another window may be writing it just then."""


def serve(there: Connection, path: str) -> None:
    """Tell of every page that is not as it was written. Ends with the process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a Ctrl+C in the terminal is for whoever asked to take
    keep_private()
    with suppress(OSError, EOFError):  # nobody wants it any more, or the file is gone: it ends without its last word
        key = there.recv_bytes()
        seal = Seal(key)
        wipe(key)
        for word in faults(Path(path), seal):
            there.send(word)
        there.send(None)


def faults(path: Path, seal: Seal) -> Iterator[str]:
    """What is to be said of each page that is not as it was written. Raises `OSError`."""
    with path.open("rb") as file:
        size, first = os.fstat(file.fileno()).st_size, 1
        while first <= size // PAGE:
            part = memoryview(_read(file, first, _AT_ONCE))
            for at in range(len(part) // PAGE):
                number = first + at
                page = part[at * PAGE : (at + 1) * PAGE]
                if number != LOCKS and not seal.holds(number, page) and not _holds_now(file, number, seal):
                    yield NOT_HELD.format(number=number)
            first += _AT_ONCE
        if size % PAGE:
            yield CUT.format(number=size // PAGE + 1, size=size % PAGE)


def _read(file: IO[bytes], first: int, pages: int) -> bytes:
    """As many pages as there are; an empty one for each that the disk does not give."""
    try:
        file.seek((first - 1) * PAGE)
        return file.read(pages * PAGE)
    except OSError:
        if pages == 1:
            return bytes(PAGE)
        return b"".join(_read(file, first + at, 1) for at in range(pages))


def _holds_now(file: IO[bytes], number: int, seal: Seal) -> bool:
    for _ in range(_LOOKS - 1):
        time.sleep(_PAUSE)
        page = _read(file, number, 1)
        if len(page) == PAGE and seal.holds(number, page):
            return True
    return False
