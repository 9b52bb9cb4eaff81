"""What this computer last saw of the history of a store, so that an older copy in its place is told at once.

A file for its owner alone, in the folder of settings: under codes that only the keys of the store lead to, how many
entries the history had and its head; once for the store wherever it stands, and once for it in its place. The first
shows an older copy that is opened elsewhere, the second one that went a way of its own where it was accepted. It is
written after what it tells of is on disk, so that it may lag behind and never leads. A file that does not read is as
good as none: an older copy is then not noticed, and nobody is alarmed.
"""

import copy
import hashlib
import hmac
import json
import os
import time
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

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
        """Look up what is remembered of a store, and of it where it stands or is to stand; nothing is written yet.

        What is remembered of the store follows one history only: a copy that was accepted and goes its own way is
        remembered in its place, and says nothing of the others.
        """
        self._connection = connection
        self._path = default_path()
        store = f"{meta.read(connection, 'store')}\n".encode()
        said = (store, store + os.fsencode(os.path.realpath(folder)))
        self._anywhere, self._here = (hmac.new(keys.of(_PURPOSE), one, hashlib.sha256).hexdigest() for one in said)
        self._noted = 0.0
        self._rests = False

    def rest(self) -> None:
        """Remember nothing of this store from now on: it is not yet, or never will be, in its place."""
        self._rests = True

    def over(self, connection: "Connection") -> Self:
        """The same over another connection to the store."""
        another = copy.copy(self)
        another._connection = connection
        return another

    def replaced(self) -> Replaced | None:
        """What is another than what was last seen, and was not accepted; None for a store as it should be."""
        if self._rests:
            return None
        for seen in self._remembered().values():
            if not self._has(seen) and not self._was_accepted(seen):
                return Replaced(seen, self._head())
        return None

    def note(self, *, now: bool = True) -> None:
        """Remember what is on disk now; without `now`, at most every while. Nobody is told where that fails."""
        if self._rests:
            return
        if not now and time.monotonic() - self._noted < EVERY:
            return
        self._noted = time.monotonic()
        with suppress(OSError, DatabaseError):
            stands = self._head()
            held = self._remembered()
            kept = {self._here, *([self._anywhere] if self._follows(held.get(self._anywhere)) else ())}
            if stands.entries and any(held.get(name) != stands for name in kept) and not self.replaced():
                self._path.parent.mkdir(mode=files.FOLDER_MODE, parents=True, exist_ok=True)
                said = {**_all(self._path), **dict.fromkeys(kept, asdict(stands))}
                files.replace_file(self._path, json.dumps(said).encode())

    def accept(self, actor: str, reason: str) -> bool:
        """Write into the history that this copy may stand in place of what was seen; in the caller's transaction.

        False where there is nothing to accept. It names what it takes the place of, so that it accepts nothing else.
        """
        accepted = False
        while found := self.replaced():
            self._accept(found, actor, reason)
            accepted = True
        return accepted

    def _accept(self, found: Replaced, actor: str, reason: str) -> None:
        said = {"uid": _UID, "seen_entries": found.seen.entries, "seen_head": found.seen.head}
        body: Body = {RECORD_TYPE: said | {"entries": found.stands.entries, "head": found.stands.head}}
        number = (history.latest(self._connection, _UID) or 0) + 1
        history.append(self._connection, history.Entry(RECORD_TYPE, _UID, number, actor, reason, ACCEPTED, body))

    def _remembered(self) -> dict[str, Head]:
        """What reads of what is remembered: of the store in its place, and of it wherever it stands."""
        said, read = _all(self._path), {}
        for name in (self._here, self._anywhere):
            with suppress(KeyError, TypeError, ValueError):
                read[name] = Head(int(said[name]["entries"]), str(said[name]["head"]))
        return read

    def _has(self, seen: Head) -> bool:
        return self._head_at(seen.entries) == seen.head

    def _follows(self, seen: Head | None) -> bool:
        """Whether the history goes on from what was seen, or nothing was."""
        return seen is None or self._has(seen)

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
