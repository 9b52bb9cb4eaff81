"""The one way a record set gets in: checked, written, recorded in history, counted and indexed, or not at all."""

import datetime as dt
from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Generic

from snhr_desktop.domain.checks import problems, raised, stops
from snhr_desktop.domain.kinds import Text
from snhr_desktop.domain.places import Gazetteer
from snhr_desktop.domain.records import Dossier, RecordSet
from snhr_desktop.domain.steps import at_status
from snhr_desktop.errors import ChangedMeanwhile, InvalidEntry, MergedAway, Problem, Refusal, StepRefused
from snhr_desktop.i18n import Message
from snhr_desktop.store import (
    conflicts,
    doubles,
    drafts,
    facts,
    history,
    lines,
    looked,
    merges,
    person_keys,
    queue,
    search,
    sets,
)
from snhr_desktop.store.actions import CHANGED, CREATED, UNMERGED
from snhr_desktop.store.identity import ONE_OF_A_KIND, is_uid, keep_reference, next_reference
from snhr_desktop.store.objections import objection
from snhr_desktop.store.sets import S
from snhr_desktop.store.store import Store

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
class Saved:
    """The dossier as it now stands, with its uids, reference and revision, and what the save touched."""

    dossier: Dossier
    changes: Changes


@dataclass(frozen=True)
class BulkSaved:
    """What became of many dossiers: saved ones in order, and refused ones by their place in what was given."""

    saved: tuple[Saved, ...]
    refused: tuple[tuple[int, Refusal], ...]
    changes: Changes


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
class Moment:
    """When a save was made (UTC, as history writes it), by whom, with which places, and what history calls it."""

    at: str
    author: Author
    places: Gazetteer
    action: str


@dataclass(frozen=True)
class Keeping(Generic[S]):
    """How the sets of one kind are kept.

    `problems` are their checks, `day` is whose year their reference has, `series` stands in it after the code of the
    office, and `index` makes them findable. `forget` takes away what an earlier state of a row was found by, where
    that follows from its columns. `against` tells why a save may not follow on what there was, and `noted` hears of
    each save, with the moment that history gives it.
    """

    kind: type[S]
    problems: Callable[[S, Container[str], dt.date], tuple[Problem, ...]]
    day: Callable[[S], dt.date | None]
    index: "Callable[[Connection, int, S, Gazetteer], None]"
    series: str = ""
    forget: "Callable[[Connection, int], None]" = lambda _connection, _row: None
    against: "Callable[[Connection, S | None, S, Author], Message | None]" = lambda *_: None
    noted: "Callable[[Connection, int, S | None, S, Moment], None]" = lambda *_: None


@dataclass(frozen=True)
class Kept(Generic[S]):
    """A set as it now stands, and what its save touched."""

    given: S
    changes: Changes


@dataclass(frozen=True)
class KeptMany(Generic[S]):
    """What became of many sets: kept ones in order, and refused ones by their place in what was given."""

    kept: tuple[Kept[S], ...]
    refused: tuple[tuple[int, Refusal], ...]
    changes: Changes


@dataclass(frozen=True)
class _Office:
    """What writing needs to know beside the set."""

    code: str
    gazetteer: Gazetteer
    author: Author
    today: dt.date = field(default_factory=lambda: dt.datetime.now().astimezone().date())
    named: bool = False


def _index(connection: "Connection", row: int, dossier: Dossier, places: Gazetteer) -> None:
    lines.write(connection, row)
    search.write(connection, row, dossier, places)
    person_keys.write(connection, row)


def against(connection: "Connection", before: S | None, after: S, author: Author) -> Message | None:
    """Why the status of a set may not follow on what there was, by the steps and the rules of the office."""
    return objection(connection, before, after, author.actor, author.reason)


