"""Keys that Qt leaves unanswered: Enter on a button, and commands where there is only an Arabic keyboard layout.

Where a Latin layout is installed beside the Arabic one, Qt finds Ctrl+L under Ctrl+م by itself. Where none is, no
shortcut matches and the key press comes to the window unanswered: it is answered here. Giving each command both keys
instead would make them ambiguous wherever both layouts are.
"""

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton, QWidget

# what stands on the Arabic (101) layout on the places of the Latin ones; B shares its key with a ligature
LATIN = dict(zip("ضصثقفغعهخحشسيبلاتنمئءؤرىة", "QWERTYUIOPASDFGHJKLZXCVNM", strict=True))
LATIN |= dict(zip("٠١٢٣٤٥٦٧٨٩", "0123456789", strict=True))  # where the layout gives Arabic-Indic digits

# with Shift: vowel signs, hamzas and ligatures; what is a sign of other layouts too is known by its place
_SHIFTED = dict(
    zip(
        "\u064e\u064b\u064f\u064c\ufef9\u0625\u061b\u0650\u064d\ufef7\u0623\u0640\u060c\u0652\ufef5\u0622",
        "QWERTYPASGHJKXBN",
        strict=True,
    )
)
_BY_PLACE = {
    (46, "/"): "L", (52, "~"): "Z", (40, "]"): "D", (41, "["): "F", (54, "}"): "C", (55, "{"): "V", (58, "'"): "M",
}  # fmt: skip
"""Place on the keyboard, as X11 and Wayland count them, and what stands there with Shift."""


def press(event: QKeyEvent) -> bool:
    """Press the button in focus by Enter, as Space does: Qt alone answers Enter for the default button of a dialog."""
    button, held = QApplication.focusWidget(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not held
    if not enter or not isinstance(button, QPushButton | QToolButton):
        return False
    if not event.isAutoRepeat():
        button.click()
    return True


def on_latin_layout(event: QKeyEvent) -> QKeySequence | None:
    """What the key would have been on a Latin layout, if it was Ctrl or Alt with an Arabic letter or digit."""
    letter = chr(event.key()) if event.key() < 0x110000 else ""
    held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    latin = LATIN.get(letter) or _SHIFTED.get(letter) or _BY_PLACE.get((event.nativeScanCode(), letter))
    if latin is None or not held:
        return None
    return QKeySequence(QKeyCombination(event.modifiers(), Qt.Key(ord(latin))))


def answer(window: QWidget, event: QKeyEvent) -> bool:
    """Do what the key would have done on a Latin layout: a command of the window, or of the part that has the focus."""
    wanted = on_latin_layout(event)
    if wanted is None:
        return False
    focus = QApplication.focusWidget() or window
    for shortcut in window.findChildren(QShortcut):
        if shortcut.key() == wanted and shortcut.isEnabled() and _reaches(shortcut, focus):
            shortcut.activated.emit()
            return True
    for action in window.findChildren(QAction):
        if action.shortcut() == wanted and action.isEnabled():
            action.trigger()
            return True
    return False


def _reaches(shortcut: QShortcut, focus: QWidget) -> bool:
    owner = shortcut.parent()
    return isinstance(owner, QWidget) and owner.isVisible() and (owner is focus or owner.isAncestorOf(focus))
