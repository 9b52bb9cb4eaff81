"""Boundaries of governorates, districts and sub-districts from GeoJSON or TopoJSON, checked point by point."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from snhr_desktop.domain.places import Level
from snhr_desktop.exchange.packs import refusals as say
from snhr_desktop.exchange.packs.headers import canonical
from snhr_desktop.exchange.packs.refusals import BadPack
from snhr_desktop.exchange.packs.tables import COUNTRY, on_map
from snhr_desktop.geodata import Outline

MOST_MB = 64
MOST_POINTS = 2_000_000
_CODE = re.compile(rf"{COUNTRY}(\d\d|\d{{4}}|\d{{6}})")
_LEVELS = {4: Level.GOVERNORATE, 6: Level.DISTRICT, 8: Level.SUBDISTRICT}
Ring = tuple[tuple[float, float], ...]
Shapes = dict[Level, dict[str, Outline]]


def is_boundaries(path: Path) -> bool:
    """Whether a file is to be read here, by its ending."""
    return path.suffix.lower() in (".geojson", ".topojson", ".json")


def read_shapes(path: Path, found: Shapes) -> None:
    """Add the outlines of a file by level and code. Raises `BadPack`."""
    for number, (properties, rings) in enumerate(_features(path), 1):
        code = _code(properties)
        if code == COUNTRY:
            continue
        if not _CODE.fullmatch(code):
            raise BadPack(path.name, say.NO_LEVEL, number=number)
        outlines = found.setdefault(_LEVELS[len(code)], {})
        if code in outlines:
            raise BadPack(path.name, say.FEATURE_TWICE, number=number, code=code)
        outlines[code] = _checked(path.name, number, rings)


def _features(path: Path) -> Iterator[tuple[Mapping[str, Any], list[Any]]]:
    said = _read(path)
    try:
        if said.get("type") == "FeatureCollection":
            for one in said["features"]:
                yield one["properties"] or {}, _rings(one["geometry"], lambda ring: ring)
        elif said.get("type") == "Topology":
            arcs = _arcs(said)
            for collection in said["objects"].values():
                for one in collection["geometries"]:
                    yield one.get("properties") or {}, _rings(one, lambda ring: _stitched(arcs, ring))
        else:
            raise BadPack(path.name, say.NOT_BOUNDARIES)
    except (KeyError, TypeError, ValueError, IndexError, AttributeError) as error:
        raise BadPack(path.name, say.NOT_BOUNDARIES) from error


def _read(path: Path) -> Mapping[str, Any]:
    try:
        size = path.stat().st_size / 1_000_000
        if size > MOST_MB:
            raise BadPack(path.name, say.TOO_LARGE, size=round(size), most=MOST_MB)
        said = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError) as error:
        raise BadPack(path.name, say.NOT_BOUNDARIES) from error
    if not isinstance(said, dict):
        raise BadPack(path.name, say.NOT_BOUNDARIES)
    return said


def _rings(geometry: Mapping[str, Any], ring_of: Callable[[Any], Any]) -> list[Any]:
    held = geometry["arcs" if "arcs" in geometry else "coordinates"]
    if geometry["type"] not in ("Polygon", "MultiPolygon"):
        raise ValueError(geometry["type"])
    parts = [held] if geometry["type"] == "Polygon" else held
    return [ring_of(ring) for polygon in parts for ring in polygon]


def _arcs(said: Mapping[str, Any]) -> list[list[Any]]:
    """The lines of a topology in degrees: where it is quantized, steps from point to point are added up."""
    transform = said.get("transform")
    if not transform:
        return list(said["arcs"])
    (across, up), (west, south) = transform["scale"], transform["translate"]
    made = []
    for arc in said["arcs"]:
        x = y = 0
        line = []
        for step in arc:
            x, y = x + step[0], y + step[1]
            line.append((x * across + west, y * up + south))
        made.append(line)
    return made


def _stitched(arcs: list[list[Any]], numbers: list[int]) -> list[Any]:
    ring: list[Any] = []
    for number in numbers:
        line = arcs[number] if number >= 0 else arcs[~number][::-1]
        ring += line[1:] if ring else line
    return ring


def _code(properties: Mapping[str, Any]) -> str:
    """The narrowest code that the properties of a feature state."""
    columns = canonical(properties)
    names = ("pcode", "pcode3", "pcode2", "pcode1", "pcode0")
    said = (properties.get(columns[name]) for name in names if name in columns)
    return next((str(code).upper() for code in said if code), "")


def _checked(file: str, feature: int, rings: list[Any]) -> Outline:
    """Closed rings of plausible points, the one with most points first. Raises `BadPack`."""
    if not rings:
        raise BadPack(file, say.BAD_SHAPE, number=feature, ring=1)
    made = [_ring(file, {"number": feature, "ring": number}, ring) for number, ring in enumerate(rings, 1)]
    return tuple(sorted(made, key=len, reverse=True))


def _ring(file: str, at: Mapping[str, int], ring: list[Any]) -> Ring:
    if len(ring) > MOST_POINTS:
        raise BadPack(file, say.TOO_MANY_POINTS, most=MOST_POINTS)
    try:
        line = tuple((float(point[0]), float(point[1])) for point in ring)
    except (TypeError, ValueError, IndexError) as error:
        raise BadPack(file, say.BAD_SHAPE, **at) from error
    if len(line) < 4:
        raise BadPack(file, say.BAD_SHAPE, **at)
    if line[0] != line[-1]:
        raise BadPack(file, say.NOT_CLOSED, **at)
    for place, (lon, lat) in enumerate(line, 1):
        if not on_map(lon, lat):
            raise BadPack(file, say.OUTSIDE, **at, point=place, lon=f"{lon:g}", lat=f"{lat:g}")
    return line
