"""Cases of detention from a foreign list: new ones, corrected ones, refused ones by their cell, and taken back."""

from dataclasses import replace
from pathlib import Path

import pytest

from snhr_desktop.domain.case_checks import TAKEN_TWICE
from snhr_desktop.domain.records import CaseFile
from snhr_desktop.exchange.mapping_file import read
from snhr_desktop.exchange.refusals import BadMapping
from snhr_desktop.i18n import ARABIC, ENGLISH, Language, bare
from snhr_desktop.store.findings import is_sound
from snhr_desktop.workspace import Workspace
from tests.builders import HOSTILE_TEXTS
from tests.exchange.archive import folder_file
from tests.exchange.test_mapping_examples import EXAMPLES

MAPPING, _, LIST, _ = EXAMPLES[3]


def taken_in(workspace: Workspace, folder: Path, text: str = LIST) -> CaseFile:
    workspace.import_file(folder_file(folder, "list.csv", text), folder_file(folder, "list.toml", MAPPING))
    found = workspace.case_by_origin("prisoners:1")
    assert found is not None
    return found


def test_a_list_of_detainees_comes_in_once_and_is_corrected(workspace: Workspace, tmp_path: Path) -> None:
    there = taken_in(workspace, tmp_path)
    assert [(one.state, one.party) for one in there.states] == [("arrested", "regime"), ("released", "")]
    assert there.case.origin == "prisoners:1"
    head = workspace.custody("").head
    for _ in range(2):
        taken_in(workspace, tmp_path)
        assert workspace.custody("").head == head
    corrected = taken_in(workspace, tmp_path, LIST.replace("4/5/2014", "5/5/2014"))
    assert [str(one.date.first) for one in corrected.states] == ["2013-03-22", "2014-05-05"]
    [first, second] = workspace.came_from(there.case.uid)
    assert (first.rows, second.rows, first.name_ar) == ((2,), (2,), "قائمة المعتقلين")
    for act in workspace.imports():
        workspace.undo_import(act.uid, "a wrong list")
    other = workspace.case_by_origin("prisoners:2")
    assert other is not None
    assert other.case.status == "rejected"
    assert workspace.case(there.case.uid).states[1].date == there.states[1].date
    assert is_sound(workspace.verify())


def test_what_staff_changed_stays_and_is_asked_about(workspace: Workspace, tmp_path: Path) -> None:
    there = taken_in(workspace, tmp_path)
    workspace.save_case(replace(there, case=replace(there.case, age=35)))
    taken_in(workspace, tmp_path, LIST.replace("أحمد,34", "أحمد,33"))
    [asked] = workspace.said_otherwise(there.case.uid)
    assert (asked.record, asked.field, asked.ours, asked.theirs) == ("detention", "age", 35, 33)
    workspace.take_from_file(asked.uid)
    assert workspace.case(there.case.uid).case.age == 33
    assert is_sound(workspace.verify())


def test_a_row_that_is_refused_is_told_with_its_cell(workspace: Workspace, tmp_path: Path) -> None:
    path = folder_file(tmp_path, "list.csv", LIST.replace("أحمد,34", "أحمد,340").replace("2013-04", "0000-00-00"))
    report = workspace.import_file(path, folder_file(tmp_path, "list.toml", MAPPING), dry_run=True)
    told = bare(report.tell(ENGLISH))
    assert (report.created, report.refusals) == (0, 2)
    assert "D2" in told
    assert "F3" in told


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_hostile_names_stand_as_they_are(workspace: Workspace, tmp_path: Path, text: str) -> None:
    plain = text.replace('"', "").replace(",", " ")[:100]
    taken_in(workspace, tmp_path, LIST.replace("سامر الحموي", f'"{plain}"'))
    assert is_sound(workspace.verify())


