"""Likely duplicates of an entry, and what a person said is none."""

from collections.abc import Sequence
from dataclasses import dataclass

from snhr_desktop.domain.doubles import IncidentTraits, PersonTraits
from snhr_desktop.store import doubles
from snhr_desktop.store.doubles import LikelyIncident, LikelyPerson
from snhr_desktop.workspace.door import Door


@dataclass(frozen=True)
class LikelyDoubles:
    """What is likely the same as an entry: incidents, and persons for each victim that was asked about, in order.

    `dismissed` is how many a person has said are not.
    """

    incidents: tuple[LikelyIncident, ...]
    persons: tuple[tuple[LikelyPerson, ...], ...]
    dismissed: int


class DoubleDoor(Door):
    """`entry` is the identity of an incident, or the key of the draft of one that was never saved."""

    def likely_doubles(
        self, incident: IncidentTraits, persons: Sequence[PersonTraits], entry: str = ""
    ) -> LikelyDoubles:
        """The saved incidents and persons that an entry, as far as it is typed, may be about; the likeliest first."""
        places = self._store.gazetteer
        with self._store.reading() as connection:
            return LikelyDoubles(
                doubles.likely_incidents(connection, incident, entry, places),
                tuple(doubles.likely_persons(connection, person, entry, places) for person in persons),
                doubles.dismissals(connection, entry),
            )

    def not_the_same(self, entry: str, other: str) -> None:
        """Propose an incident, or a victim, for an entry no more. `other` is its identity."""
        with self._store.writing() as connection:
            doubles.dismiss(connection, entry, other, self._actor)

    def perhaps_the_same(self, entry: str) -> None:
        """Propose again whatever was dismissed for an entry."""
        with self._store.writing() as connection:
            doubles.take_back(connection, entry)
