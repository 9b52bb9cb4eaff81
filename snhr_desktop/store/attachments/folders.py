"""Many files at once: what a person dropped or chose, folders walked through, nothing outside them reached."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

_LITTER = (".ds_store", "thumbs.db", "desktop.ini")
MOST = 20_000
"""Files of one drop; more are a folder chosen by mistake."""


def files_in(paths: Iterable[Path]) -> tuple[Path, ...]:
    """The files among some paths and in the folders among them, each once, by name.

    Links are listed, to be refused one by one, and never followed: a folder cannot lead outside itself. So is a folder
    that holds no file, and one that cannot be read. What systems leave in every folder is passed over.
    """
    found: dict[Path, None] = {}
    for path in paths:
        for one in _within(path):
            found[one] = None
            if len(found) >= MOST:
                return tuple(found)
    return tuple(found)


def _within(path: Path) -> Iterator[Path]:
    if path.is_symlink() or not path.is_dir():
        yield path
        return
    unread, empty = list[Path](), True
    for folder, inside, names in os.walk(path, onerror=lambda error: unread.append(Path(error.filename))):
        here = Path(folder)
        linked = [name for name in inside if (here / name).is_symlink()]
        inside.sort()
        for name in sorted((*names, *linked)):
            if name.lower() not in _LITTER and not name.startswith("._"):
                empty = False
                yield here / name
    yield from unread
    if empty and not unread:
        yield path
