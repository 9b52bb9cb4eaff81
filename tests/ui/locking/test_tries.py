"""Wrong passphrases: the pause after them is counted where the next is typed, and what the office set is explained."""

import time
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from snhr_desktop.errors import LastTries
from snhr_desktop.i18n import ARABIC, ENGLISH, LANGUAGES, Language
from snhr_desktop.store import attempts, escrow, limits
from snhr_desktop.store.slots import Cost
from snhr_desktop.ui.dialogs import file_dialog
from snhr_desktop.ui.dialogs.open_form import OpenForm
from snhr_desktop.ui.dialogs.try_pause import TryPause
from snhr_desktop.ui.dialogs.unlock import UnlockPage
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.main_window import MainWindow
from snhr_desktop.ui.operations import Worker
from snhr_desktop.workspace import Workspace
from tests.builders import PASSPHRASE


def test_the_button_counts_the_pause_and_opens_after_it(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attempts, "PAUSES", (1.2,))
    with qtbot.waitSignal(window.locking.locked, timeout=20_000):
        window.lock()
    form = window.unlock.open_form
    form.secret.edit.setText("not this one")
    form.submit()
    qtbot.waitUntil(lambda: form.pause.lasts)
    assert not form.open.isEnabled()
    assert form.open.text() in ("Try again in 2 seconds", "Try again in 1 second")
    assert form._secret_line.complaint()
    window.kit.tongue.switch(ARABIC)
    assert "حاول من جديد" in form.open.text()
    window.kit.tongue.switch(ENGLISH)
    form.secret.edit.setText(PASSPHRASE)
    form.submit()
    assert window.shell is None, "Enter waits as the button does"
    qtbot.waitUntil(form.open.isEnabled)
    assert form.open.text() == "Open the store"
    form.submit()
    qtbot.waitUntil(lambda: window.shell is not None, timeout=20_000)


def test_the_pause_outlives_the_window_and_belongs_to_the_folder(
    kit: Kit, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attempts, "PAUSES", (1, 2, 4, 8))
    wrong = tmp_path / "wrong.snhr"
    wrong.mkdir()
    for _ in range(4):
        attempts.note_wrong(wrong)
    form = OpenForm(kit, wrong)
    qtbot.addWidget(form)
    assert not form.open.isEnabled()
    assert form.open.text() == "Try again in 8 seconds"
    form.folder.edit.setText(str(tmp_path))
    assert form.open.isEnabled()
    assert form.open.text() == "Open the store"


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
def test_tries_that_are_left_before_the_keys_are_destroyed_are_told(
    kit: Kit, qtbot: QtBot, tmp_path: Path, language: Language
) -> None:
    kit.tongue.switch(language)
    form = OpenForm(kit, tmp_path)
    qtbot.addWidget(form)
    form.refuse(LastTries(left=2))
    assert ("بقيت محاولتان" if language is ARABIC else "2 tries are left") in form.notice.text()
    assert form._secret_line.complaint()


def test_nothing_is_counted_while_nothing_waits(qtbot: QtBot, tmp_path: Path, kit: Kit) -> None:
    form = OpenForm(kit, None)
    qtbot.addWidget(form)
    pause = TryPause(form)
    pause.look(tmp_path)
    assert not pause.lasts


