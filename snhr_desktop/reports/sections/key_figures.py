"""Every figure of the catalogue in one table, and what stands apart in another."""

from snhr_desktop.figures.catalogue import FIGURES
from snhr_desktop.figures.table import APART, UNSTATED
from snhr_desktop.i18n import N_, Message
from snhr_desktop.reports.edition import Edition
from snhr_desktop.reports.figures_told import figures_told
from snhr_desktop.reports.parts import DataTable, KeyFigures, Part, TableColumn
from snhr_desktop.reports.section import Section

FIGURE, UNIT, NUMBER = N_("Figure"), N_("Unit"), N_("Number")
ALL_FIGURES = N_("The figures of the period")
AS_OF = N_("Documented up to {as_of}; the numbers are minimums.")
HEADLINE = ("civilians_killed", "massacres", "facility_impacts", "barrel_bombs")
"""The figures of the cover and of the band above the table."""


def build(edition: Edition) -> tuple[Part, ...]:
    """The band of headline figures, then both tables."""
    return (headline(edition), _table(edition, ALL_FIGURES, apart=False), _table(edition, APART, apart=True))


def headline(edition: Edition) -> KeyFigures:
    """The figures of the cover."""
    return KeyFigures(tuple((edition.number(code), edition.title_of(code)) for code in HEADLINE))


def _table(edition: Edition, caption: Message, apart: bool) -> DataTable:
    columns = (
        TableColumn(edition.text(FIGURE), share=3),
        TableColumn(edition.text(UNIT), share=1.6),
        TableColumn(edition.text(NUMBER), numeric=True),
    )
    codes = [code for code in figures_told(edition.snapshot) if FIGURES[code].apart == apart]
    rows = tuple((edition.title_of(code), edition.unit_of(code), edition.number(code)) for code in codes)
    notes = [] if apart else [edition.text(AS_OF, as_of=edition.words["as_of"])]
    notes += [_unstated(edition, code) for code in codes if edition.answer(code).unstated]
    return DataTable(edition.text(caption), columns, rows, note=" ".join(notes))


def _unstated(edition: Edition, code: str) -> str:
    count = edition.language.plural(UNSTATED, edition.answer(code).unstated)
    return edition.text(SAID_OF, figure=edition.title_of(code), said=count)


SAID_OF = N_("{figure}: {said}.")

SECTION = Section("key_figures", N_("Key figures"), build, level=2)
