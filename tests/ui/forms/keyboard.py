"""A person's keys, in either script: they go to whatever has the focus, as on a real keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
_KEYS = {
    "\t": Qt.Key.Key_Tab,
    "\n": Qt.Key.Key_Return,
    " ": Qt.Key.Key_Space,
}


def focused() -> QWidget:
    """What has the focus."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def type_keys(text: str) -> None:
    """Type letters, `\\t` for Tab and `\\n` for Enter."""
    for letter in text:
        if letter in _KEYS:
            press(_KEYS[letter], text=letter if letter == " " else "")
        else:
            key = Qt.Key(ord(letter.upper())) if letter.isascii() else Qt.Key.Key_unknown
            QTest.sendKeyEvent(QTest.KeyAction.Click, focused(), key, letter, NONE)
            QApplication.processEvents()


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, text: str = "") -> None:
    """Press one key."""
    if modifiers != NONE or not text:
        QTest.keyClick(focused(), key, modifiers)
    else:
        QTest.sendKeyEvent(QTest.KeyAction.Click, focused(), key, text, modifiers)
    QApplication.processEvents()
