"""Which windows have a record open to be changed. Each says so again and again; one that was killed falls silent."""

import datetime as dt
import os
import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING

from snhr_desktop.store.identity import now

if TYPE_CHECKING:
    from sqlite3 import Connection

SILENT_AFTER = dt.timedelta(seconds=90)
"""A window that has said nothing for so long is gone."""


_closed: set[str] = set()
"""Windows of this process that were closed; a full disk may have kept them from saying so in the store."""


@dataclass(frozen=True)
class Editing:
    """Another window has the record open: who works there, since when (UTC), and whether it came first."""

    actor: str
    since: str
    first: bool = False


def new_window() -> str:
    """A name that tells one window from every other, and ends in the process it runs in."""
    return f"{uuid.uuid4().hex}.{os.getpid()}"


def close(window: str) -> None:
    """The window is closed: what it could not take back counts no more, though its process runs."""
    _closed.add(window)


def hold(connection: "Connection", uid: str, window: str, actor: str) -> tuple[Editing, ...]:
    """Say that a window has a record open, and hear which others have, those that came first before the others.

    `uid` is the record's, or what stands for it in the key of the draft of one that was never saved.
    """
    said = now()
    connection.execute(
        "INSERT INTO editing (record_uid, window, actor, since, at) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (record_uid, window) DO UPDATE SET at = excluded.at",
        (uid, window, actor, said, said),
    )
    connection.execute("DELETE FROM editing WHERE at < ?", (_heard(said),))
    _forget_the_dead(connection)
    rows = connection.execute(
        "SELECT other.actor, other.since, (other.since, other.window) < (mine.since, mine.window)"
        " FROM editing AS other, editing AS mine WHERE other.record_uid = ? AND other.window <> mine.window"
        " AND mine.record_uid = other.record_uid AND mine.window = ? ORDER BY other.since, other.window",
        (uid, window),
    )
    return tuple(Editing(actor, since, bool(first)) for actor, since, first in rows)


def held_by_others(connection: "Connection", window: str) -> frozenset[tuple[str, str]]:
    """Records that other windows have open, each with the window; not those that this one opened before it."""
    rows = connection.execute(
        "SELECT other.record_uid, other.window FROM editing AS other"
        " LEFT JOIN editing AS mine ON mine.record_uid = other.record_uid AND mine.window = ?1"
        " WHERE other.window <> ?1 AND other.at >= ?2"
        " AND (mine.since IS NULL OR (other.since, other.window) < (mine.since, mine.window))",
        (window, _heard(now())),
    )
    return frozenset((str(uid), str(other)) for uid, other in rows if _is_alive(str(other)))


def _forget_the_dead(connection: "Connection") -> None:
    """Windows whose process was killed are gone at once: what was typed there is offered again without a wait."""
    windows = [window for (window,) in connection.execute("SELECT DISTINCT window FROM editing").fetchall()]
    dead = [(window,) for window in windows if not _is_alive(window)]
    connection.executemany("DELETE FROM editing WHERE window = ?", dead)


def _is_alive(window: str) -> bool:
    """Whether a window is open still: its process runs, and of one that does not say, it is taken to."""
    if window in _closed:
        return False
    process = window.rpartition(".")[2]
    if not process.isdecimal():
        return True
    try:
        os.kill(int(process), 0)  # asks, and sends nothing
    except ProcessLookupError:
        return False
    except OSError:
        return True  # somebody else's
    return True


def _heard(said: str) -> str:
    """The moment since which a window has to have said something."""
    return (dt.datetime.fromisoformat(said) - SILENT_AFTER).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def let_go(connection: "Connection", uid: str, window: str) -> None:
    """The window does not have the record open any more."""
    connection.execute("DELETE FROM editing WHERE record_uid = ? AND window = ?", (uid, window))
