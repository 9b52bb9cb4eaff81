"""Look places up: by p-code, by any spelling while it is typed, by where they lie, by what they belong to."""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache

from snhr_desktop.domain.names import fold, is_article
from snhr_desktop.domain.places.governorates import GOVERNORATES
from snhr_desktop.domain.places.idlib_communities import IDLIB_COMMUNITIES
from snhr_desktop.domain.places.idlib_units import IDLIB_UNITS
from snhr_desktop.domain.places.place import Level, Place
from snhr_desktop.domain.places.shapes import Grounds
from snhr_desktop.domain.places.spellings import Spellings, owners_of
from snhr_desktop.domain.places.syria_communities import SYRIA_COMMUNITIES
from snhr_desktop.domain.places.syria_units import SYRIA_UNITS

__all__ = ["BUILT_IN", "Gazetteer", "built_in", "distance_km", "in_full", "misplaced", "with_built_in"]

BUILT_IN: tuple[Place, ...] = GOVERNORATES + IDLIB_UNITS + IDLIB_COMMUNITIES + SYRIA_UNITS + SYRIA_COMMUNITIES

_WIDTH = {level: width for width, level in enumerate(reversed(Level))}
_EARTH_RADIUS_KM = 6371.0088  # mean radius of the reference ellipsoid
_IN_FULL = {
    ("en", Level.DISTRICT): "{} district",
    ("en", Level.SUBDISTRICT): "{} sub-district",
    ("ar", Level.DISTRICT): "منطقة {}",
    ("ar", Level.SUBDISTRICT): "ناحية {}",
}
"""The kind of unit is part of its name: a district, its sub-district and its town are often called alike."""


