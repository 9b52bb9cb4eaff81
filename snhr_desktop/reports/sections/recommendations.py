"""What is asked, and of whom."""

from snhr_desktop.i18n import N_
from snhr_desktop.reports.edition import Edition
from snhr_desktop.reports.parts import Part
from snhr_desktop.reports.section import Section
from snhr_desktop.reports.sections.standing import standing


def build(edition: Edition) -> tuple[Part, ...]:
    """The standing text, filled."""
    return standing(edition, "recommendations")


SECTION = Section("recommendations", N_("Recommendations"), build, level=2)
