"""The versions of packs in a table, the latest first."""

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from snhr_desktop.i18n import N_, NC_, Language, Message
from snhr_desktop.store.place_packs import Held
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.measure import px
from snhr_desktop.ui.tongue import Words, said

IN_USE, EARLIER, OUT = N_("in use"), N_("earlier"), N_("taken out")
HEADINGS = (
    NC_("pack of places", "Name"), NC_("pack of places", "Version"), N_("State"), N_("Taken in"), N_("Places"),
    N_("Outlines"), NC_("pack of places", "Licence"),
)  # fmt: skip
_MOST_ROWS, _ROW, _HEAD = 6, 36, 48


class PacksTable(QTableWidget):
    """One row is chosen at a time."""

    def __init__(self, kit: Kit, name: Words, parent: QWidget | None = None) -> None:
        super().__init__(0, len(HEADINGS), parent)
        self._kit = kit
        self._held: Sequence[Held] = ()
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

    def show_packs(self, held: Sequence[Held]) -> None:
        """Show these; a version that is new among them is the one one is at."""
        newest, self._held = self._held[:1], held
        self._fill()
        if held and tuple(held[:1]) != tuple(newest):
            self.setCurrentCell(0, 0)

    def chosen(self) -> Held | None:
        """The version one is at."""
        row = self.currentRow()
        return self._held[row] if 0 <= row < len(self._held) else None

    def _fill(self) -> None:
        language, row = self._kit.tongue.language, self.currentRow()
        side = Qt.AlignmentFlag.AlignRight if language.rtl else Qt.AlignmentFlag.AlignLeft
        self.setHorizontalHeaderLabels([said(words, language) for words in HEADINGS])
        self.horizontalHeader().setDefaultAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        self.setRowCount(len(self._held))
        for at, one in enumerate(self._held):
            for column, cell in enumerate(_cells(one, language)):
                item = QTableWidgetItem(cell)
                item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute)
                self.setItem(at, column, item)
        if self._held:
            self.setCurrentCell(max(0, min(row, len(self._held) - 1)), 0)
        self._fit()

    def _fit(self) -> None:
        rows = min(max(len(self._held), 1), _MOST_ROWS)
        self.verticalHeader().setDefaultSectionSize(px(_ROW))
        self.setFixedHeight(rows * px(_ROW) + px(_HEAD))


def _state(one: Held) -> Message:
    if one.taken_out:
        return OUT
    return IN_USE if one.in_use else EARLIER


def _cells(one: Held, language: Language) -> Sequence[str]:
    day = dt.datetime.fromisoformat(one.at).astimezone().date()
    texts = one.about.name, one.about.version, one.about.licence
    name, version, licence = (language.isolate(text) for text in texts)
    numbers = (language.number(one.places), language.number(one.outlines))
    return name, version, language.text(_state(one)), language.date(day), *numbers, licence
