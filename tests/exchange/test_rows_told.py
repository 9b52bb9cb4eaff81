"""How many rows made how many records is told, and by which columns the rows of one were known."""

from pathlib import Path

import pytest

from snhr_desktop.domain.places import built_in
from snhr_desktop.exchange.guessing import guess
from snhr_desktop.exchange.mapping import CASE, FileMapping
from snhr_desktop.exchange.reading import open_source
from snhr_desktop.exchange.rows_told import RowsTold
from snhr_desktop.i18n import ARABIC, ENGLISH, bare
from snhr_desktop.workspace import Workspace
from tests.builders import HOSTILE_TEXTS
from tests.exchange import grouped
from tests.exchange.archive import folder_file

ROWS = "A,2018-03-22,سراقب\nA,2018-03-22,سراقب\nB,2018-03-23,سراقب\nA,2018-03-22,سراقب\n,2018-03-23,سراقب\n"


@pytest.mark.parametrize("dry_run", [True, False])
def test_rows_of_one_incident_are_told_with_what_holds_them_together(
    workspace: Workspace, tmp_path: Path, *, dry_run: bool
) -> None:
    mapping = folder_file(tmp_path, "m.toml", grouped.mapping(grouped.ONE))
    path = folder_file(tmp_path, "m.csv", "case,date,place\n" + ROWS)
    report = workspace.import_file(path, mapping, dry_run=dry_run)
    assert (report.rows, report.read, report.created) == (5, 3, 2)
    for language, said in (
        (ENGLISH, "5 rows, 3 incidents. Rows that say the same under “case” are one incident."),
        (ARABIC, "5 صفوف، 3 حوادث. الصفوف المتطابقة في «case» حادثة واحدة."),
    ):
        assert bare(report.grouping(language)) == said
        assert said in bare(report.tell(language))


def test_the_arabic_list_of_an_office_tells_its_column(workspace: Workspace, tmp_path: Path) -> None:
    rows = ("رقم الحادث,التاريخ,البلدة,الاسم,النتيجة", "7,2018-03-22,سراقب,أحمد علي,قتيل",
            "7,2018-03-22,سراقب,خالد علي,قتيل", "8,2018-03-23,سراقب,عمر علي,قتيل")  # fmt: skip
    path = folder_file(tmp_path, "list.csv", "\n".join(rows))
    mapping = guess(open_source(path), built_in()).mapping
    report = workspace.import_file(path, mapping, dry_run=True)
    assert bare(report.grouping(ARABIC)) == "3 صفوف، حادثتان. الصفوف المتطابقة في «رقم الحادث» حادثة واحدة."


def test_rows_that_stand_alone_are_told_so() -> None:
    alone, case = FileMapping("x", "x", "x", key="no"), FileMapping("x", "x", "x", group_by=("a", "b"), rows=CASE)
    told = [bare(found.tell(ENGLISH)) for one in (alone, case) if (found := RowsTold.of(one))]
    assert told == [
        "Each row is an incident of its own, known again by “no”.",
        "Each row is a case of its own, known again by “a and b”.",
    ]
    assert RowsTold.of(FileMapping("x", "x", "x")) is None


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_hostile_names_of_columns_are_told_as_words(text: str) -> None:
    found = RowsTold.of(FileMapping("x", "x", "x", key=text, rows="both"))
    assert found
    for language in (ENGLISH, ARABIC):
        assert bare(text) in bare(found.tell_counted(2, 1, language))
