"""Copying rows of a list to the clipboard: read some at a time, so that everything else goes on meanwhile."""

from array import array
from functools import partial

from PySide6.QtCore import QObject, Signal

from snhr_desktop.errors import Refusal
from snhr_desktop.i18n import NP_, Language
from snhr_desktop.ui import clipboard
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.lists.chosen import rows_of
from snhr_desktop.ui.lists.pasting import heading_line, row_lines
from snhr_desktop.ui.lists.table import ListTable
from snhr_desktop.workspace import Workspace

COPIED = NP_("{n} row was copied.", "{n} rows were copied.")
_AT_ONCE = 256


class Copying(QObject):
    """One copy at a time; a second takes the place of the first."""

    progressed = Signal(int, int)
    """How many rows are ready, of how many."""
    ended = Signal()
    """The rows are on the clipboard, or the copy was given up."""

    def __init__(self, desk: Desk, table: ListTable) -> None:
        super().__init__(table)
        self._desk, self._table = desk, table
        self._turn = 0
        self._rows: array[int] = array("I")
        self._lines: list[str] = []

    def start(self) -> None:
        """Copy the rows that are chosen, with the columns that show."""
        self._rows = rows_of(self._table.lines.all, self._table.spans())
        if not self._rows:
            return
        self._turn += 1
        self._columns = self._table.shown_columns()
        self._language = self._desk.tongue.language
        self._lines = [heading_line(self._columns, self._language)]
        self.progressed.emit(0, len(self._rows))
        self._read(0)

    def give_up(self) -> None:
        """Copy nothing; the clipboard stays as it was."""
        self._turn += 1
        self._lines.clear()
        self.ended.emit()

    def _read(self, start: int) -> None:
        some, turn = self._rows[start : start + _AT_ONCE].tolist(), self._turn
        source, columns, language = self._table.lines.source, self._columns, self._language

        def read(workspace: Workspace) -> list[str]:
            return row_lines(source.rows(workspace, some), columns, language, workspace.gazetteer)

        ask = self._desk.operations.ask
        ask(read, partial(self._take, start + len(some), turn), failed=self._refuse, owner=self)

    def _take(self, done: int, turn: int, lines: list[str]) -> None:
        if turn != self._turn:
            return
        self._lines += lines
        self.progressed.emit(done, len(self._rows))
        if done < len(self._rows):
            self._read(done)
            return
        written = self._lines
        self._desk.operations.ask(lambda _: "\n".join(written).encode(), partial(self._put, turn), owner=self)

    def _put(self, turn: int, text: bytes) -> None:
        if turn != self._turn:
            return
        clipboard.put(text)
        copied = len(self._lines) - 1
        self._lines = []

        def said(language: Language) -> str:
            return language.plural(COPIED, copied)

        self._desk.tell_passing(said)
        self.ended.emit()

    def _refuse(self, refusal: Refusal) -> None:
        self._desk.refuse(refusal)
        self.give_up()
