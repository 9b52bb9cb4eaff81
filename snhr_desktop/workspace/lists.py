"""Lists of any length: which rows a query finds, in order, and what each row says."""

from collections.abc import Callable, Iterable

from snhr_desktop.store import listing, people, spread
from snhr_desktop.store.listing import IncidentQuery, IncidentRow
from snhr_desktop.store.people import PersonQuery, PersonRow
from snhr_desktop.store.sequence import Found
from snhr_desktop.store.spread import Spread
from snhr_desktop.workspace.door import Door


def _always() -> bool:
    return True


class ListDoor(Door):
    """Rows are numbers of this store alone; they stay the same while it is open."""

    def incidents_found(
        self, query: IncidentQuery, most: int = -1, wanted: Callable[[], bool] = _always
    ) -> Found | None:
        """The rows of all incidents that a query finds, or of the first `most`; None once `wanted` says no."""
        with self._store.reading() as connection:
            return listing.found(connection, query, most, wanted)

    def incident_rows(self, rows: Iterable[int]) -> tuple[IncidentRow, ...]:
        """What the list says of some incidents, in the order asked for."""
        with self._store.reading() as connection:
            return listing.rows(connection, rows)

    def incident_row(self, uid: str) -> int | None:
        """The row of an incident by its identity; None where it is not known."""
        with self._store.reading() as connection:
            return listing.row_of(connection, uid)

    def people_found(self, query: PersonQuery, most: int = -1, wanted: Callable[[], bool] = _always) -> Found | None:
        """The rows of all people that a query finds, or of the first `most`; None once `wanted` says no."""
        with self._store.reading() as connection:
            return people.found(connection, query, most, wanted)

    def people_rows(self, rows: Iterable[int]) -> tuple[PersonRow, ...]:
        """What the list says of some people, in the order asked for."""
        with self._store.reading() as connection:
            return people.rows(connection, rows)

    def spread(self, query: IncidentQuery, wanted: Callable[[], bool] = _always) -> Spread | None:
        """How what a query finds spreads over months and places; None once `wanted` says no."""
        with self._store.reading() as connection:
            return spread.spread(connection, query, wanted)

    def same_place_and_day(self, uid: str) -> tuple[IncidentRow, ...]:
        """Other incidents at the place and on the day of one, the earliest first: a second strike is one of them."""
        with self._store.reading() as connection:
            return listing.rows(connection, listing.same_place_and_day(connection, uid))
