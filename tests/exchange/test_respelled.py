"""A corrected spelling stays with its person, with all that staff said of them; a consent never goes to a stranger."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from snhr_desktop.domain.records import Dossier, Victim
from snhr_desktop.exchange.known_again import known_again
from snhr_desktop.exchange.three_way import three_way
from snhr_desktop.store.findings import is_sound
from snhr_desktop.workspace import Workspace
from tests.builders import HOSTILE_TEXTS, dossier, source, victim
from tests.exchange import grouped
from tests.exchange.archive import folder_file

MAPPING = grouped.mapping('name_ar = "name"', 'age = "age"', 'sex = "sex"', grouped.ONE)
CORRECTED = [
    ("Mohamad Ali", "Mohammed Ali"),
    ("Samir Khalil", "Sameer Khalil"),
    ("Ahmad Saleh", "Ahmed Salih"),
    ("سليمان حمدان", "سلمان حمدان"),
    ("إبراهيم بن أحمد", "ابرهيم الأحمد"),
]
STRANGERS = [
    ("Hassan Ali", "Hussein Ali"),
    ("Khalid Omar", "Khalil Omar"),
    ("Ahmad Saleh", "Saleh Ahmad"),
    ("Ahmad Saleh", "Ahmad Saleh Hamdan"),
    ("Ahmad", "Ahmed"),
    ("سلمان حمدان", "سلطان حمدان"),
    ("عبد الحكيم علي", "عبد الحليم علي"),
    ("محمد علي", "محمود علي"),
    ("محمد علي", "سمير عمر"),
    ("نور الدين علي", "نصر الدين علي"),
]


def known(was: Victim, now: Victim, *others: Victim) -> bool:
    """Whether the first of a list is the first of it as it was."""
    again = known_again([was.with_uid("was"), *(one.with_uid("other") for one in others)], [now, *others])
    return again[0].uid == "was"


@pytest.mark.parametrize("name", ["name_ar", "name_en"])
@pytest.mark.parametrize(("was", "now"), CORRECTED)
def test_a_corrected_spelling_is_the_same_person(was: str, now: str, name: str) -> None:
    one, other = (victim(age=30, **{name: said}) for said in (was, now))
    assert known(one, other)
    assert known(one, other, victim(age=30, **{name: "Somebody Else"}))


@pytest.mark.parametrize("name", ["name_ar", "name_en"])
@pytest.mark.parametrize(
    ("was", "now"),
    [*STRANGERS, *((now, was) for was, now in STRANGERS), *(("Ahmad Ali", one) for one in HOSTILE_TEXTS)],
)
def test_another_name_is_another_person(was: str, now: str, name: str) -> None:
    assert not known(victim(age=30, **{name: was}), victim(age=30, **{name: now}))


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ({"age": 30}, {"age": 31}),
        ({"age": 30}, {"age": None}),
        ({"age": None}, {"age": None}),
        ({"age": 30, "sex": ""}, {"age": 30, "sex": ""}),
        ({"age": 30, "sex": "male"}, {"age": 30, "sex": "female"}),
        ({"age": 30, "father_ar": "علي"}, {"age": 30, "father_ar": "عمر"}),
        ({"age": 30, "notes": "one"}, {"age": 30, "notes": "other"}),
        ({"age": 30, "name_ar": "أحمد صالح"}, {"age": 30, "name_ar": "سمير صالح"}),
        ({"age": 30, "name_ar": "أحمد صالح"}, {"age": 30}),
        ({"age": 30, "number": 2}, {"age": 30, "number": 2}),
    ],
)
def test_nothing_else_may_differ_and_age_and_sex_are_said(was: dict[str, Any], now: dict[str, Any]) -> None:
    assert not known(victim(name_en="Ahmad Saleh", **was), victim(name_en="Ahmed Saleh", **now))


def test_it_stands_where_it_stood() -> None:
    was, now = victim(name_en="Ahmad Saleh", age=30), victim(name_en="Ahmed Saleh", age=30)
    other, more = victim(name_en="Omar Khalil", age=30), victim(name_en="Somebody Else", age=9)
    base = [was.with_uid("was"), other.with_uid("other")]
    for new in ([other, now], [now], [now, other, more], [more, other, now], [now, more, other]):
        assert "was" not in [one.uid for one in known_again(base, new)]


def test_a_witness_is_not_known_by_a_name_that_is_nearly_theirs() -> None:
    base = [source(real_name="Ahmad Saleh").with_uid("was")]
    assert known_again(base, [source(real_name="Ahmed Saleh")])[0].uid != "was"


def imported(workspace: Workspace, folder: Path, *names: str) -> Dossier:
    lines = [grouped.line("c1", name, 30 + at, "male") for at, name in enumerate(names)]
    path = grouped.table(folder, ["name", "age", "sex"], lines)
    report = workspace.import_file(path, folder_file(folder, "m.toml", MAPPING))
    assert report.refused == ()
    found = workspace.by_origin("grouped:c1")
    assert found
    return found


def test_what_staff_said_of_a_person_stays_with_the_corrected_name(workspace: Workspace, tmp_path: Path) -> None:
    here = imported(workspace, tmp_path, "أحمد العلي", "إبراهيم الصالح")
    ahmad, ibrahim = here.victims
    elsewhere = workspace.save(dossier(victim(name_ar="إبراهيم الصالح"))).dossier
    workspace.link_persons(ibrahim.uid, elsewhere.victims[0].uid)
    workspace.save(replace(here, victims=(ahmad, replace(ibrahim, naming="published", occupation="media"))))
    after = imported(workspace, tmp_path, "أحمد العلي", "ابرهيم الصالح")
    said = [(one.uid, one.name_ar, one.naming, one.occupation) for one in after.victims]
    assert said[1] == (ibrahim.uid, "ابرهيم الصالح", "published", "media")
    assert [one.other_uid for one in workspace.kinship(here.incident.uid).persons] == [elsewhere.victims[0].uid]
    assert workspace.said_otherwise(here.incident.uid) == ()
    assert is_sound(workspace.verify())


@pytest.mark.parametrize(("was", "now"), STRANGERS)
def test_the_consent_of_a_family_goes_to_no_stranger(workspace: Workspace, tmp_path: Path, was: str, now: str) -> None:
    here = imported(workspace, tmp_path, was)
    [agreed] = here.victims
    workspace.save(replace(here, victims=(replace(agreed, naming="published"),)))
    after = {one.name_ar: one for one in imported(workspace, tmp_path, now).victims}
    assert (after[now].naming, after[now].uid != agreed.uid) == ("", True)
    assert after[was].naming == "published"
    assert [one.about for one in workspace.said_otherwise(here.incident.uid)] == [agreed.uid]


def named(workspace: Workspace, folder: Path, name_ar: str, name_en: str, age: int, sex: str) -> Dossier:
    rules = grouped.mapping('name_ar = "name"', 'name_en = "english"', 'age = "age"', 'sex = "sex"', grouped.ONE)
    line = grouped.line("c1", name_ar, name_en, age, sex)
    path = grouped.table(folder, ["name", "english", "age", "sex"], [line])
    assert workspace.import_file(path, folder_file(folder, "m.toml", rules)).refused == ()
    found = workspace.by_origin("grouped:c1")
    assert found
    return found


def test_a_consent_goes_to_no_stranger_by_way_of_a_row_without_a_name(workspace: Workspace, tmp_path: Path) -> None:
    here = named(workspace, tmp_path, "أحمد صالح", "", 30, "male")
    workspace.save(replace(here, victims=(replace(here.victims[0], naming="published"),)))
    named(workspace, tmp_path, "", "", 8, "female")
    after = named(workspace, tmp_path, "ليلى عمر", "", 8, "female")
    assert {(one.name_ar, one.naming) for one in after.victims} == {("أحمد صالح", "published"), ("ليلى عمر", "")}
    assert [one.about for one in workspace.said_otherwise(here.incident.uid)] == [here.victims[0].uid]


def test_the_name_that_staff_gave_and_another_of_the_file_are_two(workspace: Workspace, tmp_path: Path) -> None:
    here = named(workspace, tmp_path, "", "", 30, "male")
    staff = replace(here.victims[0], name_ar="أحمد صالح", naming="published")
    workspace.save(replace(here, victims=(staff,)))
    after = named(workspace, tmp_path, "", "Mahmoud Idris", 30, "male")
    told = {(one.name_ar, one.name_en, one.naming) for one in after.victims}
    assert told == {("أحمد صالح", "", "published"), ("", "Mahmoud Idris", "")}


def test_nobody_whom_staff_keep_comes_in_a_second_time_after_an_import_was_taken_back(
    workspace: Workspace, tmp_path: Path
) -> None:
    imported(workspace, tmp_path, "خالد عمر")
    here = imported(workspace, tmp_path, "خالد عمر", "أحمد صالح")
    khaled, ahmad = here.victims
    workspace.save(replace(here, victims=(khaled, replace(ahmad, notes="staff"))))
    workspace.undo_import(workspace.imports()[0].uid)
    after = imported(workspace, tmp_path, "خالد عمر", "أحمد صالح")
    assert [(one.name_ar, one.notes) for one in after.victims] == [("خالد عمر", ""), ("أحمد صالح", "staff")]


def test_whom_staff_typed_and_a_corrected_file_adds_is_one_and_what_differs_is_asked(
    workspace: Workspace, tmp_path: Path
) -> None:
    here = imported(workspace, tmp_path, "خالد عمر")
    typed = victim(name_ar="أحمد صالح", age=40, occupation="media")
    workspace.save(replace(here, victims=(*here.victims, typed)))
    after = imported(workspace, tmp_path, "خالد عمر", "أحمد صالح")
    told = [(one.name_ar, one.age, one.occupation) for one in after.victims]
    assert told == [("خالد عمر", 30, ""), ("أحمد صالح", 40, "media")]
    asked = workspace.said_otherwise(here.incident.uid)
    assert [(one.about, one.field) for one in asked] == [(after.victims[1].uid, "age")]


@pytest.mark.parametrize(
    ("field", "staff", "file"),
    [("outcome", "killed", "injured"), ("civil_status", "civilian", "armed"), ("number", 1, 3), ("naming", "", "none")],
)
def test_what_a_field_says_by_default_was_said_by_whoever_brought_it(field: str, staff: object, file: object) -> None:
    base = dossier(victims=())
    for held, said in ((staff, file), (file, staff)):
        ours, theirs = (
            replace(base, victims=(victim(name_ar="أحمد صالح", uid="one", **{field: value}),)) for value in (held, said)
        )
        merged, asked = three_way(base, theirs, ours)
        assert [getattr(one, field) for one in merged.victims] == [held or said]
        assert [one.field for one in asked] == ([field] if held and said else [])


def test_a_consent_that_staff_left_within_the_office_is_not_widened_unasked() -> None:
    base = dossier(sources=())
    ours, theirs = (replace(base, sources=(source(uid="one", consent=consent),)) for consent in ("internal", "named"))
    merged, asked = three_way(base, theirs, ours)
    assert [(one.consent, found.field) for one, found in zip(merged.sources, asked, strict=True)] == [
        ("internal", "consent")
    ]
