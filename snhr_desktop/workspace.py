"""The one door to an open store, for window and command line alike.

It hands plain values in and out: nothing above sees a connection or SQL. Each write says what it touched
(`Changes`). One thread at a time may use it; in the window that is the worker's.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from snhr_desktop import figures
from snhr_desktop.domain.periods import IDLIB
from snhr_desktop.domain.places import Gazetteer
from snhr_desktop.domain.records import Dossier, Period, PeriodFile
from snhr_desktop.errors import UnknownCode
from snhr_desktop.exchange import importing, training
from snhr_desktop.exchange.report import ImportReport
from snhr_desktop.figures import Answer
from snhr_desktop.figures.published import Beside, beside
from snhr_desktop.figures.remembered import RememberedAnswers
from snhr_desktop.i18n import N_, Language
from snhr_desktop.reports import changes, publishing
from snhr_desktop.reports.brief import Brief
from snhr_desktop.reports.changes import ChangesSince, PublishedIn, Resolved
from snhr_desktop.reports.gathering import redaction_of
from snhr_desktop.reports.progress import Progress, unwatched
from snhr_desktop.reports.publishing import Published, Rebuilt
from snhr_desktop.reports.redaction import Redaction
from snhr_desktop.reports.snapshot import Snapshot
from snhr_desktop.reports.texts import Overrides, each_text
from snhr_desktop.store import dossiers, drafts, history, listing, periods, persons, publications, saving
from snhr_desktop.store.bodies import FieldChange
from snhr_desktop.store.drafts import Draft
from snhr_desktop.store.history import Custody, Revision
from snhr_desktop.store.listing import IncidentPage, IncidentQuery, IncidentRow, Toll
from snhr_desktop.store.persons import Persons
from snhr_desktop.store.publications import Publication
from snhr_desktop.store.saving import Author, BulkSaved, Changes, Saved
from snhr_desktop.store.store import Store, StoreInfo
from snhr_desktop.store.verify import Finding, verify

__all__ = [
    "BulkSaved", "Changes", "ChangesSince", "Draft", "FieldChange", "Finding", "ImportReport", "IncidentPage",
    "IncidentQuery", "IncidentRow", "PeriodSaved", "Publication", "Published", "PublishedIn", "Rebuilt", "Resolved",
    "Revision", "Saved", "StoreInfo", "Toll", "Workspace",
]  # fmt: skip

AN_INCIDENT = N_("an incident")
"""What an unknown identity was taken for."""


@dataclass(frozen=True)
class PeriodSaved:
    """A period as it now stands, and what the save touched."""

    file: PeriodFile
    changes: Changes


class Workspace:
    """An open store. `actor` is who is named in the history of what is saved through it."""

    def __init__(self, store: Store, actor: str = "") -> None:
        """Take over an open store; callers use `create` and `open`."""
        self._store = store
        self._actor = actor
        self._answers = RememberedAnswers(store.connection)

    @classmethod
    def create(
        cls, folder: Path, passphrase: str, office: str, *, training: bool = False, actor: str = ""
    ) -> tuple[Self, str]:
        """Make a store with the Idlib period in it; returns the recovery code too, to be shown once.

        Raises `StoreExists`, `InvalidEntry` (office or passphrase), `ReadOnlyFolder`, `DiskFull`.
        """
        author = Author.of(actor, "")
        store, code = Store.create(
            folder,
            passphrase,
            office,
            training=training,
            seed=lambda made: periods.save_period(made, IDLIB, author),
        )
        return cls(store, actor), code

    @classmethod
    def open(cls, folder: Path, secret: str, *, actor: str = "", read_only: bool = False) -> Self:
        """Open a store by passphrase or recovery code.

        Raises `NotAStore`, `WrongPassphrase`, `NewerStore`, `ReadOnlyFolder`, `StoreBusy`, `DamagedStore`.
        """
        return cls(Store.open(folder, secret, read_only=read_only), actor)

    def close(self) -> None:
        """Close the store; a second time does nothing."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def info(self) -> StoreInfo:
        """Name, office, training or not, read-only or not, when it was made."""
        return self._store.info

    @property
    def gazetteer(self) -> Gazetteer:
        """The places the store knows."""
        return self._store.gazetteer

    def place_name(self, pcode: str, language: Language) -> str:
        """The name of a place in a language; the code itself where the store does not know it."""
        place = self.gazetteer.get(pcode)
        return self.gazetteer.label(place, language.code) if place else pcode

    def change_passphrase(self, secret: str, passphrase: str) -> None:
        """Let another passphrase open the store; `secret` is the present one, or the recovery code."""
        self._store.change_passphrase(secret, passphrase)

    @contextmanager
    def one_moment(self) -> Iterator[None]:
        """Let several questions see one state of the store, whatever another window saves meanwhile."""
        with self._store.reading():
            yield

    # --- records --------------------------------------------------------------------------------------------

    def save(self, dossier: Dossier, reason: str = "", draft: str = "") -> Saved:
        """Save an incident with all that hangs on it; the draft of that key goes in the same transaction.

        Raises `InvalidEntry` with every error in it, `ChangedMeanwhile`, `DiskFull`, `StoreBusy`, `ReadOnlyFolder`.
        """
        saved = saving.save(self._store, dossier, Author.of(self._actor, importing.typed_reason(reason)), draft)
        self._answers.forget(saved.changes.types)
        return saved

    def save_many(self, given: Iterable[Dossier], reason: str = "") -> BulkSaved:
        """Save many in one transaction, for imports; what has errors is left out and listed with its refusal."""
        saved = saving.save_many(self._store, given, Author.of(self._actor, reason))
        self._answers.forget(saved.changes.types)
        return saved

    def dossier(self, uid: str) -> Dossier:
        """An incident with all that hangs on it. Raises `UnknownCode`."""
        with self._store.reading() as connection:
            found = dossiers.read(connection, uid)
        if found is None:
            raise UnknownCode(code=uid, kind=AN_INCIDENT, known="")
        return found

    def dossiers(self, uids: Iterable[str]) -> tuple[Dossier, ...]:
        """Several at once, in the order asked for; unknown ones are passed over."""
        with self._store.reading() as connection:
            return tuple(dossiers.read_many(connection, list(uids)))

    def by_reference(self, reference: str) -> Dossier | None:
        """The incident of a reference such as `IDL-2018-00042`, or None."""
        with self._store.reading() as connection:
            return dossiers.find(connection, "reference", reference.strip().upper())

    def by_origin(self, origin: str) -> Dossier | None:
        """The incident that came from a record of another data set, or None."""
        with self._store.reading() as connection:
            return dossiers.find(connection, "origin", origin)

    def history(self, uid: str) -> tuple[Revision, ...]:
        """Every save of an incident (or a period), oldest first, with what each changed."""
        with self._store.reading() as connection:
            return history.revisions(connection, uid)

    def custody(self, uid: str) -> Custody:
        """Every save of an incident as a link of the history's chain, and the head of the chain."""
        with self._store.reading() as connection:
            return history.custody(connection, uid)

    def incidents(self, query: IncidentQuery) -> IncidentPage:
        """One page of the incidents that a query finds, and how many there are."""
        with self._store.reading() as connection:
            return listing.incidents(connection, query)

    def toll(self, query: IncidentQuery) -> Toll:
        """Civilians killed and injured in all the incidents that a query finds, whatever their status."""
        with self._store.reading() as connection:
            return listing.toll(connection, query)

    def persons(self) -> Persons:
        """The persons of all incidents who have a full name."""
        with self._store.reading() as connection:
            return persons.persons(connection)

    def documented_within(self, first: dt.date, last: dt.date) -> frozenset[str]:
        """Identities of the incidents that became documented on one of these days, as the history tells."""
        with self._store.reading() as connection:
            return history.documented_within(connection, first, last)

    # --- drafts ---------------------------------------------------------------------------------------------

    def put_draft(self, key: str, raw: Mapping[str, Any]) -> None:
        """Keep what a form holds, as typed."""
        with self._store.writing() as connection:
            drafts.put(connection, key, raw)

    def drafts(self) -> tuple[Draft, ...]:
        """All drafts, the newest first."""
        with self._store.reading() as connection:
            return drafts.drafts(connection)

    def discard_draft(self, key: str) -> None:
        """Forget a draft."""
        with self._store.writing() as connection:
            drafts.discard(connection, key)

    # --- periods --------------------------------------------------------------------------------------------

    def periods(self) -> tuple[PeriodFile, ...]:
        """All periods, in the order they were first saved."""
        with self._store.reading() as connection:
            return periods.periods(connection)

    def period(self, code: str) -> PeriodFile:
        """A period by its code. Raises `UnknownCode`."""
        with self._store.reading() as connection:
            return periods.period(connection, code)

    def save_period(self, file: PeriodFile, reason: str = "") -> PeriodSaved:
        """Save a period with its markers and published figures; the code says which. Raises `InvalidEntry`."""
        saved, types = periods.save_period(self._store, file, Author.of(self._actor, reason))
        return PeriodSaved(saved, Changes(types))

    # --- figures --------------------------------------------------------------------------------------------

    def answer(self, figure: str, period: Period, scope: str) -> Answer:
        """One figure's answer, remembered until something it reads has changed. Raises `UnknownCode`."""
        with self._store.reading():
            return self._answers.answer(figure, period, scope)

    def answers(self, period: Period, scope: str) -> Mapping[str, Answer]:
        """Every figure's answer by code, all of one moment. Raises `UnknownCode` for the scope."""
        with self._store.reading():
            return self._answers.answers(period, scope)

    def by_published_place(self, period: Period, scope: str) -> Mapping[str, Mapping[str, int]]:
        """Every figure's numbers by sub-district as far as records let it be published. Raises `UnknownCode`."""
        with self._store.reading() as connection:
            return figures.by_published_place(connection, period, scope)

    def behind(self, figure: str, period: Period, scope: str, breakdown: str = "", term: str = "") -> tuple[str, ...]:
        """Identities of the incidents behind a total or one term of a breakdown, by date. Raises `UnknownCode`."""
        with self._store.reading() as connection:
            return figures.behind(connection, figures.figure_of(figure), period, scope, breakdown, term)

    def beside(self, file: PeriodFile) -> tuple[Beside, ...]:
        """A period's published figures beside what is recorded, each in the scope it was published for."""
        with self._store.reading():
            return beside(file.published, lambda code, scope: self._answers.answer(code, file.period, scope))

    def killed_by_month(self, period: Period, scope: str) -> Mapping[str, Mapping[str, int]]:
        """Civilians killed of each class by month. Raises `UnknownCode` for the scope."""
        with self._store.reading() as connection:
            return figures.killed_by_month(connection, period, scope)

    # --- reports --------------------------------------------------------------------------------------------

    def gather(self, brief: Brief, as_of: dt.datetime | None = None) -> Snapshot:
        """Everything a report prints, in one consistent read. Raises `UnknownCode` for the period or the scope."""
        self._store.look_again()  # another window may have made it a store for training: every page has to say so
        with self._store.reading():
            return publishing.gathered(self._store, self, brief, as_of or dt.datetime.now().astimezone())

    def head(self) -> str:
        """The hash that stands for the whole history now."""
        with self._store.reading() as connection:
            return history.chain_head(connection)

    def redaction(self, brief: Brief) -> Redaction:
        """What takes withheld names out of the texts edited for a report. Raises `NoSuchIncident`."""
        with self._store.reading():
            return redaction_of(self, brief)

    def publish(
        self,
        brief: Brief,
        texts: Overrides | None = None,
        reason: str = "",
        progress: Progress = unwatched,
        archive: bool = False,
        seen: str = "",
    ) -> Published:
        """Give a report its code, freeze what it is made of, print it and keep it for good, all or nothing.

        `texts` are those edited for it, printed without withheld names; `progress` is told each step and may call it
        off; `archive` asks for PDF/A. `seen` is the `head` of when the report was looked at. Raises `UnknownCode`,
        `SavedMeanwhile`, `FiguresDisagree`, `CodesUsedUp`, `Cancelled` and the refusals of a write.
        """
        author = Author.of(self._actor, reason)
        shown = each_text(texts or {}, self.redaction(brief).typed)
        return publishing.publish(self._store, self, brief, shown, author, progress, archive, seen)

    def publications(self) -> tuple[Publication, ...]:
        """Every published report without its file, the newest first."""
        with self._store.reading() as connection:
            return publications.publications(connection)

    def publication(self, code: str) -> Publication:
        """A published report by its code. Raises `UnknownCode`."""
        with self._store.reading():
            return publishing.found(self._store, code)

    def published_file(self, code: str) -> bytes:
        """The file as it was published. Raises `UnknownCode`, `DamagedStore` where it is that file no longer."""
        with self._store.reading():
            return publishing.file_of(self._store, code)

    def rebuild(self, code: str) -> Rebuilt:
        """A published report built again from its frozen state: the same bytes. Raises `UnknownCode`, `DamagedStore`.

        Where the program or what it prints with is another now, that is named, and the kept file is handed out.
        """
        with self._store.reading():
            return publishing.rebuild(self._store, code)

    def changes_since(self, code: str) -> ChangesSince:
        """What is counted otherwise now than in a published report, with the incidents. Raises `UnknownCode`."""
        with self._store.reading():
            return changes.changes_since(self._store, self, code)

    def addendum(self, code: str, as_of: dt.datetime | None = None) -> bytes:
        """A file of its own that tells the changes since a report was published. Raises `UnknownCode`."""
        from snhr_desktop.reports.addendum import addendum

        return addendum(self.changes_since(code), as_of or dt.datetime.now().astimezone())

    def published_in(self, uid: str) -> tuple[PublishedIn, ...]:
        """The published reports that read an incident, at which revision, and their figures it is in."""
        with self._store.reading():
            return changes.published_in(self._store, uid)

    def resolve(self, typed: str) -> Resolved | None:
        """What a code on a page stands for, however it is typed: an incident, a published report, or nothing here."""
        with self._store.reading():
            return changes.resolve(self._store, typed)

    # --- exchange -------------------------------------------------------------------------------------------

    def import_file(self, path: Path, mapping: Path | None = None, dry_run: bool = False) -> ImportReport:
        """Take in a file of records, through a mapping file or the one its columns are recognised by.

        What the store has already is looked up and what is new is saved in one transaction, so that two windows
        that import one file do not both find it new. Raises `UnreadableFile`, `BadMapping`, `NoMapping` and the
        refusals of a write; then nothing was saved.
        """
        if dry_run:
            with self._store.reading():
                return importing.import_file(self, path, mapping, dry_run=True)
        with self._store.writing():
            return importing.import_file(self, path, mapping)

    def fill_with_training(self, incidents: int, seed: int) -> BulkSaved:
        """Add made-up incidents; an empty store becomes one for training. Raises `NotTraining` for one in use."""
        try:
            with self._store.writing():
                if not self.info.training:
                    self._store.devote_to_training()
                return training.fill(self, incidents, seed)
        finally:
            self._store.look_again()

    # --- care -----------------------------------------------------------------------------------------------

    def stamp(self) -> tuple[int, int]:
        """Differs from an earlier stamp once anything was changed, by this window or by another program."""
        return self._store.stamp()

    def verify(self) -> tuple[Finding, ...]:
        """Check file, history and figures; a sound store gives notes only."""
        return verify(self._store)
