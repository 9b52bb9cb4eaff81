"""Breaking a measured paragraph into lines, and the order in which the parts of a line stand on it."""

from __future__ import annotations

from typing import Final, NamedTuple

from .bidi import visual_order
from .tokens import LINE_END, NO_SPACE, Measured, Piece

_ROUNDING: Final = 1e-6


class Line(NamedTuple):
    """Words [start, end) of a paragraph; `width` in 1/1000 of the type size; `last` where the text ends the line."""

    start: int
    end: int
    width: float
    spaces: int
    last: bool


class Blank(NamedTuple):
    """A space between two words of a line."""

    level: int


def break_lines(measured: Measured, limit: float, first_limit: float, space: float) -> list[Line]:
    """Fill line after line (greedily); `first_limit` is the length of the first one, `space` the width of a blank."""
    tokens, gaps = measured.tokens, measured.gaps
    lines: list[Line] = []
    start, spaces, width, room = 0, 0, 0.0, first_limit
    at = 0
    while at < len(tokens):
        spaced = at > start and gaps[at - 1] >= 0
        grown = width + tokens[at].width + (space if spaced else 0.0)
        if at > start and grown > room + _ROUNDING:
            end = _last_break(measured, start, at)
            lines.append(_line(measured, start, end, space, last=False))
            start = at = end
            width, spaces, room = 0.0, 0, limit
            continue
        width, spaces = grown, spaces + spaced
        at += 1
        if gaps[at - 1] == LINE_END:
            lines.append(Line(start, at, width, spaces, last=True))
            start, width, spaces, room = at, 0.0, 0, limit
    return lines


def _last_break(measured: Measured, start: int, at: int) -> int:
    end = at
    while end > start and measured.glued[end]:
        end -= 1
    return end if end > start else at


def _line(measured: Measured, start: int, end: int, space: float, last: bool) -> Line:
    spaces = sum(gap != NO_SPACE for gap in measured.gaps[start : end - 1])
    width = sum(token.width for token in measured.tokens[start:end]) + spaces * space
    return Line(start, end, width, spaces, last)


def single_line(measured: Measured, space: float) -> Line:
    """The whole text on one line, whatever its width; line ends in it count as spaces."""
    return _line(measured, 0, len(measured.tokens), space, last=True)


def arrange(measured: Measured, line: Line) -> list[Piece | Blank]:
    """What stands on a line, from left to right (rule L2; the white space that L1 speaks of is not on the line)."""
    items: list[Piece | Blank] = []
    for at in range(line.start, line.end):
        items += measured.tokens[at].pieces
        gap = measured.gaps[at]
        if at < line.end - 1 and gap != NO_SPACE:
            items.append(Blank(measured.base if gap == LINE_END else gap))
    return [items[index] for index in visual_order([item.level for item in items])]
