"""The open store as an import reads and writes it: records as they are kept, whoever imports. Nothing here is shown."""

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from snhr_desktop.domain.doubles import incident_traits
from snhr_desktop.domain.places import Gazetteer
from snhr_desktop.domain.records import CaseFile, Dossier
from snhr_desktop.figures.remembered import RememberedAnswers
from snhr_desktop.store import beside, cases, conflicts, doubles, history, imports, person_links, saving, sets
from snhr_desktop.store.cases import CasesSaved
from snhr_desktop.store.conflicts import WITHDRAWN, FoundConflict, KeptConflict
from snhr_desktop.store.doubles import LikelyIncident
from snhr_desktop.store.history import Revision
from snhr_desktop.store.imports import Brought, ImportedRecord, WrittenBy
from snhr_desktop.store.saving import Author, PreparedSaved, Ready
from snhr_desktop.store.sets import S
from snhr_desktop.store.store import Store
from snhr_desktop.workspace.terms import TermDoor


@dataclass(frozen=True)
class AsKept:
    """What `exchange.import_records` asks for. Whoever hands it to an import sees to the right to import.

    `guarded` says that whoever imports may not see who sources are.
    """

    store: Store
    actor: str
    answers: RememberedAnswers
    terms: TermDoor
    guarded: bool

    @property
    def training(self) -> bool:
        """Whether the store is for made-up records."""
        return self.store.info.training

    @property
    def gazetteer(self) -> Gazetteer:
        """The places it knows."""
        return self.store.gazetteer

    def origins_held(self, origins: Iterable[str]) -> frozenset[str]:
        """Those of some origins that an incident or a case has."""
        with self.store.reading() as connection:
            return beside.origins_held(connection, origins)

    def newest_incident(self) -> int:
        """The row of the incident that was saved last, 0 where there is none."""
        with self.store.reading() as connection:
            return beside.newest_incident(connection)

    def others_there(self, code: str, newest: int, wanted: Iterable[tuple[str, str]]) -> Mapping[tuple[str, str], str]:
        """References of incidents of no data set `code` that stood at places on days, as far as `newest`."""
        with self.store.reading() as connection:
            return beside.others_there(connection, code, newest, wanted)

    def own_near(self, code: str, newest: int, wanted: Iterable[tuple[str, str]]) -> Mapping[tuple[str, str], str]:
        """The same of incidents of the data set, near these places and days."""
        with self.store.reading() as connection:
            return beside.own_near(connection, code, newest, wanted)

    def of_origin(self, kind: type[S], origin: str, reason: str) -> S | None:
        """What came from a record of another data set; of several one that was saved for a reason."""
        with self.store.reading() as connection:
            return sets.of_origin(connection, kind, origin, reason)

    def of_uid(self, kind: type[S], uid: str) -> S | None:
        """What is kept under an identity."""
        with self.store.reading() as connection:
            return sets.read(connection, kind, uid)

    def likely_incidents(self, given: Dossier) -> Sequence[LikelyIncident]:
        """The saved incidents that one may be about, the likeliest first, a few of them."""
        with self.store.reading() as connection:
            return doubles.likely_incidents(connection, incident_traits(given), given.incident.uid, self.gazetteer)

    def history(self, uid: str) -> tuple[Revision, ...]:
        """Every save of a record, oldest first."""
        with self.store.reading() as connection:
            return tuple(history.revisions(connection, uid))

    def brought(self, uid: str, number: int) -> Any:
        """What a file said of a record at the import that made a revision of it, as history keeps a record."""
        with self.store.reading() as connection:
            return imports.brought(connection, uid, number)

    def written_by_imports(self, uid: str) -> tuple[WrittenBy, ...]:
        """The imports that wrote a record, the first one first, and whether each was undone."""
        with self.store.reading() as connection:
            return imports.written(connection, uid)

    def kept_conflicts(self, uid: str) -> tuple[KeptConflict, ...]:
        """All that was ever found of a record, answered or not."""
        with self.store.reading() as connection:
            return conflicts.of_record(connection, uid)

    def withdraw_conflicts(self, uids: Iterable[str], reason: str) -> None:
        """Write down that a file says no more what it was found to say."""
        author = Author.of(self.actor, reason)
        with self.store.writing() as connection:
            for uid in uids:
                conflicts.answer(connection, uid, WITHDRAWN, author.actor, author.reason)

    def note_import(self, file: Brought, records: Iterable[Sequence[ImportedRecord | FoundConflict]]) -> str:
        """Write down what an import brings while it is written, all in one transaction.

        Returns the identity of the import, blank where it brought nothing.
        """
        with self.store.writing() as connection:
            return imports.note(connection, file, records, Author.of(self.actor, ""))

    def save_prepared(
        self, given: Iterable[Dossier | Ready], reason: str, *, named: bool, checked: Container[int]
    ) -> PreparedSaved:
        """Save many in one transaction; what has errors is left out and listed with its refusal.

        New ones may come ready to be written. Those at the places `checked` are as `exchange.convert.checked` gave
        them, and are not parsed again.
        """
        author = Author.of(self.actor, reason)
        saved = saving.save_prepared(self.store, given, author, named=named, checked=checked)
        self.answers.forget(saved.changes.types)
        return saved

    def save_cases(self, given: Iterable[CaseFile], reason: str, *, named: bool) -> CasesSaved:
        """Save many cases in one transaction; what has errors is left out and listed with its refusal."""
        saved = cases.save_many(self.store, given, Author.of(self.actor, reason), named=named)
        self.answers.forget(saved.changes.types)
        return saved

    def bring_terms(self, given: Iterable[Any], reason: str, *, dry_run: bool) -> int:
        """Take in the terms of the office that wrote the file."""
        return self.terms.bring_terms(given, reason, dry_run=dry_run)

    def link_as_brought(self, one: str, other: str, of_file: Callable[[str], bool], reason: str) -> None:
        """Say that two victims are one person as a file says, where both stand in incidents `of_file`, by identity.

        What staff said of them since stays.
        """
        with self.store.writing() as connection:
            held = person_links.incidents(connection, one, other)
            if len(held) == 2 and all(map(of_file, held)) and not person_links.were_parted(connection, one, other):
                person_links.link(connection, one, other, self.actor, reason)
