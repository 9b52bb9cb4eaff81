"""Who somebody is, whatever they are called now: names are what people read, and a user may be renamed.

Within one store no name is ever given to two users, so that every name leads to one of them, also from entries that
are older than the identity kept beside it.
"""

from typing import TYPE_CHECKING

from snhr_desktop.domain.names import fold

if TYPE_CHECKING:
    from sqlite3 import Connection


def lasting(connection: "Connection", name: str) -> str:
    """The name, folded, that whoever has or had this one was first known by; of nobody known, the name itself."""
    return fold(next(iter(_named(connection, name)), name))


def names(connection: "Connection", name: str) -> tuple[str, ...]:
    """Every name that whoever has or had this one was ever written under; of nobody known, the name itself."""
    return tuple(dict.fromkeys((*_named(connection, name), name)))


def _named(connection: "Connection", name: str) -> list[str]:
    """The names of the user who has or had one, the first one first; none for nobody known."""
    wanted = fold(name)
    had: dict[str, list[str]] = {}
    rows = connection.execute(
        "SELECT user.uid, coalesce(json_extract(body, '$.user.name'), '') FROM user"
        " CROSS JOIN revision ON record_uid = user.uid ORDER BY user.id, number"
    )
    for uid, said in rows.fetchall():
        had.setdefault(str(uid), []).append(str(said))
    return next((held for held in had.values() if any(fold(one) == wanted for one in held)), [])
