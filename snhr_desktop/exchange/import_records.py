"""What an import asks of the open store."""

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from typing import Any, Protocol

from snhr_desktop.domain.places import Gazetteer
from snhr_desktop.domain.records import CaseFile, Dossier
from snhr_desktop.store.cases import CasesSaved
from snhr_desktop.store.conflicts import FoundConflict, KeptConflict
from snhr_desktop.store.doubles import LikelyIncident
from snhr_desktop.store.history import Revision
from snhr_desktop.store.imports import Brought, ImportedRecord, WrittenBy
from snhr_desktop.store.saving import PreparedSaved, Ready
from snhr_desktop.store.sets import S


class Records(Protocol):
    """What an import asks of the open store: records as they are kept, whatever whoever imports may see of them."""

    @property
    def guarded(self) -> bool:
        """Whether whoever imports may not see who sources are: what is kept of them stays, and is asked about."""

    @property
    def training(self) -> bool:
        """Whether the store is for made-up records."""

    @property
    def gazetteer(self) -> Gazetteer:
        """The places it knows."""

    def origins_held(self, origins: Iterable[str]) -> frozenset[str]:
        """Those of some origins that an incident or a case has."""

    def newest_incident(self) -> int:
        """The row of the incident that was saved last, 0 where there is none."""

    def others_there(self, code: str, newest: int, wanted: Iterable[tuple[str, str]]) -> Mapping[tuple[str, str], str]:
        """References of incidents of no data set `code` that stood at places on days, as far as `newest`."""

    def own_near(self, code: str, newest: int, wanted: Iterable[tuple[str, str]]) -> Mapping[tuple[str, str], str]:
        """The same of incidents of the data set, near these places and days."""

    def of_origin(self, kind: type[S], origin: str, reason: str) -> S | None:
        """What came from a record of another data set; of several one that was saved for a reason."""

    def of_uid(self, kind: type[S], uid: str) -> S | None:
        """What is kept under an identity."""

    def likely_incidents(self, given: Dossier) -> Sequence[LikelyIncident]:
        """The saved incidents that one may be about, the likeliest first, a few of them."""

    def bring_terms(self, given: Iterable[Any], reason: str, *, dry_run: bool) -> int:
        """Take in the terms of the office that wrote the file."""

    def link_as_brought(self, one: str, other: str, of_file: Callable[[str], bool], reason: str) -> None:
        """Say that two victims are one person as a file says, where both stand in incidents `of_file`."""

    def history(self, uid: str) -> tuple[Revision, ...]:
        """Every save of an incident, oldest first."""

    def brought(self, uid: str, number: int) -> Any:
        """What a file said of a record at the import that made a revision of it."""

    def written_by_imports(self, uid: str) -> tuple[WrittenBy, ...]:
        """The imports that wrote a record, the first one first."""

    def kept_conflicts(self, uid: str) -> tuple[KeptConflict, ...]:
        """What files were found to say otherwise than staff, with what was answered."""

    def withdraw_conflicts(self, uids: Iterable[str], reason: str) -> None:
        """Write down that a file says no more what it was found to say."""

    def note_import(self, file: Brought, records: Iterable[Sequence[ImportedRecord | FoundConflict]]) -> str:
        """Write down what an import brings, some records at a time as they are written; blank where none was."""

    def save_prepared(
        self, given: Iterable[Dossier | Ready], reason: str, *, named: bool, checked: Container[int]
    ) -> PreparedSaved:
        """Save many in one transaction; `named` ones keep their references where those are free.

        New ones may come ready to be written. Those at the places `checked` were parsed and found without errors.
        """

    def save_cases(self, given: Iterable[CaseFile], reason: str, *, named: bool) -> CasesSaved:
        """Save many cases in one transaction, as `save_prepared` does."""
