"""The font faces a document may use, and which of them prints a given character.

All faces are static TrueType files: ReportLab's PDF objects and the subsetter take neither CFF nor variable axes here.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import uharfbuzz as hb

if TYPE_CHECKING:
    from .breaking import Breaks
    from .shaping import Shaped
    from .tokens import Easy, Token

REPLACEMENT: Final = "\ufffd"
_CARRIER_WIDTH: Final = 0.15
_REGULAR: Final = ("IBMPlexSansArabic-Regular.ttf", "NotoSans-Regular.ttf", "NotoSansArabicUI-Regular.ttf")
_BOLD: Final = ("IBMPlexSansArabic-SemiBold.ttf", "NotoSans-SemiBold.ttf", "NotoSansArabicUI-SemiBold.ttf")

_UNPRINTED: Final = frozenset(
    (
        0xAD, 0x34F, 0x61C, 0xFEFF, *range(0x180B, 0x180F), *range(0x200B, 0x2010), *range(0x202A, 0x202F),
        *range(0x2060, 0x2070), *range(0xFE00, 0xFE10), *range(0xE0000, 0xE1000),
    )
)  # fmt: skip
"""Default-ignorable code points (DerivedCoreProperties): they steer the text and print nothing."""
_SYNTHESIZED: Final = frozenset((0xA0, *range(0x2000, 0x200B), 0x2011, 0x202F, 0x205F, 0x3000))
"""Spaces and the non-breaking hyphen: HarfBuzz makes them from what a face has."""

UNPRINTED: Final = frozenset(map(chr, _UNPRINTED))


class _Units(dict[int, int]):
    """Natural widths of glyphs in the units of the file, asked for once."""

    def __init__(self, font: Any) -> None:
        super().__init__()
        self._font = font

    def __missing__(self, glyph: int) -> int:
        width: int = self._font.get_glyph_h_advance(glyph)
        self[glyph] = width
        return width


class Face:
    """One font file, immutable and shared; lengths in 1/1000 of the type size, whatever the file's own unit."""

    def __init__(self, path: Path) -> None:
        self.name = path.stem
        self.face: Any = hb.Face(_with_carrier(path.read_bytes()))
        self.font: Any = hb.Font(self.face)
        self.scale: float = 1000 / self.face.upem
        self.units = _Units(self.font)
        cmap = frozenset(self.face.unicodes)
        self.covered = cmap | _UNPRINTED | _SYNTHESIZED
        extents = self.font.get_font_extents("ltr")
        self.ascent: float = extents.ascender * self.scale
        self.descent: float = -extents.descender * self.scale
        self.blank: int = self.font.get_nominal_glyph(0x20)
        self.space = self.advance(self.blank)
        self.carrier: int = self.font.get_nominal_glyph(0) or self.blank
        self.carrier_width = self.advance(self.carrier)

    def advance(self, glyph: int) -> float:
        """Natural width of a glyph."""
        return self.units[glyph] * self.scale

    def covers(self, text: str) -> bool:
        """Whether the face prints every character of the text."""
        return self.covered.issuperset(map(ord, text))


load_face = cache(Face)


def _with_carrier(program: bytes) -> bytes:
    """The font with its empty glyph for U+0000, where it has one, made wide enough to carry text (see `pdffont`).

    Poppler takes characters that begin less than 0.1 em apart for one printed twice, and ends a word where one reaches
    back by more than 0.2 em; the spaces of a face are wider, its empty glyph has no width at all.
    """
    face: Any = hb.Face(program)
    glyph: int | None = hb.Font(face).get_nominal_glyph(0)
    metrics: bytes = face.reference_table("hmtx").data
    if not glyph or glyph * 4 + 4 > len(metrics):
        return program
    offset = next(
        int.from_bytes(program[at + 8 : at + 12], "big")
        for at in range(12, 12 + 16 * int.from_bytes(program[4:6], "big"), 16)
        if program[at : at + 4] == b"hmtx"
    )
    at = offset + glyph * 4
    width: int = round(_CARRIER_WIDTH * face.upem)
    return program[:at] + width.to_bytes(2, "big") + program[at + 2 :]


class FontSet:
    """The faces of one document, with what has been shaped in them so far. One per report; not for two threads.

    `missing` collects every character that no face can print and that is shaped as U+FFFD; where such characters come
    to stand is told by the canvas.
    """

    def __init__(self, regular: tuple[Face, ...], bold: tuple[Face, ...]) -> None:
        self._chains = (regular, bold)
        self.missing: set[str] = set()
        self.shaped: dict[tuple[Face, str, bool, str, str], Shaped] = {}
        self.tokens: tuple[dict[tuple[str, int], Token], ...] = ({}, {})
        self.breaks: dict[str, Breaks] = {}
        self.easy: dict[tuple[bool, int], Easy] = {}

    @classmethod
    def load(cls, fonts_dir: Path) -> FontSet:
        """The program's own fonts from their folder; FileNotFoundError names the first file that is not there."""
        for name in (*_REGULAR, *_BOLD):
            if not (fonts_dir / name).is_file():
                raise FileNotFoundError(name)
        regular, bold = ([load_face(fonts_dir / name) for name in names] for names in (_REGULAR, _BOLD))
        return cls(tuple(regular), tuple(bold))

    def primary(self, bold: bool) -> Face:
        """The face of a weight that sets all it can."""
        return self._chains[bold][0]

    def itemize(self, text: str, bold: bool) -> list[tuple[Face, str, str]]:
        """(face, characters to print, characters meant) for a text of one style; the two differ where none prints it.

        A word that the first face cannot print wholly goes to one that can, for the sake of an even look.
        """
        chain = self._chains[bold]
        for face in chain:
            if face.covers(text):
                return [(face, text, text)]
        composed = unicodedata.normalize("NFC", text)
        if composed != text:
            return self.itemize(composed, bold)
        runs: list[tuple[Face, str, str]] = []
        for char in text:
            face, shown = self._face_for(chain, char, runs[-1][0] if runs else None)
            if runs and runs[-1][0] is face:
                runs[-1] = (face, runs[-1][1] + shown, runs[-1][2] + char)
            else:
                runs.append((face, shown, char))
        return runs

    def _face_for(self, chain: tuple[Face, ...], char: str, current: Face | None) -> tuple[Face, str]:
        if current and ord(char) in current.covered and not char.isalnum():
            return current, char
        for face in chain:
            if ord(char) in face.covered:
                return face, char
        self.missing.add(char)
        return next(face for face in chain if ord(REPLACEMENT) in face.covered), REPLACEMENT
