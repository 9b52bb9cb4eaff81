"""Likely duplicates as a store finds them: by any spelling, fresh after each save, and not again once dismissed."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from snhr_desktop.domain.doubles import incident_traits, person_traits
from snhr_desktop.domain.doubles import person_keys as filed_under
from snhr_desktop.domain.records import Dossier
from snhr_desktop.domain.values import Site, When
from snhr_desktop.store import derived, meta, person_keys
from snhr_desktop.workspace import LikelyDoubles, Workspace
from tests.builders import HOSTILE_TEXTS, dossier, incident, victim, weapon

AHMAD = {"name_ar": "أحمد العلي", "name_en": "Ahmad al-Ali", "father_ar": "محمد", "age": 34}
ANOTHER_DAY = dt.date(2019, 6, 1)


def ask(workspace: Workspace, entry: Dossier, key: str = "new-1") -> LikelyDoubles:
    """What is likely the same as an entry that is being typed."""
    traits = [person_traits(each, entry.incident) for each in entry.victims]
    key = entry.incident.uid or key
    return workspace.likely_doubles(incident_traits(entry), [person for person in traits if person], key)


def filed(workspace: Workspace) -> Sequence[tuple[Any, ...]]:
    """Every key of a person in the store."""
    found = workspace._store.connection.execute("SELECT * FROM person_key ORDER BY key, victim_id")
    return tuple(found.fetchall())


def test_an_incident_is_found_with_its_reasons(workspace: Workspace) -> None:
    saved = workspace.save(dossier(weapons=(weapon(),))).dossier.incident
    workspace.save(dossier(incident=incident(ANOTHER_DAY)))
    [likely] = ask(workspace, dossier(weapons=(weapon(),), attributions=())).incidents
    assert (likely.uid, likely.reference, likely.title_ar) == (saved.uid, saved.reference, saved.title_ar)
    assert [reason.message.text for reason in likely.match.reasons][:3] == [
        "Same day", "Same place", "Same weapon: {term}",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "date",
    [
        When(dt.date(2018, 1, 1), dt.date(2018, 12, 31), "year"),
        When(dt.date(2018, 3, 23), dt.date(2018, 3, 30), "range"),
        When.on(dt.date(2018, 3, 21)),
    ],
)
def test_a_range_is_found_from_either_side(workspace: Workspace, date: When) -> None:
    for saved, typed in ((date, incident().date), (incident().date, date)):
        uid = workspace.save(dossier(incident=incident(date=saved))).dossier.incident.uid
        assert uid in [likely.uid for likely in ask(workspace, dossier(incident=incident(date=typed))).incidents]


def test_near_places_and_those_by_coordinates_alone_are_found(workspace: Workspace) -> None:
    places = [Site("C3871", "community"), Site("", "coordinates", 35.93, 36.63), Site("SY070000", "subdistrict")]
    uids = {workspace.save(dossier(incident=incident(place=place))).dossier.incident.uid for place in places}
    assert {likely.uid for likely in ask(workspace, dossier(incident=incident())).incidents} == uids
    assert ask(workspace, dossier(incident=incident(place=Site()))).incidents == ()
    assert ask(workspace, dossier(incident=incident(None))).incidents == ()


def test_a_person_of_another_incident_is_found_in_either_script(workspace: Workspace) -> None:
    saved = workspace.save(dossier(victim(**AHMAD), incident=incident(ANOTHER_DAY))).dossier
    spelled = {"name_ar": "", "name_en": "Ahmed Mohammed Alali", "age": 33}
    for said in (AHMAD, spelled | {"name_en": "Ahmed Mohammed al-Ali"}):
        [[likely]] = ask(workspace, dossier(victim(**(AHMAD | said)))).persons
        assert (likely.uid, likely.incident_uid) == (saved.victims[0].uid, saved.incident.uid)
        assert likely.reference == saved.incident.reference
    assert ask(workspace, dossier(victim(**(AHMAD | {"sex": "female"})))).persons == ((),)


def test_an_entry_is_not_its_own_double(workspace: Workspace) -> None:
    saved = workspace.save(dossier(victim(**AHMAD))).dossier
    assert ask(workspace, saved) == LikelyDoubles((), ((),), 0)


def test_the_likeliest_stand_first_and_no_more_than_a_few(workspace: Workspace) -> None:
    given = [dossier(victim(name_ar="أحمد العلي", age=34 + n % 3), incident=incident(time="10:00")) for n in range(9)]
    workspace.save_many([*given, dossier(victim(**AHMAD), weapons=(weapon(),))])
    likely = ask(workspace, dossier(victim(**AHMAD), weapons=(weapon(),)))
    assert (len(likely.incidents), len(likely.persons[0])) == (5, 5)
    for found in (likely.incidents, likely.persons[0]):
        scores = [each.match.score for each in found]
        assert scores == sorted(scores, reverse=True)
    assert likely.incidents[0].uid == likely.persons[0][0].incident_uid


def test_keys_follow_every_save(workspace: Workspace) -> None:
    saved = workspace.save(dossier(victim(**AHMAD), victim(name_ar="ريم الخطيب"))).dossier
    renamed = replace(saved.victims[0], name_ar="خالد الحسن", name_en="", father_ar="")
    changed = workspace.save(replace(saved, victims=(renamed,))).dossier
    assert ask(workspace, dossier(victim(**AHMAD))).persons == ((),)
    assert ask(workspace, dossier(victim(name_ar="خالد الحسن"))).persons[0][0].uid == changed.victims[0].uid
    kept = filed(workspace)
    person_keys.rebuild(workspace._store.connection)
    assert filed(workspace) == kept


def test_a_store_without_keys_gets_them(workspace: Workspace) -> None:
    workspace.save(dossier(victim(**AHMAD)))
    connection, kept = workspace._store.connection, filed(workspace)
    assert kept
    connection.execute("DELETE FROM person_key")
    meta.write(connection, "keys_by", "")
    assert not derived.is_current(connection)
    derived.renew_stale(connection)
    assert (filed(workspace), derived.is_current(connection)) == (kept, True)


def test_what_was_dismissed_does_not_come_again_from_either_side(workspace: Workspace) -> None:
    saved = workspace.save(dossier(victim(**AHMAD))).dossier
    entry = dossier(victim(**AHMAD))
    for other in (saved.incident.uid, saved.victims[0].uid):
        workspace.not_the_same("new-1", other)
    assert ask(workspace, entry) == LikelyDoubles((), ((),), 2)
    assert ask(workspace, entry, "new-2").incidents
    then = workspace.save(entry, draft="new-1").dossier
    assert ask(workspace, then) == LikelyDoubles((), ((),), 2)
    assert ask(workspace, saved) == LikelyDoubles((), ((),), 0)
    who = workspace._store.connection.execute("SELECT DISTINCT entry, actor FROM not_double").fetchall()
    assert who == [(then.incident.uid, "tester")]
    workspace.perhaps_the_same(then.incident.uid)
    assert ask(workspace, then).incidents
    assert ask(workspace, saved).persons[0]


@given(name=st.sampled_from(HOSTILE_TEXTS) | st.text(max_size=120), father=st.text(max_size=30))
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_a_name_holds_it_is_filed_and_asked_for(workspace: Workspace, name: str, father: str) -> None:
    person = victim(name_ar=name[:120], father_ar=father, age=30)
    saved = workspace.save(dossier(person)).dossier
    likely = ask(workspace, dossier(*saved.victims))
    traits = person_traits(saved.victims[0], saved.incident)
    if traits and filed_under(traits.name):
        assert likely.persons[0]


def test_a_question_uses_the_indexes(workspace: Workspace) -> None:
    asked: list[str] = []
    connection = workspace._store.connection
    connection.set_trace_callback(asked.append)
    ask(workspace, dossier(victim(**AHMAD)))
    connection.set_trace_callback(None)
    plans = [
        row[3] for question in asked if question.startswith("SELECT") for row in
        connection.execute(f"EXPLAIN QUERY PLAN {question}")
    ]  # fmt: skip
    short = ("json_each", "own_term", "place_pack")  # terms and packs are looked at with every act: a handful
    assert not [step for step in plans if step.startswith("SCAN") and not any(one in step for one in short)]
