"""Cases of detention and disappearance: saved and read like incidents."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from snhr_desktop.domain import rights
from snhr_desktop.domain.records import AttachmentLink, CaseFile
from snhr_desktop.errors import UnknownCode
from snhr_desktop.i18n import N_
from snhr_desktop.store import case_listing, cases, restoring, sets
from snhr_desktop.store.case_listing import CaseQuery, CaseRow
from snhr_desktop.store.cases import CasePlace, CaseSaved, CasesSaved
from snhr_desktop.store.earlier import Earlier, earlier, no_such
from snhr_desktop.store.saving import Author
from snhr_desktop.store.sequence import Found
from snhr_desktop.workspace.draft_files import DraftFileDoor
from snhr_desktop.workspace.room import into_spare_room

A_CASE = N_("a case")
"""What an unknown identity was taken for."""


class CaseDoor(DraftFileDoor):
    """Cases in and out. Each write says what it touched; the history of a case is asked for as an incident's is."""

    @into_spare_room
    def save_case(self, file: CaseFile, reason: str = "", draft: str = "") -> CaseSaved:
        """Save a case with its states; the draft of that key goes in the same transaction.

        Raises `InvalidEntry` with every error in it, `StepRefused`, `ChangedMeanwhile`, `DiskFull`, `StoreBusy`,
        `ReadOnlyFolder`, `NotYourRole`.
        """
        with self._store.writing():
            self._ensure_step(file)
            self._spare_unseen(draft)
            saved = cases.save(self._store, self._completed(file), self._author(reason), draft)
            record = AttachmentLink(record="case", target=saved.file.case.uid)
            self._keep_files(draft, record)
        self._is_saved(draft, record)
        self._answers.forget(saved.changes.types)
        return replace(saved, file=self._shown(saved.file))

    def save_cases(self, given: Iterable[CaseFile], reason: str = "", *, named: bool = False) -> CasesSaved:
        """Save many in one transaction; what has errors is left out and listed with its refusal.

        New ones that are `named` keep the reference they have, where no other has it.
        """
        self._require(rights.MANY)
        given = map(self._completed, given)
        saved = cases.save_many(self._store, given, Author.of(self._actor, reason), named=named)
        self._answers.forget(saved.changes.types)
        return saved

    def case_revision(self, uid: str, number: int) -> Earlier[CaseFile]:
        """A case as a revision of it says, and the difference to now. Raises `UnknownCode`."""
        with self._store.reading() as connection:
            found = earlier(connection, CaseFile, uid, number)
        return replace(found, given=self._shown(found.given))

    def restore_case(self, uid: str, number: int, reason: str, seen: int) -> CaseSaved:
        """Save what a revision says as a new one; `seen` is the latest that one knows.

        Raises `StepRefused` without a reason or for a status that may not follow, `InvalidEntry`, `ChangedMeanwhile`,
        `UnknownCode`, and the refusals of a write.
        """
        self._require(rights.REVIEW)
        kept = restoring.restore(self._store, cases.CASES, uid, number, self._author(reason), seen)
        if kept is None:
            raise no_such(number)
        self._answers.forget(kept.changes.types)
        return CaseSaved(self._shown(kept.given), kept.changes)

    def case(self, uid: str) -> CaseFile:
        """A case with its states. Raises `UnknownCode`."""
        with self._store.reading() as connection:
            found = cases.read(connection, uid)
        if found is None:
            raise UnknownCode(code=uid, kind=A_CASE, known="")
        return self._shown(found)

    def case_by_reference(self, reference: str) -> CaseFile | None:
        """The case of a reference such as `IDL-D-2018-00042`, or None."""
        with self._store.reading() as connection:
            return self._if_found(cases.find(connection, reference.strip().upper()))

    def case_files(self, uids: Iterable[str]) -> tuple[CaseFile, ...]:
        """Several at once, in the order asked for; unknown ones are passed over."""
        with self._store.reading() as connection:
            return tuple(map(self._shown, cases.read_many(connection, list(uids))))

    def case_places(self, uids: Iterable[str]) -> tuple[CasePlace, ...]:
        """The places of those among some cases that may be published less exactly than they are recorded."""
        with self._store.reading() as connection:
            return cases.places_shown(connection, uids)

    def case_by_origin(self, origin: str, reason: str = "") -> CaseFile | None:
        """The case that came from a record of another data set, or None; of several one saved for a reason."""
        with self._store.reading() as connection:
            return self._if_found(sets.of_origin(connection, CaseFile, origin, reason))

    def has_case(self, origin: str) -> bool:
        """Whether a case came from a record of another data set."""
        with self._store.reading() as connection:
            return cases.came_from(connection, origin)

    def cases_found(self, query: CaseQuery, most: int = -1, wanted: Callable[[], bool] = lambda: True) -> Found | None:
        """The rows of the cases that a query finds, in order; None once `wanted` says that nobody waits for them."""
        with self._store.reading() as connection:
            return case_listing.found(connection, query, most, wanted)

    def case_rows(self, ids: Iterable[int]) -> tuple[CaseRow, ...]:
        """What the list says of cases by their rows."""
        with self._store.reading() as connection:
            return case_listing.rows(connection, ids)
