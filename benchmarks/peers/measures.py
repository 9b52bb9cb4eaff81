"""The page that every engine sets: the measures of our report, the same font files, in points."""

from snhr_desktop import look, paths
from snhr_desktop.reports.paper import ARABIC_SIZE, BOTTOM, INNER, OUTER, TOP

FONTS = paths.resources() / "fonts"
FAMILY, REGULAR, BOLD = "IBM Plex Sans Arabic", "IBMPlexSansArabic-Regular.ttf", "IBMPlexSansArabic-SemiBold.ttf"
MARGINS = (TOP, OUTER, BOTTOM, INNER)
"""Top, right, bottom, left."""
SIZE, ARABIC = float(look.PAGE.text), look.PAGE.text * ARABIC_SIZE
CELL, ARABIC_CELL = look.PAGE.note + 0.3, (look.PAGE.note + 0.3) * ARABIC_SIZE
CHAPTER, HEADING = look.PAGE.heading + 3.0, look.PAGE.text + 0.5
LEADING, ARABIC_LEADING = look.leading(False), look.leading(True)
