"""History: one row for every save, never changed and never removed, each chained to the one before.

A row holds the whole record set as canonical JSON, so that any earlier state can be read back. What is sensitive
stands in a column of its own with its own hash: an identity can one day be erased without breaking the chain.
"""

import datetime as dt
import hashlib
import json
import secrets
from _json import make_encoder
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from json.encoder import encode_basestring
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from snhr_desktop.errors import Refusal
from snhr_desktop.i18n import N_
from snhr_desktop.store.bodies import Body, FieldChange, changes, joined, parted
from snhr_desktop.store.identity import now

if TYPE_CHECKING:
    from sqlite3 import Connection

GENESIS = "0" * 64
"""What the first row is chained to."""

_NEWEST = (
    "max(coalesce((SELECT max(id) FROM revision), 0),"
    " coalesce((SELECT last_entry FROM signature ORDER BY id DESC LIMIT 1), 0))"
)
"""No number of an entry is given twice, whatever was taken away: what was signed under it would cover another."""


ACTING: ContextVar[str] = ContextVar("acting", default="")
"""The identity of the user who writes now, blank for whoever is none; set by whatever opens a transaction."""


@contextmanager
def acting(user: str) -> Iterator[None]:
    """Around a transaction of one user, by identity."""
    token = ACTING.set(user)
    try:
        yield
    finally:
        ACTING.reset(token)


@dataclass(frozen=True)
class Revision:
    """One save: when (UTC), by whom, why, and what it changed. `body` is the whole, without sensitive values."""

    number: int
    at: str
    actor: str
    reason: str
    action: str
    changes: tuple[FieldChange, ...]
    body: Body = field(compare=False)


@dataclass(frozen=True)
class Link:
    """One save in the chain of the whole history: when (UTC), by whom, why, and the hash that it is chained by."""

    number: int
    at: str
    actor: str
    action: str
    reason: str
    chain_sha256: str


@dataclass(frozen=True)
class Custody:
    """The saves of one record set, oldest first, and the head of the chain that they are part of."""

    links: tuple[Link, ...]
    head: str


Hidden: TypeAlias = Mapping[str, Mapping[str, Any]]
"""Sensitive values by the identity of the record that says them."""


class Spoken(NamedTuple):
    """A body as an entry keeps it: canonical JSON of what may be shown, and what is sensitive."""

    shown: str
    hidden: Hidden


class Entry(NamedTuple):
    """What is to be recorded of one save."""

    record_type: str
    uid: str
    number: int
    actor: str
    reason: str
    action: str
    body: Body | Spoken


IDENTITY_TAKEN = N_("Another record of this store has this identity.")


class IdentityTaken(Refusal):
    """An entry under an identity that is another kind of record's; whoever saves asks before anything is written."""

    said = IDENTITY_TAKEN
    advice = N_("Nothing was changed.")


