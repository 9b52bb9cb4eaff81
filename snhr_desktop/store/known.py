"""What a store knows of its keyslots inside what is encrypted.

The file of the keyslots is authenticated by nothing: whoever can write to the folder can plant the key of a
headquarters of their own there, or another limit of wrong tries. For planted ones the store seals nothing, and the
check of the store names them; the planted limit destroys nothing (`limits`). What it cannot keep from them is to delete
keyslots that lie there.
"""

import json
from base64 import b64decode, b64encode
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from snhr_desktop.store import meta
from snhr_desktop.store.keyslots import Keyslots

if TYPE_CHECKING:
    from sqlite3 import Connection

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


def of(connection: "Connection") -> Known | None:
    """What the store knows; None for one from before it knew."""
    said = meta.read(connection, _KEY)
    if not said:
        return None
    raw = json.loads(said)
    return Known(b64decode(raw["headquarters"]) or None, int(raw["limit"]))


def note(connection: "Connection", known: Known) -> None:
    """Keep what is to be known from now on; in the caller's transaction."""
    raw = {"headquarters": b64encode(known.headquarters or b"").decode(), "limit": known.limit}
    meta.write(connection, _KEY, json.dumps(raw))
