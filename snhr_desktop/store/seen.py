"""What this computer last saw of the history of a store, so that an older copy in its place is told at once.

A file for its owner alone, in the folder of settings: under a code that only the keys of the store and the place where
it stands lead to, how many entries the history had and its head. It is written after what it tells of is on disk, so
that it may lag behind and never leads. A file that does not read is as good as none: an older copy is then not
noticed, and nobody is alarmed.
"""

import hashlib
import hmac
import json
import os
import time
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import platformdirs

from snhr_desktop.store import files, history, meta
from snhr_desktop.store.bodies import Body
from snhr_desktop.store.driver import DatabaseError
from snhr_desktop.store.keys import Keys

if TYPE_CHECKING:
    from sqlite3 import Connection

RECORD_TYPE, ACCEPTED = "copy", "copy_accepted"
EVERY = 30.0
"""Seconds between two notes while records are saved."""
_UID = f"{3:032x}"
"""A store has one history of the copies that were accepted in its place."""
_PURPOSE = "seen"


@dataclass(frozen=True)
class Head:
    """The end of a history: how many entries, and the hash that stands for all of them."""

    entries: int
    head: str


@dataclass(frozen=True)
class Replaced:
    """What this computer last saw, and what the store in its place has."""

    seen: Head
    stands: Head

    @property
    def is_older(self) -> bool:
        """Whether entries are missing; else there are enough of them, and they are others."""
        return self.stands.entries < self.seen.entries


class Seen:
    """What is remembered of one store, for as long as it is open."""

    def __init__(self, connection: "Connection", keys: Keys, folder: Path) -> None:
        """Look up what is remembered of a store where it stands, or is to stand; nothing is written yet.

        A copy elsewhere goes its own way, and what happens to it says nothing of this one.
        """
        self._connection = connection
        self._path = default_path()
        said = f"{meta.read(connection, 'store')}\n".encode() + os.fsencode(os.path.realpath(folder))
        self._name = hmac.new(keys.of(_PURPOSE), said, hashlib.sha256).hexdigest()
        self._noted = 0.0
        self._rests = False

    def rest(self) -> None:
        """Remember nothing of this store from now on: it is not yet, or never will be, in its place."""
        self._rests = True

    def replaced(self) -> Replaced | None:
        """What is another than what was last seen, and was not accepted; None for a store as it should be."""
        seen = self._remembered()
        if seen is None or self._head_at(seen.entries) == seen.head or self._was_accepted(seen):
            return None
        return Replaced(seen, self._head())

    def note(self, *, now: bool = True) -> None:
        """Remember what is on disk now; without `now`, at most every while. Nobody is told where that fails."""
        if self._rests:
            return
        if not now and time.monotonic() - self._noted < EVERY:
            return
        self._noted = time.monotonic()
        with suppress(OSError, DatabaseError):
            stands = self._head()
            if stands.entries and stands != self._remembered() and not self.replaced():
                self._path.parent.mkdir(mode=files.FOLDER_MODE, parents=True, exist_ok=True)
                files.replace_file(self._path, json.dumps({**_all(self._path), self._name: asdict(stands)}).encode())

    def accept(self, actor: str, reason: str) -> bool:
        """Write into the history that this copy may stand in place of what was seen; in the caller's transaction.

        False where there is nothing to accept. It names what it takes the place of, so that it accepts nothing else.
        """
        found = self.replaced()
        if found is None:
            return False
        said = {"uid": _UID, "seen_entries": found.seen.entries, "seen_head": found.seen.head}
        body: Body = {RECORD_TYPE: said | {"entries": found.stands.entries, "head": found.stands.head}}
        number = (history.latest(self._connection, _UID) or 0) + 1
        history.append(self._connection, history.Entry(RECORD_TYPE, _UID, number, actor, reason, ACCEPTED, body))
        return True

    def _remembered(self) -> Head | None:
        said = _all(self._path).get(self._name)
        try:
            return Head(int(said["entries"]), str(said["head"])) if said else None
        except (KeyError, TypeError, ValueError):
            return None

    def _head(self) -> Head:
        row = self._connection.execute("SELECT id, chain_sha256 FROM revision ORDER BY id DESC LIMIT 1").fetchone()
        return Head(int(row[0]), str(row[1])) if row else Head(0, history.GENESIS)

    def _head_at(self, entry: int) -> str:
        row = self._connection.execute("SELECT chain_sha256 FROM revision WHERE id = ?", (entry,)).fetchone()
        return str(row[0]) if row else ""

    def _was_accepted(self, seen: Head) -> bool:
        found = self._connection.execute(
            "SELECT 1 FROM revision WHERE record_uid = ? AND json_extract(body, '$.copy.seen_entries') = ?"
            " AND json_extract(body, '$.copy.seen_head') = ?",
            (_UID, seen.entries, seen.head),
        )
        return found.fetchone() is not None


def default_path() -> Path:
    """Where the platform keeps settings of one person."""
    return platformdirs.user_config_path("snhr-desktop") / "heads.json"


def _all(path: Path) -> dict[str, Any]:
    try:
        held = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    return held if isinstance(held, dict) else {}
