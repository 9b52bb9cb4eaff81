"""What the store derives from its records by the program's own knowledge, and when that has to be made anew.

Facts follow from the rules of counting and from where places lie, the search index from how places are spelled.
An edition of the program that knows other places or rules renews all three when it opens a store.
"""

import hashlib
from functools import cache
from typing import TYPE_CHECKING

from snhr_desktop.domain.places import BUILT_IN, Gazetteer
from snhr_desktop.domain.steps import WAITING
from snhr_desktop.store import case_words, facts, identity, lines, meta, person_keys, place_packs, places, queue, search
from snhr_desktop.store.adopting import Adopted
from snhr_desktop.store.batches import Watched, unwatched

if TYPE_CHECKING:
    from sqlite3 import Connection

RULES = 7
"""Raised by one with each change to a rule of `domain.counting`, `case_counting`, or the folding of `domain.names`."""

_KEY = "derived_by"
_KEYS = "keys_by"
_QUEUE = "queue_by"


def edition() -> str:
    """Tells the knowledge of one edition of the program from that of another."""
    return f"{RULES}-{_places_known()}"


@cache
def _places_known() -> str:
    return hashlib.sha256(repr(BUILT_IN).encode()).hexdigest()


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


def renew_places(connection: "Connection", watched: Watched = unwatched) -> None:
    """Derive again what hangs on where places lie and how they are spelled; in the caller's transaction.

    `watched` hands on what is gone through: `records_gone_through` in all.
    """
    connection.execute("DELETE FROM place")
    _renew_facts(connection, watched)
    _renew_queue(connection, watched)


def records_gone_through(connection: "Connection") -> int:
    """How many records `renew_places` goes through: each for its facts and its words, and what waits once more."""
    marks = ", ".join("?" * len(WAITING))
    found = connection.execute(
        "SELECT 2 * (SELECT count(*) FROM incident) + 2 * (SELECT count(*) FROM detention)"
        f" + (SELECT count(*) FROM queue WHERE status IN ({marks}))",
        WAITING,
    )
    return int(found.fetchone()[0])


def _renew_queue(connection: "Connection", watched: Watched = unwatched) -> None:
    queue.rebuild(connection, places.gazetteer(connection), watched)
    meta.write(connection, _QUEUE, queue.RULES)


def _renew_keys(connection: "Connection") -> None:
    person_keys.rebuild(connection)
    meta.write(connection, _KEYS, person_keys.RULES)


def _renew_facts(connection: "Connection", watched: Watched = unwatched) -> None:
    Adopted(lambda: connection)  # nobody has looked at a store yet that is brought up to date, and its terms count
    places.write(connection, BUILT_IN, places.OWN)
    place_packs.apply(connection)
    gazetteer: Gazetteer = places.gazetteer(connection)
    facts.rebuild(connection, gazetteer, watched)
    lines.rebuild(connection)
    search.rebuild(connection, gazetteer, watched)
    case_words.rebuild(connection, gazetteer, watched)
    meta.write(connection, _KEY, edition())
