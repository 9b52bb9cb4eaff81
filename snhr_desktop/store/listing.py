"""The list of incidents: filtered, sorted and read a page at a time."""

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from snhr_desktop.domain.values import Site, When
from snhr_desktop.domain.vocabularies import vocabulary
from snhr_desktop.store.search import expression

if TYPE_CHECKING:
    from sqlite3 import Connection


@dataclass(frozen=True)
class IncidentQuery:
    """Which incidents, in which order. Every filter that is not blank has to hold.

    `text` is typed in a search box. `first` and `last` are days, inclusive, that a possible day of the incident
    lies between. `parties` holds codes of parties, of their groups, or of rows of joint responsibility. `area` is
    a p-code of any level. `order` is a key of `ORDERS`; `language` decides how places sort.
    """

    text: str = ""
    first: dt.date | None = None
    last: dt.date | None = None
    statuses: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    area: str = ""
    uids: tuple[str, ...] | None = None
    order: str = "date"
    descending: bool = True
    offset: int = 0
    limit: int = 256
    language: str = "en"


@dataclass(frozen=True)
class IncidentRow:
    """One line of the list. `killed` and `injured` are civilians, as in the figures; `place_shown` says how
    exactly the place may be published.
    """

    uid: str
    reference: str
    date: When
    place: Site
    title_ar: str
    title_en: str
    kinds: tuple[str, ...]
    killed: int
    injured: int
    parties: tuple[str, ...]
    status: str
    revision: int
    place_shown: str = ""


@dataclass(frozen=True)
class IncidentPage:
    """A page of the list, and how many incidents the query finds in all."""

    total: int
    rows: tuple[IncidentRow, ...]


@dataclass(frozen=True)
class Toll:
    """Civilians in all that a query finds, whatever the status of the incident: not a figure, which counts less."""

    killed: int
    injured: int


_STATUS_ORDER = " ".join(f"WHEN '{code}' THEN {number}" for number, code in enumerate(vocabulary("status")))
ORDERS = {
    "date": "incident.date_first",
    "reference": "incident.reference",
    "place": "place.name_en",
    "killed": "fact.civilians_killed",
    "injured": "fact.civilians_injured",
    "status": f"CASE incident.status {_STATUS_ORDER} END",
    "party": "fact.party_row",
}
"""Sort keys and what they sort by. What is not known comes last either way."""

# left joins, which SQLite leaves out where a question does not need them
_SOURCE = """
    incident LEFT JOIN incident_fact AS fact ON fact.incident_id = incident.id
    LEFT JOIN place ON place.pcode = incident.place_pcode
"""
_COLUMNS = """
    incident.uid, incident.reference, incident.date_first, incident.date_last, incident.date_precision,
    incident.place_pcode, incident.place_precision, incident.place_lat, incident.place_lon, incident.title_ar,
    incident.title_en, incident.kinds, fact.civilians_killed, fact.civilians_injured,
    (SELECT json_group_array(party ORDER BY position) FROM attribution
        WHERE incident_id = incident.id AND party <> ''),
    incident.status, incident.revision, incident.place_shown
"""
_FILTERS = {
    "text": "incident.id IN (SELECT rowid FROM search WHERE search MATCH :text)",
    "first": "incident.date_last >= :first",
    "last": "incident.date_first <= :last",
    "statuses": "incident.status IN (SELECT value FROM json_each(:statuses))",
    "kinds": "EXISTS (SELECT 1 FROM json_each(incident.kinds) AS kind"
    " WHERE kind.value IN (SELECT value FROM json_each(:kinds)))",
    "parties": "(EXISTS (SELECT 1 FROM attribution WHERE incident_id = incident.id"
    " AND party IN (SELECT value FROM json_each(:parties)))"
    " OR fact.party_group IN (SELECT value FROM json_each(:parties))"
    " OR fact.party_row LIKE '%\\_joint' ESCAPE '\\' AND fact.party_row IN (SELECT value FROM json_each(:parties)))",
    "area": ":area IN (incident.place_pcode, fact.subdistrict, fact.district, fact.governorate)",
    "uids": "incident.uid IN (SELECT value FROM json_each(:uids))",
}


def incidents(connection: "Connection", query: IncidentQuery) -> IncidentPage:
    """One page of the incidents that a query finds."""
    asked = _asked(query)
    where = _where(asked)
    total = connection.execute(f"SELECT count(*) FROM {_SOURCE} WHERE {where}", asked).fetchone()[0]
    # first which rows, then what they say: sorting carries all it selects through the whole list
    page = connection.execute(
        f"SELECT incident.id FROM {_SOURCE} WHERE {where} ORDER BY {_order(query)} LIMIT :limit OFFSET :offset",
        asked | {"limit": query.limit, "offset": query.offset},
    )
    ids = [row for (row,) in page]
    cells = connection.execute(
        f"SELECT incident.id, {_COLUMNS} FROM {_SOURCE} WHERE incident.id IN (SELECT value FROM json_each(?))",
        (json.dumps(ids),),
    )
    rows = {row: _row(said) for row, *said in cells}
    return IncidentPage(int(total), tuple(rows[row] for row in ids))


def toll(connection: "Connection", query: IncidentQuery) -> Toll:
    """Civilians killed and injured in all the incidents that a query finds."""
    asked = _asked(query)
    sums = "coalesce(sum(fact.civilians_killed), 0), coalesce(sum(fact.civilians_injured), 0)"
    killed, injured = connection.execute(f"SELECT {sums} FROM {_SOURCE} WHERE {_where(asked)}", asked).fetchone()
    return Toll(int(killed), int(injured))


def _where(asked: Mapping[str, Any]) -> str:
    return " AND ".join(_FILTERS[name] for name in asked) or "TRUE"


def _asked(query: IncidentQuery) -> dict[str, Any]:
    """The values of the filters that are set."""
    lists = {
        name: json.dumps(getattr(query, name)) for name in ("statuses", "kinds", "parties") if getattr(query, name)
    }
    days = {name: day.isoformat() for name in ("first", "last") if (day := getattr(query, name))}
    texts = {name: text for name, text in (("text", expression(query.text)), ("area", query.area)) if text}
    subset = {} if query.uids is None else {"uids": json.dumps(query.uids)}
    return texts | days | lists | subset


def _order(query: IncidentQuery) -> str:
    key = ORDERS[query.order]
    if query.order == "place" and query.language == "ar":
        key = "place.name_ar"
    direction = "DESC" if query.descending else "ASC"
    return f"{key} IS NULL, {key} {direction}, incident.id {direction}"


def _row(cells: Sequence[Any]) -> IncidentRow:
    uid, reference, first, last, when, pcode, where, lat, lon, *rest = cells
    title_ar, title_en, kinds, killed, injured, parties, status, revision, shown = rest
    start, end = (dt.date.fromisoformat(day) if day else None for day in (first, last))
    return IncidentRow(
        uid, reference, When(start, end, when), Site(pcode, where, lat, lon), title_ar, title_en,
        tuple(json.loads(kinds)), killed, injured, tuple(json.loads(parties)), status, revision, shown,
    )  # fmt: skip
