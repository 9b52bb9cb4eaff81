"""The emergency: asked once, honest, done within a second, and nothing opens the store afterwards."""

import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from snhr_desktop.errors import KeysDestroyed
from snhr_desktop.i18n import ENGLISH, LANGUAGES, Language, bare
from snhr_desktop.store import keyslots
from snhr_desktop.store.backups.names import MANUAL
from snhr_desktop.ui.locking import emergency
from snhr_desktop.ui.locking.emergency import AGAIN, MEANS, NO_KEYS, EmergencyDialog
from snhr_desktop.ui.locking.surviving import HEADQUARTERS, NONE, RECOVERY, WITH_IT
from snhr_desktop.ui.main_window import MainWindow
from snhr_desktop.ui.widgets import Dialog, PlainLabel
from snhr_desktop.workspace import Workspace
from tests.builders import PASSPHRASE
from tests.ui.locking import emergency_child

CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def ended(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """With what the program would have ended."""
    codes: list[int] = []
    monkeypatch.setattr(emergency, "end", codes.append)
    return codes


def shown() -> EmergencyDialog:
    (found,) = (
        each for each in QApplication.topLevelWidgets() if isinstance(each, EmergencyDialog) and each.isVisible()
    )
    return found


def test_afterwards_neither_passphrase_nor_recovery_code_opens_the_store(
    window: MainWindow, tmp_path: Path, ended: list[int]
) -> None:
    folder = tmp_path / "made.snhr"
    made, code = Workspace.create(folder, PASSPHRASE, "IDL")
    made.close()
    window._folder = folder
    window.commands.actions["emergency"].trigger()
    begun = time.perf_counter()
    shown().yes.click()
    assert time.perf_counter() - begun < 1
    assert ended == [0]
    assert not keyslots.has_keys(folder)
    for secret in (PASSPHRASE, code):
        with pytest.raises(KeysDestroyed):
            Workspace.open(folder, secret)


def test_the_answer_at_hand_changes_nothing(window: MainWindow, tmp_path: Path, ended: list[int], qtbot: QtBot) -> None:
    window.commands.actions["emergency"].trigger()
    asked = shown()
    qtbot.waitUntil(asked.leave.hasFocus)
    QTest.keyClick(asked.leave, Qt.Key.Key_Return)
    assert not asked.isVisible()
    assert (ended, keyslots.has_keys(tmp_path / "office.snhr")) == ([], True)
    window.emergency.ask()
    assert shown() is not asked
    shown().reject()


def test_it_is_asked_over_a_dialog_and_the_key_again_says_yes(
    window: MainWindow, tmp_path: Path, ended: list[int], qtbot: QtBot
) -> None:
    dialog = Dialog(window)
    dialog.open()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_Delete, CONTROL_SHIFT)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), EmergencyDialog))
    QTest.keyClick(shown().windowHandle(), Qt.Key.Key_Delete, CONTROL_SHIFT | Qt.KeyboardModifier.KeypadModifier)
    assert ended == [0]
    assert not keyslots.has_keys(tmp_path / "office.snhr")


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
def test_the_way_in_destroys_the_keys_of_the_folder_that_is_chosen(
    window: MainWindow, tmp_path: Path, ended: list[int], qtbot: QtBot, language: Language
) -> None:
    window.kit.tongue.switch(language)
    with qtbot.waitSignal(window.locking.locked, timeout=20_000):
        window.lock()
    window.unlock.open_form.folder.edit.setText(str(tmp_path))
    window.commands.actions["emergency"].trigger()
    assert window.notice.text() == language.text(NO_KEYS)
    window.unlock.open_form.folder.edit.setText(str(tmp_path / "office.snhr"))
    window.commands.actions["emergency"].trigger()
    told = " ".join(label.text() for label in shown().findChildren(QLabel))
    assert "office" in told
    assert all(language.text(words) in told for words in MEANS)
    shown().yes.click()
    assert ended == [0]


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
def test_it_names_the_backups_that_stay_readable_and_by_whom(
    window: MainWindow, tmp_path: Path, ended: list[int], qtbot: QtBot, language: Language
) -> None:
    window.kit.tongue.switch(language)
    place = tmp_path / "عصا ريم"
    place.mkdir()
    assert window._workspace is not None
    window._workspace.choose_backup_place(place)
    window._workspace.back_up(MANUAL)
    window.commands.actions["emergency"].trigger()
    asked = shown()
    qtbot.waitUntil(lambda: str(place) in asked.known.text())
    told = asked.known.text()
    assert f"\u2066{place}\u2069" in told, "a path is never turned round"
    for words in (RECOVERY, WITH_IT):
        assert language.text(words) in told
    assert language.text(HEADQUARTERS) not in told, "nobody laid one down"
    QApplication.processEvents()
    wrapped = [one for one in asked.findChildren(PlainLabel) if one.wordWrap() and one.isVisible()]
    assert [one.height() for one in wrapped] == [one.heightForWidth(one.width()) for one in wrapped], "no gaps"
    asked.reject()


def test_it_says_where_no_backup_is_known(window: MainWindow, qtbot: QtBot) -> None:
    window.emergency.ask()
    asked = shown()
    qtbot.waitUntil(lambda: asked.known.text() == ENGLISH.text(NONE))
    asked.reject()


def test_keys_that_could_not_be_destroyed_are_told_and_the_program_stays(
    window: MainWindow, ended: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: Path) -> None:
        raise PermissionError(13, "no")

    monkeypatch.setattr(keyslots, "destroy", fail)
    window.emergency.ask()
    shown().yes.click()
    assert shown().notice.text()
    assert ended == []
    shown().reject()


def test_the_whole_program_ends_whatever_it_is_doing(tmp_path: Path) -> None:
    folder = tmp_path / "made.snhr"
    made, _ = Workspace.create(folder, PASSPHRASE, "IDL")
    made.close()
    run = [sys.executable, str(Path(emergency_child.__file__)), str(folder), PASSPHRASE, str(tmp_path / "window.ini")]
    with subprocess.Popen(run, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "pressed\n"
        pressed = time.perf_counter()
        assert child.wait(20) == 0
        assert time.perf_counter() - pressed < 1
    assert not keyslots.has_keys(folder)


def press(key: int, scan_code: int, text: str = "", *, held_down: bool = False) -> None:
    """A key as the system hands it to the window in front, with its place on the keyboard."""
    front = QApplication.activeWindow()
    assert front is not None
    handle = front.windowHandle()
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, key, CONTROL_SHIFT, scan_code, 0, 0, text, held_down)
        QApplication.sendEvent(handle, event)


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
def test_the_key_and_the_same_key_again_on_an_arabic_keyboard(
    window: MainWindow, tmp_path: Path, ended: list[int], qtbot: QtBot, language: Language
) -> None:
    window.kit.tongue.switch(language)
    press(Qt.Key.Key_Delete, 119, "\x7f")
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), EmergencyDialog))
    told = " ".join(label.text() for label in shown().findChildren(QLabel))
    assert bare(language.text(AGAIN, key="Ctrl+Shift+Del")) in bare(told)
    press(Qt.Key.Key_Delete, 119, "\x7f", held_down=True)
    assert not ended, "a key that is held down is no second answer"
    for letter, scan_code in (("د", 40), ("ط", 49)):
        press(ord(letter), scan_code, letter)
    assert not ended, "no other key is one"
    press(Qt.Key.Key_Delete, 119, "\x7f")
    assert ended == [0]
    assert not keyslots.has_keys(tmp_path / "office.snhr")
