"""Arrests of the period: children and women among them, what became of them, and the releases beside them."""

from snhr_desktop.domain.dates import months_between
from snhr_desktop.figures import FIGURES
from snhr_desktop.i18n import N_
from snhr_desktop.reports.figures_told import figures_told
from snhr_desktop.reports.sections.arrests import FIGURES as FIGURES_BY_PARTY
from snhr_desktop.reports.sections.arrests import TITLE
from snhr_desktop.reports.telling import Telling
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.overview.doors import Doors
from snhr_desktop.ui.overview.gathering import Overview
from snhr_desktop.ui.overview.month_strip import MonthStrip
from snhr_desktop.ui.overview.row_door import RowDoor
from snhr_desktop.ui.widgets import Card

NOTE = N_("Children and women are among the arrests, and so are those who disappeared since. The columns are months.")
_ROWS = (*FIGURES_BY_PARTY, "abductions_unidentified")


class ArrestsPanel(Card):
    """One row a number, each a door to its cases. Hidden where no case is recorded."""

    def __init__(self, kit: Kit, doors: Doors) -> None:
        super().__init__(kit, TITLE, NOTE)
        self.rows = {code: RowDoor(kit, (120,)) for code in _ROWS}
        self._strips = {code: MonthStrip(kit) for code in _ROWS}
        self.body.setSpacing(4)
        for code, row in self.rows.items():
            row.row.insertWidget(1, self._strips[code])
            row.clicked.connect(doors.to(code))
            self.body.addWidget(row)
        self.body.addStretch(1)

    def tell(self, overview: Overview, telling: Telling) -> None:
        """Show the numbers with their nouns."""
        self.setVisible("arrests" in figures_told(telling.snapshot))
        months = months_between(telling.snapshot.first, telling.snapshot.last)
        for code, row in self.rows.items():
            answer = telling.answer(code)
            row.show_words(telling.title_of(code))
            row.show_cells(FIGURES[code].unit.say(answer.total, telling.language))
            self._strips[code].show_values([answer.term("month", f"{month:%Y-%m}") for month in months])
