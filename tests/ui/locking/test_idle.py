"""A store that nobody touches is locked in time, with a warning that any input ends; a sleep locks it at once."""

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QGuiApplication, QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from snhr_desktop.i18n import LANGUAGES, Language
from snhr_desktop.ui.entry_page import EntryPage
from snhr_desktop.ui.locking import idle as idling
from snhr_desktop.ui.locking.idle import BEAT, Idle
from snhr_desktop.ui.locking.inputs import Inputs
from snhr_desktop.ui.locking.slept import Slept
from snhr_desktop.ui.locking.still import Still
from snhr_desktop.ui.main_window import MainWindow
from snhr_desktop.ui.settings import LOCK_STEPS
from snhr_desktop.ui.widgets import Dialog

CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class Clock:
    """Seconds as a test wishes them."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def room(qtbot: QtBot) -> Iterator[QWidget]:
    made = QWidget()
    QLineEdit(made)
    made.resize(200, 100)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    yield made
    shiboken6.delete(made)


@pytest.fixture
def idle(room: QWidget, clock: Clock) -> Idle:
    made = Idle(Inputs(room), 5, room, clock)
    made.watch()
    return made


def test_it_is_due_after_the_time_and_counted_before(idle: Idle, clock: Clock) -> None:
    told: list[object] = []
    idle.counting.connect(told.append)
    idle.due.connect(lambda: told.append("due"))
    assert 269_000 <= idle._next.interval() <= 271_000, "nothing wakes the machine before there is something to count"
    clock.now += 269
    idle._look()
    assert told == []
    clock.now += 1
    idle._look()
    clock.now += 29.5
    idle._look()
    assert idle._next.interval() <= 501
    clock.now += 0.5
    idle._look()
    assert told == [30, 1, "due"]
    idle.rest()
    assert not idle._next.isActive()
    assert not idle._beat.isActive()


@pytest.mark.parametrize("given", ["key", "mouse", "wheel", "touch", "words"])
def test_any_input_calls_the_warning_off(idle: Idle, clock: Clock, room: QWidget, qtbot: QtBot, given: str) -> None:
    clock.now += 280
    idle._look()
    native, spot = room.windowHandle(), QPointF(5, 5)
    with qtbot.waitSignal(idle.called_off):
        if given == "key":
            QTest.keyClick(native, Qt.Key.Key_A)
        elif given == "mouse":
            QTest.mouseMove(native, QPoint(7, 7))
        elif given == "words":
            QGuiApplication.inputMethod().cursorRectangleChanged.emit()
        elif given == "touch":
            QTest.touchEvent(native, QTest.createTouchDevice()).press(0, QPoint(5, 5)).commit()
        else:
            still = Qt.ScrollPhase.NoScrollPhase
            none, nothing = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
            wheel = QWheelEvent(spot, spot, QPoint(), QPoint(0, 120), none, nothing, still, False)
            QApplication.sendEvent(native, wheel)
    assert idle._next.interval() > 200_000


def test_a_window_that_came_is_listened_at(idle: Idle, clock: Clock, room: QWidget, qtbot: QtBot) -> None:
    menu = QMenu(room)
    menu.addAction("…")
    menu.popup(QPoint(0, 0))
    clock.now += 280
    idle._look()
    with qtbot.waitSignal(idle.called_off):
        QTest.mouseMove(menu.windowHandle(), QPoint(3, 3))
    menu.close()


def test_a_sleep_locks_at_once_and_input_after_it_does_not_unlock(idle: Idle, clock: Clock) -> None:
    due: list[bool] = []
    idle.due.connect(lambda: due.append(True))
    apart = [0.0]
    idle._slept = Slept(lambda: apart[0])
    idle._stir()
    apart[0] = 1.0
    idle._look_about()
    assert due == [], "clocks drift"
    apart[0] = 100.0
    idle._stir()
    assert due == [True]
    idle._look_about()
    assert due == [True]


def test_the_clocks_of_this_machine_do_not_part(qtbot: QtBot) -> None:
    slept = Slept()
    QTest.qWait(50)
    assert not slept()


def test_another_time_counts_from_now(idle: Idle, clock: Clock) -> None:
    clock.now += 120
    idle.set_minutes(1)
    assert 29_000 <= idle._next.interval() <= 31_000
    idle.rest()
    idle.set_minutes(10)
    assert not idle._next.isActive()


def test_the_cursor_stands_still_where_nobody_types(room: QWidget, qtbot: QtBot) -> None:
    QApplication.setCursorFlashTime(1000)
    inputs, usual = Inputs(room), QApplication.cursorFlashTime()
    standing = Still(inputs, room)
    standing._last -= 10
    standing._look()
    assert QApplication.cursorFlashTime() == usual
    assert standing._timer.isActive()
    standing._last -= 10
    standing._timer.stop()
    standing._look()
    assert QApplication.cursorFlashTime() == 0
    assert not standing._timer.isActive(), "nothing wakes the machine"
    inputs.stirred.emit()
    assert QApplication.cursorFlashTime() == usual
    assert standing._timer.isActive()


def test_no_timer_wakes_the_machine_often() -> None:
    assert BEAT >= 5_000
    assert (min(LOCK_STEPS), max(LOCK_STEPS)) == (1, 60)


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
def test_the_window_counts_in_words_and_aloud_and_locks(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, language: Language
) -> None:
    window.kit.tongue.switch(language)
    said: list[QAccessible.Event] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: said.append(QAccessibleEvent.type(event)))
    monkeypatch.setattr(idling, "WARNING", 2.0)
    idle = window.locking.idle
    idle._limit = 2.0
    idle._last = idle._clock()
    with qtbot.waitSignal(window.locking.locked, timeout=20_000):
        idle._look()
        assert "2" in window.status._leaving.text() or "ثانيتين" in window.status._leaving.text()
        assert window.status._leaving.isVisible()
        assert window.status._leaving.accessibleName() == window.status._leaving.text()
        assert not window.status._saved.isVisible()
    assert QAccessible.Event.Alert in said
    assert window.shell is None
    assert not window.status._leaving.isVisible()
    assert window.status._saved.isVisible()


@pytest.mark.parametrize("letter", ["L", "م"])
def test_the_key_locks_from_a_dialog_and_from_an_arabic_layout(window: MainWindow, qtbot: QtBot, letter: str) -> None:
    dialog = Dialog(window)
    QLineEdit(dialog)
    dialog.open()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    press = QKeyEvent(QEvent.Type.KeyPress, ord(letter), CONTROL_SHIFT, letter)
    with qtbot.waitSignal(window.locking.locked, timeout=20_000):
        QApplication.sendEvent(dialog.windowHandle(), press)
    assert not dialog.isVisible()


def test_the_setting_is_shown_kept_and_obeyed(window: MainWindow) -> None:
    window.show_settings()
    view = window._aside._made["settings"]
    box = view.lock_after  # type: ignore[union-attr]
    assert box.currentText() == "5 minutes"
    box.setCurrentIndex(box.findData("1"))
    box.activated.emit(box.currentIndex())
    assert window._settings.lock_after == 1
    assert window.locking.idle._limit == 60
    window._settings._write("lock_after", "0")
    assert window._settings.lock_after == 5, "there is no never"


def test_typing_goes_on_where_the_warning_was(window: MainWindow, qtbot: QtBot) -> None:
    window.go("entry")
    page = window.shell.page() if window.shell else None
    assert isinstance(page, EntryPage)
    idle = window.locking.idle
    idle._last = idle._clock() - idle._limit + 20
    idle._look()
    assert window.status._leaving.isVisible()
    QTimer.singleShot(0, lambda: QTest.keyClick(window.windowHandle(), Qt.Key.Key_Shift))
    qtbot.waitUntil(window.status._saved.isVisible)
