"""Numbers and codes stay whole inside Arabic."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from snhr_desktop.i18n import ARABIC
from snhr_desktop.reports.text import isolate_codes
from snhr_desktop.reports.text.bidi import line_levels, resolve, visual_order


def shown(text: str) -> str:
    resolved = resolve(text, 1)
    order = visual_order(line_levels(resolved, 0, len(text)))
    return "".join(text[at] for at in order)


@pytest.mark.parametrize(
    "code",
    [
        "2024-03-17",
        "2024-03",
        "2024-03-17 03:45",
        "2024-03-17T03:45:10",
        "+963 11 223 3445",
        "00963 11 223 3445",
        "0944 123 456",
        "011-223-3445",
        "-5",
        "−1,204.5%",
        "35.8123, 36.6123",
        "-35.8123, 36.6123",
        "35.8123 N, 36.6123 E",
        "35.8123°N 36.6123°E",
        "8845 d081 884c 7d65",
    ],
)
def test_a_code_is_shown_as_written(code: str) -> None:
    assert code not in shown(f"في {code} صباحاً")
    assert code in shown(isolate_codes(f"في {code} صباحاً"))


@pytest.mark.parametrize(
    "text",
    [
        "SNHR-2024-03",
        "من 10–20",
        "و12.5%",
        "03:45",
        "1,204",
        "كلمة - كلمة",
        "A",
        "3-5",
        "عدد 1,204، 98",
        "2017 2018",
        "12.5, 13.5",
        "dead beef",
    ],
)
def test_other_text_is_left_alone(text: str) -> None:
    assert isolate_codes(text) == text


@pytest.mark.parametrize(
    "code", ["SNHR-2024-03", "IDL-2018-00042", "R180601", "9f86d081884c7d65", "03:45", "23:59:10", "1,204"]
)
def test_what_keeps_its_order_by_itself_is_left_alone(code: str) -> None:
    assert code in shown(f"الوثيقة {code} منشورة")
    assert isolate_codes(f"الوثيقة {code} منشورة") == f"الوثيقة {code} منشورة"


@settings(deadline=None)
@given(st.text(st.sampled_from("ابAaN1 20-+−.,°:\u2066\u2069"), max_size=60))
def test_isolating_twice_changes_nothing(text: str) -> None:
    once = isolate_codes(text)
    assert isolate_codes(once) == once
    assert once.translate({0x2066: None, 0x2069: None}) == text.translate({0x2066: None, 0x2069: None})


def test_an_island_keeps_its_own_direction() -> None:
    assert "Amnesty (UK)" in shown(f"تقرير {ARABIC.isolate('Amnesty (UK)')}، حلب")


_DIGITS = st.text("0123456789", min_size=4, max_size=6)
_CODES = st.one_of(
    st.dates().map(str),
    st.tuples(_DIGITS, _DIGITS).map(lambda two: f"35.{two[0]}, 36.{two[1]}"),
    st.tuples(st.sampled_from(["+963 11 ", "00963 944 "]), _DIGITS).map("".join),
    st.tuples(st.sampled_from(["IDL", "HMA"]), _DIGITS).map(lambda two: f"{two[0]}-2018-{two[1]}"),
    st.integers(-9_999, -1).map(str),
)


@settings(deadline=None)
@given(st.lists(_CODES, min_size=1, max_size=5), st.sampled_from(["في", "ثم،", "(بعد)", "«قبل»"]))
def test_codes_stay_whole_wherever_they_stand_in_arabic(codes: list[str], word: str) -> None:
    line = shown(isolate_codes(f"{word} " + f" {word} ".join(codes) + f" {word}"))
    assert all(code in line for code in codes)
