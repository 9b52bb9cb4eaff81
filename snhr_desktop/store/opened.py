"""The file of a store folder, opened with the keys of the store."""

from pathlib import Path
from typing import TYPE_CHECKING

from snhr_desktop.store.driver import connect
from snhr_desktop.store.keys import Keys
from snhr_desktop.store.layout import DATABASE

if TYPE_CHECKING:
    from sqlite3 import Connection


def connect_with(folder: Path, keys: Keys, *, read_only: bool, name: str = DATABASE) -> "Connection":
    """Open the file of a store folder with its keys. Raises the driver's errors."""
    return connect(folder / name, keys.of("database"), keys.of("database-salt")[:16], read_only=read_only)
