"""What a search box finds in the store, at each key: a few of each kind, the newest first.

Words that stand whole come before beginnings of words, and the index is read only as far as enough is found: nothing
is counted and nothing is ranked over the whole store.
"""

import datetime as dt
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from snhr_desktop.domain.seeking import Question
from snhr_desktop.domain.values import Site, When
from snhr_desktop.store.search import CASES, INCIDENTS, PERSONS, SOURCE_NAMES, matching

if TYPE_CHECKING:
    from sqlite3 import Connection

MOST_COUNTED = 1_000
"""Incidents of a source that are counted; beyond, there are "more than" so many."""


@dataclass(frozen=True)
class FoundIncident:
    """An incident as a search box names it."""

    uid: str
    reference: str
    title_ar: str
    title_en: str
    date: When
    place: Site
    status: str


@dataclass(frozen=True)
class FoundPerson:
    """A victim with a name, and the incident that person is recorded with."""

    uid: str
    name_ar: str
    name_en: str
    father_ar: str
    age: int | None
    sex: str
    outcome: str
    incident: FoundIncident


@dataclass(frozen=True)
class FoundCase:
    """A case of detention or disappearance, by the name of its person."""

    uid: str
    reference: str
    name_ar: str
    name_en: str
    father_ar: str
    status: str


@dataclass(frozen=True)
class FoundSource:
    """A pseudonym or publisher, and how many incidents rest on it; `MOST_COUNTED` stands for that many or more."""

    name: str
    incidents: int


def incident_rows(connection: "Connection", question: Question, limit: int) -> list[int]:
    """Rows of the incidents in which every word stands."""
    return _rows(connection, INCIDENTS, question, limit)


def incidents(connection: "Connection", rows: Sequence[int]) -> tuple[FoundIncident, ...]:
    """What is said of incidents by their rows, in that order."""
    said = connection.execute(
        f"SELECT incident.id, {_INCIDENT} FROM incident WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(rows),),
    )
    found = {row: _incident(cells) for row, *cells in said}
    return tuple(found[row] for row in rows if row in found)


def by_reference(connection: "Connection", codes: Iterable[str], limit: int) -> tuple[FoundIncident, ...]:
    """Incidents whose reference begins with one of these, the latest number first."""
    found: dict[int, None] = {}
    for code in codes:
        within = (code, f"{code}\U0010ffff", limit)
        rows = "SELECT id FROM incident WHERE reference >= ? AND reference < ? ORDER BY reference DESC LIMIT ?"
        found |= dict.fromkeys(row for (row,) in connection.execute(rows, within))
    return incidents(connection, list(found)[:limit])


def series(connection: "Connection") -> tuple[str, ...]:
    """Office and year of every series of references, the latest first: IDL-2018."""
    kept = connection.execute("SELECT office, year FROM counter ORDER BY year DESC, office LIMIT 40")
    return tuple(f"{office}-{year}" for office, year in kept)


def persons(connection: "Connection", question: Question, limit: int) -> tuple[FoundPerson, ...]:
    """Persons whose names hold every word."""
    return _persons(connection, "victim.id", _rows(connection, PERSONS, question, limit))


def persons_of(connection: "Connection", incident_rows: Sequence[int]) -> tuple[FoundPerson, ...]:
    """Everybody with a name in some incidents."""
    found = _persons(connection, "victim.incident_id", incident_rows)
    return tuple(one for one in found if one.name_ar or one.name_en)


def persons_heard(connection: "Connection", keys: Iterable[int], limit: int) -> tuple[FoundPerson, ...]:
    """The newest persons filed under one of these keys of sound (`domain.doubles`)."""
    filed = "SELECT DISTINCT victim_id FROM person_key WHERE key IN (SELECT value FROM json_each(?))"
    rows = connection.execute(f"{filed} ORDER BY victim_id DESC LIMIT ?", (*_json(list(keys)), limit))
    return _persons(connection, "victim.id", [row for (row,) in rows])


def persons_by_uid(connection: "Connection", uids: Sequence[str]) -> tuple[FoundPerson, ...]:
    """Persons by their identities; those no longer recorded are passed over."""
    return _persons(connection, "victim.uid", uids)


