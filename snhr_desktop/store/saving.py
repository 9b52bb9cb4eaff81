"""The one way a record set gets in: checked, written, recorded in history, counted and indexed, or not at all."""

import datetime as dt
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeAlias

from snhr_desktop.domain.checks import problems, raised, stops
from snhr_desktop.domain.places import Gazetteer
from snhr_desktop.domain.records import Dossier, RecordSet
from snhr_desktop.domain.records.altering import altered
from snhr_desktop.domain.steps import at_status
from snhr_desktop.errors import ChangedMeanwhile, InvalidEntry, MergedAway, Problem, Refusal, StepRefused
from snhr_desktop.i18n import Message
from snhr_desktop.store import doubles, drafts, history, lines, looked, merges, person_keys, queue, search, sets
from snhr_desktop.store.actions import CHANGED, UNMERGED
from snhr_desktop.store.batches import AT_ONCE
from snhr_desktop.store.identity import ONE_OF_A_KIND, UNDATED, References, is_uid
from snhr_desktop.store.keeping import Author, Changes, Circumstances, Keeping, Kept, New, Save, add, put
from snhr_desktop.store.objections import objection, objection_to_new
from snhr_desktop.store.ready import Ready, ready
from snhr_desktop.store.sets import S

if TYPE_CHECKING:
    from sqlite3 import Connection

    from snhr_desktop.store.store import Store

__all__ = [
    "DOSSIERS", "Author", "BulkSaved", "Changes", "Circumstances", "Keeping", "Kept", "KeptMany", "PreparedSaved",
    "Ready", "Saved", "Standing", "against", "checked", "keep", "keep_many", "may_follow", "put", "ready_dossiers",
    "save", "save_many", "save_prepared",
]  # fmt: skip


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


class Standing(NamedTuple):
    """How a set stands after a save: its identity, its revision, and itself."""

    uid: str
    revision: int
    given: RecordSet | Ready

    @classmethod
    def of(cls, given: RecordSet | Ready) -> "Standing":
        """That of a set as it was saved."""
        if isinstance(given, Ready):
            return cls(given.uid, 1, given)
        return cls(given.head.uid, given.revision, given)

    def size(self, name: str) -> int:
        """How many records one of its lists has."""
        return self.given.size(name) if isinstance(self.given, Ready) else len(self.given.children()[name])


@dataclass(frozen=True)
class PreparedSaved:
    """The same of sets of which some came ready to be written."""

    saved: tuple[Standing, ...]
    refused: tuple[tuple[int, Refusal], ...]
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
    action: str = CHANGED


def _index(connection: "Connection", written: Sequence[tuple[int, Dossier]], places: Gazetteer) -> None:
    lines.write(connection, (row for row, _ in written))
    search.write(connection, written, places)
    person_keys.write(connection, written)


def against(connection: "Connection", before: S | None, after: S, author: Author) -> Message | None:
    """Why the status of a set may not follow on what there was, by the steps and the rules of the office."""
    return objection(connection, before, after, author.actor, author.reason)


_FoundBy: TypeAlias = tuple[search.Words, tuple[person_keys.Keys, ...], tuple[int, int]]
"""What follows from a new dossier: words of the search, keys of its persons, its open checks."""


def _found_by(dossier: Dossier, places: Gazetteer) -> _FoundBy:
    today = dt.datetime.now().astimezone().date()
    checks = queue.open_checks(dossier, places, today)
    return search.found_by(dossier, places), person_keys.keys_of(dossier), checks


def _file(connection: "Connection", new: Sequence[New], persons: Sequence[int], author: Author) -> None:
    """Make new dossiers found, and put them into the queue; who saves them has seen none before."""
    lines.write(connection, (one.row for one in new))
    words, keys, checks = zip(*(one.ready.found_by for one in new), strict=True)
    search.add(connection, [(one.row, one.reference, said) for one, said in zip(new, words, strict=True)], persons)
    person_keys.put(connection, zip(persons, chain.from_iterable(keys), strict=True))
    waiting = [queue.State(one.ready.status, one.at, one.at, author.actor) for one in new]
    queue.add(
        connection,
        [(one.row, one.ready.uid, at, found) for one, at, found in zip(new, waiting, checks, strict=True)],
    )


def _noted(connection: "Connection", one: Save[Dossier], how: Circumstances) -> None:
    """Keep the place in the queue, and what the one who saved has seen."""
    queue.write(connection, [(one.row, one.after, _state(connection, one, how))], how.places)
    looked.keep_up(connection, how.author.actor, one.after.incident.uid, one.after.revision)


def _state(connection: "Connection", one: Save[Dossier], how: Circumstances) -> queue.State:
    """Where a dossier stands in the queue now."""
    uid = one.after.incident.uid
    if how.action == UNMERGED:  # who entered it before the merge stands in the history
        return queue.told_by_history(connection, Dossier, uid)
    return queue.following(queue.state(connection, uid), one.before, one.after, one.at, how.author.actor)


