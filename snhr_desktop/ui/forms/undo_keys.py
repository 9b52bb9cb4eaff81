"""The keys of undo and redo, which belong to the whole entry and to no single line of it."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence


def is_undoing(event: QEvent) -> bool:
    """Whether a line is about to take the keys of undo and redo for itself: the whole entry has them."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
