"""Imports and packs of places in a salvaged store: clean again, or what was lost of them is named."""

import json
from pathlib import Path

import pytest

from snhr_desktop.domain.places import PlaceList
from snhr_desktop.i18n import ENGLISH
from snhr_desktop.store.place_packs import About, Pack
from snhr_desktop.store.salvage.saving import salvage
from snhr_desktop.workspace import Workspace
from tests.builders import PASSPHRASE
from tests.exchange import archive
from tests.store.test_salvage import destroy, lose, roots
from tests.store.test_tampering import NEW_FARM, NEW_TOWN


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A store with two packs of places, of which one was taken out, and two imports of which one was undone."""
    folder = tmp_path / "office.snhr"
    with Workspace.create(folder, PASSPHRASE, "IDL", actor="tester")[0] as made:
        for name, town in (("towns", NEW_TOWN), ("farms", NEW_FARM)):
            made.take_pack(
                Pack(About(name, "1", "the office", "CC BY", "the office"), PlaceList(name, (town,), {}, {}))
            )
        made.take_out_pack(made.packs()[0].uid)
        for code in ("SAR290415", "KAF220514"):
            made.import_file(archive.folder_file(tmp_path, f"{code}.json", json.dumps([archive.row(code)])))
        made.undo_import(made.imports()[0].uid, "not ours")
    return folder


LOSSES: dict[str, tuple[str, str]] = {
    "the entry of a pack": ("DELETE FROM revision WHERE record_type = 'place_pack' AND id = "
                            "(SELECT min(id) FROM revision WHERE record_type = 'place_pack')", "towns 1"),
    "the entries of one that was taken out": ("DELETE FROM revision WHERE record_type = 'place_pack' AND record_uid = "
                                              "(SELECT uid FROM place_pack WHERE name = 'farms')", "farms 1"),
    "the row of a pack": ("DELETE FROM place_pack WHERE name = 'towns'", "towns 1"),
    "the entry of an import": ("DELETE FROM revision WHERE record_type = 'import' AND number = 1", "syrian_archive"),
    "that an import was undone, with it": ("DELETE FROM revision WHERE record_type = 'import'", "syrian_archive"),
    "the row of an import": ("DELETE FROM import_batch", "syrian_archive"),
}  # fmt: skip


@pytest.mark.parametrize("what", LOSSES)
def test_what_is_lost_is_put_back_or_named_and_the_store_is_clean(what: str, folder: Path, tmp_path: Path) -> None:
    statement, named = LOSSES[what]
    lose(folder, [statement])
    report = salvage(folder, PASSPHRASE, tmp_path / "new.snhr")
    assert report.findings == ()
    assert any(named in line for line in report.tell(ENGLISH))
    with Workspace.open(tmp_path / "new.snhr", PASSPHRASE) as again:
        assert [one.undone for one in again.imports()] == [True, False]
        assert all(one.created == 1 for one in again.imports())
        again.undo_import(again.imports()[1].uid, "nor this one")
        assert [finding.code for finding in again.verify() if finding.level == "error"] == []


def test_rows_of_an_import_that_a_page_took_are_named(folder: Path, tmp_path: Path) -> None:
    destroy(folder, [roots(folder)["import_row"]])
    report = salvage(folder, PASSPHRASE, tmp_path / "new.snhr")
    assert report.findings == ()
    with Workspace.open(tmp_path / "new.snhr", PASSPHRASE) as again:
        assert sum(one.created for one in again.imports()) <= len(again.imports()) == 2


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("UPDATE import_row SET rows = '[9]'", "import_differs"),
        ("UPDATE import_batch SET actor = 'another'", "import_differs"),
        ("UPDATE place_pack SET credit = 'nobody'", "pack_differs"),
    ],
)
def test_what_no_loss_explains_stays_an_error(statement: str, code: str, folder: Path, tmp_path: Path) -> None:
    lose(folder, [statement])
    report = salvage(folder, PASSPHRASE, tmp_path / "new.snhr")
    assert code in [finding.code for finding in report.findings]