DOSSIERS = Keeping(
    Dossier, problems, lambda dossier: dossier.incident.date.first, _index, _found_by, _file,
    forget=person_keys.drop, against=against, noted=_noted,
)  # fmt: skip


def save(store: "Store", dossier: Dossier, author: Author, draft: str = "") -> Saved:
    """Save one dossier: see `keep`."""
    with store.writing() as connection:
        done = keep(store, DOSSIERS, dossier, author, draft)
        if done.given.revision == 1:
            looked.mark(connection, author.actor, done.given.incident.uid, 1)
    return Saved(done.given, done.changes)


def save_many(store: "Store", given: Iterable[Dossier], author: Author, *, named: bool = False) -> BulkSaved:
    """Save many dossiers: see `keep_many`."""
    done = keep_many(store, DOSSIERS, given, author, named=named)
    return BulkSaved(tuple(Saved(one.given, one.changes) for one in done.kept), done.refused, done.changes)


def ready_dossiers(
    given: Sequence[tuple[Dossier, Sequence[Problem]]], places: Gazetteer, today: dt.date
) -> list[Ready]:
    """New dossiers as `save_prepared` takes them; any process may make them.

    They have neither references nor identities and are, unchanged, what `parse` made of raw input. Each comes with
    what the checks of its kind found in it today with the places of the store, hints among it and no error.
    """
    made = sets.fresh([one for one, _ in given])
    # one step for all, then the next: that takes a fifth less time than all steps for one after the other
    checks = [queue.open_checks(one, places, today, found) for one, (_, found) in zip(made, given, strict=True)]
    keys = list(map(person_keys.keys_of, made))
    words = [search.found_by(one, places) for one in made]
    found_by: list[_FoundBy] = list(zip(words, keys, checks, strict=True))
    return ready(made, places, DOSSIERS.day, found_by)


def save_prepared(
    store: "Store",
    given: Iterable[Dossier | Ready],
    author: Author,
    *,
    named: bool = False,
    checked: Container[int] = (),
) -> PreparedSaved:
    """Save many dossiers, new ones among them that are ready to be written: see `keep_many`."""
    done = keep_many(store, DOSSIERS, given, author, named=named, checked=checked)
    return PreparedSaved(tuple(Standing.of(one.given) for one in done.kept), done.refused, done.changes)


def keep(
    store: "Store", keeping: Keeping[S], given: S, author: Author, draft: str = "", action: str = CHANGED
) -> Kept[S]:
    """Save one set; the draft of that key goes in the same transaction. `action` is what history calls it.

    Raises `InvalidEntry` for any error in it, `StepRefused` for a status that may not follow, `ChangedMeanwhile`
    where its revision is not the latest, and the refusals of a write. A set that says what the store already has
    makes no revision.
    """
    office = _Office(store.info.office, store.gazetteer, author, action=action)
    clean = _checked(keeping, given, office)
    with store.writing() as connection:
        writer = _Writer(connection, keeping, office)
        writer.write(clean)
        (kept,) = writer.settled()
        if draft:
            doubles.adopt(connection, draft, kept.given.head.uid)
            head, new = keeping.kind.head_name, not given.revision
            drafts.discard_saved(connection, draft, head, kept.given.head.uid, new=new)
        return kept


def keep_many(
    store: "Store",
    keeping: Keeping[S],
    given: Iterable[S | Ready],
    author: Author,
    *,
    named: bool = False,
    checked: Container[int] = (),
) -> KeptMany[S]:
    """Save many in one transaction. A set with errors is left out whole; any refusal of the disk leaves out all.

    New ones that are `named` keep the reference they have, where no other has it and none will get it. Those at the
    places `checked` are, unchanged, what `parse` made of raw input, and the checks of the kind found no error in them
    today with the places of this store: neither is done again. Whoever cannot promise that leaves it away. Those that
    are ready were checked by whoever made them so.
    """
    office = _Office(store.info.office, store.gazetteer, author, named=named)
    refused: list[tuple[int, Refusal]] = []
    with store.writing() as connection:
        writer = _Writer(connection, keeping, office)
        for number, one in enumerate(given):
            try:
                if isinstance(one, Ready):
                    writer.write_ready(one)
                else:
                    writer.write(one if number in checked else _checked(keeping, one, office))
            except (InvalidEntry, ChangedMeanwhile, MergedAway) as refusal:
                # each comes before anything of it is written
                refused.append((number, refusal))
        kept = tuple(writer.settled())
    types = frozenset().union(*(one.changes.types for one in kept))
    uids = dict.fromkeys(uid for one in kept for uid in one.changes.uids)
    return KeptMany(kept, tuple(refused), Changes(types, tuple(uids)))


def checked(store: "Store", keeping: Keeping[S], given: S) -> S:
    """A set as its fields parse. Raises `InvalidEntry` with every error in it."""
    return _checked(keeping, given, _Office(store.info.office, store.gazetteer, Author()))


