"""A disk on which there is no room for one more name: what the system says where a folder would have to grow."""

import errno
import os
import sys
from functools import cache
from pathlib import Path
from typing import Any

_MAKING = {"os.link": 1, "os.mkdir": 0, "os.symlink": 1}
_left: list[tuple[Path, int]] = []


def allow(disk: Path, names: int) -> None:
    """Let so many names more be given on a disk; the first that is too many is refused, and from then on new ones.

    What is moved later is not: it takes the room of the name that it had.
    """
    _listen()
    _left[:] = [(disk, names)]


def allow_all() -> None:
    """There is room again."""
    _left.clear()


def _hear(event: str, given: tuple[Any, ...]) -> None:
    if not _left:
        return
    disk, names = _left[0]
    if event == "open":
        makes = isinstance(given[0], str | bytes | os.PathLike) and isinstance(given[2], int) and given[2] & os.O_CREAT
        path = given[0] if makes and not os.path.lexists(given[0]) else None
    elif event == "os.rename":
        path = given[1] if names >= 0 else None
    else:
        path = given[_MAKING[event]] if event in _MAKING else None
    if isinstance(path, str | bytes | os.PathLike) and os.fsdecode(path).startswith(f"{disk}{os.sep}"):
        _left[:] = [(disk, names - 1)]
        if names <= 0:
            _left[:] = [(disk, -1)]
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), path)


@cache
def _listen() -> None:
    """From the first time on: a hook stays as long as the process, and each test after it would pay for it."""
    sys.addaudithook(_hear)
