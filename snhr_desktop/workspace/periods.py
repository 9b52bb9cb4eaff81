"""Periods with the markers of their timeline and their published figures."""

from dataclasses import dataclass

from snhr_desktop.domain import rights
from snhr_desktop.domain.records import PeriodFile
from snhr_desktop.store import periods
from snhr_desktop.store.saving import Author, Changes
from snhr_desktop.workspace.door import Door


@dataclass(frozen=True)
class PeriodSaved:
    """A period as it now stands, and what the save touched."""

    file: PeriodFile
    changes: Changes


class PeriodDoor(Door):
    """What figures and reports are asked for."""

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
        self._require(rights.PERIODS)
        saved, types = periods.save_period(self._store, file, Author.of(self._actor, reason))
        return PeriodSaved(saved, Changes(types))
