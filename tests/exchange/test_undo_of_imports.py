"""An import taken back after later imports, edits, merges, a salvage; and brought again."""

import json
from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from snhr_desktop.domain.records import Dossier
from snhr_desktop.errors import ImportUndone
from snhr_desktop.i18n import ARABIC
from snhr_desktop.store.findings import IMPORT_DIFFERS, is_sound
from snhr_desktop.store.salvage.saving import salvage
from snhr_desktop.store.saving import Changes
from snhr_desktop.workspace import Workspace
from snhr_desktop.workspace.imports import ImportTakenBack
from tests.builders import PASSPHRASE
from tests.exchange.archive import folder_file, row
from tests.store.test_salvage import lose

ORIGIN = "syrian_archive_chemical:SAR290415"


def came(workspace: Workspace, folder: Path, **said: Any) -> str:
    """One more import of the record; its identity."""
    workspace.import_file(folder_file(folder, "rows.json", json.dumps([row(**said)])))
    return workspace.imports()[0].uid


def found(workspace: Workspace) -> Dossier:
    there = workspace.by_origin(ORIGIN)
    assert there is not None
    return there


def status(workspace: Workspace) -> str:
    return found(workspace).incident.status


def edited(workspace: Workspace, reason: str = "", **fields: Any) -> None:
    mine = found(workspace)
    workspace.save(replace(mine, incident=replace(mine.incident, **fields)), reason)


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_a_record_goes_with_the_last_import_that_is_taken_back_in_whichever_order(
    workspace: Workspace, tmp_path: Path, order: Sequence[int]
) -> None:
    made = [came(workspace, tmp_path, title_en=title) for title in ("First", "Second", "Third")]
    reference = found(workspace).incident.reference
    for number in order[:2]:
        done = workspace.undo_import(made[number])
        later = tuple(reference for other in made[number + 1 :] if not is_undone(workspace, other))[:1]
        assert (done.later, done.kept, done.rejected) == (later, (), 0)
        assert status(workspace) == "reported"
    done = workspace.undo_import(made[order[2]])
    assert (done.rejected, done.kept, done.later) == (1, (), ())
    assert status(workspace) == "rejected"
    assert is_sound(workspace.verify())


def is_undone(workspace: Workspace, uid: str) -> bool:
    return next(act.undone for act in workspace.imports() if act.uid == uid)


@pytest.mark.parametrize("fields", [{"title_en": "As staff know it"}, {"status": "under_review"}])
def test_what_staff_changed_since_stays_and_is_told(
    workspace: Workspace, tmp_path: Path, fields: dict[str, str]
) -> None:
    first = came(workspace, tmp_path)
    edited(workspace, "seen", **fields)
    done = workspace.undo_import(first)
    assert (done.rejected, done.kept) == (0, (found(workspace).incident.reference,))
    assert {name: getattr(found(workspace).incident, name) for name in fields} == fields
    with pytest.raises(ImportUndone):
        workspace.undo_import(first)


def test_of_three_corrections_taken_back_in_any_order_the_first_word_stays(
    workspace: Workspace, tmp_path: Path
) -> None:
    came(workspace, tmp_path, title_en="First")
    second, third = (came(workspace, tmp_path, title_en=title) for title in ("Second", "Third"))
    assert workspace.undo_import(second).later == (found(workspace).incident.reference,)
    assert found(workspace).incident.title_en == "Third"
    assert workspace.undo_import(third).kept == ()
    assert (status(workspace), found(workspace).incident.title_en) == ("reported", "First")


def test_what_staff_rejected_already_is_no_change_to_be_told(workspace: Workspace, tmp_path: Path) -> None:
    first = came(workspace, tmp_path)
    edited(workspace, "a duplicate", status="rejected")
    head = found(workspace)
    assert workspace.undo_import(first).kept == ()
    assert found(workspace) == head
    came(workspace, tmp_path)
    assert status(workspace) == "rejected", "staff said so, not the undo"


def test_a_record_merged_since_is_kept_until_the_merge_is_undone(workspace: Workspace, tmp_path: Path) -> None:
    path = folder_file(tmp_path, "rows.json", json.dumps([row(), row("SAR300415", "2015-04-30")]))
    workspace.import_file(path)
    [act] = workspace.imports()
    other = workspace.by_origin("syrian_archive_chemical:SAR300415")
    assert other is not None
    workspace.merge(found(workspace), other, "the same")
    done = workspace.undo_import(act.uid)
    assert (done.rejected, len(done.kept)) == (0, 2)
    workspace.unmerge(other.incident.uid, "two after all")
    assert status(workspace) == "reported"
    assert is_sound(workspace.verify())


def test_an_import_taken_back_by_mistake_comes_again(workspace: Workspace, tmp_path: Path) -> None:
    first = came(workspace, tmp_path)
    for _ in range(2):
        workspace.undo_import(workspace.imports()[0].uid)
        assert status(workspace) == "rejected"
        again = came(workspace, tmp_path)
        assert again != first
        assert status(workspace) == "reported"
    head = workspace.custody("").head
    came(workspace, tmp_path)
    assert workspace.custody("").head == head
    assert is_sound(workspace.verify())


def test_a_corrected_file_after_an_undo_brings_what_it_says(workspace: Workspace, tmp_path: Path) -> None:
    workspace.undo_import(came(workspace, tmp_path, title_en="Wrong column"))
    came(workspace, tmp_path, title_en="Right column")
    assert (status(workspace), found(workspace).incident.title_en) == ("reported", "Right column")


