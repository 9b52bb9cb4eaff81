"""The rules an office sets for itself, kept in what the store says about itself, each change of them in the history."""

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from snhr_desktop.store import against_history, history, meta
from snhr_desktop.store.bodies import Body

if TYPE_CHECKING:
    from sqlite3 import Connection

RECORD_TYPE = "office"
_UID = f"{1:032x}"
"""A store has one office, and so its rules one identity."""
_SECOND_PERSON, _REVISION = "second_person", "rules_revision"


@dataclass(frozen=True)
class OfficeRules:
    """`second_person`: whoever entered or changed an incident or case last may not be the one who documents it."""

    second_person: bool = False


def rules(connection: "Connection") -> OfficeRules:
    """The rules that hold now."""
    return OfficeRules(second_person=meta.read(connection, _SECOND_PERSON) == "1")


def write(connection: "Connection", wanted: OfficeRules, actor: str, reason: str) -> bool:
    """Set the rules; False where they hold already. In the caller's transaction."""
    if rules(connection) == wanted:
        return False
    number = int(meta.read(connection, _REVISION) or 0) + 1
    meta.write(connection, _SECOND_PERSON, "1" if wanted.second_person else "")
    meta.write(connection, _REVISION, str(number))
    action = "changed" if number > 1 else "created"
    history.append(connection, history.Entry(RECORD_TYPE, _UID, number, actor, reason, action, _body(wanted)))
    return True


def put_back(connection: "Connection") -> None:
    """Let the rules be what the history says last, in a store that lost what it kept of them."""
    number = history.latest(connection, _UID) or 0
    if number > int(meta.read(connection, _REVISION) or 0):
        said = (history.whole(connection, _UID, number) or {}).get(RECORD_TYPE, {})
        meta.write(connection, _SECOND_PERSON, "1" if said.get(_SECOND_PERSON) else "")
        meta.write(connection, _REVISION, str(number))


def revisions(connection: "Connection") -> tuple[history.Revision, ...]:
    """Every change of the rules, oldest first."""
    return history.revisions(connection, _UID)


def is_sound(connection: "Connection") -> bool:
    """Whether the rules are what the history says of them."""
    number = int(meta.read(connection, _REVISION) or 0)
    held = rules(connection)
    if not number and held == OfficeRules():
        return not revisions(connection)
    return against_history.is_latest(connection, _UID, number, _body(held))


def _body(said: OfficeRules) -> Body:
    return {RECORD_TYPE: {"uid": _UID, **asdict(said)}}
