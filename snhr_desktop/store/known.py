"""What a store knows of its keyslots inside what is encrypted.

The file of the keyslots is authenticated by nothing: whoever can write to the folder can plant the key of a
headquarters of their own there, or another limit of wrong tries. For planted ones the store seals nothing, and the
check of the store names them; the planted limit destroys nothing (`limits`). What it cannot keep from them is to delete
keyslots that lie there. What is known is held against the history, which alone is signed: whoever has the key of the
database could otherwise let the store know a headquarters of their own, or forget its own.
"""

import json
from base64 import b64decode, b64encode
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Self

from snhr_desktop.store import meta
from snhr_desktop.store.keyslots import Keyslots

if TYPE_CHECKING:
    from sqlite3 import Connection

RECORD_TYPE = "keys"
UID = f"{2:032x}"
"""A store has one set of keys, and so one history of them."""
HEADQUARTERS_SET, HEADQUARTERS_TAKEN, LIMIT_SET = "headquarters_set", "headquarters_taken", "limit_set"
HEADQUARTERS = "headquarters"
"""In an entry: which key was laid down."""
SLOTS = "slots"
"""In an entry: the digest of the keyslots that it set."""
REKEYED = "rekeyed"
_KEY = "keyslots_known"


@dataclass(frozen=True)
class Known:
    """The public key of headquarters that was laid down, and the limit of wrong tries that was set, 0 for none."""

    headquarters: bytes | None
    limit: int

    @classmethod
    def by(cls, slots: Keyslots) -> Self:
        """As the keyslots say."""
        return cls(slots.headquarters.public if slots.headquarters else None, slots.limit)


def is_kept(connection: "Connection") -> bool:
    """Whether the store knows anything, whatever it is."""
    return bool(meta.read(connection, _KEY))


def of(connection: "Connection") -> Known | None:
    """What the store knows; None for one from before it knew."""
    said = meta.read(connection, _KEY)
    if not said:
        return None
    raw = json.loads(said)
    return Known(b64decode(raw["headquarters"]) or None, int(raw["limit"]))


@dataclass(frozen=True)
class Heard:
    """What the history says was last set. `headquarters` is the public key, None for none; `which` is False where an
    entry from before entries said which key it was tells only that there is one.
    """

    headquarters: bytes | None = None
    which: bool = True
    limit: int = 0

    def denies(self, said: bytes | None) -> bool:
        """Whether a key of headquarters, or that there is none, is not what was set."""
        return said != self.headquarters if self.which else said is None


def heard(connection: "Connection") -> Heard:
    """What was set, as the history tells it."""
    found = Heard()
    rows = connection.execute("SELECT action, body FROM revision WHERE record_type = ? ORDER BY id", (RECORD_TYPE,))
    for action, body in rows.fetchall():
        said = json.loads(body).get(RECORD_TYPE, {})
        if action == LIMIT_SET:
            found = replace(found, limit=int(said["limit"]))
        elif action == HEADQUARTERS_TAKEN:
            found = replace(found, headquarters=None, which=True)
        elif action == HEADQUARTERS_SET:
            which = b64decode(said.get(HEADQUARTERS, ""))
            found = replace(found, headquarters=which or None, which=bool(which))
    return found


def standing(connection: "Connection", slots: Keyslots) -> Keyslots:
    """The slots that hold where a change of them was cut short: those to come, once the history says it set them."""
    if slots.next is None:
        return slots
    _, said = _last(connection)
    return slots.next if said.get(SLOTS) == slots.next.digest() else replace(slots, next=None)


def may_stand(connection: "Connection", slots: Keyslots, candidate: Keyslots) -> bool:
    """Whether the history does not say that other slots than these hold.

    Of new keys it says nothing in stores from before entries said it; there the file, which is under them, is enough.
    """
    action, said = _last(connection)
    return (action == REKEYED and SLOTS not in said) or standing(connection, slots) == candidate


def _last(connection: "Connection") -> tuple[str, dict[str, Any]]:
    """What was last done to the keys, and what the history says of it."""
    row = connection.execute(
        "SELECT action, body FROM revision WHERE record_type = ? ORDER BY id DESC LIMIT 1", (RECORD_TYPE,)
    ).fetchone()
    return (row[0], json.loads(row[1]).get(RECORD_TYPE, {})) if row else ("", {})


def believed(connection: "Connection", slots: Keyslots) -> Known:
    """What the store knows, or its keyslots say where it knows nothing, but for what the history denies."""
    said, was = of(connection) or Known.by(slots), heard(connection)
    return Known(None if was.denies(said.headquarters) else said.headquarters, was.limit)


def note(connection: "Connection", known: Known) -> None:
    """Keep what is to be known from now on; in the caller's transaction."""
    raw = {"headquarters": b64encode(known.headquarters or b"").decode(), "limit": known.limit}
    meta.write(connection, _KEY, json.dumps(raw))
