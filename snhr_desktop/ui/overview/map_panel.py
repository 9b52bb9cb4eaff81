"""The map of the area: civilians killed or documented incidents, and what no circle can show."""

from snhr_desktop.charts import MapChart
from snhr_desktop.figures import FIGURES, NOT_KNOWN
from snhr_desktop.i18n import N_
from snhr_desktop.reports.pictures import places
from snhr_desktop.reports.telling import Telling
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.overview.doors import Doors
from snhr_desktop.ui.overview.gathering import Overview
from snhr_desktop.ui.overview.panel import ChartPanel
from snhr_desktop.ui.overview.row_door import RowDoor
from snhr_desktop.ui.widgets import ChoiceBox

WHERE = N_("Where")
SHOWN = N_("What the map shows")
OFF_MAP = N_("Not on the map: sub-district not known")


class MapPanel(ChartPanel):
    """Circles at the sub-districts. What lies in none that is known stands in a row below: nothing is left out."""

    def __init__(self, kit: Kit, doors: Doors) -> None:
        super().__init__(kit, WHERE, self._describe, self._open)
        self._doors = doors
        self._overview: Overview | None = None
        figures = (places.FIGURE, "incidents")
        self.choice = ChoiceBox(kit, SHOWN, [(code, FIGURES[code].title) for code in figures])
        self.choice.chosen.connect(self._show_other)
        self.head.addWidget(self.choice)
        self.off_map = RowDoor(kit, (48,), "muted")
        self.off_map.clicked.connect(lambda: self._open(NOT_KNOWN))
        self.body.addWidget(self.off_map)

    def tell(self, overview: Overview, telling: Telling) -> None:
        """Show the map of what is chosen."""
        self._overview = overview
        super().tell(overview, telling)
        unplaced = telling.answer(self.choice.code()).term("subdistrict", NOT_KNOWN)
        self.off_map.setVisible(bool(unplaced))
        self.off_map.show_words(telling.text(OFF_MAP))
        self.off_map.show_cells(telling.language.number(unplaced))

    def _describe(self, telling: Telling) -> MapChart:
        return places.chart(telling, self.choice.code())

    def _show_other(self, _code: str) -> None:
        if self._overview is not None:
            self.tell(self._overview, Telling(self._overview.snapshot, self._kit.tongue.language))

    def _open(self, pcode: str) -> None:
        self._doors.open(self.choice.code(), "subdistrict", pcode)
