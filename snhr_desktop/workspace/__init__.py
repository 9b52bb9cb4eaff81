"""The one door to an open store, for window and command line alike.

It hands plain values in and out: nothing above sees a connection or SQL. Each write says what it touched
(`Changes`). One thread at a time may use it; in the window that is the worker's. What it can do stands in a file
for each subject.
"""

from contextlib import suppress
from pathlib import Path
from typing import Self

from snhr_desktop.domain.periods import IDLIB
from snhr_desktop.domain.records import User
from snhr_desktop.domain.rights import ADMINISTRATOR
from snhr_desktop.errors import LastTries, OlderStore, ReadOnlyFolder, Refusal, WrongKey, WrongPassphrase
from snhr_desktop.exchange.report import ImportReport
from snhr_desktop.reports.changes import ChangesSince, PublishedIn, Resolved
from snhr_desktop.reports.publishing import Published, Rebuilt
from snhr_desktop.store import editing, escrow
from snhr_desktop.store.actions import MORE_THAN_A_SAVE
from snhr_desktop.store.attachments.custody import CustodyEntry
from snhr_desktop.store.bodies import FieldChange
from snhr_desktop.store.case_listing import CaseQuery, CaseRow
from snhr_desktop.store.cases import CaseSaved, CasesSaved
from snhr_desktop.store.doubles import LikelyIncident, LikelyPerson
from snhr_desktop.store.drafts import Draft
from snhr_desktop.store.earlier import Earlier
from snhr_desktop.store.editing import Editing
from snhr_desktop.store.exports import ExportAct
from snhr_desktop.store.finding import FoundCase, FoundIncident, FoundPerson, FoundSource
from snhr_desktop.store.findings import Finding
from snhr_desktop.store.history import Revision
from snhr_desktop.store.identity import new_uid
from snhr_desktop.store.keyslots import prepared
from snhr_desktop.store.listing import IncidentPage, IncidentQuery, IncidentRow, Toll
from snhr_desktop.store.log import words as words_of_unread
from snhr_desktop.store.merges import MergedWith
from snhr_desktop.store.merging import Merged, Unmerged
from snhr_desktop.store.notes import Note
from snhr_desktop.store.office import OfficeRules
from snhr_desktop.store.people import PersonQuery, PersonRow
from snhr_desktop.store.periods import save_period
from snhr_desktop.store.person_links import LinkedPerson
from snhr_desktop.store.publications import Publication
from snhr_desktop.store.queue import QueueQuery, QueueRow
from snhr_desktop.store.saved_filters import SavedFilter
from snhr_desktop.store.saving import Author, BulkSaved, Changes, Saved
from snhr_desktop.store.sequence import Found
from snhr_desktop.store.spread import Spread, Tally
from snhr_desktop.store.stepping import Planned
from snhr_desktop.store.store import Store, StoreInfo
from snhr_desktop.store.upkeep import Progress, unseen
from snhr_desktop.store.users import save as save_user
from snhr_desktop.store.users import who
from snhr_desktop.workspace.attachments import AttachmentSaved, Proposed, TakenIn
from snhr_desktop.workspace.backups import Safety
from snhr_desktop.workspace.conflicts import SaidOtherwise
from snhr_desktop.workspace.doubles import DoubleDoor, LikelyDoubles
from snhr_desktop.workspace.exchange import ExchangeDoor
from snhr_desktop.workspace.exporting import ExportDoor, Exported
from snhr_desktop.workspace.handing_out import HandedOut, HandOutDoor
from snhr_desktop.workspace.imports import Provenance
from snhr_desktop.workspace.lists import ListDoor
from snhr_desktop.workspace.merging import Kinship
from snhr_desktop.workspace.periods import PeriodSaved
from snhr_desktop.workspace.places import PlacesDoor
from snhr_desktop.workspace.proving import ProofDoor
from snhr_desktop.workspace.reports import ReportDoor
from snhr_desktop.workspace.review import NoteSaved, ReviewDoor, RulesSaved, Since
from snhr_desktop.workspace.room import RoomDoor
from snhr_desktop.workspace.sealing import SealDoor
from snhr_desktop.workspace.seeking import FiltersChanged, SeekDoor, Sought
from snhr_desktop.workspace.terms import TermDoor, TermSaved
from snhr_desktop.workspace.users import KeyState, Listed, UserDoor, UserSaved

