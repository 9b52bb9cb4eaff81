"""The columns of the list of cases."""

from snhr_desktop.domain.headlines import in_language
from snhr_desktop.domain.places import Gazetteer
from snhr_desktop.domain.vocabularies import label
from snhr_desktop.i18n import N_, NC_, Language
from snhr_desktop.ui.incidents.saying import asking, say_code, say_conflicts, say_in_figures
from snhr_desktop.ui.lists.columns import Column, Lines
from snhr_desktop.workspace import CaseRow

NO_NAME = N_("Name not recorded")


def _reference(row: CaseRow, language: Language, places: Gazetteer) -> Lines:
    return (say_code(row.reference),)


def _name(row: CaseRow, language: Language, places: Gazetteer) -> Lines:
    """The name in the language spoken, and below it in the other script."""
    own = in_language(row, "name", language)
    other = next((name for name in (row.name_ar, row.name_en) if name and name != own), "")
    told = language.isolate(own) if own else language.text(NO_NAME)
    return told, *say_conflicts(row, language), *((language.isolate(other),) if other else ())


def _date(row: CaseRow, language: Language, places: Gazetteer) -> Lines:
    return say_in_figures(row.date, language)


def _place(row: CaseRow, language: Language, places: Gazetteer) -> Lines:
    place = places.get(row.place.pcode)
    return places.path(place, language.code)[:2] if place else (label("place_precision", "unknown", language),)


def _party(row: CaseRow, language: Language, places: Gazetteer) -> Lines:
    return (label("party", row.party or "unidentified", language),)


def _class(row: CaseRow, language: Language, places: Gazetteer) -> Lines:
    return (label("victim_class", row.victim_class, language),) if row.victim_class else ()


def _outcome(row: CaseRow, language: Language, places: Gazetteer) -> Lines:
    return (label("case_outcome", row.outcome, language),) if row.outcome else ()


def _status(row: CaseRow, language: Language, places: Gazetteer) -> Lines:
    return (label("status", row.status, language),)


COLUMNS = (
    Column("reference", NC_("column", "Reference"), _reference, "reference", 138, 0, spare=3),
    Column("name", NC_("column", "Name"), _name, "name", 130, 4, face="strong", sign=asking, asks=1),
    Column("date", N_("Taken on"), _date, "date", 92, 0, face="date"),
    Column("place", NC_("column", "Place"), _place, "place", 108, 3),
    Column("party", NC_("column", "Party"), _party, "party", 108, 4, spare=2, face="terms"),
    Column("class", N_("Man, woman, child"), _class, "class", 80, 0, spare=4, face="terms"),
    Column("outcome", N_("Become since"), _outcome, "outcome", 118, 3, face="terms"),
    Column("status", NC_("column", "Status"), _status, "status", 121, 1, spare=1, face="status"),
)
"""In the order of reading."""
