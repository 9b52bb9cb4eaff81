"""Keys that a line of text would take for itself, although they are commands of the entry or the window.

On some systems Qt gives a line Emacs' keys beside its own: Ctrl+E for its end, Ctrl+D, Ctrl+K, and undo of its own.
"""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

_OF_A_LINE = frozenset({Qt.Key.Key_A, Qt.Key.Key_C, Qt.Key.Key_V, Qt.Key.Key_X})
"""With Ctrl: select all, copy, paste, cut."""


def is_command(event: QEvent) -> bool:
    """Whether a line is about to take Ctrl and a letter that a command has."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
    letter = Qt.Key.Key_A <= event.key() <= Qt.Key.Key_Z and event.key() not in _OF_A_LINE
    return letter and held == Qt.KeyboardModifier.ControlModifier
