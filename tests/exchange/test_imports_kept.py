"""What is kept of an import: where each record came from, corrections field by field, and the way back."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from snhr_desktop.cli import run as run_command
from snhr_desktop.domain.places import built_in
from snhr_desktop.domain.records import Dossier
from snhr_desktop.errors import ImportUndone, UnknownCode
from snhr_desktop.exchange.acts import fingerprints
from snhr_desktop.exchange.guessing import guess
from snhr_desktop.exchange.reading import open_source
from snhr_desktop.exchange.report import ImportReport
from snhr_desktop.exchange.three_way import three_way
from snhr_desktop.i18n import ARABIC, ENGLISH, Language, bare
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


def submissions_apart(folder: Path) -> dict[str, str]:
    """A table of incidents and two of its repeats, as a server of forms writes them: each with its fingerprint."""
    texts = {
        "s.csv": "KEY,Date,Town\nu1,2018-03-22,سراقب\nu2,2018-03-23,حارم\n",
        "s-house.csv": "PARENT_KEY,KEY,Killed\nu1,h1,2\nu2,h2,3\n",
        "s-wounded.csv": "PARENT_KEY,KEY,Injured\nu1,w1,4\n",
        "s-notes.csv": "A list that belongs to nothing\nof which\nno row has a parent\n",
    }
    paths = [folder_file(folder, name, text) for name, text in texts.items()]
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in paths[:3]}


def take_in(workspace: Workspace, path: Path) -> ImportReport:
    """Import a file as it is guessed."""
    return workspace.import_file(path, guess(open_source(path), built_in()).mapping)


def together(sha256: Iterable[str]) -> str:
    return hashlib.sha256(b"".join(bytes.fromhex(one) for one in sha256)).hexdigest()


def test_every_file_that_a_record_came_from_is_kept_with_its_fingerprint(workspace: Workspace, tmp_path: Path) -> None:
    said = submissions_apart(tmp_path)
    take_in(workspace, tmp_path / "s.csv")
    (act,) = workspace.imports()
    assert dict(act.file.files) == said
    assert act.file.sha256 == together(said[name] for name in ("s.csv", "s-house.csv", "s-wounded.csv"))
    incident = workspace.by_origin("s:u1")
    assert incident
    assert [one.act.file for one in workspace.came_from(incident.incident.uid)] == [act.file]
    assert take_in(workspace, tmp_path / "s.csv").unchanged == 2
    assert len(workspace.imports()) == 1
    assert is_sound(workspace.verify())


def test_a_folder_and_a_file_alone_are_told_by_what_was_read(workspace: Workspace, tmp_path: Path) -> None:
    folder = tmp_path / "months"
    folder.mkdir()
    for month in ("may", "june"):
        folder_file(folder, f"{month}.csv", f"no,Date,Town,Killed\n{month},2018-03-22,سراقب,2\n")
    take_in(workspace, folder)
    alone = folder_file(tmp_path, "alone.csv", "no,Date,Town,Killed\na,2018-03-22,سراقب,2\n")
    take_in(workspace, alone)
    of_file, of_folder = (act.file for act in workspace.imports())
    assert (of_file.files, of_file.sha256) == ((), hashlib.sha256(alone.read_bytes()).hexdigest())
    said = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())}
    assert dict(of_folder.files) == said
    assert of_folder.sha256 == together(said.values())


@pytest.mark.parametrize(
    "harm",
    ["DELETE FROM import_file WHERE name = 's-house.csv'", "UPDATE import_file SET name = 'another.csv'",
     "INSERT INTO import_file SELECT NULL, batch_id, 'more.csv', sha256 FROM import_file LIMIT 1"],
)  # fmt: skip
def test_a_file_that_was_taken_out_of_an_import_or_slipped_in_shows(
    workspace: Workspace, tmp_path: Path, harm: str
) -> None:
    submissions_apart(tmp_path)
    take_in(workspace, tmp_path / "s.csv")
    with workspace._store.writing() as connection:
        connection.execute(harm)
    assert IMPORT_DIFFERS in [finding.message for finding in workspace.verify()]


@pytest.mark.parametrize("language", [ENGLISH, ARABIC])
def test_the_fingerprints_of_an_import_are_told_on_the_command_line(
    workspace: Workspace, tmp_path: Path, language: Language, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    said = submissions_apart(tmp_path)
    take_in(workspace, tmp_path / "s.csv")
    monkeypatch.setenv("SNHR_PASSPHRASE", PASSPHRASE)
    run_command(["--lang", language.code, "imports", str(tmp_path / "office.snhr")], lambda *_: 0)
    told = bare(capsys.readouterr().out)
    for name, sha256 in said.items():
        assert name in told
        assert sha256 in told
    (act,) = workspace.imports()
    assert act.file.sha256 in told
    assert [*map(bare, fingerprints(act.file, language))] == [line.strip() for line in told.splitlines()[1:]]


def test_who_may_not_see_sources_sees_no_name_of_the_files_and_their_fingerprints(
    workspace: Workspace, tmp_path: Path
) -> None:
    said = submissions_apart(tmp_path)
    take_in(workspace, tmp_path / "s.csv")
    (act,) = workspace.imports()
    told = "\n".join(fingerprints(act.file.unnamed(), ENGLISH))
    assert all(sha256 in told for sha256 in said.values())
    assert not any(name in told for name in said)
