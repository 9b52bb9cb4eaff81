"""Where: the map of the area and the table by sub-district, in descending order of civilians killed."""

from snhr_desktop.i18n import N_
from snhr_desktop.reports.edition import Edition
from snhr_desktop.reports.parts import Part, Picture
from snhr_desktop.reports.pictures import places
from snhr_desktop.reports.section import Section
from snhr_desktop.reports.sections.matrix import matrix

TITLE = N_("Sub-districts")
TABLE = N_("The period by sub-district")
FIGURES = ("civilians_killed", "massacres", "facility_impacts", "incidents")


def build(edition: Edition) -> tuple[Part, ...]:
    """The map and the table."""
    return (Picture(places.chart(edition)), matrix(edition, TABLE, "subdistrict", FIGURES))


SECTION = Section("places", TITLE, build, level=2)
