"""What a store says about itself: office, training or not, when it was made, its identity."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite3 import Connection


def read(connection: "Connection", key: str) -> str:
    """A value, blank where it was never written."""
    return find(connection, key) or ""


def find(connection: "Connection", key: str) -> str | None:
    """A value; None where it was never written, or is lost."""
    row = connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    return str(row[0]) if row else None


def write(connection: "Connection", key: str, value: str) -> None:
    """Write a value over the earlier one."""
    connection.execute("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", (key, value))
