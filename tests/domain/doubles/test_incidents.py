"""Same incident: within 5 km and a day, and something of who did what in common."""

import datetime as dt
from typing import Any

import pytest

from snhr_desktop.domain.doubles import incident_traits, same_incident
from snhr_desktop.domain.doubles.around import codes_around
from snhr_desktop.domain.places import Level, built_in, distance_km
from snhr_desktop.domain.records import Dossier
from snhr_desktop.domain.values import Site, When
from snhr_desktop.i18n import ARABIC, ENGLISH
from tests.builders import IDLIB_CITY, attribution, dossier, facility, incident, victim, weapon

PLACES = built_in()
[IDLIB] = [place for place in PLACES.at_level(Level.COMMUNITY) if place.pcode == "C3871"]
DAY = dt.date(2018, 3, 22)
MARCH = When(dt.date(2018, 3, 1), dt.date(2018, 3, 31), "month")


def entry(day: dt.date | None = DAY, /, **said: Any) -> Dossier:
    """An attack on a market in Idlib city by barrel bombs."""
    children = {name: said.pop(name) for name in ("victims", "attributions", "facilities", "weapons") if name in said}
    base = {"weapons": (weapon(),), "attributions": (attribution(),), "facilities": (facility("market"),)}
    return dossier(incident=incident(day, **said), **(base | children))


def reasons(one: Dossier, other: Dossier) -> list[str] | None:
    """Why two may be one, in English; the same whichever is asked about the other."""
    here, there = incident_traits(one), incident_traits(other)
    found, back = same_incident(here, there, PLACES), same_incident(there, here, PLACES)
    assert found == back
    return [reason.tell(ENGLISH) for reason in found.reasons] if found else None


def at_km(km: float) -> Site:
    """A point this far north of Idlib city, by coordinates alone."""
    return Site("", "coordinates", IDLIB.lat + km / 111.2, IDLIB.lon)


def test_the_same_incident_says_why() -> None:
    assert reasons(entry(time="10:40"), entry(time="11:30")) == [
        "Same day", "Same place", "Same party: Syrian regime forces", "Same weapon: Barrel bomb",
        "Same kind of facility: Market", "Within an hour of each other", "Same number of civilians killed: 1",
        "Same violation: Killing",
    ]  # fmt: skip


@pytest.mark.parametrize(("km", "told"), [(0.2, "Same place"), (3.1, "3 km apart"), (4.9, "5 km apart"), (5.2, "")])
def test_places_are_the_same_within_five_kilometres(km: float, told: str) -> None:
    found = reasons(entry(), entry(place=at_km(km)))
    assert (told in found) if told and found else found is None


@pytest.mark.parametrize(
    ("date", "told"),
    [
        (When.on(DAY + dt.timedelta(1)), "One day apart"),
        (When.on(DAY - dt.timedelta(2)), ""),
        (MARCH, "Perhaps the same day"),
        (When(DAY + dt.timedelta(1), DAY + dt.timedelta(4), "range"), "One day apart"),
        (When(), ""),
    ],
)
def test_dates_are_ranges_with_a_day_to_spare(date: When, told: str) -> None:
    found = reasons(entry(), entry(date=date))
    assert (told in found) if told and found else found is None


def test_a_subdistrict_stands_for_what_lies_in_it_and_a_district_for_nothing() -> None:
    holder = PLACES.ancestor_at("C3871", Level.SUBDISTRICT)
    district = PLACES.ancestor_at("C3871", Level.DISTRICT)
    assert holder
    assert district
    found = reasons(entry(), entry(place=Site(holder.pcode, "subdistrict")))
    assert found
    assert "One place lies in the other" in found
    assert reasons(entry(), entry(place=Site(district.pcode, "district"))) is None
    assert reasons(entry(place=Site()), entry(place=Site())) is None


def test_something_of_who_did_what_is_the_same_or_not_said_yet() -> None:
    other: dict[str, Any] = {
        "attributions": (attribution("russia"),),
        "weapons": (weapon("cluster"),),
        "kinds": ("destruction",),
    }
    assert reasons(entry(), entry(**other)) is None
    assert reasons(entry(), entry(**(other | {"weapons": (weapon(),)})))
    untouched: dict[str, Any] = {"attributions": (), "weapons": (), "kinds": (), "facilities": (), "victims": ()}
    assert reasons(entry(**untouched), entry(**other)) == ["Same day", "Same place"]
    unknown = {**untouched, "attributions": (attribution("unidentified"),), "weapons": (weapon("unknown"),)}
    assert reasons(entry(**unknown), entry(**other)) == ["Same day", "Same place"]


def test_armed_persons_are_not_in_the_toll() -> None:
    armed = (victim(civil_status="armed"), victim())
    found = reasons(entry(victims=armed), entry())
    assert found
    assert "Same number of civilians killed: 1" in found


def test_a_place_is_looked_for_under_every_code_near_it() -> None:
    codes = codes_around(IDLIB_CITY, PLACES)
    near = {p.pcode for p in PLACES.at_level(Level.COMMUNITY) if distance_km(IDLIB.lat, IDLIB.lon, p.lat, p.lon) <= 10}
    assert near <= set(codes)
    assert {"", "SY070000"} <= set(codes)
    assert codes_around(Site("SY07", "governorate"), PLACES) == ()
    assert codes_around(Site(), PLACES) == ()
    assert "C3871" in codes_around(Site("SY070000", "subdistrict"), PLACES)


def test_reasons_are_told_in_arabic() -> None:
    found = same_incident(incident_traits(entry()), incident_traits(entry(place=at_km(3))), PLACES)
    assert found
    assert "كم" in found.tell(ARABIC)
