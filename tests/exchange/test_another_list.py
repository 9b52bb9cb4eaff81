"""Lists that number from 1 anew: no file writes over another incident, nor over the case of another person."""

from dataclasses import replace
from pathlib import Path

import pytest

from snhr_desktop.domain.records import Dossier
from snhr_desktop.domain.values import When
from snhr_desktop.exchange.guessing import guess
from snhr_desktop.exchange.reading import Choices, open_source
from snhr_desktop.i18n import ARABIC, ENGLISH, bare
from snhr_desktop.workspace import ImportReport, Workspace
from tests.builders import open_as
from tests.exchange.archive import folder_file
from tests.exchange.test_mapping_examples import EXAMPLES
from tests.exchange.workbooks import workbook

MAPPING = """
[file]
code = "monthly"
name_en = "Monthly list"
name_ar = "قائمة شهرية"
key = "رقم"
[incident]
kinds = { value = ["killing"] }
[date]
column = "التاريخ"
[place]
column = "المكان"
separator = "-"
governorates = { "ادلب" = ["SY07"] }
[[victims]]
each = ["القتلى"]
number = { each = true }
outcome = { value = "killed" }
"""
HEADERS = ("رقم", "التاريخ", "المكان", "القتلى")
JUNE = ("1", "3/6/2018", "ادلب - سراقب", "2"), ("2", "9/6/2018", "ادلب - حارم", "3")
AUGUST = ("1", "5/8/2018", "ادلب - أريحا", "70"), ("2", "20/8/2018", "ادلب - سراقب", "8")
Rows = tuple[tuple[str, ...], ...]


def list_file(folder: Path, name: str, rows: Rows) -> Path:
    return folder_file(folder, name, "\n".join(",".join(one) for one in (HEADERS, *rows)))


def taken_in(workspace: Workspace, folder: Path, name: str, rows: Rows, *, dry_run: bool = False) -> ImportReport:
    mapping = folder_file(folder, "monthly.toml", MAPPING)
    return workspace.import_file(list_file(folder, name, rows), mapping, dry_run=dry_run)


def here(workspace: Workspace, number: int = 1) -> Dossier:
    found = workspace.by_origin(f"monthly:{number}")
    assert found is not None
    return found


def otherwise(row: int, **said: str) -> Rows:
    """June, with one row that says otherwise."""
    names = ("key", "date", "place", "killed")
    changed = tuple(said.get(name, value) for name, value in zip(names, JUNE[row], strict=True))
    return tuple(changed if at == row else one for at, one in enumerate(JUNE))


@pytest.fixture
def june(workspace: Workspace, tmp_path: Path) -> Workspace:
    assert taken_in(workspace, tmp_path, "حزيران.csv", JUNE).created == 2
    return workspace


@pytest.mark.parametrize("dry_run", [True, False])
@pytest.mark.parametrize("name", ["آب.csv", "حزيران.csv"])
def test_another_list_of_the_same_numbers_changes_nothing_here(
    june: Workspace, tmp_path: Path, name: str, *, dry_run: bool
) -> None:
    before = here(june, 1), here(june, 2)
    report = taken_in(june, tmp_path, name, AUGUST, dry_run=dry_run)
    assert (report.updated, report.refusals) == (0, 2)
    assert (here(june, 1), here(june, 2)) == before
    assert all("حزيران.csv" in bare(one.tell(language)) for one in report.refused for language in (ENGLISH, ARABIC))


def test_what_staff_wrote_in_an_incident_changes_nothing_of_that(june: Workspace, tmp_path: Path) -> None:
    first = here(june)
    june.save(replace(first, incident=replace(first.incident, title_en="Market")))
    before = here(june)
    assert taken_in(june, tmp_path, "آب.csv", AUGUST).refusals == 2
    assert here(june) == before


@pytest.mark.parametrize("said", [{"date": "4/6/2018"}, {"place": "ادلب - أريحا"}, {"killed": "5"}])
def test_a_correction_of_the_day_or_the_place_comes_in(june: Workspace, tmp_path: Path, said: dict[str, str]) -> None:
    report = taken_in(june, tmp_path, "corrected.csv", otherwise(0, **said))
    assert (report.updated, report.unchanged, report.refusals) == (1, 1, 0)


@pytest.mark.parametrize("place", ["ادلب - سراقب", ""])
@pytest.mark.parametrize(("day", "killed"), [("10/8/2018", "2"), ("10/8/2018", "5"), ("10/6/2018", "5")])
def test_the_next_month_of_an_office_of_one_town_writes_over_nothing(
    workspace: Workspace, tmp_path: Path, place: str, killed: str, day: str
) -> None:
    june, august = (("1", "3/6/2018", place, "5"),), (("1", day, place, killed),)
    taken_in(workspace, tmp_path, "حزيران.csv", june)
    before = here(workspace)
    report = taken_in(workspace, tmp_path, "آب.csv", august)
    assert (report.updated, report.refusals) == (0, 1)
    assert here(workspace) == before


