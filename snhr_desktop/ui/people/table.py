"""The list of people."""

from PySide6.QtWidgets import QWidget

from snhr_desktop.i18n import N_
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.lists.source import Source
from snhr_desktop.ui.lists.table import ListTable
from snhr_desktop.ui.people.columns import COLUMNS
from snhr_desktop.workspace import IncidentQuery, PersonQuery, PersonRow, Workspace

SOURCE = Source(Workspace.people_found, Workspace.people_rows)


class PeopleTable(ListTable):
    """Shows nobody until it is asked for some."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        nobody = PersonQuery(of=IncidentQuery(uids=()))
        super().__init__(desk, SOURCE, COLUMNS, nobody, N_("List of people"), parent)

    def current_person(self) -> PersonRow | None:
        """The person one is at, if at hand."""
        row: PersonRow | None = self.lines.row(self.currentIndex().row())
        return row
