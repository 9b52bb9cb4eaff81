"""The one way a dossier gets in: checked, written, recorded in history, counted and indexed, or not at all."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from snhr_desktop.domain.checks import problems, raised, stops
from snhr_desktop.domain.kinds import Text
from snhr_desktop.domain.places import Gazetteer
from snhr_desktop.domain.records import CHILDREN, Dossier
from snhr_desktop.errors import ChangedMeanwhile, InvalidEntry, Refusal
from snhr_desktop.store import dossiers, drafts, facts, history, search
from snhr_desktop.store.identity import next_reference
from snhr_desktop.store.store import Store

if TYPE_CHECKING:
    from sqlite3 import Connection

CREATED, CHANGED = "created", "changed"
_REASON_LENGTH, _ACTOR_LENGTH = 2_000, 120


@dataclass(frozen=True)
class Changes:
    """What a save touched: the types of the records, and the incidents. Blank where nothing had to be written."""

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
class _Office:
    """What writing needs to know beside the dossier."""

    code: str
    gazetteer: Gazetteer
    author: Author
    today: dt.date = field(default_factory=lambda: dt.datetime.now().astimezone().date())


def save(store: Store, dossier: Dossier, author: Author, draft: str = "") -> Saved:
    """Save one dossier; the draft of that key goes in the same transaction.

    Raises `InvalidEntry` for any error in it, `ChangedMeanwhile` where its revision is not the latest, and the
    refusals of a write. A dossier that says what the store already has makes no revision.
    """
    office = _Office(store.info.office, store.gazetteer, author)
    checked = _checked(dossier, office)
    with store.writing() as connection:
        saved = _write(connection, checked, office)
        if draft:
            drafts.discard(connection, draft)
        return saved


def save_many(store: Store, given: Iterable[Dossier], author: Author) -> BulkSaved:
    """Save many in one transaction. A dossier with errors is left out whole; any refusal of the disk leaves out all."""
    office = _Office(store.info.office, store.gazetteer, author)
    saved: list[Saved] = []
    refused: list[tuple[int, Refusal]] = []
    types: set[str] = set()
    uids: dict[str, None] = {}
    with store.writing() as connection:
        for number, dossier in enumerate(given):
            try:
                done = _write(connection, _checked(dossier, office), office)
            except (InvalidEntry, ChangedMeanwhile) as refusal:  # both come before anything of it is written
                refused.append((number, refusal))
                continue
            saved.append(done)
            types |= done.changes.types
            uids |= dict.fromkeys(done.changes.uids)
    return BulkSaved(tuple(saved), tuple(refused), Changes(frozenset(types), tuple(uids)))


def _checked(dossier: Dossier, office: _Office) -> Dossier:
    """The dossier as its fields parse, or a refusal with every error in it."""
    parsed, found = Dossier.parse(dossier.dump())
    found = (*raised(found, parsed.incident.status), *problems(parsed, office.gazetteer, office.today))
    if wrong := stops(found):
        raise InvalidEntry(wrong)
    return parsed


def _write(connection: "Connection", dossier: Dossier, office: _Office) -> Saved:
    head = dossiers.head(connection, dossier.incident.uid)
    if dossier.revision != (head.revision if head else 0):
        raise ChangedMeanwhile
    before = dossiers.read(connection, dossier.incident.uid) if head else None
    after = dossiers.with_uids(connection, dossier)
    reference = head.reference if head else _new_reference(connection, after, office)
    after = replace(after, incident=replace(after.incident, reference=reference))
    if before == after:
        return Saved(after, Changes())
    after = replace(after, revision=after.revision + 1)
    row = dossiers.write(connection, after)
    _record(connection, after, office.author)
    facts.write(connection, row, after, office.gazetteer)
    search.write(connection, row, after, office.gazetteer)
    return Saved(after, Changes(_touched(before, after), (after.incident.uid,)))


def _record(connection: "Connection", dossier: Dossier, author: Author) -> None:
    body = {name: part for name, part in dossier.dump().items() if name != "revision"}
    action = CREATED if dossier.revision == 1 else CHANGED
    entry = history.Entry("incident", dossier.incident.uid, dossier.revision, author.actor, author.reason, action, body)
    history.append(connection, entry)


def _new_reference(connection: "Connection", dossier: Dossier, office: _Office) -> str:
    day = dossier.incident.date.first or office.today
    return next_reference(connection, office.code, day.year)


def _touched(before: Dossier | None, after: Dossier) -> frozenset[str]:
    old = before.children() if before else {}
    lists = {CHILDREN[name].type_name for name, rows in after.children().items() if rows != old.get(name, ())}
    return frozenset(lists | ({"incident"} if before is None or before.incident != after.incident else set()))


def _clean(text: str, limit: int) -> str:
    return str(Text(len(text), lines=True).parse(text))[:limit]
