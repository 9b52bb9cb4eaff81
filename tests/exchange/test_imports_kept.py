"""What is kept of an import: where each record came from, corrections field by field, and the way back."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from snhr_desktop.cli import run as run_command
from snhr_desktop.domain.records import Dossier
from snhr_desktop.errors import ImportUndone, UnknownCode
from snhr_desktop.exchange.three_way import three_way
from snhr_desktop.store.findings import IMPORT_DIFFERS, is_sound
from snhr_desktop.workspace import Workspace
from tests.builders import HOSTILE_TEXTS, PASSPHRASE, dossier
from tests.exchange.archive import folder_file, row

ORIGIN = "syrian_archive_chemical:SAR290415"


def write(folder: Path, *rows: Any) -> Path:
    return folder_file(folder, "rows.json", json.dumps(rows))


def found(workspace: Workspace) -> Dossier:
    there = workspace.by_origin(ORIGIN)
    assert there is not None
    return there


def edited(workspace: Workspace, **fields: Any) -> None:
    mine = found(workspace)
    workspace.save(replace(mine, incident=replace(mine.incident, **fields)))


def test_each_record_knows_its_file_and_row(workspace: Workspace, tmp_path: Path) -> None:
    path = write(tmp_path, row("KAF220514", "2014-05-22", location="حماة : كفرزيتا"), row())
    workspace.import_file(path, dry_run=True)
    assert workspace.imports() == ()
    workspace.import_file(path)
    (came,) = workspace.came_from(found(workspace).incident.uid)
    assert (came.rows, came.act.file.name, len(came.act.file.sha256)) == ((2,), "rows.json", 64)
    assert (came.act.created, came.act.updated, came.act.undone) == (2, 0, False)
    assert "syrian_archive_chemical" in came.act.file.mapping
    head = workspace.custody("").head
    for _ in range(2):
        workspace.import_file(path)
        assert (len(workspace.imports()), workspace.custody("").head) == (1, head)
    assert is_sound(workspace.verify())


@pytest.mark.parametrize(
    "harm",
    ["DELETE FROM import_row", "UPDATE import_row SET rows = '[9]'", "DELETE FROM import_batch",
     "UPDATE import_batch SET mapping = ''", "UPDATE import_batch SET undone = 1",
     "UPDATE import_batch SET actor = 'Somebody Else'", "UPDATE import_batch SET at = '2001-01-01T00:00:00.000000Z'"],
)  # fmt: skip
def test_an_origin_that_was_lost_or_changed_shows(workspace: Workspace, tmp_path: Path, harm: str) -> None:
    workspace.import_file(write(tmp_path, row()))
    with workspace._store.writing() as connection:
        connection.execute(harm)
    assert IMPORT_DIFFERS in [finding.message for finding in workspace.verify()]


def test_a_correction_is_taken_beside_what_staff_changed(workspace: Workspace, tmp_path: Path) -> None:
    workspace.import_file(write(tmp_path, row()))
    edited(workspace, title_en="As staff know it")
    path = write(tmp_path, row(title_en="Corrected", **{"weapons_used.1": "Barrel Bomb"}))
    dry, report = workspace.import_file(path, dry_run=True), workspace.import_file(path)
    assert (dry.updated, dry.conflicts) == (report.updated, report.conflicts)
    assert (report.updated, [one.conflict.field for one in report.conflicts]) == (1, ["title_en"])
    for _ in range(2):
        again = workspace.import_file(path)
        assert (again.unchanged, again.updated, found(workspace).revision) == (1, 0, 3)
        assert (found(workspace).incident.title_en, len(found(workspace).weapons)) == ("As staff know it", 2)
    third = workspace.import_file(write(tmp_path, row(title_en="Again", **{"weapons_used.1": "Barrel Bomb"})))
    assert [one.conflict.field for one in third.conflicts] == ["title_en"]
    assert is_sound(workspace.verify())


def test_an_import_is_undone_whole_and_once(workspace: Workspace, tmp_path: Path) -> None:
    workspace.import_file(write(tmp_path, row(title_en="First")))
    workspace.import_file(write(tmp_path, row(title_en="Second")))
    second, first = workspace.imports()
    edited(workspace, review_notes="أضافه الفريق")
    done = workspace.undo_import(second.uid)
    assert (done.rejected, done.put_back, done.kept) == (0, 1, ())
    assert (found(workspace).incident.title_en, found(workspace).incident.review_notes) == ("First", "أضافه الفريق")
    with pytest.raises(ImportUndone):
        workspace.undo_import(second.uid)
    with pytest.raises(UnknownCode):
        workspace.undo_import("0" * 32)
    assert workspace.undo_import(first.uid).kept == (found(workspace).incident.reference,)
    assert is_sound(workspace.verify())


def test_what_an_undone_import_brought_is_rejected_until_it_is_brought_again(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(tmp_path, row())
    workspace.import_file(path)
    monkeypatch.setenv("SNHR_PASSPHRASE", PASSPHRASE)

    def run(*arguments: str) -> str:
        run_command(["imports", str(tmp_path / "office.snhr"), *arguments], lambda *_: 0)
        said = capsys.readouterr()
        return said.out + said.err

    uid = workspace.imports()[0].uid
    assert uid in run()
    assert "1 record rejected" in run("--undo", uid)
    assert "taken back before" in run("--undo", uid)
    assert "; taken back since" in run()
    assert found(workspace).incident.status == "rejected"
    assert workspace.import_file(path).updated == 1
    assert found(workspace).incident.status == "reported"


TEXTS = st.sampled_from(["", "a", "b", *HOSTILE_TEXTS[:4]])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(titles=st.tuples(TEXTS, TEXTS, TEXTS), summaries=st.tuples(TEXTS, TEXTS, TEXTS))
def test_no_field_that_only_one_changed_is_lost(titles: tuple[str, str, str], summaries: tuple[str, str, str]) -> None:
    base, theirs, ours = (
        replace(one, incident=replace(one.incident, title_en=title, title_ar=summary))
        for one, title, summary in zip([dossier()] * 3, titles, summaries, strict=True)
    )
    merged, conflicts = three_way(base, theirs, ours)
    for field in ("title_en", "title_ar"):
        was, wanted, held, got = (getattr(one.incident, field) for one in (base, theirs, ours, merged))
        assert got == (wanted if held == was else held)
        assert (field in [one.field for one in conflicts]) == (held not in (was, wanted) and wanted != was)
    assert three_way(base, ours, ours) == (ours, ())
    assert three_way(base, base, ours) == (ours, ())
