"""Arrests of the period: children and women among them, what became of them, and the releases beside them."""

from snhr_desktop.i18n import N_
from snhr_desktop.reports.figures_told import figures_told
from snhr_desktop.reports.pictures import arrests
from snhr_desktop.reports.sections.arrests import FIGURES as FIGURES_BY_PARTY
from snhr_desktop.reports.sections.arrests import TITLE
from snhr_desktop.reports.telling import Telling
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.overview.course_panel import CoursePanel
from snhr_desktop.ui.overview.doors import Doors
from snhr_desktop.ui.overview.gathering import Overview
from snhr_desktop.ui.overview.panel import ChartPanel

NOTE = N_("Children and women are among the arrests, and so are those who disappeared since. The columns are months.")
_ROWS = (*FIGURES_BY_PARTY, "abductions_unidentified")


class ArrestsPanel(CoursePanel):
    """One row a number, each a door to its cases. Hidden where no case is recorded."""

    def __init__(self, kit: Kit, doors: Doors) -> None:
        super().__init__(kit, doors, (TITLE, NOTE), _ROWS, width=120)

    def tell(self, overview: Overview, telling: Telling) -> None:
        """Show the numbers, where there is a case."""
        self.setVisible(_is_told(telling))
        super().tell(overview, telling)


class ArrestsByParty(ChartPanel):
    """Who arrested, a bar each."""

    def __init__(self, kit: Kit, doors: Doors) -> None:
        super().__init__(kit, arrests.TITLE, arrests.chart, lambda key: doors.open(arrests.FIGURE, "party", key))

    def tell(self, overview: Overview, telling: Telling) -> None:
        """Show the bars, where there is a case."""
        self.setVisible(_is_told(telling))
        super().tell(overview, telling)


def _is_told(telling: Telling) -> bool:
    return "arrests" in figures_told(telling.snapshot)
