"""The outlines of the governorates, for small maps on screen and on paper. Read once, then kept.

Source: Natural Earth (public domain), see `resources/geodata/README.md`. An outline helps a reader to find the
place of a figure; it decides nothing: what lies where is told by the stated parents of the places.
"""

import json
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from snhr_desktop import paths

Point = tuple[float, float]
"""Longitude, latitude: degrees of WGS84, east first as map formats have it."""

Outline = tuple[tuple[Point, ...], ...]
"""Closed rings, the largest first; to be filled by the even-odd rule, so that a ring inside is a hole."""

BETWEEN_CREDITS = "; "
"""What parts those who are credited for the outlines of one map."""


@cache
def load_outlines() -> Mapping[str, Outline]:
    """Return the outline of each of the 14 governorates by p-code (`SY01` … `SY14`), read only."""
    text = (paths.resources() / "geodata" / "governorates.json").read_text(encoding="utf-8")
    rings_of: dict[str, list[list[list[float]]]] = json.loads(text)
    return MappingProxyType(
        {pcode: tuple(tuple((lon, lat) for lon, lat in ring) for ring in rings) for pcode, rings in rings_of.items()}
    )
