"""Locking asks nobody, loses nothing that was typed, and leads back to where one was."""

import multiprocessing
import threading
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from snhr_desktop.domain.records import User
from snhr_desktop.errors import DiskFull
from snhr_desktop.i18n import LANGUAGES, N_, Language
from snhr_desktop.store import drafts, unlocking
from snhr_desktop.store.keys import Keys
from snhr_desktop.ui.attachments.details_dialog import TITLE as DETAILS
from snhr_desktop.ui.attachments.details_dialog import DetailsDialog
from snhr_desktop.ui.entry_page import EntryPage
from snhr_desktop.ui.forms.said import CONTINUED, OPENED, WAITING
from snhr_desktop.ui.locking import LOSSY
from snhr_desktop.ui.locking.locking import IN_MEMORY, LOCKED
from snhr_desktop.ui.main_window import MainWindow
from snhr_desktop.ui.reports.page import ReportsPage
from snhr_desktop.ui.status_line import CLOSING, NO_STORE, READ_ONLY
from snhr_desktop.ui.widgets import Dialog
from snhr_desktop.workspace import IncidentQuery, Saved, Workspace
from tests.builders import PASSPHRASE, dossier
from tests.ui.windows import settle


def entry(window: MainWindow) -> EntryPage:
    page = window.shell.page() if window.shell else None
    assert isinstance(page, EntryPage)
    return page


def typed(window: MainWindow, title: str) -> EntryPage:
    """A new entry with a title that was typed this moment."""
    window.go("entry")
    settle(window.worker)
    page = entry(window)
    page.form.body.editors["title_en"].set_raw(title)
    page.form.body.edited.emit()
    return page


def locked(window: MainWindow, qtbot: QtBot) -> None:
    """Lock, and wait until the store is closed."""
    with qtbot.waitSignal(window.locking.locked, timeout=20_000):
        window.lock()


def unlock(window: MainWindow, qtbot: QtBot) -> None:
    form = window.unlock.open_form
    form.secret.edit.setText(PASSPHRASE)
    form.submit()
    qtbot.waitUntil(lambda: window.shell is not None, timeout=20_000)
    settle(window.worker)


def full(*_: Any) -> None:
    """Whatever would be written, on a full disk."""
    raise DiskFull


def changing_the_first(window: MainWindow, workspace: Workspace) -> str:
    """The first incident, opened to be changed."""
    uid = workspace.incidents(IncidentQuery(limit=1)).rows[0].uid
    window.go("entry", uid)
    settle(window.worker)
    return uid


def drafts_of(workspace: Workspace) -> tuple[drafts.Draft, ...]:
    """All drafts of a store, those too that a window is at."""
    with workspace._store.reading() as connection:
        return drafts.drafts(connection)


def test_what_was_typed_the_moment_before_stands_in_the_form_again(window: MainWindow, qtbot: QtBot) -> None:
    typed(window, "Half a title")
    locked(window, qtbot)
    assert window.status._saved.text() == NO_STORE.text
    unlock(window, qtbot)
    form = entry(window).form
    assert form.raw()["incident"]["title_en"] == "Half a title"
    assert form.bar.line.text() == CONTINUED.text


def test_the_making_of_another_store_says_nothing_of_the_one_that_is_locked(window: MainWindow, qtbot: QtBot) -> None:
    locked(window, qtbot)
    said = window.unlock._below
    assert said.text().startswith("The store is locked.")
    window.unlock._tabs[1].click()
    assert said.text().startswith("A store is a folder")
    window.unlock._tabs[0].click()
    assert said.text().startswith("The store is locked.")


def test_what_was_typed_into_a_saved_record_stands_there_again(
    window: MainWindow, workspace: Workspace, qtbot: QtBot
) -> None:
    uid = changing_the_first(window, workspace)
    form = entry(window).form
    form.body.editors["title_en"].set_raw("Another title")
    form.body.edited.emit()
    locked(window, qtbot)
    unlock(window, qtbot)
    raw = entry(window).form.raw()["incident"]
    assert (raw["uid"], raw["title_en"]) == (uid, "Another title")


