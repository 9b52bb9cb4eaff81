"""The case beside the list: who, what has become of them, each state with how it is known, and the history."""

from operator import attrgetter
from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from snhr_desktop.domain.records import CaseFile
from snhr_desktop.i18n import N_
from snhr_desktop.ui.attachments.owner import Owner
from snhr_desktop.ui.cases.contents import case_contents
from snhr_desktop.ui.commands import with_key
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.incidents.record.history import HistoryView
from snhr_desktop.ui.incidents.record.origin import OriginView
from snhr_desktop.ui.incidents.record.otherwise import OtherwiseView
from snhr_desktop.ui.incidents.record.reading import Reading
from snhr_desktop.ui.incidents.record.revisions_dialog import Revisable, RevisionsDialog
from snhr_desktop.ui.rights import close_off, hindrance, may_write
from snhr_desktop.ui.when_seen import WhenSeen
from snhr_desktop.ui.widgets import EmptyState, ScrollBody, button
from snhr_desktop.workspace import Provenance, Revision, SaidOtherwise, Workspace

_SETTLE = 60  # ms: who holds an arrow key down does not wait for each record passed
CASES = Revisable(Workspace.case_revision, Workspace.restore_case, attrgetter("file"), case_contents)


class _Read(NamedTuple):
    """A case with its history."""

    file: CaseFile
    history: tuple[Revision, ...]
    came_from: tuple[Provenance, ...]
    otherwise: tuple[SaidOtherwise, ...]


class CaseView(QFrame):
    """Shows one case by its uid. Building it anew is how it changes language."""

    edit_asked = Signal(str)
    """The uid of the case a person wants to change."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._reading = desk, Reading(desk.kit, desk.operations.gazetteer)
        self.uid = ""
        self._shown: _Read | None = None
        self._otherwise: OtherwiseView | None = None
        self.setProperty("kind", "card")
        from snhr_desktop.ui.attachments.files_card import FilesCard  # whose dialogs have the editors of a form

        self.files = FilesCard(desk, self, of_incident=False, framed=False, parent=self)
        self.files.hide()
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE)
        self._settle.timeout.connect(self._ask)
        self.edit = button(desk.kit, N_("Edit"), "pencil", hint=with_key(N_("Edit this case"), "Ctrl+E"))
        close_off(desk.tongue, desk.operations, self.edit)
        self.edit.clicked.connect(self.ask_to_edit)
        acts = QHBoxLayout()
        acts.setContentsMargins(12, 0, 12, 0)
        acts.addStretch(1)
        acts.addWidget(self.edit)
        self.body = desk.tongue.bind(ScrollBody(), accessibleName=N_("Record"))
        self.body.column.setContentsMargins(16, 4, 16, 16)
        self._content = QWidget()
        self.body.column.addWidget(self._content)
        self.body.column.addStretch(1)
        choose = N_("Choose a row of the list to read its record here.")
        self._stack = QStackedWidget()
        for each in (EmptyState(desk.kit, "user", N_("No case is chosen"), choose), self.body):
            self._stack.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(4)
        column.addLayout(acts)
        column.addWidget(self._stack, 1)
        self._say = WhenSeen(self, self._build)
        desk.theme.on_change(self, self._say)
        desk.tongue.on_switch(self, self._say)
        self.show_uid("")

    def show_uid(self, uid: str) -> None:
        """Show a case, or none."""
        self.uid = uid
        self.edit.setEnabled(bool(uid) and may_write(self._desk.operations))
        if uid:
            self._settle.start()
        else:
            self._settle.stop()
            self._shown = self._otherwise = None
            self._stack.setCurrentIndex(0)
            self.files.show_owner(Owner())

    def refresh(self) -> None:
        """Read the case again."""
        if self.uid:
            self._ask()

    def ask_to_edit(self) -> None:
        """Ask for the form of this case; where it can only be read, whoever asks by a key is told."""
        if why := hindrance(self._desk.operations):
            self._desk.tell(why, "attention")
        elif self.uid:
            self.edit_asked.emit(self.uid)

    def answer_file(self, take: bool) -> None:
        """Answer the first that a file says otherwise: take it over, or keep what stands here."""
        if self._otherwise is not None:
            self._otherwise.answer(take)

    def open_revisions(self) -> None:
        """Show every revision of this case."""
        if self._shown is not None and self._shown.history:
            dialog = RevisionsDialog(self._desk, self.uid, self._shown.history, self.window(), CASES)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

    def _ask(self) -> None:
        uid = self.uid
        self._desk.operations.ask(
            lambda workspace: _Read(
                workspace.case(uid), workspace.history(uid), workspace.came_from(uid), workspace.said_otherwise(uid)
            ),
            self._take,
            owner=self,
            key="case",
        )

    def _take(self, read: _Read) -> None:
        if read.file.case.uid == self.uid:
            self._shown = read
            self._build()

    def _build(self) -> None:
        if self._shown is None:
            return
        self.files.setParent(self)  # it stays, with what is being taken in and what was asked to be seen
        fresh = self._made(self._shown)
        self.body.column.replaceWidget(self._content, fresh)
        self._content.hide()
        self._content.deleteLater()
        self._content = fresh
        self._stack.setCurrentIndex(1)
        fresh.show()

    def _made(self, read: _Read) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        self._otherwise = None
        if read.otherwise:
            self._otherwise = OtherwiseView(self._desk, self._reading, read.file, read.otherwise)
            column.addWidget(self._otherwise)
        for widget in case_contents(self._reading, read.file):
            column.addWidget(widget)
        self.files.show_owner(Owner("case", self.uid))
        column.addWidget(self.files)
        self.files.show()
        if read.came_from:
            column.addWidget(OriginView(self._reading, read.file, read.came_from))
        history = HistoryView(self._reading, read.history)
        history.earlier.clicked.connect(self.open_revisions)
        column.addWidget(history)
        return made
