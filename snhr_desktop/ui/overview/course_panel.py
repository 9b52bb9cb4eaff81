"""Numbers of different units under one another, each with its course by month and the door to its records."""

from collections.abc import Sequence

from snhr_desktop.domain.dates import months_between
from snhr_desktop.figures import FIGURES
from snhr_desktop.figures.table import UNSTATED
from snhr_desktop.i18n import Message
from snhr_desktop.reports.telling import Telling
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.overview.doors import Doors
from snhr_desktop.ui.overview.gathering import Overview
from snhr_desktop.ui.overview.month_strip import MonthStrip
from snhr_desktop.ui.overview.row_door import RowDoor
from snhr_desktop.ui.widgets import Card


class CoursePanel(Card):
    """One row a figure; `width` is that of the numbers with their nouns, in pixels at 100 %."""

    def __init__(
        self, kit: Kit, doors: Doors, words: tuple[Message, Message], codes: Sequence[str], width: int
    ) -> None:
        super().__init__(kit, *words)
        self.rows = {code: RowDoor(kit, (width,)) for code in codes}
        self._strips = {code: MonthStrip(kit) for code in codes}
        self.body.setSpacing(4)
        for code, row in self.rows.items():
            row.row.insertWidget(1, self._strips[code])
            row.clicked.connect(doors.to(code))
            self.body.addWidget(row)
        self.body.addStretch(1)

    def tell(self, overview: Overview, telling: Telling) -> None:
        """Show the numbers with their nouns, and how many records do not state theirs."""
        months = months_between(telling.snapshot.first, telling.snapshot.last)
        for code, row in self.rows.items():
            answer = telling.answer(code)
            note = telling.language.plural(UNSTATED, answer.unstated) if answer.unstated else ""
            row.show_words(telling.title_of(code), note)
            row.show_cells(FIGURES[code].unit.say(answer.total, telling.language))
            self._strips[code].show_values([answer.term("month", f"{month:%Y-%m}") for month in months])
