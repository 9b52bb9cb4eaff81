"""Every chart is told apart by whoever looks at it: with fewer cones, and on a page from a photocopier."""

import itertools
from collections.abc import Callable

import pytest

from snhr_desktop import look
from snhr_desktop.charts import Chart, Rect, lay_out
from snhr_desktop.charts.sheet import pattern_of
from snhr_desktop.i18n import LANGUAGES, Language
from snhr_desktop.reports.pictures import classes, facilities, months, parties
from snhr_desktop.reports.telling import Telling
from tests.charts.builders import labels, metrics
from tests.charts.seeing import EYES, difference
from tests.reports.specimen import snapshot

LEAST = 10.0
"""ΔE*ab (CIE 1976) that neighbours of one pattern differ by; 2 can just be seen, 10 is seen at a glance."""
PICTURES: tuple[Callable[[Telling], Chart], ...] = (classes.chart, facilities.chart, months.chart, parties.chart)
PRINTED = (look.LIGHT, look.PAPER)


def seen_by(palette: look.Palette) -> list[str]:
    """The eyes that a palette has to serve: nobody prints the dark one in grey."""
    return [eye for eye in EYES if eye != "grey" or palette in PRINTED]


@pytest.mark.parametrize("palette", look.PALETTES.values(), ids=lambda palette: palette.name)
def test_any_two_series_differ_in_colour_or_pattern_for_every_eye(palette: look.Palette) -> None:
    alike = [
        (one, other, eye)
        for one, other in itertools.combinations(look.SERIES, 2)
        for eye in seen_by(palette)
        if pattern_of(one, 5) == pattern_of(other, 5)
        and difference(palette.colour(one), palette.colour(other), eye) < LEAST
    ]
    assert alike == []


@pytest.mark.parametrize("palette", look.PALETTES.values(), ids=lambda palette: palette.name)
@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.__module__.split(".")[-1])
def test_the_charts_of_the_report_and_the_window_are_told_apart(
    picture: Callable[[Telling], Chart], language: Language, palette: look.Palette
) -> None:
    chart = picture(Telling(snapshot(), language))
    drawing = lay_out(chart, 480, 400, language, metrics)
    parts = [shape for shape in drawing.primitives if isinstance(shape, Rect) and shape.key]
    said = {label.text for label in labels(drawing)}
    for one, other in itertools.pairwise(parts):
        if (one.role, one.pattern) == (other.role, other.pattern):
            continue
        directly = one.y != other.y and len(said) > len(parts)  # a bar has its words beside it
        if one.pattern == other.pattern and not directly:
            for eye in seen_by(palette):
                assert difference(palette.colour(one.role), palette.colour(other.role), eye) >= LEAST, (one, other, eye)


def test_the_simulation_sees_what_is_known() -> None:
    assert difference("#FF0000", "#FF0000", "protanopia") == 0
    assert difference("#000000", "#FFFFFF", "usual") == pytest.approx(100, abs=0.1)
    red, green = "#C00000", "#5E7A00"
    assert difference(red, green, "deuteranopia") < difference(red, green, "usual") / 2
    assert difference("#777777", "#777777", "grey") == 0
