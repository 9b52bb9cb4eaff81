"""Bars and share bars: lengths are the numbers, nothing is dropped in silence."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from snhr_desktop.charts import BarChart, ShareBar, height_for, lay_out
from snhr_desktop.i18n import ARABIC, ENGLISH, LANGUAGES, Language

from .builders import HOSTILE, bar_chart, labels, metrics, outside, overlapping, rects, share_bar

MIRRORED_ENGLISH = replace(ENGLISH, rtl=True)
numbers = st.lists(st.one_of(st.integers(0, 50), st.integers(0, 10**9)), min_size=1, max_size=15).map(tuple)
languages = st.sampled_from(list(LANGUAGES.values()))


@settings(max_examples=60, deadline=None)
@given(numbers, st.integers(240, 900), languages)
def test_bars_are_proportional_and_collide_nowhere(values: tuple[int, ...], width: int, language: Language) -> None:
    chart = bar_chart(values, "A party with a rather long name")
    drawing = lay_out(chart, width, height_for(chart, width, language, metrics), language, metrics)
    assert outside(drawing) == []
    assert overlapping(labels(drawing)) == []
    lengths = {rect.key: rect.width for rect in rects(drawing)}
    longest = max(lengths.values(), default=0.0)
    for row in chart.rows:
        assert lengths.get(row.key, 0.0) * max(values) == pytest.approx(longest * row.value, rel=1e-6)
    assert [hit.key for hit in drawing.hits] == [row.key for row in chart.rows]


@settings(max_examples=30, deadline=None)
@given(numbers, st.integers(240, 900))
def test_bars_grow_from_the_reading_side(values: tuple[int, ...], width: int) -> None:
    chart = bar_chart(values)
    there = lay_out(chart, width, 400, ENGLISH, metrics)
    back = lay_out(chart, width, 400, MIRRORED_ENGLISH, metrics)
    for one, other in zip(rects(there), rects(back), strict=True):
        assert one.x == pytest.approx(width - other.x - other.width)
    assert len({round(rect.x, 6) for rect in rects(there)}) <= 1
    assert len({round(rect.x + rect.width, 6) for rect in rects(back)}) <= 1


def test_a_row_without_room_is_counted() -> None:
    drawing = lay_out(bar_chart((9,) * 12), 400, 120, ENGLISH, metrics)
    shown = len(drawing.hits)
    assert 0 < shown < 12
    assert f"{12 - shown} more rows not shown" in [label.text for label in labels(drawing)]
    assert outside(drawing) == []


def test_a_note_follows_its_number() -> None:
    chart = bar_chart((10, 5))
    noted = replace(chart, rows=tuple(replace(row, note="66.7%") for row in chart.rows))
    drawing = lay_out(noted, 400, height_for(noted, 400, ENGLISH, metrics), ENGLISH, metrics)
    assert [label.text for label in labels(drawing)].count("66.7%") == 2
    assert all("66.7%" in hit.tip for hit in drawing.hits)


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("chart", [bar_chart, share_bar])
def test_hostile_words_stay_on_the_sheet(chart: object, text: str) -> None:
    made: BarChart | ShareBar = chart((3, 10**12), label=text)  # type: ignore[operator]
    drawing = lay_out(made, 330, height_for(made, 330, ARABIC, metrics), ARABIC, metrics)
    assert outside(drawing) == []
    assert overlapping(labels(drawing)) == []
    assert all(text.strip() in hit.tip for hit in drawing.hits)


@settings(max_examples=60, deadline=None)
@given(numbers, st.integers(240, 900), languages)
def test_shares_fill_the_bar_and_are_all_told(values: tuple[int, ...], width: int, language: Language) -> None:
    chart = share_bar(values)
    drawing = lay_out(chart, width, height_for(chart, width, language, metrics), language, metrics)
    assert outside(drawing) == []
    assert overlapping(labels(drawing)) == []
    if not sum(values):
        assert chart.empty in [label.text for label in labels(drawing)]
        return
    assert sum(rect.width for rect in rects(drawing)) == pytest.approx(width)
    for share in chart.shares:
        whole = sum(rect.width for rect in rects(drawing) if rect.key == share.key)
        assert whole * sum(values) == pytest.approx(width * share.value, abs=1e-3)
        assert any(language.number(share.value) in label.text for label in labels(drawing))


@settings(max_examples=30, deadline=None)
@given(numbers, st.integers(240, 900))
def test_shares_run_with_the_reading(values: tuple[int, ...], width: int) -> None:
    there = lay_out(share_bar(values), width, 400, ENGLISH, metrics)
    back = lay_out(share_bar(values), width, 400, MIRRORED_ENGLISH, metrics)
    for one, other in zip(rects(there), rects(back), strict=True):
        assert one.x == pytest.approx(width - other.x - other.width, abs=1e-6)


def test_percentages_recompute() -> None:
    drawing = lay_out(share_bar((645, 209, 255)), 700, 90, ENGLISH, metrics)
    words = [label.text for label in labels(drawing)]
    assert {"645 (58.2%)", "209 (18.8%)", "255 (23.0%)"} <= set(words)


@pytest.mark.parametrize("chart", [bar_chart(()), share_bar(()), share_bar((0, 0))])
def test_nothing_at_all_says_so(chart: BarChart | ShareBar) -> None:
    drawing = lay_out(chart, 400, height_for(chart, 400, ENGLISH, metrics), ENGLISH, metrics)
    assert "No records." in [label.text for label in labels(drawing)]
    assert outside(drawing) == []


def test_negative_numbers_are_refused() -> None:
    with pytest.raises(ValueError, match="negative"):
        bar_chart((-1,))
    with pytest.raises(ValueError, match="negative"):
        share_bar((-1,))
