"""Why the status that a save leads to may not follow: asked by every save, and beforehand by whoever previews one."""

from typing import TYPE_CHECKING

from snhr_desktop.domain.records import Dossier
from snhr_desktop.domain.steps import DOCUMENTED, NOT_FROM_HERE, entered, refused, second_person_missing
from snhr_desktop.i18n import Message
from snhr_desktop.store import history, office, queue

if TYPE_CHECKING:
    from sqlite3 import Connection


def objection(
    connection: "Connection", before: Dossier | None, after: Dossier, actor: str, reason: str
) -> Message | None:
    """What speaks against a save of `after` in place of `before` by somebody, or None.

    A new incident may have any status: another data set may bring it documented. Where the office asks for a second
    person, that holds for new ones too; a documented one is not changed in place, nor assessed otherwise by whoever
    entered it.
    """
    if before is not None and before.incident.status != after.incident.status:
        way = before.incident.status, after.incident.status, reason
        against = refused(*way)
        if against == NOT_FROM_HERE:  # unless that takes a step back
            against = refused(*way, history.statuses(connection, after.incident.uid))
        if against:
            return against
    if after.incident.status != DOCUMENTED or not office.rules(connection).second_person:
        return None
    if before is None or entered(before) != entered(after):
        return second_person_missing(actor, actor)
    held = queue.state(connection, after.incident.uid)
    return second_person_missing(actor, held.author if held else "")