def test_a_correction_taken_back_comes_again_beside_what_staff_changed(workspace: Workspace, tmp_path: Path) -> None:
    came(workspace, tmp_path, title_en="First")
    second = came(workspace, tmp_path, title_en="Second")
    edited(workspace, review_notes="أضافه الفريق")
    workspace.undo_import(second)
    assert found(workspace).incident.title_en == "First"
    came(workspace, tmp_path, title_en="Second")
    assert (found(workspace).incident.title_en, found(workspace).incident.review_notes) == ("Second", "أضافه الفريق")


def test_what_staff_said_of_a_rejected_record_is_not_overruled_by_the_same_file(
    workspace: Workspace, tmp_path: Path
) -> None:
    workspace.undo_import(came(workspace, tmp_path))
    edited(workspace, review_notes="جرى التحقق: ليس حادثة")
    came(workspace, tmp_path)
    assert status(workspace) == "rejected"
    (asked,) = workspace.said_otherwise(found(workspace).incident.uid)
    assert (asked.field, asked.ours, asked.theirs) == ("status", "rejected", "reported")
    workspace.keep_ours(asked.uid)
    came(workspace, tmp_path)
    assert status(workspace) == "rejected"
    assert not workspace.said_otherwise(found(workspace).incident.uid)


def test_a_rejected_record_that_staff_wrote_in_comes_again_when_they_say_so(
    workspace: Workspace, tmp_path: Path
) -> None:
    workspace.undo_import(came(workspace, tmp_path))
    edited(workspace, title_en="As staff know it")
    came(workspace, tmp_path)
    (asked,) = workspace.said_otherwise(found(workspace).incident.uid)
    workspace.take_from_file(asked.uid)
    assert (status(workspace), found(workspace).incident.title_en) == ("reported", "As staff know it")
    assert is_sound(workspace.verify())


def test_history_says_of_a_save_that_an_import_was_taken_back(workspace: Workspace, tmp_path: Path) -> None:
    workspace.undo_import(came(workspace, tmp_path), "The list was withdrawn")
    last = workspace.history(found(workspace).incident.uid)[-1]
    assert (last.action, last.reason) == ("taken_back", "The list was withdrawn")


def test_imports_are_listed_and_taken_back_after_a_salvage(workspace: Workspace, tmp_path: Path) -> None:
    first, second = came(workspace, tmp_path, title_en="First"), came(workspace, tmp_path, title_en="Second")
    workspace.undo_import(second)
    before = workspace.imports()
    workspace.close()
    assert salvage(tmp_path / "office.snhr", PASSPHRASE, tmp_path / "new.snhr").whole
    with Workspace.open(tmp_path / "new.snhr", PASSPHRASE) as again:
        assert again.imports() == before
        assert again.came_from(found(again).incident.uid)[0].rows == (1,)
        assert again.undo_import(first).rejected == 1
        assert [one for one in again.verify() if one.level == "error"] == []


def test_an_import_whose_row_was_lost_is_put_back_whole_and_undone(workspace: Workspace, tmp_path: Path) -> None:
    came(workspace, tmp_path)
    workspace.close()
    lose(tmp_path / "office.snhr", ["DELETE FROM import_batch"])
    report = salvage(tmp_path / "office.snhr", PASSPHRASE, tmp_path / "new.snhr")
    with Workspace.open(tmp_path / "new.snhr", PASSPHRASE) as again:
        [act] = again.imports()
        assert f"{act.file.dataset} {act.uid}" in report.from_history
        assert again.undo_import(act.uid).rejected == 1
        assert [one for one in again.verify() if one.level == "error"] == []


@pytest.mark.parametrize("lost", ["import_row", "revision"])
def test_what_of_an_import_was_lost_is_told_and_undoes_nothing_by_halves(
    workspace: Workspace, tmp_path: Path, lost: str
) -> None:
    came(workspace, tmp_path)
    uid = found(workspace).incident.uid
    workspace.close()
    where = f" WHERE record_uid = '{uid}'" if lost == "revision" else ""
    lose(tmp_path / "office.snhr", [f"DELETE FROM {lost}{where}"])
    report = salvage(tmp_path / "office.snhr", PASSPHRASE, tmp_path / "new.snhr")
    with Workspace.open(tmp_path / "new.snhr", PASSPHRASE) as again:
        for act in again.imports():
            done = again.undo_import(act.uid)
            assert done.rejected == 0
            assert done.kept == ((found(again).incident.reference,) if lost == "revision" else ())
        assert status(again) == "reported"
        differs = IMPORT_DIFFERS in [one.message for one in again.verify()]
        assert differs == (lost != "revision")
        assert lost != "revision" or report.without_history


def test_the_list_of_codes_runs_as_the_language_does() -> None:
    codes = ("IDL-2018-00001", "IDL-2018-00002", "IDL-2018-00003")
    _, kept = ImportTakenBack(0, 0, codes, (), Changes()).tell(ARABIC)
    opened = kept[: kept.index(codes[0])].removesuffix("\u2066")
    assert opened.endswith("\u2067"), "the list itself from right to left, each code from left to right"
    assert all(f"\u2066{code}\u2069" in kept for code in codes)
