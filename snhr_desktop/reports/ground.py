"""What the map of a report is drawn on: the boundaries of packs within its area, coarse enough to be kept with it.

A published report keeps them with their credit, so that it is printed alike whatever packs come in later.
"""

from collections.abc import Mapping

from snhr_desktop.domain.places import Gazetteer, Level
from snhr_desktop.geodata import Outline
from snhr_desktop.store.place_packs import Boundaries


def ground_of(boundaries: Boundaries, area: str, gazetteer: Gazetteer) -> Boundaries:
    """The governorates, and the districts and sub-districts within an area, or within the country where it is blank.

    What lies in it is what the list of places says, whatever codes begin with. What is not in the area is told
    coarsely, as the whole country is.
    """
    governorates = boundaries.outlines.get(Level.GOVERNORATE, {})
    if not area:
        return Boundaries(boundaries.coarse, boundaries.credit_of(boundaries.coarse))
    found: dict[Level, Mapping[str, Outline]] = {
        level: {code: one for code, one in boundaries.outlines.get(level, {}).items() if gazetteer.within(code, area)}
        for level in (Level.DISTRICT, Level.SUBDISTRICT)
    }
    here = {area: governorates[area]} if area in governorates else {}
    found[Level.GOVERNORATE] = {**boundaries.coarse.get(Level.GOVERNORATE, {}), **here}
    drawn = {level: outlines for level, outlines in found.items() if outlines}
    return Boundaries(drawn, boundaries.credit_of(drawn))
