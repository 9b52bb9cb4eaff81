"""Every page is held against its seal, in this process or in one of its own, which ends when nobody waits for it."""

import multiprocessing
import os
import time
from pathlib import Path

import pytest

from snhr_desktop.store import page_check, page_child
from snhr_desktop.store.checking import Checking, CheckStopped, Step
from snhr_desktop.store.findings import FILE_DAMAGED, PAGE_DAMAGED, Finding
from snhr_desktop.store.layout import DATABASE
from snhr_desktop.store.page_check import page_faults
from snhr_desktop.store.sealed_pages import PAGE, Seal, seal_key
from snhr_desktop.workspace import Workspace
from tests.builders import PASSPHRASE
from tests.torture import stores

LAST = 60


@pytest.fixture(params=["here", "apart"])
def where(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """By SQLCipher itself, and by a process of its own."""
    monkeypatch.setattr(page_check, "LARGE", 1 << 40 if request.param == "here" else 0)
    return str(request.param)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A closed store."""
    with stores.cheap():
        stores.make(tmp_path / "a.snhr")
    return tmp_path / "a.snhr"


def spoil(folder: Path, *pages: int) -> None:
    with (folder / DATABASE).open("r+b") as file:
        for page in pages:
            file.seek((page - 1) * PAGE + 2000)
            file.write(b"destroyed")


def told(folder: Path, *messages: object) -> list[Finding]:
    with Workspace.open(folder, PASSPHRASE) as workspace:
        return [found for found in workspace.verify() if found.message in messages]


@pytest.mark.usefixtures("where")
def test_each_damaged_page_is_named(folder: Path) -> None:
    assert told(folder, PAGE_DAMAGED, FILE_DAMAGED) == []
    spoil(folder, 50, LAST)
    assert [found.values["page"] for found in told(folder, PAGE_DAMAGED)] == [50, LAST]
    assert multiprocessing.active_children() == []


@pytest.mark.usefixtures("where")
def test_a_file_that_ends_in_the_midst_of_a_page_is_told(folder: Path) -> None:
    size = (folder / DATABASE).stat().st_size
    with (folder / DATABASE).open("ab") as file:
        file.write(b"more")
    with Workspace.open(folder, PASSPHRASE) as workspace:
        store = workspace._store
        faults = list(page_faults(store.connection, folder / DATABASE, store.keys, lambda: None))
    assert faults == [f"page {size // PAGE + 1} has an invalid size of 4 bytes (expected 4096 bytes)"]


def test_the_page_of_locks_holds_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spoil(folder, LAST)
    with Workspace.open(folder, PASSPHRASE) as workspace:
        seal = Seal(seal_key(workspace._store.keys))
    assert list(page_child.faults(folder / DATABASE, seal)) == [page_child.NOT_HELD.format(number=LAST)]
    monkeypatch.setattr(page_child, "LOCKS", LAST)
    assert list(page_child.faults(folder / DATABASE, seal)) == []


def test_a_page_that_another_window_is_writing_is_read_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = (folder / DATABASE).read_bytes()
    spoil(folder, LAST)
    with Workspace.open(folder, PASSPHRASE, read_only=True) as workspace:
        seal = Seal(seal_key(workspace._store.keys))
    monkeypatch.setattr(time, "sleep", lambda _: (folder / DATABASE).write_bytes(whole))
    assert list(page_child.faults(folder / DATABASE, seal)) == []


def test_called_off_in_its_midst_nothing_of_it_runs_on(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_check, "LARGE", 0)
    children: list[multiprocessing.process.BaseProcess] = []

    class Impatient(Checking):
        def __call__(self, step: Step) -> None:
            if children := multiprocessing.active_children():
                seen.extend(children)
                looked_at.append(_shown_by(children[0].pid or 0))
                self.stop()
            super().__call__(step)

    seen, looked_at = children, list[bytes]()
    with Workspace.open(folder, PASSPHRASE) as workspace:
        key = workspace._store.keys.of("database")
        with pytest.raises(CheckStopped):
            workspace.verify_until(Impatient())
        assert multiprocessing.active_children() == []
        assert seal_key(workspace._store.keys) not in looked_at[0]
    assert seen
    assert key.hex().encode() not in looked_at[0]
    assert key not in looked_at[0]


def _shown_by(process: int) -> bytes:
    """What the system shows of a process to every other of the user."""
    return b"".join(Path(f"/proc/{process}/{name}").read_bytes() for name in ("cmdline", "environ"))


def test_where_no_process_can_be_begun_it_is_read_here(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_check, "LARGE", 0)
    monkeypatch.setattr(page_child, "serve", os.abort)
    spoil(folder, LAST)
    assert [found.values["page"] for found in told(folder, PAGE_DAMAGED)] == [LAST]