def test_a_day_that_is_filled_in_beside_a_corrected_number_is_no_other(workspace: Workspace, tmp_path: Path) -> None:
    taken_in(workspace, tmp_path, "list.csv", (("1", "", "ادلب - سراقب", "5"),))
    report = taken_in(workspace, tmp_path, "corrected.csv", (("1", "10/8/2018", "ادلب - سراقب", "6"),))
    assert (report.updated, report.refusals) == (1, 0)


CASES, _, DETAINED, _ = EXAMPLES[3]


def detained(workspace: Workspace, folder: Path, name: str, person: str, day: str) -> ImportReport:
    """A list of detainees whose first is somebody, taken on a day."""
    text = DETAINED.replace("سامر الحموي", person).replace("22/3/2013", day)
    return workspace.import_file(folder_file(folder, name, text), folder_file(folder, "cases.toml", CASES))


@pytest.mark.parametrize("day", ["22/3/2013", "10/4/2013"])
def test_the_case_of_another_person_is_written_over_by_nobody(workspace: Workspace, tmp_path: Path, day: str) -> None:
    detained(workspace, tmp_path, "حزيران.csv", "سامر الحموي", "22/3/2013")
    before = workspace.case_by_origin("prisoners:1")
    report = detained(workspace, tmp_path, "آب.csv", "خالد عمر", day)
    assert (report.updated, report.refusals) == (0, 1)
    assert workspace.case_by_origin("prisoners:1") == before
    assert all("حزيران.csv" in bare(one.tell(language)) for one in report.refused for language in (ENGLISH, ARABIC))


@pytest.mark.parametrize(("person", "day"), [("سامر الحموى", "22/3/2013"), ("سامر الحموي", "10/4/2013")])
def test_a_name_spelled_otherwise_or_another_day_of_the_same_person_comes_in(
    workspace: Workspace, tmp_path: Path, person: str, day: str
) -> None:
    detained(workspace, tmp_path, "list.csv", "سامر الحموي", "22/3/2013")
    report = detained(workspace, tmp_path, "corrected.csv", person, day)
    assert (report.updated, report.refusals) == (1, 0)


def test_a_day_that_is_only_told_better_is_no_other(june: Workspace, tmp_path: Path) -> None:
    report = taken_in(june, tmp_path, "corrected.csv", otherwise(0, date="حزيران 2018", place="ادلب - أريحا"))
    assert (report.updated, report.refusals) == (1, 0)


def test_a_place_that_is_not_known_is_another(june: Workspace, tmp_path: Path) -> None:
    report = taken_in(june, tmp_path, "آب.csv", otherwise(0, date="5/8/2018", place=""))
    assert (report.updated, report.refusals) == (0, 1)


def test_a_correction_of_both_comes_in_once_one_was_corrected_by_hand(june: Workspace, tmp_path: Path) -> None:
    corrected = otherwise(0, date="4/7/2018", place="ادلب - أريحا")
    assert taken_in(june, tmp_path, "corrected.csv", corrected).refusals == 1
    first = here(june)
    day = When.on(first.incident.date.first.replace(month=7, day=4))  # type: ignore[union-attr]
    june.save(replace(first, incident=replace(first.incident, date=day)))
    report = taken_in(june, tmp_path, "corrected.csv", corrected)
    assert (report.updated, report.refusals) == (1, 0)


def test_the_same_file_read_otherwise_may_say_another_day_and_place(june: Workspace, tmp_path: Path) -> None:
    mapping = folder_file(
        tmp_path,
        "again.toml",
        MAPPING.replace('"التاريخ"', '"التاريخ"\norder = "month"').replace('["SY07"]', '["SY02"]'),
    )
    report = june.import_file(tmp_path / "حزيران.csv", mapping)
    assert (report.updated, report.refusals) == (2, 0)


def test_another_sheet_of_the_same_workbook_is_another_list(workspace: Workspace, tmp_path: Path) -> None:
    path = workbook(tmp_path / "year.xlsx", {"حزيران": (HEADERS, *JUNE), "آب": (HEADERS, *AUGUST)})
    mapping = folder_file(tmp_path, "monthly.toml", MAPPING)
    assert workspace.import_file(path, mapping, choices=Choices(sheet="حزيران")).created == 2
    report = workspace.import_file(path, mapping, choices=Choices(sheet="آب"))
    assert (report.updated, report.refusals) == (0, 2)


def test_the_name_of_the_first_file_is_told_nobody_who_may_not_see_sources(june: Workspace, tmp_path: Path) -> None:
    with open_as("Nour", tmp_path / "office.snhr", role="reviewer", no_sources=True) as unseeing:
        report = taken_in(unseeing, tmp_path, "آب.csv", AUGUST)
        assert report.refusals == 2
        told = [bare(one.tell(language)) for one in report.refused for language in (ENGLISH, ARABIC)]
    assert not [one for one in told if "حزيران" in one]
    assert all("monthly" in one for one in told)


def test_another_list_comes_in_beside_the_first_through_a_mapping_made_of_its_columns(
    june: Workspace, tmp_path: Path
) -> None:
    path = list_file(tmp_path, "آب.csv", AUGUST)
    before = here(june, 1), here(june, 2)
    made = guess(open_source(path), june.gazetteer).mapping
    assert june.import_file(path, made).created == 2
    assert (here(june, 1), here(june, 2)) == before
