"""What a person is to be asked of a record that a corrected file says otherwise, by what was asked before."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Self

from snhr_desktop.domain.records import RECORD_TYPES, RecordSet
from snhr_desktop.exchange.three_way import Conflict
from snhr_desktop.store.conflicts import OURS, FoundConflict, KeptConflict, raw_of
from snhr_desktop.store.history import canonical


@dataclass(frozen=True)
class Questions:
    """The `conflicts` that no person answered with ours: of these `asking` are those that nobody was asked about yet.

    `withdrawn` are identities of those that were asked about, and that the file says no more.
    """

    conflicts: tuple[Conflict, ...] = ()
    asking: tuple[FoundConflict, ...] = ()
    withdrawn: tuple[str, ...] = ()

    @classmethod
    def none(cls, kept: Iterable[KeptConflict]) -> Self:
        """Those of a record that says by now what the file says."""
        return cls(withdrawn=tuple(one.uid for one in kept if one.is_open))

    @classmethod
    def of(
        cls,
        found: Iterable[Conflict],
        theirs: RecordSet,
        present: RecordSet,
        kept: Sequence[KeptConflict],
        rows: tuple[int, ...],
    ) -> Self:
        """Those of conflicts that were `found` between `theirs`, what some rows of the file say, and `present`."""
        answered = {_said(one.found) for one in kept if one.answer == OURS}
        asked = {_said(one.found) for one in kept if one.is_open}
        stated = [(one, _stated(one, present, rows)) for one in found]
        left = [(one, said) for one, said in stated if _said(said) not in answered]
        asking = tuple(said for _, said in left if _said(said) not in asked)
        return cls(tuple(one for one, _ in left), asking, tuple(_withdrawn(theirs, asking, kept)))


def _said(found: FoundConflict) -> tuple[str, str, str]:
    """What the file says of what: it is asked once."""
    return found.about_uid, found.field, found.theirs


def _stated(one: Conflict, present: RecordSet, rows: tuple[int, ...]) -> FoundConflict:
    of = present.head_type.type_name, present.head.uid
    return FoundConflict(*of, one.record, one.uid, one.field, _raw(one, one.ours), _raw(one, one.theirs), rows)


def _withdrawn(theirs: RecordSet, asking: Iterable[FoundConflict], kept: Iterable[KeptConflict]) -> Iterator[str]:
    """What was asked, and the file says no more; where it says another thing, that is asked instead."""
    instead = {(one.about_uid, one.field) for one in asking}
    there = {one.uid: one for one in theirs.records()}
    for one in kept:
        about, field, said = _said(one.found)
        if one.is_open and (about, field) not in instead and raw_of(there.get(about), field) != said:
            yield one.uid


def _raw(one: Conflict, value: Any) -> str:
    """The value of a conflict as it is kept."""
    if not one.field:
        return raw_of(value, "")
    return canonical(RECORD_TYPES[one.record].field(one.field).kind.dump(value))
