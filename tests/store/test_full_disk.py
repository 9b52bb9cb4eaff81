"""A full disk: room is kept back for the save in hand, and a store without any opens to be read."""

import json
import shutil
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from snhr_desktop.errors import DiskFull, FullToRead, SpareRoomGiven
from snhr_desktop.i18n import ARABIC, ENGLISH
from snhr_desktop.store import ballast
from snhr_desktop.store.layout import BALLAST
from snhr_desktop.workspace import IncidentQuery, Workspace
from tests.builders import PASSPHRASE, dossier
from tests.torture import small_disk, stores
from tests.torture.disk_full import LONG
from tests.torture.outcome import Outcome
from tests.torture.small_disk import needs_a_disk


@pytest.fixture
def free(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """Bytes that the disk says are free."""
    says = SimpleNamespace(free=ballast.SIZE + ballast.AMPLE)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: says)
    return says


def test_room_is_kept_back_in_real_blocks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ballast, "SIZE", 3 << 20)
    with Workspace.create(tmp_path / "a.snhr", PASSPHRASE, "IDL")[0]:
        kept = (tmp_path / "a.snhr" / BALLAST).stat()
    assert kept.st_blocks * 512 >= kept.st_size == 3 << 20
    assert kept.st_mode & 0o777 == 0o600
    assert len(set((tmp_path / "a.snhr" / BALLAST).read_bytes())) == 256, "nothing that a disk could leave out"


def test_it_is_let_go_before_a_write_and_kept_again_once_there_is_room(
    workspace: Workspace, free: SimpleNamespace
) -> None:
    assert not workspace.is_short_of_room()
    free.free = ballast.LOW - 1
    workspace.put_draft("form", {"incident": {"title_en": "typed"}})
    assert workspace.is_short_of_room()
    free.free = ballast.SIZE + ballast.AMPLE - 1
    workspace.save(dossier())
    assert workspace.is_short_of_room(), "what is kept back must leave room to work"
    free.free = ballast.SIZE + ballast.AMPLE
    workspace.save(dossier())
    assert not workspace.is_short_of_room()


def test_a_refused_write_is_made_once_more_in_the_room_that_was_kept_back(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ballast, "keep", ballast.is_kept)
    connection = workspace._store.connection
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    let_go = ballast.release

    def release(folder: Path) -> bool:
        connection.execute("PRAGMA max_page_count = 1000000")
        return let_go(folder)

    monkeypatch.setattr(ballast, "release", release)
    connection.execute(f"PRAGMA max_page_count = {pages}")
    assert workspace.save(stores.full_dossier()).dossier.incident.reference == "IDL-2018-00001"
    assert workspace.incidents(IncidentQuery()).total == 1
    assert workspace.is_short_of_room()
    connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(DiskFull) as refused:
        workspace.save(stores.full_dossier())
    assert not isinstance(refused.value, SpareRoomGiven), "there is none any more"


def test_whoever_is_not_served_twice_is_told_to_save_once_more(workspace: Workspace) -> None:
    with pytest.raises(SpareRoomGiven) as refused, workspace._store.writing():
        raise OSError(28, "No space left on device")
    assert "save once more" in refused.value.tell(ENGLISH)
    assert "احفظ مرة أخرى" in refused.value.tell(ARABIC)


@needs_a_disk
@pytest.mark.parametrize(("act", "every"), [*((one, 97) for one in sorted(LONG)), ("salvage", 149), ("rekey", 41)])
def test_a_full_disk_at_any_page_refuses_and_loses_nothing(tmp_path: Path, act: str, every: int) -> None:
    found = tortured(tmp_path, act, "none", every)
    assert found.faults == []
    assert found.found["refused"] > 1
    assert found.found["open to read on the full disk"] > 0


@needs_a_disk
@pytest.mark.parametrize(
    ("act", "every"), [("intake", 2), ("hand-out", 1), ("export-folder", 4), ("restore-present", 4)]
)
def test_no_room_for_one_more_name_refuses_and_lets_nothing_half_out(tmp_path: Path, act: str, every: int) -> None:
    found = tortured(tmp_path, act, "names", every)
    assert found.faults == []
    assert found.found["refused"] > 1


@needs_a_disk
@pytest.mark.parametrize("how", ["kept", "late"])
def test_with_room_kept_back_the_save_in_hand_is_made_on_a_full_disk(tmp_path: Path, how: str) -> None:
    found = tortured(tmp_path, "save", how, 131)
    assert found.faults == []
    assert found.found["refused"] == 0 < found.found["came through"]


def tortured(place: Path, act: str, how: str, every: int) -> Outcome:
    """The torture in a place of its own, where it may mount a disk."""
    said = small_disk.run_there("tests.torture.disk_full", str(place / "disk"), act, how, str(every), timeout=120)
    return Outcome.parse(json.loads(said))


def test_a_store_that_opened_without_room_says_why_it_does_not_save(workspace: Workspace, tmp_path: Path) -> None:
    store = workspace._store
    store.info = replace(store.info, read_only=True, full=True)
    (tmp_path / "a.txt").write_text("a statement")
    for write in (lambda: workspace.save(dossier()), lambda: workspace.take_in(tmp_path / "a.txt", [])):
        with pytest.raises(FullToRead) as refused:
            write()
        assert "Free some space" in refused.value.tell(ENGLISH)
