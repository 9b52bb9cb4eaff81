"""The queue as a list, with what stands in its place where nothing waits, and its count below."""

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from snhr_desktop.i18n import N_, NP_
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.lists.chosen import Chosen, rows_of
from snhr_desktop.ui.lists.count_line import CountLine
from snhr_desktop.ui.lists.source import Source
from snhr_desktop.ui.lists.table import ListTable
from snhr_desktop.ui.review.columns import COLUMNS
from snhr_desktop.ui.review.queue_bar import QueueBar
from snhr_desktop.ui.widgets import EmptyState
from snhr_desktop.workspace import QueueQuery, Workspace

SOURCE = Source(Workspace.queue_found, Workspace.queue_rows)
FOUND = NP_("{n} incident", "{n} incidents")


class QueueSide(QWidget):
    """Rows are chosen as in every list: with Shift and the arrows, Ctrl+A for all."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = QueueBar(desk.kit)
        self.table = ListTable(desk, SOURCE, COLUMNS, QueueQuery(statuses=()), N_("Queue of review"))
        self.count = CountLine(desk.kit, FOUND)
        self.count.setMinimumWidth(1)  # what it says of many chosen must not widen a small window
        nothing, why = N_("Nothing waits here"), N_("No incident has this status, or none of them is as chosen above.")
        self.empty = EmptyState(desk.kit, "circle-check", nothing, why)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.bar)
        column.addWidget(self._stack, 1)
        column.addWidget(self.count)
        self.table.chosen_changed.connect(lambda: self.count.show_chosen(self.table.chosen()))
        self.table.lines.found.connect(self._show_found)
        self.table.lines.counted.connect(self._count)

    def chosen_rows(self) -> list[int]:
        """The store's numbers of the rows that are chosen."""
        return rows_of(self.table.lines.all, self.table.spans()).tolist()

    def _show_found(self) -> None:
        model = self.table.lines
        if not model.whole:
            self.count.show_count(None)
        self.count.setVisible(bool(model.total))
        self._stack.setCurrentWidget(self.table if model.total else self.empty)

    def _count(self) -> None:
        found = self.table.lines.all
        self.count.show_count(Chosen(len(found), found.killed[-1], found.injured[-1]))
