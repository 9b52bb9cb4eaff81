"""What stands below a long list: its count, a copy on its way, and the choice of its columns."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from snhr_desktop.i18n import Message
from snhr_desktop.ui.commands import with_key
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.lists.chosen import Chosen
from snhr_desktop.ui.lists.columns_dialog import TITLE, ask_columns
from snhr_desktop.ui.lists.copy_line import CopyLine
from snhr_desktop.ui.lists.copying import Copying
from snhr_desktop.ui.lists.count_line import CountLine
from snhr_desktop.ui.lists.header_menu import HeaderMenu
from snhr_desktop.ui.lists.layout import read_layout
from snhr_desktop.ui.lists.table import ListTable
from snhr_desktop.ui.widgets import icon_button

COLUMNS_KEY = "F8"


class ListFoot(QWidget):
    """Ties a list to it. `name` is what its layout is kept under in the settings, `noun` says how many rows it has."""

    def __init__(self, desk: Desk, table: ListTable, name: str, noun: Message, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._table, self._name = desk, table, name
        kit = desk.kit
        self.count, self.copying = CountLine(kit, noun), Copying(desk, table)
        self.columns = icon_button(kit, with_key(TITLE, COLUMNS_KEY), "columns-2")
        self.columns.clicked.connect(self.choose_columns)
        self.menu = HeaderMenu(kit, table, self.choose_columns)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.count, 1)
        row.addWidget(CopyLine(kit, self.copying))
        row.addWidget(self.columns)
        table.copy_asked.connect(self.copying.start)
        table.chosen_changed.connect(lambda: self.count.show_chosen(table.chosen()))
        table.lines.found.connect(self._wait)
        table.lines.counted.connect(self._count)
        table.laying_out.changed.connect(self._keep)
        if desk.settings is not None:
            table.laying_out.show(read_layout(desk.settings.columns(name), table.columns))

    def choose_columns(self) -> None:
        """Ask which columns the list has."""
        laying_out = self._table.laying_out
        chosen = ask_columns(self._desk.kit, self._table.columns, laying_out.layout, self)
        if chosen is not None:
            laying_out.change(chosen)

    def _wait(self) -> None:
        if not self._table.lines.whole:
            self.count.show_count(None)

    def _count(self) -> None:
        """Say what the whole list adds up to, now that it is known."""
        found = self._table.lines.all
        self.count.show_count(Chosen(len(found), found.killed[-1], found.injured[-1]))

    def _keep(self) -> None:
        if self._desk.settings is not None:
            self._desk.settings.keep_columns(self._name, self._table.laying_out.layout.dump())
