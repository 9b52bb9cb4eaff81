"""The record beside the list: acts at its top, everything the incident says below, its history at the end."""

from typing import NamedTuple

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from snhr_desktop.domain.records import Dossier
from snhr_desktop.i18n import N_
from snhr_desktop.reports.brief import Brief
from snhr_desktop.reports.kind import DOSSIER
from snhr_desktop.ui.commands import with_key
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.forms.sections import SECTIONS
from snhr_desktop.ui.incidents.record.head import RecordHead
from snhr_desktop.ui.incidents.record.history import HistoryView
from snhr_desktop.ui.incidents.record.person import PersonView
from snhr_desktop.ui.incidents.record.published import PublishedView
from snhr_desktop.ui.incidents.record.reading import Reading
from snhr_desktop.ui.incidents.record.section import SectionView, says_something
from snhr_desktop.ui.when_seen import WhenSeen
from snhr_desktop.ui.widgets import EmptyState, ScrollBody, button, icon_button
from snhr_desktop.workspace import PublishedIn, Revision, Workspace

_SETTLE = 60  # ms: who holds an arrow key down does not wait for each record passed
COPIED = N_("The reference was copied.")


class _Record(NamedTuple):
    """A dossier with its history, and the published reports it is in."""

    dossier: Dossier
    history: tuple[Revision, ...]
    published: tuple[PublishedIn, ...]


class RecordView(QFrame):
    """Shows one incident by its uid. Building it anew is how it changes language; it keeps its place in the text."""

    edit_asked = Signal(str)
    """The uid of the incident a person wants to change."""
    back_asked = Signal()
    """A person wants the list again, where the record lies over it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._reading = desk, Reading(desk.kit, desk.operations.gazetteer)
        self.uid = self._person = ""
        self._shown: _Record | None = None
        self.setProperty("kind", "card")
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE)
        self._settle.timeout.connect(self._ask)
        self._add_acts()
        self.body = desk.tongue.bind(ScrollBody(), accessibleName=N_("Record"))
        self.body.column.setContentsMargins(16, 4, 16, 16)
        self._content = QWidget()
        self.body.column.addWidget(self._content)
        self.body.column.addStretch(1)
        nothing = EmptyState(
            desk.kit, "file-text", N_("No incident is chosen"), N_("Choose a row of the list to read its record here.")
        )
        self._stack = QStackedWidget()
        for each in (nothing, self.body):
            self._stack.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(4)
        column.addLayout(self._acts)
        column.addWidget(self._stack, 1)
        self._say = WhenSeen(self, self._say_again)
        desk.theme.on_change(self, self._say)
        desk.tongue.on_switch(self, self._say)
        self.show_uid("")

    def show_uid(self, uid: str, person: str = "") -> None:
        """Show an incident, or none; a person of it, if one is named, before everything else."""
        self._person = person or (self._person if uid == self.uid else "")
        self.uid = uid
        for act in (self.edit, self.copy, self.report):
            act.setEnabled(bool(uid))
        if uid:
            self._settle.start()
        else:
            self._settle.stop()
            self._shown = None
            self._stack.setCurrentIndex(0)

    def refresh(self) -> None:
        """Read the incident again."""
        if self.uid:
            self._ask()

    def lie_over(self, over: bool) -> None:
        """Whether it lies over the list, and so leads back to it."""
        self.back.setVisible(over)

    def copy_reference(self) -> None:
        """Put the reference on the clipboard."""
        if self._shown is not None:
            QGuiApplication.clipboard().setText(self._shown.dossier.incident.reference)
            self._desk.tell_saved(COPIED)

    def ask_to_edit(self) -> None:
        """Ask for the form of this incident."""
        if self.uid and self.edit.isEnabled():
            self.edit_asked.emit(self.uid)

    def ask_for_report(self) -> None:
        """Go to the report on this incident alone."""
        if self.uid:
            self._desk.open("reports", Brief("", kind=DOSSIER, incident=self.uid, edition=""))

    def _ask(self) -> None:
        uid = self.uid

        def read(workspace: Workspace) -> _Record:
            return _Record(workspace.dossier(uid), workspace.history(uid), workspace.published_in(uid))

        self._desk.operations.ask(read, self._take, owner=self, key="incidents record")

    def _take(self, record: _Record) -> None:
        if record.dossier.incident.uid == self.uid:
            same = self._shown is not None and self._shown.dossier.incident.uid == self.uid
            self._shown = record
            self._build(keep_place=same)

    def _say_again(self) -> None:
        if self._shown is not None:
            self._build(keep_place=True)

    def _build(self, keep_place: bool) -> None:
        assert self._shown is not None
        place = self.body.verticalScrollBar().value() if keep_place else 0
        fresh = self._made(self._shown)
        self.body.column.replaceWidget(self._content, fresh)
        self._content.hide()
        self._content.deleteLater()
        self._content = fresh
        self._stack.setCurrentIndex(1)
        fresh.show()
        QTimer.singleShot(0, self, lambda: self.body.verticalScrollBar().setValue(place))

    def _made(self, record: _Record) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(RecordHead(self._reading, record.dossier))
        if person := next((one for one in record.dossier.victims if one.uid == self._person), None):
            column.addWidget(PersonView(self._reading, person))
        for section in SECTIONS:
            if says_something(section, record.dossier):
                column.addWidget(SectionView(self._reading, section, record.dossier))
        if record.published:
            revision = max((one.number for one in record.history), default=0)
            column.addWidget(PublishedView(self._desk, self._reading, record.published, revision))
        column.addWidget(HistoryView(self._reading, record.history))
        return made

    def _add_acts(self) -> None:
        kit = self._desk.kit
        self.back = button(kit, N_("Back to the list"), "arrow-left", "quiet")
        self.back.clicked.connect(self.back_asked)
        self.back.hide()
        self.copy = icon_button(kit, N_("Copy the reference"), "copy")
        self.copy.clicked.connect(self.copy_reference)
        self.report = icon_button(kit, N_("Report on this incident"), "file-text")
        self.report.clicked.connect(self.ask_for_report)
        self.edit = button(kit, N_("Edit"), "pencil", hint=with_key(N_("Edit this incident"), "Ctrl+E"))
        self.edit.clicked.connect(self.ask_to_edit)
        self._acts = QHBoxLayout()
        self._acts.setContentsMargins(12, 0, 12, 0)
        self._acts.setSpacing(6)
        self._acts.addWidget(self.back)
        self._acts.addStretch(1)
        self._acts.addWidget(self.report)
        self._acts.addWidget(self.copy)
        self._acts.addWidget(self.edit)
