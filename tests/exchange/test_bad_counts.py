"""A column that counts people is one however many of its cells are bad: nobody killed is passed over quietly."""

import datetime as dt
from pathlib import Path

import pytest

from snhr_desktop.domain.places import built_in
from snhr_desktop.exchange.conversion import MappedRows
from snhr_desktop.exchange.convert import Converted
from snhr_desktop.exchange.guessing import Guess, guess, previews
from snhr_desktop.exchange.mapping.columns import with_column, without_column
from snhr_desktop.exchange.reading import Source, open_source
from snhr_desktop.i18n import ARABIC, ENGLISH, bare
from snhr_desktop.workspace import Workspace
from tests.exchange.archive import folder_file

BAD = ["5 شهداء", "~10", "3 + 2", "عشرة", "أكثر من 7", "عائلة كاملة", "كثيرون"]


def listed(folder: Path, cells: list[str], header: str = "القتلى") -> Source:
    rows = [f'{at},2018-03-{at:02},سراقب,"{cell}",{at}' for at, cell in enumerate(cells, 1)]
    return open_source(folder_file(folder, "list.csv", "\n".join([f"الرقم,التاريخ,البلدة,{header},الجرحى", *rows])))


def made(source: Source) -> list[Converted]:
    follows = MappedRows(guess(source, built_in()).mapping, built_in(), dt.date(2026, 1, 1), source.cell_name)
    return [follows.convert([row]) for row in source.rows()]


def target(found: Guess, column: str) -> str:
    return next(one.target for one in found.columns if one.column == column)


@pytest.mark.parametrize(
    "header", ["القتلى", "عدد القتلى", "عدد الشهداء", "القتلى (تقريباً)", "Killed", "Number killed", "Deaths, approx."]
)
def test_a_column_of_the_killed_is_counted_though_most_of_its_cells_are_bad(tmp_path: Path, header: str) -> None:
    source = listed(tmp_path, [*BAD, "12"], f'"{header}"')
    found = guess(source, built_in())
    assert target(found, header) == "killed"
    converted = made(source)
    assert [one.dossier is not None for one in converted] == [False] * len(BAD) + [True]
    assert all(header in one.problems[0].cell for one in converted[:-1])
    (shown,) = previews(found.mapping, built_in(), [header], source.sample(99))
    assert [seen.given for seen in shown.unread] == BAD


@pytest.mark.parametrize("header", ["عدد القتلى", "Number of killed"])
def test_where_a_number_is_asked_for_words_alone_are_bad_numbers(tmp_path: Path, header: str) -> None:
    assert target(guess(listed(tmp_path, ["كثيرون", "عائلة"], header), built_in()), header) == "killed"


@pytest.mark.parametrize(
    ("header", "cells"), [("القتلى", ["أحمد علي", "خالد عمر"]), ("Killed", ["yes", "no"]),
                          ("القتلى والجرحى", ["5 و 7", "قتيل وجريحان"])],
)  # fmt: skip
def test_one_that_is_left_out_asks_for_a_decision_before_the_sums(
    workspace: Workspace, tmp_path: Path, header: str, cells: list[str]
) -> None:
    source = listed(tmp_path, cells, header)
    found = guess(source, built_in())
    assert target(found, header) == ""
    assert "may count or list people" in ENGLISH.text(found.withheld[header])
    report = workspace.import_file(tmp_path / "list.csv", found.mapping, dry_run=True)
    assert report.people == (header,)
    english, arabic = (bare(report.tell(language)) for language in (ENGLISH, ARABIC))
    assert english.index("may count or list people") < english.index(f"  {header}\n") < english.index("2 records read")
    assert arabic.index("فقد ينقص شخص") < arabic.index(f"  {header}\n") < arabic.index("قُرئ سجلان")
    assert english.count(f"  {header}\n") == 1


def test_one_that_a_saved_mapping_does_not_know_asks_as_well(workspace: Workspace, tmp_path: Path) -> None:
    source = listed(tmp_path, ["3", "4"])
    mapping = guess(source, built_in()).mapping
    without = without_column(mapping, "القتلى")
    assert workspace.import_file(tmp_path / "list.csv", without, dry_run=True).people == ("القتلى",)
    decided = with_column(without, "القتلى", "ignored", without)
    assert workspace.import_file(tmp_path / "list.csv", decided, dry_run=True).people == ()
    assert workspace.import_file(tmp_path / "list.csv", mapping, dry_run=True).people == ()


@pytest.mark.parametrize(
    "header",
    ["تاريخ الوفاة", "سبب الوفاة", "Date of death", "Killed by", "مكان القتل", "ملاحظات عن القتلى", "Deadline"],
)
def test_what_is_only_said_about_the_dead_asks_for_nothing(workspace: Workspace, tmp_path: Path, header: str) -> None:
    source = listed(tmp_path, ["x y", "z"], header)
    mapping = without_column(guess(source, built_in()).mapping, header)
    assert workspace.import_file(tmp_path / "list.csv", mapping, dry_run=True).people == ()


