"""Weapons, each with its number in its own unit and its course by month."""

from snhr_desktop.domain.dates import months_between
from snhr_desktop.figures import FIGURES
from snhr_desktop.figures.table import UNSTATED
from snhr_desktop.i18n import N_
from snhr_desktop.reports.sections.summary import BY_WEAPON, WEAPONS
from snhr_desktop.reports.telling import Telling
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.overview.doors import Doors
from snhr_desktop.ui.overview.gathering import Overview
from snhr_desktop.ui.overview.month_strip import MonthStrip
from snhr_desktop.ui.overview.row_door import RowDoor
from snhr_desktop.ui.widgets import Card

OWN_UNITS = N_("Each weapon is counted in its own unit; they are not added together. The columns are months.")


class WeaponsPanel(Card):
    """One row a weapon."""

    def __init__(self, kit: Kit, doors: Doors) -> None:
        super().__init__(kit, BY_WEAPON, OWN_UNITS)
        self.rows = {code: RowDoor(kit, (108,)) for code in WEAPONS}
        self._strips = {code: MonthStrip(kit) for code in WEAPONS}
        self.body.setSpacing(4)
        for code, row in self.rows.items():
            row.row.insertWidget(1, self._strips[code])
            row.clicked.connect(doors.to(code))
            self.body.addWidget(row)
        self.body.addStretch(1)

    def tell(self, overview: Overview, telling: Telling) -> None:
        """Show the numbers with their nouns."""
        months = months_between(telling.snapshot.first, telling.snapshot.last)
        for code, row in self.rows.items():
            answer = telling.answer(code)
            note = telling.language.plural(UNSTATED, answer.unstated) if answer.unstated else ""
            row.show_words(telling.title_of(code), note)
            row.show_cells(FIGURES[code].unit.say(answer.total, telling.language))
            self._strips[code].show_values([answer.term("month", f"{month:%Y-%m}") for month in months])
