"""What lists of places say together: the built-in places, then each list that was taken in, the later above the other.

A code is never forgotten: one that a later version of its list leaves out stays as a former place, so that records
that name it can still be read.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from snhr_desktop.domain.places.gazetteer import BUILT_IN, with_built_in
from snhr_desktop.domain.places.place import Level, Place


@dataclass(frozen=True)
class PlaceList:
    """One version of a list. `name` is the same for every version of it.

    `spellings` are further names by code, for search alone. `successors` say which code came after one that is gone.
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

    A version that lists no place of a level says nothing of that level: its places stay.
    """
    places = {place.pcode: place for place in BUILT_IN}
    latest: dict[str, PlaceList] = {}
    listed: dict[tuple[str, Level], set[str]] = {}
    former: dict[str, str] = {}
    given = tuple(lists)
    for one in (one for one in given if not one.taken_out):
        now = {place.pcode for place in one.places}
        gone: set[str] = set()
        for level in {place.level for place in one.places}:
            before = listed.get((one.name, level), set())
            listed[one.name, level] = {place.pcode for place in one.places if place.level is level}
            gone |= before - now
        former |= {code: one.successors.get(code, "") for code in gone}
        places |= {place.pcode: place for place in with_built_in(one.places) if place.pcode in now}
        former = {code: after for code, after in former.items() if code not in now}
        latest[one.name] = one
    left = {place.pcode: place for one in given if one.taken_out for place in one.places if place.pcode not in places}
    former |= dict.fromkeys(left, "")
    places |= left
    for one in latest.values():
        for code, spellings in one.spellings.items():
            if known := places.get(code):
                places[code] = replace(known, aliases=tuple(dict.fromkeys((*known.aliases, *spellings))))
    return Joined(places, {code: _last(code, former) for code in former})


def _last(code: str, former: Mapping[str, str]) -> str:
    """The present code at the end of what came after a former one, and after that; blank where there is none."""
    seen: set[str] = set()
    while code in former and code not in seen:
        seen.add(code)
        code = former[code]
    return "" if code in former else code
