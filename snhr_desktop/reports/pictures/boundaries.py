"""A map drawn with the boundaries that packs brought, in place of the outlines that come with the program."""

import itertools
from collections.abc import Iterable
from dataclasses import replace

from snhr_desktop.charts import MapChart, Outline
from snhr_desktop.domain.places import Level
from snhr_desktop.store.place_packs import Boundaries

_FILLED = 0.8
"""The part of an area that what lies in it must fill, to be drawn as its land."""


def drawn_with(chart: MapChart, ground: Boundaries) -> MapChart:
    """The map on the ground of its area: with its boundaries and their credit; as it is where there are none.

    The built-in outline of the area in focus is coarser than that of any pack and would run beside it: it stays as
    land without a border, up to the built-in neighbours. Where a pack has no outline of the whole, its parts draw it.
    """
    if not ground.outlines:
        return chart
    built_in = {one.code: one for one in chart.outlines}
    brought = {one.code: one for one in _outlines(ground, Level.GOVERNORATE)}
    districts, subdistricts = (_outlines(ground, level) for level in (Level.DISTRICT, Level.SUBDISTRICT))
    parts = () if chart.focus in brought else districts or subdistricts
    mine = built_in.get(chart.focus)
    if mine and (chart.focus in brought or _extent(parts) > _FILLED * _extent([mine])):
        del built_in[chart.focus]
    else:
        mine = None
    return replace(
        chart,
        outlines=tuple((built_in | brought).values()),
        beneath=mine.rings if mine and not brought.keys() - {chart.focus} else (),
        in_parts=bool(parts),
        districts=districts,
        subdistricts=subdistricts,
        credit=ground.credit,
    )


def _outlines(ground: Boundaries, level: Level) -> tuple[Outline, ...]:
    """Of one level: a ground has those of its area alone."""
    return tuple(Outline(code, rings) for code, rings in ground.outlines.get(level, {}).items())


def _extent(areas: Iterable[Outline]) -> float:
    """How much they cover, in square degrees, by which areas of one latitude can be compared."""
    rings = (ring for area in areas for ring in area.rings)
    return sum(abs(sum(x * v - u * y for (x, y), (u, v) in itertools.pairwise(ring))) / 2 for ring in rings)
