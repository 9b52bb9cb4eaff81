"""Breaking a measured paragraph into lines, and the order in which the parts of a line stand on it."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
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
    widths = [token.width for token in tokens]
    # where every word would end if all stood on one line: a line then ends where a search in them says
    steps = [width + space if gap >= 0 else width for width, gap in zip(widths, [NO_SPACE, *gaps], strict=False)]
    ends = list(accumulate(steps))
    lines: list[Line] = []
    start, room = 0, first_limit
    stop = _line_end(gaps, 0)
    while start < len(tokens):
        begin = ends[start] - widths[start]
        end = max(bisect_right(ends, begin + room + _ROUNDING, start, stop), start + 1)
        last = end == stop
        if not last:
            end = _last_break(measured, start, end)
        spaces = end - start - 1 - gaps[start : end - 1].count(NO_SPACE)
        lines.append(Line(start, end, ends[end - 1] - begin, spaces, last=gaps[end - 1] == LINE_END))
        start, room = end, limit
        if last:
            stop = _line_end(gaps, start)
    return lines


def _line_end(gaps: list[int], start: int) -> int:
    """Behind the word after which the text ends the line; the upper half of a paragraph that is cut has no such end."""
    try:
        return gaps.index(LINE_END, start) + 1
    except ValueError:
        return len(gaps)


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
