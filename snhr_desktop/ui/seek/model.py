"""The lines of the palette as a list: said in the language spoken, marked where words of the question stand."""

from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from snhr_desktop.domain.seeking import Question, Span
from snhr_desktop.ui.seek.row import Row
from snhr_desktop.ui.tongue import Tongue

Index = QModelIndex | QPersistentModelIndex
LINE = Qt.ItemDataRole.UserRole
"""Role: the `Line` of a row."""


class Line(NamedTuple):
    """What a row says now, and the spans of it that are marked."""

    title: str
    note: str
    tail: str
    icon: str
    heading: bool
    title_marks: tuple[Span, ...] = ()
    note_marks: tuple[Span, ...] = ()


class FoundModel(QAbstractListModel):
    """`show_rows` replaces everything; headings cannot be chosen."""

    def __init__(self, tongue: Tongue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tongue = tongue
        self._rows: list[Row] = []
        self._lines: dict[int, Line] = {}
        self._question = Question()
        tongue.on_switch(self, self._say_again)

    def show_rows(self, rows: list[Row], question: Question) -> None:
        """Show the lines found for a question."""
        self.beginResetModel()
        self._rows, self._question = rows, question
        self._lines.clear()
        self.endResetModel()

    def row(self, number: int) -> Row:
        """One line."""
        return self._rows[number]

    def choosable(self, start: int, step: int) -> int:
        """The next line from `start`, itself included, that is no heading; -1 where there is none that way."""
        while 0 <= start < len(self._rows) and self._rows[start].is_heading:
            start += step
        return start if 0 <= start < len(self._rows) else -1

    def group(self, start: int, step: int) -> int:
        """The first line of the next group (or of the one before), round at the ends; -1 where there is none."""
        heads = [number for number, row in enumerate(self._rows) if row.is_heading]
        if not heads:
            return -1
        own = max((at for at, number in enumerate(heads) if number < start), default=0)
        return heads[(own + step) % len(heads)] + 1

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many lines there are, headings among them."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The line, or its words in one piece for whoever listens."""
        if not index.isValid():
            return None
        line = self._line(index.row())
        if role == LINE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (line.title, line.note, line.tail)))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A heading is not chosen."""
        if index.isValid() and self._rows[index.row()].is_heading:
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

    def _line(self, number: int) -> Line:
        line = self._lines.get(number)
        if line is None:
            line = self._lines[number] = self._said(self._rows[number])
        return line

    def _said(self, row: Row) -> Line:
        title, note, tail = (self._tongue.say(words) for words in (row.title, row.note, row.tail))
        if row.is_heading:
            return Line(title, "", "", "", heading=True)
        marks = self._question.marks
        return Line(title, note, tail, row.icon, False, marks(title), marks(note))

    def _say_again(self) -> None:
        self._lines.clear()
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))
