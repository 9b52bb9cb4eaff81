"""Civilians killed: the number, the whole divided by sex and age, and the share of women and children."""

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from snhr_desktop.figures import FIGURES
from snhr_desktop.reports.pictures import classes
from snhr_desktop.reports.telling import Telling
from snhr_desktop.ui.chart_view import ChartView
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.overview.doors import Doors
from snhr_desktop.ui.overview.gathering import Overview
from snhr_desktop.ui.overview.row_door import RowDoor
from snhr_desktop.ui.style import mark
from snhr_desktop.ui.widgets import Card, KeyFigure

_SHARE = "women_children_share"


class TollPanel(Card):
    """The first thing that is read. Its number, each class and the share are doors."""

    def __init__(self, kit: Kit, doors: Doors) -> None:
        super().__init__(kit)
        self._kit = kit
        title = FIGURES[classes.FIGURE].title
        kit.tongue.bind(self, accessibleName=title)
        self.body.setContentsMargins(2, 2, 2, 8)
        self.body.setSpacing(0)
        self.number = KeyFigure(kit, title, toll=True)
        mark(self.number, kind="quiet")
        self.view = ChartView()
        self.share = RowDoor(kit, (56,))
        self.body.addWidget(self.number)
        self.body.addLayout(_set_in(self.view, 12), 1)
        self.body.addLayout(_set_in(self.share, 12))
        self.number.clicked.connect(doors.to(classes.FIGURE))
        self.view.picked.connect(partial(doors.open, classes.FIGURE, "class"))
        self.share.clicked.connect(doors.to(_SHARE))

    def tell(self, overview: Overview, telling: Telling) -> None:
        """Show the toll."""
        total = telling.total(classes.FIGURE)
        self.number.show_number(total, partial(FIGURES[classes.FIGURE].unit.say, total))
        chart = replace(classes.chart(telling), unit="")  # the number above says what is counted
        self.view.set_chart(chart, telling.language, self._kit.theme.palette)
        self.share.show_words(telling.title_of(_SHARE))
        self.share.show_cells(telling.number(_SHARE))


def _set_in(part: QWidget, margin: int) -> QHBoxLayout:
    """The part in a row of its own, so that all words of the panel begin on one line."""
    row = QHBoxLayout()
    row.setContentsMargins(margin, 0, margin, 0)
    row.addWidget(part)
    return row
