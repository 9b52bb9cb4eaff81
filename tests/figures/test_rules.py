"""The counting rules through a real store, case by case, at the boundaries where a wrong rule would show."""

from typing import Any

import pytest

from snhr_desktop.domain.periods import IDLIB
from snhr_desktop.domain.records import Attribution, Dossier, FacilityImpact, Period, Victim, WeaponUse
from snhr_desktop.figures import FIGURES, Answer, ask, ask_all, behind, figure_of
from snhr_desktop.store.store import Store
from tests.figures.records import ALEPPO, IN_PERIOD, KHAN_SHAYKHUN, SARAQIB, ZARDANA, by, dossier, on, save


def answer(store: Store, code: str, scope: str = "alliance", period: Period = IDLIB.period) -> Answer:
    return ask(store.connection, figure_of(code), period, scope)


def killed(*dossiers: Dossier, store: Store, scope: str = "alliance") -> int | float | None:
    save(store, *dossiers)
    return answer(store, "civilians_killed", scope).total


def test_every_figure_answers_an_empty_store(store: Store) -> None:
    answers = ask_all(store.connection, FIGURES.values(), IDLIB.period, "alliance")
    assert list(answers) == list(FIGURES)
    for code, found in answers.items():
        assert found.total == (None if code == "women_children_share" else 0)
        assert found.by == {breakdown: {} for breakdown in FIGURES[code].breakdown_codes}
        assert found.unstated == 0


@pytest.mark.parametrize(
    ("first", "last", "place", "counted", "uncertain"),
    [
        ("2017-05-06", "", SARAQIB, 1, 0),
        ("2017-05-05", "", SARAQIB, 0, 0),
        ("2018-05-31", "", SARAQIB, 1, 0),
        ("2018-06-01", "", SARAQIB, 0, 0),
        ("2017-04-04", "", KHAN_SHAYKHUN, 0, 0),
        ("2018-06-07", "2018-06-08", ZARDANA, 0, 0),
        ("2018-05-31", "2018-06-01", SARAQIB, 0, 1),
        ("2017-05-05", "2017-05-06", SARAQIB, 0, 1),
        ("2017-01-01", "2018-12-31", SARAQIB, 0, 1),
        ("2017-05-06", "2018-05-31", SARAQIB, 1, 0),
        ("2017-12-20", "", ALEPPO, 0, 0),
        ("2018-05-31", "2018-06-01", ALEPPO, 0, 0),
    ],
)
def test_bounds_are_inclusive_and_a_straddling_range_stands_apart(
    store: Store, first: str, last: str, place: str, counted: int, uncertain: int
) -> None:
    save(store, dossier(on(first, last), place, victims=(Victim(),)))
    assert answer(store, "incidents").total == counted
    assert answer(store, "civilians_killed").total == counted
    assert answer(store, "date_uncertain").total == uncertain


def test_a_range_over_two_months_and_a_place_known_by_district_stand_under_not_known(store: Store) -> None:
    save(store, dossier(on("2017-12-30", "2018-01-02"), "SY0700", victims=(Victim(number=3),)))
    found = answer(store, "civilians_killed")
    assert found.by["month"] == {"not_known": 3}
    assert found.by["subdistrict"] == {"not_known": 3}


def test_a_period_without_area_counts_the_whole_country(store: Store) -> None:
    save(store, dossier(place=ALEPPO), dossier(place=SARAQIB))
    country = Period(code="country", first=IDLIB.period.first, last=IDLIB.period.last)
    assert answer(store, "incidents", period=country).by["subdistrict"] == {"SY020000": 1, "SY070003": 1}
    assert answer(store, "incidents").by["subdistrict"] == {"SY070003": 1}


def test_a_period_with_an_open_bound_has_no_bound_there(store: Store) -> None:
    save(store, dossier(on("1982-02-02")), dossier(on("2018-05-31")))
    assert answer(store, "incidents", period=Period(code="open", last=IDLIB.period.last)).total == 2


