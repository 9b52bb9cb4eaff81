"""Dates as files hold them, turned into what is read everywhere else."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from snhr_desktop.domain.dates import MONTH_NAMES, NotADate, parse_when, write_when
from snhr_desktop.exchange.cells import number_text, text_of, time_text, words_text
from snhr_desktop.exchange.date_text import date_text, order_of

MOMENT = dt.datetime(2018, 3, 22, 14, 30)  # noqa: DTZ001 - cells of spreadsheets know no zone
MIDNIGHT = dt.datetime(2018, 3, 22)  # noqa: DTZ001
DAYS = st.dates(dt.date(1970, 1, 2), dt.date(2099, 12, 31))


def read(cell: Any, order: str = "") -> str:
    return write_when(parse_when(date_text(cell, order)))


@pytest.mark.parametrize(
    "cell, order, said",
    [
        (dt.date(2018, 3, 22), "", "2018-03-22"),
        (MOMENT, "", "2018-03-22"),
        (43181, "", "2018-03-22"),
        (43181.6, "", "2018-03-22"),
        ("43181", "", "2018-03-22"),
        (2018, "", "2018"),
        (2018.0, "", "2018"),
        ("20180322", "", "2018-03-22"),
        ("2018/3/22", "", "2018-03-22"),
        ("2018-03-22T14:30:00.000+03:00", "", "2018-03-22"),
        ("22/3/2018 14:30", "", "2018-03-22"),
        ("'22/3/2018", "", "2018-03-22"),
        ("٢٢/٣/٢٠١٨", "", "2018-03-22"),
        ("22/3/18", "", "2018-03-22"),
        ("3/4/2018", "", "2018-04-03"),
        ("3/4/2018", "month", "2018-03-04"),
        ("03-22-2018", "month", "2018-03-22"),
        ("10/4/2018 to 12/4/2018", "month", "2018-10-04..2018-12-04"),
        ("10 - 12/4/2018", "", "2018-04-10..2018-04-12"),
        ("22 آذار 2018", "", "2018-03-22"),
        ("22 مارس 2018", "", "2018-03-22"),
        ("22 كانون الثاني/يناير 2018", "", "2018-01-22"),
        ("22-Mar-2018", "", "2018-03-22"),
        ("22-Mar-18", "", "2018-03-22"),
        ("March 22, 2018", "", "2018-03-22"),
        ("22nd March 2018", "", "2018-03-22"),
        ("آذار 2018", "", "2018-03"),
        ("2018-03-00", "", "2018-03"),
        ("2018-00-00", "", "2018"),
        ("00/03/2018", "", "2018-03"),
        ("", "", ""),
        (None, "", ""),
    ],
)
def test_dates_are_read_as_people_and_programs_write_them(cell: Any, order: str, said: str) -> None:
    assert read(cell, order) == said


@pytest.mark.parametrize("text", ["0000-00-00", "2018-02-30", "31/2/2018", "13/13/2018", "22/3/2018x", "yesterday"])
def test_what_is_no_date_is_left_as_none(text: str) -> None:
    with pytest.raises(NotADate):
        parse_when(date_text(text))


@given(DAYS, st.sampled_from(["day", "month"]), st.sampled_from("/-."))
def test_a_day_in_numbers_is_that_day(day: dt.date, order: str, sign: str) -> None:
    parts = (day.day, day.month) if order == "day" else (day.month, day.day)
    assert read(f"{parts[0]}{sign}{parts[1]}{sign}{day.year}", order) == day.isoformat()


@given(DAYS)
def test_a_number_of_days_is_that_day(day: dt.date) -> None:
    assert read((day - dt.date(1899, 12, 30)).days) == day.isoformat()


@given(DAYS, st.data())
def test_a_month_in_any_of_its_names_is_that_month(day: dt.date, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(MONTH_NAMES[day.month - 1]))
    assert read(f"{day.day} {name} {day.year}") == day.isoformat()


@given(st.text(max_size=30) | st.floats() | st.integers() | st.booleans(), st.sampled_from(["", "day", "month"]))
def test_anything_stays_text(cell: Any, order: str) -> None:
    assert isinstance(date_text(cell, order), str)


def test_the_order_is_what_the_column_shows() -> None:
    assert order_of(["3/4/2018", "13/4/2018", None, 7]) == "day"
    assert order_of(["3/4/2018", "٤/١٣/٢٠١٨"]) == "month"
    assert order_of(["3/4/2018", "2018-04-13"]) == ""
    assert order_of(["13/4/2018", "14/4/2018", "4/15/2018"]) == "day"


@pytest.mark.parametrize(
    "cell, said",
    [
        ("12.0", "12"),
        (12.0, "12"),
        ("1,200", "1200"),
        ("'35", "35"),
        ("٣٥", "35"),
        ("3.5", "3.5"),
        (None, ""),
        (True, "True"),
    ],
)
def test_numbers_typed_as_text(cell: Any, said: str) -> None:
    assert number_text(cell) == said


def test_names_lose_the_apostrophe_of_a_spreadsheet_and_keep_an_ayn() -> None:
    assert [words_text(name) for name in ("'أحمد", "'Abd al-Rahman", "أحمد' ", "'أحمد'")] == [
        "أحمد", "'Abd al-Rahman", "أحمد'", "'أحمد'",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "cell, said",
    [
        (MOMENT, "14:30"),
        ("2018-03-22T14:30:00.000+03:00", "14:30"),
        ("2:30 pm", "14:30"),
        ("12:05 AM", "00:05"),
        ("٢:٣٠ م", "14:30"),
        (0.604166667, "14:30"),
        ("about noon", "about noon"),
    ],
)
def test_times_of_a_day(cell: Any, said: str) -> None:
    assert time_text(cell) == said


def test_a_day_of_a_spreadsheet_is_told_without_its_midnight() -> None:
    assert text_of(MIDNIGHT) == "2018-03-22"
    assert text_of(MOMENT) == "2018-03-22 14:30:00"
