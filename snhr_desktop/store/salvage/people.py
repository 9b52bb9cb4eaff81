"""The users of a salvaged store: whoever has a passphrase for it has to be known in it."""

from typing import TYPE_CHECKING

from snhr_desktop.domain.records import User
from snhr_desktop.domain.rights import ADMINISTRATOR
from snhr_desktop.store import against_history, history, users
from snhr_desktop.store.tables import write_record

if TYPE_CHECKING:
    from sqlite3 import Connection

ACTION, ACTOR = "changed", "salvage"
NAMELESS = "Salvaged user"
"""The name of whoever opened the store, where neither their row nor their history could be read."""


def mend_users(connection: "Connection", holder: str) -> None:
    """Put back users whom the history knows, record anew those it lost, and let in whoever opened the store."""
    held = {one.uid: (one, revision) for one, revision in users.heads(connection)}
    known = connection.execute("SELECT DISTINCT record_uid FROM revision WHERE record_type = 'user'").fetchall()
    for uid in dict.fromkeys([*held, *(uid for (uid,) in known)]):
        number = history.latest(connection, uid) or 0
        one, revision = held.get(uid, (None, 0))
        if one is not None and revision > number:
            _record(connection, one, revision + 1)
        elif one is None or not against_history.is_latest(connection, uid, revision, users.body_of(one)):
            body = history.whole(connection, uid, number) or {}
            write_record(connection, User.parse(body[users.RECORD_TYPE])[0], (number,))
    if holder and users.user(connection, holder) is None:
        _record(connection, User(uid=holder, name=NAMELESS, role=ADMINISTRATOR), 1)


def _record(connection: "Connection", one: User, number: int) -> None:
    write_record(connection, one, (number,))
    entry = history.Entry(users.RECORD_TYPE, one.uid, number, ACTOR, "", ACTION, users.body_of(one))
    history.append(connection, entry)
