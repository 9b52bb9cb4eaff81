"""What is to become of each record of a file, by what the store already has of it."""

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from snhr_desktop.domain.records import RECORD_TYPES, CaseFile, Dossier, Incident, RecordSet
from snhr_desktop.domain.records.altering import altered
from snhr_desktop.domain.steps import REJECTED as NOT_COUNTED
from snhr_desktop.errors import Problem
from snhr_desktop.exchange.convert import Converted, OwnDossiers
from snhr_desktop.exchange.import_records import Records
from snhr_desktop.exchange.known_again import known_again
from snhr_desktop.exchange.names import Names
from snhr_desktop.exchange.three_way import Conflict, three_way
from snhr_desktop.i18n import N_
from snhr_desktop.store.actions import TAKEN_BACK
from snhr_desktop.store.bodies import Body
from snhr_desktop.store.conflicts import OURS, FoundConflict, KeptConflict, is_said, raw_of
from snhr_desktop.store.history import Revision, canonical
from snhr_desktop.store.ready import Ready

KEY_TWICE = N_("An earlier record of this file has the same code.")
EDITED_HERE = N_("There is such a record already, and no import brought it; it was left as it is.")

_MARK = "import: "

S = TypeVar("S", bound=RecordSet)

CREATED, UPDATED, UNCHANGED, REFUSED = "created", "updated", "unchanged", "refused"


@dataclass(frozen=True)
class Planned:
    """What is to become of one row. `dossier` is what will be saved, with the identity it has here.

    `present` is the identity of the record that a file of this data set brought before and this one leaves as it is.
    `claimed` says that a record which a file of our own brought says to be the same one, which is none's but its own.
    A new one may be `ready` to be written instead.
    `asking` are conflicts that nobody was asked about yet, `withdrawn` those asked about that the file says no more.
    """

    row: int
    key: str
    outcome: str
    dossier: Dossier | None = None
    problems: tuple[Problem, ...] = ()
    edited: bool = False
    case: CaseFile | None = None
    rows: tuple[int, ...] = ()
    brought: Body | None = None
    conflicts: tuple[Conflict, ...] = ()
    asking: tuple[FoundConflict, ...] = ()
    withdrawn: tuple[str, ...] = ()
    parts: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    claimed: bool = False
    present: str = ""
    ready: Ready | None = None

    @property
    def saving(self) -> RecordSet | None:
        """What will be saved, if anything."""
        return self.dossier or self.case


_NEW = Planned(0, "", CREATED)


class Planner:
    """Plans the records of one file, some at a time; those planned before are known by a few bytes each."""

    def __init__(self, records: Records, code: str) -> None:
        self._records, self._code = records, code
        self._seen = Names()

    def plan(self, converted: Iterable[Converted]) -> Iterator[Planned]:
        """What is to become of each."""
        some = list(converted)
        held = self._records.origins_held(_origins(some))
        for row in some:
            if row.ready and row.origin not in held:
                yield self._new(row, row.ready)
                continue
            given = row.given
            if given is None:
                yield Planned(row.row, row.key, REFUSED, problems=row.problems)
                continue
            names = _names(given)
            planned = None if self._has(names) else self._against_store(row, given, held)
            if planned and planned.saving:
                mine = _names(planned.saving)
                planned = None if self._has(mine) else planned
                names |= mine
            if planned is None:
                twice = Problem(given.head_type.type_name, "origin", KEY_TWICE)
                yield Planned(row.row, row.key, REFUSED, problems=(twice,))
                continue
            for name in names:
                self._seen.number(name)
            yield planned

    def _new(self, row: Converted, ready: Ready) -> Planned:
        """What is to become of one that is ready to be written, and that the store has none of."""
        before = len(self._seen)
        if self._seen.number(_origin_name(row.origin)) < before:
            return Planned(row.row, row.key, REFUSED, problems=(Problem(Incident.type_name, "origin", KEY_TWICE),))
        return altered(_NEW, row=row.row, key=row.key, rows=row.rows, parts=row.parts, ready=ready)

    def _against_store(self, row: Converted, given: RecordSet, held: Container[str]) -> Planned:
        if given.head.origin not in held and not given.head.uid:
            return _to_save(row, CREATED, given)
        return _against_store(self._records, self._code, row, given)

    def _has(self, names: Iterable[str]) -> bool:
        return any(name in self._seen for name in names)


def _origins(some: Iterable[Converted]) -> Iterator[str]:
    for row in some:
        if row.ready:
            yield row.origin
        elif new := row.given:
            yield new.head.origin


def _names(given: RecordSet) -> set[str]:
    origin, uid = given.head.origin, given.head.uid
    return ({_origin_name(origin)} if origin else set()) | ({f"uid {uid}"} if uid else set())


def _origin_name(origin: str) -> str:
    """An origin among names; any text may be one, also what is the identity of another record."""
    return f"origin {origin}"


def reason_of(code: str) -> str:
    """What history says of a save by import; the marker by which an import knows its own saves again."""
    return f"{_MARK}{code}"


def imported_as(reason: str) -> str:
    """The code of the data set where a save was made by an import, else blank."""
    return reason.removeprefix(_MARK) if reason.startswith(_MARK) else ""


def typed_reason(reason: str) -> str:
    """A reason as a person may give it: without the marker, so that no edit is ever taken for an import's own."""
    return reason.strip().removeprefix(_MARK.strip()).strip() if reason.strip().startswith(_MARK.strip()) else reason


