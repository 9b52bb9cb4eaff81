"""A dash or a word for nothing in a cell is blank, or 0 where a column counts and the word says that there is none."""

import datetime as dt
from pathlib import Path

import pytest

from snhr_desktop.domain.places import built_in
from snhr_desktop.exchange import tally
from snhr_desktop.exchange.conversion import MappedRows
from snhr_desktop.exchange.convert import Converted
from snhr_desktop.exchange.guessing import guess, previews
from snhr_desktop.exchange.mapping import BOTH, INCIDENT, VICTIM, FileMapping
from snhr_desktop.exchange.mapping_file import read, write
from snhr_desktop.exchange.reading import Source, open_source
from snhr_desktop.exchange.refusals import BadMapping
from snhr_desktop.i18n import ARABIC, ENGLISH, bare
from snhr_desktop.workspace import Workspace
from tests.exchange.archive import folder_file

INCIDENTS = "الرقم,التاريخ,البلدة,القتلى,الجرحى\n1,2018-03-22,سراقب,12,4\n2,2018-03-23,حارم,{killed},3\n"
HEADER = "الاسم,اسم الأب,الجنس,العمر,البلدة,التاريخ,المهنة,الإصابة"
PERSON = "أحمد علي,خالد,ذكر,20,سراقب,2018-03-22,طبيب,قتل"
NOT_TOLD = ["-", "–", "—", "ـ", "--", "- -", "...", "؟", "N/A", "n/a", "غير معروف", "غير متوفر", "غير متوفّر", "\u200f-"]
NONE = ["لا يوجد", "لايوجد", "لا شيء", "لا شئ", "none", "None", "NIL", "صفر", "zero", "لا أحد"]
OWN = """
[file]
code = "x"
name_en = "x"
name_ar = "x"
key = "no"
{lists}
[incident]
kinds = {{ value = ["killing"] }}
"""
COUNTED = '[[victims]]\neach = ["killed"]\nnumber = { each = true }\noutcome = { value = "killed" }\n'


def made(source: Source, mapping: FileMapping | None = None) -> list[Converted]:
    follows = MappedRows(
        mapping or guess(source, built_in()).mapping, built_in(), dt.date(2026, 1, 1), source.cell_name
    )
    return [follows.convert([row]) for row in source.rows()]


def people(one: Converted) -> list[tuple[str, int]]:
    assert one.dossier, one.problems
    return [(victim.outcome, victim.number) for victim in one.dossier.victims]


@pytest.mark.parametrize("sign", NOT_TOLD)
def test_a_sign_for_what_is_not_told_is_blank_in_a_column_of_numbers(tmp_path: Path, sign: str) -> None:
    *_, last = made(open_source(folder_file(tmp_path, "list.csv", INCIDENTS.format(killed=sign))))
    assert people(last) == [("injured", 3)]
    assert [(one.column, one.zero) for one in last.unsaid] == [("القتلى", False)]


@pytest.mark.parametrize("word", NONE)
def test_a_word_for_none_is_zero_in_a_column_of_numbers(tmp_path: Path, word: str) -> None:
    *_, last = made(open_source(folder_file(tmp_path, "list.csv", INCIDENTS.format(killed=word))))
    assert people(last) == [("injured", 3)]
    assert [(one.column, one.word, one.zero) for one in last.unsaid] == [("القتلى", word, True)]


@pytest.mark.parametrize("word", ["5 شهداء", "-5", "none but one", "~10", "عشرة", "x"])
def test_whatever_else_stands_there_refuses_the_row_still(tmp_path: Path, word: str) -> None:
    lines = INCIDENTS + "3,2018-03-24,حارم,7,3\n4,2018-03-24,حارم,8,3\n"
    found = made(open_source(folder_file(tmp_path, "list.csv", lines.format(killed=word))))[1]
    assert found.dossier is None
    assert "القتلى" in found.problems[0].cell


