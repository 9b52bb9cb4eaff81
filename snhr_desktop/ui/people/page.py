"""The page of people: victims of all incidents, found by name and filters, their incident read beside the list."""

from dataclasses import replace
from typing import Any, ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from snhr_desktop.domain.records import Attribution, Incident, Victim
from snhr_desktop.i18n import N_, NP_
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.forms.form_keys import give_keys
from snhr_desktop.ui.incidents.arrivals import PersonShown
from snhr_desktop.ui.incidents.filter_bar import FilterBar
from snhr_desktop.ui.incidents.record import RecordView
from snhr_desktop.ui.incidents.record.otherwise import answers
from snhr_desktop.ui.lists.foot import COLUMNS_KEY, ListFoot
from snhr_desktop.ui.page import Page
from snhr_desktop.ui.people.person_filters import PersonFilters
from snhr_desktop.ui.people.table import PeopleTable
from snhr_desktop.ui.splits import keep_split
from snhr_desktop.ui.widgets import EmptyState, PageHeader, SearchField
from snhr_desktop.workspace import PersonQuery

TITLE = N_("People")
FOUND = NP_("{n} entry of people", "{n} entries of people")
_WIDE = 900
"""Width of the page from which the record stands beside the list, px; below, Enter leads to the incident."""
_RECORD_WIDTH = 334
_PAUSE = 120  # ms after the last key of a search
_FALLING_FIRST = ("date", "age", "number")


class PeoplePage(Page):
    """Its `arrive` takes a `PersonQuery`."""

    reads: ClassVar[frozenset[str]] = frozenset(
        {Incident.type_name, Victim.type_name, Attribution.type_name, "period", "conflict"}
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._order = ("date", True)
        self._kept = 0
        self.search = SearchField(self.kit, N_("Search names in any spelling"))
        self.filters, self.traits = FilterBar(desk), PersonFilters(self.kit)
        self.table, self.record = PeopleTable(desk), RecordView(desk)
        self.foot = ListFoot(desk, self.table, "people", FOUND)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._place()
        self._connect()
        self.table.show_order(*self._order)

    # --- what the window asks ---------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read again what is in sight, the record beside it, and the periods to choose from."""
        periods = self.filters.offer_periods
        self.desk.operations.ask(
            lambda workspace: workspace.periods(), lambda files: periods(file.period for file in files), owner=self
        )
        self._ask(self.table.rows_in_sight())
        self.record.refresh()

    def arrive(self, subject: Any) -> None:
        """Show the people a query asks for."""
        query: PersonQuery = subject
        self.search.setText(query.text)
        self._pause.stop()
        self.filters.show_query(query.of)
        self.traits.show_nothing()
        self._ask()

    def search_field(self) -> QWidget:
        """The field above the list."""
        return self.search

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the record where there is room for it."""
        super().resizeEvent(event)
        self.record.setVisible(self.width() >= _WIDE)

    # --- acts -------------------------------------------------------------------------------------------------

    def query(self) -> PersonQuery:
        """What is asked now."""
        order, descending = self._order
        asked = PersonQuery(self.search.text(), self.filters.narrow(PersonQuery().of))
        return replace(self.traits.narrow(asked), order=order, descending=descending)

    def clear(self) -> None:
        """Ask for everybody."""
        self.search.clear()
        self.filters.show_nothing()
        self.traits.show_nothing()
        self._ask()

    def sort(self, order: str) -> None:
        """Sort by a column; by the same one again, the other way round."""
        was, descending = self._order
        self._order = (order, not descending if order == was else order in _FALLING_FIRST)
        self.table.show_order(*self._order)
        self._ask()

    # --- what holds it together -------------------------------------------------------------------------------

    def _ask(self, rows: range = range(0)) -> None:
        self._pause.stop()
        query = self.query()
        self.filters.offer_to_clear(_filtered(query))
        self._kept = self.table.verticalScrollBar().value() if rows else 0
        self.table.lines.show_query(query, rows)

    def _show_found(self) -> None:
        total = self.table.lines.total
        filtered = _filtered(self.table.lines.query)
        self._stack.setCurrentWidget(self.table if total else self.nothing if filtered else self.empty)
        self.foot.setVisible(bool(total))
        self.table.verticalScrollBar().setValue(self._kept)
        if total and not self._kept:
            self.table.go_to(0)
        elif not total:
            self.record.show_uid("")

    def _show_record(self) -> None:
        person = self.table.current_person()
        if person is not None:
            self.record.show_uid(person.incident_uid, person.uid)

    def _open(self) -> None:
        """Go to the incident of the person one is at."""
        person = self.table.current_person()
        if person is None:
            return
        if self.record.isVisible():
            self.record.body.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.desk.open("incidents", PersonShown(person.incident_uid, person.uid))

    def _other_side(self) -> None:
        """Go from the list to the record and back."""
        if self.table.hasFocus() and self.record.isVisible():
            self.record.body.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _place(self) -> None:
        header = PageHeader(self.kit, TITLE)
        self.kit.theme.measure(self.search, minimumWidth=320)
        header.trailing.addWidget(self.search)
        none, will = N_("Nobody is recorded yet"), N_("Each victim of an incident will stand here.")
        self.empty = EmptyState(self.kit, "users", none, will)
        nothing, why = N_("Nobody was found"), N_("Nobody agrees with the words and filters that are set.")
        self.nothing = EmptyState(self.kit, "search", nothing, why)
        self.nothing.offer(N_("Clear words and filters"), "x").clicked.connect(self.clear)
        self._stack = QStackedWidget()
        for each in (self.table, self.empty, self.nothing):
            self._stack.addWidget(each)
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._stack, 1)
        column.addWidget(self.foot)
        give_keys(side, {COLUMNS_KEY: self.foot.choose_columns})
        split = QSplitter()
        split.setHandleWidth(8)
        split.setChildrenCollapsible(False)
        split.addWidget(side)
        split.addWidget(self.record)
        split.setStretchFactor(0, 2)
        split.setStretchFactor(1, 1)
        split.setSizes([768, _RECORD_WIDTH])
        self.kit.theme.measure(self.record, minimumWidth=300)
        for widget in (header, self.filters, self.traits):
            self.column.addWidget(widget)
        self.column.addWidget(split, 1)
        keep_split(self.desk, split, "people")

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _: self._pause.start())
        self.search.returnPressed.connect(self.table.setFocus)
        self._pause.timeout.connect(self._ask)
        self.filters.changed.connect(self._ask)
        self.filters.cleared.connect(self.clear)
        self.traits.changed.connect(self._ask)
        self.table.lines.found.connect(self._show_found)
        self.table.picked.connect(lambda _: self._show_record())
        self.table.opened.connect(lambda _: self._open())
        self.table.sort_asked.connect(self.sort)
        self.record.edit_asked.connect(lambda uid: self.desk.open("entry", uid))
        about = {"Ctrl+M": self.record.add_note, "Ctrl+H": self.record.open_revisions}
        give_keys(self, {"Ctrl+E": self.record.ask_to_edit, "F6": self._other_side} | about | answers(self.record))
        self.desk.tongue.on_switch(self, self._sort_again)

    def _sort_again(self) -> None:
        """Names are in the order of their script."""
        if self._order[0] == "name" and self.table.lines.total:
            self._ask(self.table.rows_in_sight())


def _filtered(query: PersonQuery) -> bool:
    """Whether a query asks for less than everybody."""
    usual = PersonQuery()
    return replace(query, order=usual.order, descending=usual.descending, language=usual.language) != usual
