"""The list itself: rows of any number, for mouse and keyboard, copied as a spreadsheet takes them."""

from dataclasses import replace

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from snhr_desktop.i18n import N_, NP_, Language
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.incidents.cell_painter import ROW_HEIGHT, CellPainter
from snhr_desktop.ui.incidents.columns import BY_KEY, COLUMNS, as_pasted, fitting
from snhr_desktop.ui.incidents.model import IncidentModel
from snhr_desktop.workspace import Workspace

COPIED = NP_("{n} row was copied.", "{n} rows were copied.")
COPIED_FIRST = NP_("Only the first {n} row was copied.", "Only the first {n} rows were copied.")
_MOST_COPIED = 10_000
_MANY = 1_000
Index = QModelIndex | QPersistentModelIndex


class IncidentTable(QTableView):
    """Arrow keys walk, F7 sorts by the column one is in, Enter opens, Ctrl+C copies."""

    picked = Signal(str)
    """The uid of the row one came to; blank for none."""
    opened = Signal(str)
    """The uid of the row that Enter or a double click chose."""
    sort_asked = Signal(str)
    """The sort key of a column."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.incidents = IncidentModel(desk, self)
        self.setModel(self.incidents)
        self.setItemDelegate(CellPainter(desk.kit, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self._set_headers()
        desk.tongue.bind(self, accessibleName=N_("List of incidents"))
        self.setProperty("kind", "list")
        desk.theme.on_change(self, self.viewport().update)
        self._unread = False
        self.selectionModel().currentRowChanged.connect(self._tell_row)
        self.incidents.dataChanged.connect(self._tell_read)
        self.doubleClicked.connect(lambda _: self._open())

    # --- rows -------------------------------------------------------------------------------------------------

    def current_uid(self) -> str:
        """The incident one is at; blank for none."""
        row = self.incidents.row(self.currentIndex().row())
        return row.uid if row else ""

    def rows_in_sight(self) -> range:
        """The rows that show, and a page's worth of none where nothing does."""
        first = max(0, self.rowAt(0))
        last = self.rowAt(self.viewport().height() - 1)
        return range(first, (last if last >= 0 else self.incidents.total - 1) + 1)

    def go_to(self, number: int) -> None:
        """Come to a row, keeping the column."""
        column = max(0, self.currentIndex().column())
        at = self.incidents.index(number, column)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(at, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(at)

    def show_order(self, order: str, descending: bool) -> None:
        """Mark the column the list is sorted by."""
        shown = next((BY_KEY[column.key] for column in COLUMNS if column.order == order), -1)
        side = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(shown, side)

    # --- choosing and copying ---------------------------------------------------------------------------------

    def selectAll(self) -> None:
        """Choose every row as one range: Qt alone asks for each cell of each row."""
        if not self.incidents.total:
            return
        last = self.incidents.index(self.incidents.total - 1, len(COLUMNS) - 1)
        every = QItemSelection(self.incidents.index(0, 0), last)
        self.selectionModel().select(every, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Repaint alone where very many rows are chosen: Qt would list every cell for screen readers."""
        if _rows(selected) + _rows(deselected) > _MANY:
            self.viewport().update()
        else:
            super().selectionChanged(selected, deselected)

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: Qt would read the whole list; Ctrl+K searches."""

    def copy_rows(self) -> None:
        """Put the chosen rows on the clipboard, as text with tabs."""
        ranges = sorted((r.top(), r.bottom()) for r in self.selectionModel().selection().toList())
        if not ranges:
            return
        query, language = self.incidents.query, self._desk.tongue.language

        def read(workspace: Workspace) -> list[str]:
            lines: list[str] = []
            for top, bottom in ranges:
                room = min(bottom - top + 1, _MOST_COPIED - len(lines))
                page = workspace.incidents(replace(query, offset=top, limit=room))
                lines += [as_pasted(row, language, workspace.gazetteer) for row in page.rows]
            return lines

        chosen = sum(bottom - top + 1 for top, bottom in ranges)
        self._desk.operations.ask(read, lambda lines: self._put_on_clipboard(lines, chosen), owner=self)

    # --- keys -------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, F7 sorts, Ctrl+C copies; the rest is Qt's."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_rows()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
        elif event.key() == Qt.Key.Key_F7:
            self._sort_by(self.currentIndex().column())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the columns the room there is."""
        super().resizeEvent(event)
        self._share_room()

    # --- what holds it together -------------------------------------------------------------------------------

    def _set_headers(self) -> None:
        down, across = self.verticalHeader(), self.horizontalHeader()
        down.setVisible(False)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setDefaultSectionSize(ROW_HEIGHT)
        across.setSectionsClickable(True)
        across.setSortIndicatorShown(True)
        across.setHighlightSections(False)
        across.setMinimumSectionSize(40)
        across.sectionClicked.connect(self._sort_by)

    def _share_room(self) -> None:
        room = self.viewport().width()
        shown = fitting(room)
        spare = max(0, room - sum(column.width for column in shown))
        shares = sum(column.share for column in shown)
        header = self.horizontalHeader()
        for number, column in enumerate(COLUMNS):
            header.setSectionHidden(number, column not in shown)
            header.resizeSection(number, column.width + spare * column.share // shares)

    def _sort_by(self, section: int) -> None:
        if 0 <= section < len(COLUMNS) and COLUMNS[section].order:
            self.sort_asked.emit(COLUMNS[section].order)
        else:  # Qt has moved its mark already
            self.show_order(self.incidents.query.order, self.incidents.query.descending)

    def _tell_row(self, current: Index, _: Index) -> None:
        row = self.incidents.row(current.row())
        self._unread = current.isValid() and row is None
        self.picked.emit(row.uid if row else "")

    def _tell_read(self) -> None:
        """Tell the row one came to before it was read."""
        if self._unread:
            self._tell_row(self.currentIndex(), self.currentIndex())

    def _open(self) -> None:
        if uid := self.current_uid():
            self.opened.emit(uid)

    def _put_on_clipboard(self, lines: list[str], chosen: int) -> None:
        QGuiApplication.clipboard().setText("\n".join(lines))
        copied = len(lines)

        def said(language: Language) -> str:
            return language.plural(COPIED if copied == chosen else COPIED_FIRST, copied)

        self._desk.tell_saved(said)


def _rows(selection: QItemSelection) -> int:
    return sum(chosen.bottom() - chosen.top() + 1 for chosen in selection.toList())
