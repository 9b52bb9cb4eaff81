"""A paragraph in the flow of a page: platypus asks for its height, may split it, and has it drawn."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING, TypeVar

from reportlab.platypus.flowables import Flowable

from .force import fit
from .ink import Ink, draw_again
from .inline import Content, Footnote
from .lines import Line, break_lines, single_line
from .styles import TextStyle
from .tagging import Element
from .tokens import Measured, measure

if TYPE_CHECKING:
    from .canvas import BilingualCanvas
    from .faces import FontSet

_ROUNDING = 0.01
_WIDEST_STRETCH = 0.75
"""A space grows by no more than this share of the type size; a line that asks for more is not justified."""


_NOTED_BY_PLATYPUS = ("_postponed", "_frame", "canv")
_Part = TypeVar("_Part", bound=Flowable)


def twin(flowable: _Part) -> _Part:
    """A shallow copy of a flowable, without what platypus noted on it while it looked for a place."""
    copied = copy(flowable)
    for name in _NOTED_BY_PLATYPUS:
        copied.__dict__.pop(name, None)
    return copied


class Paragraph(Flowable):  # type: ignore[misc]
    """Text of one style; `marker` (a bullet, a number) stands in the indent, `anchor` names it for `#` links.

    In a tagged file `element` is what the text belongs to, and `label` what the marker does.
    """

    def __init__(
        self,
        content: Content,
        style: TextStyle,
        fonts: FontSet,
        *,
        marker: str = "",
        anchor: str = "",
        element: Element | None = None,
        label: Element | None = None,
    ) -> None:
        super().__init__()
        self.element, self.label = element, label
        self.style, self.fonts, self.marker, self.anchor = style, fonts, marker, anchor
        self.spaceBefore, self.spaceAfter = style.space_before, style.space_after
        self.keepWithNext = style.keep_with_next
        self._content = content
        self._measured = measure(content, style, fonts)
        self._fitted = self._measured
        self._lines: list[Line] = []
        self._broken_for = -1.0
        self._continues = False
        self._kept: tuple[BilingualCanvas, str] | None = None
        """A single line as it was drawn on a canvas: the cell of a table stands in many rows."""

    @property
    def line_count(self) -> int:
        """Lines of the paragraph, at the width it was last wrapped for."""
        return len(self._lines)

    def footnotes(self) -> tuple[Footnote, ...]:
        """The notes whose marks stand in it, in order."""
        if isinstance(self._content, str):
            return ()
        looks = (piece.look for token in self._measured.tokens for piece in token.pieces)
        return tuple(dict.fromkeys(look.note for look in looks if look.note))

    def natural_width(self) -> float:
        """Width in points of the text on one line."""
        space = self.fonts.primary(self.style.bold).space
        return single_line(self._measured, space).width * self.style.size / 1000 + self.style.indent

    def least_width(self) -> float:
        """Width in points under which a word would have to be cut."""
        widest = max([token.width for token in self._measured.tokens], default=0.0)
        return widest * self.style.size / 1000 + self.style.indent

    def wrap(self, width: float, _height: float = 0.0) -> tuple[float, float]:
        """Break into lines for a width; (width, height) taken, in points."""
        if width != self._broken_for:
            style, space = self.style, self.fonts.primary(self.style.bold).space
            em = 1000 / style.size
            limit = max(width - style.indent, 0.0) * em
            first = limit if self._continues else limit - style.first_line * em
            self._fitted = fit(self._measured, min(limit, first), self.fonts, style.bold)
            self._lines = break_lines(self._fitted, limit, first, space)
            self._broken_for, self._kept = width, None
        self.width, self.height = width, len(self._lines) * self.style.leading
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """Two paragraphs of which the first fits, without orphans or widows; none where that cannot be."""
        at_top = getattr(getattr(self, "_frame", None), "_atTop", False)
        return list(self.divide(width, height, forced=at_top))

    def divide(self, width: float, height: float, forced: bool) -> list[Paragraph]:
        """As `split`; `forced` takes whatever fits, for a column that will never be higher."""
        self.wrap(width)
        count, fitting = len(self._lines), int((height + _ROUNDING) / self.style.leading)
        if fitting >= count:
            return [self]
        if count - fitting < self.style.widows and not forced:
            fitting = count - self.style.widows
        if fitting < (1 if forced else self.style.orphans):
            return []
        return [self._part(0, fitting), self._part(fitting, count)]

    def _part(self, start: int, end: int) -> Paragraph:
        """The lines [start, end) as a paragraph of their own, broken already."""
        part = twin(self)
        part._kept = None
        first, last = self._lines[start].start, self._lines[end - 1].end
        whole = self._fitted
        part._fitted = part._measured = Measured(
            whole.tokens[first:last], whole.gaps[first:last], whole.glued[first:last], whole.base
        )
        part._lines = [line._replace(start=line.start - first, end=line.end - first) for line in self._lines[start:end]]
        part.height = len(part._lines) * self.style.leading
        if start:
            part._continues, part.spaceBefore, part.marker, part.anchor = True, 0.0, "", ""
        else:
            part.spaceAfter, part.keepWithNext = 0.0, False
        return part

    def drawOn(self, canvas: BilingualCanvas, x: float, y: float, _sW: float = 0) -> None:  # noqa: N802, N803
        """Draw at a place of the page; a graphics state for each passage would take a twentieth of all time."""
        if self.anchor:
            canvas.bookmarkHorizontal(self.anchor, x, y + self.height)
        self.draw_at(canvas, x, y + self.height, self.width, self.element)

    def draw_at(
        self, canvas: BilingualCanvas, left: float, top: float, width: float, element: Element | None = None
    ) -> None:
        """Draw the lines (after `wrap`) in the column that begins at `left` and `top`, for an element."""
        style = self.style
        y = top - baseline_drop(style, self.fonts)
        for note in self.footnotes():
            canvas.bookmarkHorizontal(note.back, left, top)
        if self.marker:
            self._draw_marker(Ink(canvas, style, self.label), left, y, width)
        if not any(token.pieces for token in self._fitted.tokens):
            return
        if element and self._fitted.base & 1:
            element.speak(self._content)
        if self._kept and self._kept[0] is canvas:
            x, _ = self._place(0, width)
            draw_again(canvas, style, element, self._kept[1], left + x, y)
            return
        ink = Ink(canvas, style, element)
        for index, line in enumerate(self._lines):
            x, stretch = self._place(index, width)
            ink.line(self._fitted, line, left + x, y - index * style.leading, stretch)
        ink.finish()
        if len(self._lines) == 1 and self._lines[0].last and isinstance(self._content, str):
            kept = ink.kept()
            self._kept = (canvas, kept) if kept else None

    def _place(self, index: int, width: float) -> tuple[float, float]:
        """As `_start_of`, of a line by its number, within the indents."""
        first_line = self.style.first_line if index == 0 and not self._continues else 0.0
        x, stretch = self._start_of(self._lines[index], width - self.style.indent - first_line)
        return (x if self._fitted.base & 1 else x + self.style.indent + first_line), stretch

    def _start_of(self, line: Line, room: float) -> tuple[float, float]:
        """(distance of the line's left end from the column's, growth of its spaces)."""
        style, rtl = self.style, bool(self._fitted.base & 1)
        left_over = room - line.width * style.size / 1000
        if style.align == "center":
            return left_over / 2, 0.0
        if style.align == "justify" and not line.last and line.spaces and left_over > 0:
            stretch = left_over / line.spaces
            if stretch <= _WIDEST_STRETCH * style.size:
                return 0.0, stretch
        at_right = rtl != (style.align == "end")
        return (left_over if at_right else 0.0), 0.0

    def _draw_marker(self, ink: Ink, left: float, y: float, width: float) -> None:
        marker = measure(
            self.marker, self.style.derive(direction="rtl" if self._fitted.base & 1 else "ltr"), self.fonts
        )
        line = single_line(marker, self.fonts.primary(self.style.bold).space)
        own_width = line.width * self.style.size / 1000
        ink.line(marker, line, left + (width - own_width if self._fitted.base & 1 else 0.0), y, 0.0)
        ink.finish()


def baseline_drop(style: TextStyle, fonts: FontSet) -> float:
    """Points from the top of a line to its baseline: the face's height stands in the middle of the leading."""
    face, em = fonts.primary(style.bold), style.size / 1000
    return (style.leading - (face.ascent + face.descent) * em) / 2 + face.ascent * em
