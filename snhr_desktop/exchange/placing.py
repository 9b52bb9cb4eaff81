"""Find the place of an imported row in the gazetteer: by its name, else by its coordinates, else as exactly as known.

A name is looked up only within the governorate that stands beside it: many villages share a name, and a wrong place
is worse than a wide one.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from snhr_desktop.domain.kinds import Invalid, SiteKind
from snhr_desktop.domain.names import fold
from snhr_desktop.domain.places import Gazetteer, Level, Place, distance_km
from snhr_desktop.exchange.areas import Areas
from snhr_desktop.exchange.cells import number_text, text_of
from snhr_desktop.exchange.findings import Finding
from snhr_desktop.exchange.mapping import PlaceRule
from snhr_desktop.exchange.nearby import Nearby
from snhr_desktop.exchange.outlines import governorate_of

_NUMBER = re.compile(r"[-+]?\d+(?:[.٫]\d+)?")
_WIDE = ("subdistrict", "district", "governorate", "unknown")
Point = tuple[float, float]
"""Latitude and longitude in degrees of WGS84."""


class Placed(NamedTuple):
    """The place to record as `SiteKind` reads it, its name in the file where that is another, and what to tell."""

    raw: Mapping[str, Any]
    landmark: str = ""
    findings: tuple[Finding, ...] = ()
    note: str = ""


class Placing:
    """Follows one place rule through the rows of a file."""

    def __init__(self, rule: PlaceRule, gazetteer: Gazetteer) -> None:
        self.rule, self.gazetteer = rule, gazetteer
        self._areas = Areas(rule, gazetteer)
        self._nearby = Nearby(gazetteer, rule.near_km)
        self._precisions = {fold(word): code for word, code in rule.precisions.items()}
        self._written_here = lru_cache(maxsize=20_000)(self._of_written)
        self._landmark = lru_cache(maxsize=20_000)(_landmark)

    def place(self, key: str, cells: Mapping[str, Any]) -> Placed:
        """The place of a row."""
        written = text_of(cells.get(self.rule.column)) or self._areas.narrowest(cells)
        point, findings = self._point(key, cells)
        name = written.partition(self.rule.separator)[2].strip() or written
        found, doubtful = self._named(written, cells)
        if code := self._areas.strange_code(cells):
            findings.append(Finding("pcode_unknown", key, {"given": code}))
        precision = self._precision(cells) if self._precisions else ""
        if precision in _WIDE:  # the point is the middle of an area
            found, point = self._widened(found, precision), None
        if found and point and (apart := distance_km(*point, found.lat, found.lon)) > self._reach(found):
            far = {"given": _figures(point), "distance": apart, "place": found}
            findings.append(Finding("place_far", key, far))
            columns = ", ".join(filter(None, (self.rule.latitude, self.rule.longitude, self.rule.point)))
            note = f"{columns}: {_figures(point)}"
            return Placed(_site(found, None), self._landmark(name, found), tuple(findings), note)
        if point and (not found or found.level is not Level.COMMUNITY):
            found = self._nearest(key, point, found, findings)
        findings += self._told(key, written or self._other_name(cells), found, doubtful)
        exact = found is not None and found.level is Level.COMMUNITY
        site = _site(found, point, precision if exact else "")
        return Placed(site, self._landmark(name, found) if written else "", tuple(findings))

    def wrong_degrees(self, cells: Mapping[str, Any]) -> str:
        """The column of the degrees that cannot be, or that contradict the place named."""
        latitude, _ = self._degrees(cells)
        try:
            fits = bool(latitude) and bool(SiteKind().parse({"lat": latitude, "lon": "0"}))
        except Invalid:
            fits = False
        return self.rule.point or (self.rule.longitude if fits else self.rule.latitude)

    def _precision(self, cells: Mapping[str, Any]) -> str:
        """How exactly the row says that its place is known; blank where it does not."""
        return self._precisions.get(fold(text_of(cells.get(self.rule.precision))), "")

    def _widened(self, found: Place | None, level: str) -> Place | None:
        """The area of a level that holds a place; none where it is known by the country alone."""
        if level == "unknown" or not found:
            return None
        return self.gazetteer.ancestor_at(found.pcode, Level(level)) or found

    def _named(self, written: str, cells: Mapping[str, Any]) -> tuple[Place | None, bool]:
        """The place that the row names, and whether its name fits several."""
        if self._areas and (found := self._areas.place(cells))[0]:
            return found
        return self._written_here(written) if written else (self._alone(cells), False)

    def _of_written(self, written: str) -> tuple[Place | None, bool]:
        """The place that one cell names, with its governorate."""
        if known := self.rule.known.get(" ".join(written.split())):
            return self.gazetteer.get(known), False
        area, _, name = written.partition(self.rule.separator)
        areas = self.rule.governorates.get(area.strip(), ())
        if name.strip() and areas:
            fits = {place.pcode: place for code in areas for place in self._exact(name, code)}
            if len(fits) == 1:
                return next(iter(fits.values())), False
            return self._widest(areas), len(fits) > 1
        return self._widest(areas), False

    def _exact(self, name: str, area: str = "") -> list[Place]:
        """Communities of this name, as written or without the words that are no part of names; else wider places."""
        spellings = (name, self._undressed(name))
        for levels in ((Level.COMMUNITY,), (Level.SUBDISTRICT,), (Level.DISTRICT,)):
            for spelling in dict.fromkeys(spellings):
                if found := self.gazetteer.named(spelling, levels=levels, within=area):
                    return found
        return []

    def _alone(self, cells: Mapping[str, Any]) -> Place | None:
        """A place named without its governorate: a governorate of that name goes first, then the only town of it."""
        for name in self._other_names(cells):
            if known := self.rule.known.get(name):
                return self.gazetteer.get(known)
            governorates = self.gazetteer.named(name, levels=(Level.GOVERNORATE,))
            found = governorates or self._exact(name)
            if len(found) == 1:
                return found[0]
        return None

    def _other_names(self, cells: Mapping[str, Any]) -> Iterable[str]:
        for column in self.rule.names:
            if name := text_of(cells.get(column)).split(" - ")[0].strip():
                yield name

    def _other_name(self, cells: Mapping[str, Any]) -> str:
        return next(iter(self._other_names(cells)), "–")

    def _undressed(self, name: str) -> str:
        return " ".join(word for word in name.split() if word not in self.rule.dropped)

    def _widest(self, areas: Iterable[str]) -> Place | None:
        """The governorate, where the word for it means only one."""
        codes = list(areas)
        return self.gazetteer.get(codes[0]) if len(codes) == 1 else None

    def _reach(self, found: Place) -> float:
        """How far a point may lie from a place it belongs to; a governorate has no such limit worth the name."""
        wide = found.level in (Level.GOVERNORATE, Level.DISTRICT)
        return float("inf") if wide else self.rule.far_km

    def _nearest(self, key: str, point: Point, wider: Place | None, findings: list[Finding]) -> Place | None:
        near, apart = self._nearby.nearest(*point)
        inside = near and (not wider or self.gazetteer.within(near.pcode, wider.pcode))
        if near and inside:
            findings.append(Finding("place_near", key, {"place": near, "distance": apart}))
            return near
        held = self._inside(point, wider)
        if held:
            topic = "place_inside" if self.rule.outlines else "place_proposed"
            findings.append(Finding(topic, key, {"place": held}))
        if held and self.rule.outlines:
            return held
        return wider or self.gazetteer.get(governorate_of(point))

    def _inside(self, point: Point, wider: Place | None) -> Place | None:
        """The sub-district or district whose boundary holds a point, where it is narrower than what is known."""
        held = self.gazetteer.place_at(*point)
        if held is None or held.level is Level.GOVERNORATE:
            return None
        if wider and (held.level is wider.level or not self.gazetteer.within(held.pcode, wider.pcode)):
            return None
        return held

    def _told(self, key: str, given: str, found: Place | None, doubtful: bool) -> Iterable[Finding]:
        if found is None:
            yield Finding("place_doubtful" if doubtful else "place_none", key, {"given": given})
        elif found.level is not Level.COMMUNITY:
            yield Finding("place_wide", key, {"place": found, "given": given})

    def _point(self, key: str, cells: Mapping[str, Any]) -> tuple[Point | None, list[Finding]]:
        lat, lon = self._degrees(cells)
        if not lat and not lon:
            return None, []
        try:
            site = SiteKind().dump(SiteKind().parse({"lat": lat, "lon": lon}))
        except Invalid:
            return None, [Finding("coordinates_bad", key, {"given": f"{lat or '–'}, {lon or '–'}"[:60]})]
        return (site["lat"], site["lon"]), []

    def _degrees(self, cells: Mapping[str, Any]) -> tuple[str, str]:
        """Latitude and longitude as they are written, in two cells or in one."""
        if not (self.rule.point or self.rule.latitude):
            return "", ""
        if not self.rule.point:
            return number_text(cells.get(self.rule.latitude)), number_text(cells.get(self.rule.longitude))
        text = text_of(cells.get(self.rule.point))
        numbers = _NUMBER.findall(text)
        if len(numbers) < 2:
            return (text, "") if text else ("", "")
        turned = text[:5].upper() == "POINT"  # well-known text has the longitude first
        return (numbers[1], numbers[0]) if turned else (numbers[0], numbers[1])


def _site(found: Place | None, point: Point | None, told: str = "") -> Mapping[str, Any]:
    lat, lon = point or (None, None)
    precision = told or ("coordinates" if point else found.level.value if found else "unknown")
    return {"pcode": found.pcode if found else "", "precision": precision, "lat": lat, "lon": lon}


def _landmark(name: str, found: Place | None) -> str:
    """The name in the file, where it says more than the place found: a quarter of a city, a region."""
    return "" if found and fold(name) in (fold(found.name_ar), fold(found.name_en)) else name


def _figures(point: Point) -> str:
    return f"{point[0]:.6g}, {point[1]:.6g}"
