"""Training: a store filled with made-up records, to learn and to measure with. Never beside real ones."""

from typing import Protocol

from snhr_desktop.exchange.importing import Records
from snhr_desktop.exchange.refusals import NotTraining
from snhr_desktop.exchange.training.incidents import made_up
from snhr_desktop.store.saving import BulkSaved
from snhr_desktop.store.store import StoreInfo

__all__ = ["fill", "made_up"]

REASON = "training"
"""What history says of these saves."""


class TrainingRecords(Records, Protocol):
    """An open store that says whether it is one for training."""

    @property
    def info(self) -> StoreInfo:
        """What the store says about itself."""


def fill(records: TrainingRecords, incidents: int, seed: int) -> BulkSaved:
    """Add made-up incidents in one transaction; those of the same seed that are there already are passed over.

    Raises `NotTraining` for a store that holds real records.
    """
    if not records.info.training:
        raise NotTraining
    dossiers = made_up(seed, incidents, records.gazetteer)
    return records.save_many((d for d in dossiers if records.by_origin(d.incident.origin) is None), REASON)
