"""Where lines may end."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from snhr_desktop.reports.text import FontSet, TextStyle
from snhr_desktop.reports.text.breaking import HELD, breaks_of, words
from snhr_desktop.reports.text.force import fit
from snhr_desktop.reports.text.lines import break_lines
from snhr_desktop.reports.text.tokens import measure

from .conftest import FONTS


def parts(word: str) -> list[str]:
    cuts = breaks_of(word).cuts
    return [word[start:end] for start, end in zip([0, *cuts], [*cuts, len(word)], strict=True)]


@pytest.mark.parametrize(
    "word",
    [
        *("2024-03-17", "17/03/2024", "12-آذار", "2016–2017", "\u20662018\u2069–\u20662019\u2069", "7:30", "03:45"),
        *("+963-11-2233445", "12.5%", "100%", "٪12", "1,204", "−5", "50\u00a0kg", "BM-21", "SA.7", "No.5", "5-day"),
        *("و/أو", "A/B", "km/h", "and/or", "info@example.org", "e.g.", "don't", "(a)", "شيء(1)", "«نص»،"),
        *("soft\u00adhyphen", "a\u2060-b"),
    ],
)
def test_numbers_dates_and_short_words_stay_whole(word: str) -> None:
    assert parts(word) == [word]


def test_long_words_part_at_their_joints() -> None:
    assert parts("Saint-Denis") == ["Saint-", "Denis"]
    assert parts("آذار/مارس") == ["آذار/", "مارس"]
    assert parts("Sukhna–Palmyra") == ["Sukhna–", "Palmyra"]
    assert parts("zero\u200bwidth") == ["zero\u200b", "width"]
    assert parts("كفى!قال") == ["كفى!", "قال"]
    assert parts("word—word") == ["word—", "word"]
    assert parts("漢字。(あ)") == ["漢", "字。", "(あ)"]
    assert parts("😀😀👩\u200d🚒") == ["😀", "😀", "👩\u200d🚒"]


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


def held(before: str, after: str) -> bool:
    return (breaks_of(before).tail, breaks_of(after).head) in HELD


@pytest.mark.parametrize("after", ["،", ").", "؟", "–", "—", "%", "\u2069،", ")،", "!", "»"])
def test_closing_marks_set_apart_begin_no_line(after: str) -> None:
    assert held("كلمة", after)
    assert held("word)", after)


@pytest.mark.parametrize("before", ["(", "«", "\u2068(", "word(", "(\u064b"])
def test_opening_marks_set_apart_end_no_line(before: str) -> None:
    assert held(before, "word")
    assert held(before, "(word)")


@pytest.mark.parametrize("before", ["word", "(a)", "a)", "نص،", "12%", '"a"', "\u200b", "كلمةٌ"])
@pytest.mark.parametrize("after", ["word", "(a", "«نص»", '"a"', "12%", "-5", "+963", "ّ", "\u2066x\u2069"])
def test_other_words_may_part_at_their_space(before: str, after: str) -> None:
    assert held(before, after) is (before == '"a"' and after == "(a")


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