def incidents_by_uid(connection: "Connection", uids: Sequence[str]) -> tuple[FoundIncident, ...]:
    """Incidents by their identities; unknown ones are passed over."""
    rows = connection.execute("SELECT id FROM incident WHERE uid IN (SELECT value FROM json_each(?))", _json(uids))
    return incidents(connection, [row for (row,) in rows])


def cases(connection: "Connection", question: Question, limit: int) -> tuple[FoundCase, ...]:
    """Cases in which every word stands."""
    return _cases(connection, "id", _rows(connection, CASES, question, limit))


def cases_by_uid(connection: "Connection", uids: Sequence[str]) -> tuple[FoundCase, ...]:
    """Cases by their identities; unknown ones are passed over."""
    return _cases(connection, "uid", uids)


def sources(connection: "Connection", question: Question, limit: int) -> tuple[FoundSource, ...]:
    """Names of sources that hold every word."""
    rows = _rows(connection, SOURCE_NAMES, question, limit)
    named = connection.execute(
        "SELECT id, name FROM source_name WHERE id IN (SELECT value FROM json_each(?))", _json(rows)
    )
    names = dict(named.fetchall())
    count = "SELECT count(*) FROM (SELECT 1 FROM source_name_use WHERE name_id = ? LIMIT ?)"
    return tuple(
        FoundSource(names[row], connection.execute(count, (row, MOST_COUNTED)).fetchone()[0])
        for row in rows
        if row in names
    )


def _rows(connection: "Connection", index: str, question: Question, limit: int) -> list[int]:
    """Rows of an index, whole words first; a last word too short to be a beginning is not typed yet."""
    found = dict.fromkeys(_matched(connection, index, question.all_whole(), limit))
    if question.begins and len(found) < limit:
        found |= dict.fromkeys(_matched(connection, index, question, limit))
    if question.last.isalpha() and not question.begins and not found:
        found |= dict.fromkeys(_matched(connection, index, question.without_last(), limit))
    return list(found)[:limit]


def _matched(connection: "Connection", index: str, question: Question, limit: int) -> list[int]:
    if not question:
        return []
    asked = f"SELECT rowid FROM {index} WHERE {index} MATCH ? ORDER BY rowid DESC LIMIT ?"
    return [row for (row,) in connection.execute(asked, (matching(question), limit))]


_INCIDENT = """
    incident.uid, incident.reference, incident.title_ar, incident.title_en, incident.date_first, incident.date_last,
    incident.date_precision, incident.place_pcode, incident.place_precision, incident.status
"""
_PERSON = "victim.uid, victim.name_ar, victim.name_en, victim.father_ar, victim.age, victim.sex, victim.outcome"


def _persons(connection: "Connection", column: str, keys: Sequence[Any]) -> tuple[FoundPerson, ...]:
    said = connection.execute(
        f"SELECT {column}, {_PERSON}, {_INCIDENT} FROM victim JOIN incident ON incident.id = victim.incident_id"
        f" WHERE {column} IN (SELECT value FROM json_each(?)) ORDER BY victim.id",
        _json(keys),
    )
    order = {key: number for number, key in enumerate(keys)}
    found: list[tuple[int, FoundPerson]] = []
    for key, uid, name_ar, name_en, father_ar, age, sex, outcome, *cells in said:
        person = FoundPerson(uid, name_ar, name_en, father_ar, age, sex, outcome, _incident(cells))
        found.append((order[key], person))
    return tuple(person for _, person in sorted(found, key=lambda pair: pair[0]))


def _cases(connection: "Connection", column: str, keys: Sequence[Any]) -> tuple[FoundCase, ...]:
    said = connection.execute(
        f"SELECT {column}, uid, reference, name_ar, name_en, father_ar, status FROM detention"
        f" WHERE {column} IN (SELECT value FROM json_each(?))",
        _json(keys),
    )
    found = {key: FoundCase(*cells) for key, *cells in said}
    return tuple(found[key] for key in keys if key in found)


def _incident(cells: Sequence[Any]) -> FoundIncident:
    uid, reference, title_ar, title_en, first, last, when, pcode, where, status = cells
    start, end = (dt.date.fromisoformat(day) if day else None for day in (first, last))
    return FoundIncident(uid, reference, title_ar, title_en, When(start, end, when), Site(pcode, where), status)


def _json(values: Sequence[Any]) -> tuple[str]:
    return (json.dumps(list(values)),)
