"""The town nearest to a point, among those within a distance: by squares of a grid, since files have many points."""

import math
from collections import defaultdict

from snhr_desktop.domain.places import Gazetteer, Level, Place, distance_km

_SQUARE = 0.1
"""Degrees; about 11 km from south to north, 9 km from west to east."""
_KM = 8.0
"""What a square measures at least, from 30 to 40 degrees of latitude."""


class Nearby:
    """Answers for one gazetteer and one distance."""

    def __init__(self, gazetteer: Gazetteer, km: float) -> None:
        self.km = km
        self._around = min(math.ceil(km / _KM), 60)
        self._squares: dict[tuple[int, int], list[Place]] = defaultdict(list)
        for place in gazetteer.at_level(Level.COMMUNITY):
            self._squares[_square(place.lat, place.lon)].append(place)

    def nearest(self, lat: float, lon: float) -> tuple[Place | None, float]:
        """The nearest town and how many kilometres it is away; none where there is none within the distance."""
        row, column = _square(lat, lon)
        reach = range(-self._around, self._around + 1)
        near = (
            place for up in reach for across in reach for place in self._squares.get((row + up, column + across), ())
        )
        apart = ((distance_km(lat, lon, place.lat, place.lon), place) for place in near)
        distance, found = min(apart, key=lambda one: one[0], default=(math.inf, None))
        return (found, distance) if distance <= self.km else (None, math.inf)


def _square(lat: float, lon: float) -> tuple[int, int]:
    return math.floor(lat / _SQUARE), math.floor(lon / _SQUARE)
