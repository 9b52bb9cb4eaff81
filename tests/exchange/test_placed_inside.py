"""Points that no town is near: the sub-district around them is proposed, or recorded where the mapping says so."""

from dataclasses import replace

import pytest

from snhr_desktop.domain.places import BUILT_IN, Gazetteer, Grounds, Level, Shape
from snhr_desktop.exchange.mapping import PlaceRule
from snhr_desktop.exchange.placing import Placing
from snhr_desktop.i18n import ARABIC, ENGLISH

RULE = PlaceRule(latitude="lat", longitude="lon", governorate="area", near_km=0.1)
SQUARE = Shape.of([[(36.0, 35.0), (37.0, 35.0), (37.0, 36.0), (36.0, 36.0), (36.0, 35.0)]])
PLACES = Gazetteer(BUILT_IN, grounds=Grounds({Level.SUBDISTRICT: {"SY070003": SQUARE}}))


@pytest.mark.parametrize(
    ("outlines", "area", "pcode", "topics"),
    [
        (False, "", "SY07", ["place_proposed", "place_wide"]),
        (True, "", "SY070003", ["place_inside", "place_wide"]),
        (False, "Idlib", "SY07", ["place_proposed", "place_wide"]),
        (True, "Idlib", "SY070003", ["place_inside", "place_wide"]),
        (True, "Aleppo", "SY02", ["place_wide"]),
    ],
)
def test_a_point_lies_in_a_sub_district(outlines: bool, area: str, pcode: str, topics: list[str]) -> None:
    placed = Placing(replace(RULE, outlines=outlines), PLACES).place(
        "a", {"lat": "35.55", "lon": "36.61", "area": area}
    )
    assert (placed.raw["pcode"], placed.raw["precision"]) == (pcode, "coordinates")
    assert [one.topic for one in placed.findings] == topics


def test_what_is_proposed_is_told_in_both_languages() -> None:
    finding = Placing(RULE, PLACES).place("a", {"lat": "35.55", "lon": "36.61"}).findings[0]
    assert "Saraqib" in finding.tell(ENGLISH)
    assert "سراقب" in finding.tell(ARABIC)


def test_nothing_is_proposed_outside_every_boundary_or_where_none_is_known() -> None:
    for places, lat in ((PLACES, "34.5"), (Gazetteer(BUILT_IN), "35.55")):
        found = Placing(RULE, places).place("a", {"lat": lat, "lon": "36.61"}).findings
        assert {one.topic for one in found} == {"place_wide"}
