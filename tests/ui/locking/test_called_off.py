"""A lock waits for nothing that can be called off: what is begun on the store's thread ends, and leaves no keys."""

import multiprocessing
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from snhr_desktop.domain.records import AttachmentLink
from snhr_desktop.store import page_check
from snhr_desktop.store.attachments import acts
from snhr_desktop.store.attachments import check as files
from snhr_desktop.store.attachments.refusals import IntakeStopped
from snhr_desktop.store.attachments.source import Wanted
from snhr_desktop.store.backups import carrying, names
from snhr_desktop.store.restore import trying
from snhr_desktop.store.salvage import saving
from snhr_desktop.ui.care.page import CarePage
from snhr_desktop.ui.care.restore_dialog import RestoreDialog
from snhr_desktop.ui.main_window import MainWindow
from snhr_desktop.workspace import Workspace
from tests.builders import PASSPHRASE, dossier
from tests.ui.attachments.photos import jpeg

AT_IT: list[str] = []
"""What has begun."""


def endless(*given: object) -> object:
    """Work on files of many GB, which asks at each part whether it is wanted."""
    AT_IT.append("begun")
    go_on = given[-1]
    assert callable(go_on)
    while True:
        go_on()
        time.sleep(0.01)


def care(window: MainWindow) -> CarePage:
    window.go("care")
    page = window.findChild(CarePage)
    assert page is not None
    window.worker.settle()
    return page


def trial(window: MainWindow, stick: Path) -> RestoreDialog:
    dialog = care(window).restore(stick)
    dialog.secret.edit.setText(PASSPHRASE)
    dialog.go_on.click()
    return dialog


def try_backup(window: MainWindow, stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(carrying, "copy", endless)
    trial(window, stick)


def try_pages(window: MainWindow, stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    in_large_files(monkeypatch)
    trial(window, stick)


def check_pages(window: MainWindow, stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    in_large_files(monkeypatch)
    care(window).check.verify.click()


def in_large_files(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the reading of every page last."""
    monkeypatch.setattr(page_check, "LARGE", 0)
    monkeypatch.setattr(page_check, "_heard", endless)


def salvage(window: MainWindow, stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(saving, "_carry", endless)
    dialog = care(window).salvage()
    dialog.secret.edit.setText(PASSPHRASE)
    dialog.go_on.click()


def check(window: MainWindow, stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "check", endless)
    care(window).check.verify.click()


def hand_out(window: MainWindow, stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def write(*given: object) -> object:
        wanted: Wanted = given[-1]  # type: ignore[assignment]

        def go_on() -> None:
            if not wanted():
                raise IntakeStopped

        return endless(go_on)

    assert window.shell
    operations = window.shell.desk.operations
    (stick / "photo.jpg").write_bytes(jpeg())
    taken: list[str] = []

    def take(workspace: Workspace) -> str:
        incident = workspace.save(dossier()).dossier.incident.uid
        link = AttachmentLink(record="incident", target=incident)
        return workspace.take_in(stick / "photo.jpg", [link]).file.attachment.uid

    operations.ask(take, taken.append)
    window.worker.settle()
    monkeypatch.setattr(acts, "_write_out", write)
    asked = operations.wanted
    operations.ask(
        lambda w: w.hand_out(taken[0], stick, "court", "trial", "internal", "en", wanted=asked), lambda _: None
    )


@pytest.fixture
def stick(tmp_path: Path, workspace: Workspace) -> Path:
    """A backup of the store."""
    place = tmp_path / "stick"
    place.mkdir()
    workspace.back_up_to(place, names.MANUAL)
    return place


LONG = [try_backup, try_pages, salvage, check, check_pages, hand_out]


@pytest.mark.parametrize("begin", LONG, ids=lambda begin: begin.__name__)
def test_a_lock_calls_off_what_is_under_way(
    stick: Path,
    window: MainWindow,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    begin: Callable[[MainWindow, Path, pytest.MonkeyPatch], None],
) -> None:
    AT_IT.clear()
    before = {path.name for path in stick.iterdir()}
    begin(window, stick, monkeypatch)
    qtbot.waitUntil(lambda: bool(AT_IT), timeout=20_000)
    with qtbot.waitSignal(window.locking.locked, timeout=20_000):
        window.lock()
    assert {path.name for path in tmp_path.iterdir()} - {"config"} == {"office.snhr", "stick"}
    assert {path.name for path in stick.iterdir()} - {"photo.jpg"} == before
    assert not [child for child in multiprocessing.active_children() if child.name == "pages"]


def test_a_backup_that_was_tried_too_late_is_thrown_away(
    stick: Path, window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It was past its last step when the store was locked: its keys are those of the store."""
    real = trying._doubt

    def last(*given: object) -> object:
        AT_IT.append("begun")
        while window.shell is not None:
            time.sleep(0.01)
        return real(*given)  # type: ignore[arg-type]

    made = trying.Accepting
    accepting: list[trying.Accepting] = []

    def noted(*given: object) -> trying.Accepting:
        accepting.append(made(*given))  # type: ignore[arg-type]
        return accepting[-1]

    AT_IT.clear()
    monkeypatch.setattr(trying, "_doubt", last)
    monkeypatch.setattr(trying, "Accepting", noted)
    trial(window, stick)
    qtbot.waitUntil(lambda: bool(AT_IT), timeout=20_000)
    with qtbot.waitSignal(window.locking.locked, timeout=20_000):
        window.lock()
    window.worker.settle()
    assert [one.keys.are_wiped() for one in accepting] == [True]
    assert not list(tmp_path.glob(".*.restoring"))
