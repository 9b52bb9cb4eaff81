"""The visual language, told once: colours by role, type, spacing. Window, charts and page read it.

Colours are asked for by the name of their role, so that one drawing can be shown light, dark or on paper.
Contrast: 4.5 or more for text on every ground it stands on, 3 or more for graphics; in the two of high contrast 7 for
text and 4.5 for graphics, with lines that can be seen (tested).
"""

from dataclasses import dataclass, fields, replace

REGULAR, SEMIBOLD, BOLD = 400, 600, 700
"""Weights of type, as fonts number them."""

SPACE = 4
"""Every distance is a multiple of this (px in the window, scaled with the type on a page)."""

RADIUS = 6
"""Corner of cards, fields and buttons, px."""

HAIRLINE = 1
"""Width of rules and borders, px."""


@dataclass(frozen=True)
class Palette:
    """One colour, `#RRGGBB`, for each role."""

    name: str
    # text
    ink: str
    muted: str
    faint: str  # placeholders, disabled text and marks of a graphic; never text that must be read
    # grounds
    ground: str
    surface: str
    alternate: str
    line: str
    grid: str
    # the side bar
    side: str
    side_ink: str
    side_faint: str  # a line that cannot be pressed
    side_chosen: str
    side_lit: str  # the chosen line and the focus
    side_title: str
    # what is alive: buttons, links, focus, the chosen row
    accent: str
    accent_soft: str
    on_accent: str
    # meanings; each `_soft` is the ground its text stands on
    toll: str  # deaths only
    toll_soft: str
    amber: str  # needs attention
    amber_soft: str
    green: str  # verified
    green_soft: str
    refused: str  # a field that cannot be saved so
    refused_soft: str
    # series of charts
    brick: str
    ochre: str
    blue: str
    grey: str
    olive: str
    # the map
    land: str
    land_focus: str
    border: str
    # what it is, no colours
    dark: bool = False
    high_contrast: bool = False

    def colour(self, role: str) -> str:
        """The colour of a role.

        Raises:
            KeyError: no such role.
        """
        if role not in ROLES:
            raise KeyError(role)
        found: str = getattr(self, role)
        return found


ROLES = frozenset(field.name for field in fields(Palette)) - {"name", "dark", "high_contrast"}
SERIES = ("brick", "ochre", "blue", "grey", "olive")
"""Roles for the parts of a chart, in the order they should be taken."""

LIGHT = Palette(
    name="light",
    ink="#1A2330",
    muted="#5E6B7B",
    faint="#7C8795",
    ground="#F4F5F7",
    surface="#FFFFFF",
    alternate="#F8F9FB",
    line="#DDE1E7",
    grid="#E7EAEE",
    side="#102A33",
    side_ink="#C3D2D6",
    side_faint="#7F9AA2",
    side_chosen="#1D4551",
    side_lit="#4DB3C2",
    side_title="#FFFFFF",
    accent="#12616F",
    accent_soft="#E3F0F1",
    on_accent="#FFFFFF",
    toll="#A63D32",
    toll_soft="#FBEDEA",
    amber="#956300",
    amber_soft="#FFF7E3",
    green="#2B7A4B",
    green_soft="#E6F4EB",
    refused="#B3382C",
    refused_soft="#FBECEA",
    brick="#A63D32",
    ochre="#CC7A33",
    blue="#4E7FA6",
    grey="#8A95A2",
    olive="#6F8F5B",
    land="#E9ECF0",
    land_focus="#FFFFFF",
    border="#7A8694",
)

DARK = Palette(
    name="dark",
    ink="#E6EBF0",
    muted="#9DABB8",
    faint="#748290",
    ground="#12181E",
    surface="#1B232B",
    alternate="#202A33",
    line="#2E3A45",
    grid="#2A353F",
    side="#0C1216",
    side_ink="#9FB2B8",
    side_faint="#66797F",
    side_chosen="#1B3138",
    side_lit="#4DB3C2",
    side_title="#FFFFFF",
    accent="#4DB3C2",
    accent_soft="#1E3B42",
    on_accent="#08171A",
    toll="#E78D80",
    toll_soft="#3A2421",
    amber="#E5B454",
    amber_soft="#362B14",
    green="#6CC08B",
    green_soft="#1B3324",
    refused="#F08A7C",
    refused_soft="#3A211F",
    brick="#D9695A",
    ochre="#E8A867",
    blue="#74A5CC",
    grey="#8894A0",
    olive="#93B57D",
    land="#232D36",
    land_focus="#2C3843",
    border="#8493A1",
    dark=True,
)

