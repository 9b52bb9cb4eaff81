"""A bilingual text engine on ReportLab's canvas: Arabic and Latin text set right, and found again by a search.

ReportLab lays out the page; every letter is set here, by the Unicode bidirectional algorithm and HarfBuzz, in
embedded fonts. Self-contained: it knows nothing of the rest of the program. Give it a `FontSet`, a `TextStyle` and
text; a `str` is plain text always, emphasis comes as `Span` values, never as markup.
"""

from .canvas import BilingualCanvas, canvas_with
from .collecting import no_collecting
from .draw import draw_text, text_width
from .faces import FontSet
from .footnotes import NotedFrame, NotedPage, fits_at_foot
from .inline import Content, Footnote, Span
from .isolation import isolate_codes
from .missing import Missing
from .paragraph import Paragraph
from .side_by_side import SideBySide
from .styles import TextStyle
from .table import Column, Table, TableLook
from .tagging import Element, Tags

__all__ = [
    "BilingualCanvas",
    "Column",
    "Content",
    "Element",
    "FontSet",
    "Footnote",
    "Missing",
    "NotedFrame",
    "NotedPage",
    "Paragraph",
    "SideBySide",
    "Span",
    "Table",
    "TableLook",
    "Tags",
    "TextStyle",
    "canvas_with",
    "draw_text",
    "fits_at_foot",
    "isolate_codes",
    "no_collecting",
    "text_width",
]
