"""Made-up incidents: the same for the same seed and number, whatever else is asked for."""

import calendar
import datetime as dt
import random
from collections.abc import Iterator, Mapping
from typing import Any

from snhr_desktop.domain.places import Gazetteer, Level, Place
from snhr_desktop.domain.records import Dossier
from snhr_desktop.domain.values import Site, When
from snhr_desktop.exchange.training import weights
from snhr_desktop.exchange.training.people import victims
from snhr_desktop.exchange.training.texts import AREAS, FACILITIES, Story, narratives, titles
from snhr_desktop.exchange.training.weights import between, draw

AREA = "SY07"
ORIGIN = "training"
ONE_YEAR = 10_000
"""Incidents of one year in one governorate: more than there ever were."""
_BUSY = frozenset({"SY070000", "SY070003", "SY070200", "SY070201", "SY070203", "SY070400", "SY070500", "SY070300"})
"""Sub-districts that get more than their share, as the large towns and the front line did."""

_WEAPONS = {
    "air": "air_bomb", "cluster": "cluster", "incendiary": "incendiary", "barrel": "barrel", "chemical": "barrel_gas",
    "artillery": "artillery", "gunfire": "gunfire", "landmine": "landmine", "ied": "ied", "carbomb": "carbomb",
}  # fmt: skip
_DELIVERY = {
    "air": "fixed_wing", "cluster": "fixed_wing", "incendiary": "fixed_wing", "barrel": "helicopter",
    "chemical": "helicopter",
}  # fmt: skip
ON_THE_GROUND = frozenset({"gunfire", "landmine", "ied", "carbomb"})
"""Events that hit people and no building."""
_PROHIBITED = frozenset({"cluster", "incendiary", "barrel", "chemical"})
_BASIS_EN = "Statements of witnesses and the kind of weapon used."
_BASIS_AR = "إفادات الشهود ونوع السلاح المستخدم."


def made_up(seed: int, numbers: range, gazetteer: Gazetteer) -> Iterator[Dossier]:
    """Dossiers that are wholly invented, by their numbers, in proportions of the Idlib year. Nobody real is in them.

    The first `ONE_YEAR` are of that year and governorate, as at a field office; what is more is of the whole country
    and of thirteen years, as at headquarters.
    """
    towns = {
        governorate.pcode: {
            town: 5.0 if town.parent in _BUSY else 1.0
            for town in gazetteer.at_level(Level.COMMUNITY)
            if gazetteer.within(town.pcode, governorate.pcode)
        }
        for governorate in gazetteer.at_level(Level.GOVERNORATE)
    }
    country = [governorate for governorate, within in towns.items() if within]
    for number in numbers:
        chance = random.Random(f"{seed}:{number}")
        office = number < ONE_YEAR
        area, months = (AREA, weights.MONTHS) if office else (chance.choice(country), weights.ALL_MONTHS)
        raw = _raw(chance, draw(chance, towns[area]), draw(chance, months), f"{ORIGIN}:{seed}-{number + 1}")
        dossier, problems = Dossier.parse(raw)
        assert not problems, problems  # what is made up here is ours, not the world's
        yield dossier


def _raw(chance: random.Random, place: Place, month: dt.date, origin: str) -> dict[str, Any]:
    parties = draw(chance, weights.RESPONSIBLE)
    event = draw(chance, weights.EVENTS[parties[0]]) if len(parties) == 1 else "air"
    hits_building = event not in ON_THE_GROUND and chance.random() < weights.FACILITY_SHARE
    facility = draw(chance, weights.FACILITIES) if hits_building else ""
    barrels = draw(chance, weights.BARRELS) if event == "barrel" else 0
    people = victims(chance, between(chance, weights.KILLED), between(chance, weights.INJURED))
    if event == "chemical":
        people = [row | {"outcome": "suffocated"} if row["outcome"] == "injured" else row for row in people]
    story = _story(chance, event, parties, place, month, people, facility, barrels)
    status, classification = draw(chance, weights.STANDINGS)
    return {
        "incident": _incident(chance, story, origin)
        | {"kinds": _kinds(story, people), "status": status, "classification": classification},
        "victims": people,
        "attributions": _attributions(chance, parties),
        "facilities": [_facility(chance, story)] if facility else [],
        "weapons": [_weapon(event, barrels)],
        "sources": _sources(chance, status),
    }


