"""Whether the present recovery code was ever shown and stands on paper, noted inside the store with the code's slot."""

from typing import TYPE_CHECKING

from snhr_desktop.store import meta
from snhr_desktop.store.keyslots import Keyslots
from snhr_desktop.store.slots import RECOVERY

if TYPE_CHECKING:
    from sqlite3 import Connection

_UNPROVED = "recovery_unproved"


def leave(connection: "Connection", slots: Keyslots) -> None:
    """Note that nobody has proved yet that these slots' code stands on paper; in the caller's transaction.

    What was noted last stays beside it: these slots may not be written yet, and perhaps never are.
    """
    before = meta.read(connection, _UNPROVED).split()[-1:]
    meta.write(connection, _UNPROVED, " ".join([*before, *_code(slots)]))


def prove(connection: "Connection") -> None:
    """Note that it was proved; in the caller's transaction."""
    meta.write(connection, _UNPROVED, "")


def is_left(connection: "Connection", slots: Keyslots) -> bool:
    """Whether these slots' code was never proved."""
    return not set(_code(slots)).isdisjoint(meta.read(connection, _UNPROVED).split())


def _code(slots: Keyslots) -> list[str]:
    return [slot.nonce.hex() for slot in slots.slots if slot.kind == RECOVERY]
