"""Merging as a rule: nothing is left out, what is the same is matched, and each field comes of the side chosen."""

from dataclasses import replace

import pytest

from snhr_desktop.domain.doubles.keeping import BOTH, ONE, OTHER
from snhr_desktop.domain.doubles.merging import MergePlan, Pair, differing, merged, proposal, ways
from snhr_desktop.domain.places import built_in
from snhr_desktop.domain.records import Incident, Victim
from snhr_desktop.domain.values import When
from tests.builders import attribution, dossier, facility, incident, source, victim, weapon

PLACES = built_in()


def test_what_the_first_leaves_blank_comes_of_the_other() -> None:
    one = dossier(incident=incident(None, title_en="", uid="1" * 32, reference="IDL-2018-00001", origin="a"))
    other = dossier(incident=incident(title_en="Said", title_ar="آخر", uid="2" * 32, reference="X", origin="b"))
    found = merged(one, other, MergePlan()).incident
    assert (found.uid, found.reference, found.origin) == ("1" * 32, "IDL-2018-00001", "a")
    assert (found.date, found.title_en, found.title_ar) == (other.incident.date, "Said", "قصف سوق")


def test_a_field_comes_of_the_side_that_was_chosen() -> None:
    one = dossier(incident=incident(narrative_ar="أول", kinds=("killing",), time="10:00"))
    other = dossier(incident=incident(narrative_ar="ثان", kinds=("destruction", "killing"), time="11:00"))
    plan = MergePlan({"narrative_ar": BOTH, "kinds": BOTH, "time": OTHER, "title_en": BOTH, "reference": OTHER})
    found = merged(one, other, plan).incident
    assert (found.narrative_ar, found.kinds, found.time) == ("أول\n\nثان", ("killing", "destruction"), "11:00")
    assert found.title_en == one.incident.title_en


def test_only_paragraphs_and_terms_can_be_kept_of_both() -> None:
    assert ways(Incident.field("narrative_en")) == (ONE, OTHER, BOTH)
    assert ways(Incident.field("kinds")) == (ONE, OTHER, BOTH)
    assert ways(Victim.field("age")) == (ONE, OTHER)


def test_an_age_of_nought_is_said() -> None:
    plan = MergePlan(pairs={"victims": (Pair(0, 0),)})
    [found] = merged(dossier(victim(age=0)), dossier(victim(age=5)), plan).victims
    assert found.age == 0


def test_matched_records_are_one_and_the_others_stand_beside_them() -> None:
    one = dossier(
        victim(uid="a" * 32, name_ar="أحمد العلي", age=34), victim(uid="b" * 32, number=4, sex=""),
        attributions=(attribution(),), weapons=(weapon("barrel"),),
        facilities=(facility("school"), facility("market", name_ar="سوق")),
        sources=(source(pseudonym="A-1"),),
    )  # fmt: skip
    other = dossier(
        victim(uid="c" * 32, number=4, sex=""), victim(uid="d" * 32, name_ar="ريم الخطيب"),
        victim(uid="e" * 32, name_ar="احمد العلى", name_en="Ahmad al-Ali", age=35),
        attributions=(attribution("russia"), attribution()), weapons=(weapon("cluster"), weapon("barrel")),
        facilities=(facility("market", name_ar="آخر"), facility("school", name_en="North")),
        sources=(source(pseudonym="a-1", kind="medic"), source(pseudonym="a-1", real_name="Hidden")),
    )  # fmt: skip
    plan = proposal(one, other, PLACES)
    assert {(pair.one, pair.other) for pair in plan.pairs["victims"]} == {(0, 2), (1, 0)}
    found = merged(one, other, plan)
    assert [each.uid for each in found.victims] == ["a" * 32, "b" * 32, ""]
    assert (found.victims[0].name_en, found.victims[0].age) == ("Ahmad al-Ali", 34)
    assert [each.party for each in found.attributions] == ["regime", "russia"]
    assert [each.weapon for each in found.weapons] == ["barrel", "cluster"]
    assert [(each.type, each.name_ar, each.name_en) for each in found.facilities] == [
        ("school", "", "North"), ("market", "سوق", ""), ("market", "آخر", ""),
    ]  # fmt: skip
    assert [(each.kind, each.real_name) for each in found.sources] == [("eyewitness", "Hidden"), ("medic", "")]


@pytest.mark.parametrize("change", [{"age": 30}, {"sex": "female"}, {"outcome": "injured"}, {"number": 2}])
def test_groups_that_differ_are_two(change: dict[str, object]) -> None:
    one = dossier(victim(age=20))
    assert proposal(one, dossier(victim(**({"age": 20} | change))), PLACES).pairs["victims"] == ()


def test_the_fields_that_differ_are_told() -> None:
    one = incident()
    assert [f.name for f in differing(one, replace(one, date=When(), status="documented"))] == ["date", "status"]
    assert differing(one, one) == ()
