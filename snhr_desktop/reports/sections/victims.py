"""Who was killed and injured: men, women, children, and those whose sex or age is not known."""

from snhr_desktop.i18n import N_
from snhr_desktop.reports.edition import Edition
from snhr_desktop.reports.parts import Part, Picture
from snhr_desktop.reports.pictures import classes
from snhr_desktop.reports.section import Section
from snhr_desktop.reports.sections.matrix import matrix

TITLE = N_("Men, women and children")
TABLE = N_("Civilians killed and injured by sex and age")
FIGURES = ("civilians_killed", "civilians_injured")


def build(edition: Edition) -> tuple[Part, ...]:
    """The bar of shares and the table."""
    return (Picture(classes.chart(edition)), matrix(edition, TABLE, "class", FIGURES, classes.CLASSES))


SECTION = Section("victims", TITLE, build, level=2)
