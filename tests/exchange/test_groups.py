"""Rows that are victims, incidents or both: grouped by their key, compared with each other, told by their cells."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

import pytest

from snhr_desktop.domain.places import built_in
from snhr_desktop.domain.records import Dossier
from snhr_desktop.exchange.conversion import MappedRows
from snhr_desktop.exchange.convert import Converted
from snhr_desktop.exchange.mapping_file import read
from snhr_desktop.exchange.reading import Row
from snhr_desktop.i18n import ARABIC, ENGLISH, bare

VICTIMS = """
[file]
code = "list"
name_en = "List"
name_ar = "قائمة"
rows = "victim"
group_by = ["التاريخ", "البلدة"]
exclusive = [["مدني", "مقاتل"]]

[incident]
kinds = { columns = ["النوع"], value = ["killing"], separator = "،" }
title_ar = "العنوان"

[date]
column = "التاريخ"
unknown = ["غير معروف", "0000-00-00"]

[place]
community = "البلدة"
governorate = "المحافظة"

[[victims]]
name_ar = "الاسم"
sex = "الجنس"
age = "العمر"
civil_status = { flags = { "مدني" = "civilian", "مقاتل" = "armed" }, value = "unknown" }
outcome = "النتيجة"

[[facilities]]
each = ["المنشأة"]
separator = "،"
type = { each = true }

