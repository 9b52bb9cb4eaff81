"""The strokes of a pattern inside a rectangle, in the colour of the surface: for screen and paper alike."""

from collections.abc import Iterator

from snhr_desktop.charts.drawing import Rect

_HATCH_GAP, _DOT_GAP = 5.0, 4.5


def hatch_lines(rect: Rect, scale: float) -> Iterator[tuple[float, float, float, float]]:
    """Rising diagonals cut at the rectangle's edges, as x1, y1, x2, y2; falling ones for the pattern `back`."""
    gap = _HATCH_GAP * scale
    count = int((rect.width + rect.height) / gap)
    for i in range(1, count + 1):
        along = i * gap  # where the diagonal leaves the lower left corner's two edges
        x1 = max(0.0, along - rect.height)
        x2 = min(rect.width, along)
        if x2 > x1:
            first, last = (rect.width - x1, rect.width - x2) if rect.pattern == "back" else (x1, x2)
            yield (rect.x + first, rect.y + along - x1, rect.x + last, rect.y + along - x2)


def dots(rect: Rect, scale: float) -> Iterator[tuple[float, float]]:
    """Centres of dots on a staggered grid that lie well inside the rectangle."""
    gap = _DOT_GAP * scale
    margin = gap / 4
    row, y = 0, rect.y + gap / 2
    while y + margin < rect.y + rect.height:
        x = rect.x + gap / 2 + (gap / 2 if row % 2 else 0)
        while x + margin < rect.x + rect.width:
            yield (x, y)
            x += gap
        row, y = row + 1, y + gap
