"""From a number to the records behind it: asks the store which they are and opens the list of incidents at them."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from snhr_desktop.domain.records import Period
from snhr_desktop.figures import BREAKDOWNS, FIGURES
from snhr_desktop.i18n import Language
from snhr_desktop.reports.differences import OF_TERM
from snhr_desktop.store.case_listing import CaseQuery
from snhr_desktop.store.listing import IncidentQuery
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.tongue import Words

_LIST, _CASES = "incidents", "cases"


class Doors(QObject):
    """The doors of one page. They lead to the records of the period and scope that are shown."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._period = Period()
        self._scope = "all"

    def stand_in(self, period: Period, scope: str) -> None:
        """Lead to the records of this period and scope from now on."""
        self._period, self._scope = period, scope

    def open(self, figure: str, breakdown: str = "", term: str = "", scope: str = "") -> None:
        """Open the list at what stands behind a total, or behind one term of a breakdown."""
        period, seen_in = self._period, scope or self._scope
        heading = self._heading(figure, breakdown, term)
        of_cases = FIGURES[figure].of_cases

        def show(uids: tuple[str, ...]) -> None:
            if of_cases:
                self._desk.open(_CASES, (CaseQuery(uids=uids), heading))
            else:
                self._desk.open(_LIST, (IncidentQuery(uids=uids), heading))

        self._desk.operations.ask(
            lambda workspace: workspace.behind(figure, period, seen_in, breakdown, term),
            then=show,
            owner=self,
            key="door",
        )

    def to(self, figure: str) -> Callable[[], None]:
        """The door to a figure's total, for a button's click."""

        def go() -> None:
            self.open(figure)

        return go

    def open_record(self, uid: str) -> None:
        """Open one record beside the list."""
        self._desk.open(_LIST, uid)

    def _heading(self, figure: str, breakdown: str, term: str) -> Words:
        """What the records are behind: the figure, and the term where it is one of a breakdown."""
        gazetteer = self._desk.operations.gazetteer

        def place_name(pcode: str, language: Language) -> str:
            place = gazetteer.get(pcode)
            return gazetteer.label(place, language.code) if place else pcode

        def said(language: Language) -> str:
            title = language.text(FIGURES[figure].title)
            if not breakdown:
                return title
            return language.text(OF_TERM, figure=title, term=BREAKDOWNS[breakdown].label(term, language, place_name))

        return said
