"""The other key figures, each a card with its unit."""

from functools import partial

from PySide6.QtWidgets import QGridLayout, QWidget

from snhr_desktop.figures import FIGURES
from snhr_desktop.reports.telling import Telling
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.overview.doors import Doors
from snhr_desktop.ui.overview.gathering import Overview
from snhr_desktop.ui.overview.words import unstated
from snhr_desktop.ui.widgets import KeyFigure

CODES = (
    "massacres", "facility_impacts", "barrel_bombs", "civilians_injured",
    "medical_killed", "cluster_attacks", "incendiary_attacks", "chemical_attacks",
    "media_killed", "civil_defence_killed", "incidents",
)  # fmt: skip
"""The figures that have a card, in order; civilians killed have a panel of their own."""

_TOLL = frozenset({"medical_killed", "media_killed", "civil_defence_killed"})
_COLUMNS = 4


class FiguresPanel(QWidget):
    """Rows of cards; the last takes what its row has left."""

    def __init__(self, kit: Kit, doors: Doors) -> None:
        super().__init__()
        self.cards = {code: KeyFigure(kit, FIGURES[code].title, toll=code in _TOLL) for code in CODES}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(12)
        for number, (code, card) in enumerate(self.cards.items()):
            card.clicked.connect(doors.to(code))
            row, column = divmod(number, _COLUMNS)
            span = _COLUMNS - column if number == len(CODES) - 1 else 1
            grid.addWidget(card, row, column, 1, span)
        for column in range(_COLUMNS):
            grid.setColumnStretch(column, 1)
        for row in range(-(-len(CODES) // _COLUMNS)):
            grid.setRowStretch(row, 1)

    def tell(self, overview: Overview, telling: Telling) -> None:
        """Show the numbers."""
        for code, card in self.cards.items():
            total = telling.total(code)
            card.show_number(total, partial(FIGURES[code].unit.say, total), unstated(telling.snapshot, code))