def _story(
    chance: random.Random,
    event: str,
    parties: tuple[str, ...],
    place: Place,
    month: dt.date,
    people: list[dict[str, Any]],
    facility: str,
    barrels: int,
) -> Story:
    killed = [row for row in people if row["outcome"] == "killed" and row["civil_status"] == "civilian"]
    return Story(
        event=event,
        parties=parties,
        place=place,
        when=_when(chance, month),
        facility=facility,
        barrels=barrels,
        area=chance.randrange(len(AREAS)),
        killed=len(killed),
        children=sum(row["age_group"] == "child" for row in killed),
        women=sum((row["age_group"], row["sex"]) == ("adult", "female") for row in killed),
        injured=sum(int(row.get("number", 1)) for row in people if row["outcome"] in ("injured", "suffocated")),
        toll_open=chance.random() < 0.05,
    )


def _incident(chance: random.Random, story: Story, origin: str) -> dict[str, Any]:
    (title_en, title_ar), (narrative_en, narrative_ar) = titles(chance, story), narratives(chance, story)
    first = story.when.first or dt.date(2018, 1, 1)
    twice = story.event in ("air", "barrel") and chance.random() < 0.03
    return {
        "title_en": title_en,
        "title_ar": title_ar,
        "narrative_en": narrative_en,
        "narrative_ar": narrative_ar,
        "date": story.when,
        "time": f"{chance.randrange(24):02}:{chance.randrange(0, 60, 5):02}" if chance.random() < 0.8 else "",
        "second_strike": chance.randint(5, 40) if twice else None,
        "place": _site(chance, story.place),
        "delivery": _DELIVERY.get(story.event, "ground"),
        "learned_on": first + dt.timedelta(days=chance.randrange(6)),
        "toll_open": story.toll_open,
        "origin": origin,
    }


def _when(chance: random.Random, month: dt.date) -> When:
    last = calendar.monthrange(month.year, month.month)[1]
    precision = draw(chance, weights.PRECISIONS)
    if precision == "month":
        return When(month, month.replace(day=last), "month")
    day = month.replace(day=chance.randint(1, last))
    if precision == "range":
        return When(day, day + dt.timedelta(days=chance.randint(1, 6)), "range")
    return When.on(day)


def _site(chance: random.Random, place: Place) -> Site:
    if chance.random() < 0.03:
        return Site(place.parent, "subdistrict")
    if chance.random() < 0.6:
        return Site(place.pcode, "community")
    lat, lon = (round(middle + chance.uniform(-0.008, 0.008), 5) for middle in (place.lat, place.lon))
    return Site(place.pcode, "coordinates", lat, lon)


def _kinds(story: Story, people: list[dict[str, Any]]) -> list[str]:
    said: Mapping[str, bool] = {
        "killing": any(row["outcome"] == "killed" for row in people),
        "vital_attack": bool(story.facility),
        "prohibited_weapon": story.event in _PROHIBITED,
        "injury": story.injured > 0,
    }
    return [kind for kind, holds in said.items() if holds] or ["indiscriminate"]


def _attributions(chance: random.Random, parties: tuple[str, ...]) -> list[dict[str, Any]]:
    mode = "believed" if parties == ("russia",) or chance.random() < 0.1 else "named"
    if len(parties) > 1:
        mode = "joint_pending" if chance.random() < 0.93 else "joint_proven"
    if parties == ("unidentified",):
        return [{"party": "unidentified", "mode": "unattributed"}]
    return [{"party": party, "mode": mode, "basis_en": _BASIS_EN, "basis_ar": _BASIS_AR} for party in parties]


def _facility(chance: random.Random, story: Story) -> dict[str, Any]:
    name_en, name_ar, _ = FACILITIES[story.facility]
    return {
        "type": story.facility,
        "name_en": f"{name_en.removeprefix('a ').removeprefix('an ').removeprefix('the ').capitalize()}"
        f" in {story.place.name_en}",
        "name_ar": f"{name_ar} في {story.place.name_ar}",
        "damage": draw(chance, weights.DAMAGE),
        "out_of_service": "yes" if chance.random() < 0.3 else "no",
        "military_presence": "none" if chance.random() < 0.9 else "unknown",
        "hit_before": "yes" if chance.random() < 0.2 else "unknown",
    }


def _weapon(event: str, barrels: int) -> dict[str, Any]:
    munitions = barrels or (1 if event == "chemical" else None)
    return {"weapon": _WEAPONS[event], "attacks": 1, "munitions": munitions}


def _sources(chance: random.Random, status: str) -> list[dict[str, Any]]:
    wanted = chance.randint(2, 3) if status in ("documented", "corroborated") else 1
    return [
        {
            "kind": draw(chance, weights.SOURCES),
            "pseudonym": f"T-{chance.randrange(10_000):04}",
            "first_hand": "yes" if chance.random() < 0.5 else "no",
            "independent": "yes" if chance.random() < 0.8 else "unknown",
            "consent": chance.choice(("internal", "anonymous", "anonymous")),
            "reliability": chance.choice("ABBC"),
            "credibility": chance.choice("1223"),
        }
        for _ in range(wanted)
    ]
