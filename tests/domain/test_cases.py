"""Cases: what contradicts itself, what they lack to be documented, and what they contribute to the figures."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from snhr_desktop.domain.case_checks import case_problems
from snhr_desktop.domain.case_counting import CaseFact, case_facts, outcome
from snhr_desktop.domain.places import built_in
from snhr_desktop.domain.records import CaseFile, CaseState
from snhr_desktop.domain.values import Site, When
from snhr_desktop.i18n import ARABIC, ENGLISH
from tests.builders import IDLIB_CITY, case, state

TODAY = dt.date(2019, 1, 1)
LATER = dt.date(2018, 4, 2)


def found(file: CaseFile, level: str = "error") -> set[tuple[str, str, int]]:
    problems = case_problems(file, {IDLIB_CITY.pcode}, TODAY)
    assert all(p.tell(ARABIC) and p.tell(ENGLISH) for p in problems)
    return {(p.record, p.field, p.row) for p in problems if p.level == level}


def facts_of(file: CaseFile) -> tuple[CaseFact, ...]:
    return case_facts(file, built_in())


def test_a_sound_case_has_no_problem() -> None:
    file = case(state(), state("disappeared", LATER), state("died", LATER, body="yes"))
    assert case_problems(file, {IDLIB_CITY.pcode}, TODAY) == ()


@pytest.mark.parametrize(
    ("states", "problem"),
    [
        ((state(), state("released", LATER), state("arrested", LATER)), ("state", 2)),
        ((state(), state("released", LATER), state("disappeared", LATER)), ("state", 2)),
        ((state(), state("died", LATER), state("released", LATER)), ("state", 2)),
        ((state("disappeared"), state()), ("state", 0)),
        ((state("released"),), ("state", 0)),
        ((state(day=LATER), state("disappeared")), ("date", 1)),
        ((state(day=dt.date(2019, 1, 2)),), ("date", 0)),
        ((state(place=Site("C2", "community")),), ("place", 0)),
        ((state(place=Site()),), ("place", 0)),
        ((state(place=Site("", "coordinates", 35.9, 36.6)),), ("place", 0)),
        ((state(day=None),), ("date", 0)),
        ((state(source_kind=""),), ("source_kind", 0)),
        ((state(source_name="أحمد العلي", source_pseudonym="احمد علي"),), ("source_pseudonym", 0)),
    ],
)
def test_what_contradicts_itself_or_is_missing_stops_a_documented_case(
    states: tuple[CaseState, ...], problem: tuple[str, int]
) -> None:
    assert ("detention_state", *problem) in found(case(*states))


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"age": 4, "age_group": "adult"}, "age"),
        ({"name_ar": ""}, "name_ar"),
        ({"classification": ""}, "classification"),
    ],
)
def test_the_person_is_checked_too(said: dict[str, Any], field: str) -> None:
    assert ("detention", field, 0) in found(case(**said))


def test_a_case_that_is_only_reported_may_lack_almost_everything() -> None:
    assert found(replace(case(status="reported", name_ar="", classification=""), states=())) == set()


def test_states_told_by_ranges_may_overlap() -> None:
    month = When(dt.date(2018, 3, 1), dt.date(2018, 3, 31), "month")
    assert found(case(state(), state("disappeared", date=month))) == set()


@pytest.mark.parametrize(
    ("given", "hint"),
    [
        (case(state(party="")), ("detention_state", "party", 0)),
        (case(state(party="unidentified")), ("detention_state", "party", 0)),
        (case(state(warrant="")), ("detention_state", "warrant", 0)),
        (case(state(circumstances="")), ("detention_state", "circumstances", 0)),
        (case(state(), state("died", LATER)), ("detention_state", "body", 1)),
        (case(state(), state("released", None)), ("detention_state", "date", 1)),
        (case(age_group=""), ("detention", "age_group", 0)),
    ],
)
def test_hints(given: CaseFile, hint: tuple[str, str, int]) -> None:
    assert hint in found(given, "hint")
    assert found(given) == set()


@pytest.mark.parametrize(
    ("after", "become"),
    [
        ((), "held"),
        ((("transferred", ""),), "held"),
        ((("disappeared", ""),), "disappeared"),
        ((("disappeared", ""), ("transferred", "")), "disappeared"),
        ((("disappeared", ""), ("released", "")), "released"),
        ((("disappeared", ""), ("revealed", "")), "held"),
        ((("died", ""),), "disappeared"),
        ((("died", "no"),), "disappeared"),
        ((("died", "unknown"),), "disappeared"),
        ((("died_torture", "yes"),), "died"),
        ((("disappeared", ""), ("died", "")), "disappeared"),
        ((("died", ""), ("revealed", "")), "died"),
        ((("released", ""), ("revealed", "")), "released"),
    ],
)
def test_what_has_become_of_an_arrest(after: tuple[tuple[str, str], ...], become: str) -> None:
    states = (state(), *(state(kind, LATER, body=body) for kind, body in after))
    assert outcome(states) == become
    assert {fact.outcome for fact in facts_of(case(*states))} == {become}


def test_an_abduction_by_nobody_knows_whom_is_no_arrest() -> None:
    assert [f.event for f in facts_of(case(state("abducted", party="hts")))] == ["arrest"]
    for party in ("", "unidentified"):
        unknown = case(state(party=party), state("released", LATER))
        assert [(f.event, f.party_row, f.party_group) for f in facts_of(unknown)] == [("abduction", "unidentified", "")]
    assert facts_of(case(state("disappeared"))) == ()


def test_a_release_has_its_own_day_and_what_else_it_does_not_say_from_the_arrest() -> None:
    arrest, release = facts_of(case(state(), state("released", LATER), age=12, age_group="", sex="female"))
    assert (arrest.event, release.event, arrest.month, release.month) == ("arrest", "release", "2018-03", "2018-04")
    assert (release.party_row, release.subdistrict, release.victim_class) == ("regime", "SY070000", "children")
    [_, elsewhere] = facts_of(
        case(state(), state("released", LATER, party="russia", place=Site("SY02", "governorate")))
    )
    assert (elsewhere.party, elsewhere.governorate, elsewhere.subdistrict) == ("russia", "SY02", "")


@pytest.mark.parametrize(
    ("said", "standing"),
    [
        ({}, "counted"),
        ({"status": "reported"}, "pending"),
        ({"classification": "not_violation"}, "set_aside"),
        ({"status": "rejected"}, "set_aside"),
        ({"civil_status": "armed"}, "set_aside"),
        ({"civil_status": "unknown"}, "pending"),
        ({"civil_status": "unknown", "status": "rejected"}, "set_aside"),
    ],
)
def test_only_documented_arrests_of_civilians_are_counted(said: dict[str, Any], standing: str) -> None:
    assert facts_of(case(**said))[0].standing == standing


def test_a_place_that_may_not_be_told_stands_under_no_subdistrict() -> None:
    [fact] = facts_of(case(place_shown="district"))
    assert (fact.subdistrict, fact.published_subdistrict) == ("SY070000", "")
