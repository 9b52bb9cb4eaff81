"""Rows that add up the others are no incidents: they are left out and told, and no row of its own goes with them."""

from pathlib import Path

import pytest

from snhr_desktop.domain.places import built_in
from snhr_desktop.exchange.guessing import guess
from snhr_desktop.exchange.reading import open_source
from snhr_desktop.exchange.report import ImportReport
from snhr_desktop.i18n import ARABIC, ENGLISH, bare
from snhr_desktop.workspace import Workspace

HEADER = "الرقم,التاريخ,البلدة,القتلى,الجرحى,ملاحظات"
ROWS = ("1,2018-03-22,سراقب,12,4,x", "2,2018-03-23,سراقب,3,,")


def imported(workspace: Workspace, folder: Path, *more: str, dry_run: bool = False) -> ImportReport:
    path = folder / "list.csv"
    path.write_text("\n".join((HEADER, *ROWS, *more)), "utf-8")
    mapping = guess(open_source(path), built_in()).mapping
    return workspace.import_file(path, mapping, dry_run=dry_run)


@pytest.mark.parametrize("dry_run", [True, False])
@pytest.mark.parametrize(
    "row",
    ["المجموع,,,15,4,", ",,المجموع,15,,", ",الإجمالي:,,١٥,4,", ",,,15,4,المجموع الكلي", "Total,,,15,4,",
     "Grand total,,,15,4,", "مجموع,مجموع,مجموع,15,,", ",SUM,,15,,"],
)  # fmt: skip
def test_a_row_of_totals_is_left_out_and_told(workspace: Workspace, tmp_path: Path, row: str, *, dry_run: bool) -> None:
    report = imported(workspace, tmp_path, row, dry_run=dry_run)
    assert (report.read, report.created, report.refusals) == (2, 2, 0)
    assert "(1): row 4" in bare(report.tell(ENGLISH))
    assert "(1): السطر 4" in bare(report.tell(ARABIC))


@pytest.mark.parametrize(
    "row",
    ["المجموع,2018-03-25,,15,4,", ",2018-03-25,المجموع,15,4,", "3,,سراقب,15,4,المجموع", "المجموع,,,15,4,قصف",
     "مجموع القتلى في السوق,,,15,4,", "المجموع,43184,,15,4,"],
)  # fmt: skip
def test_a_row_that_says_anything_of_its_own_stays(workspace: Workspace, tmp_path: Path, row: str) -> None:
    report = imported(workspace, tmp_path, row, dry_run=True)
    assert report.read == 3
    assert "add up" not in report.tell(ENGLISH)