def test_a_form_that_nothing_was_typed_into_is_blank_again(window: MainWindow, qtbot: QtBot) -> None:
    window.go("entry")
    settle(window.worker)
    locked(window, qtbot)
    unlock(window, qtbot)
    assert window.shell is not None
    assert window.shell.key == "entry"
    assert entry(window).form.raw()["incident"]["title_en"] == ""


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
def test_the_details_of_a_file_of_an_unsaved_entry_are_found_again(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, language: Language
) -> None:
    window.kit.tongue.switch(language)
    typed(window, "Half a title")
    (tmp_path / "statement.txt").write_text("words", encoding="utf-8")
    form = entry(window).form
    form.files.take_in([tmp_path / "statement.txt"])
    settle(window.worker)

    def describe() -> DetailsDialog:
        files = entry(window).form.files
        qtbot.waitUntil(lambda: len(files.rows) == 1, timeout=20_000)
        files.acts.describe(files.rows)
        settle(window.worker)
        return next(one for one in window.findChildren(DetailsDialog) if one.isVisible())

    dialog = describe()
    dialog.editors["shows_en"].set_raw("A market")
    dialog.keeper.touch()
    locked(window, qtbot)
    unlock(window, qtbot)
    assert entry(window).form.raw()["incident"]["title_en"] == "Half a title"
    assert language.text(DETAILS) in window.notice.text(), "what waits in the dialog is told"
    again = describe()
    assert again.raw()["shows_en"] == "A market"
    again.reject()


def test_somebody_else_is_not_led_to_what_was_being_typed(
    window: MainWindow, workspace: Workspace, qtbot: QtBot
) -> None:
    workspace.save_user(User(name="R.K.", role="entry"), "another passphrase of the office", own=PASSPHRASE)
    typed(window, "Half a title")
    locked(window, qtbot)
    form = window.unlock.open_form
    form.secret.edit.setText("another passphrase of the office")
    form.submit()
    qtbot.waitUntil(lambda: window.shell is not None, timeout=20_000)
    assert window.shell is not None
    assert window.shell.key != "entry"


def test_a_saved_record_in_the_form_is_there_again(window: MainWindow, workspace: Workspace, qtbot: QtBot) -> None:
    uid = changing_the_first(window, workspace)
    locked(window, qtbot)
    unlock(window, qtbot)
    assert entry(window).form.raw()["incident"]["uid"] == uid


def test_the_keys_are_wiped(window: MainWindow, workspace: Workspace, qtbot: QtBot) -> None:
    keys: Keys = workspace._store.keys
    locked(window, qtbot)
    with pytest.raises(ValueError, match="wiped"):
        keys.master()


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
def test_what_the_disk_did_not_take_is_sealed_and_written_after_all(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, language: Language
) -> None:
    window.kit.tongue.switch(language)
    typed(window, "Half a title")
    with monkeypatch.context() as disk:
        disk.setattr(Workspace, "put_draft", full)
        locked(window, qtbot)
        assert window.shell is None
        (sealed,) = next(iter(window.locking._sealed.values()))
        assert b"Half" not in sealed
        assert not window.close(), "closing now would lose it"
        assert window.notice.text() == language.text(LOSSY)
        assert window.unlock._below.text() == language.text(IN_MEMORY)
        unlock(window, qtbot)
        form = entry(window).form
        assert form.raw()["incident"]["title_en"] == "Half a title"
        assert form.bar.line.text() == language.text(WAITING)
        assert not window.close(), "closing now would lose it"
        locked(window, qtbot)
        assert len(next(iter(window.locking._sealed.values()))) == 1, "it waits once"
        unlock(window, qtbot)
        assert any(window.locking._sealed.values()), "the disk is full still"
    locked(window, qtbot)
    assert window.unlock._below.text() == language.text(LOCKED)
    unlock(window, qtbot)
    assert not any(window.locking._sealed.values())
    form = entry(window).form
    assert form.raw()["incident"]["title_en"] == "Half a title"
    assert form.bar.line.text() == language.text(CONTINUED)
    window.go("incidents")
    window.go("entry")
    settle(window.worker)
    assert "Half a title" in entry(window).form.offer.rows[0]._words.text()
    assert window.locking.may_close()


