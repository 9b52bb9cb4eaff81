"""Boundaries of governorates, districts and sub-districts from GeoJSON or TopoJSON, checked point by point."""

import re
from array import array
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Any

import ijson

from snhr_desktop.domain.places import Level, Shape
from snhr_desktop.domain.places.shapes import MILLION
from snhr_desktop.exchange.packs import refusals as say
from snhr_desktop.exchange.packs.headers import canonical
from snhr_desktop.exchange.packs.refusals import BadPack
from snhr_desktop.exchange.packs.stream import JsonStream
from snhr_desktop.exchange.packs.tables import COUNTRY, on_map
from snhr_desktop.exchange.packs.watching import UNWATCHED, Watch

MOST_MB = 64
MOST_POINTS = 5_000_000
_CODE = re.compile(rf"{COUNTRY}(\d\d|\d{{4}}|\d{{6}})")
_LEVELS = {4: Level.GOVERNORATE, 6: Level.DISTRICT, 8: Level.SUBDISTRICT}
_AREAS = ("Polygon", "MultiPolygon")
_STRANGE = (
    ijson.JSONError, OSError, KeyError, TypeError, ValueError, IndexError, AttributeError, ArithmeticError,
)  # fmt: skip
"""What a file raises that holds something else."""
_NO_RINGS: list["array[float]"] = []
Found = dict[Level, dict[str, Shape]]
Point = tuple[float, float]


def is_boundaries(path: Path) -> bool:
    """Whether a file is to be read here, by its ending."""
    return path.suffix.lower() in (".geojson", ".topojson", ".json")


def read_shapes(path: Path, found: Found, watch: Watch = UNWATCHED) -> None:
    """Add the outlines of a file by level and code. Raises `BadPack`, `PackStopped`.

    Memory grows with the points, 16 bytes for each, and with the largest properties; not with the text of the file.
    """
    try:
        size = path.stat().st_size / 1_000_000
        if size > MOST_MB:
            raise BadPack(path.name, say.TOO_LARGE, size=round(size), most=MOST_MB)
        with path.open("rb") as file:
            _Reading(path.name, JsonStream(_Heard(file, watch)), found, watch).read()
    except _STRANGE as error:
        raise BadPack(path.name, say.NOT_BOUNDARIES) from error


class _Heard:
    """A file that is read as long as somebody wants it."""

    def __init__(self, file: IO[bytes], watch: Watch) -> None:
        self._file, self._watch = file, watch

    def read(self, size: int = -1) -> bytes:
        """The next bytes. Raises `PackStopped`."""
        self._watch.look()
        return self._file.read(size)


