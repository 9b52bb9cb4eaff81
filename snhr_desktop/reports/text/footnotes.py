"""Footnotes: a frame that keeps room at its foot for the notes of what stands in it.

The words of a note stand on the page of its mark. Whoever sets the text sees to it that no passage has more notes
than half a page holds; see `fits_at_foot`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from reportlab.platypus import Flowable, Frame, PageTemplate

from .canvas import BilingualCanvas
from .inline import Footnote

_ABOVE, _BELOW = 10.0, 5.0
"""Points between the text and the rule, and between the rule and the first note."""
_RULE_SHARE, _RULE_WIDTH = 0.28, 0.5


def footnotes_of(flowable: Flowable) -> tuple[Footnote, ...]:
    """The notes whose marks a flowable holds."""
    asked = getattr(flowable, "footnotes", None)
    return asked() if asked else ()


def height_of(notes: Iterable[Footnote], width: float) -> float:
    """Height of notes in a column, in points, without the rule above them."""
    return sum(note.body.wrap(width)[1] + note.body.style.space_after for note in notes)


def fits_at_foot(notes: Iterable[Footnote], width: float, height: float) -> bool:
    """Whether notes of one passage take no more than half of a column."""
    return height_of(notes, width) + _ABOVE + _BELOW <= height / 2


class NotedFrame(Frame):  # type: ignore[misc]
    """A column whose foot holds the notes of the text above; `rule_color` is that of the short line between."""

    def __init__(self, x: float, y: float, width: float, height: float, rule_color: str, rtl: bool) -> None:
        self._notes: list[Footnote] = []
        self._taken = 0.0
        self._rule_color, self._rtl = rule_color, rtl
        super().__init__(x, y, width, height, 0, 0, 0, 0)

    def _reset(self) -> None:
        self._notes, self._taken = [], 0.0
        super()._reset()
        self._y1p = self._y1

    def _room_for(self, notes: tuple[Footnote, ...]) -> float:
        """Points by which the foot grows."""
        new = [note for note in notes if note not in self._notes]
        if not new:
            return 0.0
        return height_of(new, self._width) + (0.0 if self._notes else _ABOVE + _BELOW)

    def _add(self, flowable: Flowable, canv: Any, trySplit: int = 0) -> int:  # noqa: N803 - platypus names it so
        notes = footnotes_of(flowable)
        if not notes:
            return int(super()._add(flowable, canv, trySplit))
        room = self._room_for(notes)
        self._y1p += room
        if super()._add(flowable, canv, trySplit):
            self._notes += [note for note in notes if note not in self._notes]
            return 1
        self._y1p -= room
        return 0

    add = _add

    def split(self, flowable: Flowable, canv: Any) -> list[Flowable]:
        """As platypus has it; the first part fits together with its notes."""
        halves: list[Flowable] = super().split(flowable, canv)
        room = self._room_for(footnotes_of(halves[0])) if halves else 0.0
        if not room:
            return halves
        # with less height the first part is smaller and has fewer notes, or the same: it fits with them
        self._y1p += room
        halves = super().split(flowable, canv)
        self._y1p -= room
        return halves

    def draw_notes(self, canvas: BilingualCanvas) -> None:
        """Draw the rule and the notes at the foot; called once the page is full."""
        if not self._notes:
            return
        y = self._y1 + height_of(self._notes, self._width)
        length = self._width * _RULE_SHARE
        left = self._x1 + (self._width - length if self._rtl else 0.0)
        canvas.setStrokeColor(self._rule_color)
        canvas.setLineWidth(_RULE_WIDTH)
        canvas.line(left, y + _BELOW, left + length, y + _BELOW)
        for note in self._notes:
            _, height = note.body.wrap(self._width)
            canvas.bookmarkHorizontal(note.key, self._x1, y)
            note.body.draw_at(canvas, self._x1, y, self._width, note.body.element)
            y -= height + note.body.style.space_after


class NotedPage(PageTemplate):  # type: ignore[misc]
    """A page of one noted column."""

    def afterDrawPage(self, canv: BilingualCanvas, _doc: Any) -> None:  # noqa: N802 - platypus calls it by this name
        """The text is complete: the notes follow it."""
        for frame in self.frames:
            frame.draw_notes(canv)
