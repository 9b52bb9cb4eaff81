"""The canvas that this engine writes on: ReportLab's, with fonts of our own and none that is not embedded."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import Any, NoReturn

from reportlab import rl_config
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from .colors import stroke_color
from .faces import Face, FontSet
from .lines import Line
from .missing import Missing, missing_on
from .pdffont import DocumentFont
from .tagging import Element, Tags
from .tokens import Measured

# Page streams as bytes: ReportLab's seven-bit armour makes files a quarter larger and takes a quarter of the time.
rl_config.useA85 = 0


class BilingualCanvas(Canvas):  # type: ignore[misc]
    """A ReportLab canvas on which text is written by `Paragraph`, `Table` and `draw_text` only.

    With `tags` the file is tagged: what is drawn for no element is an artifact, which a screen reader passes over.
    An `opaque` file may hold nothing that one can see through.
    """

    def __init__(
        self, *args: Any, fonts: FontSet, tags: Tags | None = None, opaque: bool = False, **options: Any
    ) -> None:
        self.fonts, self.tags, self.opaque = fonts, tags, opaque
        self._pageNumber: int = 1
        self._inside_figure = False
        self._document_fonts: dict[Face, DocumentFont] = {}
        self._missing: dict[tuple[str, int], str] = {}
        super().__init__(*args, **options)

    def document_font(self, face: Face) -> DocumentFont:
        """The face as a font of this document, added to it at first use."""
        font = self._document_fonts.get(face)
        if font is None:
            font = DocumentFont(face, f"T{len(self._document_fonts) + 1}")
            self._document_fonts[face] = font
            self._doc.fontMapping[face.name] = f"/{font.resource}"
            self._doc.delayedFonts.append(font)
        return font

    def opening(self, element: Element | None, language: str = "") -> str:
        """The operator that opens a passage; empty where nothing is to be said of it (and nothing to be closed)."""
        if self.tags is None or self._inside_figure:
            return f"/Span <</Lang ({language})>> BDC" if language else ""
        if element is None:
            return "/Artifact BMC"
        element.language = element.language or language
        return f"/{element.kind} <</MCID {self.tags.begin(element, self._pageNumber)}>> BDC"

    @contextmanager
    def figure(self, element: Element | None) -> Iterator[None]:
        """What is drawn here is one figure."""
        opened = self.opening(element)
        self._code.append(opened or " ")
        self._inside_figure = True
        yield
        self._inside_figure = False
        self._code.append("EMC" if opened else " ")

    def link(self, target: str, area: Sequence[float], said: str, element: Element | None) -> None:
        """An area that leads to a place of the document (`#key`) or an address; `said` is what it is called.

        In a tagged file what belongs to no element, as the head of a table on its further pages, leads nowhere: readers
        of the screen would meet a link outside of everything.
        """
        if self.tags and not element:
            return
        self._annotationCount += 1
        name = f"Link{self._annotationCount}"
        made = pdfdoc.PDFDictionary({"Type": "/Annot", "Subtype": "/Link", "F": 4, "Border": "[0 0 0]"})
        made["Rect"] = pdfdoc.PDFArray(self._absRect(area, 1))
        made["Contents"] = pdfdoc.PDFString(said)
        if target.startswith("#"):
            made["Dest"] = self._bookmarkReference(target[1:])
        else:
            made["A"] = pdfdoc.PDFDictionary({"S": "/URI", "URI": pdfdoc.PDFString(target)})
        if self.tags and element:
            made["StructParent"] = self.tags.link(element, self._pageNumber)
        self._addAnnotation(made, name)

    def rules(self, heights: Sequence[float], length: float, width: float, color: str) -> None:
        """Horizontal rules from x = 0, as one artifact; none where the width is 0."""
        if heights and width:
            opened = self.opening(None)
            path = " ".join([f"0 {y:.2f} m {length:.2f} {y:.2f} l" for y in heights])
            drawn = f"{opened} q {stroke_color(color)} {width:.3g} w {path} S Q"
            self._code.append(f"{drawn} EMC" if opened else drawn)

    def line(self, *args: Any, **options: Any) -> None:
        """A line; a rule, where it is not part of a figure."""
        self._aside(super().line, *args, **options)

    def rect(self, *args: Any, **options: Any) -> None:
        """A rectangle; furniture, where it is not part of a figure."""
        self._aside(super().rect, *args, **options)

    def _aside(self, draw: Callable[..., None], *args: Any, **options: Any) -> None:
        opened = self.opening(None)
        if opened:
            self._code.append(opened)
        draw(*args, **options)
        if opened:
            self._code.append("EMC")

    @property
    def missing(self) -> tuple[Missing, ...]:
        """Every character written so far that no face could print, once for each page, by page."""
        told = [Missing(char, page, excerpt) for (char, page), excerpt in self._missing.items()]
        return tuple(sorted(told, key=lambda one: (one.page, one.character)))

    def note_missing(self, measured: Measured, line: Line) -> bool:
        """Remember what cannot be printed of a line that is written on the current page; whether there is any."""
        found = missing_on(measured, line)
        for char, excerpt in found:
            self._missing.setdefault((char, self._pageNumber), excerpt)
        return bool(found)

    def setFont(self, *_: Any, **__: Any) -> NoReturn:
        """Refused: ReportLab's own text knows neither direction nor joining, and its fonts are not embedded."""
        raise TypeError("text is written with draw_text, Paragraph or Table")

    def _make_preamble(self) -> None:
        # ReportLab's own preamble selects Helvetica, which would stand unembedded in every file.
        self._preamble = "1 0 0 1 0 0 cm"


def canvas_with(fonts: FontSet) -> Callable[..., BilingualCanvas]:
    """A `canvasmaker` for platypus' `build` and `multiBuild`."""
    return partial(BilingualCanvas, fonts=fonts)
