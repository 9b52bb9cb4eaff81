"""Two folders change places, so that a program killed at any moment leaves the one or the other in its place.

Where the system can exchange two names at once, it does. Elsewhere what is going on is written down first, and put
right when the store is opened next.
"""

import ctypes
import json
import os
import sys
from contextlib import suppress
from pathlib import Path

from snhr_desktop.store import files

_AT_FDCWD, _EXCHANGE = -100, 2


def swap(one: Path, other: Path) -> None:
    """Let two folders beside each other change places. Raises `OSError`; then both are where they were.

    Where even that is refused, it is put right when the store is opened next.
    """
    if not _exchanged(one, other):
        before = one.stat()
        try:
            _in_steps(one, other)
        except OSError:
            finish(one)
            if os.path.samestat(one.stat(), before):
                raise
    files.sync_folder(one.parent)


def finish(folder: Path) -> None:
    """Put right what was cut off between two steps: the folder in its place is the one that was there before."""
    note = _note(folder)
    try:
        said = json.loads(note.read_bytes())
        waiting, other = folder.with_name(str(said["waiting"])), folder.with_name(str(said["other"]))
    except (OSError, ValueError, KeyError, TypeError):
        return
    if waiting.is_dir():
        waiting.rename(other if folder.exists() else folder)
    note.unlink()
    files.sync_folder(folder.parent)


def _in_steps(one: Path, other: Path) -> None:
    waiting = one.with_name(f".{one.name}.waiting")
    files.replace_file(_note(one), json.dumps({"waiting": waiting.name, "other": other.name}).encode())
    one.rename(waiting)
    other.rename(one)
    waiting.rename(other)
    _note(one).unlink()


def _note(folder: Path) -> Path:
    return folder.with_name(f".{folder.name}.swap")


def _exchanged(one: Path, other: Path) -> bool:
    with suppress(OSError, AttributeError):
        library = ctypes.CDLL(None, use_errno=True)
        names = os.fsencode(one), os.fsencode(other)
        if sys.platform == "darwin":
            return bool(library.renamex_np(*names, _EXCHANGE) == 0)
        if sys.platform == "linux":
            return bool(library.renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _EXCHANGE) == 0)
    return False
