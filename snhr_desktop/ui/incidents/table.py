"""The list of incidents."""

from PySide6.QtWidgets import QWidget

from snhr_desktop.i18n import N_
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.incidents.columns import COLUMNS
from snhr_desktop.ui.lists.source import Source
from snhr_desktop.ui.lists.table import ListTable
from snhr_desktop.workspace import IncidentQuery, Workspace

SOURCE = Source(Workspace.incidents_found, Workspace.incident_rows)


class IncidentTable(ListTable):
    """Shows no incident until it is asked for some."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, SOURCE, COLUMNS, IncidentQuery(uids=()), N_("List of incidents"), parent)
        self.incidents = self.lines
