"""One box to search everything in: a palette over the page, from anywhere in the window."""

from snhr_desktop.ui.seek.palette import Palette

__all__ = ["Palette"]
