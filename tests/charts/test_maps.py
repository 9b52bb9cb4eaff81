"""The map: area is number, north stays up, words collide nowhere."""

import math
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from snhr_desktop import look
from snhr_desktop.charts import Circle, Drawing, MapChart, Outline, Point, Polygon, height_for, lay_out
from snhr_desktop.exchange.packs.about import LONGEST_CREDIT
from snhr_desktop.i18n import ARABIC, ENGLISH, LANGUAGES, Language, bare

from .builders import HOSTILE, SQUARE, labels, map_chart, metrics, outside, overlapping

languages = st.sampled_from(list(LANGUAGES.values()))
places = st.tuples(
    st.text(alphabet="abc دلب", min_size=1, max_size=25),
    st.floats(36.0, 37.2),
    st.floats(35.4, 36.3),
    st.one_of(st.integers(0, 60), st.integers(0, 5000)),
)
points = st.lists(places, max_size=40).map(lambda rows: tuple(Point(str(i), *row) for i, row in enumerate(rows)))


def circles(drawing: Drawing) -> dict[str, Circle]:
    """The circles of places, by key; those of the legend have none."""
    return {s.key: s for s in drawing.primitives if isinstance(s, Circle) and s.key}


@settings(max_examples=60, deadline=None)
@given(points, st.integers(240, 900), languages)
def test_words_never_collide_and_nothing_leaves_the_sheet(
    made: tuple[Point, ...], width: int, language: Language
) -> None:
    chart = map_chart(made)
    drawing = lay_out(chart, width, height_for(chart, width, language, metrics), language, metrics)
    assert outside(drawing) == []
    assert overlapping(labels(drawing)) == []
    assert {hit.key for hit in drawing.hits} == {point.key for point in made if point.value}


@settings(max_examples=30, deadline=None)
@given(points, st.integers(240, 900))
def test_the_land_is_not_mirrored(made: tuple[Point, ...], width: int) -> None:
    english = lay_out(map_chart(made), width, 400, ENGLISH, metrics)
    arabic = lay_out(map_chart(made), width, 400, ARABIC, metrics)
    for key, circle in circles(english).items():
        assert circles(arabic)[key].x == pytest.approx(circle.x)
    for one, other in zip(english.hits, arabic.hits, strict=True):
        assert one.box.left == pytest.approx(other.box.left)
    shapes = [[s for s in d.primitives if isinstance(s, Polygon)] for d in (english, arabic)]
    for here, there in zip(*shapes, strict=True):
        assert [c for r in here.rings for c in r] == [pytest.approx(c) for r in there.rings for c in r]


def test_area_is_the_number() -> None:
    chart = map_chart((Point("a", "A", 36.2, 35.6, 100), Point("b", "B", 36.9, 36.1, 25)))
    found = circles(lay_out(chart, 500, 420, ENGLISH, metrics))
    assert found["a"].radius == pytest.approx(2 * found["b"].radius)


def test_east_is_right_and_north_is_up() -> None:
    chart = map_chart((Point("sw", "A", 36.2, 35.6, 9), Point("ne", "B", 36.9, 36.1, 9)))
    found = circles(lay_out(chart, 500, 420, ARABIC, metrics))
    assert found["ne"].x > found["sw"].x
    assert found["ne"].y < found["sw"].y


def test_the_largest_keeps_its_name_in_a_crowd() -> None:
    crowd = tuple(
        Point(f"{i}", f"Place {i}", 36.6 + math.cos(i) / 90, 35.8 + math.sin(i) / 90, i + 1) for i in range(30)
    )
    words = [label.text for label in labels(lay_out(map_chart(crowd), 330, 300, ENGLISH, metrics))]
    named = [word for word in words if word.startswith("Place")]
    assert "Place 29" in named
    assert len(named) < 30


def test_the_key_has_round_numbers() -> None:
    chart = map_chart((Point("a", "A", 36.2, 35.6, 83),))
    drawing = lay_out(chart, 500, 420, ENGLISH, metrics)
    assert {"Killed", "2", "10", "50"} <= {label.text for label in labels(drawing)}


