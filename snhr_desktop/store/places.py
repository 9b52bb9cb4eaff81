"""The list of places in the store: the built-in ones, later joined by an imported official list."""

import hashlib
import json
from collections.abc import Iterable
from typing import TYPE_CHECKING

from snhr_desktop.domain.places import BUILT_IN, Gazetteer, Level, Place, built_in
from snhr_desktop.store import meta

if TYPE_CHECKING:
    from sqlite3 import Connection

OWN = "built_in"
_FINGERPRINT = "built_in_places"


def fingerprint() -> str:
    """Tells one edition of the built-in list from another."""
    return hashlib.sha256(repr(BUILT_IN).encode()).hexdigest()


def is_current(connection: "Connection") -> bool:
    """Whether the store has the built-in list of this program."""
    return meta.read(connection, _FINGERPRINT) == fingerprint()


def seed(connection: "Connection") -> None:
    """Write the built-in list; places of an imported list keep what that list says."""
    write(connection, BUILT_IN, OWN)
    meta.write(connection, _FINGERPRINT, fingerprint())


def write(connection: "Connection", places: Iterable[Place], origin: str) -> None:
    """Write places of one origin over those of the same origin; an imported list stands above the built-in one."""
    connection.executemany(
        "INSERT INTO place (pcode, level, name_en, name_ar, parent, lat, lon, aliases, origin)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (pcode) DO UPDATE SET level = excluded.level,"
        " name_en = excluded.name_en, name_ar = excluded.name_ar, parent = excluded.parent, lat = excluded.lat,"
        " lon = excluded.lon, aliases = excluded.aliases, origin = excluded.origin"
        f" WHERE excluded.origin <> '{OWN}' OR place.origin = '{OWN}'",
        [
            (
                p.pcode,
                p.level.value,
                p.name_en,
                p.name_ar,
                p.parent or None,
                p.lat,
                p.lon,
                json.dumps(p.aliases),
                origin,
            )
            for p in places
        ],
    )


def gazetteer(connection: "Connection") -> Gazetteer:
    """The places of the store, ready to be searched."""
    imported = connection.execute("SELECT count(*) FROM place WHERE origin <> ?", (OWN,)).fetchone()[0]
    if not imported and is_current(connection):
        return built_in()
    rows = connection.execute("SELECT pcode, level, name_en, name_ar, parent, lat, lon, aliases FROM place")
    return Gazetteer(
        Place(pcode, Level(level), name_en, name_ar, parent or "", lat, lon, tuple(json.loads(aliases)))
        for pcode, level, name_en, name_ar, parent, lat, lon, aliases in rows
    )
