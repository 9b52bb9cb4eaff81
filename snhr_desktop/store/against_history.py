"""Is the history as it was written, and do the tables hold what it says? Asked by `verify`, and by what salvages."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from snhr_desktop.store.bodies import PARTS, Body, changes, joined, parted
from snhr_desktop.store.history import GENESIS, canonical, chained, digest

if TYPE_CHECKING:
    from sqlite3 import Connection


@dataclass(frozen=True)
class Broken:
    """A save that is not as it was written: its entry, the record it is of, and the hash that it would have on what
    stands before it now; blank where it was written over itself.
    """

    entry: int
    uid: str
    would_be: str


def broken(connection: "Connection") -> Iterator[Broken]:
    """Every save that no longer is as it was written, in order."""
    previous = GENESIS
    rows = connection.execute(
        "SELECT id, record_type, record_uid, number, at, actor, action, reason, body_sha256, protected_sha256, body,"
        " protected, chain_sha256, actor_uid FROM revision ORDER BY id"
    )
    for identity, *said, body, protected, chain, who in rows:
        body_hash, protected_hash = said[-2:]
        whole = digest(body) == body_hash and digest(protected) == protected_hash
        would_be = chained(previous, tuple(said), str(who))
        if not whole or would_be != chain:
            yield Broken(int(identity), str(said[1]), would_be if whole else "")
        previous = chain


def has_any(connection: "Connection", first: int, last: int) -> bool:
    """Whether any of some entries is there."""
    found = connection.execute("SELECT 1 FROM revision WHERE id BETWEEN ? AND ? LIMIT 1", (first, last))
    return found.fetchone() is not None


def by_nobody(connection: "Connection") -> Iterator[int]:
    """Entries that say they were made by a user whom the store never had."""
    rows = connection.execute(
        "SELECT id FROM revision WHERE actor_uid <> '' AND actor_uid NOT IN (SELECT uid FROM user) ORDER BY id"
    )
    for (entry,) in rows.fetchall():
        yield int(entry)


def lost(connection: "Connection") -> Iterator[tuple[str, str]]:
    """Identity of each record set that the history knows and the tables no longer have, and what people call it."""
    rows = connection.execute(
        "SELECT record_uid, record_type, body, max(number) FROM revision"
        " WHERE record_uid NOT IN (SELECT uid FROM incident)"
        " AND record_uid NOT IN (SELECT uid FROM period) AND record_uid NOT IN (SELECT uid FROM publication)"
        " AND record_uid NOT IN (SELECT uid FROM detention) AND record_uid NOT IN (SELECT uid FROM review_note)"
        " AND record_uid NOT IN (SELECT uid FROM person_link) AND record_uid NOT IN (SELECT uid FROM user)"
        " AND record_uid NOT IN (SELECT uid FROM own_term)"
        " AND record_uid NOT IN (SELECT uid FROM attachment) AND record_uid NOT IN (SELECT uid FROM custody)"
        " AND record_uid NOT IN (SELECT uid FROM place_pack)"
        " AND record_uid NOT IN (SELECT uid FROM import_conflict)"
        " AND record_type NOT IN ('office', 'keys', 'copy', 'salvage', 'export', 'import')"
        " GROUP BY record_uid ORDER BY min(id)"
    )
    for uid, record_type, body, _ in rows:
        part = next((name for name, kind in PARTS.items() if kind == record_type), record_type)
        said = json.loads(body).get(part, {})  # packs of places once noted nothing
        yield str(uid), str(said.get("reference") or said.get("code") or uid)


def is_latest(connection: "Connection", uid: str, number: int, body: Body) -> bool:
    """Whether a record set and its revision number are what the newest entry of the history says.

    A field that the entry does not know, being younger, has to have its default.
    """
    row = connection.execute(
        "SELECT number, body, protected FROM revision WHERE record_uid = ? ORDER BY number DESC LIMIT 1", (uid,)
    ).fetchone()
    if row is None or row[0] != number:
        return False
    return _says(row[1], row[2], body)


class Standing(NamedTuple):
    """A record set that is not what the newest entry of the history says; `cut` where that entry is of before it."""

    uid: str
    cut: bool


def not_latest(connection: "Connection", heads: Mapping[str, tuple[int, Body]]) -> Iterator[Standing]:
    """Those of many record sets, by uid with revision number and body, that `is_latest` denies."""
    rows = connection.execute(
        "SELECT record_uid, max(number), body, protected FROM revision"
        " WHERE record_uid IN (SELECT value FROM json_each(?)) GROUP BY record_uid",
        (json.dumps(list(heads)),),
    )
    entries = {uid: entry for uid, *entry in rows}
    for uid, (number, body) in heads.items():
        latest_number, shown, hidden = entries.get(uid, (0, "", ""))
        if latest_number != number or not _says(shown, hidden, body):
            yield Standing(uid, latest_number < number)


def _says(shown: str, hidden: str, body: Body) -> bool:
    """Whether an entry says what a body does. Most are alike to the letter, which is told without reading them."""
    here, sensitive = parted(body)
    said = json.loads(hidden) if hidden else {}
    if canonical(here) == shown and {uid: told for uid, told in said.items() if uid} == sensitive:
        return True
    return not any(changes(joined(json.loads(shown), said), json.loads(canonical(body))))
