"""What was typed into a dialog and not saved: kept among the drafts, under whoever typed it, shown to nobody else."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from snhr_desktop.store import drafts

if TYPE_CHECKING:
    from sqlite3 import Connection

TITLE = "title of the dialog"
"""Under it stands what the dialog is called, as the catalogues know it."""


def typed_key(user: str, place: str) -> str:
    """The key of what whoever typed it (`Door.typist`) typed at a place: a dialog and what it is about."""
    return f"{drafts.TYPED}{user}:{place}"


def typed(connection: "Connection", user: str, place: str) -> Mapping[str, Any]:
    """What a user typed there, by the name of the field; nothing where nothing waits."""
    return drafts.raw_of(connection, typed_key(user, place))


def titles(connection: "Connection", user: str) -> tuple[str, ...]:
    """What the dialogs are called in which something of this user's waits, the newest first, each once."""
    raws = (typed(connection, user, place) for place in places(connection, user))
    return tuple(dict.fromkeys(str(raw.get(TITLE)) for raw in raws))


def places(connection: "Connection", user: str) -> tuple[str, ...]:
    """The places at which something of this user's waits, the newest first."""
    mine = typed_key(user, "")
    rows = connection.execute(
        "SELECT key FROM draft WHERE substr(key, 1, ?) = ? ORDER BY at DESC, key", (len(mine), mine)
    ).fetchall()
    keys = (str(key) for (key,) in rows)
    return tuple(key.removeprefix(mine) for key in keys if says_something(drafts.raw_of(connection, key)))


def says_something(raw: Mapping[str, Any]) -> bool:
    """Whether anything was typed: fields that were emptied again are no loss."""
    return any(said for name, said in raw.items() if name != TITLE)