class _Reading:
    """One file on its way."""

    def __init__(self, file: str, stream: JsonStream, found: Found, watch: Watch) -> None:
        self.file, self.stream, self.found, self.watch = file, stream, found, watch
        self._number = self._points = 0

    def read(self) -> None:
        """Everything in it. Raises `BadPack`, and ValueError and its like where it is something else."""
        held = {name: self._part(name) for name in self.stream.members()}
        if held.get("type") == "Topology":
            self._topology(held["arcs"], held["objects"], held.get("transform"))
        elif held.get("type") != "FeatureCollection":
            raise ValueError(held.get("type"))

    def _part(self, name: str) -> Any:
        """What is needed of a part of the file; its features are kept as they are read."""
        if name == "features":
            return sum(1 for _ in self.stream.items(self._feature))
        if name == "arcs":
            return self.stream.lines(self._counted)
        return self.stream.value() if name in ("type", "objects", "transform") else self.stream.skip()

    def _feature(self) -> None:
        self._number += 1
        properties: Mapping[str, Any] = {}
        kind, rings = "", _NO_RINGS
        for name in self.stream.members():
            if name == "properties":
                properties = self.stream.value() or {}
            elif name == "geometry":
                kind, rings = self._geometry()
            else:
                self.stream.skip()
        if kind not in _AREAS:
            raise ValueError(kind)
        self._keep(properties, rings)

    def _geometry(self) -> tuple[str, list["array[float]"]]:
        kind, rings = "", _NO_RINGS
        for part in self.stream.members():
            if part == "type":
                kind = str(self.stream.value())
            elif part == "coordinates":
                rings = self._rings()
            else:
                self.stream.skip()
        return kind, rings

    def _rings(self) -> list["array[float]"]:
        try:
            return self.stream.lines(self._counted)
        except (TypeError, ValueError) as error:
            raise BadPack(self.file, say.BAD_SHAPE, number=self._number, ring=self.stream.line) from error

    def _topology(self, arcs: list["array[float]"], objects: Mapping[str, Any], transform: Any) -> None:
        lines = _in_degrees(arcs, transform)
        for collection in objects.values():
            for one in collection["geometries"]:
                self._number += 1
                if one["type"] not in _AREAS:
                    raise ValueError(one["type"])
                polygons = [one["arcs"]] if one["type"] == "Polygon" else one["arcs"]
                rings = [_stitched(lines, ring) for polygon in polygons for ring in polygon]
                self._keep(one.get("properties") or {}, rings)

    def _keep(self, properties: Mapping[str, Any], rings: list["array[float]"]) -> None:
        self.watch.look()
        code = _code(properties)
        if code == COUNTRY:
            return
        if not _CODE.fullmatch(code):
            raise BadPack(self.file, say.NO_LEVEL, number=self._number)
        shapes = self.found.setdefault(_LEVELS[len(code)], {})
        if code in shapes:
            raise BadPack(self.file, say.FEATURE_TWICE, number=self._number, code=code)
        if not rings:
            raise BadPack(self.file, say.BAD_SHAPE, number=self._number, ring=1)
        made = [self._ring(number, ring) for number, ring in enumerate(rings, 1)]
        shapes[code] = Shape(tuple(sorted(made, key=len, reverse=True)))

    def _ring(self, number: int, ring: "array[float]") -> "array[int]":
        """One closed line of plausible points."""
        at = {"number": self._number, "ring": number}
        if len(ring) < 8:
            raise BadPack(self.file, say.BAD_SHAPE, **at)
        if ring[:2] != ring[-2:]:
            raise BadPack(self.file, say.NOT_CLOSED, **at)
        for place, (lon, lat) in enumerate(zip(ring[0::2], ring[1::2], strict=True), 1):
            if not on_map(lon, lat):
                raise self._outside(number, place, lon, lat)
        return array("i", (round(x * MILLION) for x in ring))

    def _outside(self, ring: int, place: int, lon: float, lat: float) -> BadPack:
        point = {"point": place, "lon": f"{lon:g}", "lat": f"{lat:g}"}
        return BadPack(self.file, say.OUTSIDE, number=self._number, ring=ring, **point)

    def _counted(self, x: float, y: float) -> Point:
        self._points += 1
        if self._points > MOST_POINTS:
            raise BadPack(self.file, say.TOO_MANY_POINTS, most=MOST_POINTS)
        return x, y


def _in_degrees(arcs: list["array[float]"], transform: Any) -> list["array[float]"]:
    """The lines of a topology in degrees: where it is quantized, steps from point to point are added up."""
    if not transform:
        return arcs
    (across, up), (west, south) = transform["scale"], transform["translate"]
    for arc in arcs:
        x = y = 0.0
        for at in range(0, len(arc), 2):
            x, y = x + arc[at], y + arc[at + 1]
            arc[at], arc[at + 1] = x * across + west, y * up + south
    return arcs


def _stitched(arcs: list["array[float]"], numbers: list[int]) -> "array[float]":
    ring = array("d")
    for number in numbers:
        line = arcs[number] if number >= 0 else _turned(arcs[~number])
        ring += line[2:] if ring else line
    return ring


def _turned(line: "array[float]") -> "array[float]":
    turned = line[::-1]
    turned[0::2], turned[1::2] = turned[1::2], turned[0::2]
    return turned


def _code(properties: Mapping[str, Any]) -> str:
    """The narrowest code that the properties of a feature state."""
    columns = canonical(properties)
    names = ("pcode", "pcode3", "pcode2", "pcode1", "pcode0")
    said = (properties.get(columns[name]) for name in names if name in columns)
    return next((str(code).upper() for code in said if code), "")
