"""The records of columns that count persons: those that count some of them stand beside those that count all."""

from collections.abc import Iterator, Mapping, Sequence

from snhr_desktop.exchange.guessing.counted import classes
from snhr_desktop.exchange.guessing.lexicon import INJURED, KILLED
from snhr_desktop.exchange.guessing.looks import Column
from snhr_desktop.exchange.mapping import FieldRule, RecordRule

Targets = Mapping[str, Sequence[Column]]
Who = frozenset[tuple[str, str]]
"""Fields of a victim with their values; none of them: everybody."""
_CIVILIAN: Who = frozenset({("civil_status", "civilian")})
_ARMED: Who = frozenset({("civil_status", "armed")})


def toll_records(targets: Targets, *, parted: bool) -> tuple[RecordRule, ...]:
    """A record for each number of persons. Where a column counts some of those of another, the other is counted without
    them, so that nobody is counted twice; if not `parted`, it is left out."""
    return (*_of(KILLED, "killed", targets, parted), *_of(INJURED, "injured", targets, parted))


def _of(target: str, outcome: str, targets: Targets, parted: bool) -> Iterator[RecordRule]:
    columns = [column.name for column in targets.get(target, ())]
    if target == KILLED and all(map(classes, columns)):
        columns += [column.name for column in targets.get("toll.minimum", ())]
    said = _told_apart(columns)
    for who, name in said.items():
        if not parted and any(whole < who for whole in said):
            continue
        less = [said[part] for part in said if who < part and not any(who < other < part for other in said)]
        fields = {"number": FieldRule(each=True), "outcome": FieldRule(value=outcome)}
        told = {"civil_status": "civilian" if _CIVILIAN in said and who >= _CIVILIAN else "unknown"} | classes(name)
        fields |= {field: FieldRule(value=value) for field, value in told.items()}
        yield RecordRule(fields, each=(name,), less=tuple(less) if parted else ())


def _told_apart(columns: Sequence[str]) -> dict[Who, str]:
    """Who each column counts. Children, women and men are among the civilians where these are counted, and never among
    the armed; of columns that count some of the same persons, neither being among the other, the first stays."""
    found = {column: frozenset(classes(column).items()) for column in columns}
    if _CIVILIAN in found.values() or _ARMED in found.values():
        found = {
            column: who | _CIVILIAN if who and "civil_status" not in dict(who) else who for column, who in found.items()
        }
    said: dict[Who, str] = {}
    for column in sorted(columns, key=lambda one: "age_group" not in dict(found[one])):
        if found[column] not in said and not any(_overlap(found[column], other) for other in said):
            said[found[column]] = column
    return {found[column]: column for column in columns if column in said.values()}


def _overlap(one: Who, other: Who) -> bool:
    """Whether some may be counted by both, and neither counts all of the other."""
    apart = any(value != dict(other).get(field, value) for field, value in one)
    return not apart and not one <= other and not other <= one
