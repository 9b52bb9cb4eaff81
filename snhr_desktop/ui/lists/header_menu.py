"""What can be done with a column, asked of its heading with the mouse; the dialog of columns does the same by keys."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QHeaderView, QMenu

from snhr_desktop.i18n import N_, Message
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.lists.columns_dialog import RESET
from snhr_desktop.ui.lists.layout import MOST_FROZEN, usual
from snhr_desktop.ui.lists.table import ListTable

HIDE = N_("Hide this column")
KEEP, LET_GO = N_("Keep the columns up to here at the edge"), N_("Let all columns scroll")
CHOOSE = N_("Columns…")


class HeaderMenu(QObject):
    """Opens where the heading was asked; `choose` opens the dialog of columns."""

    def __init__(self, kit: Kit, table: ListTable, choose: Callable[[], None]) -> None:
        super().__init__(table)
        self._kit, self._table, self._choose = kit, table, choose
        for header in (table.horizontalHeader(), table.frozen.horizontalHeader()):
            header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            header.customContextMenuRequested.connect(lambda spot, header=header: self._open(header, spot))

    def menu(self, section: int) -> QMenu:
        """The menu of a column."""
        made = QMenu(self._table)
        shown = [column.key for column in self._table.shown_columns()]
        key = self._table.columns[section].key
        place = shown.index(key) + 1 if key in shown else 0
        laying_out = self._table.laying_out
        layout = laying_out.layout

        def add(words: Message, act: Callable[[], None], wanted: bool = True) -> None:
            made.addAction(self._kit.tongue.say(words), act).setEnabled(wanted)

        rest = tuple(each for each in layout.keys if each != key)
        add(HIDE, lambda: laying_out.change(replace(layout, keys=rest)), len(rest) > 0)
        held = 0 < place <= MOST_FROZEN and place < len(shown)
        add(KEEP, lambda: laying_out.change(replace(layout, frozen=place)), held)
        add(LET_GO, lambda: laying_out.change(replace(layout, frozen=0)), layout.frozen > 0)
        made.addSeparator()
        add(CHOOSE, self._choose)
        add(RESET, lambda: laying_out.change(usual(self._table.columns)))
        return made

    def _open(self, header: QHeaderView, spot: QPoint) -> None:
        section = header.logicalIndexAt(spot)
        if section >= 0:
            menu = self.menu(section)
            menu.exec(header.viewport().mapToGlobal(spot))
            menu.deleteLater()
