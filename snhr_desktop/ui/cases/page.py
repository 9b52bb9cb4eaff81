"""The page of cases: found by words and by what became of them, read beside the list, opened to be changed."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from snhr_desktop.domain.records import Case, CaseState
from snhr_desktop.domain.vocabularies import vocabulary
from snhr_desktop.i18n import N_, NP_
from snhr_desktop.store.queue import OTHERWISE
from snhr_desktop.ui.cases.columns import COLUMNS
from snhr_desktop.ui.cases.record import CaseView
from snhr_desktop.ui.commands import with_key
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.forms.entry_kind import CASE
from snhr_desktop.ui.forms.form_keys import give_keys
from snhr_desktop.ui.incidents.door_chip import DoorChip
from snhr_desktop.ui.incidents.drafts_line import DraftsLine
from snhr_desktop.ui.incidents.record.otherwise import answers
from snhr_desktop.ui.lists.foot import COLUMNS_KEY, ListFoot
from snhr_desktop.ui.lists.source import Source
from snhr_desktop.ui.lists.table import ListTable
from snhr_desktop.ui.page import Page
from snhr_desktop.ui.review.queue_bar import ONLY
from snhr_desktop.ui.rights import close_off
from snhr_desktop.ui.splits import keep_split
from snhr_desktop.ui.widgets import ChoiceBox, EmptyState, PageHeader, SearchField, button
from snhr_desktop.workspace import CaseQuery, Draft, Workspace

TITLE = N_("Cases")
FOUND = NP_("{n} case", "{n} cases")
ANY_OUTCOME, ANY_PARTY, ANY_STATUS = N_("Whatever became of them"), N_("All parties"), N_("Any status")
SOURCE = Source(Workspace.cases_found, Workspace.case_rows)
_RECORD_WIDTH = 350
_PAUSE = 120  # ms after the last key of a search
_ALL = CaseQuery()


class CasesPage(Page):
    """Its `arrive` takes a pair of a `CaseQuery` and the heading it is behind, or the uid of a case."""

    reads: ClassVar[frozenset[str]] = frozenset({Case.type_name, CaseState.type_name, "conflict"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._door = _ALL
        self._order = (_ALL.order, _ALL.descending)
        self._wanted = ""
        self.search = SearchField(self.kit, with_key(N_("Search names and places"), "Ctrl+F"))
        self.table = ListTable(desk, SOURCE, COLUMNS, CaseQuery(uids=()), N_("List of cases"))
        self.record, self.door, self.drafts = CaseView(desk), DoorChip(self.kit), DraftsLine(self.kit)
        self.outcome = self._choice(N_("What has become of them since"), "case_outcome", ANY_OUTCOME)
        self.party = self._choice(N_("Party"), "party_row", ANY_PARTY)
        self.status = self._choice(N_("Status"), "status", ANY_STATUS, ((OTHERWISE, ONLY[OTHERWISE]),))
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._place()
        self._connect()
        self.table.show_order(*self._order)

    # --- what the window asks ---------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read again what is in sight, and the record beside it."""
        self.table.lines.show_query(self.query(), self.table.rows_in_sight())
        self.record.refresh()

    def arrive(self, subject: Any) -> None:
        """Show what a door led to."""
        if isinstance(subject, str):
            self._wanted = subject
            self.record.show_uid(subject)
            self._come_to_wanted()
        elif isinstance(subject, tuple):
            self._door, heading = subject
            self.search.clear()
            for box in (self.outcome, self.party, self.status):
                box.choose("")
            self.door.show_heading(heading)
            self._ask()

    def search_field(self) -> QWidget:
        """The field above the list."""
        return self.search

    def showEvent(self, event: QShowEvent) -> None:
        """Count the drafts too: a form may just have left one."""
        super().showEvent(event)
        self.desk.operations.ask(lambda workspace: workspace.drafts(), self._show_drafts, owner=self)

    # --- acts -------------------------------------------------------------------------------------------------

    def query(self) -> CaseQuery:
        """What is asked now."""
        order, descending = self._order
        return replace(
            self._door, text=self.search.text(), outcome=self.outcome.code(), party=self.party.code(),
            status=self.status.code(), order=order, descending=descending,
        )  # fmt: skip

    def clear(self) -> None:
        """Ask for all cases."""
        self._door = _ALL
        self.door.hide()
        self.search.clear()
        for box in (self.outcome, self.party, self.status):
            box.choose("")
        self._ask()

    def sort(self, order: str) -> None:
        """Sort by a column; by the same one again, the other way round."""
        was, descending = self._order
        self._order = (order, not descending if order == was else order == "date")
        self.table.show_order(*self._order)
        self._ask()

    # --- what holds it together -------------------------------------------------------------------------------

    def _ask(self) -> None:
        self._pause.stop()
        self.table.lines.show_query(self.query())

    def _show_found(self) -> None:
        lines = self.table.lines
        self.foot.setVisible(bool(lines.total))
        none = self.nothing if replace(self.query(), order=_ALL.order, descending=True) != _ALL else self.empty
        self._stack.setCurrentWidget(self.table if lines.total else none)
        if not lines.total:
            self.record.show_uid("")
        elif not self._wanted:
            self.table.go_to(max(0, self.table.currentIndex().row()))
        self._come_to_wanted()

    def _come_to_wanted(self) -> None:
        number = self.table.lines.number_of(self._wanted) if self._wanted else None
        if number is not None:
            self._wanted = ""
            self.table.go_to(number)

    def _show_record(self, uid: str) -> None:
        if uid:
            self.record.show_uid(uid)

    def _show_drafts(self, drafts: tuple[Draft, ...]) -> None:
        self.drafts.show_drafts(drafts, CASE.is_of)

    def _leave_door(self) -> None:
        self._door = _ALL
        self.door.hide()
        self._ask()

    def _other_side(self) -> None:
        """Go from the list to the record and back."""
        there = self.record.body if self.table.hasFocus() else self.table
        there.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _choice(self, name: Any, terms: str, every: Any, more: Sequence[tuple[str, Any]] = ()) -> ChoiceBox:
        options = [("", every), *((code, term.label) for code, term in vocabulary(terms).items()), *more]
        box = ChoiceBox(self.kit, name, options)
        self.kit.theme.measure(box, maximumWidth=230)
        box.chosen.connect(lambda _: self._ask())
        return box

    def _place(self) -> None:
        header = PageHeader(self.kit, TITLE)
        self.kit.theme.measure(self.search, minimumWidth=280)
        self.new = button(self.kit, N_("New case"), "user-plus", hint=with_key(N_("New case"), "Ctrl+Shift+N"))
        header.trailing.addWidget(self.search)
        header.trailing.addWidget(self.new)
        filters = QHBoxLayout()
        filters.setSpacing(8)
        for box in (self.outcome, self.party, self.status, self.door):
            filters.addWidget(box)
        filters.addStretch(1)
        none = N_("No case is recorded yet")
        self.empty = EmptyState(self.kit, "user", none, N_("Each case entered will stand here."))
        first = self.empty.offer(N_("Enter the first case"), "plus")
        first.clicked.connect(lambda: self.desk.open("case"))
        close_off(self.kit.tongue, self.desk.operations, self.new, first)
        nothing, why = N_("Nothing was found"), N_("No case agrees with the words and filters that are set.")
        self.nothing = EmptyState(self.kit, "search", nothing, why)
        self.nothing.offer(N_("Clear words and filters"), "x").clicked.connect(self.clear)
        self._stack = QStackedWidget()
        for each in (self.table, self.empty, self.nothing):
            self._stack.addWidget(each)
        self.foot = ListFoot(self.desk, self.table, "cases", FOUND)
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._stack, 1)
        column.addWidget(self.foot)
        split = QSplitter()
        split.setHandleWidth(8)
        split.setChildrenCollapsible(False)
        split.addWidget(side)
        split.addWidget(self.record)
        split.setStretchFactor(0, 2)
        split.setStretchFactor(1, 1)
        split.setSizes([752, _RECORD_WIDTH])
        self.kit.theme.measure(self.record, minimumWidth=300)
        self.column.addWidget(header)
        self.column.addWidget(self.drafts)
        self.column.addLayout(filters)
        self.column.addWidget(split, 1)
        keep_split(self.desk, split, "cases")

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _: self._pause.start())
        self.search.returnPressed.connect(self.table.setFocus)
        self._pause.timeout.connect(self._ask)
        self.new.clicked.connect(lambda: self.desk.open("case"))
        self.door.removed.connect(self._leave_door)
        self.drafts.opened.connect(lambda draft: self.desk.open("case", draft))
        self.table.lines.found.connect(self._show_found)
        self.table.lines.counted.connect(self._come_to_wanted)
        self.table.picked.connect(self._show_record)
        self.table.opened.connect(lambda _: self.record.ask_to_edit())
        self.table.sort_asked.connect(self.sort)
        self.record.edit_asked.connect(lambda uid: self.desk.open("case", uid))
        keys = {"Ctrl+E": self.record.ask_to_edit, "Ctrl+H": self.record.open_revisions}
        keys |= {"F6": self._other_side, COLUMNS_KEY: self.foot.choose_columns}
        give_keys(self, keys | answers(self.record))
