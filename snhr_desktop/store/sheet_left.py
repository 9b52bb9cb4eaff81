"""Where the sheet of the present recovery code was saved on the disk of the store, noted inside the store alone.

Outside it the note would lead whoever takes the computer to the sheet. It goes with the code's own slot: the sheet of
an earlier code opens nothing.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from snhr_desktop.store import meta
from snhr_desktop.store.backups.disk import same_disk
from snhr_desktop.store.keyslots import Keyslots
from snhr_desktop.store.slots import RECOVERY

if TYPE_CHECKING:
    from sqlite3 import Connection

_LEFT = "recovery_sheet"


def note(connection: "Connection", slots: Keyslots, path: Path) -> None:
    """Note where these slots' sheet was saved; in the caller's transaction."""
    meta.write(connection, _LEFT, f"{_code(slots)} {path}")


def left(connection: "Connection", slots: Keyslots, folder: Path) -> Path | None:
    """The sheet of these slots' code that still lies on the disk of the store, as far as it was not moved."""
    code, _, said = meta.read(connection, _LEFT).partition(" ")
    path = Path(said)
    return path if said and code == _code(slots) and path.is_file() and same_disk(path.parent, folder) else None


def _code(slots: Keyslots) -> str:
    return "-".join(slot.nonce.hex() for slot in slots.slots if slot.kind == RECOVERY)
