"""Numbers and codes stay whole inside Arabic."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from snhr_desktop.reports.text import isolate, isolate_codes
from snhr_desktop.reports.text.bidi import line_levels, resolve, visual_order


def shown(text: str) -> str:
    resolved = resolve(text, 1)
    order = visual_order(line_levels(resolved, 0, len(text)))
    return "".join(text[at] for at in order)


@pytest.mark.parametrize(
    "code",
    ["2024-03-17", "2024-03", "2024-03-17 03:45", "+963 11 223 3445", "-5", "−1,204.5%"],
)
def test_a_code_is_shown_as_written(code: str) -> None:
    assert code not in shown(f"في {code} صباحاً")
    assert code in shown(isolate_codes(f"في {code} صباحاً"))


@pytest.mark.parametrize("text", ["SNHR-2024-03", "من 10–20", "و12.5%", "03:45", "1,204", "كلمة - كلمة", "A", "3-5"])
def test_other_text_is_left_alone(text: str) -> None:
    assert isolate_codes(text) == text


def test_a_code_that_begins_with_a_latin_letter_keeps_its_order_by_itself() -> None:
    assert "SNHR-2024-03" in shown("الوثيقة SNHR-2024-03 منشورة")


@settings(deadline=None)
@given(st.text(st.sampled_from("ابA1 2-+−.\u2066\u2069"), max_size=40))
def test_isolating_twice_changes_nothing(text: str) -> None:
    once = isolate_codes(text)
    assert isolate_codes(once) == once
    assert once.translate({0x2066: None, 0x2069: None}) == text.translate({0x2066: None, 0x2069: None})


def test_an_island_keeps_its_own_direction() -> None:
    assert "Amnesty (UK)" in shown(f"تقرير {isolate('Amnesty (UK)')}، حلب")
