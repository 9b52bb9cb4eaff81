"""What gathering asks of an open store: so that it can be noted, and tried without one."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Protocol

from snhr_desktop.domain.places import Gazetteer
from snhr_desktop.domain.records import CaseFile, Dossier, Period, PeriodFile
from snhr_desktop.figures.figure import Answer
from snhr_desktop.figures.published import Beside
from snhr_desktop.store.cases import CasePlace
from snhr_desktop.store.history import Custody
from snhr_desktop.store.listing import IncidentPage, IncidentQuery
from snhr_desktop.store.persons import Persons
from snhr_desktop.store.place_packs import Boundaries
from snhr_desktop.store.store import StoreInfo


class Records(Protocol):
    """What gathering asks of an open store."""

    @property
    def info(self) -> StoreInfo:
        """Whether the store is for training."""

    @property
    def gazetteer(self) -> Gazetteer:
        """The places."""

    @property
    def boundaries(self) -> Boundaries:
        """What maps are drawn with."""

    def period(self, code: str) -> PeriodFile:
        """A period with its markers and published figures."""

    def answers(self, period: Period, scope: str) -> Mapping[str, Answer]:
        """Every figure's answer by code."""

    def by_published_place(self, period: Period, scope: str) -> Mapping[str, Mapping[str, int]]:
        """Every figure's numbers by the sub-district that may be published."""

    def behind(self, figure: str, period: Period, scope: str, breakdown: str = "", term: str = "") -> tuple[str, ...]:
        """Identities of the incidents behind a number, by date."""

    def dossiers(self, uids: Iterable[str]) -> tuple[Dossier, ...]:
        """Incidents in the order asked for."""

    def case_files(self, uids: Iterable[str]) -> tuple[CaseFile, ...]:
        """Cases in the order asked for."""

    def case_places(self, uids: Iterable[str]) -> tuple[CasePlace, ...]:
        """The places of the cases that may be told less exactly than they are recorded."""

    def by_reference(self, reference: str) -> Dossier | None:
        """The incident of a reference, or None."""

    def persons(self) -> Persons:
        """The persons of all incidents who have a full name."""

    def custody(self, uid: str) -> Custody:
        """Every save of an incident, and the head of the chain."""

    def documented_within(self, first: dt.date, last: dt.date) -> frozenset[str]:
        """Identities of the incidents that became documented on one of these days."""

    def killed_by_month(self, period: Period, scope: str) -> Mapping[str, Mapping[str, int]]:
        """Civilians killed of each class by month."""

    def incidents(self, query: IncidentQuery) -> IncidentPage:
        """Lines of the list."""

    def beside(self, file: PeriodFile) -> tuple[Beside, ...]:
        """Published figures beside recorded ones."""
