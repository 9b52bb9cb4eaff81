"""The overview: one question to the store for a period and a scope, shown in panels whose numbers are doors."""

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QWidget

from snhr_desktop.figures import FIGURES
from snhr_desktop.i18n import N_
from snhr_desktop.reports.brief import Brief
from snhr_desktop.reports.pictures import facilities, months, parties
from snhr_desktop.reports.telling import Telling
from snhr_desktop.ui.chart_view import ChartView
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.forms.entry_kind import INCIDENT
from snhr_desktop.ui.overview.apart_line import ApartLine
from snhr_desktop.ui.overview.arrests_panel import ArrestsByParty, ArrestsPanel
from snhr_desktop.ui.overview.board import Board, Place
from snhr_desktop.ui.overview.compared_panel import ComparedPanel
from snhr_desktop.ui.overview.doors import Doors
from snhr_desktop.ui.overview.figures_panel import FiguresPanel
from snhr_desktop.ui.overview.gathering import Overview, gather
from snhr_desktop.ui.overview.head import Head
from snhr_desktop.ui.overview.map_panel import MapPanel
from snhr_desktop.ui.overview.massacres_panel import MassacresPanel
from snhr_desktop.ui.overview.panel import ChartPanel, Panel
from snhr_desktop.ui.overview.period_dialog import PeriodDialog
from snhr_desktop.ui.overview.toll_panel import TollPanel
from snhr_desktop.ui.overview.weapons_panel import WeaponsPanel
from snhr_desktop.ui.page import MARGIN, Page
from snhr_desktop.ui.turns import Turns
from snhr_desktop.ui.when_seen import WhenSeen
from snhr_desktop.ui.widgets import EmptyState, ScrollBody
from snhr_desktop.workspace import Draft

NOTHING_YET = N_("Nothing is recorded yet")
WILL_STAND = N_(
    "Here will stand the figures of the period: the toll, the months, the places, the parties, the facilities and "
    "weapons, each number opening the incidents behind it."
)
GO_ON = N_("Continue the unsaved entry")
NEW_INCIDENT, IMPORT = N_("New incident"), N_("Import…")
_SCROLL_BAR = 12  # its width in the style sheet


