"""Users of a store, saved with their history like any record, and never removed."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from snhr_desktop.domain.names import fold
from snhr_desktop.domain.records import User
from snhr_desktop.domain.rights import ADMINISTRATOR
from snhr_desktop.errors import InvalidEntry, Problem, SwitchedOff, UnknownCode
from snhr_desktop.i18n import N_
from snhr_desktop.store import history
from snhr_desktop.store.actions import CHANGED, CREATED
from snhr_desktop.store.bodies import Body
from snhr_desktop.store.identity import new_uid
from snhr_desktop.store.saving import Author
from snhr_desktop.store.slots import HEADQUARTERS, RECOVERY
from snhr_desktop.store.store import Holder
from snhr_desktop.store.tables import read_records, write_record

if TYPE_CHECKING:
    from sqlite3 import Connection

RECORD_TYPE = "user"
A_USER = N_("a user")
NAME_TAKEN = N_("Somebody of this store has or had this name.")
_NAMES = {RECOVERY: "Recovery code", HEADQUARTERS: "Headquarters"}
LAST_ADMINISTRATOR = N_("At least one administrator has to stay.")


def users(connection: "Connection") -> tuple[User, ...]:
    """All users, those switched off among them, in the order they were added."""
    return tuple(cast(User, found) for _, found in read_records(connection, User, "ORDER BY id", ()))


def user(connection: "Connection", uid: str) -> User | None:
    """A user by identity, or None."""
    found = read_records(connection, User, "WHERE uid = ?", (uid,))
    return cast(User, found[0][1]) if found else None


def role_of(connection: "Connection", uid: str) -> str:
    """The role of a user, blank for one who is not known or switched off."""
    found = user(connection, uid)
    return found.role if found and not found.switched_off else ""


def named(connection: "Connection", name: str) -> User:
    """A user by name, however it is spelled. Raises `UnknownCode`."""
    all_of_them = users(connection)
    for one in all_of_them:
        if fold(one.name) == fold(name):
            return one
    raise UnknownCode(code=name, kind=A_USER, known=tuple(one.name for one in all_of_them))


def who(connection: "Connection", holder: Holder, typed: str) -> User:
    """Who opened the store: the user whose passphrase it was; for any other secret an administrator under a name.

    Raises `SwitchedOff` for a user who may not open it any more, though an old copy of the keyslots still lets them.
    """
    if not holder.user:
        return User(name=_NAMES.get(holder.kind) or typed, role=ADMINISTRATOR)
    found = user(connection, holder.user)
    if found is None or found.switched_off:
        raise SwitchedOff
    return found


def save(connection: "Connection", given: User, author: Author) -> User:
    """Save a user; one without an identity is new. In the caller's transaction.

    Raises `InvalidEntry` for a name that is missing or was given before, and where no administrator would be left.
    """
    parsed, problems = User.parse(given.dump())
    others = [one for one in users(connection) if one.uid != parsed.uid]
    if fold(parsed.name) in _names_given(connection, others):
        problems = (*problems, Problem(RECORD_TYPE, "name", NAME_TAKEN))
    if not any(one.role == ADMINISTRATOR and not one.switched_off for one in (*others, parsed)):
        problems = (*problems, Problem(RECORD_TYPE, "role", LAST_ADMINISTRATOR))
    if problems:
        raise InvalidEntry([replace(problem, level="error") for problem in problems])
    saved = parsed if parsed.uid else parsed.with_uid(new_uid())
    if user(connection, saved.uid) != saved:
        _write(connection, saved, author)
    return saved


def _names_given(connection: "Connection", others: Iterable[User]) -> frozenset[str]:
    """Every name that these users have or ever had, folded, and those that secrets which are nobody's go by."""
    given = set(_NAMES.values())
    for one in others:
        for number in range(1, (history.latest(connection, one.uid) or 0) + 1):
            told = history.whole(connection, one.uid, number) or {}
            given.add(str(told[RECORD_TYPE]["name"]) if RECORD_TYPE in told else one.name)
        given.add(one.name)
    return frozenset(map(fold, given))


def heads(connection: "Connection") -> Iterator[tuple[User, int]]:
    """All users, each with the number of its latest revision."""
    for revision, found in read_records(connection, User, "ORDER BY id", ()):
        yield cast(User, found), revision


def body_of(one: User) -> Body:
    """A user as history keeps it."""
    return {RECORD_TYPE: one.dump()}


def _write(connection: "Connection", one: User, author: Author) -> None:
    number = (history.latest(connection, one.uid) or 0) + 1
    write_record(connection, one, (number,))
    action = CREATED if number == 1 else CHANGED
    entry = history.Entry(RECORD_TYPE, one.uid, number, author.actor, author.reason, action, body_of(one))
    history.append(connection, entry)
