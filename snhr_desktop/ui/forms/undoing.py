"""What can be undone in the fields of an entry, in one order with what is undone in its lists."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from snhr_desktop.ui.forms.editors.field_editor import FieldEditor

Waivers = Sequence[Mapping[str, Any]]
_SAY = 2
_PAUSE = 1_000
"""Milliseconds without a key after which what is typed next is undone by itself."""


class SayField(QUndoCommand):
    """A value said of one field. Keystrokes of one sitting are undone together."""

    def __init__(self, undoing: "Undoing", editor: FieldEditor, before: Any, after: Any, sitting: int) -> None:
        super().__init__()
        self._undoing, self._editor, self._sitting = undoing, editor, sitting
        self._before, self._after = before, after

    def id(self) -> int:
        """Commands of one id may be joined."""
        return _SAY

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Join what was typed into the same field in the same sitting."""
        if not isinstance(other, SayField) or (self._editor, self._sitting) != (other._editor, other._sitting):
            return False
        self._after = other._after
        return True

    def redo(self) -> None:
        """Say it; the first time it is said already."""
        self._undoing.show(self._editor, self._after)

    def undo(self) -> None:
        """Say what was said before."""
        self._undoing.show(self._editor, self._before)


class SayWaivers(QUndoCommand):
    """Which hints may stand as they are."""

    def __init__(self, put: Callable[[Waivers], None], before: Waivers, after: Waivers) -> None:
        super().__init__()
        self._put, self._before, self._after = put, before, after

    def redo(self) -> None:
        """Say it."""
        self._put(self._after)

    def undo(self) -> None:
        """Say what was said before."""
        self._put(self._before)


class Undoing(QObject):
    """`stack` is shared with the lists of the entry."""

    shown = Signal(object)
    """The `FieldEditor` that says something else now, because something was undone."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.stack = QUndoStack(self)
        self._said: dict[FieldEditor, Any] = {}
        self._sitting = 0
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._rise)

    def watch(self, editors: Iterable[FieldEditor]) -> None:
        """Keep what is typed into some fields."""
        for editor in editors:
            self._said[editor] = editor.raw()
            editor.edited.connect(lambda editor=editor: self._edited(editor))
            editor.left.connect(self._rise)

    def begin(self) -> None:
        """Another entry is shown: nothing was done to it yet."""
        self.stack.clear()
        self._said = {editor: editor.raw() for editor in self._said}

    def say(self, editor: FieldEditor, value: Any) -> None:
        """Fill a field in for the person; undone by itself."""
        self._rise()
        self.stack.push(SayField(self, editor, self._said[editor], value, self._sitting))
        self._rise()

    def show(self, editor: FieldEditor, value: Any) -> None:
        """Let a field say a value, unless it says it already."""
        self._said[editor] = value
        if editor.raw() != value:
            editor.set_raw(value)
            self._said[editor] = editor.raw()
            self.shown.emit(editor)

    def _edited(self, editor: FieldEditor) -> None:
        before, after = self._said[editor], editor.raw()
        self._pause.start()
        if before != after:
            self.stack.push(SayField(self, editor, before, after, self._sitting))

    def _rise(self) -> None:
        self._pause.stop()
        self._sitting += 1
