"""The first columns of a list, which stay at the leading edge while the others are scrolled sideways."""

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QRect, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

_BORDER = 1
"""What the style draws round a list, px."""


class FrozenPart(QTableView):
    """Lies over its list, which has the focus and the keys; both show the same rows and the same choice of them."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table
        self._number = 0
        self.setModel(table.model())
        self.setSelectionModel(table.selectionModel())
        self.setItemDelegate(table.itemDelegate())
        self.setFocusProxy(table)
        self.setProperty("kind", "list")
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setSelectionBehavior(table.selectionBehavior())
        self.setSelectionMode(table.selectionMode())
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self._set_headers(table)
        for bar, other in ((self, table), (table, self)):
            bar.verticalScrollBar().valueChanged.connect(other.verticalScrollBar().setValue)
        self.hide()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Repaint alone; the list itself tells what was chosen."""
        self.viewport().update()

    def show_first(self, number: int) -> None:
        """Show the first columns of the list as they stand there now; none where the number is 0."""
        self._number = number
        self.setVisible(number > 0)
        if not number:
            return
        theirs, own = self._table.horizontalHeader(), self.horizontalHeader()
        shown = [at for at in map(theirs.logicalIndex, range(theirs.count())) if not theirs.isSectionHidden(at)]
        for section in range(theirs.count()):
            own.setSectionHidden(section, section not in shown[:number])
        for place, section in enumerate(shown[:number]):
            own.moveSection(own.visualIndex(section), place)
            own.resizeSection(section, theirs.sectionSize(section))
        own.setSortIndicator(theirs.sortIndicatorSection(), theirs.sortIndicatorOrder())
        self.place()

    def place(self) -> None:
        """Lie over the leading end of the list, its header included; the trailing border parts the two."""
        header, port = self._table.horizontalHeader(), self._table.viewport().geometry()
        width = self.horizontalHeader().length() + 2 * _BORDER
        rtl = self._table.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = port.right() + 1 + _BORDER - width if rtl else port.left() - _BORDER
        self.horizontalHeader().setFixedHeight(header.height())
        top, height = header.geometry().top() - _BORDER, header.height() + port.height() + 2 * _BORDER
        self.setGeometry(QRect(left, top, width, height))
        self.raise_()

    def room(self) -> int:
        """The width that it takes of the list."""
        return self.horizontalHeader().length() if self._number else 0

    def _set_headers(self, table: QTableView) -> None:
        down, across = self.verticalHeader(), self.horizontalHeader()
        down.setVisible(False)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setDefaultSectionSize(table.verticalHeader().defaultSectionSize())
        across.setSelectionModel(QItemSelectionModel(table.model(), across))  # as that of the list
        across.setSectionsClickable(True)
        across.setSortIndicatorShown(True)
        across.setHighlightSections(False)
        across.setMinimumSectionSize(40)
