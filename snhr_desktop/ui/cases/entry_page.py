"""The page of the form of a case."""

from PySide6.QtWidgets import QWidget

from snhr_desktop.ui.cases.form import CaseForm
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.form_page import FormPage


class CaseEntryPage(FormPage):
    """Leads back to the list of cases."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "cases", parent)
        self.form = CaseForm(desk.kit, desk.operations, self)
        self.hold(self.form)
