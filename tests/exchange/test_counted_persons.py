"""Columns that count persons by who they are: each person once, in the class that a header says, in either language."""

import datetime as dt
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from snhr_desktop.domain.places import built_in
from snhr_desktop.exchange.assumptions import FOLLOWING, assumptions
from snhr_desktop.exchange.conversion import MappedRows
from snhr_desktop.exchange.convert import Converted
from snhr_desktop.exchange.guessing import Guess, guess, previews
from snhr_desktop.exchange.mapping import FieldRule
from snhr_desktop.exchange.mapping.changing import with_constant
from snhr_desktop.exchange.mapping.columns import targets_of, without_column
from snhr_desktop.exchange.mapping_file import read, write
from snhr_desktop.exchange.reading import Row, Source, open_source
from snhr_desktop.i18n import ARABIC, ENGLISH, Language, bare
from snhr_desktop.workspace import Workspace
from tests.exchange.archive import folder_file

NUMBERS = {
    "en": ("Incident No", "Date", "Town", "Killed", "Civilians killed", "Children killed", "Women killed",
           "Combatants killed"),
    "ar": ("رقم الحادثة", "التاريخ", "البلدة", "القتلى", "القتلى المدنيون", "القتلى من الأطفال", "عدد النساء القتلى",
           "القتلى العسكريون"),
}  # fmt: skip
ALL, CIVILIANS, CHILDREN, WOMEN, ARMED = range(5)


def made(language: str, said: dict[int, Any]) -> tuple[Guess, Converted]:
    """What is guessed of a row with some of the numbers, and what becomes of it."""
    number, day, town, *names = NUMBERS[language]
    cells = {number: 1, day: "22/3/2018", town: "سراقب"} | {names[at]: value for at, value in said.items()}
    other = {number: 2, day: "23/3/2018", town: "سراقب"} | {names[at]: 0 for at in said}
    rows = (Row(2, cells), Row(3, other))
    found = guess(Source("a.csv", "csv", "", tuple(cells), lambda: iter(rows)), built_in())
    assert read(write(found.mapping)) == found.mapping
    return found, MappedRows(found.mapping, built_in(), dt.date(2026, 1, 1)).convert(rows[:1])


def counted(found: Converted) -> list[str]:
    assert found.dossier, found.problems
    return sorted(" ".join((str(v.number), v.civil_status, v.age_group, v.sex)).strip() for v in found.dossier.victims)


@pytest.mark.parametrize("language", NUMBERS)
@pytest.mark.parametrize(
    ("said", "people"),
    [
        ({ALL: 10}, ["10 unknown"]),
        ({ALL: 10, CHILDREN: 4, WOMEN: 2}, ["2 unknown adult female", "4 unknown", "4 unknown child"]),
        ({CIVILIANS: 10, CHILDREN: 4, WOMEN: 2}, ["2 civilian adult female", "4 civilian", "4 civilian child"]),
        ({CHILDREN: 4, WOMEN: 2}, ["2 unknown adult female", "4 unknown child"]),
        ({ALL: 10, CIVILIANS: 8, CHILDREN: 8, ARMED: 2}, ["2 armed", "8 civilian child"]),
        ({ALL: 10, CIVILIANS: None, CHILDREN: 4, ARMED: 1}, ["1 armed", "4 civilian child", "5 unknown"]),
        ({ALL: None, CHILDREN: 4}, ["4 unknown child"]),
        ({ALL: 10, CHILDREN: None, WOMEN: 0}, ["10 unknown"]),
        ({ALL: 10, ARMED: 3, CHILDREN: 2}, ["2 unknown child", "3 armed", "5 unknown"]),
    ],
)
def test_each_person_is_counted_once_in_the_class_that_a_header_says(
    language: str, said: dict[int, Any], people: list[str]
) -> None:
    found, converted = made(language, said)
    assert counted(converted) == people
    assert {NUMBERS[language][3 + at] for at in said} <= {one.column for one in found.columns if one.target == "killed"}
    assert found.mapping.key == NUMBERS[language][0]


