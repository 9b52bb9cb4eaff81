"""The short bulletin: the toll in a sentence, the key figures, the months, the parties, and how it is counted."""

from dataclasses import replace

from snhr_desktop.i18n import N_
from snhr_desktop.reports.edition import Edition
from snhr_desktop.reports.parts import Part, Picture, Prose
from snhr_desktop.reports.pictures import months
from snhr_desktop.reports.section import Section
from snhr_desktop.reports.sections import parties
from snhr_desktop.reports.sections.key_figures import headline
from snhr_desktop.reports.sections.matrix import matrix
from snhr_desktop.reports.sections.revisions import in_brief
from snhr_desktop.reports.sections.standing import standing
from snhr_desktop.reports.sections.summary import toll

MOST_ROWS = 7
"""Parties beyond which their table takes the place of the chart: the bulletin is one page."""


def build(edition: Edition) -> tuple[Part, ...]:
    """What fits on one page."""
    method = [part.text for part in standing(edition, "method") if isinstance(part, Prose)]
    table = matrix(edition, parties.TABLE, "party", parties.FIGURES)
    chart = Picture(replace(months.chart(edition, stacked=False), markers=()), yielding=True)
    return (
        Prose(toll(edition), "lead"),
        headline(edition),
        *((chart,) if len(table.rows) <= MOST_ROWS else ()),
        table,
        *in_brief(edition),
        *(Prose(text, "note") for text in method),
    )


SECTION = Section("bulletin", N_("In brief"), build, level=2)
