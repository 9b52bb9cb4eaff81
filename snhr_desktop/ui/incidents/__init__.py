"""The list of incidents, its filters, and the record read beside it."""

from snhr_desktop.ui.incidents.page import IncidentsPage

__all__ = ["IncidentsPage"]