@pytest.mark.parametrize("language", NUMBERS)
@pytest.mark.parametrize("said", [{ALL: 3, CHILDREN: 4}, {CIVILIANS: 5, CHILDREN: 4, WOMEN: 2}, {ALL: 0, WOMEN: 1}])
def test_parts_that_are_more_than_all_refuse_the_row_at_its_cell(language: str, said: dict[int, Any]) -> None:
    _, converted = made(language, said)
    [problem] = converted.problems
    assert problem.cell == f"2 ({NUMBERS[language][3 + min(said)]})"
    assert "more than all of them" in bare(problem.tell(ENGLISH))


@pytest.mark.parametrize(
    ("numbers", "people"),
    [
        ({"Women and children killed": 5}, ["5 unknown"]),
        ({"القتلى من النساء والأطفال": 5}, ["5 unknown"]),
        ({"Killed": 9, "Women and children killed": 5}, ["4 unknown", "5 unknown"]),
        ({"القتلى": 9, "نساء وأطفال قتلى": 5}, ["4 unknown", "5 unknown"]),
        ({"Killed women and children": 5, "Men killed": 2}, ["2 unknown adult male", "5 unknown"]),
        ({"Children and women killed": 5, "Children killed": 2}, ["2 unknown child", "3 unknown"]),
        ({"Civilians killed": 9, "Civilian women and children killed": 5}, ["4 civilian", "5 civilian"]),
        ({"Women and girls killed": 5}, ["5 unknown  female"]),
        ({"Men and women killed": 5, "Children killed": 2}, ["2 unknown child", "5 unknown adult"]),
        ({"القتلى المدنيون والعسكريون": 7, "القتلى المدنيون": 4}, ["3 unknown", "4 civilian"]),
        ({"Women and children killed": 5, "Females killed": 4}, ["5 unknown"]),
    ],
)  # fmt: skip
def test_a_header_that_names_several_kinds_of_people_makes_one_kind_of_none(
    numbers: dict[str, int], people: list[str]
) -> None:
    """Neither are children grown women, nor the other way round; where it leaves that open, nothing is said."""
    cells = {"Incident No": 1, "Date": "22/3/2018", "Town": "سراقب"} | numbers
    rows = (Row(2, cells), Row(3, cells | dict.fromkeys(numbers, 0) | {"Incident No": 2}))
    found = guess(Source("a.csv", "csv", "", tuple(cells), lambda: iter(rows)), built_in())
    assert counted(MappedRows(found.mapping, built_in(), dt.date(2026, 1, 1)).convert(rows[:1])) == people


@given(
    st.sampled_from(list(NUMBERS)),
    st.dictionaries(st.sampled_from(range(5)), st.integers(0, 9) | st.none(), min_size=1),
)
def test_nobody_is_counted_twice_whatever_is_blank(language: str, said: dict[int, Any]) -> None:
    _, converted = made(language, said)
    if converted.dossier is None:
        assert converted.problems
        return
    killed = sum(victim.number for victim in converted.dossier.victims)
    told = {at: number for at, number in said.items() if number is not None}
    civilians = told.get(CIVILIANS, told.get(CHILDREN, 0) + told.get(WOMEN, 0))
    assert killed == told.get(ALL, civilians + told.get(ARMED, 0))


HOUSES = ((9, 4, 2), (3, None, 3), (None, 1, None), (2, 2, 0), (0, 0, 0))
"""Killed, children and women among them, in each house of one incident."""


def submissions(folder: Path, kind: str, names: tuple[str, str, str], houses: tuple[tuple[Any, ...], ...]) -> Path:
    """One incident with some houses, as servers of forms hand it out."""
    if kind == "json":
        entries = [{f"house/{name}": said for name, said in zip(names, one, strict=True)} for one in houses]
        sent = [{"_uuid": "u1", "Date": "2018-03-22", "Town": "سراقب", "house": entries}]
        return folder_file(folder, "sent.json", json.dumps(sent))
    if kind == "odk":
        rows = [",".join("" if said is None else str(said) for said in one) for one in houses]
        lines = [f"u1,k{at},{row}" for at, row in enumerate(rows)]
        folder_file(folder, "sent-house.csv", "\n".join((f"PARENT_KEY,KEY,{','.join(names)}", *lines)) + "\n")
        return folder_file(folder, "sent.csv", "KEY,Date,Town\nu1,2018-03-22,سراقب\n")
    with xlsxwriter.Workbook(str(folder / "sent.xlsx")) as book:
        main, below = book.add_worksheet("main"), book.add_worksheet("house")
        for at, line in enumerate((("_index", "Date", "Town"), (1, "2018-03-22", "سراقب"))):
            main.write_row(at, 0, line)
        below.write_row(0, 0, ("_index", "_parent_table_name", "_parent_index", *names))
        for at, one in enumerate(houses, 1):
            below.write_row(at, 0, (at, "main", 1, *one))
    return folder / "sent.xlsx"


