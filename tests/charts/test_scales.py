"""Round numbers and the strokes of patterns."""

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from snhr_desktop.charts import Rect
from snhr_desktop.charts.patterns import dots, hatch_lines
from snhr_desktop.charts.scales import round_values, ticks

lengths = st.floats(0.5, 300)


@given(st.integers(1, 10**12))
def test_ticks_are_whole_even_and_reach_the_largest(largest: int) -> None:
    marks = ticks(largest)
    steps = {after - before for before, after in pairwise(marks)}
    assert marks[0] == 0
    assert marks[-1] >= largest > marks[-2]
    assert len(steps) == 1
    assert 2 <= len(marks) <= 5


def test_ticks_of_nothing() -> None:
    assert ticks(0) == (0,)


@given(st.integers(0, 10**12))
def test_the_key_never_exceeds_what_is_shown(largest: int) -> None:
    values = round_values(largest)
    assert list(values) == sorted(set(values))
    assert len(values) <= 3
    assert all(0 < value <= largest for value in values)


@given(lengths, lengths, st.floats(0.5, 2))
def test_patterns_stay_inside(width: float, height: float, scale: float) -> None:
    rect = Rect(10, 20, width, height, "ochre", "hatch")
    for x1, y1, x2, y2 in hatch_lines(rect, scale):
        assert 10 - 1e-6 <= x1 < x2 <= 10 + width + 1e-6
        assert 20 - 1e-6 <= y2 < y1 <= 20 + height + 1e-6
    for x1, y1, x2, y2 in hatch_lines(replace(rect, pattern="back"), scale):
        assert 10 - 1e-6 <= x2 < x1 <= 10 + width + 1e-6
        assert 20 - 1e-6 <= y2 < y1 <= 20 + height + 1e-6
    for x, y in dots(rect, scale):
        assert 10 < x < 10 + width
        assert 20 < y < 20 + height
