"""Weapons, each with its number in its own unit and its course by month."""

from snhr_desktop.i18n import N_
from snhr_desktop.reports.sections.summary import BY_WEAPON, WEAPONS
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.overview.course_panel import CoursePanel
from snhr_desktop.ui.overview.doors import Doors

OWN_UNITS = N_("Each weapon is counted in its own unit; they are not added together. The columns are months.")


class WeaponsPanel(CoursePanel):
    """One row a weapon."""

    def __init__(self, kit: Kit, doors: Doors) -> None:
        super().__init__(kit, doors, (BY_WEAPON, OWN_UNITS), WEAPONS, width=108)