def converted(path: Path) -> Converted:
    """What becomes of the one incident of a file."""
    source = open_source(path)
    mapping = guess(source, built_in()).mapping
    assert read(write(mapping)) == mapping
    return MappedRows(mapping, built_in(), dt.date(2026, 1, 1), source.cell_name).convert(list(source.rows()))


@pytest.mark.parametrize("kind", ["json", "kobo", "odk"])
@pytest.mark.parametrize("language", NUMBERS)
def test_a_whole_beside_its_parts_in_what_repeats_is_counted_once(tmp_path: Path, language: str, kind: str) -> None:
    all_of, children, women = (NUMBERS[language][3:][at] for at in (ALL, CHILDREN, WOMEN))
    found = converted(submissions(tmp_path, kind, (all_of, children, women), HOUSES))
    assert found.dossier
    said = [(one.number, one.age_group, one.sex) for one in found.dossier.victims]
    assert sum(number or 0 for number, *_ in said) == 9 + 3 + 1 + 2
    assert sum(number or 0 for number, age, _ in said if age == "child") == 4 + 1 + 2
    assert sum(number or 0 for number, age, sex in said if (age, sex) == ("adult", "female")) == 2 + 3
    assert found.dossier.incident.kinds == ("killing",)


@pytest.mark.parametrize("kind", ["json", "kobo", "odk"])
def test_parts_in_what_repeats_that_are_more_than_the_whole_refuse_the_record(tmp_path: Path, kind: str) -> None:
    found = converted(
        submissions(tmp_path, kind, ("Killed", "Children killed", "Women killed"), ((9, 4, 2), (3, 2, 2)))
    )
    assert found.dossier is None
    assert [one.values for one in found.problems] == [{"parts": 4, "whole": 3}]


@pytest.mark.parametrize(
    ("header", "target"),
    [
        ("Civilians killed", "killed"), ("Killed civilians", "killed"), ("Number of children killed", "killed"),
        ("Women dead", "killed"), ("civilian fatalities", "killed"), ("No. of women killed", "killed"),
        ("Children injured", "injured"), ("wounded women", "injured"), ("عدد الأطفال القتلى", "killed"),
        ("القتلى من النساء", "killed"), ("الشهداء المدنيون", "killed"), ("عدد الضحايا من الأطفال", "killed"),
        ("الجرحى من الأطفال", "injured"), ("عدد النساء المصابات", ""), ("Children", ""), ("النساء", ""),
        ("Children killed nearby", ""), ("name of women killed", ""), ("Killed date", ""),
    ],
)  # fmt: skip
def test_headers_that_say_who_is_counted(header: str, target: str) -> None:
    rows = [Row(at, {"x": at, header: at}) for at in range(3)]
    found = guess(Source("a.csv", "csv", "", ("x", header), lambda: iter(rows)), built_in())
    assert {one.column: one.target for one in found.columns}[header] == target


def test_of_columns_that_count_some_of_the_same_people_one_is_taken_and_the_other_told() -> None:
    rows = [Row(at, {"no": at, "Killed": 9, "Females killed": 3, "Children killed": 4}) for at in range(3)]
    source = Source("a.csv", "csv", "", tuple(rows[0].cells or ()), lambda: iter(rows))
    found = guess(source, built_in())
    assert found.unmapped() == ("Females killed",)
    assert [rule.less for rule in found.mapping.records["victims"]] == [("Children killed",), ()]


def test_a_part_that_is_taken_out_is_counted_with_all_again() -> None:
    found, _ = made("en", {ALL: 10, CHILDREN: 4})
    left = without_column(found.mapping, "Children killed")
    assert [(rule.each, rule.less) for rule in left.records["victims"]] == [(("Killed",), ())]
    assert targets_of(found.mapping)["", "Children killed"] == "killed"