_OF_ANOTHER = "SELECT 1 FROM revision WHERE record_uid = ? AND record_type <> ? LIMIT 1"
_ANY_OF_ANOTHER = (
    "SELECT 1 FROM json_each(?) AS asked CROSS JOIN revision ON record_uid = asked.value WHERE record_type <> ? LIMIT 1"
)
_NO_REFERENCE = '"reference":""'
"""Within a text of JSON each quotation mark has a sign before it."""
_APPEND = (
    "INSERT INTO revision (id, record_type, record_uid, number, at, actor, action, reason, body, protected,"
    " body_sha256, protected_sha256, chain_sha256, actor_uid) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


def append(connection: "Connection", entry: Entry) -> str:
    """Add one save to the history: see `append_all`; returns the moment that is written there."""
    return append_all(connection, entry.record_type, [entry])[0]


def append_all(connection: "Connection", record_type: str, entries: Sequence[Entry]) -> list[str]:
    """Add saves of one kind of record to the history, each chained to the one before; returns their moments.

    Raises `IdentityTaken` for an identity under which the history tells of another kind of record.
    """
    uids = json.dumps([entry.uid for entry in entries])
    if connection.execute(_ANY_OF_ANOTHER, (uids, record_type)).fetchone():
        raise IdentityTaken
    chain, last, who = chain_head(connection), newest(connection), ACTING.get()
    rows: list[tuple[object, ...]] = []
    moments: list[str] = []
    for number, entry in enumerate(entries, last + 1):
        body, hidden = entry.body if isinstance(entry.body, Spoken) else spoken(entry.body)
        protected = _sealed(hidden)
        moments.append(now())
        said = (record_type, entry.uid, entry.number, moments[-1], entry.actor, entry.action, entry.reason)
        hashes = (digest(body), digest(protected))
        chain = chained(chain, (*said, *hashes), who)
        rows.append((number, *said, body, protected, *hashes, chain, who))
    connection.executemany(_APPEND, rows)
    return moments


def spoken(body: Body) -> Spoken:
    """A body as an entry keeps it."""
    shown, hidden = parted(body)
    return Spoken(canonical(shown), hidden)


def under(shown: str, hidden: Hidden, reference: str) -> Spoken:
    """A body of a set that had no reference, under one: its head alone has such a field, and no text looks so."""
    return Spoken(shown.replace(_NO_REFERENCE, f'"reference":{encode_basestring(reference)}', 1), hidden)


def tells_of_another(connection: "Connection", uid: str, record_type: str) -> bool:
    """Whether the history tells of another kind of record under an identity."""
    return connection.execute(_OF_ANOTHER, (uid, record_type)).fetchone() is not None


def chain_head(connection: "Connection") -> str:
    """The hash that stands for the whole history so far."""
    row = connection.execute("SELECT chain_sha256 FROM revision ORDER BY id DESC LIMIT 1").fetchone()
    return str(row[0]) if row else GENESIS


def newest(connection: "Connection") -> int:
    """The number of the newest entry, also where it was taken away and only its signature is left."""
    return int(connection.execute(f"SELECT {_NEWEST}").fetchone()[0])


def chained(previous: str, row: tuple[object, ...], who: str = "") -> str:
    """The chain's hash after a row: of the hash before it and of all the row says.

    The identity of who made it is the last of that, where the row has one; rows from before identities have none.
    """
    return digest(canonical([previous, *row, *([who] if who else [])]))


def revisions(connection: "Connection", uid: str) -> tuple[Revision, ...]:
    """The saves of one record set, oldest first."""
    rows = connection.execute(
        "SELECT number, at, actor, reason, action, body, protected FROM revision WHERE record_uid = ? ORDER BY number",
        (uid,),
    )
    found: list[Revision] = []
    before: Body = {}
    for number, at, actor, reason, action, body, protected in rows:
        shown = json.loads(body)
        whole = joined(shown, json.loads(protected) if protected else {})
        found.append(Revision(number, at, actor, reason, action, tuple(changes(before, whole)), shown))
        before = whole
    return tuple(found)


def documented_within(connection: "Connection", first: dt.date, last: dt.date) -> frozenset[str]:
    """Identities of the incidents that were first saved as documented on one of these days, as the history tells.

    Days are those of this machine, as on every page. One that was withdrawn and documented anew was verified the first
    time: it is in the figures that were printed then.
    """
    rows = connection.execute(
        "SELECT record_uid FROM revision"
        " WHERE record_type = 'incident' AND json_extract(body, '$.incident.status') = 'documented'"
        " GROUP BY record_uid HAVING min(at) >= ? AND min(at) < ?",
        (_begins(first), _begins(last + dt.timedelta(days=1))),
    )
    return frozenset(uid for (uid,) in rows)


def _begins(day: dt.date) -> str:
    """The moment a day begins here, in UTC as history writes it."""
    return dt.datetime.combine(day, dt.time()).astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def whole(connection: "Connection", uid: str, number: int) -> Body | None:
    """One revision of a record set as it then was, sensitive values included, or None where there is none."""
    row = connection.execute(
        "SELECT body, protected FROM revision WHERE record_uid = ? AND number = ?", (uid, number)
    ).fetchone()
    return joined(json.loads(row[0]), json.loads(row[1]) if row[1] else {}) if row else None


def statuses(connection: "Connection", uid: str) -> tuple[str, ...]:
    """What an incident or case was called at each save, the latest first."""
    rows = connection.execute(
        "SELECT coalesce(json_extract(body, '$.incident.status'), json_extract(body, '$.case.status'))"
        " FROM revision WHERE record_uid = ? ORDER BY number DESC",
        (uid,),
    )
    return tuple(str(status or "") for (status,) in rows)


def steps(connection: "Connection", uid: str) -> tuple[tuple[str, str], ...]:
    """What an incident was called at each save and what the save was, the oldest first."""
    rows = connection.execute(
        "SELECT json_extract(body, '$.incident.status'), action FROM revision WHERE record_uid = ? ORDER BY number",
        (uid,),
    )
    return tuple((str(status or ""), str(action)) for status, action in rows)


def latest(connection: "Connection", uid: str) -> int | None:
    """The number of the latest revision of a record set; None where there is none."""
    number = connection.execute("SELECT max(number) FROM revision WHERE record_uid = ?", (uid,)).fetchone()[0]
    return None if number is None else int(number)


def latest_of(connection: "Connection", actor: str) -> str:
    """The incident that somebody saved last, blank before the first."""
    row = connection.execute(
        "SELECT record_uid FROM revision WHERE record_type = 'incident' AND actor = ? ORDER BY id DESC LIMIT 1",
        (actor,),
    ).fetchone()
    return str(row[0]) if row else ""


def custody(connection: "Connection", uid: str) -> Custody:
    """The saves of one record set as links of the chain, without what they changed."""
    rows = connection.execute(
        "SELECT number, at, actor, action, reason, chain_sha256 FROM revision WHERE record_uid = ? ORDER BY number",
        (uid,),
    )
    return Custody(tuple(Link(*row) for row in rows), chain_head(connection))


_PIECES = make_encoder(None, json.JSONEncoder().default, encode_basestring, None, ":", ",", True, False, False)
"""What `json.dumps` makes anew for each value, which takes longer than most values do: signs as they are, keys sorted,
nothing between, no NaN.
"""


_OF_NOTHING = hashlib.sha256().hexdigest()
"""The hash of a blank text: most entries hide nothing."""


def canonical(value: object) -> str:
    """JSON in one spelling only, so that equal records hash alike."""
    return "".join(_PIECES(value, 0))


def _sealed(hidden: Mapping[str, Any]) -> str:
    """Sensitive values as text, with a random part: their hash must not let anyone test a guessed name."""
    return canonical({"": secrets.token_hex(16), **hidden}) if hidden else ""


def digest(text: str) -> str:
    """The SHA-256 of a text, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest() if text else _OF_NOTHING
