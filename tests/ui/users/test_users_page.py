"""The page of users and keys, by hand and by key, over a real store."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from snhr_desktop.domain.recovery_code import lines
from snhr_desktop.errors import WrongPassphrase
from snhr_desktop.i18n import ARABIC
from snhr_desktop.store import escrow
from snhr_desktop.store.slots import Cost
from snhr_desktop.store.store import Store
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.main_window import MainWindow
from snhr_desktop.ui.operations import Operations, Worker
from snhr_desktop.ui.pages import PAGES
from snhr_desktop.ui.settings import Settings
from snhr_desktop.ui.users import UsersPage
from snhr_desktop.ui.users.code_dialog import CodeDialog
from snhr_desktop.ui.users.headquarters_dialog import HeadquartersDialog
from snhr_desktop.ui.users.own_passphrase import AskOwn
from snhr_desktop.ui.users.passphrase_dialog import PassphraseDialog
from snhr_desktop.ui.users.rekey_dialog import RekeyDialog
from snhr_desktop.ui.users.user_dialog import UserDialog
from snhr_desktop.ui.widgets import Dialog, PlainLabel
from snhr_desktop.workspace import User, Workspace
from tests.builders import PASSPHRASE, open_as

STRONG = "copper lantern forty rivers asleep"


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> Iterator[UsersPage]:
    """The page, shown and answered."""
    made = UsersPage(desk)
    made.resize(1100, 700)
    made.show()
    desk.operations.settle()
    yield made
    shiboken6.delete(made)


def dialog(page: UsersPage, kind: type[Dialog]) -> Dialog:
    """The dialog that was opened over the page."""
    found = [one for one in page.findChildren(kind) if one.isVisible()]
    assert len(found) == 1
    return found[0]


def confirm(page: UsersPage, secret: str = PASSPHRASE) -> None:
    """Type one's own passphrase where it is asked for again."""
    asked = dialog(page, AskOwn)
    assert isinstance(asked, AskOwn)
    asked.present.edit.setText(secret)
    asked.submit()
    page.desk.operations.settle()


def texts(page: UsersPage) -> str:
    """All that stands on the page."""
    page.desk.operations.settle()
    QTest.qWait(50)
    return "\n".join(one.text() for one in page.findChildren(PlainLabel) if one.isVisible())


