"""Contrast ratios (WCAG 2.2) of every pair of colours in use: by the style sheet, and by the roles that are painted."""

import itertools

import pytest

from snhr_desktop import look
from tests.test_look import contrast
from tests.ui.sheet_pairs import PAGES, Pair, Sheet

THEMES = tuple(look.THEMES.values())
SHEET = Sheet()
# cells, charts and records are painted by role, on a page or on a chosen row
PAINTED = ("ink", "muted", "accent", "toll", "amber", "green", "refused")
GROUNDS = (*PAGES, "land", "land_focus")
CHOSEN = ("ink", "muted", "accent", "toll")
DECORATION = {"line", "grid"}
"""Rules between things that are told apart without them; in high contrast they are seen as well."""


def least(palette: look.Palette, text: bool) -> float:
    """The ratio promised."""
    if palette.high_contrast:
        return 7 if text else 4.5
    return 4.5 if text else 3


def weak(palette: look.Palette, pairs: list[Pair], text: bool) -> list[str]:
    """Pairs below what is promised. What cannot be used is told by its paler words, which are seen all the same."""
    found = set()
    for role, ground, where in pairs:
        ratio = contrast(palette.colour(role), palette.colour(ground))
        wanted = 3 if ":disabled" in where or role in DECORATION else least(palette, text)
        if ratio < wanted:
            found.add(f"{where}: {role} on {ground} {ratio:.2f} of {wanted}")
    return sorted(found)


@pytest.mark.parametrize("palette", THEMES, ids=lambda palette: palette.name)
def test_every_text_of_the_style_sheet_can_be_read(palette: look.Palette) -> None:
    pairs = list(SHEET.texts())
    assert len({(role, ground) for role, ground, _ in pairs}) > 25
    assert weak(palette, pairs, text=True) == []


@pytest.mark.parametrize("palette", THEMES, ids=lambda palette: palette.name)
def test_every_border_and_mark_of_the_style_sheet_can_be_seen(palette: look.Palette) -> None:
    pairs = [pair for pair in SHEET.graphics() if palette.high_contrast or pair.role not in DECORATION]
    assert weak(palette, pairs, text=False) == []


@pytest.mark.parametrize("palette", THEMES, ids=lambda palette: palette.name)
def test_every_text_that_is_painted_can_be_read(palette: look.Palette) -> None:
    pairs = [Pair(role, ground, "painted") for role, ground in itertools.product(PAINTED, PAGES)]
    pairs += [Pair(role, ground, "map") for role, ground in itertools.product(("ink", "muted"), GROUNDS)]
    pairs += [Pair(role, "accent_soft", "chosen row") for role in CHOSEN]
    pairs += [Pair(role, f"{role}_soft", "chip") for role in ("accent", "toll", "amber", "green", "refused")]
    pairs += [Pair("ink", f"{role}_soft", "notice") for role in ("accent", "amber", "green", "refused")]
    pairs += [Pair("muted", "alternate", "chip"), Pair("accent", "amber_soft", "link in a notice")]
    assert weak(palette, pairs, text=True) == []


@pytest.mark.parametrize("palette", THEMES, ids=lambda palette: palette.name)
def test_every_graphic_can_be_seen(palette: look.Palette) -> None:
    pairs = [Pair(role, "surface", "series") for role in look.SERIES]
    pairs += [Pair(role, ground, "focus") for role in ("accent", "border") for ground in (*PAGES, "accent_soft")]
    pairs += [Pair("faint", ground, "mark") for ground in PAGES]
    pairs += [Pair("side_lit", ground, "focus") for ground in ("side", "side_chosen")]
    assert weak(palette, pairs, text=False) == []


def test_each_theme_has_its_name() -> None:
    for name, palette in look.THEMES.items():
        assert look.theme_name(palette.dark, palette.high_contrast) == name
