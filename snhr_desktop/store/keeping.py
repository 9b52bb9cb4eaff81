"""How record sets of one kind are kept, and the one place where they are written: rows, history, and what follows."""

import datetime as dt
from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Generic, NamedTuple

from snhr_desktop.domain.kinds import Text
from snhr_desktop.domain.places import Gazetteer
from snhr_desktop.domain.records import RecordSet
from snhr_desktop.domain.records.altering import altered
from snhr_desktop.errors import Problem
from snhr_desktop.i18n import Message
from snhr_desktop.store import conflicts, facts, history, sets
from snhr_desktop.store.actions import CHANGED, CREATED
from snhr_desktop.store.sets import S

if TYPE_CHECKING:
    from sqlite3 import Connection

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
    before: S | None
    after: S
    at: str


@dataclass(frozen=True)
class Keeping(Generic[S]):
    """How the sets of one kind are kept.

    `problems` are their checks, `day` is whose year their reference has, `series` stands in it after the code of the
    office, and `index` makes them findable, each with the row of its head. `forget` takes away what an earlier state of
    a row was found by, where that follows from its columns. `against` tells why a save may not follow on what there
    was, and `noted` hears of saves once they are written.
    """

    kind: type[S]
    problems: Callable[[S, Container[str], dt.date], tuple[Problem, ...]]
    day: Callable[[S], dt.date | None]
    index: "Callable[[Connection, Sequence[tuple[int, S]], Gazetteer], None]"
    series: str = ""
    forget: "Callable[[Connection, int], None]" = lambda _connection, _row: None
    against: "Callable[[Connection, S | None, S, Author], Message | None]" = lambda *_: None
    noted: "Callable[[Connection, Sequence[Save[S]], Circumstances], None]" = lambda *_: None


@dataclass(frozen=True)
class Kept(Generic[S]):
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
    (at,) = _record(connection, [after], how)
    (kept,) = _derive(connection, keeping, [Save(row, before, after, at)], how)
    conflicts.settle(connection, after, how.author.actor, how.author.reason)
    return kept


def add(connection: "Connection", keeping: Keeping[S], given: Sequence[S], how: Circumstances) -> list[Kept[S]]:
    """Write sets that were never saved, whose records all have uids, as their first revisions."""
    how = replace(how, action=CREATED)
    made = [altered(one, revision=1) for one in given]
    rows = sets.add(connection, made)
    moments = _record(connection, made, how)
    saves = [Save(row, None, one, at) for row, one, at in zip(rows, made, moments, strict=True)]
    return _derive(connection, keeping, saves, how)


def _record(connection: "Connection", given: Sequence[RecordSet], how: Circumstances) -> list[str]:
    """Put sets as they now are into the history; returns their moments."""
    kind, author = given[0].head_type.type_name, how.author
    entries = [
        history.Entry(kind, one.head.uid, one.revision, author.actor, author.reason, how.action, one.body())
        for one in given
    ]
    return history.append_all(connection, kind, entries)


def _derive(
    connection: "Connection", keeping: Keeping[S], saves: Sequence[Save[S]], how: Circumstances
) -> list[Kept[S]]:
    """Write what follows from sets that were just written; returns them with what they touched."""
    written = [(one.row, one.after) for one in saves]
    facts.write(connection, written, how.places)
    keeping.index(connection, written, how.places)
    keeping.noted(connection, saves, how)
    return [Kept(one.after, Changes(_touched(one.before, one.after), (one.after.head.uid,))) for one in saves]


def _touched(before: RecordSet | None, after: RecordSet) -> frozenset[str]:
    if before is None:
        said = {kind.type_name for name, kind in after.lists.items() if getattr(after, name)}
        return frozenset({after.head_type.type_name, *said})
    old = before.children()
    lists = {after.lists[name].type_name for name, rows in after.children().items() if rows != old.get(name, ())}
    changed = before.head != after.head
    return frozenset(lists | ({after.head_type.type_name} if changed else set()))


def _clean(text: str, limit: int) -> str:
    return str(Text(len(text), lines=True).parse(text))[:limit]
