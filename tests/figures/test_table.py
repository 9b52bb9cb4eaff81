"""Figures as rows: the shape other programs read, and tables that people do."""

import csv
import datetime as dt
import io
import json

import pytest

from snhr_desktop.domain.periods import IDLIB
from snhr_desktop.figures import Answer
from snhr_desktop.figures.table import as_csv, as_json, as_table, rows
from snhr_desktop.i18n import ARABIC, ENGLISH, LANGUAGES, Language, bare

ANSWERS = {
    answer.figure: answer
    for answer in (
        Answer("civilians_killed", "victims", 1109, {"class": {"men": 645, "women": 209, "children": 255}}),
        Answer("women_children_share", "percent", 41.8),
        Answer("barrel_bombs", "munitions", 3, {"subdistrict": {"SY070003": 3}}, unstated=2),
        Answer("date_uncertain", "incidents", 1, {"month": {"2018-05": 1}}),
    )
}
HOSTILE = "حَمَّــاه\u202e <b>&\n\",='"


def place_name(pcode: str, language: Language) -> str:
    return {"en": "Saraqib", "ar": "سراقب"}[language.code] if pcode == "SY070003" else pcode


def test_json_has_the_agreed_shape() -> None:
    read = json.loads(as_json(ANSWERS, IDLIB.period, "alliance", dt.date(2026, 1, 31)))
    assert list(read) == ["period", "scope", "as_of", "figures"]
    assert (read["period"], read["scope"], read["as_of"]) == ("idlib", "alliance", "2026-01-31")
    assert read["figures"]["civilians_killed"] == {
        "unit": "victims",
        "total": 1109,
        "by": {"class": {"men": 645, "women": 209, "children": 255}},
    }
    assert read["figures"]["women_children_share"] == {"unit": "percent", "total": 41.8, "by": {}}


def test_json_of_no_share_is_null() -> None:
    none = {"women_children_share": Answer("women_children_share", "percent", None)}
    read = json.loads(as_json(none, IDLIB.period, "all", dt.date(2026, 1, 31)))
    assert read["figures"]["women_children_share"]["total"] is None


@pytest.mark.parametrize("language", LANGUAGES.values())
def test_csv_has_one_line_per_number(language: Language) -> None:
    read = list(csv.DictReader(io.StringIO(as_csv(ANSWERS, language, place_name))))
    numbers = {(line["figure"], line["breakdown"], line["term"]): line["number"] for line in read}
    assert len(numbers) == len(read) == 10
    assert numbers["civilians_killed", "", ""] == "1109"
    assert numbers["civilians_killed", "class", "women"] == "209"
    assert numbers["women_children_share", "", ""] == "41.8"
    assert numbers["barrel_bombs", "unstated", ""] == "2"
    assert all(line["title"] and line["label"] for line in read)


def test_csv_survives_hostile_names() -> None:
    read = list(csv.DictReader(io.StringIO(as_csv(ANSWERS, ARABIC, lambda *_: HOSTILE))))
    assert [line["label"] for line in read if line["breakdown"] == "subdistrict"] == [HOSTILE]


def test_tables_say_numbers_with_units_and_what_stands_apart() -> None:
    english = as_table(ANSWERS, ENGLISH, place_name)
    assert "1,109 victims" in english
    assert "41.8%" in english
    assert "2 uses without a stated number, not included" in english
    assert english.index("Shown apart, in no total") > english.index("Date uncertain, not included")
    arabic = bare(as_table(ANSWERS, ARABIC, place_name))
    for said in ("1,109 ضحايا", "3 ذخائر", "سراقب", "أيار 2018", "يُعرض على حدة"):
        assert said in arabic
    assert not any(letter in arabic for letter in "abcdefghijklmnopqrstuvwxyz")


def test_rows_follow_their_total() -> None:
    told = [(row.figure.code, row.breakdown, row.label, row.number) for row in rows(ANSWERS, ENGLISH, place_name)]
    assert told[:4] == [
        ("civilians_killed", "", "Civilians killed", 1109),
        ("civilians_killed", "class", "Men", 645),
        ("civilians_killed", "class", "Women", 209),
        ("civilians_killed", "class", "Children", 255),
    ]
