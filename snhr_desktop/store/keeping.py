"""How record sets of one kind are kept, and the one place where they are written: rows, history, and what follows."""

import datetime as dt
from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Generic, NamedTuple

from snhr_desktop.domain.kinds import Text
from snhr_desktop.domain.places import Gazetteer
from snhr_desktop.domain.records import RecordSet
from snhr_desktop.errors import Problem
from snhr_desktop.i18n import Message
from snhr_desktop.store import conflicts, facts, history, sets
from snhr_desktop.store.actions import CHANGED, CREATED
from snhr_desktop.store.ready import Ready, Together, together
from snhr_desktop.store.sets import S

if TYPE_CHECKING:
    from sqlite3 import Connection

PERSONS = "victims"
"""The list of a set whose records are found by themselves."""
_REASON_LENGTH, _ACTOR_LENGTH = 2_000, 120


@dataclass(frozen=True)
class Changes:
    """What a save touched: the types of the records, and which incidents or cases. Blank where nothing was written."""

    types: frozenset[str] = frozenset()
    uids: tuple[str, ...] = ()

    def __or__(self, other: "Changes") -> "Changes":
        return Changes(self.types | other.types, tuple(dict.fromkeys((*self.uids, *other.uids))))


@dataclass(frozen=True)
class Author:
    """Who saves, and why; kept with every revision."""

    actor: str = ""
    reason: str = ""

    @classmethod
    def of(cls, actor: str, reason: str) -> "Author":
        """An author of untrusted texts, cut to what a revision holds."""
        return cls(_clean(actor, _ACTOR_LENGTH), _clean(reason, _REASON_LENGTH))


@dataclass(frozen=True)
class Circumstances:
    """By whom sets are saved, with which places, and what history calls it."""

    author: Author
    places: Gazetteer
    action: str = CHANGED


class Save(NamedTuple, Generic[S]):
    """One set as it was written: the row of its head, what there was, what is, and when (UTC, as history has it)."""

    row: int
    before: S
    after: S
    at: str


class New(NamedTuple):
    """A set that was just written for the first time: the row of its head, its reference, itself, and when (UTC)."""

    row: int
    reference: str
    ready: Ready
    at: str


@dataclass(frozen=True)
class Keeping(Generic[S]):
    """How the sets of one kind are kept.

    `problems` are their checks, `day` is whose year their reference has, `series` stands in it after the code of the
    office, and `index` makes them findable, each with the row of its head. `forget` takes away what an earlier state of
    a row was found by, where that follows from its columns. `against` tells why a save may not follow on what there
    was, and `noted` hears of a save once it is written. `found_by` is what new sets are found by and told at once
    elsewhere, as far as it follows from them, and `file` writes that once they are.
    """

    kind: type[S]
    problems: Callable[[S, Container[str], dt.date], tuple[Problem, ...]]
    day: Callable[[S], dt.date | None]
    index: "Callable[[Connection, Sequence[tuple[int, S]], Gazetteer], None]"
    found_by: Callable[[S, Gazetteer], Any]
    file: "Callable[[Connection, Sequence[New], Sequence[int], Author], None]"
    series: str = ""
    forget: "Callable[[Connection, int], None]" = lambda _connection, _row: None
    against: "Callable[[Connection, S | None, S, Author], Message | None]" = lambda *_: None
    noted: "Callable[[Connection, Save[S], Circumstances], None]" = lambda *_: None


class Kept(NamedTuple, Generic[S]):
    """A set as it now stands, and what its save touched."""

    given: S
    changes: Changes


def put(connection: "Connection", keeping: Keeping[S], states: tuple[S, S], how: Circumstances) -> Kept[S]:
    """Write a set, whose records all have uids, as the revision after that of its earlier state.

    `states` are what there was and what is to be.
    """
    before, after = states[0], replace(states[1], revision=states[1].revision + 1)
    if head := sets.head(connection, keeping.kind, after.head.uid):
        keeping.forget(connection, head.row)
    row = sets.write(connection, after, before)
    author = how.author
    said = after.revision, author.actor, author.reason, how.action, after.body()
    at = history.append(connection, history.Entry(after.head_type.type_name, after.head.uid, *said))
    facts.write(connection, [(row, after)], how.places)
    keeping.index(connection, [(row, after)], how.places)
    keeping.noted(connection, Save(row, before, after, at), how)
    conflicts.settle(connection, after, author.actor, author.reason)
    return Kept(after, Changes(_touched(before, after), (after.head.uid,)))


def add(
    connection: "Connection", keeping: Keeping[S], given: Sequence[tuple[Ready, str]], author: Author
) -> list[Changes]:
    """Write sets that were never saved, each under its reference, as their first revisions."""
    made, references = together([one for one, _ in given]), [reference for _, reference in given]
    head, kind = keeping.kind.head_name, keeping.kind.head_type.type_name
    rows = sets.add(connection, keeping.kind, made.laid, references)
    said = author.actor, author.reason, CREATED
    bodies = map(history.under, made.shown, made.hidden, references)
    entries = [history.Entry(kind, uid, 1, *said, body) for uid, body in zip(made.uids, bodies, strict=True)]
    moments = history.append_all(connection, kind, entries)
    facts.put(connection, rows[head], made.facts)
    new = [New(row, *pair[::-1], at) for row, pair, at in zip(rows[head], given, moments, strict=True)]
    keeping.file(connection, new, rows.get(PERSONS, ()), author)
    return list(map(Changes, _parts_of(keeping.kind, made), ((uid,) for uid in made.uids)))


def _parts_of(kind: type[RecordSet], made: Together) -> list[frozenset[str]]:
    """The record types that each of some sets has; nearly always all have the same."""
    types = {kind.head_name: kind.head_type, **kind.lists}
    having = [(types[name].type_name, frozenset(held.open.of)) for name, held in made.laid.items()]
    whole = frozenset(told for told, of in having if len(of) == len(made.uids))
    part = [(told, of) for told, of in having if told not in whole]
    return [whole.union(told for told, of in part if at in of) if part else whole for at in range(len(made.uids))]


def _touched(before: RecordSet, after: RecordSet) -> frozenset[str]:
    old = before.children()
    lists = {after.lists[name].type_name for name, rows in after.children().items() if rows != old.get(name, ())}
    changed = before.head != after.head
    return frozenset(lists | ({after.head_type.type_name} if changed else set()))


def _clean(text: str, limit: int) -> str:
    return str(Text(len(text), lines=True).parse(text))[:limit]
