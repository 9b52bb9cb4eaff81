"""A column that counts or lists people is never left out unseen: the toll without it is wrong, and looks whole."""

from pathlib import Path

import pytest

from snhr_desktop.domain.places import built_in
from snhr_desktop.exchange.assumptions import assumptions
from snhr_desktop.exchange.guessing import guess
from snhr_desktop.exchange.guessing.counted import tells_of_people
from snhr_desktop.exchange.guessing.targets import MAY_BE_PEOPLE
from snhr_desktop.exchange.reading import open_source
from snhr_desktop.i18n import ARABIC, ENGLISH, bare
from snhr_desktop.workspace import Workspace
from tests.exchange.archive import folder_file

LISTS = {
    "رجال,نساء,أطفال": "1,2,3",
    "القتلى,الجرحى,منهم أطفال": "6,1,2",
    "Killed,Injured,Children": "6,3,2",
    "Deaths Male,Deaths Female,Deaths Children": "1,2,3",
    "القتلى,المعتقلون": "6,2",
    "Killed,Missing": "6,2",
    "Names of victims": "Ahmad; Khaled",
}


@pytest.mark.parametrize(("headers", "said"), LISTS.items())
def test_people_in_a_column_that_is_left_out_make_each_record_doubtful(
    workspace: Workspace, tmp_path: Path, headers: str, said: str
) -> None:
    text = f"No,Date,Town,{headers}\n1,22/3/2018,Saraqib,{said}\n2,23/3/2018,Harim,{said}\n"
    source = open_source(folder_file(tmp_path, "list.csv", text))
    found = guess(source, built_in())
    left = [name for name in headers.split(",") if name in found.unmapped()]
    assert left
    assert {name: why for name, why in found.withheld.items() if name in left} == dict.fromkeys(left, MAY_BE_PEOPLE)
    report = workspace.import_file(tmp_path / "list.csv", found.mapping, dry_run=True)
    assert (report.created, report.doubtful) == (2, 2)
    assert (sorted(report.people), report.columns) == (sorted(left), ())
    for language, told in ((ENGLISH, "somebody may be missing"), (ARABIC, "فقد ينقص شخص")):
        [section] = [one for one in report.sections(language) if told in one.heading]
        assert sorted(map(bare, section.lines)) == sorted(left)


@pytest.mark.parametrize(("chosen", "young"), [("killed", 2), ("ignored", 0)])
def test_a_person_says_what_it_is_or_that_it_is_left_out_on_purpose(
    workspace: Workspace, tmp_path: Path, chosen: str, young: int
) -> None:
    path = folder_file(
        tmp_path, "list.csv", "رقم,التاريخ,البلدة,القتلى,الجرحى,أطفال\n7,22/3/2018,سراقب,6,1,2\n8,23/3/2018,حارم,1,,\n"
    )
    found = guess(open_source(path), built_in(), chosen={("", "أطفال"): chosen})
    assert not [one for one in assumptions(found.mapping) if one.open]
    report = workspace.import_file(path, found.mapping)
    assert (report.doubtful, report.people) == (0, ())
    first = workspace.by_origin(f"{found.mapping.code}:7")
    assert first
    assert sum(one.number for one in first.victims if one.outcome == "killed") == 6
    assert sum(one.number for one in first.victims if one.age_group == "child") == young


@pytest.mark.parametrize(
    ("header", "told"),
    [("عدد النساء", True), ("#children", True), ("أسماء الشهداء", True), ("Total casualties", True), ("ضحايا", True),
     ("ملاحظات", False), ("Women who were in the house told us so", False), ("نوع الحادثة", False), ("Name", False)],
)  # fmt: skip
def test_headers_that_may_be_of_people(header: str, told: bool) -> None:
    assert tells_of_people(header) is told
