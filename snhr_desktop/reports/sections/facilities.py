"""Vital civilian facilities hit, by category and by type."""

from snhr_desktop.i18n import N_
from snhr_desktop.reports.edition import Edition
from snhr_desktop.reports.parts import Part, Picture
from snhr_desktop.reports.pictures import facilities
from snhr_desktop.reports.section import Section
from snhr_desktop.reports.sections.matrix import matrix

CATEGORIES = N_("Facilities hit, by category")
TYPES = N_("Facilities hit, by type")


def build(edition: Edition) -> tuple[Part, ...]:
    """The chart and both tables."""
    return (
        Picture(facilities.chart(edition)),
        matrix(edition, CATEGORIES, "category", [facilities.FIGURE]),
        matrix(edition, TYPES, "type", [facilities.FIGURE]),
    )


SECTION = Section("facilities", N_("Vital civilian facilities"), build, level=2)
