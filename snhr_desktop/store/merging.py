"""Make one incident of two, and two of one again: both are saves like any other, told by their action in history."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from snhr_desktop.domain.checks import stops
from snhr_desktop.domain.records import CHILDREN, Dossier, Incident
from snhr_desktop.domain.steps import DOCUMENTED, REASON_FOR_STEP, at_status
from snhr_desktop.errors import (
    ChangedMeanwhile,
    InvalidEntry,
    MergedAway,
    MergedSince,
    MergedWithItself,
    NotMerged,
    SavedSinceMerge,
    StepRefused,
)
from snhr_desktop.i18n import N_
from snhr_desktop.store import dossiers, history, merges, saving, sets
from snhr_desktop.store.actions import MERGED, MERGED_AWAY, UNMERGED
from snhr_desktop.store.saving import DOSSIERS, Author, Changes, Circumstances
from snhr_desktop.store.store import Store

if TYPE_CHECKING:
    from sqlite3 import Connection

LEAVES_FIGURES = N_(
    "The other incident is documented, and its toll would leave the figures. Keep the status documented, or merge "
    "this one into it."
)
_EVERY_TYPE = frozenset({Incident.type_name, *(kind.type_name for kind in CHILDREN.values())})


@dataclass(frozen=True)
class Merged:
    """Both incidents as they now stand: the one that stays, and the other, rejected as its duplicate."""

    dossier: Dossier
    other: Dossier
    changes: Changes


@dataclass(frozen=True)
class Unmerged:
    """Both incidents as they were before the merge, under new revisions.

    `changed_since` counts the saves of the one that stayed between merge and undoing: they stay in its history.
    """

    dossier: Dossier
    other: Dossier
    changed_since: int
    changes: Changes


def merge(store: Store, joined: Dossier, other_uid: str, other_revision: int, author: Author) -> Merged:
    """Save what two incidents come to under the identity of the first, and reject the other as its duplicate.

    Raises `MergedWithItself`, `InvalidEntry` for any error in the joined one, `StepRefused` for a status that it may
    not have and where a documented incident would leave the figures or go without a reason,
    `ChangedMeanwhile` where either was saved since it was read, `MergedAway` where either is merged into another
    already, and the refusals of a write.
    """
    if other_uid == joined.incident.uid:
        raise MergedWithItself
    checked = saving.checked(store, DOSSIERS, joined)
    with store.writing() as connection:
        first = _read(connection, joined.incident.uid, joined.revision)
        other = _read(connection, other_uid, other_revision)
        wanted = sets.with_uids(connection, _named(checked, first))
        saving.may_follow(connection, DOSSIERS, first, wanted, author)
        _may_go(other, wanted, author)
        kept = _put(store, connection, first, wanted, author, MERGED)
        rejected = replace(other, incident=replace(other.incident, status="rejected"))
        gone = _put(store, connection, other, rejected, author, MERGED_AWAY)
        merges.add(connection, (kept.incident.uid, kept.revision), (gone.incident.uid, gone.revision))
    return Merged(kept, gone, _changes(kept, gone))


def unmerge(store: Store, other_uid: str, author: Author, seen: int = 0) -> Unmerged:
    """Give back both incidents as they were before the other was merged away.

    `seen` is how many saves of the one that stayed the person knows of since the merge. Raises `SavedSinceMerge` where
    there are others, `StepRefused` where one goes back from documented without a reason, `InvalidEntry` where a value
    of before the merge can no longer be read: it would be lost unseen; `NotMerged`;
    `MergedAway` where the one that stayed was itself merged into a third since, and `MergedSince`
    where a third was merged into it since: what came last is undone first.
    """
    with store.writing() as connection:
        found = merges.of_other(connection, other_uid)
        if found is None:
            raise NotMerged
        _refuse_away(connection, found.survivor_uid)
        last = merges.latest_into(connection, found.survivor_uid)
        if last and last.row != found.row:
            raise MergedSince(reference=_reference(connection, last.other_uid))
        head = dossiers.head(connection, found.survivor_uid)
        if head and head.revision - found.survivor_number != seen:
            raise SavedSinceMerge(reference=head.reference)
        kept, since = _restored(store, connection, found.survivor_uid, found.survivor_number, author)
        other, _ = _restored(store, connection, found.other_uid, found.other_number, author)
        merges.undo(connection, found.row, kept.revision, other.revision)
    return Unmerged(kept, other, since, _changes(kept, other))


def _read(connection: "Connection", uid: str, revision: int) -> Dossier:
    found = dossiers.read(connection, uid)
    if found is None or found.revision != revision:
        raise ChangedMeanwhile
    _refuse_away(connection, uid)
    return found


def _may_go(other: Dossier, wanted: Dossier, author: Author) -> None:
    """Raise `StepRefused` where a documented incident goes away into one that is not, or without a reason."""
    if other.incident.status != DOCUMENTED:
        return
    if wanted.incident.status != DOCUMENTED:
        raise StepRefused([at_status(LEAVES_FIGURES)])
    if not author.reason.strip():
        raise StepRefused([at_status(REASON_FOR_STEP)])


def _refuse_away(connection: "Connection", uid: str) -> None:
    if into := merges.merged_into(connection, uid):
        raise MergedAway(reference=into.reference)


def _restored(store: Store, connection: "Connection", uid: str, number: int, author: Author) -> tuple[Dossier, int]:
    """An incident saved again as it was before a revision, and how many revisions there were after that one."""
    now = dossiers.read(connection, uid)
    assert now is not None  # an incident is never removed
    then, wrong = Dossier.parse(history.whole(connection, uid, number - 1) or {})
    if unread := stops(wrong):
        raise InvalidEntry(unread)
    back = now.incident.status == DOCUMENTED != then.incident.status
    if back and not author.reason.strip():
        raise StepRefused([at_status(REASON_FOR_STEP)])
    then = sets.with_uids(connection, replace(then, revision=now.revision))
    return _put(store, connection, now, then, author, UNMERGED), now.revision - number


def _put(
    store: Store, connection: "Connection", before: Dossier, after: Dossier, author: Author, action: str
) -> Dossier:
    how = Circumstances(author, store.gazetteer, action)
    return saving.put(connection, DOSSIERS, (before, after), how).given


def _named(joined: Dossier, first: Dossier) -> Dossier:
    return replace(joined, incident=replace(joined.incident, reference=first.incident.reference))


def _reference(connection: "Connection", uid: str) -> str:
    head = dossiers.head(connection, uid)
    return head.reference if head else uid


def _changes(*dossiers_touched: Dossier) -> Changes:
    return Changes(_EVERY_TYPE, tuple(each.incident.uid for each in dossiers_touched))
