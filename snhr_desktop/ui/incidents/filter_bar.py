"""The filters above the list, in one line: dates, status, kind, party, area; what is set can be cleared at once."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from snhr_desktop.domain.records import Period
from snhr_desktop.i18n import N_, NC_
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.incidents import choices
from snhr_desktop.ui.incidents.date_line import DateLine
from snhr_desktop.ui.incidents.filter_choice import FilterChoice
from snhr_desktop.ui.widgets import button
from snhr_desktop.workspace import IncidentQuery


class FilterBar(QWidget):
    """Narrows a query; what it says of the search field and of a door is none of its business."""

    changed = Signal()
    """A person set or cleared a filter."""
    cleared = Signal()
    """A person wants no filter at all, the search field included."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        kit = desk.kit
        self._periods: tuple[Period, ...] = ()
        self._places = desk.operations.gazetteer
        self.dates = FilterChoice(kit, N_("Period"), choices.dates(()), 112)
        self.first, self.last = DateLine(kit, NC_("filter", "From")), DateLine(kit, NC_("filter", "To"), last=True)
        self.status = FilterChoice(kit, N_("Status"), choices.terms("status", choices.ALL_STATUSES), 112)
        self.kind = FilterChoice(kit, N_("Kind of violation"), choices.terms("violation", choices.ALL_KINDS), 112)
        self.party = FilterChoice(kit, N_("Party"), choices.parties(), 112)
        self.area = FilterChoice(kit, N_("Area"), choices.areas(desk.operations.gazetteer), 112)
        self.clear = button(kit, N_("Clear filters"), "x", "quiet")
        when, what = QHBoxLayout(), QHBoxLayout()
        halves: dict[QHBoxLayout, tuple[QWidget, ...]] = {
            when: (self.dates, self.first, self.last),
            what: (self.status, self.kind, self.party, self.area, self.clear),
        }
        for half, widgets in halves.items():
            for widget in widgets:
                half.addWidget(widget)
        self._halves = (when, what)
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSizeConstraint(QBoxLayout.SizeConstraint.SetNoConstraint)
        self._rows.addLayout(when)
        self._rows.addLayout(what)
        for layout in (when, what, self._rows):
            layout.setSpacing(8)
        self._connect()

    def minimumSizeHint(self) -> QSize:
        """As narrow as the wider of the two halves: below each other, they need no more."""
        least = max(half.minimumSize().width() for half in self._halves)
        return QSize(least, self._rows.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One line where there is room for it, else two."""
        super().resizeEvent(event)
        self._share_room()

    def event(self, event: QEvent) -> bool:
        """Look again where words of another length are said."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._share_room()
        return super().event(event)

    def _share_room(self) -> None:
        needed = sum(half.sizeHint().width() for half in self._halves) + self._rows.spacing()
        side = QBoxLayout.Direction.LeftToRight if self.width() >= needed else QBoxLayout.Direction.TopToBottom
        if side is not self._rows.direction():
            self._rows.setDirection(side)
            self.updateGeometry()

    def narrow(self, query: IncidentQuery) -> IncidentQuery:
        """The query with what is set here; what is not set stays as the query says."""
        day = (self.first.day(), self.last.day())
        query = replace(
            query,
            statuses=_one(self.status) or query.statuses,
            kinds=_one(self.kind) or query.kinds,
            parties=_one(self.party) or query.parties,
            area=self.area.code() or query.area,
        )
        if any(day):
            query = replace(query, first=day[0], last=day[1])
        return query

    def show_query(self, query: IncidentQuery) -> bool:
        """Show the filters of a query, if each can be shown here; tells whether they could."""
        several = any(len(codes) > 1 for codes in (query.statuses, query.kinds, query.parties))
        if several or query.source or query.uids is not None or (query.area and self.area.findData(query.area) < 0):
            self.show_nothing()
            return False
        self.first.show_day(query.first)
        self.last.show_day(query.last)
        self._name_dates()
        for box, codes in ((self.status, query.statuses), (self.kind, query.kinds), (self.party, query.parties)):
            box.choose(codes[0] if codes else "")
        self.area.choose(query.area)
        return True

    def choose_span(self, first: dt.date | None, last: dt.date | None) -> None:
        """Narrow to a span of days, or to none, as a person would."""
        self.first.show_day(first)
        self.last.show_day(last)
        self._take_dates()

    def choose_area(self, pcode: str) -> None:
        """Narrow to a place, or to none, as a person would; one that was not offered yet is."""
        if pcode and self.area.findData(pcode) < 0:
            self.area.offer(choices.areas(self._places, pcode))
        self.area.choose(pcode)
        self.changed.emit()

    def show_nothing(self) -> None:
        """Set no filter; nobody is told."""
        self.show_query(IncidentQuery())

    def offer_periods(self, periods: Iterable[Period]) -> None:
        """Offer the periods of the store by name."""
        self._periods = tuple(periods)
        self.dates.offer(choices.dates(self._periods))
        self._name_dates()

    def offer_to_clear(self, wanted: bool) -> None:
        """Whether there is anything to clear."""
        self.clear.setEnabled(wanted)

    def _connect(self) -> None:
        self.dates.chosen.connect(self._take_period)
        for line in (self.first, self.last):
            line.chosen.connect(self._take_dates)
        for box in (self.status, self.kind, self.party, self.area):
            box.chosen.connect(self.changed)
        self.clear.clicked.connect(self.cleared)

    def _take_period(self, code: str) -> None:
        period = next((each for each in self._periods if each.code == code), None)
        if code == choices.CHOSEN:
            self.first.setFocus()
            return
        self.first.show_day(period.first if period else None)
        self.last.show_day(period.last if period else None)
        self.changed.emit()

    def _take_dates(self) -> None:
        self._name_dates()
        self.changed.emit()

    def _name_dates(self) -> None:
        """Name the span by the period that has these bounds."""
        bounds = (self.first.day(), self.last.day())
        found = next((each.code for each in self._periods if (each.first, each.last) == bounds), choices.CHOSEN)
        self.dates.choose(found if any(bounds) else "")


def _one(box: FilterChoice) -> tuple[str, ...]:
    return (box.code(),) if box.code() else ()
