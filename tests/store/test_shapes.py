"""Boundaries as bytes come back as they were, in the form of today and in the first."""

import json
import zlib

from hypothesis import given, settings
from hypothesis import strategies as st

from snhr_desktop.domain.places import Level, Shape
from snhr_desktop.store import shapes

_POINTS = st.tuples(st.integers(34_000_000, 44_000_000), st.integers(31_000_000, 39_000_000))
_SHAPES = st.builds(
    Shape.of,
    st.lists(
        st.lists(_POINTS, min_size=3, max_size=9).map(lambda ring: [(x / 1e6, y / 1e6) for x, y in [*ring, ring[0]]]),
        min_size=1,
        max_size=3,
    ),
)


@settings(max_examples=30)
@given(st.dictionaries(st.sampled_from(Level), st.dictionaries(st.text(min_size=1), _SHAPES, max_size=3)))
def test_what_is_packed_is_opened_again(given_shapes: dict[Level, dict[str, Shape]]) -> None:
    packed = shapes.pack(given_shapes)
    assert shapes.whole(packed) == given_shapes
    assert shapes.drawn(packed) == shapes.snapped(given_shapes, shapes.DRAWN_STEP)


def test_the_first_form_is_still_read() -> None:
    ring = [[36.0, 35.0], [37.0, 35.0], [37.0, 36.0], [36.0, 35.0]]
    packed = zlib.compress(json.dumps({"subdistrict": {"SY070000": [ring]}}).encode())
    assert shapes.whole(packed) == {Level.SUBDISTRICT: {"SY070000": Shape.of([ring])}}
    assert shapes.drawn(packed)[Level.SUBDISTRICT]["SY070000"].outline()[0][0] == (36.0, 35.0)
