"""Who is held responsible: each incident in one row only, so that the rows sum to the totals."""

from snhr_desktop.i18n import N_
from snhr_desktop.reports.edition import Edition
from snhr_desktop.reports.parts import Part, Prose
from snhr_desktop.reports.pictures import parties
from snhr_desktop.reports.section import Section
from snhr_desktop.reports.sections.matrix import matrix

TABLE = N_("The period by party responsible")
FIGURES = ("civilians_killed", "massacres", "facility_impacts", "incidents")


def build(edition: Edition) -> tuple[Part, ...]:
    """The table by party and how to read it."""
    return (matrix(edition, TABLE, "party", FIGURES), Prose(edition.text(parties.JOINT), "note"))


SECTION = Section("parties", N_("Parties responsible"), build, level=2)