__all__ = [
    "MORE_THAN_A_SAVE", "AttachmentSaved", "BulkSaved", "CaseQuery", "CaseRow", "CaseSaved", "CasesSaved",
    "Changes", "ChangesSince", "CustodyEntry", "Draft", "Earlier", "Editing", "ExportAct", "Exported", "FieldChange",
    "FiltersChanged",
    "Finding", "Found", "FoundCase", "FoundIncident", "FoundPerson", "FoundSource", "HandedOut", "ImportReport",
    "IncidentPage", "IncidentQuery", "IncidentRow", "KeyState", "Kinship", "LikelyDoubles", "LikelyIncident",
    "LikelyPerson", "LinkedPerson", "Listed", "Merged", "MergedWith", "Note", "NoteSaved", "OfficeRules",
    "PeriodSaved", "PersonQuery", "PersonRow", "Planned", "Proposed", "Provenance", "Publication", "Published",
    "PublishedIn", "QueueQuery", "QueueRow", "Rebuilt", "Resolved", "Revision", "RulesSaved", "Safety", "SaidOtherwise",
    "Saved", "SavedFilter", "Since", "Sought", "Spread", "StoreInfo", "TakenIn", "Tally", "TermSaved", "Toll",
    "Unmerged", "User", "UserSaved", "Workspace", "words_of_unread",
]  # fmt: skip


FIRST_NAME = "Administrator"
"""The first user of a store for which no name was typed."""


class Workspace(
    HandOutDoor,
    ExportDoor,
    ReportDoor,
    ExchangeDoor,
    SealDoor,
    DoubleDoor,
    ListDoor,
    ReviewDoor,
    SeekDoor,
    UserDoor,
    TermDoor,
    RoomDoor,
    ProofDoor,
    PlacesDoor,
):
    """An open store. `user` is who is named in the history of what is saved through it."""

    @classmethod
    def create(
        cls, folder: Path, passphrase: str, office: str, *, training: bool = False, actor: str = ""
    ) -> tuple[Self, str]:
        """Make a store with the Idlib period in it; returns the recovery code too, to be shown once.

        `actor` becomes its first administrator, whose passphrase it is.

        Raises `StoreExists`, `InvalidEntry` (office or passphrase), `ReadOnlyFolder`, `DiskFull`.
        """
        first = User(uid=new_uid(), name=actor or FIRST_NAME, role=ADMINISTRATOR)
        author = Author.of(first.name, "")
        store, code = Store.create(
            folder,
            passphrase,
            office,
            training=training,
            user=first.uid,
            seed=lambda made: _seed(made, first, author),
        )
        return cls(store, user=first), code

    @classmethod
    def open(
        cls, folder: Path, secret: str, *, actor: str = "", read_only: bool = False, progress: Progress = unseen
    ) -> Self:
        """Open a store by passphrase or recovery code.

        A passphrase says who it is. `actor` is who works here where it is nobody's in particular. `progress` hears of
        an older store that is brought up to date, which may take minutes.

        Raises `NotAStore`, `WrongPassphrase`, `NewerStore`, `ReadOnlyFolder`, `StoreBusy`,
        `DamagedStore`, `KeysDestroyed`, `TriedTooSoon`, `SwitchedOff`.
        """
        return cls._entered(Store.open(folder, secret, read_only=read_only, progress=progress), actor)

    @classmethod
    def open_as_may_be(cls, folder: Path, secret: str, *, actor: str = "", progress: Progress = unseen) -> Self:
        """The same, for reading alone where the folder cannot be written to (`info.read_only`)."""
        try:
            return cls.open(folder, secret, actor=actor, progress=progress)
        except ReadOnlyFolder as closed:
            with suppress(OlderStore):  # its form cannot be renewed there
                return cls.open(folder, secret, actor=actor, read_only=True)
            raise closed from None

    @classmethod
    def open_with_key(
        cls,
        folder: Path,
        key_file: Path,
        passphrase: str,
        *,
        actor: str = "",
        read_only: bool = False,
        progress: Progress = unseen,
    ) -> Self:
        """Open a store with the headquarters' key, whose private half is a file under a passphrase.

        `progress` hears of an older store that is brought up to date. Raises `NoKeyFile`, `WrongKeyPassphrase`,
        `WrongKey` and what `open` raises.
        """
        private = escrow.read_key_file(key_file, prepared(passphrase))
        try:
            store = Store.open_with_key(folder, private, read_only=read_only, progress=progress)
        except LastTries:
            raise
        except WrongPassphrase as wrong:
            raise WrongKey(name=key_file.name) from wrong
        return cls._entered(store, actor)

    @classmethod
    def _entered(cls, store: Store, actor: str) -> Self:
        try:
            with store.reading() as connection:
                user = who(connection, store.holder, actor)
        except Refusal:
            store.close()
            raise
        return cls(store, user=user)

    def close_set_aside(self) -> None:
        """Close the store, after a copy of it was put aside where that is quick."""
        try:
            if not self._store.keys.are_wiped():
                with suppress(Refusal):  # nobody is there any more to be told; the next check tells of any damage
                    self.back_up_on_closing()
        finally:
            self.close()

    def close(self) -> None:
        """Close the store; a second time does nothing."""
        editing.close(self.window)
        self._unwritten.clear()
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _seed(store: Store, first: User, author: Author) -> None:
    """What every new store holds: its first administrator and the Idlib period."""
    with store.writing() as connection:
        save_user(connection, first, author)
    save_period(store, IDLIB, author)
