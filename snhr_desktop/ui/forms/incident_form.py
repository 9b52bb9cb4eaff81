"""The form of an incident as the window places it: an entry with its sections, checks, duplicates and notes."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QVBoxLayout, QWidget

from snhr_desktop.domain.records import Period, PeriodFile
from snhr_desktop.ui.forms import said
from snhr_desktop.ui.forms.accepting import NOT_THIS
from snhr_desktop.ui.forms.check_list import place_of
from snhr_desktop.ui.forms.checking import Checking
from snhr_desktop.ui.forms.doubles.acts import DoubleActs
from snhr_desktop.ui.forms.doubles.hints_card import KEY as DOUBLES_KEY
from snhr_desktop.ui.forms.entry_body import EntryBody
from snhr_desktop.ui.forms.entry_form import EntryForm
from snhr_desktop.ui.forms.entry_kind import INCIDENT
from snhr_desktop.ui.forms.filling import Filling
from snhr_desktop.ui.forms.form_head import BEGIN_KEY, REPEAT_KEY, FormHead
from snhr_desktop.ui.forms.form_keys import give_keys
from snhr_desktop.ui.forms.notes_card import NotesCard
from snhr_desktop.ui.forms.review import Review, review
from snhr_desktop.ui.forms.section_index import SectionIndex
from snhr_desktop.ui.forms.sections import LIST_KEYS, SECTIONS
from snhr_desktop.ui.forms.side_column import SideColumn
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.measure import px
from snhr_desktop.ui.operations import Operations
from snhr_desktop.ui.rights import close_off, may_write
from snhr_desktop.workspace import Saved

if TYPE_CHECKING:
    from snhr_desktop.workspace import Changes, Merged

_LEAST_BODY = 200  # height of the fields above the checks, px at 100 %
_BESIDE_FROM = 720  # width of the form, px at 100 %, from which the checks have room beside it


class IncidentForm(EntryForm):
    """`open_new`, `open_saved` or `open_draft` it; ask `is_kept` before it goes. Nothing typed is ever lost."""

    def __init__(self, kit: Kit, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(kit, operations, INCIDENT, parent)
        means = self.means
        self.head, self.index = FormHead(means), SectionIndex(means)
        self._column = self._begun()
        self.body, self.side, self.notes = EntryBody(means, self), SideColumn(means, self), NotesCard(means, operations)
        self.side.add(self.notes)
        self.filling = Filling(operations, self.body, self)
        self._periods: tuple[Period, ...] = ()
        self._came_from: QWidget | None = None
        self.checking = Checking(self.body, self._review, self)
        card, parts = self.side.doubles, (self.checking, self.keeper, self.notice)
        close_off(means.kit.tongue, operations, self.head.begin, self.head.repeat, card.dismiss, card.again)
        self.doubles = DoubleActs(means, operations, card, parts, lambda: not self._dirty, self)
        self._place()
        self._connect()
        operations.changed.connect(self._hear)
        self._learn_periods()
        self.attach(self.body, self.checking)

    # --- acts -------------------------------------------------------------------------------------------------

    def let_stand(self) -> None:
        """Ask why the hint a person was led to, or chose in the list, may stand as it is."""
        came_from = QApplication.focusWidget()
        refused = self.side.let_stand(self._met)
        if refused is not None:
            self.bar.tell(lambda language: language.text(NOT_THIS, field=place_of(refused, language)))
        elif self.side.accepting.isVisible():
            self._came_from = came_from

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside or below."""
        super().resizeEvent(event)
        self._share_room()

    # --- what it adds to every form ---------------------------------------------------------------------------

    def show_head(self, head: Mapping[str, Any]) -> None:
        """Say which incident this is."""
        self.head.show_incident(head)

    def opened(self, head: Mapping[str, Any]) -> None:
        """Its notes, and no question of the entry before."""
        self.notes.show_uid(str(head.get("uid") or ""))
        self.side.accepting.hide()
        self.filling.learn()

    # --- what holds it together -------------------------------------------------------------------------------

    def _review(self, raw: Mapping[str, Any], aim: str) -> Review:
        return review(raw, self.means.gazetteer, aim, self._periods)

    def _reviewed(self, found: Review) -> None:
        self.side.show_review(found)
        self.body.massacre.show_dossier(found.dossier)
        told = found.errors if self.checking.tried else ()
        self.index.show_errors({self.body.section_with(problem) for problem in told})

    def _go_back(self) -> None:
        """After the reason was given: back to where one was."""
        if self._came_from is not None and shiboken6.isValid(self._came_from):
            self._came_from.setFocus(Qt.FocusReason.OtherFocusReason)

    def _hear(self, changes: "Changes") -> None:
        if "period" in changes.types:
            self._learn_periods()

    def _learn_periods(self) -> None:
        """The bounds of the office's periods: a date beside one is worth a look."""
        self._operations.ask(lambda workspace: workspace.periods(), self._know_periods, owner=self)

    def _know_periods(self, files: Sequence[PeriodFile]) -> None:
        self._periods = tuple(file.period for file in files)
        self.checking.review()

    def _was_merged(self, merged: "Merged") -> None:
        """Go on with the one that stays."""
        self.keeper.discard()
        self.open_saved(merged.dossier)
        self.saved.emit(Saved(merged.dossier, merged.changes))
        self.bar.tell(said.merged(merged.other.incident.reference))

    def _follow_focus(self, _: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.body.isAncestorOf(now):
            self.index.show_current(self.body.section_of(now))

    def _walk_sections(self, by: int) -> None:
        at = self.body.section_of(QApplication.focusWidget())
        self.body.go_to_section((at + by) % len(self.body.parts))

    def _begun(self) -> QVBoxLayout:
        """What stands above the fields, in its place: those are made in theirs, which to move takes a tenth second."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.head, self.index, self.offer, self.other, self.notice):
            column.addWidget(widget)
        return column

    def _place(self) -> None:
        self._middle = middle = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        middle.setSpacing(12)
        middle.addWidget(self.body, 1)
        middle.addWidget(self.side)
        self._column.addLayout(middle, 1)
        self._column.addWidget(self.bar)
        self._kit.theme.on_change(self, self._share_room)

    def _share_room(self) -> None:
        """Checks stand beside the form where there is room for both, else below it."""
        below, ways = self.width() < px(_BESIDE_FROM), QBoxLayout.Direction
        self._middle.setDirection(ways.TopToBottom if below else ways.LeftToRight)
        self.side.lie_below(below)
        self.body.setMinimumHeight(px(_LEAST_BODY) if below else 0)

    def _connect(self) -> None:
        self.checking.reviewed.connect(self._reviewed)
        self.side.checks.picked.connect(self.body.go_to)
        self.side.checks.taken_back.connect(self.body.ask_again)
        self.side.accepting.accepted.connect(self.body.let_stand)
        self.side.accepting.left.connect(self._go_back)
        self.index.picked.connect(self.body.go_to_section)
        self.head.close_asked.connect(self.close_entry)
        self.head.repeat_asked.connect(self.filling.repeat)
        self.head.template_chosen.connect(self.filling.begin_with)
        self.filling.told.connect(self.bar.tell)
        self.doubles.merged.connect(self._was_merged)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow_focus)
        sections = {f"Alt+{at + 1}": partial(self.body.go_to_section, at) for at in range(len(SECTIONS))}
        lists = {keys: partial(self.body.go_to_list, name) for name, keys in LIST_KEYS.items()}
        onward, back = partial(self._walk_sections, 1), partial(self._walk_sections, -1)
        stack = self.body.undoing.stack
        undo = {"Ctrl+Z": stack.undo, "Ctrl+Y": stack.redo, "Ctrl+Shift+Z": stack.redo}
        fill = {REPEAT_KEY: self.filling.repeat, BEGIN_KEY: self.head.begin.showMenu}
        if not may_write(self._operations):
            fill.clear()
        acts = {
            **undo,
            **fill,
            "Ctrl+S": self.save,
            "Ctrl+Shift+S": self.save_documented,
            "F8": self.next_problem,
            "F7": self.let_stand,
            DOUBLES_KEY: self.side.doubles.enter,
        }
        give_keys(self, {**acts, **sections, **lists, "F6": onward, "Shift+F6": back})
