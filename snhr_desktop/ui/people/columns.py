"""The columns of the list of people: what each is called, what it says of a row, and what it sorts by."""

from snhr_desktop.domain.headlines import NAMED_GROUP, in_language
from snhr_desktop.domain.places import Gazetteer
from snhr_desktop.domain.vocabularies import label, sex_of
from snhr_desktop.i18n import N_, NC_, NP_, Language
from snhr_desktop.ui.incidents.columns import say_parties, say_where
from snhr_desktop.ui.incidents.saying import say_code, say_in_figures
from snhr_desktop.ui.lists.columns import Column, Lines
from snhr_desktop.workspace import PersonRow

NOT_KNOWN, PERSONS = N_("Name not known"), NP_("{n} person", "{n} persons")


def _name(row: PersonRow, language: Language, places: Gazetteer) -> Lines:
    """The name in the script of the window, and the one in the other below it."""
    name = in_language(row, "name", language)
    if not name:
        return (language.text(NOT_KNOWN), *((language.plural(PERSONS, row.number),) if row.number > 1 else ()))
    other = row.name_en if name == row.name_ar else row.name_ar
    first = language.plural(NAMED_GROUP, row.number, name=name) if row.number > 1 else name
    return (first, other) if other else (first,)


def _father(row: PersonRow, language: Language, places: Gazetteer) -> Lines:
    return (row.father_ar,) if row.father_ar else ()


def _sex(row: PersonRow, language: Language, places: Gazetteer) -> Lines:
    return (label("sex", row.sex, language),) if row.sex else ()


def _age(row: PersonRow) -> int | None:
    return row.age


def _age_group(row: PersonRow, language: Language, places: Gazetteer) -> Lines:
    return (label("age_group", row.age_group, language, sex_of(row)),) if row.age_group else ()


def _civil_status(row: PersonRow, language: Language, places: Gazetteer) -> Lines:
    return (label("civil_status", row.civil_status, language, sex_of(row)),)


def _occupation(row: PersonRow, language: Language, places: Gazetteer) -> Lines:
    return (label("occupation", row.occupation, language, sex_of(row)),) if row.occupation else ()


def _outcome(row: PersonRow, language: Language, places: Gazetteer) -> Lines:
    return (label("outcome", row.outcome, language, sex_of(row)),)


def _naming(row: PersonRow, language: Language, places: Gazetteer) -> Lines:
    return (label("naming", row.naming, language),) if row.naming else ()


def _number(row: PersonRow) -> int:
    return row.number


def _reference(row: PersonRow, language: Language, places: Gazetteer) -> Lines:
    return (say_code(row.reference),)


def _date(row: PersonRow, language: Language, places: Gazetteer) -> Lines:
    return say_in_figures(row.date, language)


def _place(row: PersonRow, language: Language, places: Gazetteer) -> Lines:
    return say_where(row.place, language, places)


def _parties(row: PersonRow, language: Language, places: Gazetteer) -> Lines:
    return say_parties(row.parties, language)


def _status(row: PersonRow, language: Language, places: Gazetteer) -> Lines:
    return (label("status", row.status, language),)


COLUMNS = (
    Column("name", NC_("column", "Name"), _name, "name", 130, 4, face="strong"),
    Column("father", NC_("column", "Father’s name"), _father, "", 104, 1, spare=5),
    Column("sex", NC_("column", "Sex"), _sex, "sex", 70, 0),
    Column("age", NC_("column", "Age"), None, "age", 48, 0, number=_age),
    Column("outcome", NC_("column", "Outcome"), _outcome, "outcome", 76, 1, face="terms"),
    Column("reference", NC_("column", "Incident"), _reference, "reference", 124, 0, spare=4),
    Column("date", NC_("column", "Date"), _date, "date", 92, 0, face="date"),
    Column("place", NC_("column", "Place"), _place, "", 96, 3, spare=3),
    Column("parties", NC_("column", "Parties"), _parties, "", 102, 3, spare=6, face="terms"),
    Column("naming", NC_("column", "Consent"), _naming, "naming", 100, 2, spare=2, face="terms"),
    Column("number", NC_("column", "Persons"), None, "number", 70, 0, number=_number, usual=False),
    Column("age_group", NC_("column", "Child or adult"), _age_group, "", 100, 1, usual=False),
    Column("civil_status", NC_("column", "Civilian or armed"), _civil_status, "", 100, 1, usual=False),
    Column("occupation", NC_("column", "Occupation"), _occupation, "", 110, 2, face="terms", usual=False),
    Column("status", NC_("column", "Status"), _status, "", 121, 1, face="status", usual=False),
)
"""In the order of reading."""
