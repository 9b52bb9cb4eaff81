"""Columns by month: nothing collides, nothing leaves the sheet, heights are the numbers."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from snhr_desktop.charts import Circle, Line, Marker, MonthChart, height_for, lay_out
from snhr_desktop.i18n import ARABIC, ENGLISH, LANGUAGES, Language

from .builders import HOSTILE, labels, metrics, month_chart, month_row, outside, overlapping, rects

MIRRORED_ENGLISH = replace(ENGLISH, rtl=True)
languages = st.sampled_from(list(LANGUAGES.values()))


@st.composite
def charts(draw: st.DrawFn) -> MonthChart:
    count = draw(st.integers(1, 130))
    series = draw(st.integers(1, 5))
    numbers = st.one_of(st.integers(0, 40), st.just(0), st.integers(0, 2_000_000))
    rhythm = [draw(st.lists(numbers, min_size=1, max_size=5)) for _ in range(series)]
    columns = tuple(tuple(values[i % len(values)] for i in range(count)) for values in rhythm)
    first = dt.date(2011, draw(st.integers(1, 12)), 1)
    days = draw(st.lists(st.integers(0, count * 31), max_size=12))
    words = st.text(alphabet="abc هجوم", max_size=60)
    markers = tuple(Marker(first + dt.timedelta(day), draw(words)) for day in days)
    return month_chart(columns, markers, first)


@settings(max_examples=80, deadline=None)
@given(charts(), st.integers(240, 900), languages)
def test_words_never_collide_and_nothing_leaves_the_sheet(chart: MonthChart, width: int, language: Language) -> None:
    height = height_for(chart, width, language, metrics)
    drawing = lay_out(chart, width, height, language, metrics)
    assert overlapping(labels(drawing)) == []
    assert outside(drawing) == []
    assert [hit.key for hit in drawing.hits] == [f"{month:%Y-%m}" for month in chart.months]


@settings(max_examples=80, deadline=None)
@given(charts(), st.integers(240, 900), st.integers(220, 600), languages)
def test_words_never_collide_at_any_height(chart: MonthChart, width: int, height: int, language: Language) -> None:
    drawing = lay_out(chart, width, height, language, metrics)
    assert overlapping(labels(drawing)) == []
    assert outside(drawing) == []


def test_the_sign_of_an_event_above_the_last_of_many_narrow_columns_stays_on_the_sheet() -> None:
    first, last = dt.date(2011, 1, 1), dt.date(2018, 4, 1)
    chart = month_chart(((0,) * 88,), tuple(Marker(day, "") for day in (first, first, first, last)), first)
    assert outside(lay_out(chart, 240, 220, ENGLISH, metrics)) == []


@settings(max_examples=40, deadline=None)
@given(charts(), st.integers(240, 900))
def test_heights_are_proportional_to_the_numbers(chart: MonthChart, width: int) -> None:
    drawing = lay_out(chart, width, 500, ENGLISH, metrics)
    for month, total in zip(chart.months, chart.totals, strict=True):
        column = [rect for rect in rects(drawing) if rect.key == f"{month:%Y-%m}"]
        values = [series.values[chart.months.index(month)] for series in chart.series]
        assert len(column) == sum(value > 0 for value in values)
        whole = sum(rect.height for rect in column)
        for rect, value in zip(column, filter(None, values), strict=True):
            assert rect.height * total == pytest.approx(whole * value, rel=1e-6)
    tallest = max(chart.totals)
    heights = {key: sum(r.height for r in rects(drawing) if r.key == key) for key in {r.key for r in rects(drawing)}}
    for month, total in zip(chart.months, chart.totals, strict=True):
        found = heights.get(f"{month:%Y-%m}", 0.0)
        assert found * tallest == pytest.approx(max(heights.values(), default=0.0) * total, rel=1e-6)


@settings(max_examples=40, deadline=None)
@given(charts(), st.integers(240, 900))
def test_time_runs_the_other_way_in_arabic(chart: MonthChart, width: int) -> None:
    there = lay_out(chart, width, 420, ENGLISH, metrics)
    back = lay_out(chart, width, 420, MIRRORED_ENGLISH, metrics)
    assert [(r.key, r.role) for r in rects(there)] == [(r.key, r.role) for r in rects(back)]
    for one, other in zip(rects(there), rects(back), strict=True):
        assert one.x == pytest.approx(width - other.x - other.width)
        assert one.width == pytest.approx(other.width)
    for hit, mirrored in zip(there.hits, back.hits, strict=True):
        assert hit.box.left == pytest.approx(width - mirrored.box.right)


def test_the_axis_stands_at_the_reading_side() -> None:
    english = lay_out(month_chart(), 500, 300, ENGLISH, metrics)
    arabic = lay_out(month_chart(), 500, 300, ARABIC, metrics)
    (zero,) = [label for label in labels(english) if label.text == "0"]
    (sifr,) = [label for label in labels(arabic) if label.text == "0"]
    assert (zero.anchor, sifr.anchor) == ("right", "left")
    assert zero.box.right < 60
    assert sifr.box.left > 440


def test_markers_stand_on_their_day_and_say_it() -> None:
    markers = (Marker(dt.date(2017, 6, 15), "offensive"), Marker(dt.date(2019, 1, 1), "elsewhere"))
    drawing = lay_out(month_chart(markers=markers), 600, 300, ENGLISH, metrics)
    (dot,) = [shape for shape in drawing.primitives if isinstance(shape, Circle)]
    june = next(hit for hit in drawing.hits if hit.key == "2017-06")
    assert dot.x == pytest.approx((june.box.left + june.box.right) / 2, abs=june.box.right - june.box.left)
    assert june.box.left < dot.x < june.box.right
    assert "15 June: offensive" in [label.text for label in labels(drawing)]
    assert "15 June: offensive" in june.tip
    assert not any("elsewhere" in label.text for label in labels(drawing))


def test_a_marker_that_is_not_known_to_the_day_says_what_is_known() -> None:
    chart = month_chart(((3, 4, 5),), (Marker(dt.date(2017, 6, 1), "ground offensive", "June to July"),))
    words = [label.text for label in labels(lay_out(chart, 700, 400, ENGLISH, metrics))]
    assert any("June to July" in text for text in words)
    assert not any("1 June" in text for text in words)


def test_crowded_markers_take_numbers_and_a_list() -> None:
    markers = tuple(Marker(dt.date(2017, 6, day), f"event number {day} in a long name") for day in range(1, 10))
    chart = month_chart(markers=markers)
    drawing = lay_out(chart, 330, height_for(chart, 330, ENGLISH, metrics), ENGLISH, metrics)
    words = [label.text for label in labels(drawing)]
    assert [str(n) for n in range(1, 10) if words.count(str(n)) >= 2] == [str(n) for n in range(1, 10)]
    assert all(any(f"event number {day}" in word for word in words) for day in range(1, 10))


def test_a_marker_list_without_room_is_left_to_the_tips() -> None:
    markers = tuple(Marker(dt.date(2017, 6, day), f"event number {day} in a long name") for day in range(1, 20))
    drawing = lay_out(month_chart(markers=markers), 330, 200, ENGLISH, metrics)
    assert not any("event" in label.text for label in labels(drawing))
    assert all(f"event number {day} " in drawing.hits[1].tip for day in range(1, 20))


def test_stems_stop_above_the_columns() -> None:
    markers = (Marker(dt.date(2017, 6, 15), "x"),)
    drawing = lay_out(month_chart(markers=markers), 600, 300, ENGLISH, metrics)
    (stem,) = [shape for shape in drawing.primitives if isinstance(shape, Line) and shape.dash]
    column = next(rect for rect in rects(drawing) if rect.key == "2017-06")
    assert stem.y2 < column.y


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
def test_the_idlib_period_names_its_months_and_years(language: Language) -> None:
    chart = month_chart((tuple(range(13)),))
    drawing = lay_out(chart, 900, 320, language, metrics)
    words = " ".join(label.text for label in labels(drawing))
    assert words.count(language.month_name(dt.date(2017, 5, 1), short=True)) == 2
    assert "2017" in words
    assert "2018" in words


def test_ten_years_name_the_years_alone_where_months_have_no_room() -> None:
    chart = month_chart((tuple(range(120)),), first=dt.date(2009, 1, 1))
    words = [label.text for label in labels(lay_out(chart, 330, 260, ENGLISH, metrics))]
    assert "2009" in words
    assert "Jan" not in words


def test_all_zero_is_shown_as_zero() -> None:
    drawing = lay_out(month_chart(((0, 0, 0),)), 400, 260, ENGLISH, metrics)
    assert rects(drawing) == []
    assert [label.text for label in labels(drawing)].count("0") == 4


def test_nothing_at_all_says_so() -> None:
    drawing = lay_out(month_chart(()), 400, 260, ENGLISH, metrics)
    assert "No records." in [label.text for label in labels(drawing)]
    assert drawing.hits == ()


def test_series_are_told_apart_without_colour() -> None:
    def patterns(parts: int) -> list[str]:
        return [r.pattern for r in rects(lay_out(month_chart(((5,),) * parts), 400, 300, ENGLISH, metrics))]

    assert patterns(1) == ["solid"]
    assert patterns(2) == ["solid", "hatch"]
    assert len(set(patterns(5))) == 4


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_stay_on_the_sheet(text: str) -> None:
    chart = month_chart(((3, 4), (1, 2)), (Marker(dt.date(2017, 5, 9), text),), label=text)
    height = height_for(chart, 330, ARABIC, metrics)
    drawing = lay_out(chart, 330, height, ARABIC, metrics)
    assert outside(drawing) == []
    assert overlapping(labels(drawing)) == []


def test_a_chart_that_contradicts_itself_is_refused() -> None:
    months = month_row(dt.date(2018, 1, 1), 2)
    with pytest.raises(ValueError, match="one number for each month"):
        replace(month_chart(), months=months)
    with pytest.raises(ValueError, match="ascending"):
        replace(month_chart(((1, 2),)), months=months[::-1])
    with pytest.raises(ValueError, match="negative"):
        month_chart(((1, -2),))
