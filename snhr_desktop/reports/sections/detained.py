"""Those among the arrests who may be named, one row each."""

from snhr_desktop.domain.names import fold
from snhr_desktop.domain.vocabularies import label
from snhr_desktop.i18n import N_
from snhr_desktop.reports.detained import Detained
from snhr_desktop.reports.edition import Edition
from snhr_desktop.reports.parts import DataTable, Part, Prose, TableColumn
from snhr_desktop.reports.phrases import person
from snhr_desktop.reports.section import Section
from snhr_desktop.reports.sections.arrests import tells
from snhr_desktop.reports.sections.incident_list import CODE, DATE, PARTY, PLACE, date_of, party_of, place_of
from snhr_desktop.reports.sections.roll import NAME, WITH_FATHER

TITLE = N_("Persons arrested whose names may be told")
AGED = N_("{person}, {age}")
SINCE = N_("Since then")
WHY = N_(
    "Those are named whose families agreed to it for this readership. Everybody else is in the numbers alone, and "
    "children are not named outside the office."
)
NOBODY = N_("Nobody who was arrested in these days may be named for this readership.")


def build(edition: Edition) -> tuple[Part, ...]:
    """The table, or a sentence that says that there is none; nothing where no case is counted."""
    if not tells(edition):
        return ()
    if not edition.snapshot.detained:
        return (Prose(edition.text(NOBODY)),)
    return (table(edition),)


def table(edition: Edition) -> DataTable:
    """In the alphabetical order of the script of the edition."""
    columns = (
        TableColumn(edition.text(NAME), share=1.8),
        TableColumn(edition.text(DATE), share=1.4),
        TableColumn(edition.text(PLACE), share=1.5),
        TableColumn(edition.text(PARTY), share=1.5),
        TableColumn(edition.text(SINCE), share=1.65),
        TableColumn(edition.text(CODE), share=2.15),
    )
    ordered = sorted(edition.snapshot.detained, key=lambda one: (fold(_name(edition, one)), one.reference))
    return DataTable("", columns, tuple(_row(edition, one) for one in ordered), note=edition.text(WHY))


def _name(edition: Edition, one: Detained) -> str:
    own, other = (one.name_ar, one.name_en) if edition.language.rtl else (one.name_en, one.name_ar)
    return own or other


def _row(edition: Edition, one: Detained) -> tuple[str, ...]:
    language, name = edition.language, _name(edition, one)
    if one.father_ar:
        name = edition.text(WITH_FATHER, name=name, father=one.father_ar)
    described = language.text(person(one.sex, one.victim_class))
    if one.age is not None:
        described = edition.text(AGED, person=described, age=language.number(one.age))
    return (
        f"{name}\n{described}",
        date_of(edition, one.date),
        place_of(edition, one.place.pcode) or label("place_precision", "unknown", language),
        party_of(edition, one.party_row),
        label("case_outcome", one.outcome, language),
        one.reference,
    )


SECTION = Section("detained", TITLE, build, level=2)
