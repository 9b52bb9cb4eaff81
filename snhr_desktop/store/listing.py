"""The list of incidents: filtered, sorted, and read by the row or a page at a time."""

import datetime as dt
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from snhr_desktop.domain.values import Site, When
from snhr_desktop.domain.vocabularies import vocabulary
from snhr_desktop.store import areas, merges
from snhr_desktop.store.conflicts import asking_of
from snhr_desktop.store.search import expression
from snhr_desktop.store.sequence import Found, found_by

if TYPE_CHECKING:
    from sqlite3 import Connection


@dataclass(frozen=True)
class IncidentQuery:
    """Which incidents, in which order. Every filter that is not blank has to hold.

    `text` is typed in a search box. `first` and `last` are days, inclusive, that a possible day of the incident
    lies between. `parties` holds codes of parties, of their groups, or of rows of joint responsibility. `area` is
    a p-code of any level, also one that is no more; `source` is a pseudonym or publisher, as it is written. `order`
    is a key of `ORDERS`; `language` decides how places sort.
    """

    text: str = ""
    first: dt.date | None = None
    last: dt.date | None = None
    statuses: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    area: str = ""
    source: str = ""
    uids: tuple[str, ...] | None = None
    order: str = "date"
    descending: bool = True
    offset: int = 0
    limit: int = 256
    language: str = "en"


@dataclass(frozen=True)
class IncidentRow:
    """One line of the list. `killed` and `injured` are civilians, as in the figures; `place_shown` says how
    exactly the place may be published; `changed_at` and `changed_by` are those of the latest revision; `merged_into`
    is the reference of the incident that it is part of now; `otherwise` counts fields that a file says otherwise and
    nobody answered.
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
    delivery: str = ""
    classification: str = ""
    weapons: tuple[str, ...] = ()
    facilities: tuple[str, ...] = ()
    sources: int = 0
    changed_at: dt.datetime | None = None
    changed_by: str = ""
    second_strike: int | None = None
    time: str = ""
    merged_into: str = ""
    otherwise: int = 0


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
    "date": "line.first",
    "reference": "line.reference",
    "place": "place.name_en",
    "killed": "line.killed",
    "injured": "line.injured",
    "status": f"CASE line.status {_STATUS_ORDER} END",
    "party": "nullif(line.party_row, '')",
    "sources": "line.sources",
    "classification": "nullif(line.classification, '')",
    "changed": "nullif(line.changed_at, '')",
}
"""Sort keys and what they sort by. What is not known comes last either way."""

STANDS = f"line.incident_id NOT IN ({merges.AWAY})"
"""That an incident of a list is no part of another, where whoever was harmed is counted too."""
HARMED = ", ".join(f"CASE WHEN {STANDS} THEN line.{column} ELSE 0 END" for column in ("killed", "injured"))
"""What an incident adds to the sums of a list."""

# left joins, which SQLite leaves out where a question does not need them
_SOURCE = "incident_line AS line LEFT JOIN place ON place.pcode = line.place_pcode"
_ROWS = f"""
    SELECT
        incident.id, incident.uid, incident.reference, incident.date_first, incident.date_last,
        incident.date_precision, incident.place_pcode, incident.place_precision, incident.place_lat,
        incident.place_lon, incident.title_ar, incident.title_en, incident.kinds, line.killed, line.injured,
        line.parties, line.status, incident.revision, line.place_shown, incident.delivery, line.classification,
        (SELECT json_group_array(weapon ORDER BY position) FROM weapon WHERE incident_id = incident.id),
        (SELECT json_group_array(type ORDER BY position) FROM facility WHERE incident_id = incident.id),
        line.sources, line.changed_at, line.changed_by, incident.second_strike, incident.time,
        (SELECT survivor.reference FROM merge JOIN incident AS survivor ON survivor.uid = survivor_uid
            WHERE other_uid = incident.uid AND undone_other IS NULL),
        (SELECT count(*) {asking_of("incident.uid")})
    FROM json_each(?) AS asked CROSS JOIN incident ON incident.id = asked.value
    JOIN incident_line AS line ON line.incident_id = incident.id