@pytest.mark.parametrize(
    ("status", "classification", "counted", "pending"),
    [
        ("documented", "violation", 1, 0),
        ("documented", "not_violation", 0, 0),
        ("corroborated", "violation", 0, 1),
        ("reported", "", 0, 1),
        ("unconfirmed", "", 0, 1),
        ("rejected", "violation", 0, 0),
    ],
)
def test_only_what_is_documented_and_a_violation_counts(
    store: Store, status: str, classification: str, counted: int, pending: int
) -> None:
    save(store, dossier(status=status, classification=classification, victims=(Victim(),)))
    assert answer(store, "civilians_killed").total == counted
    assert answer(store, "incidents").total == counted
    assert answer(store, "not_yet_documented").total == pending


def test_armed_and_unknown_are_not_in_the_toll(store: Store) -> None:
    people = (Victim(), Victim(civil_status="armed", number=2), Victim(civil_status="unknown", number=3))
    assert killed(dossier(victims=people), store=store) == 1
    assert answer(store, "status_unknown_killed").total == 3
    assert FIGURES["status_unknown_killed"].apart


def test_a_girl_is_a_child_only_and_a_group_counts_its_number(store: Store) -> None:
    people = (
        Victim(sex="female", age=17),
        Victim(sex="female", age=18),
        Victim(sex="male", age_group="adult", number=4),
        Victim(number=2),
    )
    assert killed(dossier(victims=people), store=store) == 8
    assert answer(store, "civilians_killed").by["class"] == {"men": 4, "women": 1, "children": 1, "not_known": 2}
    assert answer(store, "women_children_share").total == 25.0


@pytest.mark.parametrize(
    ("part", "others", "share"),
    [(464, 645, 41.8), (213, 180, 54.2), (1, 7, 12.5), (1, 1999, 0.1), (1, 2001, 0.0), (2, 0, 100.0), (0, 3, 0.0)],
)
def test_the_share_recomputes(store: Store, part: int, others: int, share: float) -> None:
    people = [Victim(number=part, age_group="child")] if part else []
    people += [Victim(number=others, sex="male", age_group="adult")] if others else []
    save(store, dossier(victims=tuple(people)))
    assert answer(store, "women_children_share").total == share


@pytest.mark.parametrize(
    ("people", "override", "massacres"),
    [
        ((Victim(number=4),), "", 0),
        ((Victim(number=5),), "", 1),
        ((Victim(number=4), Victim(civil_status="armed")), "", 0),
        ((Victim(number=4), Victim(outcome="injured")), "", 0),
        ((Victim(number=4), Victim(outcome="died_torture")), "", 0),
        ((Victim(number=4),), "yes", 1),
        ((Victim(number=9),), "no", 0),
    ],
)
def test_a_massacre_is_five_civilians_at_once_unless_a_reviewer_decided(
    store: Store, people: tuple[Victim, ...], override: str, massacres: int
) -> None:
    save(store, dossier(victims=people, massacre_override=override, massacre_reason="reviewed" if override else ""))
    found = answer(store, "massacres")
    assert found.total == massacres
    assert found.unit == "incidents"


@pytest.mark.parametrize(
    ("attributions", "row", "scopes"),
    [
        (by("regime"), "regime", {"all", "alliance", "regime"}),
        (by("russia", mode="believed"), "russia", {"all", "alliance", "russia"}),
        (by("regime", "russia", mode="joint_pending"), "alliance_joint", {"all", "alliance"}),
        (by("regime", "russia", mode="joint_proven"), "alliance_joint", {"all", "alliance"}),
        (by("iran_militias"), "regime", {"all", "alliance", "regime", "iran_militias"}),
        (by("regime", "iran_militias"), "regime", {"all", "alliance", "regime"}),
        (by("hts"), "hts", {"all", "extremist", "hts"}),
        (by("hts", "isis"), "several_joint", {"all", "extremist"}),
        (by("regime", "isis"), "several_joint", {"all"}),
        (by("unidentified"), "unidentified", {"all", "unidentified"}),
        ((), "unidentified", {"all", "unidentified"}),
        (
            (Attribution(party="regime"), Attribution(party="russia", mode="backing")),
            "regime",
            {"all", "alliance", "regime"},
        ),
    ],
)
def test_each_incident_counts_once_in_its_row_and_in_the_scopes_it_belongs_to(
    store: Store, attributions: tuple[Attribution, ...], row: str, scopes: set[str]
) -> None:
    save(store, dossier(attributions=attributions, victims=(Victim(number=7),)))
    every = ("all", "alliance", "extremist", "regime", "russia", "iran_militias", "hts", "isis", "unidentified")
    for scope in every:
        found = answer(store, "civilians_killed", scope)
        assert found.by["party"] == ({row: 7} if scope in scopes else {}), scope
        assert found.total == (7 if scope in scopes else 0), scope


