"""Guesses of mappings for lists of detainees, in either language: who was taken, the arrest, and what followed it."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from snhr_desktop.domain.places import built_in
from snhr_desktop.domain.records import CaseFile
from snhr_desktop.exchange.assumptions import assumptions
from snhr_desktop.exchange.guessing import guess, offers
from snhr_desktop.exchange.mapping.changing import with_constant
from snhr_desktop.exchange.mapping.columns import targets_of, with_column, without_column
from snhr_desktop.exchange.mapping_file import read, write
from snhr_desktop.exchange.reading import Row, Source, open_source
from snhr_desktop.exchange.report import ImportReport
from snhr_desktop.i18n import ARABIC, ENGLISH, bare
from snhr_desktop.workspace import Workspace
from tests.builders import HOSTILE_TEXTS
from tests.exchange.archive import folder_file
from tests.exchange.test_mapping_examples import EXAMPLES

ARABIC_LIST = """\
ت,الاسم,اسم الأب,اسم الأم,الجنس,العمر,تاريخ الاعتقال,مكان الاعتقال,الجهة المعتقلة,ظروف الاعتقال,تاريخ الإفراج,الوفاة
1,سامر الحموي,أحمد,مريم,ذكر,34,22/3/2013,حارم,النظام,حاجز,4/5/2014,
2,ليلى عمر,حسن,سعاد,أنثى,,1/4/2013,سراقب,النظام,مداهمة,,غير معروف
3,خالد بكر,عمر,هدى,ذكر,41,13/4/2013,حارم,,,,2/1/2015
"""
ENGLISH_LIST = """Name,Father,Mother,Date of arrest,Place of arrest,Arrested by,Released,Died,Status
Samer,Ahmad,Maryam,03/22/2013,Harim,Syrian regime forces,05/24/2014,,Released
Layla,Hasan,Suad,04/01/2013,Saraqib,Syrian regime forces,,,Detained
Khaled,Omar,Huda,04/13/2013,Harim,,,01/02/2015,Died in custody
"""


def taken_in(workspace: Workspace, folder: Path, text: str, rows: str = "") -> list[CaseFile]:
    """The cases that come of a list through the mapping that is guessed for it."""
    path = folder_file(folder, "list.csv", text)
    mapping = replace(guess(open_source(path), built_in(), rows=rows).mapping, code="made")
    workspace.import_file(path, folder_file(folder, "list.toml", write(mapping)))
    keys = ("1", "2", "3") if mapping.key else _of_names(text)
    return [found for key in keys if (found := workspace.case_by_origin(f"made:{key}"))]


def _of_names(text: str) -> list[str]:
    return [" | ".join((row.split(",")[0], row.split(",")[1], row.split(",")[3])) for row in text.splitlines()[1:]]


def told(found: list[CaseFile]) -> list[list[tuple[str, str, str]]]:
    """The state, the day and the party of each state."""
    return [[(one.state, str(one.date.first or ""), one.party) for one in case.states] for case in found]


def test_an_arabic_list_of_detainees_comes_in_as_cases(workspace: Workspace, tmp_path: Path) -> None:
    """An arrest of which the date alone is told stays the arrest: what followed never takes its place."""
    found = taken_in(workspace, tmp_path, ARABIC_LIST)
    assert told(found) == [
        [("arrested", "2013-03-22", "regime"), ("released", "2014-05-04", "")],
        [("arrested", "2013-04-01", "regime")],
        [("arrested", "2013-04-13", ""), ("died", "2015-01-02", "")],
    ]
    first, second, third = (one.case for one in found)
    assert (first.name_ar, first.father_ar, first.mother_ar, first.age) == ("سامر الحموي", "أحمد", "مريم", 34)
    assert (second.sex, second.civil_status, second.status) == ("female", "unknown", "reported")
    assert third.name_ar == "خالد بكر"
    assert [one.states[0].place.pcode for one in found] == ["C4115", "C3916", "C4115"]
    assert [one.states[0].circumstances for one in found] == ["checkpoint", "raid", ""]


def test_an_english_list_with_a_column_of_states_dates_what_it_says(workspace: Workspace, tmp_path: Path) -> None:
    assert told(taken_in(workspace, tmp_path, ENGLISH_LIST)) == [
        [("arrested", "2013-03-22", "regime"), ("released", "2014-05-24", "")],
        [("arrested", "2013-04-01", "regime")],
        [("arrested", "2013-04-13", ""), ("died", "2015-01-02", "")],
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Name,Father,Kind,Date of arrest,Released,Died\nA,B,x,2013-04-01,yes,no\nC,D,x,2013-04-02,no,\n",
        "الاسم,اسم الأب,النوع,تاريخ الاعتقال,الإفراج\nأ,ب,س,2013-04-01,نعم\nج,د,س,2013-04-02,لا\n",
    ],
)
def test_columns_that_say_yes_or_no_say_what_followed(workspace: Workspace, tmp_path: Path, text: str) -> None:
    assert told(taken_in(workspace, tmp_path, text)) == [
        [("arrested", "2013-04-01", ""), ("released", "", "")],
        [("arrested", "2013-04-02", "")],
    ]


@pytest.mark.parametrize(
    "text",
    [
        "الاسم,الحالة,البلدة\nسامر,معتقل,حارم\nليلى,مفرج عنه,حارم\n",
        "detainee name,town\nSamer,Harem\n",
        "الاسم,الأب,جهة الاعتقال\nسامر,أحمد,النظام\n",
    ],
)
def test_headers_or_words_tell_that_rows_are_cases(tmp_path: Path, text: str) -> None:
    assert guess(open_source(folder_file(tmp_path, "a.csv", text)), built_in()).mapping.rows == "case"


@pytest.mark.parametrize(
    "text",
    [
        "الاسم,الجنس,تاريخ الوفاة,المصير\nسامر,ذكر,2013,قتيل\n",
        "Event Date,Town,Killed,Arrested\n2013-01-01,Harem,3,5\n",
        "Name,Date,Weapon,Outcome\nSamer,2013-01-01,air strike,released\n",
    ],
)
def test_lists_of_victims_and_incidents_stay_what_they_are(tmp_path: Path, text: str) -> None:
    assert guess(open_source(folder_file(tmp_path, "a.csv", text)), built_in()).mapping.rows != "case"


@pytest.mark.parametrize("rows", ["incident", "victim", "both", "case"])
def test_what_a_person_says_that_a_row_is_is_no_guess(tmp_path: Path, rows: str) -> None:
    """What was chosen for a column of a row of another kind is passed over."""
    source = open_source(folder_file(tmp_path, "a.csv", ARABIC_LIST))
    chosen = {("", "العمر"): "case.notes", ("", "الجنس"): "victims.notes"}
    mapping = guess(source, built_in(), chosen=chosen, rows=rows).mapping
    assert (mapping.rows, read(write(mapping))) == (rows, mapping)
    assert ("notes" in mapping.case) == (rows == "case")
    assert mapping.keys[0]


def test_everything_that_is_offered_for_cases_can_be_chosen_and_has_words() -> None:
    rows = (Row(1, {"x": "2018-03-22"}), Row(2, {"x": "2018-03-23"}))
    source = Source("a.csv", "csv", "", ("x",), lambda: iter(rows))
    known, *_ = (read(toml) for toml, *_ in EXAMPLES[3:])
    for offer in offers(cases=True):
        mapping = guess(source, built_in(), chosen={("", "x"): offer.target}, rows="case").mapping
        assert (mapping.rows, read(write(mapping))) == ("case", mapping)
        assert ENGLISH.text(offer.label) != ARABIC.text(offer.label)
        changed = with_column(known, "x", offer.target, mapping)
        assert "x" in changed.used()
        assert read(write(changed)) == changed
        assert ("", "x") in targets_of(changed)
        assert "x" not in without_column(changed, "x").used() - set(changed.keys)
    assert len({offer.target for offer in offers(cases=True)}) == len(offers(cases=True))


def test_states_that_a_column_adds_stand_in_their_order() -> None:
    source = Source("a.csv", "csv", "", ("x",), lambda: iter((Row(1, {"x": "2018-03-22"}),)))
    known = read(EXAMPLES[3][0])
    alone = guess(source, built_in(), chosen={("", "x"): "states.disappeared.date"}, rows="case").mapping
    states = with_column(known, "x", "states.disappeared.date", alone).records["states"]
    assert [rule.fields["state"].value for rule in states] == ["arrested", "disappeared", "released", None]
    assert targets_of(known)["", "تاريخ الإفراج"] == "states.released.date"
    assert targets_of(known)["", "المصير"] == "states.fate.state"


def test_the_arrest_stays_when_the_last_column_of_it_is_taken_out() -> None:
    known = read(EXAMPLES[3][0])
    left = without_column(without_column(known, "الجهة"), "الظرف").records["states"]
    assert [rule.fields["state"].value for rule in left] == ["arrested", "released", None]


def test_what_was_assumed_of_the_first_state_is_told_and_changed_alone(tmp_path: Path) -> None:
    mapping = guess(open_source(folder_file(tmp_path, "a.csv", ARABIC_LIST)), built_in()).mapping
    assert "First state of the case: State" in [one.name(ENGLISH) for one in assumptions(mapping)]
    changed = with_constant(mapping, "states", "state", "abducted").records["states"]
    assert [rule.fields["state"].value for rule in changed] == ["abducted", "released", "died"]


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_hostile_texts_come_in_through_a_guess(workspace: Workspace, tmp_path: Path, text: str) -> None:
    plain = text.replace('"', "").replace("\n", " ")[:60]
    taken_in(workspace, tmp_path, ARABIC_LIST.replace("سامر الحموي", f'"{plain}"').replace("غير معروف", f'"{plain}"'))
    assert workspace.case_by_origin("made:3")


CELL = st.none() | st.booleans() | st.text(max_size=20) | st.dates() | st.sampled_from(["نعم", "معتقل", "released"])
HEADER = st.text(min_size=1, max_size=8) | st.sampled_from(
    ["Name", "Date of arrest", "Released", "Died", "body", "fate date", "المصير", "تاريخ الوفاة", "transferred to"]
)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.dictionaries(HEADER, CELL, max_size=7), min_size=1, max_size=4),
    st.sampled_from(["", "incident", "victim", "both", "case"]),
)
@example([{"x": "معتقل", "fate date": False}], "case")
def test_any_file_gives_a_mapping_that_can_be_kept_whatever_its_rows_are(rows: list[dict[str, Any]], kind: str) -> None:
    columns = tuple(dict.fromkeys(column for row in rows for column in row)) or ("a",)
    source = Source("x.csv", "csv", "", columns, lambda: iter([Row(at, row) for at, row in enumerate(rows, 2)]))
    mapping = guess(source, built_in(), rows=kind).mapping
    assert read(write(mapping)) == mapping
    assert kind in ("", mapping.rows)
    for column in columns if mapping.rows == "case" else ():
        assert read(write(without_column(mapping, column))).rows == "case"


def test_a_row_with_two_days_of_what_became_of_somebody_is_refused_rather_than_mixed(
    workspace: Workspace, tmp_path: Path
) -> None:
    found = taken_in(
        workspace,
        tmp_path,
        "Name,Father,Mother,Date of arrest,Place of arrest,Arrested by,Released,Died,Status\n"
        "Samer,Ahmad,Maryam,22/3/2013,Harim,Syrian regime forces,24/5/2014,,Released\n"
        "Khaled,Omar,Huda,13/4/2013,Harim,Syrian regime forces,24/5/2014,20/9/2016,Died in custody\n"
        "Layla,Hasan,Suad,14/4/2013,Saraqib,Syrian regime forces,,,Detained\n",
    )
    assert told(found) == [
        [("arrested", "2013-03-22", "regime"), ("released", "2014-05-24", "")],
        [("arrested", "2013-04-14", "regime")],
    ]


STATES_EN = "Name,Father,Mother,Date of arrest,Place of arrest,Arrested by,Released,Died,Status,Status date\n"
STATES_AR = """\
الاسم,اسم الأب,اسم الأم,تاريخ الاعتقال,مكان الاعتقال,الجهة المعتقلة,تاريخ الإفراج,تاريخ الوفاة,الحالة,تاريخ الحالة
"""


def of_states(workspace: Workspace, folder: Path, header: str, said: str) -> tuple[list[str], ImportReport]:
    """What became of one row that says of its states what is `said`, among others by which the file is known."""
    words = ("مفرج عنه", "وفاة", "معتقل") if header == STATES_AR else ("Released", "Died in custody", "Detained")
    others = zip("بتث", ("22/5/2014,,{},", ",20/9/2016,{},", ",,{},"), words, strict=True)
    lines = [("أ", said), *((name, line.format(word)) for name, line, word in others)]
    rows = [f"سامر,{name},مريم,13/4/2013,حارم,النظام,{line}\n" for name, line in lines]
    path = folder_file(folder, "list.csv", header + "".join(rows))
    mapping = replace(guess(open_source(path), built_in()).mapping, code="made")
    report = workspace.import_file(path, folder_file(folder, "list.toml", write(mapping)))
    case = workspace.case_by_origin("made:سامر | أ | 13/4/2013")
    states = told([case])[0] if case else []
    assert {one[2] for one in states[:1]} <= {"regime"}
    return [" ".join(one[:2]).strip() for one in states], report


@pytest.mark.parametrize(
    ("header", "said", "states"),
    [
        (STATES_EN, "22/5/2014,,Released,", ["arrested 2013-04-13", "released 2014-05-22"]),
        (STATES_EN, "22/5/2014,,,", ["arrested 2013-04-13", "released 2014-05-22"]),
        (STATES_EN, ",2016,Died due to torture,", ["arrested 2013-04-13", "died_torture 2016-01-01"]),
        (STATES_EN, "n/a,-,Detained,", ["arrested 2013-04-13"]),
        (STATES_EN, ",,Detained,1/1/2020", ["arrested 2013-04-13"]),
        (STATES_EN, ",,abducted,", ["abducted 2013-04-13"]),
        (STATES_AR, "22/5/2014,,مفرج عنه,", ["arrested 2013-04-13", "released 2014-05-22"]),
        (STATES_AR, ",20/9/2016,,", ["arrested 2013-04-13", "died 2016-09-20"]),
        (STATES_AR, "غير معروف,,معتقل,", ["arrested 2013-04-13"]),
        (STATES_AR, ",,معتقل,1/1/2020", ["arrested 2013-04-13"]),
    ],
)
def test_a_word_and_a_day_say_together_what_became_of_somebody(
    workspace: Workspace, tmp_path: Path, header: str, said: str, states: list[str]
) -> None:
    found, report = of_states(workspace, tmp_path, header, said)
    assert (found, report.refused) == (states, ())


@pytest.mark.parametrize(
    ("header", "said", "reason", "cell"),
    [
        (
            STATES_EN,
            "22/5/2014,,Detained,",
            "“Status” says “Detained”, and “Released” says otherwise.",
            "G2 (Released)",
        ),
        (STATES_EN, ",22/5/2014,Released,", "“Status” says “Released”, and “Died” says otherwise.", "H2 (Died)"),
        (STATES_EN, ",yes,Released,", "“Status” says “Released”, and “Died” says otherwise.", "H2 (Died)"),
        (STATES_EN, ",,,1/1/2020", "The row tells a day or more of something that followed", "I2 (Status)"),
        (
            STATES_EN,
            ",,of unknown fate,1/1/2020",
            "The row tells a day or more of something that followed",
            "I2 (Status)",
        ),
        (STATES_AR, "22/5/2014,,معتقل,", "“الحالة” says “معتقل”", "G2 (تاريخ الإفراج)"),
        (STATES_AR, ",22/5/2014,مفرج عنه,", "“الحالة” says “مفرج عنه”", "H2 (تاريخ الوفاة)"),
        (STATES_AR, ",,لا خبر عنه,1/1/2020", "The row tells a day or more of something that followed", "I2 (الحالة)"),
    ],
)
def test_a_word_and_a_day_that_say_two_things_refuse_the_row_at_its_cell(
    workspace: Workspace, tmp_path: Path, header: str, said: str, reason: str, cell: str
) -> None:
    found, report = of_states(workspace, tmp_path, header, said)
    [[problem]] = [one.problems for one in report.refused]
    assert (found, problem.cell) == ([], cell)
    assert reason in bare(problem.tell(ENGLISH))


def test_a_day_of_somebody_who_is_held_still_is_left_out_and_told(workspace: Workspace, tmp_path: Path) -> None:
    """It is the day of the news, and neither of the arrest nor of what followed."""
    _, report = of_states(workspace, tmp_path, STATES_EN, ",,Detained,1/1/2020")
    assert [(one.topic, one.cell) for one in report.findings] == [("value_left_out", "J2 (Status date)")]


@pytest.mark.parametrize("flag", ["yes", "22/5/2014"])
def test_a_word_that_adds_nothing_lets_no_other_state_through(workspace: Workspace, tmp_path: Path, flag: str) -> None:
    """As in mappings that were saved: their “detained” adds nothing, which is not that somebody came free."""
    fate = 'state = { columns = ["المصير"], words = "w", flags = { f = "released" } }'
    mapping = EXAMPLES[3][0].replace('state = "المصير"', fate)
    mapping += '\n[words.w]\n"معتقل" = ""\n'
    path = folder_file(tmp_path, "list.csv", f"no,الاسم,تاريخ الاعتقال,المصير,f\n1,سامر,22/3/2013,معتقل,{flag}\n")
    report = workspace.import_file(path, folder_file(tmp_path, "list.toml", mapping))
    assert [one.problems[0].cell for one in report.refused] == ["E2 (f)"]


def test_another_day_that_a_person_adds_joins_those_of_what_became_of_somebody() -> None:
    known = read(EXAMPLES[3][0])
    without = without_column(known, "تاريخ الإفراج")
    source = Source("a.csv", "csv", "", ("x",), lambda: iter((Row(1, {"x": "2018-03-22"}),)))
    alone = guess(source, built_in(), chosen={("", "x"): "states.released.date"}, rows="case").mapping
    changed = with_column(without, "x", "states.released.date", alone)
    fate = changed.records["states"][-1].fields
    assert (fate["date"].columns, fate["state"].flags) == (("تاريخ المصير", "x"), {"x": "released"})
    assert changed.exclusive == (("تاريخ المصير", "x"),)
    assert targets_of(changed)["", "x"] == "states.released.date"
    assert without_column(changed, "x").exclusive == ()
    assert read(write(changed)) == changed
