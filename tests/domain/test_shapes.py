"""Shapes: which of them holds a point, and how they are thinned without parting from their neighbours."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from snhr_desktop.domain.places import Grounds, Level, Shape
from snhr_desktop.exchange.outlines import governorate_of
from snhr_desktop.geodata import load_outlines

SQUARE = [(36.0, 35.0), (37.0, 35.0), (37.0, 36.0), (36.0, 36.0), (36.0, 35.0)]
HOLE = [(36.4, 35.4), (36.6, 35.4), (36.6, 35.6), (36.4, 35.6), (36.4, 35.4)]


def test_a_point_is_found_in_the_narrowest_shape_and_not_in_a_hole() -> None:
    grounds = Grounds(
        {
            Level.GOVERNORATE: {"SY07": Shape.of([SQUARE])},
            Level.SUBDISTRICT: {"SY070000": Shape.of([SQUARE, HOLE])},
        }
    )
    assert grounds.code_at(35.2, 36.2) == "SY070000"
    assert grounds.code_at(35.5, 36.5) == "SY07"
    assert grounds.code_at(34.0, 36.5) == Grounds().code_at(35.2, 36.2) == ""


@given(st.floats(32, 37.5), st.floats(35.5, 42.5))
def test_a_point_lies_in_the_governorate_that_a_plain_ray_says(lat: float, lon: float) -> None:
    grounds = Grounds({Level.GOVERNORATE: {code: Shape.of(rings) for code, rings in load_outlines().items()}})
    lat, lon = round(lat, 6), round(lon, 6)
    assert grounds.code_at(lat, lon) in ("", governorate_of((lat, lon)))
    near = {governorate_of((lat + dy, lon + dx)) for dx in (-1e-4, 1e-4) for dy in (-1e-4, 1e-4)}
    if len(near) == 1:
        assert grounds.code_at(lat, lon) == near.pop()


@pytest.mark.parametrize("step", [1_000, 10_000])
def test_a_border_that_two_shapes_share_stays_one_line(step: int) -> None:
    wavy = [(36.5 + 0.05 * math.sin(at), 35 + at / 100) for at in range(101)]
    west = Shape.of([[(36.0, 35.0), *wavy, (36.0, 36.0), (36.0, 35.0)]]).snapped(step)
    east = Shape.of([[(37.0, 35.0), (37.0, 36.0), *wavy[::-1], (37.0, 35.0)]]).snapped(step)
    inner = [{p for p in shape.outline()[0] if p[0] not in (36.0, 37.0)} for shape in (west, east)]
    assert inner[0] == inner[1]
    assert len(inner[0]) <= 101


def test_what_is_smaller_than_the_grid_is_left_out() -> None:
    islet = [(36.0, 35.0), (36.0001, 35.0), (36.0001, 35.0001), (36.0, 35.0)]
    assert Shape.of([SQUARE, islet]).snapped(1_000) == Shape.of([SQUARE])