class Gazetteer:
    """A set of places with its indexes. Safe to share between threads; `become` alone changes it, all at once."""

    def __init__(
        self, places: Iterable[Place], former: Mapping[str, str] | None = None, grounds: Grounds | None = None
    ) -> None:
        """Index `places`. Raises ValueError where a p-code comes twice or a parent is not wider than its child.

        `former` are codes that are no more, with the code that came after or blank: they resolve, and are not offered.
        `grounds` are the boundaries that are known.
        """
        self._former = dict(former or {})
        self.grounds = grounds or Grounds()
        listed = [(place, _keys(place)) for place in places]
        # Narrow before wide: who types a town's name means the town, not the district named after it.
        listed.sort(key=lambda one: (_WIDTH[one[0].level], one[1][0], one[0].pcode))
        self._places = [place for place, _ in listed]
        self._by_code = {place.pcode: place for place in self._places}
        self._units: dict[str, Mapping[Level, str]] = {}
        self._check()
        self._children: dict[str, list[Place]] = defaultdict(list)
        for place in self._places:
            parent = self._present(place.parent)
            self._children[parent.pcode if parent else place.parent].append(place)
        self._spellings = Spellings({number: keys for number, (_, keys) in enumerate(listed)})

    def __len__(self) -> int:
        return len(self._places)

    def __contains__(self, pcode: object) -> bool:
        return pcode in self._by_code

    def become(self, other: "Gazetteer") -> None:
        """Take the places of another: whoever holds this one has them from now on."""
        self.__dict__ = other.__dict__.copy()

    def get(self, pcode: str) -> Place | None:
        """Return the place of this p-code, or None where it is not known."""
        return self._by_code.get(pcode)

    def is_former(self, pcode: str) -> bool:
        """Whether a code is of an earlier version of its list, and no more of the present one."""
        return pcode in self._former

    def successor(self, pcode: str) -> Place | None:
        """The present place that a former code leads to, where its list says so."""
        seen: set[str] = set()
        while pcode in self._former and pcode not in seen:
            seen.add(pcode)
            pcode = self._former[pcode]
        return self._by_code.get(pcode) if seen and pcode not in self._former else None

    def present(self, pcode: str) -> str:
        """The code that stands for a place now: its own, or that of what came after it."""
        place = self._present(pcode)
        return place.pcode if place else pcode

    def at_level(self, level: Level) -> tuple[Place, ...]:
        """Return all present places of one level in the order of their English names."""
        return tuple(place for place in self._places if place.level is level and place.pcode not in self._former)

    def children(self, pcode: str) -> tuple[Place, ...]:
        """Return the places directly under `pcode` by English name; of the empty code, the governorates.

        Places that are no more are among them, as records may name them. A former `pcode` has those of the place that
        came after it, and that place has its.
        """
        present = self._present(pcode)
        return tuple(self._children.get(present.pcode if present else pcode, ()))

    def ancestors(self, pcode: str) -> tuple[Place, ...]:
        """Return the wider places that hold `pcode`, nearest first; none for an unknown code."""
        found: list[Place] = []
        place = self._present(pcode)
        while place and (place := self._present(place.parent)):
            found.append(place)
        return tuple(found)

    def ancestor_at(self, pcode: str, level: Level) -> Place | None:
        """Return the place of `level` that holds `pcode` (or is it), or None where none is known."""
        place = self._present(pcode)
        while place and place.level is not level:
            place = self._present(place.parent)
        return place

    def units(self, pcode: str) -> Mapping[Level, str]:
        """Return the p-codes of the governorate, district and sub-district that hold `pcode` (or are it).

        Each is a present one, where what came after it is known: a place is counted once, under the code it has now.
        """
        if pcode not in self._by_code:
            return {}
        if pcode not in self._units:
            holders = (*self.ancestors(pcode), self._by_code[self.present(pcode)])
            self._units[pcode] = {holder.level: holder.pcode for holder in holders}
        return self._units[pcode]

    def within(self, pcode: str, ancestor: str) -> bool:
        """Tell whether `pcode` is `ancestor` or lies in it, by the stated parents and not by geometry."""
        place, whole = self._present(pcode), self._present(ancestor)
        while place and whole and place.pcode != whole.pcode:
            place = self._present(place.parent)
        return place is not None and whole is not None

    def label(self, place: Place, lang: str) -> str:
        """Return the name of `place` in Arabic for `ar`, else in English."""
        return place.name_ar if lang == "ar" else place.name_en

    def path(self, place: Place, lang: str) -> tuple[str, ...]:
        """Return the names that tell `place` from its namesakes: itself, its sub-district, its governorate.

        The caller joins them in its language: ("Saraqib", "Saraqib sub-district", "Idlib"). A district, which
        lies between, is only named for a district itself.
        """
        above = (self.ancestor_at(place.pcode, level) for level in (Level.SUBDISTRICT, Level.GOVERNORATE))
        steps = dict.fromkeys((place, *(step for step in above if step)))
        return tuple(in_full(step, lang) for step in steps)

    def search(
        self,
        text: str,
        limit: int = 30,
        *,
        levels: Iterable[Level] | None = None,
        within: str = "",
        strict: bool = False,
    ) -> list[Place]:
        """Return the places that `text`, as far as it is typed, may mean; the likeliest first.

        Exact spelling, then beginning, word start, inside, and close spellings where little else was found;
        shorter names and narrower places first. `levels` and `within` (a p-code) narrow the choice; `strict` finds no
        parts of words and nothing that only looks alike.
        """
        kinds = frozenset(Level if levels is None else levels)

        def wanted(number: int) -> bool:
            place = self._places[number]
            if place.level not in kinds or place.pcode in self._former:
                return False
            return not within or self.within(place.pcode, within)

        return [self._places[number] for number in self._spellings.found(_typed(text), wanted, limit, strict=strict)]

    def named(self, text: str, *, levels: Iterable[Level] | None = None, within: str = "") -> list[Place]:
        """Return every place spelled exactly so (folded), for matching imported rows; more than one is doubt."""
        kinds = frozenset(Level if levels is None else levels)
        numbers = sorted(set(owners_of(self._spellings.exact(fold(text)))))
        found = (self._places[number] for number in numbers if self._places[number].pcode not in self._former)
        return [p for p in found if p.level in kinds and (not within or self.within(p.pcode, within))]

    def nearest(self, lat: float, lon: float, level: Level = Level.COMMUNITY) -> Place | None:
        """Return the present place of `level` whose point is nearest to the degrees given; None if there is none."""
        squeeze = math.cos(math.radians(lat))

        def apart(place: Place) -> float:
            return (place.lat - lat) ** 2 + ((place.lon - lon) * squeeze) ** 2

        present = (place for place in self._places if place.level is level and place.pcode not in self._former)
        return min(present, key=apart, default=None)

    def place_at(self, lat: float, lon: float) -> Place | None:
        """Return the narrowest place whose boundary holds the degrees; None where no boundary does or is known."""
        return self._present(self.grounds.code_at(lat, lon))

    def around(self, lat: float, lon: float, km: float) -> tuple[Place, ...]:
        """Return the communities whose points lie within a distance, in the order of their English names.

        Those that are no more are among them, as records may name them; each lies where what came after it lies.
        """
        band = math.degrees(km / _EARTH_RADIUS_KM)
        across = band / max(math.cos(math.radians(lat)), 0.01)

        def near(place: Place) -> bool:
            if abs(place.lat - lat) > band or abs(place.lon - lon) > across:
                return False
            return distance_km(lat, lon, place.lat, place.lon) <= km

        towns = (place for place in self._places if place.level is Level.COMMUNITY)
        return tuple(place for place in towns if near(self._present(place.pcode) or place))

    def _present(self, pcode: str) -> Place | None:
        """The place of a code; where that is no more, what came after it, if the list says so."""
        place = self._by_code.get(pcode)
        return (self.successor(pcode) or place) if pcode in self._former else place

    def _check(self) -> None:
        if len(self._by_code) != len(self._places):
            raise ValueError("a p-code is given to two places")
        for place, parent in misplaced(self._by_code):
            raise ValueError(f"{place.pcode} lies in {parent.pcode}, which is not wider")


