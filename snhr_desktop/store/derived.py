"""What the store derives from its records by the program's own knowledge, and when that has to be made anew.

Facts follow from the rules of counting and from where places lie, the search index from how places are spelled.
An edition of the program that knows other places or rules renews all three when it opens a store.
"""

import hashlib
from typing import TYPE_CHECKING

from snhr_desktop.domain.places import BUILT_IN, Gazetteer
from snhr_desktop.store import case_words, facts, identity, lines, meta, person_keys, place_packs, places, queue, search

if TYPE_CHECKING:
    from sqlite3 import Connection

RULES = 4
"""Raised by one with each change to a rule of `domain.counting`, `case_counting`, or the folding of `domain.names`."""

_KEY = "derived_by"
_KEYS = "keys_by"
_QUEUE = "queue_by"


def edition() -> str:
    """Tells the knowledge of one edition of the program from that of another."""
    return f"{RULES}-{hashlib.sha256(repr(BUILT_IN).encode()).hexdigest()}"


def is_current(connection: "Connection") -> bool:
    """Whether everything derived was derived by an edition that knows what this one does."""
    held = tuple(meta.read(connection, key) for key in (_KEY, _KEYS, _QUEUE))
    return held == (edition(), person_keys.RULES, queue.RULES)


def renew(connection: "Connection") -> None:
    """Write the places anew and derive everything again; in the caller's transaction."""
    identity.count_on(connection)
    connection.execute("DELETE FROM place")
    _renew_keys(connection)
    _renew_facts(connection)
    _renew_queue(connection)


def renew_stale(connection: "Connection") -> None:
    """Derive again what another edition derived; in the caller's transaction."""
    if meta.read(connection, _KEYS) != person_keys.RULES:
        _renew_keys(connection)
    if meta.read(connection, _KEY) != edition():
        _renew_facts(connection)
        _renew_queue(connection)
    elif meta.read(connection, _QUEUE) != queue.RULES:
        _renew_queue(connection)


def renew_places(connection: "Connection") -> None:
    """Derive again what hangs on where places lie and how they are spelled; in the caller's transaction."""
    connection.execute("DELETE FROM place")
    _renew_facts(connection)
    _renew_queue(connection)


def _renew_queue(connection: "Connection") -> None:
    queue.rebuild(connection, places.gazetteer(connection))
    meta.write(connection, _QUEUE, queue.RULES)


def _renew_keys(connection: "Connection") -> None:
    person_keys.rebuild(connection)
    meta.write(connection, _KEYS, person_keys.RULES)


def _renew_facts(connection: "Connection") -> None:
    places.write(connection, BUILT_IN, places.OWN)
    place_packs.apply(connection)
    gazetteer: Gazetteer = places.gazetteer(connection)
    facts.rebuild(connection, gazetteer)
    lines.rebuild(connection)
    search.rebuild(connection, gazetteer)
    case_words.rebuild(connection, gazetteer)
    meta.write(connection, _KEY, edition())
