"""The counting rules, case by case: classes, massacres, joint attribution, what counts at all."""

import datetime as dt

import pytest

from snhr_desktop.domain import counting
from snhr_desktop.domain.places import built_in
from snhr_desktop.domain.records import Attribution, Dossier, FacilityImpact, Incident, Victim
from snhr_desktop.domain.values import Site, When
from snhr_desktop.domain.vocabularies import vocabulary


@pytest.mark.parametrize(
    ("victim", "expected"),
    [
        (Victim(sex="male", age=18), "men"),
        (Victim(sex="female", age=18), "women"),
        (Victim(sex="female", age=17), "children"),
        (Victim(sex="male", age=0), "children"),
        (Victim(age=40), "not_known"),
        (Victim(sex="female"), "not_known"),
        (Victim(sex="female", age_group="adult"), "women"),
        (Victim(age_group="child"), "children"),
        (Victim(number=4), "not_known"),
    ],
)
def test_classes(victim: Victim, expected: str) -> None:
    assert counting.victim_class(victim) == expected


def dossier(*victims: Victim, **incident: object) -> Dossier:
    return Dossier(Incident(**incident), victims=victims)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("victims", "massacre"),
    [
        ((Victim(number=4),), False),
        ((Victim(number=4), Victim()), True),
        ((Victim(number=4), Victim(civil_status="armed")), False),
        ((Victim(number=4), Victim(civil_status="unknown")), False),
        ((Victim(number=4), Victim(outcome="injured", number=30)), False),
        ((Victim(number=5, outcome="died_torture"),), False),
    ],
)
def test_a_massacre_is_five_civilians_killed_at_once(victims: tuple[Victim, ...], massacre: bool) -> None:
    assert counting.is_massacre(dossier(*victims)) is massacre


def test_a_reviewer_may_decide_otherwise() -> None:
    assert not counting.is_massacre(
        dossier(Victim(number=9), massacre_override="no", massacre_reason="separate attacks")
    )
    assert counting.is_massacre(
        dossier(Victim(number=4), massacre_override="yes", massacre_reason="a fifth died later")
    )


@pytest.mark.parametrize(
    ("attributions", "row", "group"),
    [
        ([], "unidentified", ""),
        ([("regime", "named")], "regime", "alliance"),
        ([("iran_militias", "named")], "regime", "alliance"),
        ([("iran_militias", "named"), ("regime", "named")], "regime", "alliance"),
        ([("russia", "believed")], "russia", "alliance"),
        ([("regime", "joint_pending"), ("russia", "joint_pending")], "alliance_joint", "alliance"),
        ([("iran_militias", "joint_proven"), ("russia", "joint_proven")], "alliance_joint", "alliance"),
        ([("regime", "named"), ("russia", "backing")], "regime", "alliance"),
        ([("regime", "named"), ("isis", "named")], "several_joint", ""),
        ([("isis", "named"), ("hts", "named")], "several_joint", "extremist"),
        ([("regime", "unattributed")], "unidentified", ""),
        ([("unidentified", "named"), ("russia", "named")], "russia", "alliance"),
    ],
)
def test_an_incident_stands_in_one_row_of_a_table_by_party(
    attributions: list[tuple[str, str]], row: str, group: str
) -> None:
    parties = counting.responsible(Attribution(party=party, mode=mode) for party, mode in attributions)
    assert counting.party_row(parties) == row
    assert counting.party_group(parties) == group
    assert row in vocabulary("party_row")


@pytest.mark.parametrize(
    ("status", "classification", "expected"),
    [
        ("documented", "violation", "counted"),
        ("documented", "", "pending"),
        ("documented", "not_violation", "set_aside"),
        ("rejected", "violation", "set_aside"),
        ("corroborated", "violation", "pending"),
        ("unconfirmed", "violation", "pending"),
    ],
)
def test_only_what_is_documented_and_classified_is_counted(status: str, classification: str, expected: str) -> None:
    assert counting.standing(Incident(status=status, classification=classification)) == expected


def test_every_facility_type_has_a_category_of_the_vocabulary() -> None:
    for code in vocabulary("facility_type"):
        found = counting.category(FacilityImpact(type=code))
        assert found in vocabulary("facility_category") or code == "other"


def test_facts_of_an_incident() -> None:
    facts = counting.facts(
        Dossier(
            Incident(
                status="documented",
                classification="violation",
                place=Site("C3916", "community"),
                date=When.on(dt.date(2018, 3, 22)),
            ),
            victims=(Victim(number=4), Victim(age=3), Victim(outcome="injured"), Victim(civil_status="armed")),
        ),
        built_in(),
    )
    assert (facts.incident.month, facts.incident.civilians_killed, facts.incident.civilians_injured) == (
        "2018-03",
        5,
        1,
    )
    assert facts.incident.massacre
    assert (facts.incident.governorate, facts.incident.subdistrict) == ("SY07", "SY070003")
    assert [v.victim_class for v in facts.victims] == ["not_known", "children", "not_known", "not_known"]