def _checked(keeping: Keeping[S], given: S, office: _Office) -> S:
    """The set as its fields parse, or a refusal with every error in it."""
    parsed, found = keeping.kind.parse(given.dump())
    found = (*raised(found, parsed.head.status), *keeping.problems(parsed, office.gazetteer, office.today))
    if wrong := stops(found):
        raise InvalidEntry(wrong)
    return parsed


class _Writer(Generic[S]):
    """Writes sets in the order they come. New ones wait for each other: they cost one statement for each table."""

    def __init__(self, connection: "Connection", keeping: Keeping[S], office: _Office) -> None:
        self._connection, self._keeping, self._office = connection, keeping, office
        self._references = References(connection, keeping.kind.head_type.type_name)
        self._kept: list[Kept[Any]] = []
        self._new: list[tuple[Any, Ready, str]] = []
        self._brought: set[str] = set()

    def write(self, given: S) -> None:
        """Write a set, or keep it until others are written with it.

        Raises `InvalidEntry`, `StepRefused`, `ChangedMeanwhile` and `MergedAway` before anything of it is written.
        """
        brought = {record.uid for record in given.records() if record.uid}
        if not brought.isdisjoint(self._brought):
            self._write_new()
        before, after = self._states(given)
        if before is None:
            self._brought |= brought
            self._add(altered(after, revision=1), self._ready(after), after.head.reference)
            return
        self._write_new()
        same = before == after
        done = Kept(after, Changes()) if same else put(self._connection, self._keeping, (before, after), self._how)
        self._kept.append(done)

    def write_ready(self, given: Ready) -> None:
        """Keep a new set until others are written with it. Raises `StepRefused` before anything of it is written."""
        author = self._office.author
        if objected := objection_to_new(self._connection, given.status, author.actor):
            raise StepRefused([at_status(objected, self._keeping.kind.head_type.type_name)])
        self._add(given, given, self._next_reference(given.year))

    def settled(self) -> list[Kept[S]]:
        """All of them, in their order, once they are written."""
        self._write_new()
        return self._kept

    @property
    def _how(self) -> Circumstances:
        return Circumstances(self._office.author, self._office.gazetteer, self._office.action)

    def _ready(self, after: S) -> Ready:
        """A set with its identities as it will be written."""
        keeping, places = self._keeping, self._office.gazetteer
        bare = after.with_head(altered(after.head, reference=""))
        (made,) = ready([bare], places, keeping.day, [keeping.found_by(bare, places)])
        return made

    def _add(self, given: S | Ready, made: Ready, reference: str) -> None:
        self._new.append((given, made, reference))
        if len(self._new) == AT_ONCE:
            self._write_new()

    def _write_new(self) -> None:
        if self._new:
            self._references.settle()
            new = [(ready, reference) for _, ready, reference in self._new]
            done = add(self._connection, self._keeping, new, self._office.author)
            self._kept += (Kept(given, changes) for (given, _, _), changes in zip(self._new, done, strict=True))
            self._new.clear()
            self._brought.clear()

    def _states(self, given: S) -> tuple[S | None, S]:
        """What there is of a set, and what is to be, with identities and reference."""
        connection, keeping, uid = self._connection, self._keeping, given.head.uid
        head = sets.head(connection, keeping.kind, uid)
        if given.revision != (head.revision if head else 0):
            raise ChangedMeanwhile
        if uid and not head and _is_taken(connection, keeping, uid):
            raise InvalidEntry([Problem(keeping.kind.head_type.type_name, "", history.IDENTITY_TAKEN)])
        before = sets.read(connection, keeping.kind, uid) if head else None
        after = sets.with_uids(connection, given)
        if before not in (None, after) and (into := merges.merged_into(connection, after.head.uid)):
            raise MergedAway(reference=into.reference)
        may_follow(connection, keeping, before, after, self._office.author)
        reference = head.reference if head else self._reference(after)
        return before, after.with_head(altered(after.head, reference=reference))

    def _reference(self, given: S) -> str:
        if self._office.named and self._references.keep(given.head.reference):
            return str(given.head.reference)
        day = self._keeping.day(given)
        return self._next_reference(day.year if day else UNDATED)

    def _next_reference(self, year: int) -> str:
        return self._references.next(self._office.code + self._keeping.series, year)


def _is_taken(connection: "Connection", keeping: Keeping[S], uid: str) -> bool:
    """Whether an identity that a record brings along is one of ours: of another record, or kept for what is one of a
    kind in every store, as the rules of the office."""
    record_type = keeping.kind.head_type.type_name
    return (is_uid(uid) and int(uid, 16) < ONE_OF_A_KIND) or history.tells_of_another(connection, uid, record_type)


def may_follow(connection: "Connection", keeping: Keeping[S], before: S | None, after: S, author: Author) -> None:
    """Raise `StepRefused` where a set may not be saved in place of what there was."""
    if objected := keeping.against(connection, before, after, author):
        raise StepRefused([at_status(objected, keeping.kind.head_type.type_name)])
