"""The columns of the list of incidents: what each is called, what it says of a row, and what it sorts by."""

from collections.abc import Mapping

from snhr_desktop.domain.places import Gazetteer
from snhr_desktop.domain.vocabularies import label
from snhr_desktop.i18n import NC_, Language
from snhr_desktop.ui.incidents.saying import say_code, say_coordinates, say_in_figures
from snhr_desktop.ui.lists.columns import Column, Lines
from snhr_desktop.workspace import IncidentRow


def _reference(row: IncidentRow, language: Language, places: Gazetteer) -> Lines:
    return (say_code(row.reference),)


def _date(row: IncidentRow, language: Language, places: Gazetteer) -> Lines:
    return say_in_figures(row.date, language)


def _place(row: IncidentRow, language: Language, places: Gazetteer) -> Lines:
    place = places.get(row.place.pcode)
    if place is not None:
        return places.path(place, language.code)[:2]
    if row.place.lat is not None and row.place.lon is not None:
        return (say_coordinates(row.place.lat, row.place.lon),)
    return (row.place.pcode or label("place_precision", "unknown", language),)


def _kinds(row: IncidentRow, language: Language, places: Gazetteer) -> Lines:
    return tuple(label("violation", kind, language) for kind in row.kinds)


def _killed(row: IncidentRow) -> int:
    return row.killed


def _injured(row: IncidentRow) -> int:
    return row.injured


def _parties(row: IncidentRow, language: Language, places: Gazetteer) -> Lines:
    return tuple(label("party", party, language) for party in row.parties)


def _status(row: IncidentRow, language: Language, places: Gazetteer) -> Lines:
    return (label("status", row.status, language),)


COLUMNS = (
    Column("reference", NC_("column", "Reference"), _reference, "reference", 120, 0),
    Column("date", NC_("column", "Date"), _date, "date", 92, 0, face="date"),
    Column("place", NC_("column", "Place"), _place, "place", 108, 3, face="strong"),
    Column("kinds", NC_("column", "Kinds"), _kinds, "", 96, 4, spare=3, face="terms"),
    Column("killed", NC_("column", "Killed"), None, "killed", 54, 0, face="toll", number=_killed),
    Column("injured", NC_("column", "Injured"), None, "injured", 60, 0, spare=1, number=_injured),
    Column("parties", NC_("column", "Parties"), _parties, "party", 102, 4, spare=2, face="terms"),
    Column("status", NC_("column", "Status"), _status, "status", 121, 1, face="status"),
)
"""In the order of reading."""

BY_KEY: Mapping[str, int] = {column.key: number for number, column in enumerate(COLUMNS)}
"""The place of each column."""
