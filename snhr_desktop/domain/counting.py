"""The counting rules: what one record contributes to a figure, stated once.

Source of the rules: the network's method as printed in its reports of 2017-2018, and the standards of casualty
recording. The store keeps the facts below at each save and figures only add them up, so that no two places can
count differently. Units are never mixed: victims, incidents, facility impacts, attacks, munitions.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from snhr_desktop.domain.places import Gazetteer, Level
from snhr_desktop.domain.records import Attribution, Case, Dossier, FacilityImpact, Incident, Victim
from snhr_desktop.domain.values import Site, When
from snhr_desktop.domain.vocabularies import vocabulary

MASSACRE_LEAST = 5
"""A massacre is an incident in which at least five civilians were killed at once."""
ADULT_FROM = 18
"""A child is under eighteen at the incident (Convention on the Rights of the Child, article 1)."""

DEATHS = frozenset({"killed", "died_torture"})
INJURIES = frozenset({"injured", "suffocated"})
CARRIED_OUT = frozenset({"named", "believed", "joint_pending", "joint_proven"})
"""Modes that count an incident to a party. Backing does not: the principal carried it out."""

_OWN = "."
"""What codes of offices hold, and those of the network never."""
_WIDER = frozenset({"district", "governorate"})
"""How a place may be published where its sub-district may not be told."""

COUNTED, PENDING, SET_ASIDE = "counted", "pending", "set_aside"


class IncidentFact(NamedTuple):
    """What an incident counts as. `month` is blank where the date spans several; places are p-codes or blank.

    `published_subdistrict` is blank as well where the record asks that no place so narrow be published.
    """

    standing: str
    first: dt.date | None
    last: dt.date | None
    month: str
    governorate: str
    district: str
    subdistrict: str
    party: str
    party_row: str
    party_group: str
    massacre: bool
    civilians_killed: int
    civilians_injured: int
    published_subdistrict: str


class VictimFact(NamedTuple):
    """`number` persons of one class. `fate` is `killed`, `injured` or blank."""

    number: int
    fate: str
    victim_class: str
    civil_status: str
    occupation: str


class FacilityFact(NamedTuple):
    """One facility hit."""

    category: str
    type: str


class WeaponFact(NamedTuple):
    """Attacks and munitions of one kind of weapon; munitions are None where nobody counted them."""

    weapon: str
    attacks: int
    munitions: int | None


class Facts(NamedTuple):
    """Everything figures may add up, of one incident."""

    incident: IncidentFact
    victims: tuple[VictimFact, ...]
    facilities: tuple[FacilityFact, ...]
    weapons: tuple[WeaponFact, ...]


def facts(dossier: Dossier, places: Gazetteer) -> Facts:
    """What an incident and its children contribute."""
    victims = tuple(_victim_fact(victim) for victim in dossier.victims)
    parties = responsible(dossier.attributions)
    incident = dossier.incident
    area = area_facts(incident.place, incident.place_shown, places)
    return Facts(
        incident=IncidentFact(
            standing=standing(incident),
            first=incident.date.first,
            last=incident.date.last,
            month=month_of(incident.date),
            **area,
            party=next(iter(parties)) if len(parties) == 1 else "",
            party_row=party_row(parties),
            party_group=party_group(parties),
            massacre=is_massacre(dossier),
            civilians_killed=sum([fact.number for fact in victims if _of(fact, "killed", "civilian")]),
            civilians_injured=sum([fact.number for fact in victims if _of(fact, "injured", "civilian")]),
        ),
        victims=victims,
        facilities=tuple(
            FacilityFact(category(facility), counted_as("facility_type", facility.type))
            for facility in dossier.facilities
        ),
        weapons=tuple(
            WeaponFact(counted_as("weapon", use.weapon), use.attacks, use.munitions) for use in dossier.weapons
        ),
    )


def standing(record: Incident | Case) -> str:
    """Only what is documented *and* classified as a violation is counted; the rest is shown apart or set aside."""
    if record.status == "rejected" or record.classification == "not_violation":
        return SET_ASIDE
    counted = record.status == "documented" and record.classification == "violation"
    return COUNTED if counted else PENDING


def victim_class(person: Victim | Case) -> str:
    """`men`, `women`, `children` or `not_known`. A girl is a child only; a stated age decides over the age group."""
    child = person.age < ADULT_FROM if person.age is not None else person.age_group == "child"
    if child:
        return "children"
    adult = person.age is not None or person.age_group == "adult"
    return {"male": "men", "female": "women"}.get(person.sex, "not_known") if adult else "not_known"


def tally(victims: Iterable[Victim], fate: str, civil_status: str = "civilian") -> Mapping[str, int]:
    """Persons of one fate (`killed`, `injured`) and status by class; classes of nobody are left out."""
    found: Counter[str] = Counter()
    for fact in map(_victim_fact, victims):
        if _of(fact, fate, civil_status):
            found[fact.victim_class] += fact.number
    return found


def is_massacre(dossier: Dossier) -> bool:
    """Computed from the toll; a reviewer's decision with its written reason stands above it."""
    decided = dossier.incident.massacre_override
    return decided == "yes" if decided else killed_at_once(dossier.victims) >= MASSACRE_LEAST


