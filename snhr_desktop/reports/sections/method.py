"""How incidents are documented and counted, and how people are protected."""

from snhr_desktop.i18n import N_
from snhr_desktop.reports.edition import Edition
from snhr_desktop.reports.parts import Part
from snhr_desktop.reports.section import ANNEX, Section
from snhr_desktop.reports.sections.standing import standing


def build(edition: Edition) -> tuple[Part, ...]:
    """The standing text, filled."""
    return standing(edition, "method")


SECTION = Section("method", N_("Method and definitions"), build, numbering=ANNEX)
