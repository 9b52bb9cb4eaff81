"""Likely duplicates: the saved incidents and persons that an entry may be about, a few of them, the likeliest first.

What was merged into another incident is proposed no more.
"""

import datetime as dt
import heapq
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from snhr_desktop.domain.counting import responsible
from snhr_desktop.domain.doubles import IncidentTraits, Match, PersonTraits, asked_keys, same_incident, same_person
from snhr_desktop.domain.doubles.around import codes_around
from snhr_desktop.domain.kinds import SiteKind, WhenKind
from snhr_desktop.domain.places import Gazetteer
from snhr_desktop.domain.records import Attribution
from snhr_desktop.domain.values import Site, When
from snhr_desktop.store.identity import now
from snhr_desktop.store.merges import STANDS
from snhr_desktop.store.person_keys import PERSON, person_of

if TYPE_CHECKING:
    from sqlite3 import Connection

MOST = 5
"""Likely incidents, and likely persons for one victim, that are told; who gets more reads none."""
_MOST_READ = 60
"""Candidates that are read whole."""
_MOST_PLACED = 600
"""Incidents near in place and date that are looked at."""
_YEARS = 3
"""Years of birth that may lie between, counted in whole ones."""


@dataclass(frozen=True)
class LikelyIncident:
    """A saved incident that an entry may be about, and why."""

    uid: str
    reference: str
    date: When
    place: Site
    title_ar: str
    title_en: str
    status: str
    match: Match


@dataclass(frozen=True)
class LikelyPerson:
    """A saved victim whom an entry may be about, with the incident, and why."""

    uid: str
    incident_uid: str
    reference: str
    name_ar: str
    name_en: str
    age: int | None
    outcome: str
    date: When
    place: Site
    match: Match


def likely_incidents(
    connection: "Connection", traits: IncidentTraits, entry: str, places: Gazetteer
) -> tuple[LikelyIncident, ...]:
    """The saved incidents that an entry may be about. `entry` is its uid, or the key of its draft."""
    ids = _near(connection, traits, places)
    dismissed = _dismissed(connection, entry)
    found: list[tuple[int, LikelyIncident, IncidentTraits]] = []
    for row, likely, other in _incidents(connection, ids):
        # place and date first: what they rule out needs nothing more read
        rough = same_incident(
            replace(traits, kinds=frozenset(), parties=frozenset(), weapons=frozenset()), other, places
        )
        if rough and likely.uid != entry and likely.uid not in dismissed:
            found.append((row, replace(likely, match=rough), other))
    best = heapq.nlargest(_MOST_READ, found, key=lambda each: each[1].match.score)
    what = _what(connection, [row for row, *_ in best])
    matched = (
        replace(likely, match=match)
        for row, likely, other in best
        if (match := same_incident(traits, replace(other, **what[row]), places))
    )
    return tuple(heapq.nlargest(MOST, matched, key=lambda likely: likely.match.score))


def likely_persons(
    connection: "Connection", traits: PersonTraits, entry: str, places: Gazetteer
) -> tuple[LikelyPerson, ...]:
    """The saved victims of other incidents who may be a victim of an entry."""
    dismissed = _strangers(connection, entry)
    found = connection.execute(
        f"SELECT incident.uid, incident.reference, victim.outcome, {PERSON} FROM victim"
        " JOIN incident ON incident.id = incident_id WHERE victim.id IN (SELECT value FROM json_each(?))"
        f" AND {STANDS}",
        (json.dumps(_filed_alike(connection, traits)),),
    )
    matched: list[LikelyPerson] = []
    for incident_uid, reference, outcome, *cells in found:
        person = person_of(cells)
        if incident_uid == entry or person is None or not dismissed.isdisjoint({cells[1], incident_uid}):
            continue
        if match := same_person(traits, person, places):
            said = (cells[1], incident_uid, reference, cells[2], cells[3], cells[6], outcome)
            matched.append(LikelyPerson(*said, person.date, person.place, match))
    return tuple(heapq.nlargest(MOST, matched, key=lambda likely: likely.match.score))


def dismiss(connection: "Connection", entry: str, other: str, actor: str) -> None:
    """Remember who said that an incident, or a victim, is not what an entry is about."""
    connection.execute("INSERT OR REPLACE INTO not_double VALUES (?, ?, ?, ?)", (entry, other, now(), actor))


def take_back(connection: "Connection", entry: str) -> None:
    """Forget what was dismissed for an entry."""
    connection.execute("DELETE FROM not_double WHERE entry = ?", (entry,))


def adopt(connection: "Connection", draft: str, uid: str) -> None:
    """What was dismissed while an entry had no identity holds for the incident it has become."""
    connection.execute("UPDATE OR REPLACE not_double SET entry = ? WHERE entry = ?", (uid, draft))


def dismissals(connection: "Connection", entry: str) -> int:
    """How many were dismissed for an entry."""
    return int(connection.execute("SELECT count(*) FROM not_double WHERE entry = ?", (entry,)).fetchone()[0])


