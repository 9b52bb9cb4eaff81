"""Puts a layout on the header of a list, and reads off the header what a person did to it with the mouse."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QTableView

from snhr_desktop.ui.lists.columns import Column, fitting
from snhr_desktop.ui.lists.frozen_part import FrozenPart
from snhr_desktop.ui.lists.layout import LEAST, MOST, Layout, usual
from snhr_desktop.ui.measure import factor, px

_PAUSE = 300  # ms after the last step of a drag


class LayingOut(QObject):
    """Columns without a width of their own share the room; the usual ones give way where there is too little."""

    changed = Signal()
    """A person laid the list out anew."""

    def __init__(self, table: QTableView, columns: Sequence[Column], frozen: FrozenPart) -> None:
        super().__init__(table)
        self._table, self._columns, self._frozen = table, tuple(columns), frozen
        self._placing = False
        self.layout = usual(columns)
        self._told = QTimer(self, singleShot=True, interval=_PAUSE)
        self._told.timeout.connect(self.changed)
        header = table.horizontalHeader()
        header.setSectionsMovable(True)
        header.sectionResized.connect(self._take_width)
        header.sectionMoved.connect(self._take_order)
        frozen.horizontalHeader().sectionResized.connect(self._take_frozen_width)

    def show(self, layout: Layout) -> None:
        """Lay the list out."""
        self.layout = layout
        self.place()

    def change(self, layout: Layout) -> None:
        """Lay the list out as a person wants it."""
        if layout != self.layout:
            self.show(layout)
            self.changed.emit()

    def place(self) -> None:
        """Give each column its place and its part of the room there is now."""
        if self._placing:  # a bar has come or gone because of it; that is seen below
            return
        for _ in range(2):
            room = self._table.viewport().width()
            self._place_in(room)
            if self._table.viewport().width() == room:
                return

    def _place_in(self, room: int) -> None:
        header = self._table.horizontalHeader()
        shown = self._shown(room)
        widths = self._widths(shown, room)
        self._placing = True
        for number, column in enumerate(self._columns):
            header.setSectionHidden(number, column.key not in widths)
        for place, column in enumerate(shown):
            number = self._columns.index(column)
            header.moveSection(header.visualIndex(number), place)
            header.resizeSection(number, widths[column.key])
        self._frozen.show_first(min(self.layout.frozen, len(shown) - 1))
        self._placing = False

    def _shown(self, room: int) -> tuple[Column, ...]:
        by_key = {column.key: column for column in self._columns}
        wanted = tuple(by_key[key] for key in self.layout.keys)
        return fitting(wanted, int(room / factor())) if self.layout == usual(self._columns) else wanted

    def _widths(self, shown: Sequence[Column], room: int) -> dict[str, int]:
        own = self.layout.widths  # px at 100 %, as all that is kept
        widths = {column.key: px(own.get(column.key, column.width)) for column in shown}
        spare = max(0, room - sum(widths.values()))
        free = [column for column in shown if column.key not in own]
        shares = sum(column.share for column in free) or 1
        return widths | {column.key: widths[column.key] + spare * column.share // shares for column in free}

    def _take_width(self, section: int, _: int, width: int) -> None:
        if self._placing or self._table.horizontalHeader().isSectionHidden(section):
            return
        key = self._columns[section].key
        usual_px = min(MOST, max(LEAST, round(width / factor())))
        self.layout = replace(self.layout, widths={**self.layout.widths, key: usual_px})
        self._frozen.show_first(self.layout.frozen)
        self._told.start()

    def _take_frozen_width(self, section: int, _: int, width: int) -> None:
        if not self._placing and not self._frozen.horizontalHeader().isSectionHidden(section):
            self._table.horizontalHeader().resizeSection(section, width)

    def _take_order(self) -> None:
        if self._placing:
            return
        header = self._table.horizontalHeader()
        order = [self._columns[header.logicalIndex(place)].key for place in range(header.count())]
        # what gave way for want of room stays among the columns, after those that show
        wanted = set(self.layout.keys)
        self.layout = replace(self.layout, keys=tuple(key for key in order if key in wanted))
        self._frozen.show_first(self.layout.frozen)
        self._told.start()
