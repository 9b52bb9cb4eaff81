"""The bidirectional algorithm against Unicode's own test file, and against what must hold for any text."""

from __future__ import annotations

import time
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from snhr_desktop.reports.text.bidi import line_levels, paragraph_level, resolve, visual_order

CHARACTER_TEST = Path("/usr/share/unicode/BidiCharacterTest.txt")
REMOVED_BY_X9 = "bxyXYz"

BIDI_TEXT = st.text(
    st.sampled_from("ab 12.,%-+/()[]{}\u0627\u0628\u0661\u05d0\u064b\n\t\u200e\u200f\u200b")
    | st.sampled_from("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
    | st.characters(exclude_categories=["Cs"]),
    max_size=80,
)
BASES = st.sampled_from([0, 1, None])


def test_every_case_of_unicodes_character_test() -> None:
    cases = failures = 0
    for line in CHARACTER_TEST.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        codes, direction, base, levels, order = line.split(";")
        text = "".join(chr(int(code, 16)) for code in codes.split())
        resolved = resolve(text, {"0": 0, "1": 1, "2": None}[direction])
        on_line = line_levels(resolved, 0, len(text))
        expected = zip(levels.split(), on_line, strict=True)
        visual = [at for at in visual_order(on_line) if resolved.classes[at] not in REMOVED_BY_X9]
        cases += 1
        failures += (
            resolved.base != int(base)
            or any(level not in ("x", str(got)) for level, got in expected)
            or visual != [int(index) for index in order.split()]
        )
    assert cases > 90_000
    assert failures == 0


@settings(deadline=None)
@given(BIDI_TEXT, BASES)
def test_every_character_has_a_level_and_a_place(text: str, base: int | None) -> None:
    resolved = resolve(text, base)
    assert len(resolved.levels) == len(text)
    assert all(resolved.base <= level <= 126 for level in resolved.levels)
    assert sorted(visual_order(line_levels(resolved, 0, len(text)))) == list(range(len(text)))


@settings(deadline=None)
@given(st.text(st.sampled_from("ابت 12 abc (),."), min_size=1, max_size=20), BASES)
def test_an_isolate_is_laid_out_as_if_alone(inside: str, base: int | None) -> None:
    whole = resolve(f"\u0645 \u2066{inside}\u2069 x", base)
    alone = resolve(inside, 0).levels
    shift = whole.levels[2]
    step = 2 if shift % 2 == 0 else 1
    assert [level - shift - step for level in whole.levels[3 : 3 + len(inside)]] == list(alone)


@settings(deadline=None)
@given(st.text(st.characters(categories=("Lu", "Ll"), max_codepoint=0x17F), max_size=30))
def test_latin_text_needs_no_reordering(text: str) -> None:
    assert set(resolve(text, 0).levels) <= {0}
    assert visual_order(resolve(text, 0).levels) == list(range(len(text)))


def test_an_isolated_date_keeps_its_order_in_arabic() -> None:
    text = "في \u20662024-03-17\u2069 صباحاً"
    resolved = resolve(text, 1)
    shown = "".join(text[at] for at in visual_order(line_levels(resolved, 0, len(text))))
    assert "2024-03-17" in shown


def test_the_first_strong_letter_decides_and_isolates_do_not_count() -> None:
    assert paragraph_level("12: سلام") == 1
    assert paragraph_level("\u2067سلام\u2069 hello") == 0
    assert paragraph_level("123", default=1) == 1


@pytest.mark.parametrize(
    "pattern", ["\u2068", "\u2068a\u2069", "\u202b", "(", "(a", "()", "%", "1,", "a\u0301", "\u2067(\u202e)", "()ا"]
)
@pytest.mark.parametrize("base", [0, 1])
def test_long_hostile_text_is_resolved_in_no_time(pattern: str, base: int) -> None:
    text = (pattern * 50_000)[:50_000]
    began = time.process_time()
    assert len(resolve(text, base).levels) == len(text)
    assert time.process_time() - began < 3


def test_the_embedded_brackets_agree_with_pythons_mirrored_property() -> None:
    from snhr_desktop.reports.text.brackets import CLOSER_OF, CLOSERS

    assert len(CLOSER_OF) == len(CLOSERS) == 64
    assert {unicodedata.category(char) for char in CLOSER_OF} == {"Ps"}
    assert {unicodedata.category(char) for char in CLOSERS} == {"Pe"}
