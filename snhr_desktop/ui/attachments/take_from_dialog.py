"""Before a file is taken from the record it is looked at with: what becomes of it. The last record keeps it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from snhr_desktop.domain.records import Attachment
from snhr_desktop.i18n import N_
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.form_dialog import FormDialog
from snhr_desktop.ui.tongue import Words
from snhr_desktop.ui.widgets import label
from snhr_desktop.workspace import AttachmentSaved

TITLE, ACT = N_("Take a file from this record"), N_("Take it from this record")
WHAT = N_(
    "It is kept with its other records, and stands with this one no more, nor with its victims and sources. That it "
    "was taken from here stands in its custody log."
)


class TakeFromDialog(FormDialog):
    """`parted(AttachmentSaved)` with the file as it is kept then; `target` is the identity of the record."""

    parted = Signal(object)

    def __init__(self, desk: Desk, file: Attachment, name: Words, target: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, TITLE, ACT, WHAT, parent, icon="x")
        self._uid, self._target = file.uid, target
        self.body.addWidget(label(desk.kit, name, "muted", wrap=True))

    def submit(self) -> None:
        """Take it; the refusal for its last record is told here."""
        uid, target = self._uid, self._target
        self.change(lambda workspace: workspace.unlink_attachment(uid, target), self._done)

    def _done(self, saved: AttachmentSaved) -> None:
        self.parted.emit(saved)
        self.accept()
