"""Which revision of an incident each person last looked at, so that only what is new has to be read.

A person is known by the name they had first (`identities`), and stays who they are when they are renamed.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from snhr_desktop.store.identities import lasting
from snhr_desktop.store.identity import now

if TYPE_CHECKING:
    from sqlite3 import Connection


@dataclass(frozen=True)
class Look:
    """The revision last looked at, and when (UTC)."""

    revision: int
    at: str


def last(connection: "Connection", actor: str, uid: str) -> Look | None:
    """When a person last looked at an incident, or None where they never did."""
    row = connection.execute(
        "SELECT revision, at FROM looked WHERE actor = ? AND record_uid = ?", (lasting(connection, actor), uid)
    ).fetchone()
    return Look(*row) if row else None


def mark(connection: "Connection", actor: str, uid: str, revision: int) -> None:
    """A person looks at a revision now."""
    connection.execute(
        "INSERT OR REPLACE INTO looked (actor, record_uid, revision, at) VALUES (?, ?, ?, ?)",
        (lasting(connection, actor), uid, revision, now()),
    )


def keep_up(connection: "Connection", actor: str, uid: str, revision: int) -> None:
    """Who saves knows what was saved: had the person seen the revision before, this one is seen as well."""
    if revision == 1:  # there was none to see
        return
    connection.execute(
        "UPDATE looked SET revision = ? WHERE actor = ? AND record_uid = ? AND revision = ?",
        (revision, lasting(connection, actor), uid, revision - 1),
    )
