"""The columns of a file in a table: first values, what each is taken for, and how the values are read."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from snhr_desktop.domain.places import Gazetteer
from snhr_desktop.i18n import N_, Language
from snhr_desktop.ui.exchange.looking import Line
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.measure import px
from snhr_desktop.ui.tongue import said
from snhr_desktop.ui.widgets.wrapped_items import wrap_items

TITLE = N_("Columns of the file, and what each is taken for")
HEADINGS = (N_("Column"), N_("First values"), N_("Taken for"), N_("Read as"))
UNMAPPED, OF_REPEAT = N_("Not taken in"), N_("{repeat}: {column}")
WRONG = N_("{value}: {problem}")
_BETWEEN = " · "
_CHANGES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2, Qt.Key.Key_Space)
_ROW = 34


class ColumnsTable(QTableWidget):
    """`asked` when a person wants to change what the column they are at is taken for, `left_out` to take it out."""

    asked = Signal()
    left_out = Signal()

    def __init__(self, kit: Kit, gazetteer: Gazetteer, parent: QWidget | None = None) -> None:
        super().__init__(0, len(HEADINGS), parent)
        self._kit, self._gazetteer = kit, gazetteer
        self._lines: tuple[Line, ...] = ()
        self._settled = QTimer(self, singleShot=True, interval=0)
        self.setProperty("kind", "list")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setWordWrap(True)
        wrap_items(self)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self._settled.timeout.connect(self._fit)
        kit.tongue.bind(self, accessibleName=TITLE)
        kit.tongue.on_switch(self, self._fill)
        kit.theme.on_change(self, self._fit)
        self.cellDoubleClicked.connect(lambda *_: self.asked.emit())

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other columns; one stays at the row one is at."""
        self._lines = tuple(lines)
        self._fill()

    def line(self) -> Line | None:
        """The column one is at."""
        row = self.currentRow()
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Change the column one is at, or take it out."""
        if event.key() in _CHANGES and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.asked.emit()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.left_out.emit()
        else:
            super().keyPressEvent(event)

    def _fill(self) -> None:
        language, row = self._kit.tongue.language, self.currentRow()
        self.setHorizontalHeaderLabels([said(words, language) for words in HEADINGS])
        side = (Qt.AlignmentFlag.AlignRight if language.rtl else Qt.AlignmentFlag.AlignLeft) | (
            Qt.AlignmentFlag.AlignAbsolute
        )
        self.horizontalHeader().setDefaultAlignment(side)
        self.setRowCount(len(self._lines))
        for at, line in enumerate(self._lines):
            for column, text in enumerate(self._cells(line, language)):
                item = QTableWidgetItem(_sided(text, language))
                item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
                item.setToolTip(text)
                if column == len(HEADINGS) - 1 and line.unread:
                    item.setIcon(self._kit.theme.icon("triangle-alert", "amber"))
                self.setItem(at, column, item)
        if self._lines:
            self.setCurrentCell(max(0, min(row, len(self._lines) - 1)), 0)
        self._fit()
        self._settled.start()  # once more when columns and typefaces are those of the window as it is shown

    def _cells(self, line: Line, language: Language) -> tuple[str, ...]:
        column = language.isolate(line.column)
        named = language.text(OF_REPEAT, repeat=line.repeat, column=line.column) if line.repeat else column
        given = _BETWEEN.join(language.isolate(one.given) for one in line.seen)
        return named, given, language.text(line.taken or UNMAPPED), self._read(line, language)

    def _read(self, line: Line, language: Language) -> str:
        """All that cannot be read, by what is wrong with it; where nothing is, the values as they are read."""
        wrong: dict[str, list[str]] = {}
        for one in line.unread:
            if one.problem:
                wrong.setdefault(one.problem.tell(language), []).append(language.isolate(one.given))
        if wrong:
            told = (language.text(WRONG, value=_BETWEEN.join(some), problem=said) for said, some in wrong.items())
            return "\n".join(told)
        told = (one.tell(language, self._gazetteer) for one in line.seen)
        return _BETWEEN.join(language.isolate(one) for one in dict.fromkeys(filter(None, told)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words wrap anew: the rows are as high as they need, and the table as its rows."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As high as all its rows: the page scrolls, and nothing scrolls inside it."""
        self.verticalHeader().setMinimumSectionSize(px(_ROW))
        self.resizeRowsToContents()
        rows = sum(self.rowHeight(row) for row in range(self.rowCount()))
        self.setFixedHeight(max(rows, px(_ROW) * 3) + self.horizontalHeader().height() + px(6))


def _sided(text: str, language: Language) -> str:
    def line(_: Language) -> str:
        return text

    return said(line, language)
