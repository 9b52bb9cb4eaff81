"""Enter presses any button; commands answer where only an Arabic keyboard layout is installed."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from snhr_desktop.i18n import N_
from snhr_desktop.ui import keys
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.overview.row_door import RowDoor
from snhr_desktop.ui.widgets import Dialog, KeyFigure

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def pressed(letter: str, held: Qt.KeyboardModifier = CONTROL) -> QKeyEvent:
    """A key as a computer with an Arabic layout alone reports it."""
    return QKeyEvent(QEvent.Type.KeyPress, ord(letter), held, letter)


def placed(sign: str, place: int) -> QKeyEvent:
    """Ctrl and Shift with a key in its place, as X11 with an Arabic layout alone reports it."""
    return QKeyEvent(QEvent.Type.KeyPress, ord(sign), CONTROL | SHIFT, place, 0, 0, sign)


@pytest.mark.parametrize(
    "event, latin",
    [
        (pressed("م"), "Ctrl+L"),
        (pressed("ى"), "Ctrl+N"),
        (pressed("س", CONTROL | SHIFT), "Ctrl+Shift+S"),
        (pressed("\u064d", CONTROL | SHIFT), "Ctrl+Shift+S"),
        (pressed("آ", CONTROL | SHIFT), "Ctrl+Shift+N"),
        (placed("/", 46), "Ctrl+Shift+L"),
        (placed("~", 52), "Ctrl+Shift+Z"),
        (pressed("ض", Qt.KeyboardModifier.AltModifier), "Alt+Q"),
        (pressed("٤", Qt.KeyboardModifier.AltModifier), "Alt+4"),
    ],
)
def test_the_latin_key_in_the_same_place_is_found(event: QKeyEvent, latin: str) -> None:
    assert keys.on_latin_layout(event) == QKeySequence(latin)


@pytest.mark.parametrize(
    "event",
    [pressed("م", SHIFT), pressed("م", Qt.KeyboardModifier.NoModifier), pressed("L"), pressed("1"), placed("/", 61)],
)
def test_typing_is_left_alone(event: QKeyEvent) -> None:
    assert keys.on_latin_layout(event) is None


def test_the_key_of_the_part_in_focus_comes_before_that_of_the_window(qtbot: QtBot) -> None:
    window, form = QWidget(), QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addWidget(form)
    line = QLineEdit(form)
    heard: list[str] = []
    action, shortcut = QAction(window), QShortcut(QKeySequence("Ctrl+L"), form)
    action.setShortcut(QKeySequence("Ctrl+L"))
    action.triggered.connect(lambda: heard.append("window"))
    shortcut.activated.connect(lambda: heard.append("form"))
    window.show()
    window.activateWindow()
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    assert keys.answer(window, pressed("م"))
    shortcut.setEnabled(False)
    assert keys.answer(window, pressed("م"))
    action.setEnabled(False)
    assert not keys.answer(window, pressed("م"))
    assert heard == ["form", "window"]


@pytest.mark.parametrize("made", [QPushButton, QToolButton, "figure", "row"])
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_presses_whatever_button_has_the_focus(kit: Kit, qtbot: QtBot, made: Any, key: Qt.Key) -> None:
    window, clicks = Dialog(), list[bool]()
    qtbot.addWidget(window)
    own: dict[Any, Callable[[], QAbstractButton]] = {
        "figure": lambda: KeyFigure(kit, N_("Search")),
        "row": lambda: RowDoor(kit),
    }
    button = own[made]() if made in own else made()
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    other = QPushButton()
    other.setDefault(True)
    other.clicked.connect(lambda: clicks.append(False))
    button.clicked.connect(lambda: clicks.append(True))
    column = QVBoxLayout(window)
    column.addWidget(button)
    column.addWidget(other)
    window.show()
    window.activateWindow()
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    QTest.keyClick(button, key)
    assert clicks == [True]


def test_enter_elsewhere_is_left_to_qt(qtbot: QtBot) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    line.show()
    line.activateWindow()
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    assert not keys.press(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier))
