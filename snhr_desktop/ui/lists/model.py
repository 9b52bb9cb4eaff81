"""The rows a query finds, as a table: which there are is asked once, what they say is read where one looks."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from time import monotonic
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from snhr_desktop.i18n import N_, Language
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.lists.columns import Column, Lines
from snhr_desktop.ui.lists.looking import Look, look, read_page
from snhr_desktop.ui.lists.row_pages import PAGE, RowPages, pages_of
from snhr_desktop.ui.lists.source import Source
from snhr_desktop.workspace import Found, Workspace

Index = QModelIndex | QPersistentModelIndex
_PATIENCE, _LATER, _MOST_GIVEN_WAY = 0.25, 120, 3
"""How long a count is worked on before it gives way, s; after how long it is tried again, ms; and how often."""
LINES, CODE, SIGN = (Qt.ItemDataRole.UserRole + number for number in range(3))
"""Roles: all lines of a cell (None while its row was not read yet), the code of a row's status, a cell's sign."""
SORT_BY = N_("Sort by this column (F7 in the list)")


class ListModel(QAbstractTableModel):
    """`show_query` asks; rows that come into sight are read when they do."""

    found = Signal()
    """The beginning of the answer to the latest question stands in the list."""
    counted = Signal()
    """All of it does: `total` and `toll` are those of the whole list."""

    def __init__(
        self, desk: Desk, source: Source, columns: Sequence[Column], query: Any, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._operations, self.source = desk, desk.operations, source
        self.columns = tuple(columns)
        self.query = self._asked = query
        self.all = Found()
        self.whole = True
        self._turn, self._gave_way, self._fetching = 0, 0, False
        self._again = QTimer(self, singleShot=True, interval=_LATER)
        self._again.timeout.connect(self._count)
        self._rows = RowPages()
        desk.tongue.on_switch(self, self._say_again)

    # --- asking -----------------------------------------------------------------------------------------------

    def show_query(self, query: Any, rows: Iterable[int] = ()) -> None:
        """Show what a query finds; `rows` in sight are read at once, so that a refresh does not flicker."""
        self._asked = replace(query, language=self._desk.tongue.language.code)
        self._turn += 1
        self._gave_way = 0
        self._look(pages_of(rows))

    def refresh(self, rows: Iterable[int] = ()) -> None:
        """Ask the latest question again."""
        self.show_query(self._asked, rows)

    @property
    def total(self) -> int:
        """How many rows are known; all there are once `whole`."""
        return len(self.all)

    def row(self, number: int) -> Any:
        """One row, if it is at hand."""
        return self._rows.row(number) if 0 <= number < self.total else None

    def at_hand(self, rows: Iterable[int]) -> bool:
        """Whether these rows are at hand; those that are not are read."""
        missing = [number for number in rows if self.row(number) is None]
        if missing:
            self._fetch()
        return not missing

    def number_of(self, uid: str) -> int | None:
        """Where a row stands, if its page is at hand."""
        return self._rows.number_of(uid)

    def number_of_row(self, row: int) -> int | None:
        """Where a row of the store stands in the list, at hand or not."""
        try:
            return self.all.rows.index(row)
        except ValueError:
            return None

    # --- what Qt asks -----------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many rows were found."""
        return 0 if parent.isValid() else self.total

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """One for each of `columns`."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell says. A row not read yet says nothing, and is read."""
        if not index.isValid() or role not in _ROLES:
            return None
        row = self.row(index.row())
        if row is None:
            self._fetch()
            return None
        if role == CODE:
            return getattr(row, "status", "")
        column = self.columns[index.column()]
        if role == SIGN:
            return column.sign(row) if column.sign else None
        return _ROLES[role](column.lines(row, self._language, self._operations.gazetteer), column, self._language)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The heading of a column."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._language.text(column.heading)
        if role == Qt.ItemDataRole.ToolTipRole and column.order:
            return self._language.text(SORT_BY)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column) | int(Qt.TextFlag.TextWordWrap.value)
        return None

    # --- what holds it together -------------------------------------------------------------------------------

    @property
    def _language(self) -> Language:
        return self._desk.tongue.language

    def _look(self, pages: tuple[int, ...]) -> None:
        self._again.stop()  # a count asked now would take the place of the look
        source, asked, turn = self.source, self._asked, self._turn
        self._operations.ask(
            lambda workspace: look(workspace, source, asked, pages, lambda: self._turn == turn),
            self._take,
            owner=self,
            key=f"list {id(self)}",
        )

    def _take(self, answer: Look | None) -> None:
        if answer is None:
            return
        self.beginResetModel()
        self.query, self.all, self.whole = self._asked, answer.found, answer.whole
        self._rows.clear()
        for page, rows in answer.pages.items():
            self._rows.put(page, rows)
        self.endResetModel()
        self.found.emit()
        if self.whole:
            self.counted.emit()
        else:
            self._count()

    def _count(self) -> None:
        """Ask for all the rows, now that the first stand in the list; what else is asked goes first a few times."""
        if self.whole:
            return
        source, asked, turn, awaited = self.source, self._asked, self._turn, self._operations.are_awaited
        giving_way = self._gave_way < _MOST_GIVEN_WAY

        def count(workspace: Workspace) -> Found | None:
            patience = monotonic() + _PATIENCE

            def wanted() -> bool:
                return self._turn == turn and not (giving_way and monotonic() > patience and awaited())

            return source.found(workspace, asked, -1, wanted)

        self._operations.ask(count, self._take_all, owner=self, key=f"list {id(self)}")

    def _take_all(self, found: Found | None) -> None:
        if found is None:
            self._gave_way += 1
            self._again.start()
            return
        shown = self.total
        if found.rows[:shown] != self.all.rows:  # the store has moved on
            self._look((0, 1))
            return
        if len(found) > shown:
            self.beginInsertRows(QModelIndex(), shown, len(found) - 1)
            self.all, self.whole = found, True
            self.endInsertRows()
        self.all, self.whole = found, True
        self.counted.emit()

    def _fetch(self) -> None:
        """Read the page wanted last, one at a time, so that a jump does not wait for all that was passed."""
        if self._fetching:
            return
        page = self._rows.next_wanted()
        if page is None:
            return
        self._fetching = True
        source, found, turn = self.source, self.all, self._turn
        self._operations.ask(
            lambda workspace: read_page(workspace, source, found, page),
            lambda rows: self._put(page, rows, turn),
            owner=self,
        )

    def _put(self, page: int, rows: tuple[Any, ...], turn: int) -> None:
        self._fetching = False
        if turn == self._turn:
            self._rows.put(page, rows)
            first, last = page * PAGE, min(self.total, (page + 1) * PAGE) - 1
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))
        self._fetch()

    def _say_again(self) -> None:
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)
        if self.total:
            self.dataChanged.emit(self.index(0, 0), self.index(self.total - 1, len(self.columns) - 1))


def _alignment(column: Column) -> int:
    """Numbers stand under each other by their last digit, which is on the right in both languages."""
    middle = Qt.AlignmentFlag.AlignVCenter
    if column.numeric:
        return int((Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | middle).value)
    return int((Qt.AlignmentFlag.AlignLeading | middle).value)


def _joined(lines: Lines, column: Column, language: Language) -> str:
    return " · ".join(lines)


def _tip(lines: Lines, column: Column, language: Language) -> str:
    return "" if column.numeric else "\n".join(lines)


def _spoken(lines: Lines, column: Column, language: Language) -> str:
    return f"{language.text(column.heading)}: {' · '.join(lines)}"


def _all_lines(lines: Lines, column: Column, language: Language) -> Lines:
    return lines


def _aligned(lines: Lines, column: Column, language: Language) -> int:
    return _alignment(column)


_ROLES: dict[int, Any] = {
    Qt.ItemDataRole.DisplayRole: _joined,
    Qt.ItemDataRole.ToolTipRole: _tip,
    Qt.ItemDataRole.AccessibleTextRole: _spoken,
    Qt.ItemDataRole.TextAlignmentRole: _aligned,
    LINES: _all_lines,
    CODE: None,
    SIGN: None,
}
