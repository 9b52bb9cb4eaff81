"""Earlier revisions of an incident or a case, read beside what it is now."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic

from snhr_desktop.errors import Problem, UnknownCode
from snhr_desktop.i18n import N_
from snhr_desktop.store import history, restoring, sets
from snhr_desktop.store.bodies import FieldChange, changes
from snhr_desktop.store.sets import S

if TYPE_CHECKING:
    from sqlite3 import Connection

A_REVISION = N_("a revision of this record")


@dataclass(frozen=True)
class Earlier(Generic[S]):
    """A revision as the whole record it was, what of it can no longer be read, and how the record differs now."""

    given: S
    unread: tuple[Problem, ...]
    since: tuple[FieldChange, ...]
    latest: int


def earlier(connection: "Connection", kind: type[S], uid: str, number: int) -> Earlier[S]:
    """A set as a revision of it says, and the difference to now. Raises `UnknownCode`."""
    found, head = restoring.revision(connection, kind, uid, number), sets.head(connection, kind, uid)
    if found is None or head is None:
        raise no_such(number)
    then, now = (history.whole(connection, uid, n) or {} for n in (number, head.revision))
    return Earlier(*found, tuple(changes(then, now)), head.revision)


def no_such(number: int) -> UnknownCode:
    """What is told of a revision that there is not."""
    return UnknownCode(code=str(number), kind=A_REVISION, known="")