def test_each_reading_is_told_once_with_the_number_of_cells(workspace: Workspace, tmp_path: Path) -> None:
    rows = [f"{at},2018-03-{at},سراقب,{killed},{at}" for at, killed in enumerate(["-", "-", "-", "لا يوجد", 5], 10)]
    path = folder_file(tmp_path, "list.csv", "\n".join([INCIDENTS.partition("\n")[0], *rows]))
    report = workspace.import_file(path, guess(open_source(path), built_in()).mapping, dry_run=True)
    assert (report.created, report.refusals, report.doubtful) == (5, 0, 0)
    english, arabic = (bare(report.tell(language)) for language in (ENGLISH, ARABIC))
    assert english.count("القتلى: “-” in 3 cells is read as blank, not as 0: nothing is told.") == 1
    assert english.count("القتلى: “لا يوجد” in 1 cell is read as 0: there was none.") == 1
    assert arabic.count("القتلى: «-» في 3 خانات تُقرأ فارغةً لا صفراً: لا شيء مذكور فيها.") == 1
    assert arabic.count("القتلى: «لا يوجد» في خانة واحدة تُقرأ 0: لم يكن أحد.") == 1


def test_a_file_of_ever_other_signs_fills_no_memory(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tally, "KEPT", 2)
    rows = [f"{at},2018-03-{at},سراقب,{'-' * (at - 9)},{at}" for at in range(10, 15)]
    path = folder_file(tmp_path, "list.csv", "\n".join([INCIDENTS.partition("\n")[0], *rows]))
    report = workspace.import_file(path, guess(open_source(path), built_in()).mapping, dry_run=True)
    assert (len(report.unsaid), "and 3 more" in bare(report.tell(ENGLISH))) == (2, True)


@pytest.mark.parametrize("sign", ["-", "—", "ـ", "N/A", "غير معروف"])
def test_a_name_a_place_and_an_age_are_never_a_dash(tmp_path: Path, sign: str) -> None:
    lines = (HEADER, PERSON, f"{sign},{sign},أنثى,{sign},{sign},2018-03-22,طبيب,قتل")
    _, last = made(open_source(folder_file(tmp_path, "people.csv", "\n".join(lines))))
    assert last.dossier, last.problems
    (victim,) = last.dossier.victims
    assert (victim.name_ar, victim.name_en, victim.father_ar, victim.age) == ("", "", "", None)
    assert last.dossier.incident.landmark_ar == ""
    assert {one.column for one in last.unsaid} >= {"الاسم", "اسم الأب", "العمر", "البلدة"}


@pytest.mark.parametrize("rows", [INCIDENT, BOTH, VICTIM, ""])
@pytest.mark.parametrize(
    "word", ["مجهول", "غير معروف", "Unknown", "مجهول الهوية", "مجهولة الهويّة", "لم يُعرف اسمه", "Unidentified"]
)
@pytest.mark.parametrize("counts", ["عدد القتلى,", ""])
def test_whose_name_is_not_known_is_somebody(tmp_path: Path, counts: str, word: str, rows: str) -> None:
    lines = (f"الرقم,التاريخ,البلدة,{counts}اسم القتيل", f"1,2018-03-22,حارم,{counts and '1,'}أحمد علي",
             f"2,2018-03-23,حارم,{counts and ','}{word}", f"3,2018-03-24,حارم,{counts and '1,'}{word}")  # fmt: skip
    source = open_source(folder_file(tmp_path, "list.csv", "\n".join(lines)))
    found = made(source, guess(source, built_in(), rows=rows).mapping)
    assert [people(one) for one in found] == [[("killed", 1)]] * 3
    named = [(one.dossier.victims[0].name_ar or one.dossier.victims[0].name_en) for one in found if one.dossier]
    assert named == ["أحمد علي", "", ""]


def test_a_dash_or_nobody_under_names_is_nobody_and_each_column_says_it_of_its_own(tmp_path: Path) -> None:
    people_of = '[[victims]]\nname_ar = "{0}"\noutcome = {{ value = "{0}" }}\n'
    mapping = read(OWN.format(lists="") + "".join(map(people_of.format, ("killed", "injured"))))
    text = "no,killed,injured\n1,مجهول,خالد\n2,لا يوجد,مجهول\n3,-,خالد\n4,مجهول,\n"
    found = made(open_source(folder_file(tmp_path, "list.csv", text)), mapping)
    told = [[outcome for outcome, _ in people(one)] for one in found]
    assert told == [["killed", "injured"], ["injured"], ["injured"], ["killed"]]


