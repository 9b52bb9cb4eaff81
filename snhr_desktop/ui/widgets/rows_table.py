"""A short table of things of which one is chosen: as high as its rows, said again in each language."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from snhr_desktop.i18n import Language, Message
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.measure import px
from snhr_desktop.ui.tongue import Words, said

_ROW, _HEAD = 36, 48
Shown = TypeVar("Shown")


class RowsTable(QTableWidget, Generic[Shown]):
    """`cells` says what stands in the row of one, in the order of the `headings`; more than `most` rows scroll."""

    def __init__(
        self,
        kit: Kit,
        name: Words,
        headings: Sequence[Message],
        cells: Callable[[Shown, Language], Sequence[str]],
        most: int = 6,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(0, len(headings), parent)
        self._kit, self._headings, self._cells, self._most = kit, headings, cells, most
        self.shown: Sequence[Shown] = ()
        kit.tongue.bind(self, accessibleName=name)
        self.setProperty("kind", "list")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setStretchLastSection(True)
        kit.tongue.on_switch(self, self._fill)
        kit.theme.on_change(self, self._fit)

    def show_rows(self, shown: Sequence[Shown]) -> None:
        """Show these in place of what was there; one stays at the same row."""
        self.shown = shown
        self._fill()

    def chosen(self) -> Shown | None:
        """What one is at."""
        row = self.currentRow()
        return self.shown[row] if 0 <= row < len(self.shown) else None

    def _fill(self) -> None:
        language, row = self._kit.tongue.language, self.currentRow()
        side = Qt.AlignmentFlag.AlignRight if language.rtl else Qt.AlignmentFlag.AlignLeft
        self.setHorizontalHeaderLabels([said(words, language) for words in self._headings])
        self.horizontalHeader().setDefaultAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        self.setRowCount(len(self.shown))
        for at, one in enumerate(self.shown):
            for column, cell in enumerate(self._cells(one, language)):
                item = QTableWidgetItem(said(partial(_same, cell), language))
                item.setToolTip(item.text())  # a narrow window cuts what is long
                item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute)
                self.setItem(at, column, item)
        if self.shown:
            self.setCurrentCell(max(0, min(row, len(self.shown) - 1)), 0)
        self._fit()

    def _fit(self) -> None:
        rows = min(max(len(self.shown), 1), self._most)
        self.verticalHeader().setDefaultSectionSize(px(_ROW))
        self.setFixedHeight(rows * px(_ROW) + px(_HEAD))


def _same(text: str, _: Language) -> str:
    return text
