"""What is written outside a folder, heard from the interpreter itself."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
_CHANGING = {"os.rename", "os.link", "os.symlink", "os.mkdir", "os.remove", "os.rmdir", "os.truncate", "os.chmod"}
_watched: list[tuple[Path, list[str]]] = []


class Fault(Exception):
    """What an input must never bring about."""


@contextmanager
def watching(here: Path) -> Iterator[list[str]]:
    """What is written outside a folder meanwhile."""
    _listen()
    outside: list[str] = []
    _watched.append((here.resolve(), outside))
    try:
        yield outside
    finally:
        _watched.pop()


def _hear(event: str, given: tuple[Any, ...]) -> None:
    if not _watched:
        return
    if event == "open" and isinstance(given[2], int) and given[2] & _WRITING:
        paths = given[:1]
    elif event in _CHANGING:
        paths = given[1:2] if event == "os.symlink" else given[:2]
    else:
        return
    here, outside = _watched[-1]
    for path in paths:
        if isinstance(path, str | bytes | Path) and not _is_within(os.fsdecode(path), here, event):
            outside.append(f"{event} {os.fsdecode(path)}")


def _is_within(path: str, here: Path, event: str) -> bool:
    """Only what is opened goes through a link; everything else is done to the link itself."""
    above, name = os.path.split(path)
    whole = os.path.realpath(path) if event == "open" else f"{os.path.realpath(above)}{os.sep}{name}"
    return whole.startswith(f"{here}{os.sep}") or whole in (str(here), os.devnull)


@cache
def _listen() -> None:
    """From the first time on: a hook stays as long as the process, and each test after it would pay for it."""
    sys.addaudithook(_hear)
