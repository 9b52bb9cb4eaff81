"""Which governorate a point lies in, by the outlines of the governorates; a hint for rows that name no place."""

from snhr_desktop.geodata import Outline, load_outlines


def governorate_of(point: tuple[float, float]) -> str:
    """P-code of the governorate whose outline holds the latitude and longitude, or blank outside all of them."""
    lat, lon = point
    return next((pcode for pcode, outline in load_outlines().items() if _inside(outline, lat, lon)), "")


def _inside(outline: Outline, lat: float, lon: float) -> bool:
    """The even-odd rule: a ray to the east crosses the rings an odd number of times."""
    crossings = 0
    for ring in outline:
        for (x1, y1), (x2, y2) in zip(ring, (*ring[1:], ring[0]), strict=True):
            if (y1 > lat) != (y2 > lat) and lon < x1 + (lat - y1) * (x2 - x1) / (y2 - y1):
                crossings += 1
    return crossings % 2 == 1
