"""The visual language keeps its promises of contrast, in every theme."""

import itertools

import pytest

from snhr_desktop import look

THEMES = list(look.PALETTES.values())
ON_SURFACES = ("ink", "muted", "accent", "toll", "amber", "green", "refused")
GRAPHICS = (*look.SERIES, "faint", "border", "accent", "toll")


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio (WCAG 2.2), 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("palette", THEMES, ids=lambda palette: palette.name)
def test_text_can_be_read(palette: look.Palette) -> None:
    pairs = [(role, ground) for role in ON_SURFACES for ground in ("surface", "ground", "alternate")]
    pairs += [(role, f"{role}_soft") for role in ("accent", "toll", "amber", "green", "refused")]
    pairs += [("on_accent", "accent"), ("side_ink", "side"), ("side_ink", "side_chosen"), ("ink", "land")]
    weak = {
        pair: contrast(palette.colour(pair[0]), palette.colour(pair[1]))
        for pair in pairs
        if contrast(palette.colour(pair[0]), palette.colour(pair[1])) < 4.5
    }
    assert weak == {}


@pytest.mark.parametrize("palette", THEMES, ids=lambda palette: palette.name)
def test_graphics_stand_out_from_the_surface(palette: look.Palette) -> None:
    weak = [role for role in GRAPHICS if contrast(palette.colour(role), palette.surface) < 3]
    assert weak == []


@pytest.mark.parametrize("palette", THEMES, ids=lambda palette: palette.name)
def test_the_first_three_series_differ_in_a_photocopy(palette: look.Palette) -> None:
    greys = [luminance(palette.colour(role)) for role in look.SERIES[:3]]
    assert all(abs(one - other) > 0.035 for one, other in itertools.combinations(greys, 2))


def test_an_unknown_role_is_refused() -> None:
    with pytest.raises(KeyError):
        look.LIGHT.colour("name")
