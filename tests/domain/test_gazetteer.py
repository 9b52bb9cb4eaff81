"""The gazetteer: who lies in whom, the search ranking, speed on the full official list, distances."""

import statistics
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from snhr_desktop.domain.places import BUILT_IN, Gazetteer, Level, Place, built_in, distance_km, with_built_in
from tests.domain.official import needs_official_list, official_places

SARAQIB, IDLIB = "C3916", "SY07"


def community(pcode: str, name: str, *aliases: str, parent: str = "X1") -> Place:
    return Place(pcode, Level.COMMUNITY, name, "اسم", parent, 35.0, 36.0, aliases)


def names(text: str, *places: Place) -> list[str]:
    return [place.name_en for place in Gazetteer(places).search(text)]


def test_a_place_knows_what_it_lies_in() -> None:
    gazetteer = built_in()
    assert [place.pcode for place in gazetteer.ancestors(SARAQIB)] == ["SY070003", "SY0700", IDLIB]
    assert gazetteer.within(SARAQIB, IDLIB)
    assert gazetteer.within(IDLIB, IDLIB)
    assert not gazetteer.within(IDLIB, SARAQIB)
    assert not gazetteer.within(SARAQIB, "SY02")
    assert gazetteer.ancestor_at(SARAQIB, Level.DISTRICT) == gazetteer.get("SY0700")
    assert gazetteer.ancestor_at(IDLIB, Level.COMMUNITY) is None
    assert len(gazetteer.children(IDLIB)) == 5
    assert len(gazetteer.children("")) == 14


def test_unknown_codes_are_answered_with_nothing() -> None:
    gazetteer = built_in()
    assert gazetteer.get("C0000") is None
    assert "C0000" not in gazetteer
    assert gazetteer.ancestors("C0000") == gazetteer.children("C0000") == ()
    assert gazetteer.ancestor_at("C0000", Level.GOVERNORATE) is None
    assert not gazetteer.within("C0000", IDLIB)
    assert not gazetteer.within("", "")


def test_labels_and_paths_speak_the_language_asked_for() -> None:
    gazetteer = built_in()
    saraqib, district = gazetteer.get(SARAQIB), gazetteer.get("SY0703")
    assert saraqib is not None
    assert district is not None
    assert gazetteer.label(saraqib, "ar") == "سراقب"
    assert gazetteer.path(saraqib, "en") == ("Saraqib", "Saraqib sub-district", "Idlib")
    assert gazetteer.path(saraqib, "ar") == ("سراقب", "ناحية سراقب", "إدلب")
    assert gazetteer.path(district, "en") == ("Harim district", "Idlib")
    assert gazetteer.path(gazetteer.children("")[0], "en") == ("Aleppo",)


def test_hits_come_exact_then_beginning_then_word_start_then_inside() -> None:
    found = names(
        "nabl",
        community("1", "Big Manabla"),
        community("2", "Kafr Nablus"),
        community("3", "Nablus"),
        community("4", "Nabl"),
        community("5", "Elsewhere", "Al-Nabl"),
        community("6", "Damascus"),
    )
    assert found == ["Elsewhere", "Nabl", "Nablus", "Kafr Nablus", "Big Manabla"]


def test_close_spellings_come_only_for_four_letters_and_where_little_else_is_found() -> None:
    places = (community("1", "Saraqib"), community("2", "Sarmin"))
    assert names("saraqip", *places) == ["Saraqib"]
    assert names("srq", *places) == []


def test_the_town_comes_before_the_units_named_after_it() -> None:
    assert [place.level for place in built_in().search("Saraqib")[:2]] == [Level.COMMUNITY, Level.SUBDISTRICT]


@pytest.mark.parametrize(
    "text,pcode",
    [
        ("sar", SARAQIB),
        ("saraq", SARAQIB),
        ("سرا", SARAQIB),
        ("kafr n", "C4068"),
        ("jisr ash", "C4199"),
        ("معرة ال", "C3985"),
        ("معره النعما", "C3985"),
        ("numan", "C3985"),
        ("khan sheikon", "C3987"),
        ("خان شيخوون", "C3987"),
        ("kafrnabel", "C4068"),
    ],
)
def test_names_are_found_while_they_are_typed(text: str, pcode: str) -> None:
    assert pcode in [place.pcode for place in built_in().search(text)]


def test_a_search_can_be_narrowed() -> None:
    towns = built_in().search("Quneitra", levels=[Level.COMMUNITY])
    assert {place.pcode for place in towns} == {"C6268", "C4177"}
    assert [place.pcode for place in built_in().search("Quneitra", within=IDLIB)] == ["C4177"]


@pytest.mark.parametrize("text", ["", "   ", "\u200f", "'", "-", "ـ"])
def test_a_search_for_nothing_finds_nothing(text: str) -> None:
    assert built_in().search(text) == []


@given(st.text(max_size=40), st.integers(0, 10))
def test_any_text_is_answered_with_at_most_limit_different_places(text: str, limit: int) -> None:
    found = built_in().search(text, limit)
    assert len(found) == len(set(found)) <= limit


@given(st.sampled_from(BUILT_IN), st.sampled_from(("name_en", "name_ar")))
def test_every_place_is_found_by_its_names(place: Place, field: str) -> None:
    name = getattr(place, field)
    assert place in built_in().named(name)
    assert place in built_in().search(name)


@pytest.mark.parametrize("typed", ["اريحه", "أريحة", "اريحى", "داريه", "داريا"])
def test_an_ending_that_is_heard_alike_is_found_first(typed: str) -> None:
    first = built_in().search(typed)[0]
    assert first.name_ar == ("أريحا" if "ريح" in typed else "داريا")


