"""The number of wrong tries that destroys the keys of a store, as this computer knows it, and how many there were.

While a store is locked nothing in its folder can be trusted: whoever can write there plants a limit of one, or a count
just below it, and has the next mistyped passphrase destroy the keys. So both are kept apart from the folder, in the
folder of settings of whoever opened the store last: the limit as it stands inside what is encrypted, noted at every
opening. It holds on computers where the store was opened since it was set, and nowhere else. It is never below
`LEAST`, so that a few slips never destroy anything.

What remains: somebody who can write to the store's folder can delete its keys outright, and a backup is the answer to
that; somebody who can write to the settings, or takes the folder elsewhere, evades the limit, and what holds then is
the cost of each guess.
"""

import hashlib
import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import platformdirs

from snhr_desktop.errors import Refusal
from snhr_desktop.store import files, keyslots, turns

LEAST = 5
"""No limit is lower."""
_LONGEST = 5.0
"""Seconds to wait for the count of another store to be written."""


@dataclass(frozen=True)
class Tries:
    """The limit of one store, 0 for none, and the wrong tries on this computer since it was last opened."""

    limit: int = 0
    wrong: int = 0


def sane(limit: int) -> int:
    """A limit that may be set: none, or `LEAST` at the least."""
    return max(LEAST, limit) if limit > 0 else 0


def of(folder: Path) -> Tries:
    """What is known here of a store; nothing where the file is not there or says nothing that can be read."""
    said = _all(_path()).get(_name(folder))
    try:
        found = Tries(int(said["limit"]), int(said["wrong"])) if isinstance(said, dict) else Tries()
    except (KeyError, TypeError, ValueError, OverflowError):
        return Tries()
    return Tries(sane(found.limit), max(0, found.wrong))


def note(folder: Path, limit: int) -> None:
    """Know the limit that an open store says, and begin to count anew."""
    _write(folder, Tries(sane(limit)))


def count(folder: Path, wrong: int) -> None:
    """Know how many wrong tries there were by now. Where nothing can be written, nothing can be counted."""
    _write(folder, replace(of(folder), wrong=wrong))


def _write(folder: Path, tries: Tries) -> None:
    if tries == of(folder):
        return
    path = _path()
    with suppress(OSError):
        path.parent.mkdir(mode=files.FOLDER_MODE, parents=True, exist_ok=True)
    with suppress(OSError), turns.alone(path.parent, _LONGEST):  # other stores have their counts in the same file
        files.replace_file(path, json.dumps({**_all(path), _name(folder): asdict(tries)}, indent=1).encode())


def _name(folder: Path) -> str:
    """A copy elsewhere, a backup that is opened among them, has a count and a limit of its own."""
    try:
        store_id = keyslots.read_keyslots(folder).store_id
    except (Refusal, OSError):
        store_id = ""
    return hashlib.sha256(f"{store_id}\n".encode() + os.fsencode(os.path.realpath(folder))).hexdigest()


def _path() -> Path:
    return platformdirs.user_config_path("snhr-desktop") / "tries.json"


def _all(path: Path) -> dict[str, Any]:
    try:
        held = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return held if isinstance(held, dict) else {}