"""
_MOST_BESIDE = 12
"""Incidents at one place on one day that are told beside one of them."""
_FILTERS = {
    "text": "line.incident_id IN (SELECT rowid FROM search WHERE search MATCH :text)",
    "first": "line.last >= :first",
    "last": "line.first <= :last",
    "statuses": "line.status IN (SELECT value FROM json_each(:statuses))",
    "area": (
        "(:area IN (line.place_pcode, line.subdistrict, line.district, line.governorate)"
        f" OR line.place_pcode IN ({areas.BEFORE}))"
    ),
    "source": "line.incident_id IN (SELECT incident_id FROM source_name_use WHERE name_id ="
    " (SELECT id FROM source_name WHERE name = :source))",
    "uids": "line.incident_id IN (SELECT id FROM incident WHERE uid IN (SELECT value FROM json_each(:uids)))",
}


def incidents(connection: "Connection", query: IncidentQuery) -> IncidentPage:
    """One page of the incidents that a query finds."""
    where, asked = conditions(connection, query)
    total = connection.execute(f"SELECT count(*) FROM {_SOURCE} WHERE {where}", asked).fetchone()[0]
    page = connection.execute(
        f"SELECT line.incident_id FROM {_SOURCE} WHERE {where} ORDER BY {_order(query)} LIMIT :limit OFFSET :offset",
        asked | {"limit": query.limit, "offset": query.offset},
    )
    return IncidentPage(int(total), rows(connection, [row for (row,) in page]))


def found(
    connection: "Connection", query: IncidentQuery, most: int = -1, wanted: Callable[[], bool] = lambda: True
) -> Found | None:
    """The rows of all incidents that a query finds (the first `most`), in order, with what they add to the sums of
    civilians killed and injured; None once nobody wants them any more. `offset` and `limit` of the query are not read.
    """
    where, asked = conditions(connection, query)
    order = _order(query)
    if most < 0 and asked and query.order == "date":
        order = f"+{order}"  # all of a part is read in the order it lies in, and sorted: rows are not sought one by one
    statement = f"SELECT line.incident_id, {HARMED} FROM {_SOURCE} WHERE {where} ORDER BY {order}"
    return found_by(connection, f"{statement} LIMIT :most", asked | {"most": most}, wanted)


def rows(connection: "Connection", ids: Iterable[int]) -> tuple[IncidentRow, ...]:
    """What the list says of incidents by their rows, in the order asked for."""
    asked = list(ids)
    said = {row: _row(cells) for row, *cells in connection.execute(_ROWS, (json.dumps(asked),))}
    return tuple(said[row] for row in asked if row in said)


def row_of(connection: "Connection", uid: str) -> int | None:
    """The row of an incident by its identity."""
    found = connection.execute("SELECT id FROM incident WHERE uid = ?", (uid,)).fetchone()
    return int(found[0]) if found else None


def same_place_and_day(connection: "Connection", uid: str) -> tuple[int, ...]:
    """The rows of other incidents in the place and on the one day of an incident, by the hour."""
    rows = connection.execute(
        "SELECT other.id FROM incident AS this JOIN incident AS other ON other.place_pcode = this.place_pcode"
        " AND other.date_first = this.date_first AND other.date_last = this.date_last AND other.id <> this.id"
        " WHERE this.uid = ? AND this.place_pcode <> '' AND this.date_first = this.date_last"
        " ORDER BY other.time = '', other.time, other.id LIMIT ?",
        (uid, _MOST_BESIDE),
    )
    return tuple(int(row) for (row,) in rows)


def toll(connection: "Connection", query: IncidentQuery) -> Toll:
    """Civilians killed and injured in all the incidents that a query finds, each counted in one of them."""
    where, asked = conditions(connection, query)
    sums = "coalesce(sum(line.killed), 0), coalesce(sum(line.injured), 0)"
    killed, injured = connection.execute(f"SELECT {sums} FROM {_SOURCE} WHERE {where} AND {STANDS}", asked).fetchone()
    return Toll(int(killed), int(injured))


def conditions(connection: "Connection", query: IncidentQuery) -> tuple[str, dict[str, Any]]:
    """The conditions that the filters set on `incident_line AS line`, and their values."""
    days = {name: int(f"{bound:%Y%m%d}") for name in ("first", "last") if (bound := getattr(query, name))}
    area = areas.present(connection, query.area) if query.area else ""
    typed = (("text", expression(query.text)), ("area", area), ("source", query.source))
    texts = {name: text for name, text in typed if text}
    lists = {"statuses": json.dumps(query.statuses)} if query.statuses else {}
    subset = {} if query.uids is None else {"uids": json.dumps(query.uids)}
    asked: dict[str, Any] = texts | days | lists | subset
    conditions = [_FILTERS[name] for name in asked]
    if query.kinds:
        conditions.append(_any_of("line.kinds", "kind", len(query.kinds)))
        asked |= {f"kind{number}": f'"{code}"' for number, code in enumerate(query.kinds)}
    if query.parties:
        rows = "(SELECT value FROM json_each(:parties))"
        conditions.append(
            f"({_any_of('line.parties', 'party', len(query.parties))} OR line.party_group IN {rows}"
            f" OR line.party_row LIKE '%\\_joint' ESCAPE '\\' AND line.party_row IN {rows})"
        )
        asked |= {f"party{number}": f'"{code}"' for number, code in enumerate(query.parties)}
        asked["parties"] = json.dumps(query.parties)
    return " AND ".join(conditions) or "TRUE", asked


def _any_of(column: str, name: str, number: int) -> str:
    """Whether a list of codes, as JSON, holds one of some: read as a text, which takes a tenth of the time."""
    return "(" + " OR ".join(f"instr({column}, :{name}{each})" for each in range(number)) + ")"


def _order(query: IncidentQuery) -> str:
    key = ORDERS[query.order]
    if query.order == "place" and query.language == "ar":
        key = "place.name_ar"
    direction = "DESC" if query.descending else "ASC"
    return f"{key} {direction} NULLS LAST, line.incident_id {direction}"


def _row(cells: Sequence[Any]) -> IncidentRow:
    uid, reference, first, last, when, pcode, where, lat, lon, *rest = cells
    title_ar, title_en, kinds, killed, injured, parties, status, revision, shown, *more = rest
    delivery, classification, weapons, facilities, sources, changed_at, changed_by, strike, time, merged_into, asked = (
        more
    )
    return IncidentRow(
        uid, reference, When(day(first), day(last), when), Site(pcode, where, lat, lon), title_ar, title_en,
        tuple(json.loads(kinds)), killed, injured, tuple(json.loads(parties)), status, revision, shown, delivery,
        classification, _distinct(weapons), _distinct(facilities), sources,
        dt.datetime.fromisoformat(changed_at) if changed_at else None, changed_by, strike, time, merged_into or "",
        asked,
    )  # fmt: skip


def day(kept: str | None) -> dt.date | None:
    """A day as a column holds it."""
    return dt.date.fromisoformat(kept) if kept else None


def _distinct(codes: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(json.loads(codes)))
