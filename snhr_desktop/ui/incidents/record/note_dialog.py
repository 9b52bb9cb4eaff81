"""A new note on an incident: a few lines, kept for good."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from snhr_desktop.errors import Refusal
from snhr_desktop.i18n import N_
from snhr_desktop.ui.commands import with_key
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.forms.directions import direct_text
from snhr_desktop.ui.widgets import Dialog, Labelled, Notice, button, label

TITLE = N_("Add a note")
NOTE = N_("Note")
HINT = N_("Notes are kept for good: each with your name and the time, for this office alone. None is ever printed.")
SAVE, CANCEL = N_("Add the note"), N_("Cancel")
_WIDTH = 520


class NoteDialog(Dialog):
    """`added` once the store has it. What could not be saved stays in the field."""

    added = Signal()

    def __init__(self, desk: Desk, uid: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._uid = desk, uid
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        desk.theme.measure(self.text, minimumHeight=110)
        self.text.textChanged.connect(self._direct)
        desk.tongue.on_switch(self.text, self._direct)
        self.line = Labelled(desk.kit, NOTE, self.text, HINT)
        self.notice = Notice(desk.kit)
        self.save = button(desk.kit, SAVE, "check", "primary", with_key(SAVE, "Ctrl+Return"))
        self.cancel = button(desk.kit, CANCEL)
        self.save.clicked.connect(self.submit)
        self.cancel.clicked.connect(self.reject)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.submit)
        desk.tongue.bind(self, windowTitle=TITLE)
        acts = QHBoxLayout()
        acts.addStretch(1)
        acts.addWidget(self.cancel)
        acts.addWidget(self.save)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 16, 20, 16)
        whole.setSpacing(12)
        whole.addWidget(label(desk.kit, TITLE, "heading"))
        whole.addWidget(self.notice)
        whole.addWidget(self.line)
        whole.addLayout(acts)
        desk.theme.measure(self, minimumWidth=_WIDTH)

    def submit(self) -> None:
        """Keep the note."""
        if not self.save.isEnabled():
            return
        text, uid = self.text.toPlainText(), self._uid
        self.save.setEnabled(False)
        self._desk.operations.change(lambda w: w.add_note(uid, text), lambda _: self._done(), self._refused, self)

    def _direct(self) -> None:
        direct_text(self.text, "", self.text.toPlainText(), self._desk.tongue.language.rtl)

    def _done(self) -> None:
        self.added.emit()
        self.accept()

    def _refused(self, refusal: Refusal) -> None:
        self.save.setEnabled(True)
        self.notice.refuse(refusal)
        self.text.setFocus()