def test_a_lone_dash_is_no_word_and_no_date(tmp_path: Path) -> None:
    lines = (HEADER, PERSON, *(PERSON.replace("علي", str(at)) for at in range(9)), "ليلى,-,-,-,سراقب,-,–,قتل")
    *_, last = made(open_source(folder_file(tmp_path, "people.csv", "\n".join(lines))))
    assert last.dossier, last.problems
    assert (last.unmapped, last.dossier.victims[0].sex) == ((), "")
    assert [one.topic for one in last.findings] == ["date_missing"]


def test_nought_in_words_is_no_blank_age(tmp_path: Path) -> None:
    lines = (HEADER, PERSON, PERSON.replace("20", "21"), PERSON.replace("20", "صفر"))
    *_, last = made(open_source(folder_file(tmp_path, "people.csv", "\n".join(lines))))
    assert last.dossier is None  # a child of no year would be of unknown age


def test_a_key_stays_what_it_is(tmp_path: Path) -> None:
    source = open_source(folder_file(tmp_path, "list.csv", "no,killed\n-,3\n"))
    (one,) = made(source, read(OWN.format(lists="") + COUNTED))
    assert (one.key, people(one)) == ("-", [("killed", 3)])


def test_a_mapping_may_have_its_own_lists(tmp_path: Path) -> None:
    lists = 'not_told = ["999", "مخفي"]\nnone = []\n'
    mapping = read(OWN.format(lists=lists) + COUNTED)
    assert read(write(mapping)) == mapping
    assert read(write(read(OWN.format(lists="") + COUNTED))).none is None
    source = open_source(folder_file(tmp_path, "list.csv", "no,killed\n1,٩٩٩\n2,مخفي\n3,99\n4,-\n5,لا يوجد\n"))
    first, second, third, *refused = made(source, mapping)
    assert (people(first), people(second), people(third)) == ([], [], [("killed", 99)])
    assert [one.dossier for one in refused] == [None, None]


@pytest.mark.parametrize("lists", ['not_told = "x"\n', "none = [1]\n"])
def test_a_list_that_is_none_is_refused_by_its_place(lists: str) -> None:
    with pytest.raises(BadMapping) as refused:
        read(OWN.format(lists=lists), "x.toml")
    assert f"file.{lists.split(maxsplit=1)[0]}" in refused.value.tell(ENGLISH)


def test_a_word_that_a_list_of_the_mapping_has_is_what_that_list_says(tmp_path: Path) -> None:
    words = '[words.status]\n"-" = "civilian"\n'
    status = 'civil_status = { columns = ["status"], words = "status" }\n'
    source = open_source(folder_file(tmp_path, "list.csv", "no,killed,status\n1,3,-\n"))
    (one,) = made(source, read(OWN.format(lists="") + words + COUNTED + status))
    assert one.dossier
    assert one.dossier.victims[0].civil_status == "civilian"


def test_cells_of_a_repeat_are_read_so_too(tmp_path: Path) -> None:
    repeated = '[[victims]]\nfrom = "v"\nname_ar = "name"\nnumber = { value = 1 }\noutcome = { value = "killed" }\n'
    text = '[{"no": 1, "v": [{"name": "أحمد"}, {"name": "–"}]}]'
    (one,) = made(open_source(folder_file(tmp_path, "f.json", text)), read(OWN.format(lists="") + repeated))
    assert one.dossier
    assert [victim.name_ar for victim in one.dossier.victims] == ["أحمد", ""]


def test_the_window_shows_them_as_they_are_read(tmp_path: Path) -> None:
    source = open_source(folder_file(tmp_path, "list.csv", INCIDENTS.format(killed="-")))
    found = guess(source, built_in())
    (shown,) = previews(found.mapping, built_in(), ["القتلى"], source.sample(9))
    assert [(seen.given, seen.value) for seen in shown.seen] == [("12", 12), ("-", None)]
    assert not shown.unread
