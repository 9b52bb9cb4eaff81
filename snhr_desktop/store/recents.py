"""Records opened last, in the store and nowhere else: a list of names beside a locked store would tell who is in it."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sqlite3 import Connection

KEPT = 24


class Recent(NamedTuple):
    """A record by its kind (`incident`, `person`, `case`, `report`) and its uid or code."""

    kind: str
    key: str


def note(connection: "Connection", recent: Recent) -> None:
    """Put a record first; those opened longest ago are forgotten."""
    connection.execute(
        "INSERT INTO recent (kind, key, turn) VALUES (?, ?, (SELECT coalesce(max(turn), 0) + 1 FROM recent))"
        " ON CONFLICT (kind, key) DO UPDATE SET turn = excluded.turn",
        recent,
    )
    connection.execute(
        "DELETE FROM recent WHERE turn <= (SELECT turn FROM recent ORDER BY turn DESC LIMIT 1 OFFSET ?)", (KEPT,)
    )


def recents(connection: "Connection", limit: int) -> tuple[Recent, ...]:
    """The records opened last, the latest first."""
    return tuple(
        Recent(*row) for row in connection.execute("SELECT kind, key FROM recent ORDER BY turn DESC LIMIT ?", (limit,))
    )
