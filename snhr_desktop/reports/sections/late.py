"""Incidents of earlier days that became documented within the month: apart, and in none of its totals."""

from snhr_desktop.domain.vocabularies import label
from snhr_desktop.i18n import N_
from snhr_desktop.reports.edition import Edition
from snhr_desktop.reports.parts import DataTable, Part, Prose, TableColumn
from snhr_desktop.reports.section import NUMBERED, Section
from snhr_desktop.reports.sections.incident_list import (
    CODE,
    DATE,
    INJURED,
    KILLED,
    PARTY,
    PLACE,
    date_of,
    party_of,
    place_of,
)
from snhr_desktop.reports.sections.matrix import TOTAL
from snhr_desktop.reports.snapshot import Listed

TITLE = N_("Verified in this month, of earlier dates")
WHY = N_(
    "These incidents happened before {first} and became documented between {first} and {last}. They stand in the "
    "figures of their own dates and in no total of this month."
)
NONE = N_("No incident of an earlier date became documented between {first} and {last}.")


def build(edition: Edition) -> tuple[Part, ...]:
    """A table by date, or a sentence that says there are none."""
    late, words = edition.snapshot.late, edition.words
    bounds = {"first": words["first"], "last": words["last"]}
    if not late:
        return (Prose(edition.text(NONE, **bounds)),)
    columns = (
        TableColumn(edition.text(DATE), share=1.85),
        TableColumn(edition.text(CODE), share=2.05),
        TableColumn(edition.text(PLACE), share=2.1),
        TableColumn(edition.text(PARTY), share=2.95),
        TableColumn(edition.text(KILLED), numeric=True, share=0.85),
        TableColumn(edition.text(INJURED), numeric=True, share=0.95),
    )
    number = edition.language.number
    sums = (sum(one.killed for one in late), sum(one.injured for one in late))
    total = (edition.text(TOTAL), "", "", "", *(number(n) for n in sums))
    return (
        Prose(edition.text(WHY, **bounds)),
        DataTable("", columns, tuple(_row(edition, o) for o in late), total=total),
    )


def _row(edition: Edition, one: Listed) -> tuple[str, ...]:
    number = edition.language.number
    return (
        date_of(edition, one.date),
        one.reference,
        place_of(edition, one.place.pcode) or label("place_precision", "unknown", edition.language),
        party_of(edition, one.party_row),
        number(one.killed),
        number(one.injured),
    )


SECTION = Section("late", TITLE, build, numbering=NUMBERED)
