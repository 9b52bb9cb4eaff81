"""A map drawn with the boundaries that packs brought, above the outlines that come with the program."""

from dataclasses import replace

from snhr_desktop.charts import MapChart, Outline
from snhr_desktop.domain.places import Level
from snhr_desktop.store.place_packs import Boundaries


def drawn_with(chart: MapChart, ground: Boundaries) -> MapChart:
    """The map on its ground: with the boundaries that there are and their credit; as it is where there are none."""
    if not ground.outlines:
        return chart
    whole = {one.code: one for one in chart.outlines}
    whole |= {one.code: one for one in _outlines(ground, Level.GOVERNORATE, "")}
    return replace(
        chart,
        outlines=tuple(whole.values()),
        districts=_outlines(ground, Level.DISTRICT, chart.focus),
        subdistricts=_outlines(ground, Level.SUBDISTRICT, chart.focus),
        credit=ground.credit,
    )


def _outlines(ground: Boundaries, level: Level, within: str) -> tuple[Outline, ...]:
    """Of one level, within a governorate: its code begins the codes of what lies in it."""
    found = ground.outlines.get(level, {})
    return tuple(Outline(code, rings) for code, rings in found.items() if code.startswith(within))
