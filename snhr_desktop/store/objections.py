"""Why the status that a save leads to may not follow: asked by every save, and beforehand by whoever previews one."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from snhr_desktop.domain.records import RecordSet
from snhr_desktop.domain.steps import DOCUMENTED, NOT_FROM_HERE, entered, refused, second_person_missing
from snhr_desktop.i18n import Message
from snhr_desktop.store import history, office, queue
from snhr_desktop.store.identities import lasting
from snhr_desktop.store.sets import S

_CAN_RETURN = 3
"""The first revision that can say again what another before the last said."""

if TYPE_CHECKING:
    from sqlite3 import Connection


def objection(connection: "Connection", before: S | None, after: S, actor: str, reason: str) -> Message | None:
    """What speaks against a save of `after` in place of `before` by somebody, or None.

    A new record may have any status: another data set may bring it documented. Where the office asks for a second
    person, that holds for new ones too; a documented one is not changed in place, nor assessed otherwise by whoever
    entered it, under whichever name.
    """
    if before is not None and before.head.status != after.head.status:
        way = before.head.status, after.head.status, reason
        against = refused(*way)
        if against == NOT_FROM_HERE:  # unless that takes a step back
            against = refused(*way, history.statuses(connection, after.head.uid))
        if against:
            return against
    if before is None:
        return objection_to_new(connection, after.head.status, actor)
    if after.head.status != DOCUMENTED or not office.rules(connection).second_person:
        return None
    if entered(before) != entered(after):
        return second_person_missing(actor, actor)
    me = lasting(connection, actor)
    by = [lasting(connection, one) for one in _enterers(connection, before, after)]
    return next((against for one in by if (against := second_person_missing(me, one))), None)


def objection_to_new(connection: "Connection", status: str, actor: str) -> Message | None:
    """What speaks against a new record of a status by somebody, or None."""
    if status != DOCUMENTED or not office.rules(connection).second_person:
        return None
    return second_person_missing(actor, actor)


def _enterers(connection: "Connection", before: RecordSet, after: RecordSet) -> Iterable[str]:
    """Who entered it; blank where nobody is known. Of an incident saved once or twice the queue knows it."""
    held = queue.state(connection, after.head.uid) if before.revision < _CAN_RETURN else None
    return [held.author] if held else queue.enterers(connection, type(after), after.head.uid) or [""]
