"""The first screen: the panels of a period, each number a door to the records behind it."""

from snhr_desktop.ui.overview.page import OverviewPage

__all__ = ["OverviewPage"]
