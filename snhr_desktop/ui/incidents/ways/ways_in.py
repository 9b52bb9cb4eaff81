"""A timeline and a map of what the list shows: drawing over months, or choosing a place, narrows it."""

import datetime as dt
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from snhr_desktop.domain.dates import month_of
from snhr_desktop.domain.places import Level
from snhr_desktop.i18n import N_, NP_, Language
from snhr_desktop.reports.ground import ground_of
from snhr_desktop.reports.pictures.boundaries import drawn_with
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.incidents.ways.brush_view import BrushView
from snhr_desktop.ui.incidents.ways.pictures import COUNTED, MAP, TIMELINE, map_of, timeline
from snhr_desktop.ui.incidents.ways.place_view import PlaceView
from snhr_desktop.ui.when_seen import WhenSeen
from snhr_desktop.ui.widgets import ChoiceBox, label
from snhr_desktop.workspace import IncidentQuery, Spread

SHOWN, LEVEL = N_("What is counted"), N_("Places on the map")
HINT = N_("Draw over months or choose a circle to narrow the list; Delete takes it back.")
LEVELS = {Level.SUBDISTRICT: N_("By sub-district"), Level.DISTRICT: N_("By district")}
NO_MONTH = NP_("{n} incident is not dated to one month", "{n} incidents are not dated to one month")
NO_PLACE = NP_("{n} incident has no known sub-district", "{n} incidents have no known sub-district")
_DOT = " · "
_NOTHING = Spread({}, {})


class WaysIn(QFrame):
    """Follows the query of the list while it is seen."""

    span_chosen = Signal(object, object)
    """The first and the last day of the months chosen; None and None for all."""
    area_chosen = Signal(str)
    """The p-code of the place chosen; blank for all."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._query, self._spread, self._turn = IncidentQuery(), _NOTHING, 0
        kit = desk.kit
        self.setProperty("kind", "card")
        self.counted = ChoiceBox(kit, SHOWN, COUNTED.items())
        self.level = ChoiceBox(kit, LEVEL, [(level.value, words) for level, words in LEVELS.items()])
        self.months, self.map = BrushView(), PlaceView()
        for view, words in ((self.months, SHOWN), (self.map, LEVEL)):
            kit.tongue.bind(view, accessibleName=words)  # until there is a chart, which names itself
        self._rest = label(kit, self._say_rest, "note", wrap=True)
        self._place()
        self.counted.chosen.connect(lambda _: self._draw())
        self.level.chosen.connect(lambda _: self._draw())
        self.months.brushed.connect(self._take_months)
        self.map.picked.connect(self._take_place)
        self.map.let_go.connect(lambda: self.area_chosen.emit(""))
        self._seen = WhenSeen(self, self._ask)
        self._drawn = WhenSeen(self, self._draw)
        desk.theme.on_change(self, self._drawn)
        desk.tongue.on_switch(self, self._drawn)

    def follow(self, query: IncidentQuery) -> None:
        """Show the spread of what a query finds, now or when this is seen."""
        self._query = replace(query, order="date", descending=True)
        self._turn += 1
        self._seen()

    def _ask(self) -> None:
        query, turn = self._query, self._turn
        self._desk.operations.ask(
            lambda workspace: workspace.spread(query, lambda: self._turn == turn), self._take, owner=self,
            key="ways into the list",
        )  # fmt: skip

    def _take(self, spread: Spread | None) -> None:
        if spread is not None:
            self._spread = spread
            self._drawn()

    def _draw(self) -> None:
        language, palette, counted = self._desk.tongue.language, self._desk.theme.palette, self.counted.code()
        self.months.set_chart(timeline(self._spread, counted, language), language, palette)
        first, last = self._query.first, self._query.last
        self.months.show_range(f"{first:%Y-%m}" if first else "", f"{last:%Y-%m}" if last else "")
        level = Level(self.level.code())
        places = self._desk.operations.gazetteer
        chart = map_of(self._spread, counted, level, places, language)
        chart = drawn_with(chart, ground_of(self._desk.operations.boundaries, chart.focus, places))
        self.map.set_chart(chart, language, palette)
        self.map.show_chosen(self._query.area)
        self._rest.setText(self._desk.tongue.say(self._say_rest))

    def _take_months(self, first: str, last: str) -> None:
        if not first:
            self.span_chosen.emit(None, None)
            return
        ends = (dt.date(int(key[:4]), int(key[5:]), 1) for key in (first, last))
        begin, end = ends
        self.span_chosen.emit(begin, month_of(end).last)

    def _take_place(self, pcode: str) -> None:
        """A place chosen a second time is let go."""
        self.area_chosen.emit("" if pcode == self._query.area else pcode)

    def _say_rest(self, language: Language) -> str:
        """What neither picture can show."""
        counts = ((NO_MONTH, self._spread.months), (NO_PLACE, self._spread.places))
        return _DOT.join(language.plural(words, rest[""].incidents) for words, rest in counts if "" in rest)

    def _place(self) -> None:
        kit = self._desk.kit
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(6)
        column.addWidget(label(kit, HINT, "note", wrap=True))
        for title, box, view, share in ((TIMELINE, self.counted, self.months, 4), (MAP, self.level, self.map, 7)):
            head = QHBoxLayout()
            head.addWidget(label(kit, title, "subheading"), 1)
            head.addWidget(box)
            column.addLayout(head)
            column.addWidget(view, share)
        column.addWidget(self._rest)
