"""Review: the queue, steps of verification, notes, what is new to a person, and earlier revisions."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from snhr_desktop.domain import rights
from snhr_desktop.domain.records import Dossier
from snhr_desktop.errors import InvalidEntry, Problem, UnknownCode
from snhr_desktop.i18n import N_
from snhr_desktop.store import dossiers, history, identities, looked, notes, office, queue, restoring, stepping
from snhr_desktop.store.bodies import FieldChange, changes
from snhr_desktop.store.earlier import Earlier, earlier, no_such
from snhr_desktop.store.history import Revision
from snhr_desktop.store.notes import Note
from snhr_desktop.store.office import OfficeRules
from snhr_desktop.store.queue import QueueQuery, QueueRow
from snhr_desktop.store.saving import DOSSIERS, Author, BulkSaved, Changes, Saved
from snhr_desktop.store.sequence import Found
from snhr_desktop.store.stepping import Planned, Progress
from snhr_desktop.workspace.records import AN_INCIDENT, IncidentDoor

NOTHING_WRITTEN = N_("Write the note first.")


@dataclass(frozen=True)
class NoteSaved:
    """A note as it stands in the thread, and what its saving touched."""

    note: Note
    changes: Changes


@dataclass(frozen=True)
class RulesSaved:
    """The rules of the office as they hold now, and what the save touched."""

    rules: OfficeRules
    changes: Changes


@dataclass(frozen=True)
class Since:
    """What is new to a person in an incident: when they last looked (UTC), at which revision, what changed by now."""

    revision: int
    at: str
    changes: tuple[FieldChange, ...]
    notes: int


def unwatched(_: int) -> None:
    """For whoever just waits."""


class ReviewDoor(IncidentDoor):
    """What a reviewer asks and does. Each write says what it touched."""

    def queue_found(self, query: QueueQuery, most: int = -1, wanted: Callable[[], bool] = lambda: True) -> Found | None:
        """The rows of the incidents that wait, in the order of the queue; None once `wanted` says no."""
        with self._store.reading() as connection:
            return queue.found(connection, self._actor, query, most, wanted)

    def queue_rows(self, rows: Iterable[int]) -> tuple[QueueRow, ...]:
        """What the queue says of some incidents, in the order asked for."""
        with self._store.reading() as connection:
            return queue.rows(connection, self._actor, rows)

    def uids_of(self, rows: Iterable[int]) -> tuple[str, ...]:
        """Identities of incidents by their rows in a list."""
        with self._store.reading() as connection:
            return queue.uids(connection, rows)

    def queue_counts(self) -> Mapping[str, int]:
        """How many incidents have each status."""
        with self._store.reading() as connection:
            return queue.counts(connection)

    # --- steps ----------------------------------------------------------------------------------------------

    def plan_step(self, uids: Sequence[str], to: str, progress: Progress = unwatched) -> tuple[Planned, ...]:
        """What a step would do to each incident, or why not; a blank status takes the last step back."""
        return stepping.plan(self._store, uids, to, self._actor, progress)

    def take_step(self, planned: Sequence[Planned], reason: str = "", progress: Progress = unwatched) -> BulkSaved:
        """Take a step as planned, in one transaction; what cannot take it any more is refused and left as it is."""
        self._require(rights.REVIEW)
        saved = stepping.take(self._store, planned, self._author(reason), progress)
        self._answers.forget(saved.changes.types)
        shown = tuple(replace(one, dossier=self._shown(one.dossier)) for one in saved.saved)
        return replace(saved, saved=shown)

    # --- notes and looks ------------------------------------------------------------------------------------

    def notes(self, uid: str) -> tuple[Note, ...]:
        """The notes of reviewers on an incident, oldest first."""
        with self._store.reading() as connection:
            return notes.notes(connection, uid)

    def add_note(self, uid: str, text: str) -> NoteSaved:
        """Add a note for good. Raises `InvalidEntry` for a blank one, `UnknownCode`, and the refusals of a write."""
        written = Author.of(self._actor, text)
        if not written.reason.strip():
            raise InvalidEntry([Problem("incident", "", NOTHING_WRITTEN)])
        with self._store.writing() as connection:
            if dossiers.head(connection, uid) is None:
                raise UnknownCode(code=uid, kind=AN_INCIDENT, known="")
            note = notes.add(connection, uid, written.actor, written.reason)
        return NoteSaved(note, Changes(frozenset({notes.RECORD_TYPE}), (uid,)))

    def since_looked(self, uid: str) -> Since | None:
        """What changed since one last looked at an incident, or None where one never did."""
        with self._store.reading() as connection:
            last, head = looked.last(connection, self._actor, uid), dossiers.head(connection, uid)
            if last is None or head is None:
                return None
            mine = identities.names(connection, self._actor)
            fresh = [n for n in notes.notes(connection, uid) if n.at > last.at and n.actor not in mine]
            before, now = (history.whole(connection, uid, n) or {} for n in (last.revision, head.revision))
            return Since(last.revision, last.at, tuple(changes(before, now)), len(fresh))

    def look(self, uid: str, revision: int) -> None:
        """Remember that one has looked at a revision; a store open for reading alone remembers nothing."""
        if self._store.info.read_only:
            return
        with self._store.writing() as connection:
            looked.mark(connection, self._actor, uid, revision)

    # --- earlier revisions ----------------------------------------------------------------------------------

    def revision(self, uid: str, number: int) -> Earlier[Dossier]:
        """An incident as a revision of it says, and the difference to now. Raises `UnknownCode`."""
        with self._store.reading() as connection:
            found = earlier(connection, Dossier, uid, number)
        return replace(found, given=self._shown(found.given))

    def restore(self, uid: str, number: int, reason: str, seen: int) -> Saved:
        """Save what a revision says as a new one; `seen` is the latest that one knows.

        Raises `StepRefused` without a reason or for a status that may not follow, `InvalidEntry`, `ChangedMeanwhile`,
        `MergeUndone`, `MergeStands`, `UnknownCode`, and the refusals of a write.
        """
        self._require(rights.REVIEW)
        kept = restoring.restore(self._store, DOSSIERS, uid, number, self._author(reason), seen)
        if kept is None:
            raise no_such(number)
        self._answers.forget(kept.changes.types)
        return Saved(self._shown(kept.given), kept.changes)

    # --- the office -----------------------------------------------------------------------------------------

    def rules(self) -> OfficeRules:
        """The rules the office has set for itself."""
        with self._store.reading() as connection:
            return office.rules(connection)

    def rules_history(self) -> tuple[Revision, ...]:
        """Every change of the rules of the office, oldest first."""
        with self._store.reading() as connection:
            return office.revisions(connection)

    def set_rules(self, wanted: OfficeRules, reason: str = "") -> RulesSaved:
        """Set the rules of the office; the change stands in the history with its reason."""
        self._require(rights.RULES)
        author = self._author(reason)
        with self._store.writing() as connection:
            changed = office.write(connection, wanted, author.actor, author.reason)
        return RulesSaved(wanted, Changes(frozenset({office.RECORD_TYPE} if changed else ())))
