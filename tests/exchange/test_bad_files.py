"""The whole list of bad files, through the import as the window calls it: a clear message, and nothing half-done.

A table of a gigabyte is no bad file, only a long one: `tests/torture/long_files.py`.
"""

from pathlib import Path

import pytest

from snhr_desktop.domain.records import Dossier
from snhr_desktop.exchange import grouping
from snhr_desktop.exchange.refusals import UnreadableFile
from snhr_desktop.i18n import ARABIC, ENGLISH, bare
from snhr_desktop.store.findings import is_sound
from snhr_desktop.store.listing import IncidentQuery
from snhr_desktop.workspace import Workspace
from tests.exchange import bad_files


@pytest.fixture
def mapping(tmp_path: Path) -> Path:
    path = tmp_path / "bad.toml"
    path.write_text(bad_files.MAPPING, encoding="utf-8")
    return path


def only(workspace: Workspace) -> Dossier:
    [row] = workspace.incidents(IncidentQuery()).rows
    return workspace.dossier(row.uid)


@pytest.mark.parametrize("dry_run", [True, False])
@pytest.mark.parametrize("name", bad_files.WHOLE)
def test_a_file_that_is_refused_as_a_whole(
    workspace: Workspace, tmp_path: Path, mapping: Path, name: str, dry_run: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, english, arabic = bad_files.WHOLE[name]
    if name == "one code for all":
        monkeypatch.setattr(grouping, "MOST", 100)
    head = workspace.custody("").head
    with pytest.raises(UnreadableFile) as refused:
        workspace.import_file(made(tmp_path), mapping, dry_run)
    assert english in bare(refused.value.tell(ENGLISH))
    assert refused.value.tell(ENGLISH).endswith("Nothing was imported.")
    assert arabic in bare(refused.value.tell(ARABIC))
    assert refused.value.tell(ARABIC).endswith("لم يُستورد شيء.")
    assert workspace.custody("").head == head
    assert is_sound(workspace.verify())


@pytest.mark.parametrize("name", bad_files.TAKEN)
def test_a_file_whose_records_are_taken_or_told(workspace: Workspace, tmp_path: Path, mapping: Path, name: str) -> None:
    made, created, english, arabic = bad_files.TAKEN[name]
    path = made(tmp_path)
    for report in (workspace.import_file(path, mapping, True), workspace.import_file(path, mapping)):
        assert (report.created, report.refusals) == (created, 1 - created)
        assert english in bare(report.tell(ENGLISH))
        assert arabic in bare(report.tell(ARABIC))
    assert is_sound(workspace.verify())


def test_nothing_of_a_cell_is_worked_out_or_seen_that_is_not_there(
    workspace: Workspace, tmp_path: Path, mapping: Path
) -> None:
    workspace.import_file(bad_files.TAKEN["formulas in a table"][0](tmp_path), mapping)
    assert only(workspace).incident.title_ar == "=cmd|' /C calc'!A0"
    assert only(workspace).victims[0].name_ar == "@SUM(1)"


def test_what_is_not_seen_is_left_out_of_a_title(workspace: Workspace, tmp_path: Path, mapping: Path) -> None:
    workspace.import_file(bad_files.TAKEN["signs that are not seen"][0](tmp_path), mapping)
    assert only(workspace).incident.title_ar == "قصف السوق"


def test_an_apostrophe_is_part_of_no_name(workspace: Workspace, tmp_path: Path, mapping: Path) -> None:
    workspace.import_file(bad_files.TAKEN["apostrophes before names"][0](tmp_path), mapping)
    assert [(one.name_ar, one.number) for one in only(workspace).victims] == [("سلمى", 1)]


def test_a_longitude_that_cannot_be_leaves_the_place(workspace: Workspace, tmp_path: Path, mapping: Path) -> None:
    workspace.import_file(bad_files.TAKEN["a longitude of 4239"][0](tmp_path), mapping)
    place = only(workspace).incident.place
    assert (place.pcode, place.lat, place.lon) == ("C3916", None, None)
