"""Dates are read as people write them in both languages, and said with the precision they were recorded with."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from snhr_desktop.domain.dates import NotADate, months_between, parse_when, say_event, say_span, say_when, write_when
from snhr_desktop.domain.kinds import END_BEFORE_START, Invalid, WhenKind
from snhr_desktop.domain.values import NO_TIME, When
from snhr_desktop.i18n import ARABIC, ENGLISH, Language, bare

MARCH_22 = When.on(dt.date(2018, 3, 22))
MARCH = When(dt.date(2018, 3, 1), dt.date(2018, 3, 31), "month")


@pytest.mark.parametrize(
    "text",
    [
        "2018-03-22",
        "22/3/2018",
        "22.03.2018",
        "٢٢/٣/٢٠١٨",
        "22 آذار 2018",
        "٢٢ آذار ٢٠١٨",
        "22 March 2018",
        "22 mar 2018",
        "22 مارس 2018",
        "  22  March  2018 ",
    ],
)
def test_a_day_is_read_in_many_spellings(text: str) -> None:
    assert parse_when(text) == MARCH_22


@pytest.mark.parametrize("text", ["March 2018", "آذار 2018", "2018-03", "3/2018", "٠٣/٢٠١٨", "MARCH 2018"])
def test_a_month_keeps_its_precision(text: str) -> None:
    assert parse_when(text) == MARCH


def test_years_and_ranges() -> None:
    assert parse_when("2018") == When(dt.date(2018, 1, 1), dt.date(2018, 12, 31), "year")
    assert parse_when("19/12/2017 .. 20/12/2017") == When(dt.date(2017, 12, 19), dt.date(2017, 12, 20), "range")
    assert parse_when("") == NO_TIME


@pytest.mark.parametrize(
    "text",
    [
        "10/4/2018..12/4/2018",
        "10/4/2018 - 12/4/2018",
        "10/4/2018-12/4/2018",
        "10/4/2018 –12/4/2018",
        "10/4 - 12/4/2018",
        "10 - 12/4/2018",
        "2018-04-10 - 2018-04-12",
        "10/4/2018 to 12/4/2018",
        "From 10/4/2018 to 12/4/2018",
        "10 to 12 April 2018",
        "10 April – 12 April 2018",
        "١٠/٤/٢٠١٨ - ١٢/٤/٢٠١٨",
        "من 10/4/2018 إلى 12/4/2018",
        "من ١٠ الى ١٢ نيسان ٢٠١٨",
        "10/4/2018 حتى 12/4/2018",
    ],
)
def test_a_range_is_read_as_people_write_it(text: str) -> None:
    assert parse_when(text) == When(dt.date(2018, 4, 10), dt.date(2018, 4, 12), "range")


@pytest.mark.parametrize("text", ["10/4/2018 - 5/4/2018", "من 10/4/2018 إلى 5/4/2018", "10 - 5/4/2018"])
def test_an_end_before_its_start_is_said_to_be_that(text: str) -> None:
    with pytest.raises(Invalid) as refused:
        WhenKind().parse(text)
    assert refused.value.message == END_BEFORE_START


@given(st.dates(dt.date(2017, 1, 1), dt.date(2018, 12, 31)), st.integers(1, 800), st.sampled_from([ENGLISH, ARABIC]))
def test_a_range_that_is_said_can_be_typed_again(first: dt.date, days: int, language: Language) -> None:
    when = When(first, first + dt.timedelta(days), "range")
    assert parse_when(bare(say_when(when, language))) == when


@pytest.mark.parametrize(
    "text",
    [
        "10/4/2018 - ",
        "- 12/4/2018",
        "من 10/4/2018",
        "1/1/2018 - 2/2/2018 - 3/3/2018",
        "31 - 2/2/2018",
        "30/2/2018",
        "2018-13-01",
        "32 March 2018",
        "Mars",
        "2018-03-22T10",
        "1/1/1900",
        "..",
        "2018..",
        "Ma 2018",
        "كانون 2018",
        "3 تشرين 2017",
    ],
)
def test_what_no_calendar_has_is_refused(text: str) -> None:
    with pytest.raises(NotADate):
        parse_when(text)


@given(st.dates(dt.date(1980, 1, 1), dt.date(2030, 1, 1)), st.sampled_from([ENGLISH, ARABIC]))
def test_what_is_said_can_be_typed_again(day: dt.date, language: object) -> None:
    when = When.on(day)
    assert parse_when(write_when(when)) == when
    assert parse_when(bare(say_when(when, language))) == when  # type: ignore[arg-type]


def test_words() -> None:
    assert say_when(MARCH_22, ENGLISH) == "22 March 2018"
    assert say_when(MARCH_22, ARABIC) == "22 آذار 2018"
    assert bare(say_when(parse_when("2017-12-19..2017-12-20"), ARABIC)) == "من 19 إلى 20 كانون الأول 2017"
    assert say_when(parse_when("2018"), ENGLISH) == "2018"
    assert say_when(NO_TIME, ENGLISH) == "date not known"


def test_the_idlib_period_has_thirteen_months() -> None:
    months = months_between(dt.date(2017, 5, 6), dt.date(2018, 5, 31))
    assert len(months) == 13
    assert (months[0], months[-1]) == (dt.date(2017, 5, 1), dt.date(2018, 5, 1))


def test_whole_months_stay_months() -> None:
    winter = parse_when("2017-12..2018-01")
    assert winter == When(dt.date(2017, 12, 1), dt.date(2018, 1, 31), "month")
    assert write_when(winter) == "2017-12..2018-01"
    assert bare(say_when(winter, ENGLISH)) == "December 2017 to January 2018"
    assert bare(say_event(winter, ARABIC)) == "من كانون الأول إلى كانون الثاني"
    assert say_event(MARCH_22, ENGLISH) == "22 March"
    assert say_event(NO_TIME, ENGLISH) == ""


@given(
    st.sampled_from(["day", "range", "week", "month", "year", "unknown", ""]),
    st.dates(dt.date(2017, 1, 1), dt.date(2018, 12, 31)),
    st.integers(0, 800) | st.sampled_from([0, 27, 29, 30, 364]),
)
def test_a_date_of_a_file_is_never_said_as_other_days_than_it_holds(precision: str, first: dt.date, days: int) -> None:
    last = first + dt.timedelta(days)
    when = WhenKind().parse({"first": first.isoformat(), "last": last.isoformat(), "precision": precision})
    assert (when.first, when.last) == (first, last)
    typed = parse_when(write_when(when))
    assert (typed.first, typed.last) == (first, last)
    assert WhenKind().parse(WhenKind().dump(when)) == when


def test_a_span_says_once_what_its_bounds_share() -> None:
    assert say_span(dt.date(2017, 12, 19), dt.date(2017, 12, 20), ENGLISH) == "19 to 20 December 2017"
    assert say_span(dt.date(2017, 12, 19), dt.date(2017, 12, 19), ENGLISH) == "19 December 2017"
    assert say_span(dt.date(2018, 3, 1), dt.date(2018, 5, 31), ENGLISH) == "1 March to 31 May 2018"
    assert bare(say_span(dt.date(2017, 5, 6), dt.date(2018, 5, 31), ARABIC)) == "من 6 أيار 2017 إلى 31 أيار 2018"