def killed_at_once(victims: Iterable[Victim]) -> int:
    """Civilians killed in the incident itself; deaths in custody are not deaths at once."""
    return sum([v.number for v in victims if v.outcome == "killed" and v.civil_status == "civilian"])


def responsible(attributions: Iterable[Attribution]) -> frozenset[str]:
    """The parties that an incident is counted to."""
    named = {a.party for a in attributions if a.mode in CARRIED_OUT and a.party}
    return frozenset(named - {"unidentified"})


def party_row(parties: frozenset[str]) -> str:
    """The one row of a table by party that an incident stands in, so that the rows sum to the total.

    Iranian militias are counted within the regime. Regime and Russian forces together, proven or until one is
    established, stand in a row of their own; any other joint attribution in `several_joint`.
    """
    rows = {_within_regime(party) for party in parties}
    if len(rows) > 1:
        return "alliance_joint" if rows == {"regime", "russia"} else "several_joint"
    return next(iter(rows), "unidentified")


def party_group(parties: frozenset[str]) -> str:
    """The alliance or grouping that every responsible party belongs to, or blank."""
    groups = {vocabulary("party")[_within_regime(party)].group for party in parties}
    return groups.pop() if len(groups) == 1 else ""


def category(facility: FacilityImpact) -> str:
    """The category of a facility follows from its type; `other` carries what has none."""
    term = vocabulary("facility_type").get(facility.type)
    return (term.group if term else "") or "other"


def month_of(date: When) -> str:
    """The month that every possible day lies in, like `2018-03`, or blank."""
    first, last = date.first, date.last
    same = first and last and (first.year, first.month) == (last.year, last.month)
    return first.isoformat()[:7] if first and same else ""


def area_facts(place: Site, shown: str, places: Gazetteer) -> dict[str, str]:
    """The areas a place lies in, and the sub-district that may be published where it is shown no more exactly."""
    units = places.units(place.pcode)
    subdistrict = units.get(Level.SUBDISTRICT, "")
    return {
        "governorate": units.get(Level.GOVERNORATE, ""),
        "district": units.get(Level.DISTRICT, ""),
        "subdistrict": subdistrict,
        "published_subdistrict": "" if shown in _WIDER else subdistrict,
    }


def _of(fact: VictimFact, fate: str, civil_status: str) -> bool:
    return fact.fate == fate and fact.civil_status == civil_status


def _within_regime(party: str) -> str:
    return "regime" if vocabulary("party")[party].group == "regime" else party


def _victim_fact(victim: Victim) -> VictimFact:
    fate = "killed" if victim.outcome in DEATHS else "injured" if victim.outcome in INJURIES else ""
    occupation = counted_as("occupation", victim.occupation)
    return VictimFact(victim.number, fate, victim_class(victim), victim.civil_status, occupation)


def counted_as(name: str, code: str) -> str:
    """The code that a term is counted under: what an office added is a kind of a term of the network."""
    if _OWN not in code:  # as hardly any is an office's own
        return code
    term = vocabulary(name).get(code)
    return (term.like if term else "") or code
