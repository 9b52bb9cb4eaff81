"""A name that may tell of several people is never counted as one person unsaid."""

from pathlib import Path

import pytest

from snhr_desktop.domain.places import built_in
from snhr_desktop.exchange.conversion.several import is_of_several
from snhr_desktop.exchange.guessing import guess
from snhr_desktop.exchange.reading import open_source
from snhr_desktop.i18n import ARABIC, ENGLISH, bare
from snhr_desktop.workspace import Workspace
from tests.exchange.archive import folder_file

SEVERAL = [
    "+3 آخرين", "و ٣ آخرون", "3 مجهولين", "مجهولون", "غير معروفين", "عائلة أحمد علي", "عائله احمد",
    "أحمد علي، خالد عمر", "أحمد; خالد", "أحمد\nخالد", "أحمد علي و خالد عمر", "أحمد, خالد", "أحمد علي - خالد عمر",
    "زوجة أحمد وأطفاله 3",
    "طفلان", "امراتان", "جثث", "2 unidentified persons", "and 4 others", "Ali Ahmad, Omar Hasan", "Ali, Omar, Sami",
    "Family of Ali", "Ahmad and Omar", "Ali & Omar", "unknown persons",
]  # fmt: skip
ONE = [
    "أحمد علي", "عبد الله ديب", "طفل مجهول", "ابن خالد عمر", "زوجة أحمد علي", "مجهولة", "وهبة وردة", "أبو عمر",
    "Ali, Ahmad", "Ali-Reza", "Sandy", "", "unknown", "Umm Ahmad",
]  # fmt: skip


@pytest.mark.parametrize("name", SEVERAL)
def test_a_name_that_may_be_of_several(name: str) -> None:
    assert is_of_several(name)


@pytest.mark.parametrize("name", ONE)
def test_a_name_of_one_person(name: str) -> None:
    assert not is_of_several(name)


@pytest.mark.parametrize("number", ["", "1"])
def test_it_is_taken_in_as_one_and_told(workspace: Workspace, tmp_path: Path, number: str) -> None:
    text = (
        f"التاريخ,البلدة,الاسم,العدد,النتيجة\n22/3/2018,سراقب,أحمد علي,1,قتيل\n22/3/2018,سراقب,+3 آخرين,{number},قتيل\n"
    )
    path = folder_file(tmp_path, "list.csv", text)
    report = workspace.import_file(path, guess(open_source(path), built_in()).mapping)
    assert (report.created, report.doubtful) == (1, 1)
    told = [(one.cell, one.values) for one in report.findings if one.topic == "name_of_several"]
    assert told == [("C3 (الاسم)", {"given": "+3 آخرين"})]
    for language, said in ((ENGLISH, "may tell of several people"), (ARABIC, "قد تدل على عدة أشخاص")):
        assert said in bare(report.tell(language))


def test_several_people_in_one_row_of_detainees_are_told(workspace: Workspace, tmp_path: Path) -> None:
    text = "اسم المعتقل,تاريخ الاعتقال,مكان الاعتقال\nأحمد علي,22/3/2018,سراقب\nخالد عمر و 2 من إخوته,23/3/2018,حارم\n"
    path = folder_file(tmp_path, "cases.csv", text)
    report = workspace.import_file(path, guess(open_source(path), built_in()).mapping, dry_run=True)
    assert [one.cell for one in report.findings if one.topic == "name_of_several"] == ["A3 (اسم المعتقل)"]
