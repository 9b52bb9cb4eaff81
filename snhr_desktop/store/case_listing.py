"""The list of cases: found by words, filtered, sorted, and read by the row."""

import datetime as dt
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from snhr_desktop.domain.values import Site, When
from snhr_desktop.domain.vocabularies import vocabulary
from snhr_desktop.store.conflicts import asking_of
from snhr_desktop.store.queue import OTHERWISE
from snhr_desktop.store.search import expression
from snhr_desktop.store.sequence import Found, found_by

if TYPE_CHECKING:
    from sqlite3 import Connection


@dataclass(frozen=True)
class CaseQuery:
    """Which cases, in which order. Every filter that is not blank has to hold.

    `text` is typed in a search box; `outcome` is what has become of the person, `party` who took them. `status` may be
    `OTHERWISE`: of any status, where a file says otherwise and nobody answered. `order` is a key of `CASE_ORDERS`;
    `language` decides how names and places sort.
    """

    text: str = ""
    outcome: str = ""
    party: str = ""
    status: str = ""
    uids: tuple[str, ...] | None = None
    order: str = "date"
    descending: bool = True
    language: str = "en"


@dataclass(frozen=True)
class CaseRow:
    """One line of the list: the person, when, where and by whom they were taken, and what has become of them.

    `otherwise` counts fields that a file says otherwise and nobody answered.
    """

    uid: str
    reference: str
    name_ar: str
    name_en: str
    date: When
    place: Site
    party: str
    victim_class: str
    outcome: str
    status: str
    otherwise: int = 0


def _ranked(column: str, name: str) -> str:
    terms = " ".join(f"WHEN '{code}' THEN {number}" for number, code in enumerate(vocabulary(name)))
    return f"CASE {column} {terms} END"


CASE_ORDERS = {
    "date": "fact.first",
    "reference": "detention.reference",
    "name": "nullif(detention.name_en, '')",
    "place": "place.name_en",
    "party": "nullif(fact.party_row, '')",
    "class": "fact.victim_class",
    "outcome": _ranked("fact.outcome", "case_outcome"),
    "status": _ranked("detention.status", "status"),
}
"""Sort keys and what they sort by. What is not known comes last either way."""
_IN_ARABIC = {"name": "nullif(detention.name_ar, '')", "place": "place.name_ar"}

# the one event of a case by which the person was taken; a release is no other case
_TAKEN = "detention LEFT JOIN case_fact AS fact ON fact.detention_id = detention.id AND fact.event <> 'release'"
_FIRST = """
    LEFT JOIN detention_state AS state ON state.id = (
        SELECT id FROM detention_state WHERE detention_id = detention.id AND state IN ('arrested', 'abducted')
        ORDER BY position LIMIT 1)
"""
_FILTERS = {
    "text": "detention.id IN (SELECT rowid FROM case_search WHERE case_search MATCH :text)",
    "outcome": "fact.outcome = :outcome",
    "party": "fact.party_row = :party",
    "status": (
        f"(detention.status = :status OR (:status = '{OTHERWISE}' AND EXISTS (SELECT 1 {asking_of('detention.uid')})))"
    ),
    "uids": "detention.uid IN (SELECT value FROM json_each(:uids))",
}
_ROWS = f"""
    SELECT
        detention.id, detention.uid, detention.reference, detention.name_ar, detention.name_en, state.date_first,
        state.date_last, state.date_precision, state.place_pcode, state.place_precision, state.place_lat,
        state.place_lon, state.party, fact.victim_class, fact.outcome, detention.status,
        (SELECT count(*) {asking_of("detention.uid")})
    FROM {_TAKEN} {_FIRST} WHERE detention.id IN (SELECT value FROM json_each(?))
"""


def found(
    connection: "Connection", query: CaseQuery, most: int = -1, wanted: Callable[[], bool] = lambda: True
) -> Found | None:
    """The rows of all cases that a query finds (the first `most`), in order; None once nobody wants them any more."""
    asked = _asked(query)
    where = " AND ".join(_FILTERS[name] for name in asked) or "TRUE"
    by_place = f"{_FIRST} LEFT JOIN place ON place.pcode = state.place_pcode" if query.order == "place" else ""
    statement = f"SELECT detention.id, 0, 0 FROM {_TAKEN} {by_place} WHERE {where} ORDER BY {_order(query)} LIMIT :most"
    return found_by(connection, statement, asked | {"most": most}, wanted)


def rows(connection: "Connection", ids: Iterable[int]) -> tuple[CaseRow, ...]:
    """What the list says of cases by their rows, in the order asked for."""
    asked = list(ids)
    said = {row: _row(cells) for row, *cells in connection.execute(_ROWS, (json.dumps(asked),))}
    return tuple(said[row] for row in asked if row in said)


def _asked(query: CaseQuery) -> dict[str, Any]:
    text = expression(query.text)
    chosen = {name: value for name in ("outcome", "party", "status") if (value := getattr(query, name))}
    subset = {} if query.uids is None else {"uids": json.dumps(query.uids)}
    return ({"text": text} if text else {}) | chosen | subset


def _order(query: CaseQuery) -> str:
    key = (_IN_ARABIC if query.language == "ar" else {}).get(query.order, CASE_ORDERS[query.order])
    direction = "DESC" if query.descending else "ASC"
    return f"{key} {direction} NULLS LAST, detention.id {direction}"


def _row(cells: Sequence[Any]) -> CaseRow:
    uid, reference, name_ar, name_en, first, last, when, pcode, where, lat, lon, party, person, outcome, *more = cells
    start, end = (dt.date.fromisoformat(day) if day else None for day in (first, last))
    return CaseRow(
        uid, reference, name_ar, name_en, When(start, end, when or "unknown"),
        Site(pcode or "", where or "unknown", lat, lon), party or "", person or "", outcome or "", *more,
    )  # fmt: skip
