"""The columns of the list of incidents: what each is called, what it says of a row, and what it sorts by."""

from collections.abc import Iterable, Mapping

from snhr_desktop.domain.places import Gazetteer
from snhr_desktop.domain.saying import say_coordinates
from snhr_desktop.domain.values import Site
from snhr_desktop.domain.vocabularies import label
from snhr_desktop.i18n import N_, NC_, Language
from snhr_desktop.ui.incidents.saying import asking, say_code, say_conflicts, say_in_figures
from snhr_desktop.ui.lists.columns import Column, Lines
from snhr_desktop.workspace import IncidentRow

PART_OF = N_("in {reference}")
"""What was merged into another incident is found there."""


def _reference(row: IncidentRow, language: Language, places: Gazetteer) -> Lines:
    part_of = (language.text(PART_OF, reference=say_code(row.merged_into)),) if row.merged_into else ()
    return say_code(row.reference), *say_conflicts(row, language), *part_of


def _date(row: IncidentRow, language: Language, places: Gazetteer) -> Lines:
    return say_in_figures(row.date, language)


def say_where(site: Site, language: Language, places: Gazetteer) -> Lines:
    """A place and what it lies in; coordinates where it has no name."""
    place = places.get(site.pcode)
    if place is not None:
        return places.path(place, language.code)[:2]
    if site.lat is not None and site.lon is not None:
        return (say_coordinates(site.lat, site.lon),)
    return (site.pcode or label("place_precision", "unknown", language),)


def say_parties(parties: Iterable[str], language: Language) -> Lines:
    """Parties by their names."""
    return tuple(label("party", party, language) for party in parties)


def _place(row: IncidentRow, language: Language, places: Gazetteer) -> Lines:
    return say_where(row.place, language, places)


def _kinds(row: IncidentRow, language: Language, places: Gazetteer) -> Lines:
    return tuple(label("violation", kind, language) for kind in row.kinds)


def _killed(row: IncidentRow) -> int:
    return row.killed


def _injured(row: IncidentRow) -> int:
    return row.injured


def _parties(row: IncidentRow, language: Language, places: Gazetteer) -> Lines:
    return say_parties(row.parties, language)


def _status(row: IncidentRow, language: Language, places: Gazetteer) -> Lines:
    return (label("status", row.status, language),)


def _title(row: IncidentRow, language: Language, places: Gazetteer) -> Lines:
    """The title of this language, or else that of the other."""
    own, other = (row.title_ar, row.title_en) if language.rtl else (row.title_en, row.title_ar)
    return (own or other,) if own or other else ()


def _delivery(row: IncidentRow, language: Language, places: Gazetteer) -> Lines:
    return (label("delivery", row.delivery, language),) if row.delivery else ()


def _weapons(row: IncidentRow, language: Language, places: Gazetteer) -> Lines:
    return tuple(label("weapon", weapon, language) for weapon in row.weapons)


def _facilities(row: IncidentRow, language: Language, places: Gazetteer) -> Lines:
    return tuple(label("facility_type", facility, language) for facility in row.facilities)


def _sources(row: IncidentRow) -> int:
    return row.sources


def _strike(row: IncidentRow) -> int | None:
    return row.second_strike


def _classification(row: IncidentRow, language: Language, places: Gazetteer) -> Lines:
    return (label("classification", row.classification, language),) if row.classification else ()


def _changed(row: IncidentRow, language: Language, places: Gazetteer) -> Lines:
    if row.changed_at is None:
        return ()
    at = row.changed_at.astimezone()
    return language.short_date(at.date()), language.clock(at)


def _changed_by(row: IncidentRow, language: Language, places: Gazetteer) -> Lines:
    return (row.changed_by,) if row.changed_by else ()


COLUMNS = (
    Column("reference", NC_("column", "Reference"), _reference, "reference", 126, 0, sign=asking, asks=1),
    Column("date", NC_("column", "Date"), _date, "date", 92, 0, face="date"),
    Column("place", NC_("column", "Place"), _place, "place", 102, 3, face="strong"),
    Column("kinds", NC_("column", "Kinds"), _kinds, "", 88, 4, spare=3, face="terms"),
    Column("killed", NC_("column", "Civilians killed"), None, "killed", 66, 0, face="toll", number=_killed),
    Column("injured", NC_("column", "Civilians injured"), None, "injured", 66, 0, spare=1, number=_injured),
    Column("parties", NC_("column", "Parties"), _parties, "party", 94, 4, spare=2, face="terms"),
    Column("status", NC_("column", "Status"), _status, "status", 119, 1, face="status"),
    Column("title", NC_("column", "Title"), _title, "", 160, 4, face="terms", usual=False),
    Column("delivery", NC_("column", "Delivered by"), _delivery, "", 110, 2, face="terms", usual=False),
    Column("weapons", NC_("column", "Weapons"), _weapons, "", 110, 3, face="terms", usual=False),
    Column("facilities", NC_("column", "Facilities"), _facilities, "", 110, 3, face="terms", usual=False),
    Column("strike", NC_("column", "Second strike (min)"), None, "", 92, 0, number=_strike, usual=False),
    Column("sources", NC_("column", "Sources"), None, "sources", 66, 0, number=_sources, usual=False),
    Column(
        "classification",
        NC_("column", "Classification"),
        _classification,
        "classification",
        110,
        2,
        face="terms",
        usual=False,
    ),
    Column("changed", NC_("column", "Last changed"), _changed, "changed", 100, 1, face="date", usual=False),
    Column("changed_by", NC_("column", "Changed by"), _changed_by, "", 110, 2, usual=False),
)
"""In the order of reading."""

BY_KEY: Mapping[str, int] = {column.key: number for number, column in enumerate(COLUMNS)}
"""The place of each column."""
