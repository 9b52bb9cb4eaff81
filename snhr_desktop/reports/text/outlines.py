"""Glyph outlines as PDF paths, for marks that are drawn beside the text and not as text."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Final

import uharfbuzz as hb

from .faces import Face


class _Pen:
    """Collects path operators in 1/1000 of the type size; TrueType's quadratic curves become cubic ones."""

    def __init__(self, scale: float) -> None:
        self._scale = scale
        self._x = self._y = 0.0
        self.operators: list[str] = []

    def add(self, operator: str, *coordinates: float) -> None:
        """One operator; its last two coordinates are where the pen then stands."""
        numbers = [f"{round(value * self._scale, 1):g}" for value in coordinates]
        self.operators.append(" ".join([*numbers, operator]))
        if coordinates:
            self._x, self._y = coordinates[-2:]

    def add_quadratic(self, cx: float, cy: float, x: float, y: float) -> None:
        """A curve with one control point."""
        first = self._x + (cx - self._x) * 2 / 3, self._y + (cy - self._y) * 2 / 3
        second = x + (cx - x) * 2 / 3, y + (cy - y) * 2 / 3
        self.add("c", *first, *second, x, y)


def _draw_functions() -> Any:
    functions = hb.DrawFuncs()
    functions.set_move_to_func(lambda x, y, pen: pen.add("m", x, y))
    functions.set_line_to_func(lambda x, y, pen: pen.add("l", x, y))
    functions.set_quadratic_to_func(lambda cx, cy, x, y, pen: pen.add_quadratic(cx, cy, x, y))
    functions.set_cubic_to_func(lambda ax, ay, bx, by, x, y, pen: pen.add("c", ax, ay, bx, by, x, y))
    functions.set_close_path_func(lambda pen: pen.add("h"))
    return functions


_DRAW: Final = _draw_functions()


@lru_cache(1024)
def outline(face: Face, glyph: int) -> str:
    """The filled shape of a glyph."""
    pen = _Pen(face.scale)
    face.font.draw_glyph(glyph, _DRAW, pen)
    return " ".join([*pen.operators, "f"]) if pen.operators else ""