@pytest.mark.parametrize(
    ("language", "header", "line"),
    [
        (ENGLISH, "no,Date,Town,Killed,Injured", "Incident, Kinds of violation: “Killing and Injury” in 3 records"),
        (ARABIC, "رقم الحادثة,التاريخ,البلدة,القتلى,الجرحى", "في 3 سجلات"),
    ],
)
def test_how_many_records_get_an_assumed_kind_is_told_and_which_of_them_tell_of_nobody(
    workspace: Workspace, tmp_path: Path, language: Language, header: str, line: str
) -> None:
    rows = "1,1/3/2018,سراقب,2,5\n2,2/3/2018,سراقب,0,11\n3,3/3/2018,حارم,,\n4,40/3/2018,حارم,1,1\n"
    path = folder_file(tmp_path, "list.csv", f"{header}\n{rows}")
    mapping = with_constant(guess(open_source(path), built_in()).mapping, "incident", "kinds", ["killing", "injury"])
    report = workspace.import_file(path, mapping, dry_run=True)
    assert any(bare(line) in bare(one) for section in report.sections(language) for one in section.lines)
    told = [(one.cell, bare(one.tell(ENGLISH))) for one in report.findings if one.topic == "kind_of_nobody"]
    killed, injured = header.split(",")[3:]
    assert told == [
        (f"D3 ({killed})", "2: Killing"), (f"D4 ({killed})", "3: Killing"), (f"E4 ({injured})", "3: Injury")
    ]  # fmt: skip
    assert (report.created, report.doubtful) == (3, 2)


def kinds_of(workspace: Workspace) -> list[tuple[str, ...]]:
    """The kinds of the incidents 1 to 5 of a list."""
    found = (workspace.by_origin(f"list:{number}") for number in range(1, 6))
    return [one.incident.kinds for one in found if one]


LISTS = {
    "counted": (
        "no,Date,Town,Killed,Injured\n1,1/3/2018,Saraqib,2,5\n2,2/3/2018,Saraqib,0,11\n3,3/3/2018,Harim,3,\n"
        "4,4/3/2018,Harim,,\n5,5/3/2018,Harim,0,0\n"
    ),
    "counted in Arabic": (
        "رقم الحادثة,التاريخ,البلدة,القتلى,الجرحى\n1,1/3/2018,سراقب,٢,5\n2,2/3/2018,سراقب,0,١١\n3,3/3/2018,حارم,3,\n"
        "4,4/3/2018,حارم,,\n5,5/3/2018,حارم,٠,0.0\n"
    ),
    "apart": (
        "no,Date,Town,Men killed,Children killed,Injured\n1,1/3/2018,Saraqib,,2,5\n2,2/3/2018,Saraqib,0,,11\n"
        "3,3/3/2018,Harim,3,,0\n4,4/3/2018,Harim,,,\n5,5/3/2018,Harim,0,0,0\n"
    ),
}  # fmt: skip


@pytest.mark.parametrize("text", LISTS.values(), ids=LISTS)
def test_each_incident_has_the_kinds_that_its_own_row_tells_of(workspace: Workspace, tmp_path: Path, text: str) -> None:
    path = folder_file(tmp_path, "list.csv", text)
    report = workspace.import_file(path, guess(open_source(path), built_in()).mapping)
    assert (report.created, report.doubtful) == (5, 0)
    assert kinds_of(workspace) == [("killing", "injury"), ("injury",), ("killing",), (), ()]
    assert [one.values for one in report.findings if one.topic == "kind_open"] == [{}, {}]
    assert [one.key for one in report.findings if one.topic == "kind_open"] == ["4", "5"]


@pytest.mark.parametrize(
    ("outcomes", "kinds"),
    [
        (("killed", "killed"), ("killing",)), (("injured", "injured"), ("injury",)),
        (("killed", "injured"), ("killing", "injury")),
        (("died due to torture", "killed"), ("killing", "torture_death")),
        (("missing", "missing"), ()), (("missing", "قتيل"), ("killing",)),
    ],
)  # fmt: skip
def test_the_kinds_of_an_incident_follow_from_what_became_of_each_person(
    workspace: Workspace, tmp_path: Path, outcomes: tuple[str, str], kinds: tuple[str, ...]
) -> None:
    rows = "".join(f"a{n},Ahmad {n},1/3/2018,Saraqib,killed\n" for n in range(300))
    rows += "".join(f"last,Rima {said},1/3/2018,Saraqib,{said}\n" for said in outcomes)
    path = folder_file(tmp_path, "list.csv", f"Incident code,Victim name,Date,Town,Outcome\n{rows}")
    mapping = guess(open_source(path), built_in(), rows="victim").mapping
    workspace.import_file(path, mapping)
    last = workspace.by_origin("list:last")
    assert last
    assert last.incident.kinds == kinds


