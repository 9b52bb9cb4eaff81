"""The built-in places: complete where they promise to be, true to the official list, found by every spelling."""

import unicodedata

import pytest

from snhr_desktop.domain.names import fold
from snhr_desktop.domain.places import BUILT_IN, Level, Place, built_in
from tests.domain.official import needs_official_list, official_places

ARABIC, LATIN = "ARABIC", "LATIN"


def script_of(name: str) -> set[str]:
    return {unicodedata.name(char).split()[0] for char in name if char.isalpha()}


def codes(level: Level, under: str = "") -> list[str]:
    return [p.pcode for p in built_in().at_level(level) if not under or built_in().within(p.pcode, under)]


def test_governorates_and_the_units_of_idlib_are_complete() -> None:
    assert sorted(codes(Level.GOVERNORATE)) == [f"SY{number:02}" for number in range(1, 15)]
    assert len(codes(Level.DISTRICT, "SY07")) == 5
    assert len(codes(Level.SUBDISTRICT, "SY07")) == 26
    assert len(codes(Level.COMMUNITY, "SY07")) >= 120
    assert len(codes(Level.COMMUNITY)) - len(codes(Level.COMMUNITY, "SY07")) >= 150


@pytest.mark.parametrize("place", BUILT_IN, ids=lambda place: place.pcode)
def test_each_place_is_whole(place: Place) -> None:
    assert script_of(place.name_ar) == {ARABIC}
    assert script_of(place.name_en) == {LATIN}
    assert 32.2 < place.lat < 37.4
    assert 35.5 < place.lon < 42.5
    governorate = built_in().ancestor_at(place.pcode, Level.GOVERNORATE)
    assert governorate is not None
    assert place.pcode.startswith("C" if place.level is Level.COMMUNITY else governorate.pcode)
    folded = [fold(name) for name in (place.name_en, place.name_ar, *place.aliases)]
    assert len(set(folded)) == len(folded), "a spelling that folds like another finds nothing more"


def test_each_level_lies_in_the_next_wider_one() -> None:
    wider = dict(zip(list(Level)[1:], Level, strict=False))
    for place in BUILT_IN:
        parent = built_in().get(place.parent)
        assert (parent.level if parent else None) == wider.get(place.level)


@pytest.mark.parametrize(
    "text,pcode",
    [
        ("Khan Shaykhun", "C3987"),
        ("Khan Sheikhoun", "C3987"),
        ("خان شيخون", "C3987"),
        ("Armanaz", "C4176"),
        ("Ma'arr Shurin", "C3978"),
        ("معر شورين", "C3978"),
        ("Saraqib", "C3916"),
        ("سراقب", "C3916"),
        ("Hass", "C4058"),
        ("Kafr Battikh", "C3927"),
        ("كفربطيخ", "C3927"),
        ("Harim", "C4115"),
        ("Zardana", "C3938"),
        ("زردنا", "C3938"),
        ("Mashmashan", "C4212"),
        ("Bennsh", "C3904"),
        ("Teftnaz", "C3932"),
        ("Kafr Nobol", "C4068"),
        ("كفرنبل", "C4068"),
        ("Hbit", "C3989"),
        ("Ma'arrat Tamasrin", "C3947"),
        ("Al Ma'ra", "SY0702"),
        ("معرة النعمان", "C3985"),
        ("Maaret al-Numan", "C3985"),
    ],
)
def test_places_are_found_by_our_the_official_and_other_spellings(text: str, pcode: str) -> None:
    assert pcode in [place.pcode for place in built_in().named(text)]


@pytest.mark.parametrize(
    "governorate,name",
    [
        ("SY01", "جوبر"),
        ("SY05", "كفرزيتا"),
        ("SY07", "التمانعة"),
        ("SY03", "حرستا"),
        ("SY03", "دوما"),
        ("SY05", "اللطامنة"),
        ("SY03", "عين ترما"),
        ("SY03", "زملكا"),
        ("SY03", "عربين"),
        ("SY07", "سرمين"),
        ("SY03", "عدرا"),
        ("SY07", "النيرب"),
        ("SY07", "مشمشان"),
        ("SY02", "مارع"),
        ("SY02", "كلاسة"),
        ("SY02", "خان العسل"),
        ("SY03", "العتيبة"),
        ("SY04", "تلبيسة"),
        ("SY07", "قميناس"),
        ("SY07", "كورين"),
        ("SY07", "كفر عويد"),
        ("SY05", "الحواش"),
        ("SY07", "الجانودية"),
        ("SY03", "معضمية"),
        ("SY01", "القابون"),
        ("SY03", "بسيمة"),
        ("SY07", "كفرتخاريم"),
        ("SY03", "البحارية"),
        ("SY05", "عطشان"),
        ("SY07", "تل منيس"),
        ("SY05", "الصياد"),
        ("SY03", "حتيتة الجرش"),
        ("SY12", "نوى"),
        ("SY12", "مزيريب"),
        ("SY07", "بنش"),
        ("SY07", "كرسعة"),
        ("SY05", "قسطون"),
        ("SY07", "البشيرية"),
        ("SY05", "السرمانية"),
        ("SY05", "عقرب"),
        ("SY07", "قسطن"),
        ("SY02", "كفر نايا"),
        ("SY02", "ام الحوش"),
        ("SY05", "عقيربات"),
        ("SY03", "مرج السلطان"),
        ("SY03", "حوش الضواهرة"),
        ("SY03", "بيت جن"),
        ("SY03", "الشيفونية"),
        ("SY05", "حلفايا"),
        ("SY05", "تمانعة الغاب"),
    ],
)
def test_places_of_published_chemical_attacks_are_known(governorate: str, name: str) -> None:
    found = built_in().named(name, levels=[Level.COMMUNITY], within=governorate)
    assert len(found) == 1, found


@needs_official_list
def test_facts_agree_with_the_official_list() -> None:
    official = {place.pcode: place for place in official_places()}
    for place in BUILT_IN:
        listed = official[place.pcode]
        assert (place.level, place.parent) == (listed.level, listed.parent)
        assert (place.lat, place.lon) == pytest.approx((listed.lat, listed.lon), abs=1e-5)
        spellings = {fold(name) for name in (place.name_en, place.name_ar, *place.aliases)}
        assert {fold(listed.name_en), fold(listed.name_ar)} <= spellings
