"""Characters that no face has: told once for each page, with the words around them."""

from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.platypus import PageBreak, SimpleDocTemplate
from reportlab.platypus.flowables import Flowable

from snhr_desktop.reports.text import BilingualCanvas, FontSet, Missing, Paragraph, Table, TextStyle, canvas_with
from snhr_desktop.reports.text.table import Column

from .conftest import FONTS

_PARTS = st.text(st.sampled_from("ab اب漢字\u2066\u2069\u202e-/\n�"), max_size=120)


def told(story: list[Flowable], fonts: FontSet) -> tuple[Missing, ...]:
    kept: list[BilingualCanvas] = []

    def maker(*args: object, **options: object) -> BilingualCanvas:
        kept.append(canvas_with(fonts)(*args, **options))
        return kept[-1]

    SimpleDocTemplate(io.BytesIO()).build(story, canvasmaker=maker)
    return kept[-1].missing


def test_nothing_is_told_of_what_all_faces_print(fonts: FontSet, arabic: TextStyle) -> None:
    assert told([Paragraph("لا شيء ينقص", arabic, fonts)], fonts) == ()


def test_a_character_is_told_once_for_each_page(fonts: FontSet, english: TextStyle) -> None:
    story = [Paragraph("漢 and 漢", english, fonts), PageBreak(), Paragraph("a 漢 b 字", english, fonts)]
    assert [(one.character, one.page) for one in told(story, fonts)] == [("漢", 1), ("字", 2), ("漢", 2)]


@pytest.mark.parametrize(
    ("text", "excerpt"),
    [
        ("They wrote 漢 on the wall.", "They wrote 漢 on the wall."),
        ("one two three four five six seven 漢 eight nine ten eleven", "four five six seven 漢 eight nine ten"),
        ("x" * 60 + "漢" + "y" * 60, "…" + "x" * 20 + "漢" + "y" * 20 + "…"),
        ("كتبوا\u2066漢\u2069على الجدار", "كتبوا漢على الجدار"),
    ],
)
def test_the_words_around_it_are_told(fonts: FontSet, english: TextStyle, text: str, excerpt: str) -> None:
    ((_, _, found),) = told([Paragraph(text, english, fonts)], fonts)
    assert found == excerpt


def test_a_cell_of_a_table_is_looked_at_too(fonts: FontSet, arabic: TextStyle) -> None:
    assert told([Table([Column("ا")], [["نص 漢"]], arabic, fonts)], fonts) == (Missing("漢", 1, "نص 漢"),)


@settings(deadline=None, max_examples=60)
@given(_PARTS)
def test_everything_missing_is_told_whatever_stands_around_it(text: str) -> None:
    fonts = FontSet.load(FONTS)
    found = told([Paragraph(text, TextStyle(), fonts)], fonts)
    assert {one.character for one in found} == set(text) & set("漢字")
    assert all(one.character in one.excerpt and len(one.excerpt) <= 43 for one in found)


def test_a_cell_that_is_written_again_is_told_on_each_page(fonts: FontSet, arabic: TextStyle) -> None:
    cell = Paragraph("نص 漢", arabic, fonts)
    rows = [[cell] for _ in range(60)]  # 23 points each, 686 on a page
    assert [one.page for one in told([Table([Column("ا")], rows, arabic, fonts)], fonts)] == [1, 2, 3]
