"""Letters join, ligate, mirror and fall back as they should."""

from __future__ import annotations

import pytest

from snhr_desktop.reports.text import FontSet, Span, TextStyle
from snhr_desktop.reports.text.inline import clean, flatten
from snhr_desktop.reports.text.shaping import Run, Shaped, shape
from snhr_desktop.reports.text.tokens import measure


def shaped(fonts: FontSet, text: str, rtl: bool = True) -> Shaped:
    return shape(fonts, Run(fonts.primary(bold=False), text, text, rtl))


def test_lam_alef_is_one_glyph_that_knows_both_letters(fonts: FontSet) -> None:
    (glyph,) = shaped(fonts, "لا").glyphs
    assert glyph.text == "لا"


def test_brackets_are_mirrored_in_arabic(fonts: FontSet) -> None:
    assert shaped(fonts, "(", rtl=True).glyphs[0].glyph == shaped(fonts, ")", rtl=False).glyphs[0].glyph


def test_an_arabic_word_joins_over_a_change_of_weight(fonts: FontSet) -> None:
    whole = measure("كتاب", TextStyle(direction="rtl"), fonts).tokens[0]
    halves = measure([Span("كت", color="#A63D32"), "اب"], TextStyle(direction="rtl"), fonts).tokens[0]
    joined = [glyph.glyph for piece in reversed(halves.pieces) for glyph in piece.shaped.glyphs]
    assert joined == [glyph.glyph for glyph in whole.pieces[0].shaped.glyphs]
    assert halves.width == pytest.approx(whole.width)


def test_a_non_joiner_parts_letters_and_prints_nothing(fonts: FontSet) -> None:
    parted, joined = shaped(fonts, "مي\u200cخ"), shaped(fonts, "ميخ")
    assert "".join(glyph.text for glyph in reversed(parted.glyphs)) == "ميخ"
    assert [glyph.glyph for glyph in parted.glyphs] != [glyph.glyph for glyph in joined.glyphs]


@pytest.mark.parametrize("control", ["\u2066", "\u2069", "\u200e", "\u200f", "\u200b", "\u2060", "\ufeff", "\u00ad"])
def test_format_characters_have_neither_glyph_nor_width(fonts: FontSet, control: str) -> None:
    plain, steered = (measure(text, TextStyle(), fonts).tokens for text in ("abc", f"a{control}bc"))
    assert sum(token.width for token in steered) == pytest.approx(plain[0].width, abs=25)  # a kern may go
    assert sum(len(piece.shaped.glyphs) for token in steered for piece in token.pieces) == 3
    assert not fonts.missing


def test_a_word_with_a_letter_the_first_face_lacks_goes_to_another_as_a_whole(fonts: FontSet) -> None:
    (piece,) = measure("Ṣāliḥīn", TextStyle(), fonts).tokens[0].pieces
    assert piece.shaped.run.face.name == "NotoSans-Regular"
    assert not fonts.missing


def test_a_letter_that_nobody_has_is_shown_and_reported(fonts: FontSet) -> None:
    (token,) = measure("漢", TextStyle(), fonts).tokens
    assert fonts.missing == {"漢"}
    run = token.pieces[0].shaped.run
    assert (run.shown, run.meant) == ("\ufffd", "漢")


def test_every_sign_a_report_needs_is_there(fonts: FontSet) -> None:
    signs = "0123456789٠١٢٣٤٥٦٧٨٩%٪‰.,٫٬–—−-…•·←→«»“”‘’()[]؟،؛±×÷≤≥½§°№£€ğışçöüâéñ\u00a0\u202f\u2011"
    for bold in (False, True):
        measure(signs, TextStyle(bold=bold), fonts)
    assert not fonts.missing


def test_digits_are_equally_wide(fonts: FontSet) -> None:
    assert len({shaped(fonts, digit, rtl=False).advance for digit in "0123456789−"}) == 1


def test_control_codes_are_gone_and_line_ends_are_one(fonts: FontSet) -> None:
    assert clean("a\0b\x1bc\td\r\ne\rf\x85g\u2029h") == "abc d\ne\nf\ng\nh"
    assert clean("\ud800x\udfff") == "\ufffdx\ufffd"
    assert len(measure("one\n\ntwo", TextStyle(), fonts).tokens) == 3


def test_a_string_is_never_markup() -> None:
    assert flatten("<b>&amp;</b>").text == "<b>&amp;</b>"
    assert flatten(["a", Span("<i>", bold=True)]).text == "a<i>"


@pytest.mark.parametrize("link", ["javascript:alert(1)", "file:///etc/passwd", "https://a b", "//host"])
def test_a_link_of_another_kind_is_text_only(link: str) -> None:
    assert Span("x", link=link).look.link is None


@pytest.mark.parametrize("link", ["https://example.org/a", "mailto:info@example.org", "#annex"])
def test_a_link_of_a_known_kind_is_kept(link: str) -> None:
    assert Span("x", link=link).look.link == link