@pytest.mark.parametrize("cell", ["10-15", "10 – 15", "١٠-١٥", "10 to 15", "من 10 إلى 15", "10 الى 15"])
@pytest.mark.parametrize(("header", "rises"), [("القتلى", True), ("عدد الجرحى", False)])
def test_a_range_counts_the_least_and_keeps_both(tmp_path: Path, cell: str, header: str, rises: bool) -> None:
    source = listed(tmp_path, [cell, "1200"], header)
    first = made(source)[0]
    assert first.dossier, first.problems
    assert next(one.number for one in first.dossier.victims if one.number != 1) == 10
    assert first.dossier.incident.toll_open is rises
    assert first.dossier.incident.review_notes == f"{header}: 10-15"
    (told,) = first.findings
    assert "10 to 15" in bare(told.tell(ENGLISH))
    (shown,) = previews(guess(source, built_in()).mapping, built_in(), [header], source.sample(9))
    assert (shown.seen[0].value, shown.unread) == (10, ())


def test_a_range_that_each_row_of_a_list_repeats_is_noted_and_told_once(workspace: Workspace, tmp_path: Path) -> None:
    """The notes of the office have an end: said by seven hundred rows, the incident was refused for their length."""
    rows = [f"7,2018-03-22,سراقب,10-15,أحمد {name}" for name in ("علي", "عمر", "خالد")]
    text = "\n".join(["رقم الحادثة,التاريخ,البلدة,عدد القتلى,اسم القتيل", *rows])
    path = folder_file(tmp_path, "list.csv", text)
    mapping = guess(open_source(path), built_in()).mapping
    report = workspace.import_file(path, mapping)
    kept = workspace.by_origin(f"{mapping.code}:7")
    assert kept
    assert (len(kept.victims), kept.incident.review_notes) == (4, "عدد القتلى: 10-15")
    assert [one.topic for one in report.findings].count("count_range") == 1


@pytest.mark.parametrize("header", ["العدد", "Count"])
@pytest.mark.parametrize("cells", [["10-15", "3-4"], ["10-15", "عشرة"], ["~10", "عائلة"]])
def test_a_column_of_numbers_beside_outcomes_is_counted_however_they_are_written(
    workspace: Workspace, tmp_path: Path, header: str, cells: list[str]
) -> None:
    rows = [f"{at},2018-03-{at:02},سراقب,{cell},قتيل" for at, cell in enumerate(cells, 1)]
    source = open_source(
        folder_file(tmp_path, "list.csv", "\n".join([f"الرقم,التاريخ,البلدة,{header},النتيجة", *rows]))
    )
    found = guess(source, built_in())
    assert target(found, header) == "victims.number"
    counted = [one.dossier.victims[0].number for one in made(source) if one.dossier]
    assert counted == [least for cell, least in (("10-15", 10), ("3-4", 3)) if cell in cells]
    without = without_column(found.mapping, header)
    assert workspace.import_file(tmp_path / "list.csv", without, dry_run=True).people == (header,)


def test_a_column_of_ages_told_as_ranges_is_left_out_and_refuses_nobody(tmp_path: Path) -> None:
    text = "الرقم,التاريخ,البلدة,اسم القتيل,العمر\n1,2018-03-22,سراقب,أحمد,20-30\n2,2018-03-22,حارم,علي,30-40\n"
    source = open_source(folder_file(tmp_path, "list.csv", text))
    assert target(guess(source, built_in()), "العمر") == ""
    assert [len(one.dossier.victims) for one in made(source) if one.dossier] == [1, 1]


def test_a_range_among_the_parts_of_a_number_counts_them_still(tmp_path: Path) -> None:
    text = "الرقم,التاريخ,البلدة,القتلى,نساء\n1,2018-03-22,سراقب,10,2-4\n2,2018-03-22,حارم,5,1\n"
    source = open_source(folder_file(tmp_path, "list.csv", text))
    told = [[(one.sex, one.number) for one in row.dossier.victims] for row in made(source) if row.dossier]
    assert told == [[("", 8), ("female", 2)], [("", 4), ("female", 1)]]


@pytest.mark.parametrize(
    "cell", ["15-10", "10-10", "3-2018", "2018-10", "10-", "-10", "1-2-3", "10+", "10/15", "1.200", "1 200"]
)
def test_what_is_no_range_and_no_number_is_refused(tmp_path: Path, cell: str) -> None:
    assert made(listed(tmp_path, [cell, "3", "4", "5"]))[0].dossier is None


@pytest.mark.parametrize(
    ("cell", "number"), [("1,200", 1200), ("١٬٢٠٠", 1200), ("1،200", 1200), ("۱۲", 12), ("12.0", 12)]
)
def test_numbers_as_they_are_typed(tmp_path: Path, cell: str, number: int) -> None:
    first = made(listed(tmp_path, [cell, "3"]))[0]
    assert first.dossier, first.problems
    assert first.dossier.victims[0].number == number
