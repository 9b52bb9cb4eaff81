"""The months of the year up to the month reported on: chart and table, whose running sum is that of the year."""

from dataclasses import replace

from snhr_desktop.domain.dates import months_between
from snhr_desktop.domain.records import PeriodFile
from snhr_desktop.i18n import N_
from snhr_desktop.reports.edition import Edition
from snhr_desktop.reports.parts import Part, Picture
from snhr_desktop.reports.pictures import months
from snhr_desktop.reports.section import Section
from snhr_desktop.reports.sections.matrix import matrix
from snhr_desktop.reports.sections.months import FIGURES

TITLE = N_("The year by month")
CHART = N_("Civilians killed by month of the year")
COLUMN = N_("Month of the year")


def build(edition: Edition) -> tuple[Part, ...]:
    """Chart and table; nothing in January, which the other parts tell whole."""
    seen = of_year(edition)
    if seen is None or seen.snapshot.first == edition.snapshot.first:
        return ()
    terms = [f"{month:%Y-%m}" for month in months_between(seen.snapshot.first, seen.snapshot.last)]
    table = matrix(seen, TITLE, "month", FIGURES, terms)
    label, *numeric = table.columns
    titled = replace(label, title=edition.text(COLUMN))
    chart = replace(months.chart(seen), title=edition.text(CHART))
    return (Picture(chart), replace(table, columns=(titled, *numeric)))


def of_year(edition: Edition) -> Edition | None:
    """The edition as a report of the year so far would see its figures."""
    snapshot, year = edition.snapshot, edition.snapshot.year
    if year is None:
        return None
    file = PeriodFile(replace(snapshot.period, first=year.first, last=year.last), snapshot.file.markers)
    return replace(edition, snapshot=replace(snapshot, file=file, answers=year.answers, months=year.months))


SECTION = Section("year", TITLE, build, level=2)
