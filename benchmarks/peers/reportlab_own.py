"""ReportLab’s own paragraphs and tables, shaped as those of the others are. Its Arabic is wrong all the same (the words
of a line stand in reverse order), but takes its time.

The contents stand at the end, so that ReportLab need not lay out everything twice as its own table of contents would.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Table, TableStyle

from benchmarks.content import HEAD_AR, HEAD_EN, TITLE, Content
from benchmarks.peers import measures as m

_GRID = TableStyle([("LINEBELOW", (0, 0), (-1, -1), 0.4, HexColor("#BFC6CF")), ("VALIGN", (0, 0), (-1, -1), "TOP")])


def build(content: Content, out: Path) -> None:
    """Write the content to a file."""
    for name, file in (("Text", m.REGULAR), ("Head", m.BOLD)):
        pdfmetrics.registerFont(TTFont(name, str(m.FONTS / file), shapable=True))
    top, right, bottom, left = m.MARGINS
    document = SimpleDocTemplate(
        str(out), pagesize=A4, topMargin=top, rightMargin=right, bottomMargin=bottom, leftMargin=left, title=TITLE
    )
    document.build(_story(content, document))


def _style(name: str, size: float, leading: float, **more: object) -> ParagraphStyle:
    return ParagraphStyle(name, fontName="Text", fontSize=size, leading=size * leading, shaping=1, **more)


def _arabic(name: str, size: float, **more: object) -> ParagraphStyle:
    return _style(name, size, m.ARABIC_LEADING, wordWrap="RTL", alignment=TA_RIGHT, **more)


def _story(content: Content, document: SimpleDocTemplate) -> list[Flowable]:
    chapter = _style("chapter", m.CHAPTER, 1.35, spaceBefore=26, spaceAfter=10, keepWithNext=1)
    heading = _style("heading", m.HEADING, 1.35, spaceBefore=11, spaceAfter=2.5, keepWithNext=1)
    chapter.fontName = heading.fontName = "Head"
    english, arabic = _style("en", m.SIZE, m.LEADING, spaceAfter=6.5), _arabic("ar", m.ARABIC, spaceAfter=6.5)
    entries: list[tuple[str, int]] = []
    story: list[Flowable] = []
    for title, incidents in content.chapters:
        story += [Paragraph(escape(title), chapter), _Note(partial(_note, entries, title, document))]
        for incident in incidents:
            story.append(Paragraph(escape(incident.title), heading))
            story.append(Paragraph(escape(incident.english), english))
            story.append(Paragraph(escape(incident.arabic), arabic))
    story.append(_table((HEAD_EN, *content.english_rows), _style("cell", m.CELL, 1.3)))
    story.append(_table((HEAD_AR, *content.arabic_rows), _arabic("zelle", m.ARABIC_CELL)))
    for title, _ in content.chapters:
        story.append(Paragraph(escape(title), english))
    return [*story, _Note(lambda: None)]


def _note(entries: list[tuple[str, int]], title: str, document: SimpleDocTemplate) -> None:
    entries.append((title, document.page))


def _table(rows: tuple[tuple[str, ...], ...], style: ParagraphStyle) -> Table:
    return Table([[Paragraph(escape(cell), style) for cell in row] for row in rows], repeatRows=1, style=_GRID)


class _Note(Flowable):  # type: ignore[misc]
    def __init__(self, act: Callable[[], None]) -> None:
        super().__init__()
        self._act = act

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return 0.0, 0.0

    def draw(self) -> None:
        self._act()
