"""A shaped run as operands of the text operator TJ, arranged so that every reader finds its letters in order.

Readers (Poppler, PDFium and their heirs) order right-to-left text by place and reverse it. Three things would lose
letters there, and are avoided: a glyph that stands for several characters (they would come out reversed), a mark that
is raised off the line (it would end the word), and a glyph that stands for none (PDFium prints its code instead).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from .faces import Face
from .shaping import Glyph

_LEAST_CORRECTION: Final = 0.05
"""In 1/1000 of the type size."""


class Mark(NamedTuple):
    """A mark drawn as an outline at (x, y) from the start of its run, in 1/1000 of the type size."""

    glyph: int
    x: float
    y: float


class Encoded:
    """`parts` are (rise in 1/1000 em, operands); `plain` the operands where they stand on the line and bear no mark."""

    __slots__ = ("marks", "parts", "plain")

    def __init__(self, parts: list[tuple[float, str]], marks: list[Mark]) -> None:
        self.parts = tuple(parts)
        self.marks = tuple(marks)
        self.plain = parts[0][1] if len(parts) == 1 and not parts[0][0] and not marks else None


def evenly(codes: Sequence[str], kerns: Sequence[float] | None) -> str:
    """The operands of an even run (see `shaping`): as `Encoder` writes them, without looking for what is not there."""
    if kerns is None:
        return f"<{''.join(codes)}>"
    operands, back = ["<"], 0.0
    for code, kern in zip(codes, kerns, strict=True):
        if abs(back) > _LEAST_CORRECTION:
            operands.append(f"> {round(back, 1):g}<")
            back = 0.0
        operands.append(code)
        back -= kern
    operands.append(f"> {round(back, 1):g}" if abs(back) > _LEAST_CORRECTION else ">")
    return "".join(operands)


class Encoder:
    """Writes one run. `show` gives the code and the natural width of a glyph that stands for a text."""

    def __init__(self, face: Face, show: Callable[[int, str], tuple[str, float]], rtl: bool) -> None:
        self._face, self._show_glyph, self._rtl = face, show, rtl
        self._parts: list[tuple[float, str]] = []
        self._marks: list[Mark] = []
        self._operands: list[str] = []
        self._rise = 0.0
        self._back = 0.0
        """How far the pen stands right of where the next glyph begins (TJ numbers go backwards)."""

    def encode(self, glyphs: tuple[Glyph, ...]) -> Encoded:
        """The run, once; an encoder is not used again."""
        pen = 0.0
        for glyph in glyphs:
            if self._rtl and not glyph.advance:
                self._carry(glyph.text[::-1])
                self._marks.append(Mark(glyph.glyph, pen + glyph.x, glyph.y))
                continue
            if abs(glyph.y - self._rise) > 0.01:
                self._end_part(glyph.y)
            text, carried = (glyph.text[-1:], glyph.text[-2::-1]) if self._rtl else (glyph.text, "")
            self._back -= glyph.x
            width = self._show(glyph.glyph, text)
            self._back += glyph.x + width - glyph.advance
            pen += glyph.advance
            self._carry(carried)
        self._end_part(0.0)
        return Encoded(self._parts, self._marks)

    def _show(self, glyph: int, text: str) -> float:
        self._correct()
        code, width = self._show_glyph(glyph, text)
        self._operands.append(code)
        return width

    def _carry(self, carried: str) -> None:
        """Letters without a glyph of their own ride on empty ones, from left to right, the last ending at the pen."""
        if self._rise and carried:
            self._end_part(0.0)
        self._back += self._face.carrier_width * len(carried)
        for char in carried:
            self._show(self._face.carrier, char)

    def _correct(self) -> None:
        if abs(self._back) > _LEAST_CORRECTION:
            self._operands.append(f" {round(self._back, 1):g}")
            self._back = 0.0

    def _end_part(self, rise: float) -> None:
        if not rise:
            self._correct()
        if self._operands:
            self._parts.append((self._rise, "".join(self._operands).replace("><", "")))
        self._operands = []
        self._rise = rise