LIGHT_CONTRAST = Palette(
    name="light_contrast",
    ink="#000000",
    muted="#2A333D",
    faint="#565E68",
    ground="#FFFFFF",
    surface="#FFFFFF",
    alternate="#F4F6F8",
    line="#59636E",
    grid="#77818C",
    side="#000000",
    side_ink="#FFFFFF",
    side_faint="#9FB2B8",
    side_chosen="#00343E",
    side_lit="#8FE9F5",
    side_title="#FFFFFF",
    accent="#00444F",
    accent_soft="#DDF1F4",
    on_accent="#FFFFFF",
    toll="#7A1B12",
    toll_soft="#FFF0ED",
    amber="#5A3A00",
    amber_soft="#FFF6DF",
    green="#0A4524",
    green_soft="#E6F7EC",
    refused="#84140B",
    refused_soft="#FFF0ED",
    brick="#8C1D12",
    ochre="#B35300",
    blue="#255F8F",
    grey="#626C78",
    olive="#47672F",
    land="#EEF0F3",
    land_focus="#FFFFFF",
    border="#2A333D",
    high_contrast=True,
)

DARK_CONTRAST = Palette(
    name="dark_contrast",
    ink="#FFFFFF",
    muted="#D3DCE4",
    faint="#98A5B1",
    ground="#000000",
    surface="#000000",
    alternate="#12171C",
    line="#8E9BA8",
    grid="#74818D",
    side="#000000",
    side_ink="#FFFFFF",
    side_faint="#9FB2B8",
    side_chosen="#00343E",
    side_lit="#8FE9F5",
    side_title="#FFFFFF",
    accent="#7FE3F0",
    accent_soft="#0B333A",
    on_accent="#000000",
    toll="#FFB3A7",
    toll_soft="#33120D",
    amber="#FFD27A",
    amber_soft="#2E2206",
    green="#93E5B1",
    green_soft="#0C2B18",
    refused="#FFB3A7",
    refused_soft="#33120D",
    brick="#F08675",
    ochre="#FFC98A",
    blue="#8FC3EE",
    grey="#A7B2BD",
    olive="#B4DB9A",
    land="#1A2026",
    land_focus="#232B33",
    border="#D3DCE4",
    dark=True,
    high_contrast=True,
)

PAPER = replace(LIGHT, name="paper", faint="#8A95A3", line="#C9CFD7", grid="#DDE1E7", muted="#525E6C")
"""Light, with rules and small print dark enough to survive a photocopier."""

THEMES = {palette.name: palette for palette in (LIGHT, DARK, LIGHT_CONTRAST, DARK_CONTRAST)}
"""What a window can wear."""
PALETTES = THEMES | {PAPER.name: PAPER}


def theme_name(dark: bool, high_contrast: bool) -> str:
    """The name of the theme that is so."""
    return next(
        name for name, palette in THEMES.items() if (palette.dark, palette.high_contrast) == (dark, high_contrast)
    )


@dataclass(frozen=True)
class TypeScale:
    """Sizes of type, in px for a screen and in pt for a page."""

    title: float
    heading: float
    subheading: float
    text: float
    note: float
    figure: float  # key figures, set with tabular numerals


SCREEN = TypeScale(title=28, heading=20, subheading=16, text=14, note=12, figure=30)
PAGE = TypeScale(title=22, heading=15, subheading=12, text=10, note=8.5, figure=24)

PAGE_SCALE = PAGE.note / SCREEN.note
"""What a drawing measured for the screen is multiplied by to stand on a page, its notes at `PAGE.note`."""


def leading(rtl: bool) -> float:
    """Height of a line as a multiple of the size: Arabic needs more room above and below."""
    return 1.5 if rtl else 1.4


def space(steps: float) -> float:
    """So many steps of the spacing grid, px."""
    return SPACE * steps
