"""Tables of figures by one breakdown: what could not be told apart and the totals are always printed."""

from collections.abc import Iterable, Sequence

from snhr_desktop.figures.breakdowns import BREAKDOWNS
from snhr_desktop.i18n import N_, Message
from snhr_desktop.reports.edition import Edition
from snhr_desktop.reports.parts import DataTable, TableColumn
from snhr_desktop.reports.telling import descending

TOTAL = N_("Total")
_LABELS = 2.6


def matrix(
    edition: Edition,
    caption: Message,
    breakdown: str,
    figures: Sequence[str],
    terms: Iterable[str] | None = None,
) -> DataTable:
    """A row for each term and a column for each figure.

    The terms stand in the order given, else by the first figure, the largest first. The remainder of the breakdown
    comes last, and only where it counts something; each column sums to its total.
    """
    declared = BREAKDOWNS[breakdown]
    order = list(terms) if terms is not None else descending(edition, breakdown, figures)
    label = edition.text(COLUMN.get(breakdown, declared.title))
    titles = [edition.title_of(code) for code in figures]
    counts = any(edition.answer(code).by[breakdown].get(declared.remainder) for code in figures)
    return DataTable(
        caption=edition.text(caption),
        columns=(TableColumn(label, share=_LABELS), *(TableColumn(title, numeric=True) for title in titles)),
        rows=tuple(_row(edition, breakdown, term, figures) for term in order if term != declared.remainder),
        remainder=_row(edition, breakdown, declared.remainder, figures) if counts else (),
        total=(edition.text(TOTAL), *(edition.number(code) for code in figures)),
    )


COLUMN: dict[str, Message] = {
    "class": N_("Victims"),
    "party": N_("Party"),
    "month": N_("Month"),
    "subdistrict": N_("Sub-district"),
    "category": N_("Category"),
    "type": N_("Type"),
}
"""The title of the column of terms."""


def _row(edition: Edition, breakdown: str, term: str, figures: Sequence[str]) -> tuple[str, ...]:
    numbers = (edition.answer(code).by[breakdown].get(term, 0) for code in figures)
    return (edition.term(breakdown, term), *(edition.language.number(number) for number in numbers))
