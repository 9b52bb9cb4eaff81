"""Panels laid out in columns: as many as the width allows, in the order they are given."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from snhr_desktop.ui.measure import px

COLUMNS = 12
WIDE = 1000
"""From this width on panels stand as in a wide window, px at 100 %."""


class Place(NamedTuple):
    """A panel and how many of the twelve columns it takes in a wide and in a narrow window."""

    panel: QWidget
    wide: int
    narrow: int


class Board(QWidget):
    """Fills rows of twelve columns; the panels of a row are of one height."""

    def __init__(self, places: Sequence[Place], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._places = tuple(places)
        self._wide: bool | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(12)
        for column in range(COLUMNS):
            self._grid.setColumnStretch(column, 1)
            self._grid.setColumnMinimumWidth(column, 1)
        self._lay_out(wide=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Change columns where the width passes the bound."""
        super().resizeEvent(event)
        self._lay_out(self.width() >= px(WIDE))

    def _lay_out(self, wide: bool) -> None:
        if wide == self._wide:
            return
        self._wide = wide
        for place in self._places:
            self._grid.removeWidget(place.panel)
        row, column = 0, 0
        for place in self._places:
            span = place.wide if wide else place.narrow
            if column + span > COLUMNS:
                row, column = row + 1, 0
            self._grid.addWidget(place.panel, row, column, 1, span)
            column += span
