"""Training: a store filled with made-up records, to learn and to measure with. Never beside real ones."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from snhr_desktop.domain.places import Gazetteer
from snhr_desktop.domain.records import CaseFile, Dossier
from snhr_desktop.exchange.refusals import NotTraining
from snhr_desktop.exchange.training.cases import made_up_cases
from snhr_desktop.exchange.training.incidents import ONE_YEAR, made_up
from snhr_desktop.store.cases import CasesSaved
from snhr_desktop.store.saving import BulkSaved
from snhr_desktop.store.store import StoreInfo

__all__ = ["batches", "fill", "made_up"]

REASON = "training"
"""What history says of these saves."""
_AT_ONCE = 1_000


class TrainingRecords(Protocol):
    """An open store that says whether it is one for training."""

    @property
    def info(self) -> StoreInfo:
        """What the store says about itself."""

    @property
    def gazetteer(self) -> Gazetteer:
        """The places it knows."""

    def by_origin(self, origin: str) -> Dossier | None:
        """The incident that came from a record of another data set."""

    def save_many(self, given: Iterable[Dossier], reason: str = "") -> BulkSaved:
        """Save many in one transaction."""

    def save_cases(self, given: Iterable[CaseFile], reason: str = "") -> CasesSaved:
        """Save many cases in one transaction."""

    def has_case(self, origin: str) -> bool:
        """Whether a case came from a record of another data set."""


def batches(incidents: int) -> Iterator[range]:
    """The numbers of so many incidents, a thousand at a time: a large store is not made in one breath."""
    for start in range(0, incidents, _AT_ONCE):
        yield range(start, min(start + _AT_ONCE, incidents))


def fill(records: TrainingRecords, numbers: range, seed: int) -> int:
    """Add the made-up incidents of some numbers, and the cases beside them; what is there already is passed over.

    Returns how many incidents.

    Raises `NotTraining` for a store that holds real records.
    """
    if not records.info.training:
        raise NotTraining
    cases = made_up_cases(seed, numbers, records.gazetteer, ONE_YEAR)
    records.save_cases((case for case in cases if not records.has_case(case.case.origin)), REASON)
    dossiers = made_up(seed, numbers, records.gazetteer)
    new = (dossier for dossier in dossiers if records.by_origin(dossier.incident.origin) is None)
    return len(records.save_many(new, REASON).saved)
