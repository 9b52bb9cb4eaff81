"""The table that is filled by keyboard alone."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QHeaderView, QTableView, QWidget

from snhr_desktop.look import SCREEN
from snhr_desktop.ui import clipboard
from snhr_desktop.ui.forms.grid.cell_delegate import CellDelegate, begins_row
from snhr_desktop.ui.forms.grid.clipboard import cells_of, rows_of, text_of
from snhr_desktop.ui.forms.grid.record_rows import RecordRows
from snhr_desktop.ui.forms.means import Means
from snhr_desktop.ui.measure import px

_ROW, _PADDING, _FRAME = 36, 16, 4
_LEAST_ROWS, _MOST_ROWS = 2, 8
_Trigger = QAbstractItemView.EditTrigger


class GridView(QTableView):
    """Type to edit; Tab and Enter go on, and from the last cell to a new row.

    A blank last row is the way out: Enter leaves the grid from any of its cells, Tab from its last.
    """

    turned = Signal(int)
    """Another row is current."""

    def __init__(self, means: Means, model: RecordRows, weights: Sequence[int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._means, self._rows, self._weights = means, model, tuple(weights)
        self.setModel(model)
        self._cells = CellDelegate(means, model, self)
        self._cells.stepped.connect(self._stepped)
        self._cells.row_asked.connect(self._next_row)
        self.setItemDelegate(self._cells)
        self.setEditTriggers(_Trigger.AnyKeyPressed | _Trigger.EditKeyPressed | _Trigger.DoubleClicked)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self._dress_headers()
        means.kit.tongue.on_switch(self, self._share)
        for signal in (model.rowsInserted, model.rowsRemoved, model.modelReset):
            signal.connect(self._fit)
        self.selectionModel().currentRowChanged.connect(lambda now, _: self.turned.emit(now.row()))
        means.kit.theme.on_change(self, self._measure)

    def go_to(self, row: int, column: int = 0) -> None:
        """Make a cell current."""
        index = self._rows.index(row, column)
        self.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        )
        self.scrollTo(index)

    def step(self, by: int) -> bool:
        """Go to the next cell or the one before; False where the grid ends."""
        count = len(self._rows.columns)
        at = self.currentIndex()
        place = at.row() * count + at.column() + by if at.isValid() else 0
        if place < 0:
            return False
        if place >= count * len(self._rows.rows):
            if self._rows.rows[-1].blank():
                return False
            self._rows.add(len(self._rows.rows))
        self.go_to(*divmod(place, count))
        return True

    def leave(self, onward: bool = True) -> None:
        """Go on to what stands after the grid."""
        super().focusNextPrevChild(onward)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's own name
        """Tab goes through the cells first."""
        return self.step(1 if next else -1) or super().focusNextPrevChild(next)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on (with Shift: to the next row), Delete empties a cell, F4 opens a choice; rows are copied and
        pasted; any other key begins to edit.
        """
        key = event.key()
        if event.matches(QKeySequence.StandardKey.Paste):
            self._paste()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        elif begins_row(event):
            self._next_row()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        elif key == Qt.Key.Key_Delete and not event.modifiers():
            self._rows.sit()
            self._rows.setData(self.currentIndex(), "")
        elif key == Qt.Key.Key_F4 or (key == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier):
            self._open_choice()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns by their weights."""
        super().resizeEvent(event)
        self._share()

    def focusInEvent(self, event: object) -> None:
        """There is always a current cell to type into."""
        super().focusInEvent(event)  # type: ignore[arg-type]
        if not self.currentIndex().isValid():
            self.go_to(0)

    def _paste(self) -> None:
        """Rows copied in a spreadsheet go in from the current cell on: over the blank rows, before the others."""
        cells = cells_of(QApplication.clipboard().text())
        at = self.currentIndex()
        if not cells or not at.isValid():
            return
        if len(cells) == len(cells[0]) == 1:
            self._rows.sit()
            self._rows.edit(self._rows.rows[at.row()], self._rows.columns[at.column()].name, cells[0][0].strip())
            return
        raws = rows_of(cells, self._rows.columns, self._rows.record_type.fields(), at.column())
        self._rows.fill(at.row(), [raw for raw in raws if raw])

    def _copy(self) -> None:
        """The chosen rows, with every field they say, under the names of the fields."""
        chosen = sorted({index.row() for index in self.selectionModel().selectedRows()})
        rows = [self._rows.rows[at] for at in chosen]
        said = {name for row in rows for name in row.raw}
        fields = [field for field in self._rows.record_type.fields() if field.name in said and not field.sensitive]
        if fields:
            clipboard.put(text_of(rows, fields, self._means.language))

    def _enter(self) -> None:
        last = self.currentIndex().row() == len(self._rows.rows) - 1
        if (last and self._rows.rows[-1].blank()) or not self.step(1):
            self.leave()

    def _stepped(self, by: int) -> None:
        self.setFocus()
        if not self.step(by):
            self.leave(by > 0)

    def _next_row(self) -> None:
        """The first cell of the next row, a new one after the last; a blank one there will do."""
        self.setFocus()
        at = self.currentIndex().row()
        if at == len(self._rows.rows) - 1 and not self._rows.rows[at].blank():
            self._rows.add(at + 1)
        self.go_to(min(at + 1, len(self._rows.rows) - 1))

    def _open_choice(self) -> None:
        self.edit(self.currentIndex())
        editor = QApplication.focusWidget()
        if isinstance(editor, QComboBox):
            QTimer.singleShot(0, editor, editor.showPopup)

    def _dress_headers(self) -> None:
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        )
        across.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        across.setHighlightSections(False)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setProperty("kind", "grid")

    def _measure(self) -> None:
        """Rows, marks and headings as high as the text is large."""
        self.setIconSize(QSize(px(14), px(14)))
        self.verticalHeader().setDefaultSectionSize(px(_ROW))
        self.verticalHeader().setFixedWidth(px(30))
        self._share()
        self._fit()

    def _fit(self) -> None:
        rows = min(max(len(self._rows.rows), _LEAST_ROWS), _MOST_ROWS)
        self.setFixedHeight(rows * px(_ROW) + self.horizontalHeader().height() + _FRAME)
        if not self.currentIndex().isValid() and self._rows.rows:
            self.go_to(0)

    def _share(self) -> None:
        width, whole = self.viewport().width(), sum(self._weights)
        shares = [width * weight // whole for weight in self._weights]
        shares[-1] += width - sum(shares)
        for column, share in enumerate(shares):
            self.setColumnWidth(column, share)
        self._fit_header(shares)

    def _fit_header(self, shares: Sequence[int]) -> None:
        """As high as the longest label needs, word by word."""
        header, flags = self.horizontalHeader(), Qt.TextFlag.TextWordWrap.value
        face = QFont(header.font())
        face.setPixelSize(px(SCREEN.note))
        face.setWeight(QFont.Weight.DemiBold)
        measure = QFontMetrics(face)
        labels = (str(self._rows.headerData(at, Qt.Orientation.Horizontal)) for at in range(len(shares)))
        rooms = zip(labels, shares, strict=True)
        heights = (measure.boundingRect(0, 0, room - _PADDING, px(200), flags, said).height() for said, room in rooms)
        height = max(heights) + _PADDING
        if height != header.height():
            header.setFixedHeight(height)
            self._fit()
