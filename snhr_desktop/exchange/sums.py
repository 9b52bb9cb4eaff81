"""What the records of an import come to: each counted by the rules of counting, none by rules of an import's own.

New incidents that came ready to be written bring along what they count as; of all others it is made here, as the store
makes it when it saves them.
"""

from collections import Counter
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

from snhr_desktop.domain.case_counting import RELEASE, case_facts, case_standing
from snhr_desktop.domain.counting import IncidentFact, VictimFact
from snhr_desktop.domain.places import Gazetteer
from snhr_desktop.domain.records import CaseFile, Dossier, RecordSet, Victim
from snhr_desktop.store.facts import Facts, facts_of, rows_of
from snhr_desktop.store.inserting import Hung
from snhr_desktop.store.ready import Ready
from snhr_desktop.store.tables import table

_OF_INCIDENT = tuple(map(IncidentFact._fields.index, ("standing", "first", "last")))
_OF_VICTIM = tuple(map(VictimFact._fields.index, ("number", "fate", "civil_status", "victim_class")))
_NONE = Hung((), ())
_OPEN_END = "9999-12-31"
"""The last day of a release that may have been on any day since the arrest."""


class Persons(NamedTuple):
    """What victims count as; `outcome` is told of those alone who were neither killed nor injured."""

    fate: str
    outcome: str
    civil_status: str
    victim_class: str


class Event(NamedTuple):
    """What an event of a case counts as."""

    event: str
    victim_class: str
    outcome: str


@dataclass
class Sums:
    """Incidents and cases by their standing, persons and events by what they count as, and the days they lie in.

    `first` and `last` are days as the store writes them, blank where there are none; `undated` are incidents and
    arrests without one.
    """

    incidents: Counter[str] = field(default_factory=Counter)
    cases: Counter[str] = field(default_factory=Counter)
    victims: Counter[Persons] = field(default_factory=Counter)
    events: Counter[Event] = field(default_factory=Counter)
    undated: int = 0
    first: str = ""
    last: str = ""

    @property
    def records(self) -> int:
        """How many are added up."""
        return self.incidents.total() + self.cases.total()

    def add(self, given: Iterable[RecordSet | Ready], places: Gazetteer) -> None:
        """Add records as they are, or will be, kept."""
        some = list(given)
        self._add_ready(one for one in some if isinstance(one, Ready))
        self._add_dossiers([one for one in some if isinstance(one, Dossier)], places)
        self._add_cases((one for one in some if isinstance(one, CaseFile)), places)

    def _add_ready(self, given: Iterable[Ready]) -> None:
        for _, some in groupby(given, lambda one: id(one.among)):
            together = list(some)
            among = together[0].among
            numbers = frozenset([one.number for one in together])
            outcomes = table(Victim).column(among.laid.get("victims"), "outcome")
            self._add_facts(among.facts, outcomes, numbers if len(numbers) < len(among.uids) else None)

    def _add_dossiers(self, given: Sequence[Dossier], places: Gazetteer) -> None:
        outcomes = [victim.outcome for one in given for victim in one.victims]
        self._add_facts(facts_of([rows_of(one, places) for one in given]), outcomes)

    def _add_cases(self, given: Iterable[CaseFile], places: Gazetteer) -> None:
        for file in given:
            self.cases[case_standing(file.case)] += 1
            for one in case_facts(file, places):
                self.events[Event(one.event, one.victim_class, one.outcome)] += 1
                if one.event != RELEASE or one.first:
                    first, last = (day.isoformat() if day else "" for day in (one.first, one.last))
                    self._take_days(first, last)

    def _add_facts(self, given: Facts, outcomes: Sequence[str], wanted: Container[int] | None = None) -> None:
        """Add what incidents count as, or of some made together the `wanted` ones."""
        incidents, victims = given.get("incident_fact", _NONE), given.get("victim_fact", _NONE)
        for of, standing, first, last in zip(incidents.of, *map(incidents.column, _OF_INCIDENT), strict=True):
            if wanted is None or of in wanted:
                self.incidents[standing] += 1
                self._take_days(first or "", last or "")
        columns = (victims.of, *map(victims.column, _OF_VICTIM), outcomes)
        for of, number, fate, status, victim_class, outcome in zip(*columns, strict=True):
            if wanted is None or of in wanted:
                self.victims[Persons(fate, "" if fate else outcome, status, victim_class)] += number

    def _take_days(self, first: str, last: str) -> None:
        if not first:
            self.undated += 1
            return
        self.first = min(first, self.first or first)
        self.last = max(self.last, first if last == _OPEN_END else last)
