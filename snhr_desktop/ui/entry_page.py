"""The page of the form of an incident."""

from PySide6.QtWidgets import QWidget

from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.form_page import FormPage
from snhr_desktop.ui.forms import IncidentForm


class EntryPage(FormPage):
    """A likely duplicate leads from it to its record."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "incidents", parent)
        self.form = IncidentForm(desk.kit, desk.operations, self)
        self.hold(self.form)
        self.form.doubles.record_asked.connect(lambda uid: desk.open("incidents", uid))
