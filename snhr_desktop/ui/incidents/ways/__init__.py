"""The timeline and the map beside the list of incidents, as ways into it."""

from snhr_desktop.ui.incidents.ways.ways_in import WaysIn

__all__ = ["WaysIn"]
