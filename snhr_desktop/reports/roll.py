"""The roll of civilians killed: who may be named, how many are not and why, and how complete the records are.

Everybody killed stands in it once: by name where the audience may read the name, in a number of the class elsewhere.
Completeness is counted of the records themselves, whoever may be named: numbers alone, which name nobody.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from snhr_desktop.domain.counting import DEATHS, victim_class
from snhr_desktop.domain.places import Gazetteer
from snhr_desktop.domain.records import Dossier, Incident, Victim
from snhr_desktop.domain.values import Site, When
from snhr_desktop.domain.vocabularies import vocabulary
from snhr_desktop.reports.audience import may_be_named
from snhr_desktop.reports.others import NOBODY, Others
from snhr_desktop.reports.publication import victims_for

_FULL = 2
"""A full name is a given and a family name at least."""


@dataclass(frozen=True)
class Named:
    """One civilian killed whose name may be read, and the incident: its days, place as it may be told, and code."""

    name_ar: str
    name_en: str
    father_ar: str
    sex: str
    victim_class: str
    age: int | None
    date: When
    place: Site
    reference: str


@dataclass(frozen=True)
class Tally:
    """Civilians killed of one class: named in the roll, with a name that is withheld, with none on record."""

    named: int = 0
    withheld: int = 0
    nameless: int = 0

    @property
    def killed(self) -> int:
        """All of them."""
        return self.named + self.withheld + self.nameless


@dataclass(frozen=True)
class Completeness:
    """Of the civilians killed: how many with full name, exact day and place, and how many lack each of the three."""

    killed: int = 0
    complete: int = 0
    no_name: int = 0
    no_day: int = 0
    no_place: int = 0


@dataclass(frozen=True)
class Roll:
    """Who is named, the numbers of every class, and how complete the records are."""

    named: tuple[Named, ...]
    classes: Mapping[str, Tally]
    completeness: Completeness


def roll_of(dossiers: Iterable[Dossier], audience: str, gazetteer: Gazetteer, others: Others = NOBODY) -> Roll:
    """The roll of the civilians killed in incidents as they are recorded, for an audience."""
    named, lacking = list[Named](), Counter[str]()
    counted: dict[str, Counter[str]] = {code: Counter() for code in vocabulary("victim_class")}
    for dossier in dossiers:
        printed, place = victims_for(dossier, audience, gazetteer, others)
        for given, shown in zip(dossier.victims, printed, strict=True):
            if given.outcome not in DEATHS or given.civil_status != "civilian":
                continue
            counted[victim_class(given)][_told(given, audience)] += given.number
            lacking.update(dict.fromkeys(_lacks(given, dossier.incident), given.number))
            if _told(given, audience) == "named":
                named.append(_named(shown, dossier.incident, place))
    classes = {code: Tally(**numbers) for code, numbers in counted.items()}
    killed = sum(tally.killed for tally in classes.values())
    return Roll(tuple(named), classes, Completeness(killed, **lacking))


def _told(victim: Victim, audience: str) -> str:
    """Where somebody is counted; a group has no name of its own."""
    if victim.number > 1 or not (victim.name_ar or victim.name_en):
        return "nameless"
    return "named" if may_be_named(victim, audience) else "withheld"


def _lacks(victim: Victim, incident: Incident) -> Iterator[str]:
    """What is wanting to somebody's record, or that nothing is."""
    words = max(len(name.split()) for name in (victim.name_ar, victim.name_en))
    date = incident.date
    found = {
        "no_name": victim.number > 1 or words < _FULL,
        "no_day": date.first is None or date.first != date.last,
        "no_place": not incident.place.pcode,
    }
    yield from (code for code, wanting in found.items() if wanting)
    if not any(found.values()):
        yield "complete"


def _named(victim: Victim, incident: Incident, place: Site) -> Named:
    return Named(
        name_ar=victim.name_ar,
        name_en=victim.name_en,
        father_ar=victim.father_ar,
        sex=victim.sex,
        victim_class=victim_class(victim),
        age=victim.age,
        date=incident.date,
        place=place,
        reference=incident.reference,
    )
