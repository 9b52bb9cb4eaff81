"""From longitude and latitude to the sheet: one scale for both directions, cut at the frame."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from snhr_desktop.charts.description import Ring
from snhr_desktop.charts.drawing import Box

Place = tuple[float, float]
_LEAST_SPAN = 0.05
"""Degrees: a single place is shown with some country around it."""


@dataclass(frozen=True)
class Projection:
    """Equirectangular; `x` and `y` are the sheet's place of the middle."""

    lon: float
    lat: float
    x: float
    y: float
    per_degree: float

    def place(self, lon: float, lat: float) -> Place:
        """Where a point of the earth stands on the sheet."""
        across = (lon - self.lon) * math.cos(math.radians(self.lat))
        return (self.x + across * self.per_degree, self.y - (lat - self.lat) * self.per_degree)


def fit(places: Iterable[Place], frame: Box, margin: float) -> Projection:
    """The projection that shows all the places (longitude, latitude) inside a frame."""
    lons, lats = zip(*places, strict=True)
    lon, lat = (min(lons) + max(lons)) / 2, (min(lats) + max(lats)) / 2
    across = max(_LEAST_SPAN, max(lons) - min(lons)) * math.cos(math.radians(lat))
    up = max(_LEAST_SPAN, max(lats) - min(lats))
    width, height = frame.right - frame.left - 2 * margin, frame.bottom - frame.top - 2 * margin
    per_degree = max(1e-6, min(width / across, height / up))
    return Projection(lon, lat, (frame.left + frame.right) / 2, (frame.top + frame.bottom) / 2, per_degree)


def ring_on_sheet(projection: Projection, ring: Ring, frame: Box, thin: float) -> tuple[Place, ...]:
    """A ring cut at the frame; corners closer than `thin` are left out. Empty where none is inside."""
    corners: list[Place] = []
    for lon, lat in ring:
        x, y = projection.place(lon, lat)
        if not corners or abs(x - corners[-1][0]) + abs(y - corners[-1][1]) >= thin:
            corners.append((x, y))
    edges = ((0, frame.left, True), (0, frame.right, False), (1, frame.top, True), (1, frame.bottom, False))
    for axis, limit, keep_above in edges:
        corners = _cut(corners, axis, limit, keep_above)
    return tuple(corners) if len(corners) > 2 else ()


def _cut(corners: list[Place], axis: int, limit: float, keep_above: bool) -> list[Place]:
    """Sutherland and Hodgman's step: the part of a closed line on one side of an edge of the frame."""
    kept: list[Place] = []
    for i, here in enumerate(corners):
        before = corners[i - 1]
        inside, was_inside = ((here[axis] >= limit) == keep_above, (before[axis] >= limit) == keep_above)
        if inside != was_inside:
            share = (limit - before[axis]) / (here[axis] - before[axis])
            other = before[1 - axis] + share * (here[1 - axis] - before[1 - axis])
            kept.append((limit, other) if axis == 0 else (other, limit))
        if inside:
            kept.append(here)
    return kept
