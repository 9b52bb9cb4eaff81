"""The canvas that this engine writes on: ReportLab's, with fonts of our own and none that is not embedded."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, NoReturn

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from .faces import Face, FontSet
from .pdffont import DocumentFont

# Page streams as bytes: ReportLab's seven-bit armour makes files a quarter larger and takes a quarter of the time.
rl_config.useA85 = 0


class BilingualCanvas(Canvas):  # type: ignore[misc]
    """A ReportLab canvas on which text is written by `Paragraph`, `Table` and `draw_text` only."""

    def __init__(self, *args: Any, fonts: FontSet, **options: Any) -> None:
        self.fonts = fonts
        self._document_fonts: dict[Face, DocumentFont] = {}
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

    def setFont(self, *_: Any, **__: Any) -> NoReturn:
        """Refused: ReportLab's own text knows neither direction nor joining, and its fonts are not embedded."""
        raise TypeError("text is written with draw_text, Paragraph or Table")

    def _make_preamble(self) -> None:
        # ReportLab's own preamble selects Helvetica, which would stand unembedded in every file.
        self._preamble = "1 0 0 1 0 0 cm"


def canvas_with(fonts: FontSet) -> Callable[..., BilingualCanvas]:
    """A `canvasmaker` for platypus' `build` and `multiBuild`."""
    return partial(BilingualCanvas, fonts=fonts)
