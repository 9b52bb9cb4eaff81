"""What lists of places say together: the built-in places, then each list that was taken in, the later above the other.

A code is never forgotten: one that a later version of its list leaves out stays as a former place, so that records
that name it can still be read.
"""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field, replace

from snhr_desktop.domain.places.gazetteer import BUILT_IN, with_built_in
from snhr_desktop.domain.places.place import Level, Place


@dataclass(frozen=True)
class PlaceList:
    """One version of a list. `name` is the same for every version of it.

    `spellings` are further names by code, for search alone. `successors` say which code came after one that is no more,
    of whatever list that was; of a code that is among the places they say nothing.
    One that was `taken_out` says nothing any more, but that the codes it alone knew are former ones.
    """

    name: str
    places: tuple[Place, ...] = ()
    spellings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    successors: Mapping[str, str] = field(default_factory=dict)
    taken_out: bool = False


@dataclass(frozen=True)
class Joined:
    """All places by code. `former` are those that are no more, with the present code that came after, or blank."""

    places: Mapping[str, Place]
    former: Mapping[str, str]


def joined(lists: Iterable[PlaceList]) -> Joined:
    """What the lists say, in the order they were taken in.

    A version that lists no place of a level says nothing of that level: its places stay. What came after a code is
    known from every version that stands, until a later one lists the code again.
    """
    places = {place.pcode: place for place in BUILT_IN}
    latest: dict[str, PlaceList] = {}
    listed: dict[tuple[str, Level], set[str]] = {}
    gone: set[str] = set()
    after: dict[str, str] = {}
    given = tuple(lists)
    for one in (one for one in given if not one.taken_out):
        now = {place.pcode for place in one.places}
        for level in {place.level for place in one.places}:
            before = listed.get((one.name, level), set())
            listed[one.name, level] = {place.pcode for place in one.places if place.level is level}
            gone |= before
        gone -= now
        after = {code: next_ for code, next_ in {**after, **one.successors}.items() if code not in now}
        places |= {place.pcode: place for place in with_built_in(one.places) if place.pcode in now}
        latest[one.name] = one
    left = {place.pcode: place for one in given if one.taken_out for place in one.places if place.pcode not in places}
    places |= left
    after = {code: next_ for code, next_ in after.items() if _is_alike(places.get(code), places.get(next_))}
    former = {*gone, *left, *after}
    for one in latest.values():
        for code, spellings in one.spellings.items():
            if known := places.get(code):
                places[code] = replace(known, aliases=tuple(dict.fromkeys((*known.aliases, *spellings))))
    return Joined(places, {code: _last(code, former, after) for code in former})


def _is_alike(before: Place | None, after: Place | None) -> bool:
    """Whether one place may have come after another: what lies in a place never stands for it."""
    return before is not None and after is not None and before.level is after.level


def _last(code: str, former: Container[str], after: Mapping[str, str]) -> str:
    """The present code at the end of what came after a former one, and after that; blank where there is none."""
    seen: set[str] = set()
    while code in former:
        if code in seen or code not in after:
            return ""
        seen.add(code)
        code = after[code]
    return code