@pytest.mark.parametrize("made", [(), (Point("a", "A", 36.2, 35.6, 0),)])
def test_no_number_says_so_on_the_land(made: tuple[Point, ...]) -> None:
    drawing = lay_out(map_chart(made), 400, 360, ENGLISH, metrics)
    assert "No records." in [label.text for label in labels(drawing)]
    assert any(isinstance(shape, Polygon) for shape in drawing.primitives)
    assert circles(drawing) == {}


def test_what_lies_within_is_drawn_in_lines_and_never_covers_the_land() -> None:
    halves = (Outline("a", (((36.0, 35.4), (36.6, 35.4), (36.6, 36.3), (36.0, 36.3)),)), Outline("b", (SQUARE,)))
    chart = replace(map_chart(), districts=halves[:1], subdistricts=halves)
    drawing = lay_out(chart, 500, 420, ENGLISH, metrics)
    areas = [shape for shape in drawing.primitives if isinstance(shape, Polygon)]
    assert [area.filled for area in areas] == [True, True, False, False, False, False]
    assert areas[1].rings == areas[-1].rings
    thin, district, whole = areas[2], areas[4], areas[5]
    assert thin.rim_width < district.rim_width < whole.rim_width
    assert outside(drawing) == []
    first_circle = next(i for i, shape in enumerate(drawing.primitives) if isinstance(shape, Circle))
    assert all(drawing.primitives.index(area) < first_circle for area in areas)


def test_neither_land_nor_places() -> None:
    chart = MapChart("t", "u", "s", "No records.", (), "", (), "Killed")
    assert "No records." in [label.text for label in labels(lay_out(chart, 400, 360, ENGLISH, metrics))]


def test_without_a_focus_everything_is_shown() -> None:
    chart = MapChart("t", "", "s", "e", map_chart().outlines, "", map_chart().points, "Killed")
    assert outside(lay_out(chart, 400, 360, ENGLISH, metrics)) == []


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_stay_on_the_sheet(text: str) -> None:
    chart = map_chart((Point("a", text, 36.0, 35.4, 9), Point("b", text, 37.2, 36.3, 4)))
    drawing = lay_out(chart, 330, 330, ARABIC, metrics)
    assert outside(drawing) == []
    assert overlapping(labels(drawing)) == []


def test_a_place_off_the_globe_is_refused() -> None:
    with pytest.raises(ValueError, match="on the map"):
        map_chart((Point("a", "A", 361, 0, 1),))


def test_the_credit_of_boundaries_stands_below_the_map_in_its_room() -> None:
    chart = replace(map_chart(), credit="Boundaries: the official exchange, CC BY 3.0 IGO. " * 6)
    for language in LANGUAGES.values():
        drawing = lay_out(chart, 500, 400, language, metrics)
        assert any("Boundaries:" in one.text for one in labels(drawing))
        assert outside(drawing) == []
        assert overlapping(labels(drawing)) == []


def test_a_credit_in_one_script_does_not_turn_that_of_another_pack_beside_it() -> None:
    ours, others = "خرائط المكتب (CC0)", "UN OCHA (CC BY 3.0 IGO)"
    for language in (ENGLISH, ARABIC):
        drawing = lay_out(replace(map_chart(), credit=f"{ours}; {others}"), 500, 400, language, metrics)
        told = [one.text for one in labels(drawing)]
        assert f"{language.isolate(ours)}; {language.isolate(others)}" in told


@pytest.mark.parametrize("code", ["en", "ar"])
def test_the_longest_credit_is_printed_whole_on_a_page(code: str) -> None:
    words = "Administrative boundaries and populated places, by the office. " * 10
    credit = words[:LONGEST_CREDIT].strip()
    drawing = lay_out(replace(map_chart(), credit=credit), 477, 285, LANGUAGES[code], metrics, look.PAGE_SCALE)
    told = bare(" ".join(label.text for label in labels(drawing)))
    assert credit in told
