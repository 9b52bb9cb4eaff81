"""Which windows have a record open to be changed. Each says so again and again; one that was killed falls silent."""

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from snhr_desktop.store.identity import now

if TYPE_CHECKING:
    from sqlite3 import Connection

SILENT_AFTER = dt.timedelta(seconds=90)
"""A window that has said nothing for so long is gone."""


@dataclass(frozen=True)
class Editing:
    """Another window has the record open: who works there, and since when (UTC)."""

    actor: str
    since: str


def hold(connection: "Connection", uid: str, window: str, actor: str) -> tuple[Editing, ...]:
    """Say that a window has a record open, and hear which others have, those that came first before the others."""
    said = now()
    connection.execute(
        "INSERT INTO editing (record_uid, window, actor, since, at) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (record_uid, window) DO UPDATE SET at = excluded.at",
        (uid, window, actor, said, said),
    )
    heard = (dt.datetime.fromisoformat(said) - SILENT_AFTER).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    connection.execute("DELETE FROM editing WHERE at < ?", (heard,))
    rows = connection.execute(
        "SELECT actor, since FROM editing WHERE record_uid = ? AND window <> ? ORDER BY since", (uid, window)
    )
    return tuple(Editing(*row) for row in rows)


def let_go(connection: "Connection", uid: str, window: str) -> None:
    """The window does not have the record open any more."""
    connection.execute("DELETE FROM editing WHERE record_uid = ? AND window = ?", (uid, window))
