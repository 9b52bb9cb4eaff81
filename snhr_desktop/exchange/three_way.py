"""Two changes of one record brought together, field by field: what only one of them changed is taken from it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from snhr_desktop.domain.records import Record, RecordSet

S = TypeVar("S", bound=RecordSet)


@dataclass(frozen=True)
class Conflict:
    """A field that both have changed, and what each says; a blank `field` is a whole record that one took away."""

    record: str
    field: str
    ours: Any
    theirs: Any
    uid: str = ""


def three_way(base: S, theirs: S, ours: S) -> tuple[S, tuple[Conflict, ...]]:
    """`ours` with what `theirs` changed of `base`. Where both changed a field ours stays, and both are told.

    Children are known again by their uids; those of `theirs` without one are new.
    """
    found: list[Conflict] = []
    lists: dict[str, Any] = {}
    for name, children in ours.children().items():
        lists[name] = tuple(_children(base.children()[name], theirs.children()[name], children, found))
    head = _record(base.head, theirs.head, ours.head, found)
    return replace(ours.with_head(head), **lists), tuple(found)


def _children(
    base: Sequence[Record], theirs: Sequence[Record], ours: Sequence[Record], found: list[Conflict]
) -> Iterator[Record]:
    was, wanted = _by_uid(base), _by_uid(theirs)
    held = _by_uid(ours)
    for uid, one in held.items():
        if uid not in was:
            yield one
        elif uid in wanted:
            yield _record(was[uid], wanted[uid], one, found)
        elif one != was[uid]:
            found.append(Conflict(one.type_name, "", one, None, uid))
            yield one
    for one in theirs:
        if one.uid not in was and one.uid not in held:
            yield one
        elif one.uid not in held and one != was[one.uid]:
            found.append(Conflict(one.type_name, "", None, one, one.uid))


def _record(base: Record, theirs: Record, ours: Record, found: list[Conflict]) -> Record:
    taken: dict[str, Any] = {}
    for field in ours.fields():
        was, wanted, held = (getattr(one, field.name) for one in (base, theirs, ours))
        if wanted in (was, held):
            continue
        if held == was:
            taken[field.name] = wanted
        else:
            found.append(Conflict(ours.type_name, field.name, held, wanted, ours.uid))
    return replace(ours, **taken)


def _by_uid(records: Sequence[Record]) -> Mapping[str, Record]:
    return {one.uid: one for one in records if one.uid}