def _noted(connection: "Connection", row: int, before: Dossier | None, after: Dossier, moment: Moment) -> None:
    """Keep the place in the queue, and what the one who saved has seen."""
    actor, uid = moment.author.actor, after.incident.uid
    if moment.action == UNMERGED:  # who entered it before the merge stands in the history
        state = queue.told_by_history(connection, Dossier, uid)
    else:
        was = queue.state(connection, uid) if before else None
        state = queue.following(was, before, after, moment.at, actor)
    queue.write(connection, row, after, state, moment.places)
    looked.keep_up(connection, actor, uid, after.revision)


DOSSIERS = Keeping(
    Dossier, problems, lambda dossier: dossier.incident.date.first, _index,
    forget=person_keys.drop, against=against, noted=_noted,
)  # fmt: skip


def save(store: Store, dossier: Dossier, author: Author, draft: str = "") -> Saved:
    """Save one dossier: see `keep`."""
    with store.writing() as connection:
        done = keep(store, DOSSIERS, dossier, author, draft)
        if done.given.revision == 1:
            looked.mark(connection, author.actor, done.given.incident.uid, 1)
    return Saved(done.given, done.changes)


def save_many(
    store: Store, given: Iterable[Dossier], author: Author, *, named: bool = False, checked: Container[int] = ()
) -> BulkSaved:
    """Save many dossiers: see `keep_many`."""
    done = keep_many(store, DOSSIERS, given, author, named=named, checked=checked)
    return BulkSaved(tuple(Saved(one.given, one.changes) for one in done.kept), done.refused, done.changes)


def keep(store: Store, keeping: Keeping[S], given: S, author: Author, draft: str = "") -> Kept[S]:
    """Save one set; the draft of that key goes in the same transaction.

    Raises `InvalidEntry` for any error in it, `StepRefused` for a status that may not follow, `ChangedMeanwhile`
    where its revision is not the latest, and the refusals of a write. A set that says what the store already has
    makes no revision.
    """
    office = _Office(store.info.office, store.gazetteer, author)
    clean = _checked(keeping, given, office)
    with store.writing() as connection:
        kept = _write(connection, keeping, clean, office)
        if draft:
            doubles.adopt(connection, draft, kept.given.head.uid)
            head, new = keeping.kind.head_name, not given.revision
            drafts.discard_saved(connection, draft, head, kept.given.head.uid, new=new)
        return kept


def keep_many(
    store: Store,
    keeping: Keeping[S],
    given: Iterable[S],
    author: Author,
    *,
    named: bool = False,
    checked: Container[int] = (),
) -> KeptMany[S]:
    """Save many in one transaction. A set with errors is left out whole; any refusal of the disk leaves out all.

    New ones that are `named` keep the reference they have, where no other has it and none will get it. Those at the
    places `checked` are, unchanged, what `parse` made of raw input, and the checks of the kind found no error in them
    today with the places of this store: neither is done again. Whoever cannot promise that leaves it away.
    """
    office = _Office(store.info.office, store.gazetteer, author, named=named)
    kept: list[Kept[S]] = []
    refused: list[tuple[int, Refusal]] = []
    types: set[str] = set()
    uids: dict[str, None] = {}
    with store.writing() as connection:
        for number, one in enumerate(given):
            try:
                clean = one if number in checked else _checked(keeping, one, office)
                done = _write(connection, keeping, clean, office)
            except (InvalidEntry, ChangedMeanwhile, MergedAway) as refusal:
                # each comes before anything of it is written
                refused.append((number, refusal))
                continue
            kept.append(done)
            types |= done.changes.types
            uids |= dict.fromkeys(done.changes.uids)
    return KeptMany(tuple(kept), tuple(refused), Changes(frozenset(types), tuple(uids)))


def checked(store: Store, keeping: Keeping[S], given: S) -> S:
    """A set as its fields parse. Raises `InvalidEntry` with every error in it."""
    return _checked(keeping, given, _Office(store.info.office, store.gazetteer, Author()))


def _checked(keeping: Keeping[S], given: S, office: _Office) -> S:
    """The set as its fields parse, or a refusal with every error in it."""
    parsed, found = keeping.kind.parse(given.dump())
    found = (*raised(found, parsed.head.status), *keeping.problems(parsed, office.gazetteer, office.today))
    if wrong := stops(found):
        raise InvalidEntry(wrong)
    return parsed


