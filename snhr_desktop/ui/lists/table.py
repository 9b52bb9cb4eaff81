"""A long list itself: rows of any number, for mouse and keyboard."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.lists.cell_painter import HEADING_HEIGHT, ROW_HEIGHT, CellPainter
from snhr_desktop.ui.lists.chosen import Chosen, Span, added_up
from snhr_desktop.ui.lists.columns import Column
from snhr_desktop.ui.lists.frozen_part import FrozenPart
from snhr_desktop.ui.lists.laying_out import LayingOut
from snhr_desktop.ui.lists.model import ListModel
from snhr_desktop.ui.lists.source import Source
from snhr_desktop.ui.measure import px
from snhr_desktop.ui.tongue import Words

_MANY = 1_000
_SOON = 30
"""How long the rows one came to are waited for before their places are painted, ms."""
Index = QModelIndex | QPersistentModelIndex


class ListTable(QTableView):
    """Arrow keys walk, F7 sorts by the column one is in, Enter opens, Ctrl+C asks for a copy."""

    picked = Signal(str)
    """The uid of the row one came to; blank for none."""
    opened = Signal(str)
    """The uid of the row that Enter or a double click chose."""
    sort_asked = Signal(str)
    """The sort key of a column."""
    chosen_changed = Signal()
    """Other rows are chosen now."""
    copy_asked = Signal()
    """A person wants the chosen rows on the clipboard."""

    def __init__(
        self, desk: Desk, source: Source, columns: Sequence[Column], query: Any, name: Words,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._desk = desk
        self.columns = tuple(columns)
        self.lines = ListModel(desk, source, columns, query, self)
        self.setModel(self.lines)
        self.setItemDelegate(CellPainter(desk.kit, columns, self))
        self._set_up()
        self._set_headers()
        self.frozen = FrozenPart(self)
        self.laying_out = LayingOut(self, columns, self.frozen)
        desk.tongue.bind(self, accessibleName=name)
        self.setProperty("kind", "list")
        desk.theme.on_change(self, self._measure)
        self._unread = False
        self._held = QTimer(self, singleShot=True, interval=_SOON)
        self._held.timeout.connect(self._paint_again)
        self.selectionModel().currentRowChanged.connect(self._tell_row)
        self.lines.dataChanged.connect(self._tell_read)
        self.lines.modelReset.connect(self.chosen_changed)
        for view in (self, self.frozen):
            view.doubleClicked.connect(lambda _: self._open())
        self.frozen.horizontalHeader().sectionClicked.connect(self._sort_by)

    # --- rows -------------------------------------------------------------------------------------------------

    def current_uid(self) -> str:
        """What one is at; blank for none."""
        row = self.lines.row(self.currentIndex().row())
        return row.uid if row else ""

    def rows_in_sight(self) -> range:
        """The rows that show, and a page's worth of none where nothing does."""
        first = max(0, self.rowAt(0))
        last = self.rowAt(self.viewport().height() - 1)
        return range(first, (last if last >= 0 else self.lines.total - 1) + 1)

    def go_to(self, number: int) -> None:
        """Come to a row, keeping the column."""
        column = max(0, self.currentIndex().column())
        at = self.lines.index(number, column)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(at, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(at)
        if not self.lines.at_hand(self.rows_in_sight()):  # to paint their places would only make them wait
            self.viewport().setUpdatesEnabled(False)
            self._held.start()

    def show_order(self, order: str, descending: bool) -> None:
        """Mark the column the list is sorted by."""
        shown = next((number for number, column in enumerate(self.columns) if column.order == order), -1)
        side = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        for view in (self, self.frozen):
            view.horizontalHeader().setSortIndicator(shown, side)

    def shown_columns(self) -> tuple[Column, ...]:
        """The columns that show, in the order of reading."""
        header = self.horizontalHeader()
        order = (header.logicalIndex(place) for place in range(header.count()))
        return tuple(self.columns[number] for number in order if not header.isSectionHidden(number))

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Bring a cell into sight, beside the columns that stay rather than below them."""
        bar, before = self.horizontalScrollBar(), self.horizontalScrollBar().value()
        super().scrollTo(index, hint)
        if index.isValid() and not self.frozen.isHidden():  # Qt asks for none before it is set up
            if not self.frozen.horizontalHeader().isSectionHidden(index.column()):
                bar.setValue(before)
                return
            cell, port = self.visualRect(index), self.viewport().rect()
            rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            hidden = cell.right() - (port.right() - self.frozen.room()) if rtl else self.frozen.room() - cell.left()
            bar.setValue(bar.value() - max(0, hidden))

    # --- choosing ---------------------------------------------------------------------------------------------

    def selectAll(self) -> None:
        """Choose every row as one range: Qt alone asks for each cell of each row."""
        if not self.lines.total:
            return
        last = self.lines.index(self.lines.total - 1, len(self.columns) - 1)
        every = QItemSelection(self.lines.index(0, 0), last)
        self.selectionModel().select(every, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Repaint alone where very many rows are chosen: Qt would list every cell for screen readers."""
        if _rows(selected) + _rows(deselected) > _MANY:
            self.viewport().update()
        else:
            super().selectionChanged(selected, deselected)
        self.chosen_changed.emit()

    def spans(self) -> tuple[Span, ...]:
        """The chosen rows as spans, in the order of the list."""
        ranges = self.selectionModel().selection().toList()
        return tuple(sorted({(chosen.top(), chosen.bottom() + 1) for chosen in ranges}))

    def chosen(self) -> Chosen:
        """How many rows are chosen, and what they add up to: known at once, whatever their number."""
        return added_up(self.lines.all, self.spans())

    # --- keys -------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, F7 sorts, Ctrl+C copies; the rest is Qt's."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_asked.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
        elif event.key() == Qt.Key.Key_F7:
            self._sort_by(self.currentIndex().column())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the columns the room there is."""
        super().resizeEvent(event)
        self.laying_out.place()

    def changeEvent(self, event: QEvent) -> None:
        """Let the columns that stay change sides with the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self.laying_out.place()

    # --- what holds it together -------------------------------------------------------------------------------

    def _set_up(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)

    def _set_headers(self) -> None:
        down, across = self.verticalHeader(), self.horizontalHeader()
        down.setVisible(False)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        # to draw a heading, Qt looks whether every row of its column is chosen: seconds, where there are very many
        across.setSelectionModel(QItemSelectionModel(self.lines, across))
        across.setSectionsClickable(True)
        across.setSortIndicatorShown(True)
        across.setHighlightSections(False)
        across.setMinimumSectionSize(40)
        across.sectionClicked.connect(self._sort_by)

    def _measure(self) -> None:
        """Rows and columns grow with the text."""
        for view in (self, self.frozen):
            view.verticalHeader().setDefaultSectionSize(px(ROW_HEIGHT))
            view.horizontalHeader().setMinimumHeight(px(HEADING_HEIGHT))
        self.laying_out.place()
        self.viewport().update()

    def _sort_by(self, section: int) -> None:
        if 0 <= section < len(self.columns) and self.columns[section].order:
            self.sort_asked.emit(self.columns[section].order)
        else:  # Qt has moved its mark already
            self.show_order(self.lines.query.order, self.lines.query.descending)

    def _tell_row(self, current: Index, _: Index) -> None:
        row = self.lines.row(current.row())
        self._unread = current.isValid() and row is None
        self.picked.emit(row.uid if row else "")

    def _tell_read(self) -> None:
        """Tell the row one came to before it was read."""
        if self._unread:
            self._tell_row(self.currentIndex(), self.currentIndex())
        if self._held.isActive() and self.lines.at_hand(self.rows_in_sight()):
            self._paint_again()

    def _paint_again(self) -> None:
        self._held.stop()
        self.viewport().setUpdatesEnabled(True)

    def _open(self) -> None:
        if uid := self.current_uid():
            self.opened.emit(uid)


def _rows(selection: QItemSelection) -> int:
    return sum(chosen.bottom() - chosen.top() + 1 for chosen in selection.toList())
