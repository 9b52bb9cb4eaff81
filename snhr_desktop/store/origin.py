"""What a store says it is (whose, for training or not, since when), sealed so that nobody can make it say another.

The seal follows from the signing key and outlives a change of keys. Whoever has the key of the database alone could
otherwise make a store of made-up records pass for a real one.
"""

import hashlib
import hmac
from typing import TYPE_CHECKING

from snhr_desktop.store import history, meta
from snhr_desktop.store.keys import Keys

if TYPE_CHECKING:
    from sqlite3 import Connection

TRAINING = "training"
SAID = ("created", "office", "store", TRAINING)
UNSEALED = "unsealed"
"""Under which name a store from before there were seals waits for one."""
_SEAL, _FORM = "seal", "snhr-origin/1"
KEPT = (*SAID, _SEAL)
"""Under which names that and its seal are written."""


def seal(connection: "Connection", keys: Keys) -> None:
    """Seal what the store says now; in the caller's transaction."""
    meta.write(connection, _SEAL, _sealed(connection, keys))
    connection.execute("DELETE FROM meta WHERE key = ?", (UNSEALED,))


def is_awaited(connection: "Connection") -> bool:
    """Whether the store is from before there were seals."""
    return bool(meta.read(connection, UNSEALED))


def is_sealed(connection: "Connection") -> bool:
    """Whether there is a seal, sound or not."""
    return bool(meta.read(connection, _SEAL))


def is_sound(connection: "Connection", keys: Keys) -> bool:
    """Whether the store says what it said when it was sealed."""
    return hmac.compare_digest(meta.read(connection, _SEAL), _sealed(connection, keys))


def _sealed(connection: "Connection", keys: Keys) -> str:
    said = history.canonical([_FORM, *(meta.read(connection, key) for key in SAID)])
    return hmac.new(keys.of("signing"), said.encode(), hashlib.sha256).hexdigest()
