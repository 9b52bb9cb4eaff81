"""The incidents a query finds, as a table: rows are read a page at a time on the store's thread."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from snhr_desktop.i18n import N_, Language
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.incidents.columns import COLUMNS, Lines
from snhr_desktop.ui.incidents.row_pages import PAGE, RowPages, pages_of
from snhr_desktop.workspace import IncidentPage, IncidentQuery, IncidentRow, Toll, Workspace

Index = QModelIndex | QPersistentModelIndex
LINES, STATUS = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
"""Roles: all lines of a cell, and the code of a row's status."""
SORT_BY = N_("Sort by this column (F7 in the list)")


@dataclass(frozen=True)
class Found:
    """What a query finds: how many, their toll, and the pages asked for."""

    total: int
    toll: Toll
    pages: dict[int, tuple[IncidentRow, ...]]


class IncidentModel(QAbstractTableModel):
    """`show_query` asks; rows that come into sight are read when they do."""

    found = Signal()
    """The answer to the latest question stands in the list."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._operations = desk, desk.operations
        self.query = IncidentQuery(uids=())
        self.total, self.toll = 0, Toll(0, 0)
        self._asked, self._turn, self._fetching = self.query, 0, False
        self._rows = RowPages()
        desk.tongue.on_switch(self, self._say_again)

    # --- asking -----------------------------------------------------------------------------------------------

    def show_query(self, query: IncidentQuery, rows: Iterable[int] = ()) -> None:
        """Show what a query finds; `rows` in sight are read at once, so that a refresh does not flicker."""
        asked = self._asked = replace(query, language=self._desk.tongue.language.code)
        pages = pages_of(rows) or (0,)
        self._turn += 1
        self._operations.ask(
            lambda workspace: _look(workspace, asked, pages), self._take, owner=self, key="incidents list"
        )

    def refresh(self, rows: Iterable[int] = ()) -> None:
        """Ask the latest question again."""
        self.show_query(self._asked, rows)

    def row(self, number: int) -> IncidentRow | None:
        """One row, if it is at hand."""
        return self._rows.row(number) if 0 <= number < self.total else None

    def number_of(self, uid: str) -> int | None:
        """Where an incident stands, if its page is at hand."""
        return self._rows.number_of(uid)

    # --- what Qt asks -----------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many incidents were found."""
        return 0 if parent.isValid() else self.total

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """One for each of `COLUMNS`."""
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell says. A row not read yet says nothing, and is read."""
        if not index.isValid() or role not in _ROLES:
            return None
        row = self.row(index.row())
        if row is None:
            self._fetch()
            return None
        if role == STATUS:
            return row.status
        return _ROLES[role](self._lines(row, index.column()), index.column(), self._language)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The heading of a column."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        column = COLUMNS[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._language.text(column.heading)
        if role == Qt.ItemDataRole.ToolTipRole and column.order:
            return self._language.text(SORT_BY)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        return None

    # --- what holds it together -------------------------------------------------------------------------------

    @property
    def _language(self) -> Language:
        return self._desk.tongue.language

    def _lines(self, row: IncidentRow, column: int) -> Lines:
        return COLUMNS[column].say(row, self._language, self._operations.gazetteer)

    def _take(self, found: Found) -> None:
        self.beginResetModel()
        self.query, self.total, self.toll = self._asked, found.total, found.toll
        self._rows.clear()
        for page, rows in found.pages.items():
            self._rows.put(page, rows)
        self.endResetModel()
        self.found.emit()

    def _fetch(self) -> None:
        """Read the page wanted last, one at a time, so that a jump does not wait for all that was passed."""
        if self._fetching:
            return
        page = self._rows.next_wanted()
        if page is None:
            return
        self._fetching = True
        query, turn = replace(self.query, offset=page * PAGE, limit=PAGE), self._turn
        self._operations.ask(
            lambda workspace: workspace.incidents(query), lambda answer: self._put(page, answer, turn), owner=self
        )

    def _put(self, page: int, answer: IncidentPage, turn: int) -> None:
        self._fetching = False
        if turn == self._turn and answer.total != self.total:
            self.refresh((page * PAGE,))  # the store has moved on
        elif turn == self._turn:
            self._rows.put(page, answer.rows)
            first, last = page * PAGE, min(self.total, (page + 1) * PAGE) - 1
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(COLUMNS) - 1))
        self._fetch()

    def _say_again(self) -> None:
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)
        if self.total:
            self.dataChanged.emit(self.index(0, 0), self.index(self.total - 1, len(COLUMNS) - 1))


def _look(workspace: Workspace, query: IncidentQuery, pages: Iterable[int]) -> Found:
    found = {page: workspace.incidents(replace(query, offset=page * PAGE, limit=PAGE)) for page in pages}
    total = next(iter(found.values())).total
    return Found(total, workspace.toll(query), {page: answer.rows for page, answer in found.items()})


def _alignment(column: int) -> int:
    """Numbers stand under each other by their last digit, which is on the right in both languages."""
    middle = Qt.AlignmentFlag.AlignVCenter
    if COLUMNS[column].numeric:
        return int((Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | middle).value)
    return int((Qt.AlignmentFlag.AlignLeading | middle).value)


def _joined(lines: Lines, column: int, language: Language) -> str:
    return " · ".join(lines)


def _tip(lines: Lines, column: int, language: Language) -> str:
    return "" if COLUMNS[column].numeric else "\n".join(lines)


def _spoken(lines: Lines, column: int, language: Language) -> str:
    return f"{language.text(COLUMNS[column].heading)}: {' · '.join(lines)}"


def _all_lines(lines: Lines, column: int, language: Language) -> Lines:
    return lines


def _aligned(lines: Lines, column: int, language: Language) -> int:
    return _alignment(column)


_ROLES: dict[int, Any] = {
    Qt.ItemDataRole.DisplayRole: _joined,
    Qt.ItemDataRole.ToolTipRole: _tip,
    Qt.ItemDataRole.AccessibleTextRole: _spoken,
    Qt.ItemDataRole.TextAlignmentRole: _aligned,
    LINES: _all_lines,
    STATUS: None,
}
