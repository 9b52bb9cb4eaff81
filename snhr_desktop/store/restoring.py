"""Earlier revisions: each can be read as the whole record that it was, and put in place again as a new one."""

from dataclasses import replace
from typing import TYPE_CHECKING

from snhr_desktop.domain.checks import stops
from snhr_desktop.domain.steps import at_status
from snhr_desktop.errors import InvalidEntry, MergeStands, MergeUndone, Problem, StepRefused
from snhr_desktop.i18n import N_
from snhr_desktop.store import history, merges
from snhr_desktop.store.saving import Author, Keeping, Kept, keep
from snhr_desktop.store.sets import S
from snhr_desktop.store.store import Store

if TYPE_CHECKING:
    from sqlite3 import Connection

REASON_TO_RESTORE = N_("Write why the earlier revision is restored.")


def revision(connection: "Connection", kind: type[S], uid: str, number: int) -> tuple[S, tuple[Problem, ...]] | None:
    """A set as a revision of it says, and what of that can no longer be read; None where there is no such."""
    body = history.whole(connection, uid, number)
    if body is None or kind.head_name not in body:
        return None
    given, wrong = kind.parse(body)
    return replace(given, revision=number), stops(wrong)


def restore(store: Store, keeping: Keeping[S], uid: str, number: int, author: Author, seen: int) -> Kept[S] | None:
    """Save what a revision says as a new one, sensitive values included; None where there is no such revision.

    `seen` is the latest revision that the person knows. Raises what `keep` raises, `StepRefused` without a reason, and
    `InvalidEntry` where a value of that time can no longer be read: it would be lost unseen; `MergeUndone` where it
    holds another incident that stands on its own again: that would be counted twice; `MergeStands` where it is from
    before a merge in force: that would be counted nowhere.
    """
    if not author.reason.strip():
        raise StepRefused([at_status(REASON_TO_RESTORE, keeping.kind.head_type.type_name)])
    with store.writing() as connection:
        found = revision(connection, keeping.kind, uid, number)
        if found is None:
            return None
        given, unread = found
        if unread:
            raise InvalidEntry(unread)
        if other := merges.given_back(connection, uid, number):
            raise MergeUndone(reference=other)
        if later := merges.taken_in_after(connection, uid, number):
            raise MergeStands(reference=later)
        return keep(store, keeping, replace(given, revision=seen), author)
