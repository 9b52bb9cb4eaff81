"""The record beside a list: acts at its top, what is new to the reader, all the incident says, notes and history."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from snhr_desktop.domain.records import Dossier
from snhr_desktop.domain.steps import WAITING
from snhr_desktop.errors import Problem
from snhr_desktop.i18n import N_
from snhr_desktop.reports.brief import Brief
from snhr_desktop.reports.kind import DOSSIER
from snhr_desktop.ui import clipboard
from snhr_desktop.ui.attachments.owner import Owner
from snhr_desktop.ui.commands import with_key
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.forms.review import review
from snhr_desktop.ui.forms.sections import SECTIONS
from snhr_desktop.ui.incidents.record.head import RecordHead
from snhr_desktop.ui.incidents.record.history import HistoryView
from snhr_desktop.ui.incidents.record.kinship import KinshipView, says_kinship
from snhr_desktop.ui.incidents.record.note_dialog import NoteDialog
from snhr_desktop.ui.incidents.record.notes import NotesView
from snhr_desktop.ui.incidents.record.open_checks import OpenChecks
from snhr_desktop.ui.incidents.record.origin import OriginView
from snhr_desktop.ui.incidents.record.otherwise import OtherwiseView
from snhr_desktop.ui.incidents.record.person import PersonView
from snhr_desktop.ui.incidents.record.published import PublishedView
from snhr_desktop.ui.incidents.record.reading import Reading
from snhr_desktop.ui.incidents.record.revisions_dialog import RevisionsDialog
from snhr_desktop.ui.incidents.record.same_day import SameDayView
from snhr_desktop.ui.incidents.record.section import SectionView, says_something
from snhr_desktop.ui.incidents.record.since import SinceView
from snhr_desktop.ui.rights import close_off, hindrance, may_write
from snhr_desktop.ui.turns import Turns
from snhr_desktop.ui.when_seen import WhenSeen
from snhr_desktop.ui.widgets import EmptyState, ScrollBody, button, icon_button
from snhr_desktop.workspace import (
    IncidentRow,
    Kinship,
    Note,
    Provenance,
    PublishedIn,
    Revision,
    SaidOtherwise,
    Since,
    Workspace,
)

_SETTLE = 60  # ms: who holds an arrow key down does not wait for each record passed
_DWELL = 1_500  # ms in sight after which a record was looked at, not passed
COMPARE = N_("Compare with another incident")
COPIED = N_("The reference was copied.")


class _Record(NamedTuple):
    """A dossier with its history, reports and incidents it hangs together with, its notes, and what of it is new."""

    dossier: Dossier
    history: tuple[Revision, ...]
    published: tuple[PublishedIn, ...]
    kinship: Kinship
    notes: tuple[Note, ...] = ()
    since: Since | None = None
    beside: tuple[IncidentRow, ...] = ()
    came_from: tuple[Provenance, ...] = ()
    otherwise: tuple[SaidOtherwise, ...] = ()


class RecordView(QFrame):
    """Shows one incident by its uid. Building it anew is how it changes language; it keeps its place in the text."""

    edit_asked = Signal(str)
    """The uid of the incident a person wants to change."""
    back_asked = Signal()
    """A person wants the list again, where the record lies over it."""
    shown = Signal(object)
    """The `Dossier` that is read now."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._reading = desk, Reading(desk.kit, desk.operations.gazetteer)
        self.uid = self._person = ""
        self._shown: _Record | None = None
        self._otherwise: OtherwiseView | None = None
        self.setProperty("kind", "card")
        self._turns = Turns(self)
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE)
        self._settle.timeout.connect(self._ask)
        self._dwell = QTimer(self, singleShot=True, interval=_DWELL)
        self._dwell.timeout.connect(self._mark_looked)
        self._add_acts()
        from snhr_desktop.ui.attachments.files_card import FilesCard  # whose dialogs have the editors of a form

        self.files = FilesCard(desk, self, of_incident=False, framed=False, parent=self)
        self.files.hide()
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
        self._dwell.stop()
        for act in (self.copy, self.report, self.doubles):
            act.setEnabled(bool(uid))
        self.edit.setEnabled(bool(uid) and may_write(self._desk.operations))
        if uid:
            self._settle.start()
        else:
            self._settle.stop()
            self._shown = self._otherwise = None
            self._stack.setCurrentIndex(0)
            self.files.show_owner(Owner())

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
            clipboard.put(self._shown.dossier.incident.reference)
            self._desk.tell_passing(COPIED)

    def ask_to_edit(self) -> None:
        """Ask for the form of this incident; where it can only be read, whoever asks by a key is told."""
        if why := hindrance(self._desk.operations):
            self._desk.tell(why, "attention")
        elif self.uid:
            self.edit_asked.emit(self.uid)

    def ask_for_report(self) -> None:
        """Go to the report on this incident alone."""
        if self.uid:
            self._desk.open("reports", Brief("", kind=DOSSIER, incident=self.uid, edition=""))

    def add_note(self) -> None:
        """Ask for a note on this incident; where it can only be read, whoever asks by a key is told."""
        if why := hindrance(self._desk.operations):
            self._desk.tell(why, "attention")
        elif self.uid:
            _open_dialog(NoteDialog(self._desk, self.uid, self.window()))

    def answer_file(self, take: bool) -> None:
        """Answer the first that a file says otherwise: take it over, or keep what stands here."""
        if self._otherwise is not None:
            self._otherwise.answer(take)

    def open_revisions(self) -> None:
        """Show every revision of this incident."""
        if self._shown is not None and self._shown.history:
            _open_dialog(RevisionsDialog(self._desk, self.uid, self._shown.history, self.window()))

    def _mark_looked(self) -> None:
        """Remember that this revision was looked at, so that the next look is told what is new."""
        if self._shown is None or not self.isVisible():
            return
        uid, revision = self._shown.dossier.incident.uid, self._shown.dossier.revision
        self._desk.operations.ask(lambda workspace: workspace.look(uid, revision), lambda _: None, owner=self)

    def find_doubles(self) -> None:
        """Compare the incident with another, and perhaps merge the two."""
        # the form, whose dialogs it shares, is not needed to read a record
        from snhr_desktop.ui.incidents.record.find_doubles import FindDoubles

        if self._shown is not None and self.uid:
            dialog = FindDoubles(self._desk, self._shown.dossier, self)
            dialog.shown.connect(lambda uid: self._desk.open("incidents", uid))
            _open_dialog(dialog)

    def _ask(self) -> None:
        uid = self.uid

        def read(workspace: Workspace) -> _Record:
            with workspace.one_moment():
                about = workspace.dossier(uid), workspace.history(uid), workspace.published_in(uid)
                return _Record(
                    *about,
                    workspace.kinship(uid),
                    workspace.notes(uid),
                    workspace.since_looked(uid),
                    workspace.same_place_and_day(uid),
                    workspace.came_from(uid),
                    workspace.said_otherwise(uid),
                )

        self._desk.operations.ask(read, self._take, owner=self, key="incidents record")

    def _take(self, record: _Record) -> None:
        if record.dossier.incident.uid == self.uid:
            was = self._shown
            same = was is not None and was.dossier.incident.uid == self.uid
            if same and was is not None and not _is_news(record.since):
                record = record._replace(since=was.since)  # it stays to be read for as long as the record does
            self._shown = record
            self._build(keep_place=same, in_turns=True)
            self._dwell.start()
            self.shown.emit(record.dossier)

    def _say_again(self) -> None:
        if self._shown is not None:
            self._build(keep_place=True, in_turns=False)

    def _build(self, *, keep_place: bool, in_turns: bool) -> None:
        assert self._shown is not None
        place = self.body.verticalScrollBar().value() if keep_place else 0
        fresh = QWidget()
        column = QVBoxLayout(fresh)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        self.files.setParent(self)  # it stays, with what is being taken in and what was asked to be seen
        self.body.column.replaceWidget(self._content, fresh)
        self._content.hide()
        self._content.deleteLater()
        self._content = fresh
        self._stack.setCurrentIndex(1)
        first, *rest = self._parts(self._shown)
        _put(column, first)
        acts = [partial(_put, column, part) for part in rest]
        self._turns.take([*acts, lambda: QTimer.singleShot(0, self, lambda: self._scroll_to(place))])
        if not in_turns:  # a record made all at once would hold up whoever goes on through the list
            self._turns.finish()
        fresh.show()

    def _scroll_to(self, place: int) -> None:
        self.body.verticalScrollBar().setValue(place)

    def _parts(self, record: _Record) -> Iterator[Callable[[], QWidget]]:
        """What makes each part of the record, in the order they are read."""
        reading, dossier = self._reading, record.dossier
        self._otherwise = None
        if record.otherwise:
            yield partial(self._asked, record)
        yield partial(RecordHead, reading, dossier)
        if person := next((one for one in dossier.victims if one.uid == self._person), None):
            yield partial(PersonView, reading, person)
        if says_kinship(record.kinship):
            yield partial(KinshipView, self._desk, reading, dossier, record.kinship)
        if record.beside or dossier.incident.second_strike is not None:
            yield partial(SameDayView, self._desk, reading, dossier.incident.second_strike, record.beside)
        yield from self._waiting(record)
        yield from (partial(SectionView, reading, one, dossier) for one in SECTIONS if says_something(one, dossier))
        yield self._files
        if record.published:
            revision = max((one.number for one in record.history), default=0)
            yield partial(PublishedView, self._desk, reading, record.published, revision)
        yield partial(self._notes, record)
        if record.came_from:
            yield partial(OriginView, reading, dossier, record.came_from)
        yield partial(self._history, record)

    def _waiting(self, record: _Record) -> Iterator[Callable[[], QWidget]]:
        """What waits for whoever reads: changes since they last looked, open checks."""
        if record.since is not None and _is_news(record.since):
            yield partial(SinceView, self._reading, record.since)
        if problems := _open(record.dossier, self._reading):
            yield partial(OpenChecks, self._reading, problems)

    def _asked(self, record: _Record) -> QWidget:
        self._otherwise = OtherwiseView(self._desk, self._reading, record.dossier, record.otherwise)
        return self._otherwise

    def _files(self) -> QWidget:
        self.files.show_owner(Owner("incident", self.uid))
        self.files.show()
        return self.files

    def _notes(self, record: _Record) -> QWidget:
        notes = NotesView(self._reading, record.notes)
        notes.add.clicked.connect(self.add_note)
        close_off(self._desk.tongue, self._desk.operations, notes.add)
        return notes

    def _history(self, record: _Record) -> QWidget:
        history = HistoryView(self._reading, record.history)
        history.earlier.clicked.connect(self.open_revisions)
        return history

    def _add_acts(self) -> None:
        kit = self._desk.kit
        self.back = button(kit, N_("Back to the list"), "arrow-left", "quiet")
        self.back.clicked.connect(self.back_asked)
        self.back.hide()
        self.copy = icon_button(kit, N_("Copy the reference"), "copy")
        self.copy.clicked.connect(self.copy_reference)
        self.report = icon_button(kit, N_("Report on this incident"), "file-text")
        self.report.clicked.connect(self.ask_for_report)
        self.doubles = icon_button(kit, with_key(COMPARE, "Ctrl+D"), "git-merge")
        self.doubles.clicked.connect(self.find_doubles)
        self.edit = button(kit, N_("Edit"), "pencil", hint=with_key(N_("Edit this incident"), "Ctrl+E"))
        close_off(self._desk.tongue, self._desk.operations, self.edit)
        self.edit.clicked.connect(self.ask_to_edit)
        self._acts = QHBoxLayout()
        self._acts.setContentsMargins(12, 0, 12, 0)
        self._acts.setSpacing(6)
        self._acts.addWidget(self.back)
        self._acts.addStretch(1)
        self._acts.addWidget(self.report)
        self._acts.addWidget(self.doubles)
        self._acts.addWidget(self.copy)
        self._acts.addWidget(self.edit)


def _put(column: QVBoxLayout, part: Callable[[], QWidget]) -> None:
    column.addWidget(part())


def _open_dialog(dialog: QDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


def _is_news(since: Since | None) -> bool:
    return since is not None and bool(since.changes or since.notes)


def _open(dossier: Dossier, reading: Reading) -> tuple[Problem, ...]:
    """What is open in an incident that somebody has still to decide on."""
    return review(dossier.dump(), reading.places).problems if dossier.incident.status in WAITING else ()
