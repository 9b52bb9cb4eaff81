"""The keys of the form: each is on an Arabic keyboard too."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget


def give_keys(form: QWidget, acts: dict[str, Callable[[], None]]) -> None:
    """Let each key do its act while the focus is anywhere in the form."""
    for keys, act in acts.items():
        shortcut = QShortcut(QKeySequence(keys), form)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)


def unchosen(part: QWidget) -> None:
    """Nothing chosen in the first line of a part: a stray key must not write over what stands there."""
    while (proxy := part.focusProxy()) is not None:
        part = proxy
    if isinstance(part, QLineEdit):
        part.end(False)


def press_focused(event: QKeyEvent) -> bool:
    """Let Enter press the button that has the focus; outside of a dialog Qt leaves that to Space."""
    focused = QApplication.focusWidget()
    if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or not isinstance(focused, QPushButton):
        return False
    focused.click()
    return True
