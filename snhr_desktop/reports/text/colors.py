"""Colours as PDF operators."""

from __future__ import annotations

from functools import lru_cache

from reportlab.lib.colors import toColor


@lru_cache(256)
def fill_color(color: str) -> str:
    """The operator that sets the fill colour."""
    return f"{_components(color)} rg"


@lru_cache(256)
def stroke_color(color: str) -> str:
    """The operator that sets the colour of lines."""
    return f"{_components(color)} RG"


def _components(color: str) -> str:
    red, green, blue = toColor(color).rgb()
    return f"{red:.3g} {green:.3g} {blue:.3g}"
