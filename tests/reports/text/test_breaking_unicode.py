"""The line breaking algorithm against Unicode's own test file and class list, and what the engine does otherwise."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from snhr_desktop.reports.text.breaking import AT_START, HELD, breaks_of, words
from snhr_desktop.reports.text.linebreak import opportunities
from snhr_desktop.reports.text.linebreak_classes import CLASS_OF, line_ranges

UNICODE = Path("/usr/share/unicode")
SAME_RULES = ("14.0", "15.0")

EXACT = (
    *(
        range(0x0000, 0x0800),
        range(0x08A0, 0x0900),
        range(0x1D00, 0x2400),
        range(0x2500, 0x2600),
        range(0x2E00, 0x3250),
    ),
    *(range(0x3400, 0xA000), range(0xAC00, 0xD800), range(0xF900, 0xFE20), range(0xFE30, 0x10000)),
    *(range(0x1F1E6, 0x1F200), range(0x1F3FB, 0x1F400), range(0x1F600, 0x1F650), range(0x1F90C, 0x1FA00)),
)
"""Latin, Greek, Cyrillic, Hebrew, Arabic, punctuation, currencies, arrows, signs, East Asian text, faces and hands."""


def version() -> str:
    """Of which version of Unicode this machine's list of cases is."""
    with (UNICODE / "auxiliary" / "LineBreakTest.txt").open(encoding="utf-8") as file:
        found = re.match(r"# LineBreakTest-(\d+\.\d+)\.\d+\.txt", file.readline())
    assert found is not None
    return found[1]


same_rules = pytest.mark.skipif(
    version() not in SAME_RULES, reason="later versions of Unicode have other rules for quotes and Brahmic scripts"
)


def cases() -> list[tuple[str, list[int]]]:
    """(text, where a line may end inside it) of Unicode's test file."""
    lines = (UNICODE / "auxiliary" / "LineBreakTest.txt").read_text(encoding="utf-8").splitlines()
    found = []
    for line in lines:
        marks = line.partition("#")[0].split()
        if marks:
            text = "".join(chr(int(code, 16)) for code in marks[1::2])
            found.append((text, [at for at, mark in enumerate(marks[::2]) if mark == "÷" and at < len(text)]))
    return found


@same_rules
def test_every_case_of_unicodes_line_break_test() -> None:
    tried = cases()
    assert len(tried) > 7_000
    assert [text for text, expected in tried if opportunities(text) != expected] == []


def listed_classes() -> dict[int, str]:
    """Code point -> class by Unicode's list, LB1 applied as far as it needs no other list."""
    resolved = {"AI": "AL", "XX": "AL", "SG": "AL", "SA": "AL", "CJ": "NS"}
    found = {}
    for line in (UNICODE / "LineBreak.txt").read_text(encoding="utf-8").splitlines():
        points, _, name = line.partition("#")[0].strip().partition(";")
        if name:
            first, _, last = points.partition("..")
            for point in range(int(first, 16), int(last or first, 16) + 1):
                found[point] = resolved.get(name, name)
    return found


@same_rules
def test_the_embedded_classes_are_unicodes_for_the_scripts_of_records() -> None:
    listed = listed_classes()
    ours = {"OW": "OP", "XP": "ID"}
    wrong = {}
    for point in (point for block in EXACT for point in block if point in listed):
        name = CLASS_OF[chr(point)]
        if ours.get(name, name) != listed[point]:
            wrong[f"{point:04X}"] = (name, listed[point])
    assert wrong == {}


def test_the_embedded_ranges_do_not_overlap() -> None:
    assert all(one[1] < other[0] for one, other in pairwise(line_ranges()))


UNTAILORED = st.text(st.sampled_from("aب漢1 (),.!?؟،\"'«»%$\u200b\u2060\u00a0\u0301\u064b\u200d|…"), max_size=24)


@settings(deadline=None, max_examples=400)
@given(UNTAILORED)
def test_words_part_as_unicode_says_where_we_wish_nothing_else(text: str) -> None:
    allowed = set()
    tail = AT_START
    for match in words(text):
        if match.lastindex == 3:
            cuts, head, following = breaks_of(match[0])
            if match.start() and (tail, head) not in HELD:
                allowed.add(match.start())
            allowed.update(match.start() + at for at in cuts)
            tail = following
    unicode = {at for at in opportunities(text) if text[at] != " "}
    assert allowed <= unicode
    assert all(is_our_wish(text, at) for at in unicode - allowed)


def is_our_wish(text: str, at: int) -> bool:
    """Whether it is by a wish of our own that a line does not end here."""
    number_after_mark = text[at].isdecimal() and text[:at].rstrip("\u0301\u064b\u200d")[-1:] in ".,،"
    before, after = re.findall(r"[^ ]*", text[:at].rstrip(" "))[-2:-1], re.findall(r"[^ ]*", text[at:])[:1]
    alone = re.fullmatch(r"[،؛؟.,;:!?)»…%]+", *after) or re.fullmatch(r"[(«]+", *before)
    return number_after_mark or (text[at - 1] == " " and alone is not None)


@pytest.mark.parametrize("text", ["(" * 20_000, "a-" * 20_000, "1," * 20_000, "\u0301" * 20_000, "🇸🇾" * 10_000])
def test_long_text_is_parted_in_linear_time(text: str) -> None:
    assert all(0 < at < len(text) for at in breaks_of(text).cuts)
