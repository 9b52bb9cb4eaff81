"""What can be undone in a grid."""

from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QUndoCommand

from snhr_desktop.ui.forms.grid.row import Row

if TYPE_CHECKING:
    from snhr_desktop.ui.forms.grid.record_rows import RecordRows

_PUT = 1


class PutValue(QUndoCommand):
    """A value said of one field. Keystrokes of one sitting in a cell are undone together."""

    def __init__(self, model: "RecordRows", row: Row, name: str, value: Any, sitting: int) -> None:
        super().__init__()
        self._model, self._row, self._name, self._sitting = model, row, name, sitting
        self._before, self._after = row.raw.get(name), value

    def id(self) -> int:
        """Commands of one id may be joined."""
        return _PUT

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Join what was typed into the same cell in the same sitting."""
        if not isinstance(other, PutValue):
            return False
        mine = (self._row, self._name, self._sitting)
        if mine != (other._row, other._name, other._sitting):
            return False
        self._after = other._after
        return True

    def redo(self) -> None:
        """Say it."""
        self._model.put(self._row, self._name, self._after)

    def undo(self) -> None:
        """Say what was said before."""
        self._model.put(self._row, self._name, self._before)
        self._model.shown.emit(self._model.rows.index(self._row))


class InsertRow(QUndoCommand):
    """A row put in."""

    def __init__(self, model: "RecordRows", at: int, row: Row) -> None:
        super().__init__()
        self._model, self._at, self._row = model, at, row

    def redo(self) -> None:
        """Put it in."""
        self._model.insert(self._at, self._row)

    def undo(self) -> None:
        """Take it out."""
        self._model.take(self._row)
        self._model.shown.emit(self._at - 1)


class RemoveRow(QUndoCommand):
    """A row taken out."""

    def __init__(self, model: "RecordRows", at: int) -> None:
        super().__init__()
        self._model, self._at, self._row = model, at, model.rows[at]

    def redo(self) -> None:
        """Take it out."""
        self._model.take(self._row)

    def undo(self) -> None:
        """Put it back where it was."""
        self._model.insert(self._at, self._row)
        self._model.shown.emit(self._at)