def test_workers_are_part_of_the_killed_and_not_beside_them(store: Store) -> None:
    people = [Victim(occupation=one) for one in ("medical", "medical", "media", "civil_defence", "red_crescent")]
    people += [Victim(occupation="medical", outcome="injured"), Victim(occupation="medical", civil_status="armed")]
    assert killed(dossier(victims=tuple(people)), store=store) == 5
    found = {code: answer(store, f"{code}_killed").total for code in ("medical", "media", "civil_defence")}
    assert found == {"medical": 2, "media": 1, "civil_defence": 1}
    assert answer(store, "civilians_injured").total == 1


def test_facilities_count_each_time_they_are_hit(store: Store) -> None:
    hits = (FacilityImpact(type="school"), FacilityImpact(type="school"), FacilityImpact(type="market"))
    save(store, dossier(facilities=hits), dossier(facilities=(FacilityImpact(type="school"),)))
    save(store, dossier(facilities=(FacilityImpact(type="other"),)))
    found = answer(store, "facility_impacts")
    assert found.total == 5
    assert found.by["category"] == {"educational": 3, "communal": 1, "other": 1}
    assert found.by["type"] == {"school": 3, "market": 1, "other": 1}
    assert list(found.by["category"]) == ["educational", "communal", "other"]


def test_attacks_and_munitions_are_never_mixed_and_the_uncounted_is_told(store: Store) -> None:
    uses = (
        WeaponUse(weapon="barrel", attacks=2, munitions=5),
        WeaponUse(weapon="barrel_gas", attacks=1, munitions=2),
        WeaponUse(weapon="barrel", attacks=3),
        WeaponUse(weapon="chemical"),
        WeaponUse(weapon="cluster", attacks=4, munitions=90),
        WeaponUse(weapon="incendiary"),
    )
    save(store, dossier(weapons=uses))
    found = ask_all(store.connection, FIGURES.values(), IDLIB.period, "alliance")
    assert (found["barrel_bombs"].total, found["barrel_bombs"].unstated) == (7, 1)
    assert found["chemical_attacks"].total == 2
    assert found["cluster_attacks"].total == 4
    assert found["incendiary_attacks"].total == 1
    assert {code for code, one in found.items() if one.unstated} == {"barrel_bombs"}


def test_only_uncounted_munitions_are_no_number_and_still_lead_to_their_record(store: Store) -> None:
    uids = save(store, dossier(weapons=(WeaponUse(weapon="barrel"),)))
    found = answer(store, "barrel_bombs")
    assert (found.total, found.unstated, found.by["party"]) == (0, 1, {})
    assert behind(store.connection, FIGURES["barrel_bombs"], IDLIB.period, "alliance") == tuple(uids)


def test_the_incidents_behind_a_number_come_by_date(store: Store) -> None:
    late, early = save(
        store,
        dossier(on("2018-03-22"), victims=(Victim(sex="female", age=30),)),
        dossier(IN_PERIOD, "SY07", victims=(Victim(age=3),)),
    )
    figure = FIGURES["civilians_killed"]

    def found(*of: Any) -> tuple[str, ...]:
        return behind(store.connection, figure, IDLIB.period, "alliance", *of)

    assert found() == (early, late)
    assert found("class", "women") == (late,)
    assert found("month", "2017-12") == (early,)
    assert found("subdistrict", "not_known") == (early,)
    assert found("class", "men") == ()
    assert found("class", "' OR 1=1 --") == ()
