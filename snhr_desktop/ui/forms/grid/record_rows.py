"""The rows of a list of records as a table model: raw values in, words out, every change undoable."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from html import escape
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QUndoStack

from snhr_desktop.domain.fields import Field
from snhr_desktop.domain.kinds import Text
from snhr_desktop.domain.records import Record
from snhr_desktop.errors import Problem
from snhr_desktop.i18n import Message
from snhr_desktop.ui.forms.grid.cells import say_cell
from snhr_desktop.ui.forms.grid.commands import InsertRow, PutValue, RemoveRow
from snhr_desktop.ui.forms.grid.row import Row, blank
from snhr_desktop.ui.forms.means import Means

Suggests = Mapping[str, tuple[str, Callable[[str], str]]]
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_Role = Qt.ItemDataRole


class RecordRows(QAbstractTableModel):
    """`columns` are shown in cells; the other fields of a row are entered beside the grid.

    There is always a row to type into. `put`, `insert` and `take` are for commands alone: they leave no trace.
    """

    edited = Signal()
    """A person changed something, or undid it."""
    shown = Signal(int)
    """The row in which something was undone or done again."""

    def __init__(
        self,
        means: Means,
        record_type: type[Record],
        columns: Sequence[str],
        heads: Mapping[str, Message],
        undo: QUndoStack,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._means = means
        self.record_type, self._heads = record_type, heads
        self.columns: tuple[Field, ...] = tuple(record_type.field(name) for name in columns)
        self.suggests: Suggests = {}
        self.rows: list[Row] = [Row()]
        self.undo = undo
        self._sitting = 0
        self._tried = False
        self._tellers: dict[int, Callable[[Row, Field], Any]] = {
            _Role.DisplayRole: self._say,
            _Role.EditRole: lambda row, field: row.raw.get(field.name),
            _Role.ForegroundRole: self._ink,
            _Role.BackgroundRole: self._ground,
            _Role.DecorationRole: self._mark,
            _Role.ToolTipRole: self._tip,
            _Role.AccessibleTextRole: self._spoken,
        }
        means.kit.tongue.on_switch(self, self._say_again)
        means.kit.theme.on_change(self, self._say_again)

    def load(self, raws: Iterable[Mapping[str, Any]]) -> None:
        """Show records as a dossier or a draft carries them."""
        self.beginResetModel()
        self.rows = [Row(dict(raw)) for raw in raws] or [Row()]
        self._tried = False
        self.endResetModel()

    def kept(self) -> list[Row]:
        """The rows that say something, in order."""
        return [row for row in self.rows if not row.blank()]

    def edit(self, row: Row, name: str, value: Any) -> None:
        """Say a value of a field; undoable."""
        if value != row.raw.get(name) and not (value in ("", None) and name not in row.raw):
            self.undo.push(PutValue(self, row, name, value, self._sitting))

    def sit(self) -> None:
        """A new sitting begins: what is typed from now on is undone by itself."""
        self._sitting += 1

    def add(self, at: int, row: Row | None = None) -> None:
        """Put in a row; undoable."""
        self.undo.push(InsertRow(self, at, row or Row()))

    def remove(self, at: int) -> None:
        """Take a row out; undoable."""
        self.undo.push(RemoveRow(self, at))

    def fill(self, at: int, raws: Sequence[Mapping[str, Any]]) -> None:
        """Say whole rows from a row on, undone together: a blank row is filled, before another one they are put in."""
        self.sit()
        self.undo.beginMacro("")
        for place, raw in enumerate(raws, at):
            if place < len(self.rows) and self.rows[place].blank():
                for name, value in raw.items():
                    self.edit(self.rows[place], name, value)
            else:
                self.add(place, Row(dict(raw)))
        self.undo.endMacro()
        self.sit()

    def put(self, row: Row, name: str, value: Any) -> None:
        """Say a value, without a trace."""
        row.put(name, value)
        at = self.rows.index(row)
        self.dataChanged.emit(self.index(at, 0), self.index(at, len(self.columns) - 1))
        self.edited.emit()

    def insert(self, at: int, row: Row) -> None:
        """Put a row in, without a trace."""
        self.beginInsertRows(_NOWHERE, at, at)
        self.rows.insert(at, row)
        self.endInsertRows()
        self.edited.emit()

    def take(self, row: Row) -> None:
        """Take a row out, without a trace."""
        at = self.rows.index(row)
        self.beginRemoveRows(_NOWHERE, at, at)
        del self.rows[at]
        self.endRemoveRows()
        self.edited.emit()

    def leave(self, row: Row, name: str) -> None:
        """The field was left: what is wrong with it may be shown from now on."""
        row.left.add(name)
        self._say_again()

    def show_problems(self, problems: Sequence[Problem], tried: bool) -> None:
        """Mark the cells; a problem's row counts the rows that are kept."""
        kept = self.kept()
        self._tried = tried
        for row in self.rows:
            row.problems = {}
        for problem in problems:
            row = kept[problem.row] if problem.row < len(kept) else self.rows[0]
            row.problems[problem.field] = (*row.problems.get(problem.field, ()), problem)
        self._say_again()

    def suggested(self, row: Row, name: str) -> str:
        """What a field of the row may say, going by another one; blank where nothing can be suggested."""
        source, suggest = self.suggests.get(name, ("", str))
        return suggest(str(row.raw.get(source) or "")) if source else ""

    def take_suggestions(self) -> None:
        """Say what is suggested wherever nothing is said; undone together."""
        self.sit()
        self.undo.beginMacro("")
        for row in self.kept():
            for name in self.suggests:
                if blank(row.raw.get(name)):
                    self.edit(row, name, self.suggested(row, name))
        self.undo.endMacro()

    def told(self, row: Row, name: str) -> tuple[Problem, ...]:
        """The problems shown of a field."""
        return row.shown_problems(name, self._tried)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many rows, the blank ones included."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """How many columns."""
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every cell can be edited."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """What a cell shows, holds, is coloured and says."""
        teller = self._tellers.get(role)
        if teller is None or not index.isValid():
            return None
        return teller(self.rows[index.row()], self.columns[index.column()])

    def setData(self, index: Index, value: Any, role: int = _Role.EditRole) -> bool:
        """Say a value from a cell."""
        if role != _Role.EditRole or not index.isValid():
            return False
        self.edit(self.rows[index.row()], self.columns[index.column()].name, value)
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:
        """The label of a column, the number of a row."""
        if role not in (_Role.DisplayRole, _Role.ToolTipRole, _Role.AccessibleTextRole):
            return None
        language = self._means.language
        if orientation == Qt.Orientation.Vertical:
            return language.number(section + 1)
        field = self.columns[section]
        if role == _Role.ToolTipRole:
            return language.text(field.hint or field.label)
        head = self._heads.get(field.name, field.label) if role == _Role.DisplayRole else field.label
        return language.text(head) + (" *" if field.required else "")

    def _say(self, row: Row, field: Field) -> str:
        language = self._means.language
        text = say_cell(field, row.raw.get(field.name, self._default(row, field)), language)
        if isinstance(field.kind, Text) and text:
            return language.isolate(text)
        return self._means.kit.tongue.say(lambda _: text)  # our own words: they run as the language does

    def _default(self, row: Row, field: Field) -> Any:
        return "" if row.blank() else field.default

    def _ink(self, row: Row, field: Field) -> Any:
        return None if field.name in row.raw else self._means.kit.theme.colour("muted")

    def _ground(self, row: Row, field: Field) -> Any:
        return self._means.kit.theme.colour("refused_soft") if self.told(row, field.name) else None

    def _mark(self, row: Row, field: Field) -> Any:
        return self._means.kit.theme.icon("circle-alert", "refused") if self.told(row, field.name) else None

    def _tip(self, row: Row, field: Field) -> str | None:
        told = self.told(row, field.name)
        text = "\n".join(p.tell(self._means.language) for p in told) or self._say(row, field)
        return f"<p>{escape(text)}</p>" if text else None

    def _spoken(self, row: Row, field: Field) -> str:
        language = self._means.language
        told = (problem.tell(language) for problem in self.told(row, field.name))
        return " ".join((f"{language.text(field.label)}: {self._say(row, field)}", *told))

    def _say_again(self) -> None:
        last = len(self.columns) - 1
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, last))
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, last)
        self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, max(0, len(self.rows) - 1))
