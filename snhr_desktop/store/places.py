"""The list of places in the store: the built-in ones, later joined by an imported official list."""

import json
from collections.abc import Iterable, Mapping
from copy import copy
from typing import TYPE_CHECKING

from snhr_desktop.domain.places import Gazetteer, Grounds, Level, Place, built_in
from snhr_desktop.store import shapes

if TYPE_CHECKING:
    from sqlite3 import Connection

OWN = "built_in"
"""The origin of the places that come with the program."""


def write(connection: "Connection", places: Iterable[Place], origin: str) -> None:
    """Write places of one origin over those of the same origin; an imported list stands above the built-in one."""
    connection.executemany(
        "INSERT INTO place (pcode, level, name_en, name_ar, parent, lat, lon, aliases, origin)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (pcode) DO UPDATE SET level = excluded.level,"
        " name_en = excluded.name_en, name_ar = excluded.name_ar, parent = excluded.parent, lat = excluded.lat,"
        " lon = excluded.lon, aliases = excluded.aliases, origin = excluded.origin"
        f" WHERE excluded.origin <> '{OWN}' OR place.origin = '{OWN}'",
        [cells(place, origin) for place in places],
    )


def cells(place: Place, origin: str) -> tuple[object, ...]:
    """The row of a place that is still there, without what came after it."""
    named = (place.pcode, place.level.value, place.name_en, place.name_ar, place.parent or None)
    return (*named, place.lat, place.lon, json.dumps(place.aliases), origin)


def retire(connection: "Connection", former: Mapping[str, str]) -> None:
    """Mark the places that are no more, each with the code that came after it or blank, and no others."""
    connection.execute("UPDATE place SET former = 0, successor = '' WHERE former")
    connection.executemany(
        "UPDATE place SET former = 1, successor = ? WHERE pcode = ?", [(after, code) for code, after in former.items()]
    )


def gazetteer(connection: "Connection") -> Gazetteer:
    """The places of the store, ready to be searched; one object for each that asks, which may `become` another."""
    if not connection.execute("SELECT 1 FROM place WHERE origin <> ? LIMIT 1", (OWN,)).fetchone():
        found = copy(built_in())
        found.grounds = _grounds(connection)
        return found
    rows = connection.execute("SELECT pcode, level, name_en, name_ar, parent, lat, lon, aliases FROM place")
    former = connection.execute("SELECT pcode, successor FROM place WHERE former")
    return Gazetteer(
        (
            Place(pcode, Level(level), name_en, name_ar, parent or "", lat, lon, tuple(json.loads(aliases)))
            for pcode, level, name_en, name_ar, parent, lat, lon, aliases in rows
        ),
        dict(former.fetchall()),
        _grounds(connection),
    )


def _grounds(connection: "Connection") -> Grounds:
    """The boundaries of all packs, whole."""
    rows = connection.execute("SELECT name, outlines FROM place_pack WHERE NOT taken_out ORDER BY id DESC").fetchall()
    found = shapes.laid((name, shapes.whole(packed)) for name, packed in rows)
    return Grounds({level: {code: one for code, (_, one) in by_code.items()} for level, by_code in found.items()})
