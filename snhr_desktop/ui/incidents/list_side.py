"""The list with what stands in its place where there is none, and its count below."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from snhr_desktop.i18n import N_, NP_
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.forms.form_keys import give_keys
from snhr_desktop.ui.incidents.table import IncidentTable
from snhr_desktop.ui.lists.foot import COLUMNS_KEY, ListFoot
from snhr_desktop.ui.rights import close_off
from snhr_desktop.ui.widgets import EmptyState

FOUND = NP_("{n} incident", "{n} incidents")


class ListSide(QWidget):
    """Says whether the store is empty or the filters find nothing, and offers the way on."""

    first_asked = Signal()
    """A person wants to enter the first incident."""
    clear_asked = Signal()
    """A person wants no filters."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        kit = desk.kit
        self.table = IncidentTable(desk)
        self.foot = ListFoot(desk, self.table, "incidents", FOUND)
        self.count, self.copying = self.foot.count, self.foot.copying
        none, will = N_("No incident is recorded yet"), N_("Each incident entered will stand here.")
        self.empty = EmptyState(kit, "inbox", none, will)
        first = self.empty.offer(N_("Enter the first incident"), "plus")
        first.clicked.connect(self.first_asked)
        close_off(kit.tongue, desk.operations, first)
        nothing, why = N_("Nothing was found"), N_("No incident agrees with the words and filters that are set.")
        self.nothing = EmptyState(kit, "search", nothing, why)
        self.nothing.offer(N_("Clear words and filters"), "x").clicked.connect(self.clear_asked)
        self._stack = QStackedWidget()
        for each in (self.table, self.empty, self.nothing):
            self._stack.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._stack, 1)
        column.addWidget(self.foot)
        give_keys(self, {COLUMNS_KEY: self.foot.choose_columns})

    def show_found(self, filtered: bool) -> None:
        """Show what the list found; `filtered` tells an empty answer from an empty store."""
        model = self.table.lines
        self.foot.setVisible(bool(model.total))
        self._stack.setCurrentWidget(self.table if model.total else self.nothing if filtered else self.empty)

    def shown(self) -> QWidget | None:
        """What stands there now: the table, or one of the two that say why there is none."""
        return self._stack.currentWidget()
