"""The page of incidents: found by words and filters, sorted, read beside the list, opened to be changed."""

from dataclasses import replace
from typing import Any, ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from snhr_desktop.domain.records import CHILDREN, Incident
from snhr_desktop.domain.rights import REVIEW
from snhr_desktop.i18n import N_, Language
from snhr_desktop.ui.commands import with_key
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.forms.form_keys import give_keys
from snhr_desktop.ui.incidents.arrivals import Narrowed, PersonShown
from snhr_desktop.ui.incidents.door_chip import DoorChip
from snhr_desktop.ui.incidents.drafts_line import DraftsLine
from snhr_desktop.ui.incidents.filter_bar import FilterBar
from snhr_desktop.ui.incidents.list_side import ListSide
from snhr_desktop.ui.incidents.record import RecordView
from snhr_desktop.ui.incidents.record.otherwise import answers
from snhr_desktop.ui.incidents.saved_filters import KEY, SavedFilters
from snhr_desktop.ui.incidents.ways import WaysIn
from snhr_desktop.ui.lists.chosen import rows_of
from snhr_desktop.ui.measure import px
from snhr_desktop.ui.page import Page
from snhr_desktop.ui.rights import hindrance
from snhr_desktop.ui.splits import keep_split
from snhr_desktop.ui.widgets import PageHeader, SearchField, icon_button
from snhr_desktop.workspace import IncidentQuery, Resolved, SavedFilter

TITLE = N_("Incidents")
_WIDE = 900
"""Width of the page from which the record stands beside the list, px; below, it lies over it."""
_RECORD_WIDTH = 334
_PAUSE = 120  # ms after the last key of a search
_ALL = IncidentQuery()


