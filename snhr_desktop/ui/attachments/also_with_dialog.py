"""With which other record a file is to be kept too, by its reference."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from snhr_desktop.domain.records import Attachment
from snhr_desktop.errors import Refusal, UnknownCode
from snhr_desktop.i18n import N_
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.form_dialog import FormDialog
from snhr_desktop.ui.tongue import Words
from snhr_desktop.ui.widgets import Labelled, label
from snhr_desktop.workspace import AttachmentSaved

TITLE, ACT = N_("Keep a file with another record"), N_("Keep it there too")
WHAT = N_("The file is kept once, and stands with both records. That it was put there stands in its custody log.")
REFERENCE, HINT = N_("Reference of the incident or case"), N_("Like IDL-2018-00042 or IDL-D-2018-00042.")
UNKNOWN = N_("There is no incident or case of this reference.")


class AlsoWithDialog(FormDialog):
    """`joined(AttachmentSaved)` with the file as it is kept then."""

    joined = Signal(object)

    def __init__(self, desk: Desk, file: Attachment, name: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, TITLE, ACT, WHAT, parent, icon="plus")
        self._file = file
        self.reference = QLineEdit()
        self.reference.setMaxLength(40)
        self.line = Labelled(desk.kit, REFERENCE, self.reference, HINT, required=True)
        self.body.addWidget(label(desk.kit, name, "muted", wrap=True))
        self.body.addWidget(self.line)
        self.reference.setFocus()
        self.keep(f"also with {file.uid}", reference=self.reference)

    def submit(self) -> None:
        """Keep it there too."""
        uid, typed = self._file.uid, self.reference.text()
        self.line.settle()
        self.change(lambda workspace: workspace.link_attachment(uid, workspace.link_to(typed)), self._done)

    def refuse(self, refusal: Refusal) -> None:
        """Tell beside the field where there is no such record."""
        if not isinstance(refusal, UnknownCode):
            super().refuse(refusal)
            return
        self.allow(True)
        self.line.complain(UNKNOWN)
        self.reference.selectAll()
        self.reference.setFocus()

    def _done(self, saved: AttachmentSaved) -> None:
        self.joined.emit(saved)
        self.accept()