@pytest.mark.parametrize("restarted", [False, True], ids=["window", "restart"])
def test_a_clock_set_back_shuts_nobody_out(
    kit: Kit, qtbot: QtBot, workspace: Workspace, monkeypatch: pytest.MonkeyPatch, restarted: bool
) -> None:
    """The pause begins anew once, and then ends: in the same window and in one that is opened later."""
    folder = workspace.folder
    workspace.close()
    monkeypatch.setattr(attempts, "PAUSES", (1.2,))
    attempts.note_wrong(folder)
    worker, real = Worker(), time.time
    page = UnlockPage(kit, worker, folder)
    qtbot.addWidget(page)
    monkeypatch.setattr(time, "time", lambda: real() - 86_400)
    if restarted:
        page = UnlockPage(kit, worker, folder)
        qtbot.addWidget(page)
    form, opened = page.open_form, list[Workspace]()
    page.opened.connect(lambda workspace, _: opened.append(workspace))
    qtbot.waitUntil(form.open.isEnabled)
    form.secret.edit.setText(PASSPHRASE)
    form.submit()
    qtbot.waitUntil(lambda: form.pause.lasts, timeout=20_000)
    assert form.open.text() in ("Try again in 2 seconds", "Try again in 1 second")
    qtbot.waitUntil(form.open.isEnabled)
    form.submit()
    qtbot.waitUntil(lambda: bool(opened), timeout=20_000)
    worker.run(opened[0].close, lambda _: None)
    worker.settle()
    worker.close()


def test_a_store_whose_keys_are_destroyed_offers_a_backup_and_promises_nothing(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attempts, "PAUSES", (0.1,))
    folder = tmp_path / "office.snhr"
    with qtbot.waitSignal(window.locking.locked, timeout=20_000):
        window.lock()
    limits.note(folder, 5)
    form = window.unlock.open_form
    for number in range(5):
        qtbot.waitUntil(lambda: not form.pause.lasts and form._secret_line.isEnabled(), timeout=20_000)
        form.secret.edit.setText(f"not this one {number}")
        form.submit()
        qtbot.waitUntil(lambda: not form._working, timeout=20_000)
    qtbot.waitUntil(lambda: form.gone, timeout=20_000)
    below = window.unlock._below.text()
    assert "you are where you were" not in below
    assert "backup kept elsewhere" in below
    assert "were destroyed" in form.notice.text()
    assert not form.open.isVisible()
    assert not form.pause.lasts
    assert form.restore.isVisible()
    assert not window.unlock.rescue.restore.isVisible(), "it is offered once"
    window.kit.tongue.switch(ARABIC)
    assert "نسخة احتياطية" in window.unlock._below.text()
    form.folder.edit.setText(str(tmp_path))
    assert form.open.isVisible()
    assert window.unlock.rescue.restore.isVisible()
    assert not form.notice.text()


def test_a_key_of_headquarters_opens_the_store_in_the_window_and_its_wrong_passphrase_is_named(
    window: MainWindow, workspace: Workspace, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attempts, "PAUSES", (0.1,))
    keys = [tmp_path / "hq.key", tmp_path / "another.key"]
    public = [escrow.show_public_key(escrow.make_key_file(path, b"far away", Cost(64, 1, 1))) for path in keys]
    window.worker.run(lambda: workspace.set_headquarters(public[0], own=PASSPHRASE), lambda _: None)
    window.worker.settle()
    with qtbot.waitSignal(window.locking.locked, timeout=20_000):
        window.lock()
    form = window.unlock.open_form
    assert form.by_key.width() < form.open.width() / 2, "a press beside its words opens nothing"
    monkeypatch.setattr(file_dialog, "ask_for_file", lambda *_: keys[1])
    form.by_key.click()
    for typed, path, said in (
        ("near by", keys[1], "does not open the key file"),
        ("far away", keys[1], "does not open this store"),
    ):
        qtbot.waitUntil(lambda: not form.pause.lasts, timeout=20_000)
        form.secret.edit.setText(typed)
        form.submit()
        qtbot.waitUntil(lambda: not form._working, timeout=20_000)
        assert said in form._secret_line.complaint()
        assert path.name in form._secret_line.complaint()
    form.by_key.click()
    assert form.key_file is None
    form.use_key(keys[0])
    window.kit.tongue.switch(ARABIC)
    assert "ملف المفتاح" in form._secret_line._above.text()
    qtbot.waitUntil(lambda: not form.pause.lasts, timeout=20_000)
    form.secret.edit.setText("far away")
    form.submit()
    qtbot.waitUntil(lambda: window.shell is not None, timeout=20_000)
