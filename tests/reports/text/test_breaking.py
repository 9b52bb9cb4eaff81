"""Where lines may end."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from snhr_desktop.reports.text import FontSet, TextStyle
from snhr_desktop.reports.text.breaking import begins_no_line, ends_no_line, joints, words
from snhr_desktop.reports.text.force import fit
from snhr_desktop.reports.text.lines import break_lines
from snhr_desktop.reports.text.tokens import measure

from .conftest import FONTS


def parts(word: str) -> list[str]:
    cuts = joints(word)
    return [word[start:end] for start, end in zip([0, *cuts], [*cuts, len(word)], strict=True)]


@pytest.mark.parametrize(
    "word",
    ["2024-03-17", "17/03/2024", "+963-11-2233445", "12.5%", "1,204", "03:45", "و/أو", "info@example.org", "−5", "A/B"],
)
def test_numbers_dates_and_short_words_stay_whole(word: str) -> None:
    assert parts(word) == [word]


def test_long_words_part_at_their_joints() -> None:
    assert parts("Saint-Denis") == ["Saint-", "Denis"]
    assert parts("آذار/مارس") == ["آذار/", "مارس"]
    assert parts("Sukhna–Palmyra") == ["Sukhna–", "Palmyra"]
    assert parts("zero\u200bwidth") == ["zero\u200b", "width"]


def test_an_address_parts_at_its_slashes_but_not_after_its_scheme() -> None:
    address = parts("https://www.example.org/ar/report/2024/documents-and-annexes?lang=ar")
    assert address[0].startswith("https://www")
    assert "".join(address[-2:]) == "annexes?lang=ar" or address[-1] == "ar"
    assert len(address) > 4
    assert parts("https://example.org/search/%D8%AD%D8%B1")[-3:] == ["%AD", "%D8", "%B1"]


@settings(deadline=None)
@given(st.text(max_size=60))
def test_nothing_is_lost_between_words(text: str) -> None:
    assert "".join(match[0] for match in words(text)) == text
    for match in words(text):
        assert "".join(parts(match[0])) == match[0]


def test_marks_that_stand_alone_are_glued() -> None:
    assert begins_no_line("،")
    assert begins_no_line(").")
    assert ends_no_line("(")
    assert not begins_no_line("a)")
    assert not ends_no_line("(a")


def test_a_line_never_begins_with_a_comma_set_apart(fonts: FontSet) -> None:
    style = TextStyle(direction="rtl")
    measured = measure("سلقين ، إدلب ، حلب ، حماة ، درعا ، حمص ، الرقة ، القامشلي ، تدمر", style, fonts)
    for width in range(7_000, 20_000, 150):
        lines = break_lines(measured, width, width, 236)
        assert len(lines) >= 1
        assert not any(measured.glued[line.start] for line in lines[1:])


@settings(deadline=None)
@given(st.lists(st.sampled_from(["كلمة", "word", "12.5%", "(", ")", "،", "a-b", "\n", "\u2028"]), max_size=40))
def test_lines_hold_every_word_once_and_fit(pieces: list[str]) -> None:
    fonts = FontSet.load(FONTS)
    measured = fit(measure(" ".join(pieces), TextStyle(), fonts), 6_000, fonts, bold=False)
    lines = break_lines(measured, 6_000, 5_000, 236)
    assert [line.start for line in lines[1:]] == [line.end for line in lines[:-1]]
    assert (lines[0].start, lines[-1].end) == (0, len(measured.tokens))
    glued = bytes(measured.glued)
    assert all(line.width <= 6_000.01 or any(glued[line.start : line.end]) for line in lines)
