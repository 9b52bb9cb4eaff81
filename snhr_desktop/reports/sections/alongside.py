"""Each figure of a month beside the month before and the year so far."""

import datetime as dt

from snhr_desktop.figures.catalogue import FIGURES
from snhr_desktop.figures.table import APART
from snhr_desktop.i18n import N_
from snhr_desktop.reports.edition import Edition
from snhr_desktop.reports.figures_told import figures_told
from snhr_desktop.reports.parts import DataTable, KeyFigures, Part, TableColumn
from snhr_desktop.reports.section import Section
from snhr_desktop.reports.sections.key_figures import AS_OF, FIGURE, headline

TITLE = N_("The month beside the month before and the year")
TO = N_("{first} to {last}")
MINIMUMS = N_("The year is counted from January up to and including this month, each incident by its own date.")


def build(edition: Edition) -> tuple[Part, ...]:
    """The band of headline figures, then the figures side by side, those that stand apart in a table of their own."""
    band: KeyFigures = headline(edition)
    notes = (edition.text(AS_OF, as_of=edition.words["as_of"]), edition.text(MINIMUMS))
    return (
        band,
        _table(edition, edition.text(TITLE), notes, apart=False),
        _table(edition, edition.text(APART), (), True),
    )


def spans(edition: Edition) -> tuple[str, ...]:
    """The titles of the columns: this month, the month before, and the months of the year."""
    snapshot, month = edition.snapshot, edition.language.month
    return (
        month(snapshot.first),
        month(snapshot.previous.first) if snapshot.previous else "",
        _year(edition, snapshot.first.replace(month=1), snapshot.first),
    )


def numbers(edition: Edition, code: str) -> tuple[str, ...]:
    """A figure in each of the columns."""
    along = (edition.snapshot.previous, edition.snapshot.year)
    answers = [edition.answer(code), *(one.answers[code] for one in along if one)]
    return tuple(FIGURES[code].unit.figures(answer.total, edition.language) for answer in answers)


def _year(edition: Edition, first: dt.date, last: dt.date) -> str:
    language = edition.language
    if first == last:
        return language.month(first)
    return edition.text(TO, first=language.month_name(first), last=language.month(last))


def _table(edition: Edition, caption: str, notes: tuple[str, ...], apart: bool) -> DataTable:
    columns = (
        TableColumn(edition.text(FIGURE), share=3.2),
        *(TableColumn(title, numeric=True, share=1.2) for title in spans(edition)),
    )
    codes = [code for code in figures_told(edition.snapshot) if FIGURES[code].apart == apart]
    rows = tuple((edition.title_of(code), *numbers(edition, code)) for code in codes)
    return DataTable(caption, columns, rows, note=" ".join(notes))


SECTION = Section("alongside", TITLE, build, level=2)
