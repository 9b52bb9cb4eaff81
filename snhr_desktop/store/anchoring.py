"""Where the history of a store stood at a moment, for whatever leaves the house: one definition for pages and exports.

Nothing in it is of a person. Whoever has it can ask a later state of the store whether it goes on from there.
"""

import datetime as dt
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from snhr_desktop.store import history
from snhr_desktop.store.identity import now

if TYPE_CHECKING:
    from sqlite3 import Connection

    from snhr_desktop.store.store import Store

MARK = 12
"""Signs of a head that stand where there is little room: enough to find it again, and to compare by eye."""


@dataclass(frozen=True)
class Anchor:
    """The head of a history in full, the fingerprint of the office's key, when they were read, and its entries.

    `at` is ISO 8601 in UTC; `entries` is the number of the newest entry.
    """

    head: str
    key: str
    at: str
    entries: int

    @property
    def mark(self) -> str:
        """The first signs of the head."""
        return self.head[:MARK]

    def dump(self) -> dict[str, str | int]:
        """For programs."""
        return asdict(self)


@dataclass(frozen=True)
class Held:
    """The entry of the history that a printed head is of: its number, and when it was written (UTC)."""

    number: int
    at: str


def anchored(store: "Store", at: dt.datetime | None = None) -> Anchor:
    """Where the history of a store stands now, as of `at` where the caller has said so already."""
    from snhr_desktop.store import signing  # the library behind it is no part of what makes a page

    moment = at.astimezone(dt.UTC).isoformat() if at else now()
    with store.reading() as connection:
        return Anchor(
            history.chain_head(connection), signing.fingerprint(store.keys), moment, history.newest(connection)
        )


def held(connection: "Connection", printed: str) -> Held | None:
    """The entry of a head as somebody copied it from a page, whole or its first signs; None where there is none."""
    signs = "".join(printed.split()).casefold()
    if len(signs) < MARK or set(signs) - set("0123456789abcdef"):
        return None
    row = connection.execute(
        "SELECT id, at FROM revision WHERE substr(chain_sha256, 1, ?) = ? ORDER BY id LIMIT 1", (len(signs), signs)
    ).fetchone()
    return Held(*row) if row else None
