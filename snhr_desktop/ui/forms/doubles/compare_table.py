"""Two records side by side in a table: a sign and bold words where they differ, a tick where a side is kept."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from snhr_desktop.domain.doubles.keeping import BOTH, ONE, OTHER
from snhr_desktop.i18n import N_, first_strong
from snhr_desktop.ui.forms.doubles.rows import Key, Row
from snhr_desktop.ui.forms.means import Means
from snhr_desktop.ui.tongue import Words

FIELD, DIFFERS, SAME = N_("Field"), N_("Differs"), N_("Same")
KEPT, KEPT_OF = N_("Kept"), {ONE: N_("The first"), OTHER: N_("The second"), BOTH: N_("Both")}
CHOOSE = N_("Space chooses which is kept.")
TABLE = N_("Comparison, field by field")
_SIGN = "≠"
_LABEL, _MARK, _HERE, _THERE, _CHOICE = range(5)
_WIDTHS = {_LABEL: 200, _MARK: 40, _CHOICE: 110}


class CompareTable(QTableWidget):
    """`choosing` tables let each differing field be kept of a side: by Space or Enter, or a click on the value."""

    chosen = Signal()

    def __init__(
        self, means: Means, heads: tuple[Words, Words], choosing: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(0, 5 if choosing else 4, parent)
        self._means, self._choosing, self._heads = means, choosing, heads
        self._rows: tuple[Row, ...] = ()
        self.sides: dict[Key, str] = {}
        """What was chosen, by list, row and field; what is not in it is kept as usual."""
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setSectionsClickable(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        for column in range(self.columnCount()):
            stretched = column in (_HERE, _THERE)
            head.setSectionResizeMode(
                column, QHeaderView.ResizeMode.Stretch if stretched else QHeaderView.ResizeMode.Fixed
            )
            if not stretched:
                self.setColumnWidth(column, _WIDTHS[column])
        means.kit.tongue.bind(self, accessibleName=TABLE)
        self.cellClicked.connect(self._click)

    def show_heads(self, here: Words, there: Words) -> None:
        """Call the two sides otherwise."""
        self._heads = (here, there)
        self._say_heads()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show another comparison; what was chosen for fields that are still there stays chosen."""
        self._rows = tuple(rows)
        self.setRowCount(len(self._rows))
        self._say_heads()
        for number in range(len(self._rows)):
            self._fill(number)
        self.resizeRowsToContents()
        if self._rows and self.currentRow() < 0:
            self.setCurrentCell(min(1, len(self._rows) - 1), _HERE)

    def side(self, row: Row) -> str:
        """Which side a field is kept of."""
        return self.sides.get(row.key, row.usual) if row.key else ""

    def choose(self, number: int, side: str) -> None:
        """Keep the field of a row of one side."""
        row = self._rows[number]
        if row.key and side in row.ways:
            self.sides[row.key] = side
            self._fill(number)
            self.chosen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space or Enter keeps the next side."""
        row = self._rows[self.currentRow()] if 0 <= self.currentRow() < len(self._rows) else None
        keys = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if self._choosing and row and row.ways and event.key() in keys:
            at = row.ways.index(self.side(row))
            self.choose(self.currentRow(), row.ways[(at + 1) % len(row.ways)])
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.resizeRowsToContents()

    def _say_heads(self) -> None:
        say = self._means.kit.tongue.say
        heads: list[Words] = [FIELD, lambda _: "", *self._heads, KEPT]
        self.setHorizontalHeaderLabels([say(words) for words in heads[: self.columnCount()]])

    def _fill(self, number: int) -> None:
        row, say = self._rows[number], self._means.kit.tongue.say
        head, side = row.key is None, self.side(row)
        differs = bool(row.ways) or (not head and row.differs)
        kept = {ONE: (_HERE,), OTHER: (_THERE,), BOTH: (_HERE, _THERE)}.get(side, ()) if row.ways else ()
        texts: Mapping[int, str] = {
            _LABEL: row.label, _MARK: _SIGN if differs else "", _HERE: row.here, _THERE: row.there,
            _CHOICE: say(KEPT_OF[side]) if row.ways else "",
        }  # fmt: skip
        for column in range(self.columnCount()):
            ticked = self._choosing and column in kept
            item = self._cell(texts[column], head or (differs and column != _LABEL), ticked)
            if column == _MARK and not head:
                told = say(DIFFERS if differs else SAME)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, told)
                item.setToolTip(told)
            if column == _CHOICE and row.ways:
                item.setToolTip(say(CHOOSE))
            self.setItem(number, column, item)

    def _cell(self, text: str, strong: bool, ticked: bool) -> QTableWidgetItem:
        spoken = self._means.language
        item = QTableWidgetItem("\n".join(spoken.isolate(line) for line in text.split("\n")))
        rtl = (first_strong(text) or spoken.direction) == "rtl"
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        item.setTextAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
        if strong:
            face = QFont(self.font())
            face.setBold(True)
            item.setFont(face)
        elif not ticked:
            item.setForeground(self._means.kit.theme.colour("muted"))
        if ticked:
            item.setIcon(self._means.kit.theme.icon("check", "accent"))
        return item

    def _click(self, number: int, column: int) -> None:
        if self._choosing and column in (_HERE, _THERE):
            self.choose(number, ONE if column == _HERE else OTHER)
