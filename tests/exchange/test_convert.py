"""One row as a dossier: dates, places, words and flags, and whatever a hostile file may hold."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from snhr_desktop.domain.places import built_in
from snhr_desktop.domain.records import Dossier
from snhr_desktop.exchange.conversion import MappedRows
from snhr_desktop.exchange.convert import Converted
from snhr_desktop.exchange.dating import dates_in
from snhr_desktop.exchange.mapping_file import bundled
from snhr_desktop.exchange.outlines import governorate_of
from snhr_desktop.exchange.reading import Row
from snhr_desktop.i18n import ARABIC, ENGLISH, LANGUAGES, bare
from tests.builders import HOSTILE_TEXTS
from tests.exchange.archive import row

ROWS = MappedRows(bundled()[0], built_in(), dt.date(2026, 1, 1))
LEAF = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=40)


def converted(**said: Any) -> Converted:
    return ROWS.convert([Row(1, row(**said))])


def dossier(**said: Any) -> Dossier:
    found = converted(**said)
    assert found.dossier, [problem.tell(ENGLISH) for problem in found.problems]
    return found.dossier


def topics(found: Converted) -> list[str]:
    return [finding.topic for finding in found.findings]


def test_a_clean_row_needs_no_comment() -> None:
    found = converted()
    assert (found.problems, found.findings, found.unmapped) == ((), (), ())
    made = dossier()
    assert made.incident.origin == "syrian_archive_chemical:SAR290415"
    assert (made.incident.status, made.incident.kinds) == ("reported", ("prohibited_weapon",))
    assert (made.incident.place.pcode, made.incident.place.precision) == ("C3916", "community")
    assert [(use.weapon, use.attacks) for use in made.weapons] == [("chemical", 1)]
    assert [source.publisher_ar for source in made.sources] == ["الأرشيف السوري"]
    assert made.sources[0].link == "Syrian Archive, chemical-weapon incidents, SAR290415 (CC BY-SA 4.0)"


@pytest.mark.parametrize(
    "code, date, said, taken, topic",
    [
        ("JOB120913", "2013-09-12", "", "2013-09-12", []),
        ("JOB090413", "2013-09-04", "", "2013-04-09", ["date_swapped"]),
        ("SAR020418", "2018-02-04", "It occurred on 4 Feb. 2018 (4 شباط).", "2018-02-04", ["date_witnessed"]),
        ("SAR020418", "2018-02-04", "On 4 February 2018 or 2 April 2018.", "2018-04-02", ["date_swapped"]),
        ("BAM200313", "2013-03-19", "", "2013-03-19", ["date_differs"]),
        ("JOB140413", "2014-04-14", "", "2014-04-14", ["date_differs"]),
        ("KAF082814", "2014-08-28", "", "2014-08-28", []),
        ("KZI200414", "", "", "2014-04-20", ["date_from_code"]),
        ("ETA50716", "", "", None, ["date_missing"]),
    ],
)
def test_dates_are_settled_against_the_code(
    code: str, date: str, said: str, taken: str | None, topic: list[str]
) -> None:
    """The fourth case: a text that states both dates is no witness, and the code decides."""
    found = converted(code=code, date=date, summary_en=said)
    assert found.dossier is not None
    first = found.dossier.incident.date.first
    assert (first.isoformat() if first else None, topics(found)) == (taken, topic)
    contradicts = bool(topic) and topic[0] in ("date_swapped", "date_witnessed", "date_differs")
    assert bool(found.dossier.incident.review_notes) == contradicts


def test_a_title_with_another_date_is_told_and_kept() -> None:
    found = converted(code="DOU040813", date="2013-08-04", title_ar="هجوم على دوما في 8 أبريل 2013")
    assert topics(found) == ["date_mentioned"]
    assert found.dossier is not None
    assert found.dossier.incident.title_ar == "هجوم على دوما في 8 أبريل 2013"
    assert bare(found.findings[0].tell(ARABIC)) == "DOU040813: 4 آب 2013؛ وفي أحد العناوين 8 نيسان 2013"


@pytest.mark.parametrize("date", ["2018-02-30", "0000-00-00", "yesterday", "2031-01-01"])
def test_an_impossible_date_refuses_the_row_by_its_field(date: str) -> None:
    found = converted(date=date)
    assert found.dossier is None
    assert [problem.field for problem in found.problems] == ["date"]


def test_dates_are_found_in_words_of_both_languages() -> None:
    text = "13 Oct 2012; April 10, 2015; 24th March 2015; في 4 فبراير 2018 و22 آذار 2018؛ 31 February 2018"
    assert {day.isoformat() for day in dates_in(text)} == {
        "2012-10-13", "2015-04-10", "2015-03-24", "2018-02-04", "2018-03-22",
    }  # fmt: skip


@pytest.mark.parametrize(
    "said, pcode, precision, topic, landmark",
    [
        ({"location": "دمشق : دوما البلد"}, "C2338", "community", [], "دوما البلد"),
        ({"location": "حلب : حي الشيخ مقصود"}, "C1007", "community", [], "حي الشيخ مقصود"),
        ({"location": "حلب : الزهراء"}, "C1007", "community", [], "الزهراء"),
        ({"location": "حلب : قبر إنكليزي"}, "SY02", "governorate", ["place_wide"], "قبر إنكليزي"),
        ({"location": "ادلب : سراقب", "latitude": 35.863558, "longitude": 36.799534}, "C3916", "coordinates", [], ""),
        ({"location": "", "latitude": 35.8611, "longitude": "36.8061"}, "C3916", "coordinates", ["place_near"], ""),
        ({"location": "", "latitude": 34.5, "longitude": 38.5}, "SY04", "coordinates", ["place_wide"], ""),
        ({"location": "", "latitude": 10, "longitude": 10}, "", "coordinates", ["place_none"], ""),
        ({"location": "ادلب : سراقب", "latitude": 33.5, "longitude": 36.3}, "C3916", "community", ["place_far"], ""),
        ({"latitude": "", "longitude": 36.8}, "C3916", "community", ["coordinates_bad"], ""),
        ({"latitude": 35.8, "longitude": 4239}, "C3916", "community", ["coordinates_bad"], ""),
        ({"location": "", "fr_title": "Aleppo - 6 July 2015"}, "SY02", "governorate", ["place_wide"], ""),
        ({"location": "", "fr_title": "Kafr Zita"}, "C3463", "community", [], ""),
        ({"location": ""}, "", "unknown", ["place_none"], ""),
    ],
)  # fmt: skip
def test_places_are_found_or_told(
    said: dict[str, Any], pcode: str, precision: str, topic: list[str], landmark: str
) -> None:
    found = converted(**said)
    assert found.dossier is not None
    place = found.dossier.incident.place
    expected = built_in().get(pcode)
    assert (place.pcode, place.precision, topics(found)) == (expected.pcode if expected else "", precision, topic)
    assert found.dossier.incident.landmark_ar == landmark


def test_a_point_lies_in_its_governorate_by_the_outlines() -> None:
    assert [governorate_of(point) for point in ((35.93, 36.63), (33.51, 36.29), (0.0, 0.0))] == ["SY07", "SY01", ""]


def test_words_without_a_code_are_left_out_and_listed() -> None:
    made = converted(**{"weapons_used.0": "Death Ray", "weapons_used.1": "Barrel Bomb", "Unlawful_attacks": "perhaps"})
    assert set(made.unmapped) == {("weapons_used.0", "Death Ray"), ("Unlawful_attacks", "perhaps")}
    assert made.dossier is not None
    assert [use.weapon for use in made.dossier.weapons] == ["chemical", "barrel"]


def test_a_time_is_taken_where_it_is_one() -> None:
    assert dossier(incident_time="9:05").incident.time == "09:05"
    found = converted(incident_time="about noon")
    assert found.dossier is not None
    assert (found.dossier.incident.time, topics(found)) == ("", ["value_left_out"])
    assert bare(found.findings[0].tell(ENGLISH)) == "SAR290415: Time: about noon"


def test_a_narrative_beyond_the_limit_refuses_the_row_by_its_field() -> None:
    found = converted(summary_en="x" * 50_000)
    assert [problem.field for problem in found.problems] == ["narrative_en"]


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_hostile_text_is_only_text(text: str) -> None:
    made = dossier(summary_ar=text, summary_en=text, location=f"ادلب : {text}"[:190])
    assert made.incident.narrative_ar == bare(text).strip()
    found = converted(code=text[:60], location=text[:60], un_title=text[:60])
    told = [finding.tell(language) for finding in found.findings for language in LANGUAGES.values()]
    assert told
    assert all("\u202e" not in line for line in told)


@given(st.dictionaries(st.sampled_from(sorted(row())), LEAF))
def test_any_cells_give_a_dossier_or_reasons(cells: dict[str, Any]) -> None:
    found = ROWS.convert([Row(1, row() | cells)])
    assert (found.dossier is None) == bool(found.problems)
    for language in LANGUAGES.values():
        told = [problem.tell(language) for problem in found.problems]
        told += [finding.tell(language) for finding in found.findings]
        assert all(line.encode() for line in told)
    if found.dossier:
        assert found.dossier.incident.status == "reported"
        assert Dossier.parse(found.dossier.dump())[0] == found.dossier


@given(st.dates(dt.date(2011, 1, 1), dt.date(2024, 12, 31)))
def test_a_date_equal_to_its_code_is_taken_without_a_word(day: dt.date) -> None:
    found = converted(code=f"ABC{day:%d%m%y}", date=day.isoformat())
    assert found.dossier is not None
    assert (found.dossier.incident.date.first, found.findings) == (day, ())
