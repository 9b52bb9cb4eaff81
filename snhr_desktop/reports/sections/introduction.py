"""What the report covers, up to when, and how its numbers are to be read."""

from snhr_desktop.i18n import N_
from snhr_desktop.reports.edition import Edition
from snhr_desktop.reports.parts import Part
from snhr_desktop.reports.section import NUMBERED, Section
from snhr_desktop.reports.sections.standing import standing


def build(edition: Edition) -> tuple[Part, ...]:
    """The standing text, filled."""
    return standing(edition, "introduction")


MONTHLY = Section("introduction", N_("Introduction"), build, numbering=NUMBERED)
SECTION = Section("introduction", N_("Introduction and historical context"), build, numbering=NUMBERED)
