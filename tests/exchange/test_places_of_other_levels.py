"""Places under headers of another level: a town under «المنطقة», a sub-district under «البلدة»; none is dropped."""

from pathlib import Path

import pytest

from snhr_desktop.domain.places import built_in
from snhr_desktop.exchange.mapping import PlaceRule
from snhr_desktop.exchange.placing import Placing
from tests.exchange.test_guessing import made, targets

RULE = PlaceRule(governorate="المحافظة", district="المنطقة", subdistrict="الناحية", community="البلدة")
IDLIB, HAMA = "SY07", "SY05"


@pytest.mark.parametrize(
    ("cells", "pcode", "topics"),
    [
        ({"المنطقة": "حاس"}, "C4058", []),
        ({"المنطقة": "سراقب"}, "SY070003", ["place_wide"]),
        ({"المنطقة": "حارم"}, "SY0703", ["place_wide"]),
        ({"المحافظة": "إدلب", "المنطقة": "كفرنبل"}, "SY070203", ["place_wide"]),
        ({"المحافظة": "إدلب", "المنطقة": "حاس"}, "C4058", []),
        ({"المحافظة": "إدلب", "المنطقة": "سراقب", "البلدة": "سراقب"}, "C3916", []),
        ({"المحافظة": "إدلب", "الناحية": "حاس"}, "C4058", []),
        ({"المحافظة": "سراقب"}, "SY070003", ["place_wide"]),
        ({"المحافظة": "إدلب", "البلدة": "ناحية سراقب"}, "SY070003", ["place_wide"]),
        ({"المحافظة": "محافظة إدلب", "المنطقة": "منطقة حارم", "البلدة": "مدينة حارم"}, "C4115", []),
        ({"المحافظة": "Idlib governorate", "البلدة": "town of Saraqib"}, "C3916", []),
        ({"المحافظة": "إدلب", "البلدة": "قرية حاس"}, "C4058", []),
        # the land around a town is the area of its name, and never the town
        ({"المحافظة": "ريف إدلب الجنوبي"}, IDLIB, ["place_wide"]),
        ({"المحافظة": "ريف دمشق الغربي"}, "SY03", ["place_wide"]),
        ({"المنطقة": "ريف حماة الشمالي"}, HAMA, ["place_wide"]),
        ({"المحافظة": "إدلب", "البلدة": "ريف معرة النعمان الشرقي"}, "SY0702", ["place_wide"]),
        ({"المحافظة": "إدلب", "البلدة": "ريف حاس"}, IDLIB, ["place_wide"]),
        # what contradicts what stands beside it, and what nobody knows, is told and placed no closer than is sure
        ({"المحافظة": "حماة", "المنطقة": "سراقب"}, HAMA, ["place_wide"]),
        ({"المحافظة": "إدلب", "المنطقة": "حاس", "البلدة": "سراقب"}, IDLIB, ["place_wide"]),
        ({"المحافظة": "سراقب", "البلدة": "حارم"}, "", ["place_none"]),
        ({"المنطقة": "بلا اسم"}, "", ["place_none"]),
        ({"المحافظة": "بلا اسم", "البلدة": "سراقب"}, "", ["place_none"]),
        ({"المحافظة": "إدلب", "المنطقة": "بلا اسم"}, IDLIB, ["place_wide"]),
    ],
)
def test_a_name_of_another_level_than_its_header_is_found_where_one_place_has_it(
    cells: dict[str, str], pcode: str, topics: list[str]
) -> None:
    placed = Placing(RULE, built_in()).place("a", cells)
    assert (placed.raw["pcode"], [one.topic for one in placed.findings]) == (pcode, topics)


@pytest.mark.parametrize("name", ["حاس", "ريف حاس", "الحي الشمالي"])
def test_a_name_that_is_no_place_of_its_row_stays_with_it(name: str) -> None:
    placed = Placing(RULE, built_in()).place("a", {"المحافظة": "حماة", "البلدة": name})
    assert placed.landmark == name


@pytest.mark.parametrize(
    ("header", "cells", "target"),
    [
        ("المنطقة", ("حاس", "سراقب", "بابيلا"), "place.community"),
        ("المنطقة", ("حارم", "معرة النعمان", "أريحا"), "place.district"),
        ("المنطقة", ("حارم", "سراقب", "خان شيخون"), "place.district"),
        ("المنطقة/البلدة", ("حارم", "سراقب", "خان شيخون"), "place.community"),
        ("District", ("Hass", "Saraqib", "Babila"), "place.community"),
    ],
)
def test_a_header_of_areas_over_names_that_only_towns_have_is_one_of_towns(
    tmp_path: Path, header: str, cells: tuple[str, ...], target: str
) -> None:
    lines = "".join(f"{at},{at + 1}/3/2018,{cell},{at + 2}\n" for at, cell in enumerate(cells))
    _, found = made(tmp_path, f"الرقم,التاريخ,{header},القتلى\n{lines}")
    assert targets(found)[header] == target


@pytest.mark.parametrize("headers", ["الموقع,البلدة", "البلدة,الموقع"])
def test_a_place_beside_a_column_of_towns_is_a_site_in_it(tmp_path: Path, headers: str) -> None:
    cells = {"الموقع": "قرب المدرسة", "البلدة": "سراقب"}
    line = ",".join(cells[header] for header in headers.split(","))
    _, found = made(tmp_path, f"الرقم,التاريخ,{headers},القتلى\n1,2/3/2018,{line},3\n2,3/3/2018,{line},4\n")
    assert (targets(found)["البلدة"], targets(found)["الموقع"]) == ("place.community", "incident.landmark_ar")
    _, alone = made(tmp_path, "الرقم,التاريخ,الموقع,القتلى\n1,2/3/2018,سراقب,3\n2,3/3/2018,حاس,4\n")
    assert targets(alone)["الموقع"] == "place.community"


def test_a_column_of_towns_beside_one_of_areas_leaves_it_its_level(tmp_path: Path) -> None:
    _, found = made(tmp_path, "الرقم,التاريخ,المنطقة,البلدة\n1,2/3/2018,حاس,سراقب\n2,3/3/2018,بابيلا,حارم\n")
    assert targets(found) | {"المنطقة": "place.district", "البلدة": "place.community"} == targets(found)
