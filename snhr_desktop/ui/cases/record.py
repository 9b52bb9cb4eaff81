"""The case beside the list: who, what has become of them, each state with how it is known, and the history."""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from snhr_desktop.domain.case_counting import outcome
from snhr_desktop.domain.fields import Field
from snhr_desktop.domain.records import Case, CaseFile
from snhr_desktop.domain.vocabularies import label
from snhr_desktop.i18n import N_
from snhr_desktop.ui.cases.columns import NO_NAME
from snhr_desktop.ui.cases.sections import NOT_ASKED
from snhr_desktop.ui.commands import with_key
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.forms.editors.flow_layout import FlowLayout
from snhr_desktop.ui.incidents.record.entry import Entries
from snhr_desktop.ui.incidents.record.field_list import FieldList
from snhr_desktop.ui.incidents.record.headlines import in_language
from snhr_desktop.ui.incidents.record.history import HistoryView
from snhr_desktop.ui.incidents.record.prose import Piece, Prose
from snhr_desktop.ui.incidents.record.reading import Reading, rule
from snhr_desktop.ui.incidents.saying import say_code, say_value
from snhr_desktop.ui.when_seen import WhenSeen
from snhr_desktop.ui.widgets import EmptyState, ScrollBody, StatusChip, button
from snhr_desktop.workspace import Revision

_SETTLE = 60  # ms: who holds an arrow key down does not wait for each record passed
STATES, PERSON = N_("What happened"), N_("The person")
_IN_HEAD = NOT_ASKED | {"name_ar", "name_en", "status"}


class _Read(NamedTuple):
    """A case with its history."""

    file: CaseFile
    history: tuple[Revision, ...]


class CaseView(QFrame):
    """Shows one case by its uid. Building it anew is how it changes language."""

    edit_asked = Signal(str)
    """The uid of the case a person wants to change."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._reading = desk, Reading(desk.kit, desk.operations.gazetteer)
        self.uid = ""
        self._shown: _Read | None = None
        self.setProperty("kind", "card")
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE)
        self._settle.timeout.connect(self._ask)
        self.edit = button(desk.kit, N_("Edit"), "pencil", hint=with_key(N_("Edit this case"), "Ctrl+E"))
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
        self.edit.setEnabled(bool(uid))
        if uid:
            self._settle.start()
        else:
            self._settle.stop()
            self._shown = None
            self._stack.setCurrentIndex(0)

    def refresh(self) -> None:
        """Read the case again."""
        if self.uid:
            self._ask()

    def ask_to_edit(self) -> None:
        """Ask for the form of this case."""
        if self.uid:
            self.edit_asked.emit(self.uid)

    def _ask(self) -> None:
        uid = self.uid
        self._desk.operations.ask(
            lambda workspace: _Read(workspace.case(uid), workspace.history(uid)), self._take, owner=self, key="case"
        )

    def _take(self, read: _Read) -> None:
        if read.file.case.uid == self.uid:
            self._shown = read
            self._build()

    def _build(self) -> None:
        if self._shown is None:
            return
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
        file, reading = read.file, self._reading
        column.addWidget(self._head(file))
        column.addWidget(rule())
        column.addWidget(reading.line(reading.language.text(STATES), "subheading"))
        if file.states:
            column.addWidget(Entries(reading, file.states))
        if shown := list(self._fields(file.case)):
            column.addWidget(rule())
            column.addWidget(reading.line(reading.language.text(PERSON), "subheading"))
            column.addWidget(FieldList(reading, shown))
        if file.case.family_contact:
            column.addWidget(Entries(reading, (file.case,)))
        column.addWidget(HistoryView(reading, read.history))
        return made

    def _head(self, file: CaseFile) -> QWidget:
        case, kit, language = file.case, self._reading.kit, self._reading.language
        name = in_language(case, "name", language) or language.text(NO_NAME)
        other = next((one for one in (case.name_ar, case.name_en) if one and one != name), "")
        pieces = [Piece(name, "title"), *([Piece(other, "muted")] if other else [])]
        chips = QWidget()
        row = FlowLayout(8, chips)
        code = self._reading.line(say_code(case.reference), "label", copying=True)
        code.setWordWrap(False)
        row.addWidget(code)
        status = StatusChip(kit)
        status.show_status(case.status)
        row.addWidget(status)
        row.addWidget(StatusChip(kit, lambda spoken: label("case_outcome", outcome(file.states), spoken)))
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Prose(kit, pieces, Case.title))
        column.addWidget(chips)
        return made

    def _fields(self, case: Case) -> Iterator[tuple[Field, object]]:
        for field in case.fields():
            value = getattr(case, field.name)
            said = say_value(field, value, self._reading.language, self._reading.places)
            if said and not field.sensitive and field.name not in _IN_HEAD:
                yield field, value