class IncidentsPage(Page):
    """Its `arrive` takes an `IncidentQuery`, a pair of one and the heading it is behind, or the uid of an incident.

    A `PersonShown` is an incident with a person of it; a heading that is `Narrowed` is told by itself.
    """

    reads: ClassVar[frozenset[str]] = frozenset(
        {
            Incident.type_name,
            "period",
            "note",
            "person_link",
            "conflict",
            *(record_type.type_name for record_type in CHILDREN.values()),
        }
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._door = _ALL
        self._order = ("date", True)
        self._wanted = self._was_at = ""
        self._over = self._closed = self._in_ways = False
        self._kept, self._keep = 0, True
        self.search = SearchField(self.kit, with_key(N_("Search titles, names, places"), "Ctrl+F"))
        self.filters, self.door, self.drafts = FilterBar(desk), DoorChip(self.kit), DraftsLine(self.kit)
        self.saved, self.list, self.record = SavedFilters(desk), ListSide(desk), RecordView(desk)
        self.table, self.ways = self.list.table, WaysIn(desk)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._place()
        self._connect()
        self.table.show_order(*self._order)

    # --- what the window asks ---------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read again what is in sight, the record beside it, and the periods to choose from."""
        self.desk.operations.ask(lambda workspace: workspace.periods(), self._offer_periods, owner=self)
        self._ask(self.table.rows_in_sight())
        self.record.refresh()

    def arrive(self, subject: Any) -> None:
        """Show what a door led to."""
        if isinstance(subject, str | PersonShown):
            shown = PersonShown(subject, "") if isinstance(subject, str) else subject
            self._open_record()
            self._show_incident(shown.incident, shown.person)
            return
        query, heading = subject if isinstance(subject, tuple) else (subject, None)
        self._order = (query.order, query.descending)
        self.search.setText(query.text)
        self._pause.stop()
        if (heading is None or isinstance(heading, Narrowed)) and self.filters.show_query(query):
            self._door = _ALL
        else:
            self._door = replace(query, text="")
            self.filters.show_nothing()
        self._show_door(heading)
        self._show_list()
        self._ask(keep=False)

    def search_field(self) -> QWidget:
        """The field above the list."""
        return self.search

    def showEvent(self, event: QShowEvent) -> None:
        """Count the drafts too: a form may just have left one."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._ask_drafts)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the record beside the list or over it."""
        super().resizeEvent(event)
        self._share_room()

    # --- acts -------------------------------------------------------------------------------------------------

    def query(self) -> IncidentQuery:
        """What is asked now."""
        order, descending = self._order
        narrowed = self.filters.narrow(self._door)
        return replace(narrowed, text=self.search.text(), order=order, descending=descending)

    def clear(self) -> None:
        """Ask for all incidents."""
        self._door = _ALL
        self.search.clear()
        self.filters.show_nothing()
        self._show_door(None)
        self._ask()

    def sort(self, order: str) -> None:
        """Sort by a column; by the same one again, the other way round."""
        was, descending = self._order
        first = order in ("date", "killed", "injured")
        self._order = (order, not descending if order == was else first)
        self.table.show_order(*self._order)
        self._ask(keep=False)

    def offer_steps(self) -> None:
        """Offer the steps of review for the incidents that are chosen."""
        from snhr_desktop.ui.review.step_menu import StepMenu

        rows = rows_of(self.table.lines.all, self.table.spans()).tolist()
        if why := hindrance(self.desk.operations, REVIEW):
            self.desk.tell(why)
        elif rows:
            menu = StepMenu(self.desk, rows, self)
            menu.popup(self.table.viewport().mapToGlobal(self.table.visualRect(self.table.currentIndex()).bottomLeft()))

    def chosen_incidents(self) -> tuple[int, ...]:
        """The rows that are chosen; one alone is where the list stands and was not chosen."""
        rows = rows_of(self.table.lines.all, self.table.spans())
        return tuple(rows) if len(rows) > 1 else ()

    def toggle_record(self) -> None:
        """Show the record beside the list, or give the list all the room."""
        if self._narrow():
            self._lay_over(not self._over)
        else:
            self._closed = not self._closed
            self._share_room()

    def toggle_ways(self) -> None:
        """Show timeline and map in the place of the record, or the record again."""
        self._in_ways = not self._in_ways
        self.by_ways.setChecked(self._in_ways)
        self._share_room()
        (self.ways.months if self._in_ways else self.table).setFocus(Qt.FocusReason.ShortcutFocusReason)

    # --- what holds it together -------------------------------------------------------------------------------

    def _ask(self, rows: range = range(0), keep: bool = True) -> None:
        self._pause.stop()
        query = self.query()
        self.filters.offer_to_clear(_filtered(query))
        self.ways.follow(query)
        self._keep, self._wanted = keep, self._wanted if keep else ""
        self._kept = self.table.verticalScrollBar().value() if rows else 0
        self.table.lines.show_query(query, rows)

    def _ask_drafts(self) -> None:
        self.desk.operations.ask(lambda workspace: workspace.drafts(), self.drafts.show_drafts, owner=self)

    def _offer_periods(self, files: Any) -> None:
        self.filters.offer_periods(file.period for file in files)

    def _show_found(self) -> None:
        self.list.show_found(_filtered(self.table.lines.query))
        self.table.verticalScrollBar().setValue(self._kept)
        self._choose_row()

    def _open_record(self) -> None:
        """Have the record in sight: who opens one by its name wants to read it."""
        if self._in_ways:
            self.toggle_ways()
        if self._narrow():
            self._lay_over(True)
            return
        if self._closed:
            self.toggle_record()
        self.table.setFocus()

    def _show_incident(self, uid: str, person: str = "") -> None:
        """Read one incident; come to its row now, or when the list is read."""
        self.record.show_uid(uid, person)
        number = self.table.lines.number_of(uid)
        if number is not None:
            self.table.go_to(number)
        else:
            self._wanted = uid
            self._find_wanted()

    def _find_wanted(self) -> None:
        """Look in all of the list, most of which is not at hand, for the incident asked for."""
        if (wanted := self._wanted) and self.table.lines.whole:
            ask = self.desk.operations.ask
            ask(lambda workspace: workspace.incident_row(wanted), self._go_to_row, owner=self, key="incident wanted")

    def _go_to_row(self, row: int | None) -> None:
        number = None if row is None else self.table.lines.number_of_row(row)
        if number is not None and self._wanted:
            self._wanted = ""
            self.table.go_to(number)
        elif row is not None and self._wanted and _filtered(self.query()):
            self.clear()  # who opens a record by its name is not kept from it by filters set before

    def _note_row(self) -> None:
        """Remember the row one is at, before the list is filled anew."""
        self._was_at = self.table.current_uid() if self._keep else ""

    def _choose_row(self) -> None:
        """Come to the incident asked for, or to the row one was at; where neither is found, to the first."""
        if not self.table.lines.total:
            self.record.show_uid("")
            return
        wanted = self._wanted
        number = self.table.lines.number_of(wanted or self._was_at)
        if number is not None or not wanted:  # one asked for and far down the list is looked for there
            self._wanted = ""
            self.table.go_to(number or 0)

    def _show_door(self, heading: Any) -> None:
        self.table.show_order(*self._order)
        if self._door == _ALL:
            self.door.hide()
        else:
            self.door.show_heading(heading)
        self._chips.setVisible(not self.door.isHidden())

    def _take_filter(self, one: SavedFilter) -> None:
        """Ask what a filter with a name asks for."""

        def name(_: Language) -> str:
            return one.name

        self.arrive((one.query, Narrowed(name)))

    def _leave_door(self) -> None:
        self._door = _ALL
        self._show_door(None)
        self._ask()

    def _open_row(self, uid: str) -> None:
        if self.record.isVisible():
            self.record.ask_to_edit()
        elif self._narrow():
            self._lay_over(True)
        else:
            self.toggle_record()

    def _narrow(self) -> bool:
        return self.width() < px(_WIDE)

    def _show_list(self) -> None:
        if self._over:
            self._lay_over(False)

    def _lay_over(self, over: bool) -> None:
        self._over = over
        self._share_room()
        (self.record.body if over else self.table).setFocus()

    def _share_room(self) -> None:
        narrow = self._narrow()
        in_ways = self._in_ways
        self.list.setVisible(not (narrow and (self._over or in_ways)))
        self.ways.setVisible(in_ways)
        self.record.setVisible(not in_ways and (self._over if narrow else not self._closed))
        self.record.lie_over(narrow)

    def _other_side(self) -> None:
        """Go from the list to the record and back."""
        if self.table.hasFocus() and self.record.isVisible():
            self.record.body.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _place(self) -> None:
        header = PageHeader(self.kit, TITLE)
        self.kit.theme.measure(self.search, minimumWidth=320)
        self.beside = icon_button(self.kit, with_key(N_("Record beside the list"), "F9"), "panel-right")
        header.trailing.addWidget(self.search)
        header.trailing.addWidget(self.saved)
        self.by_ways = icon_button(self.kit, with_key(N_("Timeline and map"), "F4"), "map", "accent")
        self.by_ways.setCheckable(True)
        header.trailing.addWidget(self.by_ways)
        header.trailing.addWidget(self.beside)
        self._chips = QWidget()
        chips = QHBoxLayout(self._chips)
        chips.setContentsMargins(0, 0, 0, 0)
        chips.addWidget(self.door)
        chips.addStretch(1)
        self._chips.hide()
        self._split = QSplitter()
        self._split.setHandleWidth(8)
        self._split.setChildrenCollapsible(False)
        for widget in (header, self.drafts, self.filters, self._chips):
            self.column.addWidget(widget)
        self.column.addWidget(self._split, 1)  # before what it holds, which takes its style anew with each move
        self._split.addWidget(self.list)
        self._split.addWidget(self.record)
        self._split.addWidget(self.ways)
        self._split.setStretchFactor(0, 2)
        self._split.setStretchFactor(1, 1)
        self._split.setStretchFactor(2, 1)
        self._split.setSizes([768, _RECORD_WIDTH, _RECORD_WIDTH])
        self.ways.hide()
        for side in (self.ways, self.record):
            self.kit.theme.measure(side, minimumWidth=300)
        keep_split(self.desk, self._split, "incidents")

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _: self._pause.start())
        self.search.returnPressed.connect(self._look_up)
        self._pause.timeout.connect(self._ask)
        self.filters.changed.connect(self._ask)
        self.filters.cleared.connect(self.clear)
        self.saved.asks = self.query
        self.saved.chosen.connect(self._take_filter)
        self.list.clear_asked.connect(self.clear)
        self.list.first_asked.connect(lambda: self.desk.open("entry"))
        self.door.removed.connect(self._leave_door)
        self.drafts.opened.connect(lambda draft: self.desk.open("entry", draft))
        self.table.lines.modelAboutToBeReset.connect(self._note_row)
        self.table.lines.found.connect(self._show_found)
        self.table.lines.counted.connect(self._find_wanted)
        self.table.picked.connect(self._show_record)
        self.table.opened.connect(self._open_row)
        self.table.sort_asked.connect(self.sort)
        self.record.edit_asked.connect(lambda uid: self.desk.open("entry", uid))
        self.record.back_asked.connect(lambda: self._lay_over(False))
        self.beside.clicked.connect(self.toggle_record)
        self.by_ways.clicked.connect(self.toggle_ways)
        self.ways.span_chosen.connect(self.filters.choose_span)
        self.ways.area_chosen.connect(self.filters.choose_area)
        keys = {
            "Ctrl+E": self.record.ask_to_edit,
            "F9": self.toggle_record,
            "F4": self.toggle_ways,
            "F6": self._other_side,
        }
        keys |= {"Ctrl+M": self.record.add_note, "Ctrl+H": self.record.open_revisions, "F3": self.offer_steps}
        keys["Ctrl+D"] = self.record.find_doubles
        keys |= answers(self.record)
        keys[KEY] = self.saved.open
        give_keys(self, keys)
        self.desk.tongue.on_switch(self, self._sort_again)

    def _look_up(self) -> None:
        """Enter on a code that stands on a page opens what it stands for; on anything else it goes to the list."""
        typed = self.search.text()
        self.table.setFocus()
        ask = self.desk.operations.ask
        ask(lambda workspace: workspace.resolve(typed), self._open_found, owner=self, key="incidents code")

    def _open_found(self, found: Resolved | None) -> None:
        if found is None:
            return
        if found.is_case:
            self.desk.open("cases", found.uid)
        elif found.is_report:
            self.desk.open("reports", found.code)
        else:
            self._show_incident(found.uid)

    def _show_record(self, uid: str) -> None:
        if uid:
            self._wanted = ""
            self.record.show_uid(uid)

    def _sort_again(self) -> None:
        """Places are in the order of their names, which is another in the other language."""
        if self._order[0] == "place" and self.table.lines.total:
            self._ask(self.table.rows_in_sight())


def _filtered(query: IncidentQuery) -> bool:
    """Whether a query asks for less than everything."""
    return replace(query, order=_ALL.order, descending=_ALL.descending, language=_ALL.language) != _ALL
