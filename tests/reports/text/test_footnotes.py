"""Footnotes stand at the foot of the page that holds their mark, whatever falls where."""

from __future__ import annotations

import io
import re

from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from reportlab.platypus import BaseDocTemplate
from reportlab.platypus.flowables import Flowable

from snhr_desktop.reports.text import (
    Column,
    FontSet,
    Footnote,
    NotedFrame,
    NotedPage,
    Paragraph,
    Span,
    Table,
    TextStyle,
    canvas_with,
)

from .conftest import FONTS

BODY = TextStyle(size=10, leading=15, language="en", space_after=6)
ARABIC = TextStyle(size=11, leading=18, direction="rtl", language="ar", space_after=6)
NOTE = TextStyle(size=8, leading=11, language="en", space_after=2)


def footnote(number: int, length: int, fonts: FontSet) -> Footnote:
    """A note that says its number first: NOTE7 word word ..."""
    return Footnote(Paragraph(f"NOTE{number} " + "word " * length, NOTE, fonts), f"note-{number}")


def mark(note: Footnote) -> Span:
    number = note.key.rpartition("-")[2]
    return Span(f"MARK{number}", link=f"#{note.key}", note=note)


def pages(story: list[Flowable], fonts: FontSet, height: float = 300, rtl: bool = False) -> list[str]:
    """The text of each page of a narrow column."""
    file = io.BytesIO()
    document = BaseDocTemplate(file, pagesize=(400, height + 60), invariant=1)
    document.addPageTemplates([NotedPage("noted", [NotedFrame(40, 30, 300, height, "#888888", rtl)])])
    document.build(story, canvasmaker=canvas_with(fonts))
    return [page.extract_text() for page in PdfReader(file).pages]


def stand_together(found: list[str], numbers: int) -> None:
    """Every note stands once, on the page of its mark, after the text."""
    for number in range(1, numbers + 1):
        marked = [at for at, text in enumerate(found) if re.search(rf"MARK{number}(?!\d)", text)]
        noted = [at for at, text in enumerate(found) if re.search(rf"NOTE{number}(?!\d)", text)]
        assert marked == noted, (number, found)
        assert len(noted) == 1
        text = found[noted[0]]
        assert text.rindex("MARK") < text.index("NOTE")


passages = st.lists(
    st.tuples(st.integers(1, 120), st.lists(st.integers(1, 25), max_size=2), st.integers(0, 120)),
    min_size=1,
    max_size=12,
)


@settings(max_examples=60, deadline=None)
@given(passages=passages, height=st.integers(200, 420))
def test_a_note_stands_on_the_page_of_its_mark(passages: list[tuple[int, list[int], int]], height: int) -> None:
    fonts, story, number = FontSet.load(FONTS), [], 0
    for before, notes, after in passages:
        content: list[str | Span] = ["text " * before]
        for length in notes:
            number += 1
            content.append(mark(footnote(number, length, fonts)))
        story.append(Paragraph((*content, " " + "more " * after), BODY, fonts))
    stand_together(pages(story, fonts, height), number)


def test_a_note_of_a_split_paragraph_goes_with_the_line_of_its_mark(fonts: FontSet) -> None:
    first, second = footnote(1, 5, fonts), footnote(2, 5, fonts)
    text = Paragraph((mark(first), " text" * 400, mark(second)), BODY, fonts)
    found = pages([text], fonts)
    assert len(found) > 1
    stand_together(found, 2)


def test_notes_of_a_table_stand_under_it_and_those_of_its_header_only_once(fonts: FontSet) -> None:
    head, cell = footnote(1, 4, fonts), footnote(2, 4, fonts)
    rows = [("row", f"{number}") for number in range(30)]
    rows[25] = ("row", (" x ", mark(cell)))  # type: ignore[assignment]
    table = Table((Column("A"), Column(("B ", mark(head)))), rows, BODY, fonts)
    found = pages([table], fonts)
    assert len(found) > 1
    assert sum("NOTE1" in text for text in found) == 1
    assert "NOTE1" in found[0]
    assert [("NOTE2" in text) for text in found] == [("MARK2" in text) for text in found]


def test_mark_and_note_lead_to_each_other(fonts: FontSet) -> None:
    content = (Span("1", link="#note-1-mark"), " NOTE1")
    note = Footnote(Paragraph(content, NOTE, fonts), "note-1")
    file = io.BytesIO()
    document = BaseDocTemplate(file, pagesize=(400, 360), invariant=1)
    document.addPageTemplates([NotedPage("noted", [NotedFrame(40, 30, 300, 300, "#888888", rtl=True)])])
    document.build([Paragraph(("نص ", mark(note)), ARABIC, fonts)], canvasmaker=canvas_with(fonts))
    [page] = PdfReader(file).pages
    down, up = (link.get_object() for link in page.annotations or ())
    for one, other in ((down, up), (up, down)):
        bottom, top = float(other["/Rect"][1]), float(other["/Rect"][3])
        assert abs(float(one["/Dest"][3]) - top) < 12
        assert bottom < float(one["/Dest"][3])
