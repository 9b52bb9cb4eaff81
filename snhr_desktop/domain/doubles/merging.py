"""Two incidents made one: what is kept of each, field by field, and which of their records are the same.

Nothing of either is left out: a record of the other incident is either matched with one of the first or kept beside
it. What a person chooses is a `MergePlan`; `proposal` is the one to begin with.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import product
from typing import Any, TypeVar, cast

from snhr_desktop.domain.doubles.keeping import BOTH, ONE, OTHER, side_kept
from snhr_desktop.domain.doubles.persons import person_traits, same_person
from snhr_desktop.domain.fields import Field
from snhr_desktop.domain.kinds import Choices, Text
from snhr_desktop.domain.names import fold
from snhr_desktop.domain.places import Gazetteer
from snhr_desktop.domain.records import CHILDREN, Dossier, Record, Victim

OF_THE_FIRST = frozenset({"reference", "origin"})
"""Fields of the incident that are its own: the other keeps its own too."""
NOT_JOINED = frozenset({"waivers"})
"""Lists that stay those of the first."""

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Pair:
    """The row of a record of the first incident and of one of the other that are the same, and what is kept of each."""

    one: int
    other: int
    fields: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class MergePlan:
    """`fields` of the incident, and the `pairs` of each list by its name.

    A field is kept of `one`, of `other`, or of `both` where it holds paragraphs or several terms; one that is not
    named is kept as `keeping.side_kept` says.
    """

    fields: Mapping[str, str] = field(default_factory=dict)
    pairs: Mapping[str, tuple[Pair, ...]] = field(default_factory=dict)


def merged(one: Dossier, other: Dossier, plan: MergePlan) -> Dossier:
    """The first incident, under its identity, with what the plan keeps of the other.

    What was let stand of the other is asked again: its reason may not hold for what the two now say together.
    """
    lists: dict[str, Any] = {
        name: _joined(children, other.children()[name], plan.pairs.get(name, ()))
        for name, children in one.children().items()
        if name not in NOT_JOINED
    }
    own = dict.fromkeys(OF_THE_FIRST, ONE)
    return replace(one, incident=_chosen(one.incident, other.incident, {**plan.fields, **own}), **lists)


def proposal(one: Dossier, other: Dossier, places: Gazetteer) -> MergePlan:
    """The records that are likely the same, each matched once; every field as `keeping.side_kept` says."""
    return MergePlan(
        pairs={name: tuple(_matched(name, one, other, places)) for name in CHILDREN if name not in NOT_JOINED}
    )


def differing(one: Record, other: Record) -> tuple[Field, ...]:
    """The fields that two records hold differently."""
    return tuple(f for f in one.fields() if getattr(one, f.name) != getattr(other, f.name))


def ways(declared: Field) -> tuple[str, ...]:
    """Of which sides a field can be kept."""
    kind = declared.kind
    joins = isinstance(kind, Choices) or (isinstance(kind, Text) and kind.lines)
    return (ONE, OTHER, BOTH) if joins else (ONE, OTHER)


def _joined(ours: tuple[Record, ...], theirs: tuple[Record, ...], pairs: tuple[Pair, ...]) -> tuple[Record, ...]:
    """The first's records, matched ones with what is kept of the other's, then the other's under no identity yet."""
    partners = {pair.one: pair for pair in pairs}
    found = [
        _chosen(record, theirs[partners[row].other], partners[row].fields) if row in partners else record
        for row, record in enumerate(ours)
    ]
    taken = {pair.other for pair in pairs}
    return (*found, *(record.with_uid("") for row, record in enumerate(theirs) if row not in taken))


def _chosen(one: R, other: Record, sides: Mapping[str, str]) -> R:
    kept = {f.name: _kept(f, one, other, sides.get(f.name) or side_kept(f, one, other)) for f in one.fields()}
    return replace(one, **cast(Any, kept))


def _kept(declared: Field, one: Record, other: Record, side: str) -> Any:
    ours, theirs = getattr(one, declared.name), getattr(other, declared.name)
    if side == BOTH and BOTH in ways(declared) and ours != theirs:
        if isinstance(ours, tuple):
            return tuple(dict.fromkeys((*ours, *theirs)))
        return "\n\n".join(text for text in (ours, theirs) if text)
    return theirs if side == OTHER else ours


def _matched(name: str, one: Dossier, other: Dossier, places: Gazetteer) -> Iterator[Pair]:
    """The likeliest pairs first; a record is in one pair at most."""
    ours, theirs = one.children()[name], other.children()[name]
    scores: list[tuple[float, int, int]] = []
    for (row, record), (there, also) in product(enumerate(ours), enumerate(theirs)):
        score = _likeness(name, record, also, one, other, places)
        if score:
            scores.append((-score, row, there))
    used: set[tuple[str, int]] = set()
    for _, row, there in sorted(scores):
        if used.isdisjoint({(ONE, row), (OTHER, there)}):
            used |= {(ONE, row), (OTHER, there)}
            yield Pair(row, there)


def _likeness(name: str, one: Record, other: Record, here: Dossier, there: Dossier, places: Gazetteer) -> float:
    if isinstance(one, Victim) and isinstance(other, Victim):
        person, also = person_traits(one, here.incident), person_traits(other, there.incident)
        if person and also:
            found = same_person(person, also, places)
            return found.score if found else 0
        return float(_described_alike(one, other) and not (person or also))
    return float(_ALIKE[name](one, other))


def _described_alike(one: Victim, other: Victim) -> bool:
    """Nameless persons, or groups of one number, of the same class and outcome."""
    named = (one.name_ar, one.name_en, other.name_ar, other.name_en)
    same = ("number", "sex", "age", "age_group", "civil_status", "outcome")
    return not any(named) and all(getattr(one, name) == getattr(other, name) for name in same)


def _same_facility(one: Any, other: Any) -> bool:
    arabic, english = fold(one.name_ar) == fold(other.name_ar), fold(one.name_en) == fold(other.name_en)
    unnamed = not (one.name_ar or one.name_en) or not (other.name_ar or other.name_en)
    return one.type == other.type and (unnamed or (arabic and bool(one.name_ar)) or (english and bool(one.name_en)))


def _same_source(one: Any, other: Any) -> bool:
    named = bool(fold(one.pseudonym)) and fold(one.pseudonym) == fold(other.pseudonym)
    return one.kind == other.kind and (named or (bool(one.link) and one.link == other.link))


_ALIKE: Mapping[str, Callable[[Any, Any], bool]] = {
    "attributions": lambda one, other: one.party == other.party,
    "facilities": _same_facility,
    "weapons": lambda one, other: one.weapon == other.weapon,
    "sources": _same_source,
}
"""When records of a list are taken for the same, by the name of the list."""