def misplaced(places: Mapping[str, Place]) -> Iterator[tuple[Place, Place]]:
    """Places by code that lie in one that is not wider than they are, each with that one."""
    for place in places.values():
        parent = places.get(place.parent)
        if parent and _WIDTH[parent.level] <= _WIDTH[place.level]:
            yield place, parent


def in_full(place: Place, lang: str) -> str:
    """Return the name of `place` with the kind of unit it is, where a town may be called alike: Harim district."""
    return _IN_FULL.get((lang, place.level), "{}").format(place.name_ar if lang == "ar" else place.name_en)


def distance_km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Return the great-circle distance in kilometres between two points in degrees (haversine)."""
    north, east = math.radians(other_lat - lat), math.radians(other_lon - lon)
    cosines = math.cos(math.radians(lat)) * math.cos(math.radians(other_lat))
    square = math.sin(north / 2) ** 2 + cosines * math.sin(east / 2) ** 2
    return 2 * _EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(square)))


@cache
def built_in() -> Gazetteer:
    """Return the gazetteer of the places that come with the program."""
    return Gazetteer(BUILT_IN)


def with_built_in(official: Iterable[Place]) -> tuple[Place, ...]:
    """Join an imported official list with the built-in places, by p-code.

    The list decides where a place lies and what it belongs to; our spelling stays the name shown, and the
    list's spelling becomes one more that finds it. Places known only to one side are kept.
    """
    ours = {place.pcode: place for place in BUILT_IN}
    joined = [_joined(place, ours.pop(place.pcode, None)) for place in official]
    return (*joined, *ours.values())


def _joined(listed: Place, own: Place | None) -> Place:
    if own is None:
        return listed
    spellings = dict.fromkeys((*own.aliases, listed.name_en, listed.name_ar, *listed.aliases))
    others = tuple(spelling for spelling in spellings if spelling not in {own.name_en, own.name_ar, ""})
    return replace(listed, name_en=own.name_en, name_ar=own.name_ar, aliases=others)


def _keys(place: Place) -> list[str]:
    return [fold(spelling) for spelling in (place.name_en, place.name_ar, *place.aliases)]


def _typed(text: str) -> str:
    """Fold a text being typed; an article still waiting for its word says nothing yet."""
    folded = fold(text)
    head, _, last = folded.rpartition(" ")
    return head if head and is_article(last) else folded
