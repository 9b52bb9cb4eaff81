"""Is every page of an encrypted file as it was written? Asked so that it can be broken off at any moment.

SQLCipher's own check cannot: a lock would wait for it with the keys in memory. Nor is the file read here beside the
driver, since closing it would give up the locks of every connection that this process has to it.
"""

import multiprocessing
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection as Pipe
from pathlib import Path
from typing import TYPE_CHECKING

from snhr_desktop.store import page_child
from snhr_desktop.store.keys import Keys
from snhr_desktop.store.sealed_pages import seal_key
from snhr_desktop.store.wiping import wipe

if TYPE_CHECKING:
    from sqlite3 import Connection

LARGE = 16 << 20
"""Bytes from which on a process of its own is begun: a smaller file is read before that would be there."""
_PATIENCE = 0.02
"""Seconds between two looks at whether it is still wanted."""


def page_faults(connection: "Connection", path: Path, keys: Keys, go_on: Callable[[], object]) -> Iterator[str]:
    """What SQLCipher says of each page of a file that is not as it was written; none of a sound file.

    `connection` is to that file. `go_on` is asked all the while, and what it raises ends it. Raises the driver's
    errors, and `OSError`.
    """
    if path.stat().st_size >= LARGE:
        try:
            yield from _apart(path, keys, go_on)
            return
        except (EOFError, ConnectionError):
            go_on()  # no process of its own is to be had
    for (answer,) in connection.execute("PRAGMA cipher_integrity_check").fetchall():
        yield str(answer)


def _apart(path: Path, keys: Keys, go_on: Callable[[], object]) -> Iterator[str]:
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    child = context.Process(target=page_child.serve, args=(there, str(path)), name="pages", daemon=True)
    try:
        child.start()
    except OSError as error:
        raise EOFError from error
    there.close()
    key = seal_key(keys)
    try:
        go_on()  # asked once at least, however soon the other ends
        here.send_bytes(key)
        while (word := _heard(here, go_on)) is not None:
            yield word
    finally:
        wipe(key)
        here.close()
        child.kill()
        child.join()
        child.close()


def _heard(here: Pipe, go_on: Callable[[], object]) -> str | None:
    while not here.poll(_PATIENCE):
        go_on()
    word: str | None = here.recv()
    return word
