"""The list of people: the victims of all incidents, filtered by themselves and by their incident."""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from snhr_desktop.domain.counting import DEATHS, INJURIES
from snhr_desktop.domain.values import Site, When
from snhr_desktop.store.listing import STANDS, IncidentQuery, conditions, day
from snhr_desktop.store.search import expression
from snhr_desktop.store.sequence import Found, found_by

if TYPE_CHECKING:
    from sqlite3 import Connection


@dataclass(frozen=True)
class PersonQuery:
    """Which people, in which order. Every filter that is not blank has to hold.

    `text` is typed in a search box and looks in names alone; `of` says which incidents. `order` is a key of `ORDERS`.
    """

    text: str = ""
    of: IncidentQuery = field(default_factory=IncidentQuery)
    outcomes: tuple[str, ...] = ()
    sexes: tuple[str, ...] = ()
    age_groups: tuple[str, ...] = ()
    namings: tuple[str, ...] = ()
    order: str = "date"
    descending: bool = True
    language: str = "en"


@dataclass(frozen=True)
class PersonRow:
    """One line of the list: a person, or `number` persons of one description, and their incident."""

    uid: str
    number: int
    name_ar: str
    name_en: str
    father_ar: str
    sex: str
    age: int | None
    age_group: str
    civil_status: str
    occupation: str
    outcome: str
    naming: str
    incident_uid: str
    reference: str
    date: When
    place: Site
    parties: tuple[str, ...]
    status: str


ORDERS = {
    "date": "line.first",
    "reference": "line.reference",
    "name": "nullif(victim.name_en, '')",
    "age": "victim.age",
    "sex": "nullif(victim.sex, '')",
    "outcome": "victim.outcome",
    "naming": "nullif(victim.naming, '')",
    "number": "victim.number",
}
"""Sort keys and what they sort by. What is not known comes last either way."""

_SOURCE = "incident_line AS line JOIN victim ON victim.incident_id = line.incident_id"
_HARMED = "CASE WHEN victim.civil_status = 'civilian' AND victim.outcome IN ({}) THEN victim.number ELSE 0 END"
_KILLED, _INJURED = (_HARMED.format(", ".join(f"'{code}'" for code in sorted(codes))) for codes in (DEATHS, INJURIES))
_ROWS = """
    SELECT
        victim.id, victim.uid, victim.number, victim.name_ar, victim.name_en, victim.father_ar, victim.sex, victim.age,
        victim.age_group, victim.civil_status, victim.occupation, victim.outcome, victim.naming, incident.uid,
        incident.reference, incident.date_first, incident.date_last, incident.date_precision, incident.place_pcode,
        incident.place_precision, incident.place_lat, incident.place_lon, line.parties, line.status
    FROM json_each(?) AS asked CROSS JOIN victim ON victim.id = asked.value
    JOIN incident ON incident.id = victim.incident_id JOIN incident_line AS line ON line.incident_id = incident.id
"""
_FILTERS = {
    "outcomes": "victim.outcome IN (SELECT value FROM json_each(:outcomes))",
    "sexes": "victim.sex IN (SELECT value FROM json_each(:sexes))",
    "age_groups": "victim.age_group IN (SELECT value FROM json_each(:age_groups))",
    "namings": "victim.naming IN (SELECT value FROM json_each(:namings))",
}


def found(
    connection: "Connection", query: PersonQuery, most: int = -1, wanted: Callable[[], bool] = lambda: True
) -> Found | None:
    """The rows of all people that a query finds (the first `most`), in order, with the civilians killed and injured
    in each; None once nobody wants them any more.
    """
    where, asked = _asked(connection, query)
    statement = (
        f"SELECT victim.id, {_KILLED}, {_INJURED} FROM {_SOURCE} WHERE {where} ORDER BY {_order(query)} LIMIT :most"
    )
    return found_by(connection, statement, asked | {"most": most}, wanted)


def rows(connection: "Connection", ids: Iterable[int]) -> tuple[PersonRow, ...]:
    """What the list says of people by their rows, in the order asked for."""
    asked = list(ids)
    said = {row: _row(cells) for row, *cells in connection.execute(_ROWS, (json.dumps(asked),))}
    return tuple(said[row] for row in asked if row in said)


def _asked(connection: "Connection", query: PersonQuery) -> tuple[str, dict[str, Any]]:
    where, asked = conditions(connection, query.of)
    every = [where, STANDS]  # who went with a merge stands in the incident that stayed
    if words := expression(query.text):
        every.append("victim.id IN (SELECT rowid FROM search_person WHERE search_person MATCH :name)")
        asked["name"] = words
    for name, condition in _FILTERS.items():
        if codes := getattr(query, name):
            every.append(condition)
            asked[name] = json.dumps(codes)
    return " AND ".join(every), asked


def _order(query: PersonQuery) -> str:
    key = ORDERS[query.order]
    if query.order == "name" and query.language == "ar":
        key = "nullif(victim.name_ar, '')"
    direction = "DESC" if query.descending else "ASC"
    return f"{key} {direction} NULLS LAST, line.incident_id {direction}, victim.position"


def _row(cells: Sequence[Any]) -> PersonRow:
    person, rest = cells[:12], cells[12:]
    incident, reference, first, last, when, pcode, where, lat, lon, parties, status = rest
    told = When(day(first), day(last), when), Site(pcode, where, lat, lon), tuple(json.loads(parties)), status
    return PersonRow(*(*person, incident, reference, *told))
