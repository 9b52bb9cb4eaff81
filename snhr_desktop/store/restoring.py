"""Earlier revisions: each can be read as the whole record that it was, and put in place again as a new one."""

from dataclasses import replace
from typing import TYPE_CHECKING

from snhr_desktop.domain.checks import stops
from snhr_desktop.domain.records import Dossier
from snhr_desktop.domain.steps import at_status
from snhr_desktop.errors import InvalidEntry, MergeUndone, Problem, StepRefused
from snhr_desktop.i18n import N_
from snhr_desktop.store import history, merges
from snhr_desktop.store.saving import Author, Saved, save
from snhr_desktop.store.store import Store

if TYPE_CHECKING:
    from sqlite3 import Connection

REASON_TO_RESTORE = N_("Write why the earlier revision is restored.")


def revision(connection: "Connection", uid: str, number: int) -> tuple[Dossier, tuple[Problem, ...]] | None:
    """An incident as a revision of it says, and what of that can no longer be read; None where there is no such."""
    body = history.whole(connection, uid, number)
    if body is None or "incident" not in body:
        return None
    dossier, wrong = Dossier.parse(body)
    return replace(dossier, revision=number), stops(wrong)


def restore(store: Store, uid: str, number: int, author: Author, seen: int) -> Saved | None:
    """Save what a revision says as a new one, sensitive values included; None where there is no such revision.

    `seen` is the latest revision that the person knows. Raises what `save` raises, `StepRefused` without a reason, and
    `InvalidEntry` where a value of that time can no longer be read: it would be lost unseen; `MergeUndone` where it
    holds another incident that stands on its own again: that would be counted twice.
    """
    if not author.reason.strip():
        raise StepRefused([at_status(REASON_TO_RESTORE)])
    with store.writing() as connection:
        found = revision(connection, uid, number)
        if found is None:
            return None
        dossier, unread = found
        if unread:
            raise InvalidEntry(unread)
        if other := merges.given_back(connection, uid, number):
            raise MergeUndone(reference=other)
        return save(store, replace(dossier, revision=seen), author)