def _against_store(records: Records, code: str, row: Converted, new: RecordSet) -> Planned:
    present = _present(records, code, new)
    if present is None:
        return _to_save(row, CREATED, new)
    saves = records.history(present.head.uid)
    imported = [save for save in saves if save.reason == reason_of(code)]
    if not imported and code != OwnDossiers.code and saves[0].reason == reason_of(OwnDossiers.code):
        return replace(_to_save(row, CREATED, new), claimed=True)
    if _say_the_same(present, new):
        agreed = tuple(one.uid for one in records.kept_conflicts(present.head.uid) if one.is_open)
        return Planned(row.row, row.key, UNCHANGED, withdrawn=agreed, present=present.head.uid if imported else "")
    if not imported:
        return Planned(row.row, row.key, REFUSED, problems=(Problem(new.head_type.type_name, "", EDITED_HERE),))
    base = _base(records, present, imported, saves[-1])
    theirs = _in_place_of(base, new)
    merged, conflicts = three_way(base, theirs, present, guarded=records.guarded)
    kept = records.kept_conflicts(present.head.uid)
    conflicts = tuple(one for one in conflicts if not _is_answered(one, kept))
    asking = tuple(_asking(row, present, conflicts, kept))
    about: dict[str, Any] = {
        "conflicts": conflicts,
        "asking": asking,
        "withdrawn": tuple(_withdrawn(theirs, asking, kept)),
    }
    if _content(merged) == _content(present):
        return Planned(row.row, row.key, UNCHANGED, edited=True, present=present.head.uid, **about)
    saving = _to_save(row, UPDATED, merged)
    exact = _content(merged) == _content(theirs)
    return replace(saving, brought=None if exact else theirs.body(), **about)


def _base(records: Records, present: S, imported: Sequence[Revision], last: Revision) -> S:
    """What the file is held against: what it brought last and was not taken back.

    Where all of it was taken back, that is its first word as the undo left it, so that it comes in again. What staff
    have written in such a record since may say why it stays rejected: then its status is asked of a person.
    """
    uid = present.head.uid
    undone = {one.after for one in records.written_by_imports(uid) if one.undone}
    standing = [save for save in imported if save.number not in undone]
    base = type(present).parse(records.brought(uid, (standing or imported)[-1 if standing else 0].number))[0]
    if standing or present.head.status != NOT_COUNTED:
        return base
    return base.with_head(replace(base.head, status=NOT_COUNTED if last.action == TAKEN_BACK else ""))


def _is_answered(found: Conflict, kept: Sequence[KeptConflict]) -> bool:
    """Whether a person said already that ours stays where the file says this."""
    raw = _raw(found, found.theirs)
    return any(
        one.answer == OURS and (one.found.about_uid, one.found.field, one.found.theirs) == (found.uid, found.field, raw)
        for one in kept
    )


def _asking(
    row: Converted, present: RecordSet, conflicts: Iterable[Conflict], kept: Sequence[KeptConflict]
) -> Iterator[FoundConflict]:
    """What a person was not asked yet."""
    asked = {(one.found.about_uid, one.found.field, one.found.theirs) for one in kept if one.is_open}
    of = present.head_type.type_name, present.head.uid
    for one in conflicts:
        ours, theirs = _raw(one, one.ours), _raw(one, one.theirs)
        if (one.uid, one.field, theirs) not in asked:
            yield FoundConflict(*of, one.record, one.uid, one.field, ours, theirs, row.rows or (row.row,))


def _withdrawn(theirs: RecordSet, asking: Iterable[FoundConflict], kept: Sequence[KeptConflict]) -> Iterator[str]:
    """What was asked, and the file says no more; where it says another thing, that is asked instead."""
    instead = {(one.about_uid, one.field) for one in asking}
    for one in kept:
        about, field = one.found.about_uid, one.found.field
        if one.is_open and (about, field) not in instead and not is_said(theirs, about, field, one.found.theirs):
            yield one.uid


def _raw(found: Conflict, value: Any) -> str:
    """The value of a conflict as it is kept."""
    if not found.field:
        return raw_of(value, "")
    return canonical(RECORD_TYPES[found.record].field(found.field).kind.dump(value))


def _present(records: Records, code: str, new: S) -> S | None:
    """What the store has of a record: by its own code, or else by its identity, the same in every store.

    Of several that say to be of one code it is the one that files of this data set brought.
    """
    kind, head = type(new), new.head
    return records.of_origin(kind, head.origin, reason_of(code)) or records.of_uid(kind, head.uid)


def _to_save(row: Converted, outcome: str, given: RecordSet) -> Planned:
    if isinstance(given, CaseFile):
        return Planned(row.row, row.key, outcome, case=given, rows=row.rows)
    assert isinstance(given, Dossier)
    return Planned(row.row, row.key, outcome, given, rows=row.rows, parts=row.parts)


def _content(given: S) -> S:
    """What a dossier or case says, without the identities that this store gave it."""
    lists: dict[str, Any] = {
        name: tuple(child.with_uid("") for child in children) for name, children in given.children().items()
    }
    return replace(given.with_head(replace(given.head, uid="", reference="")), revision=0, **lists)


def _say_the_same(one: S, other: S) -> bool:
    """Whether two sets say the same, in whatever order their children stand."""
    here, there = _content(one), _content(other)
    if here == there:
        return True
    pairs = zip(here.children().values(), there.children().values(), strict=True)
    return here.head == there.head and all(Counter(mine) == Counter(its) for mine, its in pairs)


def _in_place_of(base: RecordSet, new: RecordSet) -> RecordSet:
    """The new content under the identities it already has."""
    before = base.children()
    lists: dict[str, Any] = {name: known_again(before[name], children) for name, children in new.children().items()}
    head = replace(new.head, uid=base.head.uid, reference=base.head.reference)
    return replace(new.with_head(head), revision=base.revision, **lists)
