"""The short ways of measuring and encoding give what the long ones give."""

import re

from hypothesis import given
from hypothesis import strategies as st

from snhr_desktop import paths
from snhr_desktop.reports.text import Column, FontSet, Paragraph, Table, TextStyle
from snhr_desktop.reports.text.breaking import EASY_HEADS, EASY_TAILS, HELD
from snhr_desktop.reports.text.faces import Face
from snhr_desktop.reports.text.inline import Look, flatten
from snhr_desktop.reports.text.pdffont import DocumentFont
from snhr_desktop.reports.text.shaping import Run, Shaped, shape
from snhr_desktop.reports.text.tokens import Measured, _Builder, measure

from .conftest import Printer
from .reading import words_on

FONTS = FontSet.load(paths.resources() / "fonts")
HARD = "a (b) AV, T. 12.5% 1,204 سنة، قُتل لا «نعم» (صفّين) ABC-12 و/أو — ‘x ’ \u00ad \u2009 \u2028 \u200f ،"
PIECES = st.sampled_from(re.split(" ", f"{HARD}  "))
TEXTS = st.lists(PIECES | st.text("aVلاسَ(«»).، 12-\u2009", max_size=6), max_size=12).map(" ".join)


def _the_long_way(text: str, style: TextStyle) -> Measured:
    styled = flatten(text)
    base = int(style.direction == "rtl")
    builder = _Builder(styled._replace(looks=((0, Look()),)), style.bold, base, FONTS)
    builder.only_look = None
    builder.add_line(styled.text, 0)
    return Measured(builder.tokens, builder.gaps, builder.glued, base)


def _told(measured: Measured) -> list[object]:
    words = [[(piece.shaped.run.meant, piece.level) for piece in token.pieces] for token in measured.tokens]
    widths = [round(token.width, 6) for token in measured.tokens]
    return [words, widths, measured.gaps, list(measured.glued), measured.base]


@given(TEXTS, st.sampled_from(["ltr", "rtl"]), st.booleans())
def test_words_are_measured_as_one_by_one(text: str, direction: str, bold: bool) -> None:
    style = TextStyle(direction="rtl" if direction == "rtl" else "ltr", bold=bold)
    assert _told(measure(text, style, FONTS)) == _told(_the_long_way(text, style))


@given(st.text("aVTofلاسنةَّ12.،-", min_size=1, max_size=9), st.booleans())
def test_an_even_run_is_encoded_as_any_other(text: str, rtl: bool) -> None:
    face: Face = FONTS.primary(False)
    shaped = shape(FONTS, Run(face, text, text, rtl))
    again = Shaped(shaped.run, shaped.glyphs)
    assert abs(again.advance - shaped.advance) < 1e-6
    short, long = (DocumentFont(face, "T1").encode(one) for one in (shaped, again))
    assert (short.parts, short.marks) == (long.parts, long.marks)
    assert short.plain is None or re.fullmatch(r"[<>0-9a-f. -]+", short.plain)


def test_between_easy_words_a_line_may_always_end() -> None:
    assert not [(tail, head) for tail in EASY_TAILS for head in EASY_HEADS if (tail, head) in HELD]


def test_a_line_drawn_again_is_the_same_line(printed: Printer) -> None:
    one = Paragraph("Saraqeb, Binnish", TextStyle(), FONTS)
    table = Table((Column("A"), Column("B")), [(one, "x"), ("y", "z"), (one, one)], TextStyle(), FONTS)
    words = [word for word, *_ in words_on(printed([table]))]
    assert words.count("Saraqeb,") == words.count("Binnish") == 3