def test_a_kind_of_every_incident_stands_beside_those_that_follow(workspace: Workspace, tmp_path: Path) -> None:
    path = folder_file(tmp_path, "list.csv", LISTS["counted"])
    mapping = guess(open_source(path), built_in()).mapping
    rule = FieldRule(value=["indiscriminate", "killing"], follows=True)
    workspace.import_file(path, replace(mapping, incident={**mapping.incident, "kinds": rule}))
    assert kinds_of(workspace)[:2] == [("indiscriminate", "killing"), ("indiscriminate",)]


@pytest.mark.parametrize("language", [ENGLISH, ARABIC])
def test_that_kinds_follow_is_told_and_every_incident_may_have_one_instead(tmp_path: Path, language: Language) -> None:
    path = folder_file(tmp_path, "list.csv", LISTS["counted"])
    mapping = guess(open_source(path), built_in()).mapping
    [told] = [one for one in assumptions(mapping) if one.field.name == "kinds"]
    assert told.follows
    assert bare(told.tell(language, 5)) == bare(
        language.text(FOLLOWING, record=language.text(told.record), field=language.text(told.field.label),
                      value=told.said(language))
    )  # fmt: skip
    [now] = [
        one
        for one in assumptions(with_constant(mapping, "incident", "kinds", ["killing"]))
        if one.field.name == "kinds"
    ]
    assert (now.value, now.follows) == (["killing"], False)
    assert read(write(mapping)) == mapping


def test_a_kind_that_a_column_says_is_none_that_is_assumed(workspace: Workspace, tmp_path: Path) -> None:
    text = "no,Date,Town,Killed,Violation\n1,1/3/2018,Saraqib,0,Destruction\n2,2/3/2018,Saraqib,0,Killing\n"
    path = folder_file(tmp_path, "list.csv", text)
    report = workspace.import_file(path, guess(open_source(path), built_in()).mapping, dry_run=True)
    assert (report.created, report.findings) == (2, ())


@pytest.mark.parametrize("language", NUMBERS)
@pytest.mark.parametrize(
    ("said", "assumed", "after"),
    [
        ({ALL: 9}, "unknown", ["9 civilian"]),
        ({CIVILIANS: 9, ARMED: 3}, None, ["3 armed", "9 civilian"]),
        ({ALL: 9, CIVILIANS: 5, ARMED: 3}, "unknown", ["1 civilian", "3 armed", "5 civilian"]),
    ],
)
def test_who_was_armed_by_a_header_is_no_assumption_and_no_other_value_reaches_it(
    language: str, said: dict[int, Any], assumed: str | None, after: list[str]
) -> None:
    found, _ = made(language, said)
    told = {one.field.name: one.value for one in assumptions(found.mapping) if one.part == "victims"}
    assert told == ({"civil_status": assumed} if assumed else {})
    changed = with_constant(found.mapping, "victims", "civil_status", "civilian")
    names = NUMBERS[language][3:]
    cells = {NUMBERS[language][0]: 1, NUMBERS[language][1]: "22/3/2018", NUMBERS[language][2]: "سراقب"}
    row = Row(2, cells | {names[at]: value for at, value in said.items()})
    assert counted(MappedRows(changed, built_in(), dt.date(2026, 1, 1)).convert([row])) == after


@pytest.mark.parametrize("language", NUMBERS)
def test_a_nought_is_none_and_nothing_that_cannot_be_read(language: str) -> None:
    found, _ = made(language, {ALL: 9, CHILDREN: 4})
    killed = NUMBERS[language][3]
    row = Row(2, {killed: 0})
    [told] = previews(found.mapping, built_in(), [killed], [row])
    assert [(one.given, one.problem) for one in (*told.seen, *told.unread)] == [("0", None)]
