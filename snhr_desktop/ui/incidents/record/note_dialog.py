"""A new note on an incident: a few lines, kept for good."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from snhr_desktop.errors import Refusal
from snhr_desktop.i18n import N_
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.form_dialog import FormDialog
from snhr_desktop.ui.forms.directions import direct_text
from snhr_desktop.ui.widgets import Labelled

TITLE, SAVE = N_("Add a note"), N_("Add the note")
NOTE = N_("Note")
HINT = N_("Notes are kept for good: each with your name and the time, for this office alone. None is ever printed.")


class NoteDialog(FormDialog):
    """`added` once the store has it. What could not be saved stays in the field."""

    added = Signal()

    def __init__(self, desk: Desk, uid: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, TITLE, SAVE, parent=parent, writes=True)
        self._uid = uid
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        desk.theme.measure(self.text, minimumHeight=110)
        self.text.textChanged.connect(self._direct)
        desk.tongue.on_switch(self.text, self._direct)
        self.body.addWidget(Labelled(desk.kit, NOTE, self.text, HINT))
        self.keep(f"note {uid}", text=self.text)
        self.text.setFocus()

    def submit(self) -> None:
        """Keep the note."""
        text, uid = self.text.toPlainText(), self._uid
        self.change(lambda workspace: workspace.add_note(uid, text), lambda _: self._done())

    def refuse(self, refusal: Refusal) -> None:
        """Tell why it was not kept."""
        super().refuse(refusal)
        self.text.setFocus()

    def _direct(self) -> None:
        direct_text(self.text, "", self.text.toPlainText(), self.desk.tongue.language.rtl)

    def _done(self) -> None:
        self.added.emit()
        self.accept()