def test_another_ending_comes_after_what_is_spelled_as_typed() -> None:
    gazetteer = Gazetteer([community("1", "One", "كفرا"), community("2", "Two", "كفره")])
    assert [place.pcode for place in gazetteer.search("كفره")] == ["2", "1"]
    assert [place.pcode for place in gazetteer.named("كفره")] == ["2"]


@needs_official_list
def test_another_ending_is_found_among_all_places() -> None:
    gazetteer = Gazetteer(with_built_in(official_places()))
    assert gazetteer.search("اريحه")[0].name_ar == "أريحا"


def test_a_very_long_text_is_answered_at_once() -> None:
    start = time.perf_counter()
    assert built_in().search("كفر نبل " * 500) == []
    assert time.perf_counter() - start < 0.5


def test_two_places_never_share_a_code_and_a_parent_is_wider() -> None:
    with pytest.raises(ValueError, match="two places"):
        Gazetteer([community("1", "One"), community("1", "Two")])
    with pytest.raises(ValueError, match="not wider"):
        Gazetteer([community("1", "One", parent="2"), community("2", "Two", parent="1")])


def test_the_nearest_place_of_a_level() -> None:
    gazetteer = built_in()
    assert gazetteer.nearest(35.862, 36.807) == gazetteer.get(SARAQIB)
    assert gazetteer.nearest(35.93, 36.63, Level.GOVERNORATE) == gazetteer.get(IDLIB)
    assert Gazetteer([]).nearest(35.0, 36.0) is None


def test_distances_are_kilometres() -> None:
    assert distance_km(35.8611, 36.80611, 35.8611, 36.80611) == 0
    assert distance_km(0, 0, 0, 1) == pytest.approx(111.195, abs=0.001)
    assert distance_km(33.51718, 36.27671, 36.20601, 37.15242) == pytest.approx(309, abs=2)  # Damascus to Aleppo
    assert distance_km(0, 0, 0, 180) == pytest.approx(20015.1, abs=0.1)


def test_an_imported_list_decides_the_facts_and_our_spelling_stays() -> None:
    listed = Place(SARAQIB, Level.COMMUNITY, "Saraqab", "سراقب", "SY070003", 35.9, 36.9, ("Serakab",))
    new = community("C9999", "New Village", parent="SY070003")
    gazetteer = Gazetteer(with_built_in([listed, new]))
    joined = gazetteer.get(SARAQIB)
    assert joined is not None
    assert (joined.name_en, joined.lat, joined.lon) == ("Saraqib", 35.9, 36.9)
    assert joined in gazetteer.named("Saraqab")
    assert joined in gazetteer.named("Serakab")
    assert gazetteer.within("C9999", IDLIB)
    assert len(gazetteer) == len(BUILT_IN) + 1


@needs_official_list
def test_the_full_official_list_is_searched_within_a_key_stroke() -> None:
    gazetteer = Gazetteer(with_built_in(official_places()))
    assert len(gazetteer) > 7_900
    typed = ["k", "ka", "kafr", "kafr n", "ك", "كفر", "تل", "saraq", "maarat noman", "kafrr nbl", "خان شيخوون", "a"]
    took = {text: min(_seconds(gazetteer, text) for _ in range(5)) for text in typed}
    assert statistics.median(took.values()) < 0.002, took
    assert max(took.values()) < 0.004, took


def _seconds(gazetteer: Gazetteer, text: str) -> float:
    start = time.thread_time()
    gazetteer.search(text)
    return time.thread_time() - start


def _renumbered() -> Gazetteer:
    """A sub-district and its town got other codes; a hamlet of it is gone; a village still names the former area."""
    places = [
        Place("SY07", Level.GOVERNORATE, "Idlib", "إدلب", "", 35.9, 36.6),
        Place("SY0700", Level.DISTRICT, "Idlib", "إدلب", "SY07", 35.9, 36.6),
        Place("SY070000", Level.SUBDISTRICT, "Old", "القديمة", "SY0700", 35.9, 36.6),
        Place("SY070001", Level.SUBDISTRICT, "New", "الجديدة", "SY0700", 35.9, 36.6),
        Place("C1", Level.COMMUNITY, "Town", "البلدة", "SY070000", 35.0, 36.0),
        Place("C2", Level.COMMUNITY, "Town", "البلدة", "SY070001", 35.9, 36.6),
        Place("C3", Level.COMMUNITY, "Hamlet", "المزرعة", "SY070000", 35.9, 36.61),
        Place("C4", Level.COMMUNITY, "Village", "القرية", "SY070000", 35.9, 36.62),
    ]
    return Gazetteer(places, {"SY070000": "SY070001", "C1": "C2", "C3": ""})


def test_former_codes_lead_to_what_came_after_them_wherever_places_are_asked_for() -> None:
    gazetteer = _renumbered()
    assert {place.pcode for place in gazetteer.children("SY070000")} == {"C1", "C2", "C3", "C4"}
    assert gazetteer.children("SY070000") == gazetteer.children("SY070001")
    assert gazetteer.ancestor_at("C4", Level.SUBDISTRICT) == gazetteer.get("SY070001")
    assert gazetteer.ancestors("C1") == gazetteer.ancestors("C2")
    assert gazetteer.within("C4", "SY070001")
    assert gazetteer.within("C2", "SY070000")
    assert not gazetteer.within("C2", "SY99")


def test_what_is_no_more_is_near_where_its_successor_is_and_never_the_nearest() -> None:
    gazetteer = _renumbered()
    assert {place.pcode for place in gazetteer.around(35.9, 36.6, 1.5)} == {"C1", "C2", "C3"}
    assert gazetteer.around(35.0, 36.0, 5) == ()
    assert gazetteer.nearest(35.9, 36.611) == gazetteer.get("C4")
    assert gazetteer.nearest(35.0, 36.0) == gazetteer.get("C2")
