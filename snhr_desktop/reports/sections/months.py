"""The toll by month: the chart with the events of the period, the sentence that says what it shows, the table."""

from snhr_desktop.domain.dates import months_between
from snhr_desktop.i18n import N_
from snhr_desktop.reports.edition import Edition
from snhr_desktop.reports.parts import Part, Picture
from snhr_desktop.reports.pictures import months
from snhr_desktop.reports.section import Section
from snhr_desktop.reports.sections.matrix import matrix

TABLE = N_("The period by month")
FIGURES = ("civilians_killed", "massacres", "facility_impacts", "barrel_bombs")


def build(edition: Edition) -> tuple[Part, ...]:
    """The chart and the table."""
    snapshot = edition.snapshot
    terms = [f"{month:%Y-%m}" for month in months_between(snapshot.first, snapshot.last)]
    return (Picture(months.chart(edition)), matrix(edition, TABLE, "month", FIGURES, terms))


SECTION = Section("months", months.TITLE, build, level=2)