def test_a_user_is_added_by_keys(page: UsersPage, desk: Desk, tmp_path: Path) -> None:
    QTest.keyClick(page, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    form = dialog(page, UserDialog)
    assert isinstance(form, UserDialog)
    form.submit()
    assert form.name_line.complaint()
    QTest.keyClicks(form.name, "Salma")
    form.role.choose("reviewer")
    form.no_sources.setChecked(True)
    form.pair.secret.edit.setText("short")
    form.submit()
    assert form.isVisible()
    form.pair.secret.edit.setText(STRONG)
    form.submit()
    assert form.isVisible()
    form.pair.again.edit.setText(STRONG)
    form.submit()
    assert form.own.complaint()
    form.present.edit.setText("wrong")
    form.submit()
    desk.operations.settle()
    assert form.own.complaint()
    assert form.isVisible()
    form.present.edit.setText(PASSPHRASE)
    form.submit()
    desk.operations.settle()
    assert not form.isVisible()
    assert "Salma" in texts(page)
    with Workspace.open(tmp_path / "office.snhr", STRONG) as opened:
        assert (opened.user.name, opened.user.role, opened.user.no_sources) == ("Salma", "reviewer", True)


def test_a_refusal_keeps_what_was_typed(page: UsersPage, desk: Desk) -> None:
    page.add.click()
    form = dialog(page, UserDialog)
    assert isinstance(form, UserDialog)
    form.name.setText("tester")
    form.present.edit.setText(PASSPHRASE)
    form.submit()
    desk.operations.settle()
    assert "name" in form.notice.text()
    assert form.act.isEnabled()
    assert form.name.text() == "tester"


def test_a_user_is_changed_and_switched_off(page: UsersPage, desk: Desk, workspace: Workspace) -> None:
    workspace.save_user(User(name="Salma", role="entry"), STRONG, own=PASSPHRASE)
    page.refresh()
    desk.operations.settle()
    change = next(b for b in page.people.findChildren(QPushButton) if "Salma" in b.accessibleName())
    change.click()
    form = dialog(page, UserDialog)
    assert isinstance(form, UserDialog)
    form.switched_off.setChecked(True)
    form.present.edit.setText(PASSPHRASE)
    form.submit()
    assert "Switched off" in texts(page)


def test_ones_own_passphrase_is_changed(page: UsersPage, desk: Desk, tmp_path: Path) -> None:
    page.own.click()
    form = dialog(page, PassphraseDialog)
    assert isinstance(form, PassphraseDialog)
    for field in (form.pair.secret, form.pair.again):
        field.edit.setText(STRONG)
    form.present.edit.setText("wrong")
    form.submit()
    desk.operations.settle()
    assert form.line.complaint()
    form.present.edit.setText(PASSPHRASE)
    form.submit()
    desk.operations.settle()
    assert not form.isVisible()
    Workspace.open(tmp_path / "office.snhr", STRONG).close()


def test_a_new_recovery_code_is_shown_until_it_stands_on_paper(page: UsersPage, desk: Desk, tmp_path: Path) -> None:
    page.keys.renew.click()
    confirm(page, "wrong")
    assert not [one for one in page.findChildren(CodeDialog) if one.isVisible()]
    confirm(page)
    shown = dialog(page, CodeDialog)
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    assert shown.isVisible()
    code = "".join(group for group in (one.text()[1:-1] for one in shown.findChildren(PlainLabel)) if len(group) == 4)
    assert len(lines(code)) == 4
    with Workspace.open(tmp_path / "office.snhr", code) as opened:
        assert opened.user.uid == ""
        assert opened.is_code_unproved()
    shown.accept()
    desk.operations.settle()
    with Workspace.open(tmp_path / "office.snhr", code) as opened:
        assert not opened.is_code_unproved()


def test_a_stray_enter_loses_no_code(page: UsersPage) -> None:
    page.keys.renew.click()
    confirm(page)
    shown = dialog(page, CodeDialog)
    assert isinstance(shown, CodeDialog)
    shown.print_out.clicked.disconnect()
    for _ in range(2):
        assert shown.focusWidget() is not shown.done_with
        QTest.keyClick(shown.focusWidget(), Qt.Key.Key_Return)
        assert shown.isVisible()
    shown.done_with.click()
    assert shown.isVisible(), "it asks back"
    assert shown.focusWidget() is not shown.done_with
    QTest.keyClick(shown.focusWidget(), Qt.Key.Key_Return)
    assert shown.isVisible()
    shown.done_with.click()
    assert not shown.isVisible()


def test_a_code_that_is_being_made_cannot_be_left_unseen(page: UsersPage, desk: Desk) -> None:
    page.keys.renew.click()
    asked = dialog(page, AskOwn)
    assert isinstance(asked, AskOwn)
    asked.present.edit.setText(PASSPHRASE)
    asked.submit()
    QTest.keyClick(asked, Qt.Key.Key_Escape)
    asked.cancel.click()
    assert asked.isVisible()
    desk.operations.settle()
    shown = dialog(page, CodeDialog)
    shown.accept()
    desk.operations.settle()


def test_the_key_of_headquarters_is_laid_down_and_taken_away(page: UsersPage, desk: Desk, tmp_path: Path) -> None:
    line = escrow.show_public_key(escrow.make_key_file(tmp_path / "hq.key", b"far", Cost(64, 1, 1)))
    (tmp_path / "public").write_text(line + "\n")
    page.keys.set.click()
    form = dialog(page, HeadquartersDialog)
    assert isinstance(form, HeadquartersDialog)
    form.key.setText("no key")
    form.present.edit.setText(PASSPHRASE)
    form.submit()
    desk.operations.settle()
    assert form.line.complaint()
    form.read(tmp_path / "public")
    form.submit()
    assert line in texts(page)
    page.keys.take.click()
    confirm(page)
    assert line not in texts(page)


def test_the_limit_of_wrong_tries_is_chosen(page: UsersPage, desk: Desk, workspace: Workspace) -> None:
    page.keys.limit.chosen.emit("20")
    desk.operations.settle()
    assert workspace.key_state().limit == 0
    asked = dialog(page, AskOwn)
    said = " ".join(one.text() for one in asked.findChildren(PlainLabel))
    assert "20 wrong passphrases in a row destroy the keys" in said
    assert "no verified backup elsewhere" in said
    confirm(page)
    assert workspace.key_state().limit == 20
    assert page.keys.limit.code() == "20"


def test_who_may_not_sees_all_of_it_with_the_reason(
    kit: Kit, worker: Worker, workspace: Workspace, tmp_path: Path
) -> None:
    with open_as("Amal", tmp_path / "office.snhr", role="entry") as amal:
        operations = Operations(worker, amal)
        desk = Desk(kit, operations)
        page = UsersPage(desk)
        page.show()
        operations.settle()
        assert not page.add.isEnabled()
        assert page.own.isEnabled()
        assert not any(b.isEnabled() for b in (page.keys.renew, page.keys.set, page.keys.rekey, page.keys.limit))
        assert page.keys.reason.text() == "Only for: Administrator."
        assert not page.people.findChildren(QPushButton)
        kit.tongue.switch(ARABIC)
        assert "مدير" in page.keys.reason.text()
        for gone in (page, desk, operations):
            shiboken6.delete(gone)


def test_a_store_from_before_offers_to_name_the_first_user(kit: Kit, worker: Worker, tmp_path: Path) -> None:
    store, _ = Store.create(tmp_path / "old.snhr", PASSPHRASE, "IDL")
    old = Workspace(store, "RK")
    operations = Operations(worker, old)
    desk = Desk(kit, operations)
    page = UsersPage(desk)
    page.show()
    operations.settle()
    assert page.first.isVisible()
    page.name.click()
    form = dialog(page, UserDialog)
    assert isinstance(form, UserDialog)
    form.name.setText("Rami")
    form.pair.secret.edit.setText(STRONG)
    form.pair.again.edit.setText(STRONG)
    form.submit()
    operations.settle()
    operations.settle()
    assert not page.first.isVisible()
    assert operations.user.name == "Rami"
    for gone in (page, desk, operations):
        shiboken6.delete(gone)
    old.close()


def shown(window: MainWindow) -> object:
    """The page in front, if a store is open."""
    return window.shell.page() if window.shell else None


@pytest.fixture
def window(kit: Kit, workspace: Workspace, settings_path: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    """The page of users in front, of a store that somebody else may enter too."""
    workspace.save_user(User(name="Salma", role="entry"), STRONG, own=PASSPHRASE)
    made = MainWindow(kit, Settings(settings_path), PAGES)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.open_store(workspace, tmp_path / "office.snhr")
    made.go("users")
    made.worker.settle()
    yield made
    made.close()
    shiboken6.delete(made)


def codes(window: MainWindow) -> list[CodeDialog]:
    """The codes in sight."""
    return [one for one in window.findChildren(CodeDialog) if one.isVisible()]


def rekey(window: MainWindow, qtbot: QtBot) -> CodeDialog:
    """Have all keys made anew; the code that is shown at the end."""
    page = shown(window)
    assert isinstance(page, UsersPage)
    page.keys.rekey.click()
    form = dialog(page, RekeyDialog)
    assert isinstance(form, RekeyDialog)
    form.present.edit.setText(PASSPHRASE)
    form.submit()
    qtbot.waitUntil(lambda: bool(codes(window)), timeout=20_000)
    return codes(window)[0]


def test_all_keys_are_made_anew_from_the_window(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    folder, page = tmp_path / "office.snhr", shown(window)
    assert isinstance(page, UsersPage)
    page.keys.rekey.click()
    form = dialog(page, RekeyDialog)
    assert isinstance(form, RekeyDialog)
    form.present.edit.setText(STRONG)
    form.submit()
    window.worker.settle()
    assert form.own.complaint()
    form.reject()
    rekey(window, qtbot).accept()
    window.worker.settle()
    assert shown(window) is None
    with pytest.raises(WrongPassphrase):
        Workspace.open(folder, STRONG)
    with Workspace.open(folder, PASSPHRASE) as again:
        assert [one.has_passphrase for one in again.users()] == [True, False]
    assert window.notice.text().startswith("All keys of the store were made anew. What comes next")
    assert not window.locking.idle._beat.isActive()


@pytest.mark.parametrize("sign", ["key", "idle", "sleep"])
def test_the_new_code_is_hidden_when_nobody_is_there(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, sign: str
) -> None:
    """It opens the store as a passphrase does: what locks that hides this, and the store asks for another code."""
    rekey(window, qtbot)
    if sign == "key":
        window.lock()
    elif sign == "sleep":
        window.locking.signs.leaving.emit()
    else:
        assert window.locking.idle._beat.isActive(), "somebody watches whether anybody is there"
        window.locking.idle._last -= 3_600
        window.locking.idle._look()
    assert not codes(window)
    assert "was hidden" in window.notice.text()
    window.worker.settle()
    with Workspace.open(tmp_path / "office.snhr", PASSPHRASE) as again:
        assert again.is_code_unproved()
