"""The records of columns that count persons: those that count some of them stand beside those that count all."""

from collections.abc import Iterator, Mapping, Sequence

from snhr_desktop.exchange.guessing.counted import whom
from snhr_desktop.exchange.guessing.lexicon import INJURED, KILLED
from snhr_desktop.exchange.guessing.looks import Column
from snhr_desktop.exchange.mapping import FieldRule, RecordRule

Targets = Mapping[str, Sequence[Column]]
Who = frozenset[frozenset[tuple[str, str]]]
"""Kinds of people, each by the fields of a victim with their values; a kind without any is everybody."""
_CIVILIAN: Who = frozenset({frozenset({("civil_status", "civilian")})})
_ARMED: Who = frozenset({frozenset({("civil_status", "armed")})})


def toll_records(targets: Targets, *, source: str = "") -> tuple[RecordRule, ...]:
    """A record for each number of persons, in the row itself or in the entries of a repeat. Where a column counts some
    of those of another, the other is counted without them, so that nobody is counted twice."""
    return (*_of(KILLED, "killed", targets, source), *_of(INJURED, "injured", targets, source))


def _of(target: str, outcome: str, targets: Targets, source: str) -> Iterator[RecordRule]:
    columns = [column.name for column in targets.get(target, ())]
    if target == KILLED and all(all(whom(column)) for column in columns):
        columns += [column.name for column in targets.get("toll.minimum", ())]
    said = _told_apart(columns)
    for who, name in said.items():
        parts = [part for part in said if _among(part, who)]
        less = [said[part] for part in parts if not any(_among(part, other) for other in parts)]
        fields = {"number": FieldRule(each=True), "outcome": FieldRule(value=outcome)}
        civilian = _CIVILIAN in said and _within(who, _CIVILIAN)
        told = {"civil_status": "civilian" if civilian else "unknown"} | dict(frozenset.intersection(*_who(name)))
        fields |= {field: FieldRule(value=value) for field, value in sorted(told.items())}
        yield RecordRule(fields, each=(name,), source=source, less=tuple(less))


def _told_apart(columns: Sequence[str]) -> dict[Who, str]:
    """Who each column counts. Children, women and men are among the civilians where these are counted, and never among
    the armed; of columns that count some of the same persons, neither being among the other, the first stays."""
    found = {column: _who(column) for column in columns}
    if _CIVILIAN in found.values() or _ARMED in found.values():
        found = {column: frozenset(map(_civilian, who)) for column, who in found.items()}
    said: dict[Who, str] = {}
    for column in sorted(columns, key=lambda one: not any("age_group" in dict(kind) for kind in found[one])):
        if found[column] not in said and not any(_overlap(found[column], other) for other in said):
            said[found[column]] = column
    return {found[column]: column for column in columns if column in said.values()}


def _who(header: str) -> Who:
    return frozenset(frozenset(kind.items()) for kind in whom(header))


def _civilian(kind: frozenset[tuple[str, str]]) -> frozenset[tuple[str, str]]:
    return kind | {("civil_status", "civilian")} if kind and "civil_status" not in dict(kind) else kind


def _within(part: Who, whole: Who) -> bool:
    """Whether all of some kinds are among others."""
    return all(any(wide <= kind for wide in whole) for kind in part)


def _among(part: Who, whole: Who) -> bool:
    return part != whole and _within(part, whole)


def _overlap(one: Who, other: Who) -> bool:
    """Whether some may be counted by both, and neither counts all of the other."""
    apart = all(any(value != dict(there).get(field, value) for field, value in kind) for kind in one for there in other)
    return not apart and not _within(one, other) and not _within(other, one)
