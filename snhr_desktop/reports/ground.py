"""What the map of a report is drawn on: the boundaries of packs within its area, coarse enough to be kept with it.

A published report keeps them with their credit, so that it is printed alike whatever packs come in later.
"""

from collections.abc import Mapping

from snhr_desktop.domain.places import Level, Shape
from snhr_desktop.geodata import Outline
from snhr_desktop.store.place_packs import Boundaries

_WHOLE_COUNTRY, _AROUND = 5_000, 10_000
"""Millionths of a degree: a third of a point on a page whose map shows the country, and what only stands around."""


def ground_of(boundaries: Boundaries, area: str) -> Boundaries:
    """The governorates, and the districts and sub-districts within an area, or within the country where it is blank."""
    governorates = boundaries.outlines.get(Level.GOVERNORATE, {})
    if not area:
        return Boundaries({level: _coarse(found) for level, found in boundaries.outlines.items()}, boundaries.credit)
    found: dict[Level, Mapping[str, Outline]] = {
        level: {code: outline for code, outline in boundaries.outlines.get(level, {}).items() if code.startswith(area)}
        for level in (Level.DISTRICT, Level.SUBDISTRICT)
    }
    others = {code: outline for code, outline in governorates.items() if code != area}
    here = {area: governorates[area]} if area in governorates else {}
    found[Level.GOVERNORATE] = {**_coarse(others, _AROUND), **here}
    drawn = {level: outlines for level, outlines in found.items() if outlines}
    return Boundaries(drawn, boundaries.credit if drawn else "")


def _coarse(outlines: Mapping[str, Outline], step: int = _WHOLE_COUNTRY) -> Mapping[str, Outline]:
    shapes = {code: Shape.of(outline).snapped(step) for code, outline in outlines.items()}
    return {code: shape.outline() for code, shape in shapes.items() if shape.rings}