[[attributions]]
party = "الجهة"
mode = { value = "believed" }
"""
CELLS = {"التاريخ": "22/3/2018", "البلدة": "حارم", "المحافظة": "ادلب", "النتيجة": "قتيل", "الجنس": "ذكر"}


def rows(*cells: dict[str, Any]) -> list[Row]:
    return [Row(number, CELLS | said) for number, said in enumerate(cells, 2)]


def convert(given: Sequence[Row], mapping: str = VICTIMS) -> Converted:
    return MappedRows(read(mapping), built_in(), dt.date(2026, 1, 1)).convert(given)


def dossier(given: Sequence[Row], mapping: str = VICTIMS) -> Dossier:
    found = convert(given, mapping)
    assert found.dossier, [(problem.tell(ENGLISH), problem.cell) for problem in found.problems]
    return found.dossier


def said(found: Converted) -> list[tuple[str, str]]:
    return [(bare(problem.tell(ENGLISH)), problem.cell) for problem in found.problems]


def test_rows_of_one_key_are_the_victims_of_one_incident() -> None:
    given = rows(
        {"الاسم": "أحمد", "العمر": "٣٥", "مدني": "نعم", "المنشأة": "مدرسة، سوق", "الجهة": "روسيا"},
        {"الاسم": "فاطمة", "الجنس": "أنثى", "العمر": 7.0, "المنشأة": "مدرسة، سوق", "الجهة": "القوات الروسية"},
        {"الاسم": "'خالد", "العمر": "", "مقاتل": "1", "النتيجة": "جريح", "الجهة": "قوات النظام السوري"},
    )
    found = convert(given)
    assert (found.row, found.rows, found.key) == (2, (2, 3, 4), "22/3/2018 | حارم")
    made = dossier(given)
    assert [(v.name_ar, v.sex, v.age, v.civil_status, v.outcome) for v in made.victims] == [
        ("أحمد", "male", 35, "civilian", "killed"),
        ("فاطمة", "female", 7, "unknown", "killed"),
        ("خالد", "male", None, "armed", "injured"),
    ]
    assert [facility.type for facility in made.facilities] == ["school", "market"]
    assert [(a.party, a.mode) for a in made.attributions] == [("russia", "believed"), ("regime", "believed")]
    assert (made.incident.place.pcode, made.incident.date.first) == ("C4115", dt.date(2018, 3, 22))
    assert made.incident.kinds == ("killing",)


def test_two_schools_of_one_row_are_two() -> None:
    made = dossier(rows({"المنشأة": "مدرسة، مدرسة"}, {"المنشأة": "مدرسة، مدرسة"}))
    assert [facility.type for facility in made.facilities] == ["school", "school"]


def test_rows_that_do_not_agree_are_told_with_the_cell() -> None:
    given = rows({"العنوان": "قصف حارم"}, {"العنوان": ""}, {"العنوان": "قصف السوق", "النوع": "قتل، قصف عشوائي"})
    found = convert(given)
    assert dossier(given).incident.title_ar == "قصف حارم"
    assert dossier(given).incident.kinds == ("killing", "indiscriminate")
    assert [(bare(f.tell(ENGLISH)), f.cell) for f in found.findings] == [
        ("22/3/2018 | حارم: Title in Arabic: “قصف حارم”, elsewhere “قصف السوق”", "4 (العنوان)")
    ]


def test_columns_that_exclude_each_other_refuse_with_the_cell() -> None:
    found = convert(rows({}, {"مدني": "نعم", "مقاتل": "نعم"}))
    assert found.dossier is None
    assert said(found)[0] == (
        "“مدني” and “مقاتل” are both filled in, and only one of them can be. Clear one in the file.",
        "3 (مقاتل)",
    )
    assert (
        bare(found.problems[0].tell(ARABIC))
        == "في كل من «مدني» و«مقاتل» شيء، ولا يصحّ إلا أحدهما. أفرغ أحدهما في الملف."
    )


def test_a_flag_that_says_neither_contradicts_nothing() -> None:
    given = rows({"مدني": "نعم", "مقاتل": "غير معروف"})
    mapping = VICTIMS.replace('exclusive = [["مدني", "مقاتل"]]', "")
    assert [victim.civil_status for victim in dossier(given, mapping).victims] == ["civilian"]
    assert convert(given, mapping).unmapped == (("مقاتل", "غير معروف"),)


@pytest.mark.parametrize(
    "cells, problem, cell",
    [
        ({"العمر": "قديم"}, "“قديم” is not a whole number.", "3 (العمر)"),
        ({"العمر": "400"}, "“400” is more than 120, which this cannot be.", "3 (العمر)"),
        ({"النتيجة": ""}, "The cell is blank, and nothing is assumed.", "3 (النتيجة)"),
    ],
)
def test_each_problem_knows_its_cell(cells: dict[str, Any], problem: str, cell: str) -> None:
    [(told, at)] = said(convert(rows({}, cells)))
    assert (told.startswith(problem), at) == (True, cell)


def test_a_date_that_cannot_be_read_is_told_with_its_cell() -> None:
    (told,) = said(convert(rows({"التاريخ": "2018-02-30"})))
    assert told[1] == "2 (التاريخ)"
    assert "not a date that exists" in told[0]


@pytest.mark.parametrize("unknown", ["غير معروف", "0000-00-00", ""])
def test_what_says_that_no_date_is_known_is_no_date(unknown: str) -> None:
    found = convert(rows({"التاريخ": unknown}))
    assert found.dossier
    assert not found.dossier.incident.date
    assert [finding.topic for finding in found.findings] == ["date_missing"]


def test_an_unknown_word_is_told_once_for_a_group() -> None:
    found = convert(rows({"الجهة": "الفضائيون"}, {"الجهة": "الفضائيون"}))
    assert found.unmapped == (("الجهة", "الفضائيون"),)
    assert dossier(rows({"الجهة": "الفضائيون"})).attributions == ()


def test_a_row_without_a_key_is_refused() -> None:
    assert said(convert(rows({"التاريخ": "", "البلدة": " "}))) == [
        (
            "All columns that tell a record from all others are blank in this row (التاريخ · البلدة). Fill in one of"
            " them, or choose others for the key.",
            "",
        )
    ]


def test_a_long_key_is_cut_and_stays_its_own() -> None:
    converter = MappedRows(read(VICTIMS), built_in(), dt.date(2026, 1, 1))
    keys = {converter.key_of(Row(1, {"التاريخ": "x" * 90, "البلدة": name})) for name in ("a", "b")}
    assert len(keys) == 2
    assert all(len(key) == 76 for key in keys)


REPEATS = """
[file]
code = "form"
name_en = "Form"
name_ar = "استمارة"
key = "_uuid"
[incident]
kinds = { value = ["killing"] }
[toll]
minimum = "least"
maximum = "most"
[place]
point = "gps"
[[victims]]
from = "victims"
name_ar = "name"
number = "n"
outcome = { value = "killed" }
[[victims]]
each = ["wounded"]
number = { each = true }
outcome = { value = "injured" }
"""


ENTRIES: dict[str, list[dict[str, Any]]] = {"victims": [{"name": "أحمد", "n": 1}, {"name": "", "n": "3"}]}


def test_a_repeat_gives_one_record_for_each_entry() -> None:
    cells = {"_uuid": "u1", "gps": "35.8611 36.8061 0 5", "wounded": "4.0", "least": "4", "most": "6"}
    found = convert([Row(1, cells, lists=ENTRIES)], REPEATS)
    assert found.dossier, said(found)
    assert [(v.name_ar, v.number, v.outcome) for v in found.dossier.victims] == [
        ("أحمد", 1, "killed"), ("", 3, "killed"), ("", 4, "injured"),
    ]  # fmt: skip
    incident = found.dossier.incident
    assert (incident.place.pcode, incident.place.lat) == ("C3916", 35.8611)
    assert (incident.toll_open, incident.review_notes) == (True, "least: 4; most: 6")


def test_a_least_above_the_most_is_refused() -> None:
    found = convert([Row(1, {"_uuid": "u1", "least": "9", "most": "6"})], REPEATS)
    assert said(found) == [("The least, 9, is more than the most, 6. Correct one of them in the file.", "1 (least)")]


@pytest.mark.parametrize("lat, lon, cell", [("35.8", "4239", "5 (lon)"), ("358.0", "36.8", "5 (lat)")])
def test_impossible_degrees_are_told_with_their_cell(lat: str, lon: str, cell: str) -> None:
    mapping = REPEATS.replace('point = "gps"', 'latitude = "lat"\nlongitude = "lon"')
    found = convert([Row(5, {"_uuid": "u1", "lat": lat, "lon": lon})], mapping)
    assert [(f.topic, f.cell) for f in found.findings] == [("coordinates_bad", cell), ("place_none", "5 (lat)")]