@pytest.mark.parametrize(
    ("harm", "place"),
    [
        (("[[states]]", "[[victims]]"), "victims"),
        (("[case]", "[incident]"), "incident"),
        (('name_ar = "الاسم"', 'family_contact = "الاسم"'), "case.family_contact"),
    ],
)
def test_what_no_case_has_is_refused_by_its_place(harm: tuple[str, str], place: str) -> None:
    with pytest.raises(BadMapping) as refused:
        read(MAPPING.replace(*harm))
    assert place in refused.value.tell(ENGLISH)


@pytest.mark.parametrize("decided", [None, ""])
@pytest.mark.parametrize(("language", "said"), [(ENGLISH, "counted as none"), (ARABIC, "خطفاً")])
def test_an_arrest_is_no_abduction_without_a_word_of_it(
    workspace: Workspace, tmp_path: Path, decided: str | None, language: Language, said: str
) -> None:
    """A party whose word has no code, or was left out on purpose, is gone from the case: the row is doubtful for it."""
    mapping = MAPPING.replace('party = "الجهة"', 'party = { columns = ["الجهة"], words = "party" }')
    mapping += "\n[words.party]\n" + ('"جماعة محلية" = ""\n' if decided is not None else "")
    text = LIST.replace("حارم,النظام", "حارم,جماعة محلية")
    path = folder_file(tmp_path, "list.csv", text)
    report = workspace.import_file(path, folder_file(tmp_path, "list.toml", mapping), dry_run=True)
    found = [one for one in report.findings if one.topic == "party_left_out"]
    assert [(one.cell, one.values["given"]) for one in found] == [("H2 (الجهة)", "جماعة محلية")]
    assert (report.doubtful, report.created) == (1, 2)
    assert any(said in section.heading for section in report.sections(language))


def test_a_party_that_is_not_identified_or_not_told_is_what_the_row_says(workspace: Workspace, tmp_path: Path) -> None:
    text = LIST.replace("حارم,النظام", "حارم,مجهولون").replace("سراقب,النظام", "سراقب,")
    report = workspace.import_file(
        folder_file(tmp_path, "list.csv", text), folder_file(tmp_path, "list.toml", MAPPING), dry_run=True
    )
    assert (report.findings, report.created) == ((), 2)


@pytest.mark.parametrize("word", ["معتقل", "ما زال معتقلاً", "خطف"])
def test_a_word_that_somebody_is_held_is_not_passed_over_after_a_release(
    workspace: Workspace, tmp_path: Path, word: str
) -> None:
    """A row that tells of a release, and that the person is held: taken for free, somebody in prison would be."""
    text = LIST.replace("4/5/2014,,,", f"4/5/2014,{word},,").replace("وفاة,2015,لا", f"{word},,")
    report = workspace.import_file(folder_file(tmp_path, "l.csv", text), folder_file(tmp_path, "l.toml", MAPPING))
    told = [(one.key, [problem.message for problem in one.problems]) for one in report.refused]
    assert told == [("1", [TAKEN_TWICE])]
    held = workspace.case_by_origin("prisoners:2")
    assert held
    assert [one.state for one in held.states] == ["abducted" if word == "خطف" else "arrested"]


def test_what_is_left_out_beside_a_word_that_somebody_is_held_is_told_as_it_is_written(
    workspace: Workspace, tmp_path: Path
) -> None:
    mapping = MAPPING.replace('body = "تسليم الجثمان"', 'body = "تسليم الجثمان"\nplace = "مكان المصير"')
    header, _, second = LIST.strip().splitlines()
    text = "\n".join((f"{header},مكان المصير", second.replace("وفاة,2015,لا", "معتقل,,نعم") + ",سراقب"))
    report = workspace.import_file(folder_file(tmp_path, "l.csv", text), folder_file(tmp_path, "l.toml", mapping))
    told = {one.values["given"]: one.cell for one in report.findings if one.topic == "value_left_out"}
    assert told == {"نعم": "M2 (تسليم الجثمان)", "سراقب": "N2 (مكان المصير)"}
