"""What an incident must not contradict, what it lacks to be documented, and what a reviewer should look at."""

import datetime as dt

import pytest

from snhr_desktop.domain import checks
from snhr_desktop.domain.records import Attribution, Dossier, FacilityImpact, Incident, Source, Victim, WeaponUse
from snhr_desktop.domain.values import Site, When
from snhr_desktop.i18n import ARABIC, ENGLISH

TODAY = dt.date(2018, 6, 13)


def found(dossier: Dossier, level: str = "error") -> set[tuple[str, str]]:
    return {(p.record, p.field) for p in checks.problems(dossier, {"C1"}, TODAY) if p.level == level}


def sound(**incident: object) -> Dossier:
    values = {
        "title_en": "Air strike", "kinds": ("killing",), "date": When.on(dt.date(2018, 3, 22)),
        "place": Site("C1", "community"), "classification": "violation",
    }  # fmt: skip
    return Dossier(
        Incident(**values | incident),  # type: ignore[arg-type]
        victims=(Victim(age=3),),
        sources=(Source(kind="medic"),),
    )


def test_a_sound_incident_has_no_problem() -> None:
    assert checks.problems(sound(status="documented"), {"C1"}, TODAY) == ()


@pytest.mark.parametrize(
    ("dossier", "problem"),
    [
        (Dossier(Incident(), victims=(Victim(age=40, age_group="child"),)), ("victim", "age")),
        (Dossier(Incident(), victims=(Victim(age=4, age_group="adult"),)), ("victim", "age")),
        (Dossier(Incident(), victims=(Victim(number=4, name_ar="أحمد"),)), ("victim", "number")),
        (Dossier(Incident(date=When.on(dt.date(2018, 6, 14)))), ("incident", "date")),
        (Dossier(Incident(massacre_override="yes")), ("incident", "massacre_reason")),
        (Dossier(Incident(place=Site("C2", "community"))), ("incident", "place")),
        (
            Dossier(Incident(), attributions=(Attribution(party="isis"), Attribution(party="isis"))),
            ("attribution", "party"),
        ),
        (
            Dossier(Incident(), sources=(Source(kind="medic", real_name="أحمد العلي", pseudonym="احمد علي"),)),
            ("source", "pseudonym"),
        ),
        (
            Dossier(
                Incident(),
                sources=(Source(kind="medic", real_name="Ahmad"), Source(kind="activist", depends_on="ahmad")),
            ),
            ("source", "depends_on"),
        ),
        (Dossier(Incident(), sources=(Source(kind="medic", stated_on=dt.date(2020, 1, 1)),)), ("source", "stated_on")),
    ],
)
def test_contradictions_stop_a_save(dossier: Dossier, problem: tuple[str, str]) -> None:
    assert problem in found(dossier)


def test_a_draft_may_lack_what_a_documented_incident_may_not() -> None:
    bare = Dossier(Incident(title_en="x"))
    assert found(bare) == set()
    missing = {("source", "kind"), ("incident", "classification")}
    assert missing <= found(bare, "needed")
    documented = Dossier(Incident(title_en="x", status="documented"))
    assert missing <= found(documented)


def test_coordinates_alone_are_no_place_that_figures_know() -> None:
    placed = {"place": Site("", "coordinates", 35.9, 36.6)}
    assert ("incident", "place") in found(sound(**placed), "needed")
    assert ("incident", "place") in found(sound(status="documented", **placed))


def test_joint_responsibility_and_backing_need_another_party() -> None:
    alone = Dossier(Incident(), attributions=(Attribution(party="russia", mode="joint_pending"),))
    assert ("attribution", "mode") in found(alone, "needed")
    unknown = Dossier(
        Incident(), attributions=tuple(Attribution(party=p, mode="joint_pending") for p in ("russia", "unidentified"))
    )
    assert ("attribution", "mode") in found(unknown, "needed")
    both = Dossier(
        Incident(), attributions=tuple(Attribution(party=p, mode="joint_pending") for p in ("russia", "regime"))
    )
    assert ("attribution", "mode") not in found(both, "needed")
    backed = Dossier(
        Incident(), attributions=(Attribution(party="regime"), Attribution(party="russia", mode="backing"))
    )
    assert ("attribution", "mode") not in found(backed, "needed")


def test_a_pseudonym_of_its_own_is_no_real_name() -> None:
    sources = (Source(kind="medic", real_name="أحمد", pseudonym="A-17"), Source(kind="activist", depends_on="A-17"))
    assert not found(Dossier(Incident(), sources=(*sources, Source(kind="medic"))))


def test_hints_for_the_reviewer() -> None:
    dossier = Dossier(
        Incident(kinds=("vital_attack",)),
        victims=(Victim(name_ar="أحمد"), Victim(number=3)),
        facilities=(FacilityImpact(type="school"),),
        weapons=(WeaponUse(weapon="barrel"),),
        sources=(Source(kind="medic", stated_killed=9),),
    )
    expected = {
        ("source", "independent"), ("incident", "kinds"), ("facility", "military_presence"), ("weapon", "munitions"),
        ("source", "stated_killed"),
    }  # fmt: skip
    assert found(dossier, "hint") == expected
    toll = next(p for p in checks.problems(dossier, {"C1"}, TODAY) if p.field == "stated_killed")
    assert "9" in toll.tell(ENGLISH)
    assert "4" in toll.tell(ARABIC)
