"""Paragraphs in the flow: heights, splits, alignment, links, and text that no writer meant to be printed."""

from __future__ import annotations

import time
from pathlib import Path

import pikepdf
import pypdf
import pytest
from reportlab.platypus import SimpleDocTemplate, Spacer

from snhr_desktop.reports.text import FontSet, Paragraph, Span, TextStyle, canvas_with

from .conftest import Printer
from .reading import read, share_found, words_on

LONG = "Witnesses said that shelling struck the market at noon. " * 12


def test_a_paragraph_splits_without_orphans_and_widows(fonts: FontSet, english: TextStyle) -> None:
    paragraph = Paragraph(LONG, english, fonts)
    _, height = paragraph.wrap(300)
    count = paragraph.line_count
    assert height == count * 15
    assert paragraph.split(300, 15) == []
    first, second = paragraph.split(300, height - 15)
    assert (first.line_count, second.line_count) == (count - 2, 2)
    assert second.wrap(300)[1] == 30
    assert second.spaceBefore == 0
    assert (first.spaceAfter, second.spaceAfter) == (0, 8)


def test_a_split_part_can_be_set_at_another_width(fonts: FontSet, english: TextStyle) -> None:
    paragraph = Paragraph(LONG, english, fonts)
    paragraph.wrap(300)
    _, rest = paragraph.split(300, 60)
    narrow, wide = rest.wrap(200)[1], rest.wrap(400)[1]
    assert narrow > wide


def test_indent_and_first_line_narrow_the_column(fonts: FontSet, english: TextStyle) -> None:
    plain = Paragraph(LONG, english, fonts).wrap(200)[1]
    assert Paragraph(LONG, english.derive(indent=80), fonts, marker="•").wrap(200)[1] > plain


@pytest.mark.parametrize(
    ("direction", "align", "edge"),
    [("ltr", "start", "left"), ("rtl", "start", "right"), ("ltr", "end", "right"), ("rtl", "end", "left")],
)
def test_the_start_is_by_the_direction(fonts: FontSet, printed: Printer, direction: str, align: str, edge: str) -> None:
    style = TextStyle().derive(direction=direction, align=align)
    ((_, left, right, _),) = words_on(printed([Paragraph("123", style, fonts)]))
    assert (left if edge == "left" else right) == pytest.approx(80 if edge == "left" else 515, abs=0.1)


def test_auto_direction_follows_the_text(fonts: FontSet, printed: Printer) -> None:
    style = TextStyle(direction="auto")
    words = words_on(printed([Paragraph("abc", style, fonts), Paragraph("سلام", style, fonts)]))
    latin, arabic = sorted(words, key=lambda word: word[3])
    assert latin[1] == pytest.approx(80, abs=0.1)
    assert arabic[2] == pytest.approx(515, abs=0.1)


def test_a_justified_line_reaches_both_edges(fonts: FontSet, printed: Printer, english: TextStyle) -> None:
    words = words_on(printed([Paragraph(LONG, english, fonts)]))
    first_line = [word for word in words if word[3] == words[0][3]]
    assert first_line[0][1] == pytest.approx(80, abs=0.1)
    assert first_line[-1][2] == pytest.approx(515, abs=0.5)


def test_links_lie_over_their_words(fonts: FontSet, printed: Printer, english: TextStyle) -> None:
    address = "https://example.org/تقرير?a=(1)"
    target = Paragraph("The annex", english, fonts, anchor="annex")
    text: list[str | Span] = ["See ", Span("the report here", link=address), " or ", Span("annex", link="#annex"), "."]
    path = printed([Paragraph(text, english, fonts), target])
    with pikepdf.open(path) as pdf:
        outer, inner = list(pdf.pages[0].Annots)
        assert str(outer.A.URI) == "https://example.org/%D8%AA%D9%82%D8%B1%D9%8A%D8%B1?a=(1)"
        assert float(outer.Rect[2]) - float(outer.Rect[0]) > 60
        assert str(inner.Contents) == "annex"


def test_a_heading_stays_with_its_paragraph(fonts: FontSet, printed: Printer, english: TextStyle) -> None:
    heading = Paragraph("Heading", english.derive(size=15, leading=22, keep_with_next=True), fonts)
    path = printed([Spacer(1, 655), heading, Paragraph(LONG, english, fonts)])
    pages = [page.extract_text() for page in pypdf.PdfReader(path).pages]
    assert "Heading" not in pages[0]
    assert pages[1].startswith("Heading")


def test_a_story_is_built_twice_alike(fonts: FontSet, english: TextStyle, tmp_path: Path) -> None:
    document = SimpleDocTemplate(str(tmp_path / "twice.pdf"), invariant=1)
    document.multiBuild([Paragraph(LONG * 9, english, fonts, anchor="a")], canvasmaker=canvas_with(fonts))
    assert share_found(LONG * 9, read(tmp_path / "twice.pdf")) == 1.0


HOSTILE = [
    "\u202e\u2067\u2068\u202a" * 400 + "text",
    "\u2069\u202c" * 400 + "نص",
    "a\0b\x01\x02\x1f\x7f\x9fc",
    "\ud800\udc00\udfff",
    "<b>&amp;<br/></para>" * 50,
    "كلمةٌ" * 800,
    "w" * 4_000,
    "ش" * 4_000,
    "漢字" * 500 + "\U0001f600\u200d\U0001f468",
    "\u064b\u0651" * 2_000,
    "(((" * 1_500,
    "- " * 2_000,
    ") " * 2_000,
    "http://" + "a/" * 2_000,
    "",
    " ",
    "\n\n\n",
    "\u2028\u2029\u200b",
    "السطر word 12.5% (نص) ‎+963‎ " * 1_800,
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("direction", ["ltr", "rtl", "auto"])
def test_hostile_text_is_printed_and_stays_in_its_column(
    fonts: FontSet, printed: Printer, text: str, direction: str
) -> None:
    style = TextStyle().derive(direction=direction, align="justify")
    began = time.process_time()
    path = printed([Paragraph(text, style, fonts), Paragraph([text, Span(text, bold=True)], style, fonts)])
    assert time.process_time() - began < 6
    for word, left, right, _ in words_on(path):
        assert left > 78, word
        assert right < 516, word


def test_a_word_without_breaks_keeps_its_letters_joined(fonts: FontSet, printed: Printer, arabic: TextStyle) -> None:
    text = read(printed([Paragraph("ش" * 400, arabic, fonts)]))
    assert text.count("ش") == 400
    assert not fonts.missing


def test_short_room_sends_a_paragraph_to_the_next_page(
    fonts: FontSet, printed: Printer, english: TextStyle, tmp_path: Path
) -> None:
    path = printed([Spacer(1, 680), Paragraph(LONG, english, fonts)])
    with pikepdf.open(path) as pdf:
        assert len(pdf.pages) == 2
    assert list(tmp_path.iterdir()) == [path]
