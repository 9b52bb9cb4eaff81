"""The outlines that come with the program: complete, closed, small, and where the places say they are."""

from itertools import pairwise

import pytest

from snhr_desktop import paths
from snhr_desktop.domain.places import Level, built_in, distance_km
from snhr_desktop.geodata import Outline, Point, load_outlines


def inside(point: Point, outline: Outline) -> bool:
    """Even-odd rule over all rings."""
    lon, lat = point
    crossings = 0
    for ring in outline:
        for (lon_a, lat_a), (lon_b, lat_b) in pairwise(ring):
            if (lat_a > lat) != (lat_b > lat):
                crossings += lon < lon_a + (lat - lat_a) * (lon_b - lon_a) / (lat_b - lat_a)
    return crossings % 2 == 1


def kilometres_to(point: Point, outline: Outline) -> float:
    lon, lat = point
    return min(distance_km(lat, lon, y, x) for ring in outline for x, y in ring)


def test_there_is_one_outline_for_each_governorate() -> None:
    assert set(load_outlines()) == {place.pcode for place in built_in().at_level(Level.GOVERNORATE)}


def test_rings_are_closed_and_within_syria() -> None:
    for outline in load_outlines().values():
        for ring in outline:
            assert ring[0] == ring[-1]
            assert len(ring) >= 4
            assert all(35.5 < lon < 42.5 and 32.2 < lat < 37.5 for lon, lat in ring)


def test_the_file_is_small_and_read_once() -> None:
    assert (paths.resources() / "geodata" / "governorates.json").stat().st_size < 60_000
    assert load_outlines() is load_outlines()


def test_neighbours_share_their_border_exactly() -> None:
    idlib, aleppo = (set(load_outlines()[code][0]) for code in ("SY07", "SY02"))
    assert len(idlib & aleppo) > 10


@pytest.mark.parametrize("level", [Level.GOVERNORATE, Level.COMMUNITY])
def test_places_lie_in_the_outline_of_their_governorate(level: Level) -> None:
    outlines, gazetteer, near_border_km = load_outlines(), built_in(), 12
    for place in gazetteer.at_level(level):
        governorate = gazetteer.ancestor_at(place.pcode, Level.GOVERNORATE)
        assert governorate is not None
        outline, point = outlines[governorate.pcode], (place.lon, place.lat)
        assert inside(point, outline) or kilometres_to(point, outline) < near_border_km, place


def test_damascus_is_a_hole_in_its_countryside() -> None:
    damascus = (36.29, 33.51)
    assert inside(damascus, load_outlines()["SY01"])
    assert not inside(damascus, load_outlines()["SY03"])
