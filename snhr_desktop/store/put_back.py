"""Keyslots that are not those set last: each entry of the history on keys carries the digest of the slots it set.

Anybody can put the file of an earlier day back, and whoever does can open the store with what opened it then. What is
set after that, on top of such slots, says so in its entry, so that a further change hides nothing; making all keys anew
ends it. Where the newest entry carries no digest, as older programs wrote them, nothing is known and nothing said.
"""

import json
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from snhr_desktop.errors import StoreBusy
from snhr_desktop.store.keyslots import Keyslots, read_keyslots
from snhr_desktop.store.known import RECORD_TYPE, REKEYED, SLOTS, UID, standing

if TYPE_CHECKING:
    from sqlite3 import Connection

    from snhr_desktop.store.store import Store

STOOD = "stood"
"""In an entry: the digest of the slots that stood there instead of those that were set before it."""


@dataclass(frozen=True)
class PutBack:
    """When the slots that should hold were set, and those that stand or stood there instead, blank where nobody knows;
    UTC.
    """

    last: str
    earlier: str


@dataclass(frozen=True)
class _Set:
    at: str
    action: str
    said: dict[str, Any]

    @property
    def slots(self) -> str:
        return str(self.said.get(SLOTS, ""))


def of(connection: "Connection", slots: Keyslots) -> PutBack | None:
    """What the history knows of other slots than these as set last; None where they are those, or it says nothing."""
    told = _told(connection)
    stands = standing(connection, slots).digest()
    if told and told[-1].slots not in ("", stands):
        return PutBack(told[-1].at, _when(told[:-1], stands))
    for number in range(len(told) - 1, -1, -1):
        if told[number].action == REKEYED:
            return None
        if stood := str(told[number].said.get(STOOD, "")):
            before = told[:number]
            return PutBack(before[-1].at if before else "", _when(before, stood))
    return None


def now(store: "Store") -> PutBack | None:
    """The same of the slots in the folder; another window may be changing them. In the caller's transaction."""
    found = of(store.connection, read_keyslots(store.folder))
    while found:
        slots = read_keyslots(store.folder)
        try:
            another = store.afresh()
        except StoreBusy:  # nobody else can be at it
            return found
        with closing(another.connection), another.reading() as connection:
            found = of(connection, slots)
        if read_keyslots(store.folder) == slots:
            break
    return found


def _told(connection: "Connection") -> list[_Set]:
    rows = connection.execute("SELECT at, action, body FROM revision WHERE record_uid = ? ORDER BY id", (UID,))
    return [_Set(str(at), str(action), json.loads(body).get(RECORD_TYPE, {})) for at, action, body in rows.fetchall()]


def _when(told: list[_Set], digest: str) -> str:
    return next((one.at for one in reversed(told) if one.slots == digest), "")