def test_on_a_full_disk_what_was_typed_into_a_saved_record_stands_there_again(
    window: MainWindow, workspace: Workspace, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    """A draft from before the disk was full, more typed after, and a mark of the window that could not go."""

    changing_the_first(window, workspace)

    def say(title: str) -> None:
        form = entry(window).form
        form.body.editors["title_en"].set_raw(title)
        form.body.edited.emit()
        form.flush()
        settle(window.worker)

    say("Before the disk was full")
    with monkeypatch.context() as disk:
        for act in ("put_draft", "let_go"):
            disk.setattr(Workspace, act, full)
        say("After the disk was full")
        locked(window, qtbot)
        unlock(window, qtbot)
        form = entry(window).form
        assert form.raw()["incident"]["title_en"] == "After the disk was full"
        assert form.bar.line.text() == WAITING.text
        assert not form.other.text(), "the session before is no other window"
        say("More of it")
    form.save()
    settle(window.worker)
    locked(window, qtbot)
    assert window.unlock._below.text() == LOCKED.text
    unlock(window, qtbot)
    assert entry(window).form.raw()["incident"]["title_en"] == "More of it"
    assert entry(window).form.bar.line.text() == OPENED.text
    assert not entry(window).form.offer.isVisibleTo(entry(window).form), (
        "what was overtaken by a save is offered no more"
    )


def test_what_waits_in_memory_goes_apart_from_what_another_window_wrote_since(
    window: MainWindow, workspace: Workspace, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qtbot: QtBot
) -> None:
    uid = changing_the_first(window, workspace)
    form = entry(window).form
    form.body.editors["title_en"].set_raw("Typed here")
    form.body.edited.emit()
    raw = form.raw()
    with monkeypatch.context() as disk:
        disk.setattr(Workspace, "put_draft", full)
        locked(window, qtbot)
    with Workspace.open(tmp_path / "office.snhr", PASSPHRASE) as other:
        other.put_draft(uid, {**raw, "incident": {**raw["incident"], "title_en": "Typed there"}})
    unlock(window, qtbot)
    with Workspace.open(tmp_path / "office.snhr", PASSPHRASE) as other:
        titles = {draft.raw["incident"]["title_en"] for draft in drafts_of(other)}
    assert {"Typed here", "Typed there"} <= titles


def test_dialogs_and_menus_are_given_up_and_whoever_waited_for_them_goes_on(window: MainWindow, qtbot: QtBot) -> None:
    """As under the application's own loop, which a test has not: a dialog that waits is a loop within another."""
    answers: list[int] = []

    def ask() -> None:
        page = window.shell.page() if window.shell else None
        dialog = Dialog(page)
        inner = QLineEdit(dialog)
        menu = QMenu(inner)
        QTimer.singleShot(0, lambda: menu.popup(inner.pos()))
        QTimer.singleShot(50, window.lock)
        answers.append(dialog.exec())
        assert page is not None
        page.setToolTip("")  # it is there still
        loop.quit()

    loop = QEventLoop()
    QTimer.singleShot(0, ask)
    with qtbot.waitSignal(window.locking.locked, timeout=20_000):
        loop.exec()
    assert answers == [0]
    assert not [other for other in QApplication.topLevelWidgets() if other.isVisible() and other is not window]


def test_nothing_is_asked_of_a_store_that_leaves(window: MainWindow, qtbot: QtBot) -> None:
    assert window.shell is not None
    operations = window.shell.desk.operations
    locked(window, qtbot)
    operations._left = True
    operations.change(lambda _: pytest.fail("asked"), lambda _: pytest.fail("told"))
    window.worker.settle()


def test_the_place_is_not_that_of_another_store(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    typed(window, "Half a title")
    locked(window, qtbot)
    made, _ = Workspace.create(tmp_path / "other.snhr", PASSPHRASE, "ALE")
    window.open_store(made, tmp_path / "other.snhr")
    assert window.shell is not None
    assert window.shell.key != "entry"
    assert N_("Lock the store").text == window.commands.actions["lock"].text()


def test_what_the_store_is_at_is_finished_whole(window: MainWindow, qtbot: QtBot) -> None:
    assert window.shell is not None
    leaving = threading.Event()

    def slowly(workspace: Workspace) -> Saved:
        leaving.wait(20)
        return workspace.save(dossier())

    window.shell.desk.operations.change(slowly, lambda _: pytest.fail("told after the lock"), owner=window.shell)
    with qtbot.waitSignal(window.locking.locked, timeout=20_000):
        window.lock()
        assert window.unlock.isVisible(), "nothing is shown meanwhile"
        assert window.status._saved.text() == CLOSING.text
        leaving.set()
    unlock(window, qtbot)
    counted: list[int] = []
    operations = window.shell.desk.operations
    operations.ask(lambda workspace: workspace.incidents(IncidentQuery()).total, counted.append)
    settle(window.worker)
    assert counted == [2]


def test_a_report_that_is_made_is_called_off_with_its_process(window: MainWindow, qtbot: QtBot) -> None:
    window.go("reports")
    page = window.shell.page() if window.shell else None
    assert isinstance(page, ReportsPage)
    settle(window.worker)
    page._gather()
    qtbot.waitUntil(lambda: bool(multiprocessing.active_children()), timeout=20_000)
    locked(window, qtbot)
    assert multiprocessing.active_children() == []


def test_a_folder_that_cannot_be_written_to_any_more_opens_for_reading(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    locked(window, qtbot)
    monkeypatch.setattr(unlocking, "is_writable", lambda _: False)
    unlock(window, qtbot)
    assert window.shell
    assert window.shell.desk.operations.info.read_only
    assert "open for reading alone" in window.notice.text()
    window.go("entry")
    window.go("incidents")
    settle(window.worker)
    assert window.status._saved.text() == READ_ONLY.text, "it is no moment's matter"
