"""Published figures stand beside what is recorded, in their own scope, and are never added to it."""

import pytest

from snhr_desktop.domain.periods import IDLIB
from snhr_desktop.domain.records import PublishedFigure
from snhr_desktop.figures import FIGURES, Answer
from snhr_desktop.figures.published import beside

RECORDED = {
    "alliance": Answer(
        "civilians_killed", "victims", 1100, {"class": {"men": 640, "women": 209, "children": 251}, "month": {}}
    ),
    "regime": Answer("barrel_bombs", "munitions", 760),
}
SHARE = Answer("women_children_share", "percent", 41.9)
NO_SHARE = Answer("women_children_share", "percent", None)


def recorded(code: str, scope: str) -> Answer:
    assert code == RECORDED[scope].figure
    return RECORDED[scope]


def test_each_is_compared_in_the_scope_it_was_published_for() -> None:
    entries = (
        PublishedFigure(figure="civilians_killed", value="1109"),
        PublishedFigure(figure="civilians_killed", value="255", breakdown="class", term="children"),
        PublishedFigure(figure="civilians_killed", value="3", breakdown="class", term="not_known"),
        PublishedFigure(figure="barrel_bombs", value="752", scope="regime"),
    )
    found = beside(entries, recorded)
    assert [one.source for one in found] == list(entries)
    assert [one.recorded for one in found] == [1100, 251, 0, 760]
    assert [one.difference for one in found] == [-9, -4, -3, 8]
    assert found[0].figure is FIGURES["civilians_killed"]


@pytest.mark.parametrize(
    ("value", "number"),
    [("1109", 1109), ("1,109", 1109), ("١٬١٠٩", 1109), ("41.8", 41.8), ("41.8%", 41.8), ("٤١٫٨٪", 41.8)],
)
def test_values_are_read_in_either_script(value: str, number: float) -> None:
    (found,) = beside([PublishedFigure(figure="women_children_share", value=value)], lambda *_: SHARE)
    assert found.published == number
    assert found.difference == round(41.9 - number, 1)


@pytest.mark.parametrize("value", ["about 50", "", "nan", "inf", "<b>9&"])
def test_what_is_no_number_is_shown_and_not_compared(value: str) -> None:
    (found,) = beside([PublishedFigure(figure="women_children_share", value=value)], lambda *_: SHARE)
    assert (found.published, found.recorded, found.difference) == (None, 41.9, None)


def test_without_a_recorded_number_there_is_no_difference() -> None:
    entries = (
        PublishedFigure(figure="women_children_share", value="41.8"),
        PublishedFigure(figure="women_children_share", value="41.8", breakdown="class", term="men"),
        PublishedFigure(figure="population", value="2500000"),
    )
    found = beside(entries, lambda *_: NO_SHARE)
    assert [(one.recorded, one.difference) for one in found] == [(None, None)] * 3
    assert found[2].figure is None


def test_every_published_figure_of_the_idlib_period_has_its_recorded_one() -> None:
    for entry in IDLIB.published:
        assert entry.breakdown in ("", *FIGURES[entry.figure].breakdown_codes)
