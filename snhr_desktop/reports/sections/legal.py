"""Which rules the documented incidents concern."""

from snhr_desktop.i18n import N_
from snhr_desktop.reports.edition import Edition
from snhr_desktop.reports.parts import Part
from snhr_desktop.reports.section import NUMBERED, Section
from snhr_desktop.reports.sections.standing import standing


def build(edition: Edition) -> tuple[Part, ...]:
    """The standing text, filled."""
    return standing(edition, "legal")


SECTION = Section("legal", N_("Legal conclusions and recommendations"), build, numbering=NUMBERED)