def _dismissed(connection: "Connection", entry: str) -> frozenset[str]:
    """Incidents that are not to be proposed for an entry: dismissed for it, or it for them; and victims dismissed."""
    rows = connection.execute(
        "SELECT other FROM not_double WHERE entry = :entry UNION SELECT entry FROM not_double WHERE other = :entry",
        {"entry": entry},
    )
    return frozenset(uid for (uid,) in rows)


def _strangers(connection: "Connection", entry: str) -> frozenset[str]:
    """Victims dismissed for an entry, and the incidents for which one of its own victims was dismissed."""
    rows = connection.execute(
        "SELECT other FROM not_double WHERE entry = :entry AND other NOT IN (SELECT uid FROM incident)"
        " UNION SELECT entry FROM not_double WHERE other IN"
        " (SELECT uid FROM victim WHERE incident_id = (SELECT id FROM incident WHERE uid = :entry))",
        {"entry": entry},
    )
    return frozenset(uid for (uid,) in rows)


def _near(connection: "Connection", traits: IncidentTraits, places: Gazetteer) -> list[int]:
    codes = codes_around(traits.place, places)
    if not (traits.date.first and traits.date.last and codes):
        return []
    day = dt.timedelta(days=1)
    asked = {
        "codes": json.dumps(codes), "most": _MOST_PLACED,
        "first": (traits.date.first - day).isoformat(), "last": (traits.date.last + day).isoformat(),
    }  # fmt: skip
    # two questions, since a range that began long before needs another index than a day does
    rows = connection.execute(
        "SELECT id FROM incident WHERE place_pcode IN (SELECT value FROM json_each(:codes))"
        " AND date_first BETWEEN :first AND :last UNION SELECT id FROM incident WHERE date_last > date_first"
        " AND place_pcode IN (SELECT value FROM json_each(:codes)) AND date_last >= :first AND date_first <= :last"
        " LIMIT :most",
        asked,
    )
    return [row for (row,) in rows]


def _incidents(connection: "Connection", ids: Iterable[int]) -> Iterator[tuple[int, LikelyIncident, IncidentTraits]]:
    rows = connection.execute(
        "SELECT incident.id, uid, reference, title_ar, title_en, status, time, kinds, fact.civilians_killed,"
        " date_first, date_last, date_precision, place_pcode, place_precision, place_lat, place_lon"
        " FROM incident LEFT JOIN incident_fact AS fact ON fact.incident_id = incident.id"
        f" WHERE incident.id IN (SELECT value FROM json_each(?)) AND {STANDS}",
        (json.dumps(list(ids)),),
    )
    for row, uid, reference, title_ar, title_en, status, time, kinds, killed, *around in rows:
        date, place = WhenKind().from_columns(around[:3]), SiteKind().from_columns(around[3:7])
        traits = IncidentTraits(date, place, time, frozenset(json.loads(kinds)), killed=killed or 0)
        yield row, LikelyIncident(uid, reference, date, place, title_ar, title_en, status, Match(())), traits


def _what(connection: "Connection", ids: Iterable[int]) -> Mapping[int, dict[str, Any]]:
    """Who did what with what, of some incidents, as fields of their traits."""
    asked = (json.dumps(list(ids)),)
    inside = "WHERE incident_id IN (SELECT value FROM json_each(?))"
    named: dict[int, list[Attribution]] = defaultdict(list)
    for row, party, mode in connection.execute(f"SELECT incident_id, party, mode FROM attribution {inside}", asked):
        named[row].append(Attribution(party=party, mode=mode))
    weapons, facilities = (
        _codes(connection.execute(f"SELECT incident_id, {column} FROM {table} {inside}", asked))
        for column, table in (("weapon", "weapon"), ("type", "facility"))
    )
    return {
        row: {
            "parties": responsible(named[row]),
            "weapons": weapons.get(row, frozenset()) - {"unknown"},
            "facilities": facilities.get(row, frozenset()),
        }
        for row in json.loads(asked[0])
    }


def _codes(rows: Iterable[tuple[int, str]]) -> Mapping[int, frozenset[str]]:
    found: dict[int, set[str]] = defaultdict(set)
    for row, code in rows:
        if code:
            found[row].add(code)
    return {row: frozenset(codes) for row, codes in found.items()}


def _filed_alike(connection: "Connection", traits: PersonTraits) -> list[int]:
    """Rows of the victims who share most of the keys that a person is looked for under, nearest first."""
    born = traits.born()
    rows = connection.execute(
        "SELECT victim_id FROM person_key WHERE key IN (SELECT value FROM json_each(:keys))"
        " AND (:sex = '' OR sex IN ('', :sex)) AND (:born IS NULL OR born IS NULL OR abs(born - :born) <= :years)"
        " GROUP BY victim_id ORDER BY count(*) DESC, place = :place DESC, coalesce(abs(born - :born), :years)"
        " LIMIT :most",
        {
            "keys": json.dumps(sorted(asked_keys(traits.name))), "sex": traits.sex, "place": traits.place.pcode,
            "born": None if born is None else int(born), "years": _YEARS, "most": _MOST_READ,
        },
    )  # fmt: skip
    return [row for (row,) in rows]
