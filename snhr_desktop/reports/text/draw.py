"""Single strings on the canvas: chart labels, map names, page feet."""

from __future__ import annotations

from typing import Literal

from .canvas import BilingualCanvas
from .faces import FontSet
from .ink import Ink
from .inline import Content
from .lines import single_line
from .styles import TextStyle
from .tagging import Element
from .tokens import measure

Anchor = Literal["start", "end", "middle"]


def text_width(content: Content, style: TextStyle, fonts: FontSet) -> float:
    """Width of a single line, in points."""
    line = single_line(measure(content, style, fonts), fonts.primary(style.bold).space)
    return line.width * style.size / 1000


def draw_text(
    canvas: BilingualCanvas,
    x: float,
    y: float,
    content: Content,
    style: TextStyle,
    anchor: Anchor = "start",
    element: Element | None = None,
) -> float:
    """Write a single line with its baseline at `y`, for an element of a tagged file; its width in points.

    `x` is where the text starts, ends or has its middle. The start is by the style's direction: the right end of an
    Arabic text, which then runs to the left of `x`.
    """
    measured = measure(content, style, canvas.fonts)
    line = single_line(measured, canvas.fonts.primary(style.bold).space)
    width = line.width * style.size / 1000
    if anchor == "middle":
        x -= width / 2
    elif (anchor == "end") != bool(measured.base & 1):
        x -= width
    if element and measured.base & 1:
        element.speak(content)
    ink = Ink(canvas, style, element)
    ink.line(measured, line, x, y, 0.0)
    ink.finish()
    return width