class OverviewPage(Page):
    """Asks again when something a figure or a period reads was changed; languages and colours change without asking."""

    reads = frozenset({"period", "marker", "published_figure"}).union(*(figure.reads for figure in FIGURES.values()))

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.overview: Overview | None = None
        self._period, self._scope = "", ""
        self._left: Draft | None = None
        self._turns, self._painting = Turns(self), Turns(self)
        self.doors = Doors(desk, self)
        self.head = Head(desk)
        self._make_panels()
        self.empty = EmptyState(self.kit, "layout-dashboard", NOTHING_YET, WILL_STAND)
        self.go_on = self.empty.offer(GO_ON, "pencil")
        self.go_on.hide()
        self.first_step = self.empty.offer(NEW_INCIDENT, "plus")
        self.bring_in = self.empty.offer(IMPORT, "import")
        self.body = ScrollBody()
        self._lay_out()
        self._connect()
        self.kit.tongue.on_switch(self, self._take_sides)
        tell = WhenSeen(self, self._tell)
        self.kit.tongue.on_switch(self, tell)
        self.kit.theme.on_change(self, tell)

    @property
    def panels(self) -> tuple[Panel, ...]:
        """Everything that shows numbers, in the order it is read."""
        return (
            self.toll, self.figures, self.apart, self.months, self.map, self.parties, self.facilities, self.weapons,
            self.arrests, self.arrests_by_party, self.massacres, self.compared,
        )  # fmt: skip

    def refresh(self) -> None:
        """Ask for the period and scope chosen."""
        period, scope = self._period, self._scope
        self.desk.operations.ask(
            lambda workspace: gather(workspace, period, scope), then=self._show, owner=self, key="overview"
        )

    def showEvent(self, event: QShowEvent) -> None:
        """Charts come one by one; where nothing is recorded yet, an entry may wait all the same: a form left one."""
        super().showEvent(event)
        charts = self.findChildren(ChartView)
        for chart in charts:
            chart.setUpdatesEnabled(False)  # painted with all the rest, they would hold up whoever types on
        self._painting.take(partial(chart.setUpdatesEnabled, True) for chart in charts)
        QTimer.singleShot(0, self, self._ask_drafts)

    def choose_period(self, code: str) -> None:
        """See another period, in its own scope."""
        self._period, self._scope = code, ""
        self.refresh()

    def choose_scope(self, scope: str) -> None:
        """See the incidents of others."""
        self._scope = scope
        self.refresh()

    def define_period(self, *, edit: bool) -> PeriodDialog | None:
        """Open the dialog for a new period, or for the one that is seen."""
        if self.overview is None:
            return None
        file = self.overview.snapshot.file if edit else None
        taken = frozenset(one.period.code for one in self.overview.files)
        dialog = PeriodDialog(self.desk, file, taken, self)
        dialog.saved.connect(self.choose_period)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def wish_report(self) -> None:
        """Go to the report of the period and scope that are seen."""
        self.desk.open("reports", Brief(self._period, self._scope, edition=""))

    def _make_panels(self) -> None:
        kit, doors = self.kit, self.doors
        self.toll, self.figures, self.apart = TollPanel(kit, doors), FiguresPanel(kit, doors), ApartLine(kit, doors)
        self.months = ChartPanel(kit, months.TITLE, months.chart, lambda key: doors.open(months.FIGURE, "month", key))
        self.map = MapPanel(kit, doors)
        self.parties = ChartPanel(
            kit, parties.TITLE, parties.chart, lambda key: doors.open(parties.FIGURE, "party", key)
        )
        self.facilities = ChartPanel(
            kit, facilities.TITLE, facilities.chart, lambda key: doors.open(facilities.FIGURE, "category", key)
        )
        self.weapons = WeaponsPanel(kit, doors)
        self.arrests = ArrestsPanel(kit, doors)
        self.arrests_by_party = ArrestsByParty(kit, doors)
        self.massacres, self.compared = MassacresPanel(kit, doors), ComparedPanel(kit, doors)

    def _lay_out(self) -> None:
        board = Board(
            (
                Place(self.toll, 3, 12),
                Place(self.figures, 9, 12),
                Place(self.apart, 12, 12),
                Place(self.months, 8, 12),
                Place(self.map, 4, 6),
                Place(self.parties, 4, 6),
                Place(self.facilities, 4, 6),
                Place(self.weapons, 4, 6),
                Place(self.arrests, 6, 12),
                Place(self.arrests_by_party, 6, 12),
                Place(self.massacres, 6, 12),
                Place(self.compared, 6, 12),
            )
        )
        below = QWidget()
        above = QHBoxLayout()
        above.addWidget(self.head)
        above.addSpacing(_SCROLL_BAR)
        self.column.addLayout(above)
        self.column.addWidget(below, 1)
        self._stack = QStackedLayout(below)
        self._stack.setContentsMargins(0, 0, 0, 0)
        for shown in (QWidget(), self.body, self.empty):
            self._stack.addWidget(shown)
        self.body.column.addWidget(board)  # last, since it takes its style anew with each that it is put into
        self.body.column.addStretch(1)

    def _connect(self) -> None:
        head = self.head
        head.period_chosen.connect(self.choose_period)
        head.scope_chosen.connect(self.choose_scope)
        head.new_period.clicked.connect(lambda: self.define_period(edit=False))
        head.edit_period.clicked.connect(lambda: self.define_period(edit=True))
        head.report.clicked.connect(self.wish_report)
        for new in (head.new_incident, self.first_step):
            new.clicked.connect(lambda: self.desk.open("entry"))
        self.go_on.clicked.connect(lambda: self.desk.open("entry", self._left))
        self.bring_in.clicked.connect(lambda: self.desk.open("exchange"))

    def _show(self, overview: Overview) -> None:
        before, self.overview = self.overview, overview
        self._period, self._scope = overview.snapshot.period.code, overview.snapshot.scope
        self.doors.stand_in(overview.snapshot.period, overview.snapshot.scope)
        self.head.show_overview(overview)
        if self.body.isVisible() and before is not None and _asks_the_same(before, overview):
            # all of it said and painted at once would hold up whoever types on
            self._begin_to_tell(overview)
        else:
            self._tell()
        self._stack.setCurrentWidget(self.body if overview.recorded else self.empty)

    def _ask_drafts(self) -> None:
        self.desk.operations.ask(lambda workspace: workspace.drafts(), self._offer_drafts, owner=self)

    def _offer_drafts(self, drafts: tuple[Draft, ...]) -> None:
        """Lead back to the entry that was left last."""
        self._left = next((draft for draft in drafts if INCIDENT.is_of(draft)), None)
        self.go_on.setVisible(self._left is not None)

    def _take_sides(self) -> None:
        """Let the scroll bar stand in the trailing margin, so that panels and head end on one line."""
        sides = [MARGIN, MARGIN - _SCROLL_BAR]
        leading, trailing = reversed(sides) if self.kit.tongue.language.rtl else sides
        self.column.setContentsMargins(leading, 12, trailing, 0)
        self.body.column.setContentsMargins(0, 0, 0, MARGIN)

    def _tell(self) -> None:
        """Say everything in the language and colours of now; the store is not asked."""
        if self.overview is None:
            return
        self._begin_to_tell(self.overview)
        self._turns.finish()

    def _begin_to_tell(self, overview: Overview) -> None:
        telling = Telling(overview.snapshot, self.kit.tongue.language)
        self._turns.take(partial(panel.tell, overview, telling) for panel in self.panels)


def _asks_the_same(before: Overview, after: Overview) -> bool:
    """Whether only what is recorded differs: numbers of two periods or scopes never stand beside one another."""
    old, new = before.snapshot, after.snapshot
    return (old.period, old.scope) == (new.period, new.scope)
