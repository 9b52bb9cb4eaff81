"""Whether two entries may tell of one incident: near in place and date, and not of unlike things."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from snhr_desktop.domain.counting import responsible, tally
from snhr_desktop.domain.doubles.around import SAME_DAY, SAME_PLACE, by_date, by_place
from snhr_desktop.domain.doubles.match import Match, Reason
from snhr_desktop.domain.places import Gazetteer
from snhr_desktop.domain.records import Dossier
from snhr_desktop.domain.values import Site, When
from snhr_desktop.domain.vocabularies import vocabulary
from snhr_desktop.i18n import N_, Message

SAME_PARTY = N_("Same party: {term}")
SAME_WEAPON = N_("Same weapon: {term}")
SAME_FACILITY = N_("Same kind of facility: {term}")
SAME_KIND = N_("Same violation: {term}")
SAME_TOLL = N_("Same number of civilians killed: {number}")
SAME_HOUR = N_("Within an hour of each other")

_HOUR = 60
_TELLING = frozenset({SAME_DAY, SAME_PLACE, SAME_TOLL})
_COMMON = frozenset({"killing", "injury"})
"""Kinds that nearly every incident has weigh next to nothing."""


@dataclass(frozen=True)
class IncidentTraits:
    """What is compared of an incident. `killed` are civilians; codes of "not known" are left out."""

    date: When
    place: Site
    time: str = ""
    kinds: frozenset[str] = frozenset()
    parties: frozenset[str] = frozenset()
    weapons: frozenset[str] = frozenset()
    facilities: frozenset[str] = frozenset()
    killed: int = 0

    def says_what(self) -> bool:
        """Whether anything is said of who did what."""
        return bool(self.kinds or self.parties or self.weapons)


def incident_traits(dossier: Dossier) -> IncidentTraits:
    """What is compared of an entry, as far as it is typed."""
    incident = dossier.incident
    return IncidentTraits(
        incident.date,
        incident.place,
        incident.time,
        frozenset(incident.kinds),
        responsible(dossier.attributions),
        frozenset(use.weapon for use in dossier.weapons) - {"", "unknown"},
        frozenset(facility.type for facility in dossier.facilities) - {""},
        sum(tally(dossier.victims, "killed").values()),
    )


def same_incident(one: IncidentTraits, other: IncidentTraits, places: Gazetteer) -> Match | None:
    """Why two may be one incident; None where place or date say otherwise, or nothing else is the same.

    An entry that does not say yet who did what is held against place and date alone.
    """
    when = by_date(one.date, other.date)
    where = by_place(one.place, other.place, places) if when else None
    if when is None or where is None:
        return None
    what = tuple(_what(one, other))
    if not what and one.says_what() and other.says_what():
        return None
    return Match.of((when, where, *what, *_beside(one, other)))


def tells_of_one(match: Match) -> bool:
    """Whether so much is the same that it is told of many at once: two of day, place and number of those killed."""
    return len(_TELLING & {reason.message for reason in match.reasons}) >= 2


def _what(one: IncidentTraits, other: IncidentTraits) -> Iterator[Reason]:
    yield from _terms(SAME_PARTY, "party", one.parties & other.parties, 15)
    yield from _terms(SAME_WEAPON, "weapon", one.weapons & other.weapons, 15)
    yield from _terms(SAME_KIND, "violation", (one.kinds & other.kinds) - _COMMON, 8)
    yield from _terms(SAME_KIND, "violation", one.kinds & other.kinds & _COMMON, 2)


def _beside(one: IncidentTraits, other: IncidentTraits) -> Iterator[Reason]:
    yield from _terms(SAME_FACILITY, "facility_type", one.facilities & other.facilities, 12)
    if one.killed and one.killed == other.killed:
        yield Reason(SAME_TOLL, min(5 + one.killed, 15), {"number": one.killed})
    if one.time and other.time and abs(_minutes(one.time) - _minutes(other.time)) <= _HOUR:
        yield Reason(SAME_HOUR, 10)


def _terms(message: Message, name: str, codes: Iterable[str], weight: int) -> Iterator[Reason]:
    """One reason for each term, in the order of the vocabulary; the second weighs half of the first."""
    terms = vocabulary(name)
    for number, code in enumerate(sorted(codes, key=list(terms).index)):
        yield Reason(message, max(1, weight // (number + 1)), {"term": terms[code]})


def _minutes(time: str) -> int:
    hours, _, minutes = time.partition(":")
    return int(hours) * 60 + int(minutes)
