"""The definition of every figure, from the catalogue that counts it."""

from snhr_desktop.i18n import N_
from snhr_desktop.reports.edition import Edition
from snhr_desktop.reports.figures_told import figures_told
from snhr_desktop.reports.parts import Facts, Part
from snhr_desktop.reports.section import Section

UNIT_IS = N_("Unit: {unit}.")


def build(edition: Edition) -> tuple[Part, ...]:
    """Title, definition and unit of each figure."""
    rows = tuple(
        (
            edition.title_of(code),
            (edition.definition(code), edition.text(UNIT_IS, unit=edition.unit_of(code))),
        )
        for code in figures_told(edition.snapshot)
    )
    return (Facts(rows),)


SECTION = Section("definitions", N_("What each figure counts"), build, level=2)
