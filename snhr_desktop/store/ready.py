"""New sets of records as they will be written, but for what their store alone can say: reference, rows, moment, chain.

They follow from the sets, the places and the day, and ask no store: a process that has none may make them ahead.
"""

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from snhr_desktop.domain.places import Gazetteer
from snhr_desktop.store import facts, sets
from snhr_desktop.store.history import Hidden
from snhr_desktop.store.inserting import Hung
from snhr_desktop.store.sets import S
from snhr_desktop.store.spoken_sets import spoken
from snhr_desktop.store.tables import Laid


class Together(NamedTuple):
    """Some sets, all of whose records have identities, and which have no references yet.

    `years` are those that their references will have, `identity.UNDATED` for none. `shown` and `hidden` are what their
    entries say. `found_by` is what the index of their kind takes.
    """

    uids: Sequence[str]
    statuses: Sequence[str]
    years: Sequence[int]
    laid: sets.LaidSets
    shown: Sequence[str]
    hidden: Sequence[Hidden]
    facts: facts.Facts
    found_by: Sequence[Any]


class Ready(NamedTuple):
    """One of them, by its number."""

    among: Together
    number: int

    @property
    def uid(self) -> str:
        """The identity of its head."""
        return self.among.uids[self.number]

    @property
    def status(self) -> str:
        """Its status."""
        return self.among.statuses[self.number]

    @property
    def year(self) -> int:
        """The year that its reference will have."""
        return self.among.years[self.number]

    @property
    def found_by(self) -> Any:
        """What the index of its kind takes."""
        return self.among.found_by[self.number]

    def size(self, name: str) -> int:
        """How many records one of its lists has."""
        held = self.among.laid.get(name)
        return sum(1 for _ in held.open.rows(self.number)) if held else 0

    def unlaid(self, kind: type[S]) -> S:
        """The set again, without identities."""
        return sets.unlaid(kind, self.among.laid, self.number)


def ready(
    given: Sequence[S], places: Gazetteer, day: Callable[[S], dt.date | None], found_by: Sequence[Any]
) -> list[Ready]:
    """Sets, all of whose records have identities, and which have no reference, as they will be written.

    `day` is the one whose year a reference has, `found_by` goes with each.
    """
    if not given:
        return []
    said = list(map(spoken, given))
    among = Together(
        [one.head.uid for one in given],
        [one.head.status for one in given],
        [on.year if on else 0 for on in map(day, given)],
        sets.laid(given),
        [one.shown for one in said],
        [one.hidden for one in said],
        facts.facts_of([facts.rows_of(one, places) for one in given]),
        found_by,
    )
    return [Ready(among, number) for number in range(len(given))]


def together(given: Sequence[Ready]) -> Together:
    """Sets that were made ready together or apart, as one; nearly always they are what was made together."""
    among = given[0].among
    if len(among.uids) == len(given) and all(one.among is among and one.number == at for at, one in enumerate(given)):
        return among
    names = dict.fromkeys(name for one in given for name in one.among.laid)
    laid = {name: Laid.picked([(one.among.laid.get(name), one.number) for one in given]) for name in names}
    tables = dict.fromkeys(name for one in given for name in one.among.facts)
    counted = {name: Hung.picked((one.among.facts.get(name), one.number) for one in given) for name in tables}
    return Together(
        [one.uid for one in given],
        [one.status for one in given],
        [one.year for one in given],
        {name: held for name, held in laid.items() if held.open.of},
        [one.among.shown[one.number] for one in given],
        [one.among.hidden[one.number] for one in given],
        {name: held for name, held in counted.items() if held.of},
        [one.found_by for one in given],
    )
