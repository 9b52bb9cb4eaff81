"""One process at a time at something of a folder. Nothing is written for it, so that it holds in a read-only one too.

The system forgets who had the turn when the process ends, however it ends. Where a file system knows no locks, nobody
is held off.
"""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

if sys.platform != "win32":
    import fcntl

_BETWEEN = 0.02
"""Seconds between two looks at whether it is one's turn."""


@contextmanager
def alone(folder: Path, longest: float) -> Iterator[None]:
    """Be the only one here; whoever is so already would wait in vain.

    Raises `TimeoutError` after so many seconds of waiting.
    """
    if sys.platform == "win32":
        yield
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    except OSError:
        yield
        return
    try:
        _wait(descriptor, time.monotonic() + longest)
        yield
    finally:
        with suppress(OSError):
            fcntl.flock(descriptor, fcntl.LOCK_UN)
        os.close(descriptor)


def _wait(descriptor: int, until: float) -> None:
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= until:
                raise TimeoutError from None
            time.sleep(_BETWEEN)
        except OSError:
            return
        else:
            return
