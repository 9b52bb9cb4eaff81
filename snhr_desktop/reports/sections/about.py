"""Who publishes the report, and what stands behind its numbers."""

from snhr_desktop.i18n import N_
from snhr_desktop.reports.edition import Edition
from snhr_desktop.reports.parts import Part
from snhr_desktop.reports.section import Section
from snhr_desktop.reports.sections.standing import standing


def build(edition: Edition) -> tuple[Part, ...]:
    """The standing text, filled."""
    return standing(edition, "about")


SECTION = Section("about", N_("About the network and this report"), build)
