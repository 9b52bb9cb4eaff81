"""Weapons, each in the unit that it is counted in, by party."""

from snhr_desktop.i18n import N_
from snhr_desktop.reports.edition import Edition
from snhr_desktop.reports.parts import Part, Prose
from snhr_desktop.reports.section import Section
from snhr_desktop.reports.sections.matrix import matrix
from snhr_desktop.reports.sections.summary import BY_WEAPON, WEAPONS

TABLE = N_("Weapons by party responsible")
UNITS = N_("Barrel bombs are counted by munitions, the other weapons by attacks; the columns are not added together.")


def build(edition: Edition) -> tuple[Part, ...]:
    """The table by party, and its units."""
    return (matrix(edition, TABLE, "party", WEAPONS), Prose(edition.text(UNITS), "note"))


SECTION = Section("weapons", BY_WEAPON, build, level=2)
