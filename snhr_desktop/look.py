"""The visual language, told once: colours by role, type, spacing. Window, charts and page read it.

Colours are asked for by the name of their role, so that one drawing can be shown light, dark or on paper.
Contrast: 4.5 or more for text on `surface` and `ground`, 3 or more for graphics, in both themes (tested).
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
    side_chosen: str
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

    def colour(self, role: str) -> str:
        """The colour of a role.

        Raises:
            KeyError: no such role.
        """
        if role not in ROLES:
            raise KeyError(role)
        found: str = getattr(self, role)
        return found


ROLES = frozenset(field.name for field in fields(Palette)) - {"name"}
SERIES = ("brick", "ochre", "blue", "grey", "olive")
"""Roles for the parts of a chart, in the order they should be taken."""

LIGHT = Palette(
    name="light",
    ink="#1A2330",
    muted="#5E6B7B",
    faint="#8A95A3",
    ground="#F4F5F7",
    surface="#FFFFFF",
    alternate="#F8F9FB",
    line="#DDE1E7",
    grid="#E7EAEE",
    side="#102A33",
    side_ink="#C3D2D6",
    side_chosen="#1D4551",
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
    side_chosen="#1B3138",
    accent="#4DB3C2",
    accent_soft="#1E3B42",
    on_accent="#08171A",
    toll="#E07A6B",
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
)

PAPER = replace(LIGHT, name="paper", ground="#F4F5F7", line="#C9CFD7", grid="#DDE1E7", muted="#525E6C")
"""Light, with rules and small print dark enough to survive a photocopier."""

PALETTES = {palette.name: palette for palette in (LIGHT, DARK, PAPER)}


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
