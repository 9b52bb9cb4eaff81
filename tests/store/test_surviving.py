"""What an emergency leaves readable is known before the keys are destroyed, with nothing of the store open."""

import os
import shutil
from pathlib import Path

import pytest

from snhr_desktop.store import keyslots
from snhr_desktop.store.backups import disk
from snhr_desktop.store.backups.disk import disks, same_disk
from snhr_desktop.store.backups.names import MANUAL
from snhr_desktop.store.backups.surviving import surviving
from snhr_desktop.workspace import Workspace


def chosen(workspace: Workspace, place: Path, within: str = "") -> Path:
    """Keep a backup in a place; the folder of the store."""
    place.mkdir(parents=True, exist_ok=True)
    workspace.choose_backup_place(place, within)
    workspace.back_up(MANUAL)
    return workspace._store.folder


def test_a_backup_at_the_place_is_named_with_what_opens_it(workspace: Workspace, tmp_path: Path) -> None:
    folder = chosen(workspace, tmp_path / "stick")
    (one,) = surviving(folder, ())
    assert (one.place, one.count, one.same_disk) == (tmp_path / "stick", 1, True)
    assert (one.users, one.recovery, one.headquarters) == (1, True, False)
    assert one.newest is not None
    keyslots.destroy(folder)
    assert keyslots.has_keys(next((tmp_path / "stick").rglob("store.db")).parent), "and it is true"


def test_a_place_that_is_not_plugged_in_is_named_too(workspace: Workspace, tmp_path: Path) -> None:
    folder = chosen(workspace, tmp_path / "stick")
    (tmp_path / "stick").rename(tmp_path / "drawer")
    (one,) = surviving(folder, ())
    assert (one.place, one.count) == (tmp_path / "stick", 0)
    assert one.newest is not None


def test_a_place_that_is_plugged_in_elsewhere_is_found(workspace: Workspace, tmp_path: Path) -> None:
    folder = chosen(workspace, tmp_path / "stick" / "safe", "safe")
    (tmp_path / "stick").rename(tmp_path / "other")
    (one,) = surviving(folder, (tmp_path / "other",))
    assert one.place == tmp_path / "other" / "safe"


def test_an_earlier_place_on_a_stick_is_told_and_a_destroyed_backup_is_not(
    workspace: Workspace, tmp_path: Path
) -> None:
    folder = chosen(workspace, tmp_path / "old")
    chosen(workspace, tmp_path / "new")
    assert [one.place.name for one in surviving(folder, (tmp_path / "old", tmp_path))] == ["new", "old"]
    for held in (tmp_path / "old").rglob("keyslots.json*"):
        held.unlink()
    assert [one.place.name for one in surviving(folder, (tmp_path / "old",))] == ["new"]


def test_nothing_is_known_of_a_store_without_a_place_or_without_keys(workspace: Workspace, tmp_path: Path) -> None:
    folder = workspace._store.folder
    assert surviving(folder, (tmp_path,)) == ()
    shutil.copytree(folder, tmp_path / "copy.snhr")
    keyslots.destroy(tmp_path / "copy.snhr")
    assert surviving(tmp_path / "copy.snhr", ()) == ()


def test_partitions_and_encrypted_volumes_of_one_disk_are_one_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As the system tells it: sda1 and sda2 on sda, dm-0 made of sda2, sdb on a plug."""
    blocks = tmp_path / "dev" / "block"
    blocks.mkdir(parents=True)
    for number, where in (("8:1", "ata/sda/sda1"), ("8:2", "ata/sda/sda2"), ("8:16", "usb1/sdb"), ("253:0", "dm-0")):
        (tmp_path / where).mkdir(parents=True)
        (blocks / number).symlink_to(tmp_path / where)
    for part in ("sda1", "sda2"):
        (tmp_path / "ata" / "sda" / part / "partition").write_text("1")
    (tmp_path / "dm-0" / "slaves").mkdir()
    (tmp_path / "dm-0" / "slaves" / "sda2").symlink_to(tmp_path / "ata" / "sda" / "sda2")
    monkeypatch.setattr(disk, "_BLOCKS", blocks)
    of = {name: disk._of_block(os.makedev(*number)) for name, number in
          {"sda1": (8, 1), "sda2": (8, 2), "sdb": (8, 16), "dm": (253, 0), "gone": (9, 9)}.items()}  # fmt: skip
    assert of == {"sda1": {"sda"}, "sda2": {"sda"}, "sdb": {"sdb"}, "dm": {"sda"}, "gone": frozenset()}


def test_a_folder_that_is_not_there_yet_lies_where_it_would_be_made(tmp_path: Path) -> None:
    assert disks(tmp_path / "not" / "there") == disks(tmp_path)
    assert same_disk(tmp_path, tmp_path / "not" / "there")


def test_another_volume_is_another_disk(tmp_path: Path) -> None:
    memory, here = Path("/dev/shm"), Path(__file__).parent
    other = here if tmp_path.is_relative_to(memory) else memory
    if not other.is_dir() or other.stat().st_dev == tmp_path.stat().st_dev:
        pytest.skip("no second volume here")
    assert not same_disk(tmp_path, other)
