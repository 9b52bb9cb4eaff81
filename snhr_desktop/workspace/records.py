"""Incidents with all that hangs on them: saved, read, listed, and their history."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from snhr_desktop.domain import rights
from snhr_desktop.domain.records import AttachmentLink, Dossier
from snhr_desktop.errors import UnknownCode
from snhr_desktop.i18n import N_
from snhr_desktop.store import dossiers, history, listing, persons, saving, sets
from snhr_desktop.store.history import Custody, Revision
from snhr_desktop.store.listing import IncidentPage, IncidentQuery, Toll
from snhr_desktop.store.persons import Persons
from snhr_desktop.store.saving import Author, BulkSaved, Saved
from snhr_desktop.workspace.draft_files import DraftFileDoor
from snhr_desktop.workspace.room import into_spare_room

AN_INCIDENT = N_("an incident")
"""What an unknown identity was taken for."""


class IncidentDoor(DraftFileDoor):
    """Records in and out. Each write says what it touched."""

    @into_spare_room
    def save(self, dossier: Dossier, reason: str = "", draft: str = "") -> Saved:
        """Save an incident with all that hangs on it; the draft of that key goes in the same transaction.

        Raises `InvalidEntry` with every error in it, `ChangedMeanwhile`, `DiskFull`, `StoreBusy`, `ReadOnlyFolder`,
        `NotYourRole`.
        """
        author = self._author(reason)
        with self._store.writing():
            self._ensure_step(dossier)
            self._spare_unseen(draft)
            before = self._answers.before(dossier.incident.uid)
            saved = saving.save(self._store, self._completed(dossier), author, draft)
            record = AttachmentLink(record="incident", target=saved.dossier.incident.uid)
            self._keep_files(draft, record)
            self._answers.see()
        self._is_saved(draft, record)
        if saved.changes.types:
            self._answers.follow(before, saved.dossier.incident.uid)
        return replace(saved, dossier=self._shown(saved.dossier))

    def save_many(self, given: Iterable[Dossier], reason: str = "", *, named: bool = False) -> BulkSaved:
        """Save many in one transaction; what has errors is left out and listed with its refusal.

        New ones that are `named` keep the reference they have, where no other has it.
        """
        self._require(rights.MANY)
        given = map(self._completed, given)
        saved = saving.save_many(self._store, given, Author.of(self._actor, reason), named=named)
        self._answers.forget(saved.changes.types)
        return saved

    def dossier(self, uid: str) -> Dossier:
        """An incident with all that hangs on it. Raises `UnknownCode`."""
        with self._store.reading() as connection:
            found = dossiers.read(connection, uid)
        if found is None:
            raise UnknownCode(code=uid, kind=AN_INCIDENT, known="")
        return self._shown(found)

    def latest_entry(self) -> Dossier | None:
        """The incident that this person saved last, as it now stands; None before the first."""
        with self._store.reading() as connection:
            uid = history.latest_of(connection, self._actor)
            return self._if_found(dossiers.read(connection, uid)) if uid else None

    def dossiers(self, uids: Iterable[str]) -> tuple[Dossier, ...]:
        """Several at once, in the order asked for; unknown ones are passed over."""
        with self._store.reading() as connection:
            return tuple(map(self._shown, dossiers.read_many(connection, list(uids))))

    def by_reference(self, reference: str) -> Dossier | None:
        """The incident of a reference such as `IDL-2018-00042`, or None."""
        with self._store.reading() as connection:
            return self._if_found(dossiers.find(connection, reference.strip().upper()))

    def by_origin(self, origin: str, reason: str = "") -> Dossier | None:
        """The incident that came from a record of another data set, or None; of several one saved for a reason."""
        with self._store.reading() as connection:
            return self._if_found(sets.of_origin(connection, Dossier, origin, reason))

    def history(self, uid: str) -> tuple[Revision, ...]:
        """Every save of an incident (or a period), oldest first, with what each changed. Raises `OfASource`."""
        with self._store.reading() as connection:
            self._ensure_seen(uid)
            return tuple(self._without_file_names(history.revisions(connection, uid)))

    def custody(self, uid: str) -> Custody:
        """Every save of an incident as a link of the history's chain, and the head of the chain."""
        with self._store.reading() as connection:
            found = history.custody(connection, uid)
            return replace(found, links=tuple(self._without_file_names(found.links)))

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
