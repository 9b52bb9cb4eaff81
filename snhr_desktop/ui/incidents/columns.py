"""The columns of the list: what each is called, what it says of a row, and what it sorts by."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from snhr_desktop.domain.places import Gazetteer
from snhr_desktop.domain.vocabularies import label
from snhr_desktop.i18n import NC_, Language, Message, bare
from snhr_desktop.ui.incidents.saying import say_code, say_coordinates, say_in_figures
from snhr_desktop.workspace import IncidentRow

Lines = tuple[str, ...]
"""What a cell says: a first line, and others of less weight below it."""


@dataclass(frozen=True)
class Column:
    """One column. `order` is the key it sorts by in a query, blank where it does not.

    `width` is the least it needs in px, `share` its part of the room that is left. When the list is narrow, columns
    with the highest `spare` are left out first; the record beside the list says them too.
    """

    key: str
    heading: Message
    say: Callable[[IncidentRow, Language, Gazetteer], Lines]
    order: str = ""
    width: int = 100
    share: int = 1
    spare: int = 0
    numeric: bool = False


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


def _killed(row: IncidentRow, language: Language, places: Gazetteer) -> Lines:
    return (language.number(row.killed),)


def _injured(row: IncidentRow, language: Language, places: Gazetteer) -> Lines:
    return (language.number(row.injured),)


def _parties(row: IncidentRow, language: Language, places: Gazetteer) -> Lines:
    return tuple(label("party", party, language) for party in row.parties)


def _status(row: IncidentRow, language: Language, places: Gazetteer) -> Lines:
    return (label("status", row.status, language),)


COLUMNS = (
    Column("reference", NC_("column", "Reference"), _reference, "reference", 120, 0),
    Column("date", NC_("column", "Date"), _date, "date", 92, 0),
    Column("place", NC_("column", "Place"), _place, "place", 108, 3),
    Column("kinds", NC_("column", "Kinds"), _kinds, "", 96, 4, spare=3),
    Column("killed", NC_("column", "Killed"), _killed, "killed", 54, 0, numeric=True),
    Column("injured", NC_("column", "Injured"), _injured, "injured", 60, 0, spare=1, numeric=True),
    Column("parties", NC_("column", "Parties"), _parties, "party", 102, 4, spare=2),
    Column("status", NC_("column", "Status"), _status, "status", 121, 1),
)
"""In the order of reading."""

BY_KEY: Mapping[str, int] = {column.key: number for number, column in enumerate(COLUMNS)}
"""The place of each column."""


def fitting(room: int) -> tuple[Column, ...]:
    """The columns there is room for."""
    kept = list(COLUMNS)
    while sum(column.width for column in kept) > room and any(column.spare for column in kept):
        kept.remove(max(kept, key=lambda column: column.spare))
    return tuple(kept)


def as_pasted(row: IncidentRow, language: Language, places: Gazetteer) -> str:
    """A row for a spreadsheet: cells parted by tabs, numbers without grouping, no invisible direction marks."""
    cells = {column.key: "; ".join(column.say(row, language, places)) for column in COLUMNS}
    cells |= {"killed": str(row.killed), "injured": str(row.injured)}
    return "\t".join(" ".join(bare(cell).split()) for cell in cells.values())
