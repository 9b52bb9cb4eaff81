"""Two changes of one record brought together, field by field: what only one of them changed is taken from it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from snhr_desktop.domain.records import Record, RecordSet
from snhr_desktop.store.changes_told import Whose

S = TypeVar("S", bound=RecordSet)


@dataclass(frozen=True)
class Conflict:
    """A field that both have changed, and what each says; a blank `field` is a whole record that one took away.

    `whose` is the record of a list here, or else of the file, that it is of.
    """

    record: str
    field: str
    ours: Any
    theirs: Any
    uid: str = ""
    whose: Whose | None = None


def three_way(base: S, theirs: S, ours: S, *, guarded: bool = False) -> tuple[S, tuple[Conflict, ...]]:
    """`ours` with what `theirs` changed of `base`. Where both changed a field ours stays, and both are told.

    Children are known again by their uids; those of `theirs` without one are new. Where ours is `guarded` nothing
    sensitive of it is changed or goes: it is told as if both had changed it.
    """
    joining = _Joining(guarded)
    lists: dict[str, Any] = {}
    for name, children in ours.children().items():
        lists[name] = tuple(joining.children(base.children()[name], theirs.children()[name], children))
    head = joining.record(base.head, theirs.head, ours.head)
    return replace(ours.with_head(head), **lists), tuple(joining.found)


@dataclass(frozen=True)
class _Joining:
    """Records joined one after the other, and the conflicts found by then."""

    guarded: bool
    found: list[Conflict] = field(default_factory=list)

    def children(self, base: Sequence[Record], theirs: Sequence[Record], ours: Sequence[Record]) -> Iterator[Record]:
        was, wanted, held = _by_uid(base), _by_uid(theirs), _by_uid(ours)
        for number, (uid, one) in enumerate(held.items(), 1):
            if uid in wanted:
                yield self.record(was.get(uid), wanted[uid], one, number)
            elif uid not in was:
                yield one
            elif one != was[uid] or (self.guarded and one != one.without_sensitive()):
                self.found.append(Conflict(one.type_name, "", one, None, uid, _whose(one, number)))
                yield one
        for number, one in enumerate(theirs, 1):
            if one.uid not in was and one.uid not in held:
                yield one
            elif one.uid not in held and one != was[one.uid]:
                self.found.append(Conflict(one.type_name, "", None, one, one.uid, _whose(one, number)))

    def record(self, base: Record | None, theirs: Record, ours: Record, number: int = 0) -> Record:
        """`base` is None of one that both brought anew: before, no field said anything, its default neither."""
        taken: dict[str, Any] = {}
        for declared in ours.fields():
            wanted, held = getattr(theirs, declared.name), getattr(ours, declared.name)
            was = getattr(base, declared.name) if base else declared.kind.parse("")
            if wanted in (was, held):
                continue
            if held == was and not (self.guarded and declared.sensitive):
                taken[declared.name] = wanted
            else:
                whose = _whose(ours, number) if number else None
                self.found.append(Conflict(ours.type_name, declared.name, held, wanted, ours.uid, whose))
        return replace(ours, **taken)


def _whose(one: Record, number: int) -> Whose:
    return Whose(one.without_sensitive(), number)


def _by_uid(records: Sequence[Record]) -> Mapping[str, Record]:
    return {one.uid: one for one in records if one.uid}