def _write(connection: "Connection", keeping: Keeping[S], given: S, office: _Office) -> Kept[S]:
    head = sets.head(connection, keeping.kind, given.head.uid)
    if given.revision != (head.revision if head else 0):
        raise ChangedMeanwhile
    if given.head.uid and not head and _is_taken(connection, keeping, given.head.uid):
        raise InvalidEntry([Problem(keeping.kind.head_type.type_name, "", history.IDENTITY_TAKEN)])
    before = sets.read(connection, keeping.kind, given.head.uid) if head else None
    after = sets.with_uids(connection, given)
    if before not in (None, after) and (into := merges.merged_into(connection, after.head.uid)):
        raise MergedAway(reference=into.reference)
    may_follow(connection, keeping, before, after, office.author)
    reference = head.reference if head else _new_reference(connection, keeping, after, office)
    after = after.with_head(replace(after.head, reference=reference))
    if before == after:
        return Kept(after, Changes())
    return put(connection, keeping, (before, after), office.author, office.gazetteer)


def _is_taken(connection: "Connection", keeping: Keeping[S], uid: str) -> bool:
    """Whether an identity that a record brings along is one of ours: of another record, or kept for what is one of a
    kind in every store, as the rules of the office."""
    record_type = keeping.kind.head_type.type_name
    return (is_uid(uid) and int(uid, 16) < ONE_OF_A_KIND) or history.tells_of_another(connection, uid, record_type)


def may_follow(connection: "Connection", keeping: Keeping[S], before: S | None, after: S, author: Author) -> None:
    """Raise `StepRefused` where a set may not be saved in place of what there was."""
    if objected := keeping.against(connection, before, after, author):
        raise StepRefused([at_status(objected, keeping.kind.head_type.type_name)])


def put(
    connection: "Connection",
    keeping: Keeping[S],
    states: tuple[S | None, S],
    author: Author,
    places: Gazetteer,
    action: str = "",
) -> Kept[S]:
    """Write a set, whose records all have uids, as the revision after that of its earlier state.

    `states` are what there was and what is to be, `action` is what history calls it, where it is more than a save.
    """
    before, after = states[0], replace(states[1], revision=states[1].revision + 1)
    if head := sets.head(connection, keeping.kind, after.head.uid):
        keeping.forget(connection, head.row)
    row = sets.write(connection, after, before)
    action = action or (CHANGED if before else CREATED)
    at = _record(connection, after, author, action)
    facts.write(connection, row, after, places)
    keeping.index(connection, row, after, places)
    keeping.noted(connection, row, before, after, Moment(at, author, places, action))
    if before:
        conflicts.settle(connection, after, author.actor, author.reason)
    return Kept(after, Changes(_touched(before, after), (after.head.uid,)))


def _record(connection: "Connection", given: RecordSet, author: Author, action: str) -> str:
    kind, uid = given.head_type.type_name, given.head.uid
    entry = history.Entry(kind, uid, given.revision, author.actor, author.reason, action, given.body())
    return history.append(connection, entry)


def _new_reference(connection: "Connection", keeping: Keeping[S], given: S, office: _Office) -> str:
    if office.named and keep_reference(connection, keeping.kind.head_type.type_name, given.head.reference):
        return str(given.head.reference)
    day = keeping.day(given) or office.today
    return next_reference(connection, office.code + keeping.series, day.year)


def _touched(before: RecordSet | None, after: RecordSet) -> frozenset[str]:
    old = before.children() if before else {}
    lists = {after.lists[name].type_name for name, rows in after.children().items() if rows != old.get(name, ())}
    changed = before is None or before.head != after.head
    return frozenset(lists | ({after.head_type.type_name} if changed else set()))


def _clean(text: str, limit: int) -> str:
    return str(Text(len(text), lines=True).parse(text))[:limit]
