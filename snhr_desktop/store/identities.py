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
    wanted = fold(name)
    first: dict[str, str] = {}
    rows = connection.execute(
        "SELECT user.uid, coalesce(json_extract(body, '$.user.name'), '') FROM user"
        " CROSS JOIN revision ON record_uid = user.uid ORDER BY user.id, number"
    )
    for uid, said in rows.fetchall():
        known_by = first.setdefault(str(uid), fold(str(said)))
        if fold(str(said)) == wanted:
            return known_by
    return wanted
