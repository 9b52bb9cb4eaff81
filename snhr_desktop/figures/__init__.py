"""Figures: every number the program shows, declared once, counted in one place, with the records behind it.

To add a figure: one `Figure` in the file of its subject in `catalogue`, and its Arabic.
"""

from snhr_desktop.figures.asking import (
    ask,
    ask_all,
    behind,
    by_published_place,
    contributions,
    one_moment,
)
from snhr_desktop.figures.breakdowns import BREAKDOWNS, NOT_KNOWN, OTHER, Breakdown, PlaceName
from snhr_desktop.figures.by_month import BY_CLASS, by_month
from snhr_desktop.figures.catalogue import FIGURES, figure_of
from snhr_desktop.figures.contribution import NOTHING, Contribution
from snhr_desktop.figures.figure import Answer, Figure
from snhr_desktop.figures.scopes import scope_condition
from snhr_desktop.figures.units import UNITS, Unit

__all__ = [
    "BREAKDOWNS", "BY_CLASS", "FIGURES", "NOTHING", "NOT_KNOWN", "OTHER", "UNITS", "Answer", "Breakdown",
    "Contribution", "Figure", "PlaceName", "Unit", "ask", "ask_all", "behind", "by_month", "by_published_place",
    "contributions", "figure_of", "one_moment", "scope_condition",
]  # fmt: skip
