"""The form of an incident as the window places it: new, opened or from a draft; checked, kept and saved."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

import shiboken6
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QVBoxLayout, QWidget

from snhr_desktop.domain.records import Dossier, Incident
from snhr_desktop.errors import ChangedMeanwhile, Problem, Refusal
from snhr_desktop.ui.forms import said
from snhr_desktop.ui.forms.accepting import NOT_THIS
from snhr_desktop.ui.forms.beside import Beside, record_of
from snhr_desktop.ui.forms.carrying_over import CarryingOver
from snhr_desktop.ui.forms.check_list import place_of
from snhr_desktop.ui.forms.checking import Checking
from snhr_desktop.ui.forms.doubles.acts import DoubleActs
from snhr_desktop.ui.forms.doubles.hints_card import KEY as DOUBLES_KEY
from snhr_desktop.ui.forms.draft_keeper import DraftKeeper, new_key
from snhr_desktop.ui.forms.draft_offer import STRANDED, THROWN, DraftOffer
from snhr_desktop.ui.forms.entry_body import EntryBody
from snhr_desktop.ui.forms.filling import Filling
from snhr_desktop.ui.forms.form_head import BEGIN_KEY, REPEAT_KEY, FormHead
from snhr_desktop.ui.forms.form_keys import give_keys, press_focused
from snhr_desktop.ui.forms.means import Means
from snhr_desktop.ui.forms.notes_card import NotesCard
from snhr_desktop.ui.forms.review import Review
from snhr_desktop.ui.forms.save_bar import NOTHING_YET, SaveBar
from snhr_desktop.ui.forms.saving import DOCUMENTED, Saving
from snhr_desktop.ui.forms.section_index import SectionIndex
from snhr_desktop.ui.forms.sections import LIST_KEYS, SECTIONS
from snhr_desktop.ui.forms.side_column import SideColumn
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.measure import px
from snhr_desktop.ui.operations import Operations
from snhr_desktop.ui.tongue import Words
from snhr_desktop.ui.widgets import Notice
from snhr_desktop.workspace import Saved

if TYPE_CHECKING:
    from snhr_desktop.workspace import Changes, Draft, Merged

_LEAST_BODY = 200  # height of the fields above the checks, px at 100 %
_BESIDE_FROM = 720  # width of the form, px at 100 %, from which the checks have room beside it


class IncidentForm(QWidget):
    """`open_new`, `open_dossier` or `open_draft` it; ask `is_kept` before it goes. Nothing typed is ever lost."""

    saved = Signal(object)
    """The store's `Saved`."""
    standing = Signal(object)
    """Words that say how safe the entry is, whenever that changes; the status line of a window repeats them."""
    closed = Signal()
    """The person is done; what was typed and not saved is a draft."""

    def __init__(self, kit: Kit, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._operations, self._kit = operations, kit
        means = Means(kit, operations.gazetteer)
        self.head, self.index, self.notice = FormHead(means, self), SectionIndex(means, self), Notice(kit, self)
        self.offer, self.body = DraftOffer(means, self), EntryBody(means, self)
        self.side, self.bar = SideColumn(means, self), SaveBar(means, self)
        self.notes = NotesCard(means, operations)
        self.side.add(self.notes)
        self.keeper = DraftKeeper(operations, self.raw, self)
        self.checking = Checking(self.body, operations.gazetteer, self)
        self.saving = Saving(operations, self.keeper, self.body, self.checking, self)
        self.beside, self.other = Beside(operations, self), Notice(kit, self)
        self.carrying = CarryingOver(operations, self.raw, self)
        self.filling = Filling(operations, self.body, self)
        card, parts = self.side.doubles, (self.checking, self.keeper, self.notice)
        self.doubles = DoubleActs(means, operations, card, parts, lambda: not self._dirty, self)
        self._opened: Mapping[str, Any] = {}
        self._dirty, self._at = False, 0
        self._met: Problem | None = None
        self._came_from: QWidget | None = None
        self._place()
        self._connect()
        operations.changed.connect(self._hear)
        self._learn_periods()
        self._open(new_key(), _blank())

    # --- opening and closing ----------------------------------------------------------------------------------

    def open_new(self, key: str | None = None) -> None:
        """A blank entry, its draft under `key` if one is given; entries left unsaved are offered."""
        self._open(key or new_key(), _blank())
        self._ask_drafts(lambda draft: draft.key.startswith("new-") and draft.key != key)

    def open_dossier(self, dossier: Dossier) -> None:
        """A saved incident, to be changed; a draft of it that was left is offered."""
        uid = dossier.incident.uid
        self._open(uid, dossier.dump())
        self._ask_drafts(lambda draft: record_of(draft.key) == uid)

    def open_draft(self, draft: "Draft") -> None:
        """An entry that was left unsaved, as it was."""
        self._open(draft.key, draft.raw)
        self.bar.tell(said.CONTINUED)
        self.carrying.look()

    def flush(self) -> None:
        """Write what was typed to the draft now."""
        self.keeper.flush()

    def is_kept(self) -> bool:
        """Whether all that was typed is in the store, once it was tried to write what still waits."""
        self.flush()
        if self.keeper.unsure:
            self._operations.settle()
        return not self.keeper.unsure and not self.offer.stranded

    def close_entry(self) -> None:
        """The person is done here."""
        self.flush()
        self.closed.emit()

    def raw(self) -> dict[str, Any]:
        """What the form holds, shaped like `Dossier.dump()`."""
        return self.body.raw()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses a button, as Space does."""
        if not press_focused(event):
            super().keyPressEvent(event)

    # --- acts -------------------------------------------------------------------------------------------------

    def save(self) -> None:
        """Save with the status that is chosen."""
        self._save("")

    def save_documented(self) -> None:
        """Save as documented: nothing that is needed for it may be missing."""
        self._save(DOCUMENTED)

    def discard(self) -> None:
        """Forget the draft and show what was opened; what was typed is offered back until another entry opens."""
        thrown, dirty = self.raw(), self._dirty
        self.keeper.discard()
        self._open(self.keeper.key, self._opened)
        if dirty:
            self.offer.offer_back(thrown, THROWN)

    def next_problem(self) -> None:
        """Go to the next problem, round and round; one that was put right leaves its turn to the one after it."""
        problems = self.checking.review().problems
        if problems:
            at = problems.index(self._met) + 1 if self._met in problems else self._at
            self._at = at % len(problems)
            self._met = problems[self._at]
            self.body.go_to(self._met)

    def let_stand(self) -> None:
        """Ask why the hint a person was led to, or chose in the list, may stand as it is."""
        came_from = QApplication.focusWidget()
        refused = self.side.let_stand(self._met)
        if refused is not None:
            self.bar.tell(lambda language: language.text(NOT_THIS, field=place_of(refused, language)))
        elif self.side.accepting.isVisible():
            self._came_from = came_from

    def _go_back(self) -> None:
        """After the reason was given: back to where one was."""
        if self._came_from is not None and shiboken6.isValid(self._came_from):
            self._came_from.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- what holds it together -------------------------------------------------------------------------------

    def _open(self, key: str, raw: Mapping[str, Any]) -> None:
        self.keeper.flush()
        self.keeper.key = key
        self._opened, self._dirty, self._at, self._met = raw, False, 0, None
        self.body.load(raw)
        self.notes.show_uid(str(raw["incident"].get("uid") or ""))
        self.saving.begin()
        self.checking.begin()
        self.notice.clear()
        self.side.accepting.hide()
        self.other.clear()
        self.offer.clear()
        self.beside.open(key)
        self._show_standing()
        self.filling.learn()
        if self.isVisible():
            self.body.begin()

    def _show_standing(self) -> None:
        """Say which incident this is, and how safe it is."""
        incident = self.raw()["incident"]
        read_only = self._operations.info.read_only
        self.head.show_incident(incident)
        self.bar.show_editing(bool(incident.get("uid")))
        self.bar.set_busy(read_only)
        self.bar.tell(said.READ_ONLY if read_only else said.OPENED if incident.get("uid") else NOTHING_YET)

    def _save(self, aim: str) -> None:
        if not self._operations.info.read_only:
            self.notice.clear()
            self.saving.save(aim, self.bar.reason.text())

    def _keep_apart(self, key: str) -> None:
        """Another window has a draft of the same incident: this one is kept under a key of its own."""
        self.keeper.key = key

    def _tell_of_other(self, words: Words | None) -> None:
        if words is None:
            self.other.clear()
        else:
            self.other.tell(words, "attention", closable=False)

    def _hear(self, changes: "Changes") -> None:
        if "period" in changes.types:
            self._learn_periods()

    def _learn_periods(self) -> None:
        """The bounds of the office's periods: a date beside one is worth a look."""
        self._operations.ask(lambda workspace: workspace.periods(), self.checking.know_periods, owner=self)

    def _ask_drafts(self, wanted: Callable[["Draft"], bool]) -> None:
        key = self.keeper.key

        def show(drafts: "tuple[Draft, ...]") -> None:
            if key == self.keeper.key:
                self.offer.offer(tuple(draft for draft in drafts if wanted(draft)))

        self._operations.ask(lambda workspace: workspace.drafts(), show, owner=self)

    def _forget(self, draft: "Draft") -> None:
        self._operations.ask(lambda workspace: workspace.discard_draft(draft.key), lambda _: None, owner=self)
        self.offer.offer_back(draft.raw, THROWN)

    def _bring_back(self, raw: Mapping[str, Any]) -> None:
        """Show it again; what is in the form now is kept as a draft of its own."""
        uid = raw["incident"].get("uid")
        if self._dirty or uid != self.raw()["incident"].get("uid"):
            self._open(uid or new_key(), raw)
        self.body.load(raw)
        self._edited()
        self.checking.review()

    def _offer_stranded(self, raw: Mapping[str, Any], refusal: Refusal) -> None:
        self.notice.refuse(refusal)
        self.offer.offer_back(raw, STRANDED)

    def _edited(self) -> None:
        self._dirty = True
        self.keeper.touch()
        self.bar.tell(said.TYPING)

    def _kept(self) -> None:
        errors = len(self.checking.latest.errors) if self.checking.tried else 0
        self.bar.tell(said.draft_saved(errors))

    def _reviewed(self, found: Review) -> None:
        self.side.show_review(found)
        self.index.show_errors(self.checking.shown_sections())

    def _started(self) -> None:
        self.bar.set_busy(True)
        self.bar.tell(said.SAVING)

    def _stopped(self, found: Review) -> None:
        self.bar.tell(said.to_correct(len(found.errors)))
        self.body.go_to(found.errors[0])

    def _was_saved(self, saved: Saved) -> None:
        if saved.dossier.incident.uid == self.raw()["incident"].get("uid"):
            self._opened, self._dirty = saved.dossier.dump(), self.keeper.waiting
            self.beside.open(saved.dossier.incident.uid)
            self._show_standing()
            self.bar.tell(said.saved_as(saved.dossier.incident.reference))
            self.checking.begin()
        self.saved.emit(saved)

    def _was_merged(self, merged: "Merged") -> None:
        """Go on with the one that stays."""
        self.keeper.discard()
        self.open_dossier(merged.dossier)
        self.saved.emit(Saved(merged.dossier, merged.changes))
        self.bar.tell(said.merged(merged.other.incident.reference))

    def _refused(self, refusal: Refusal) -> None:
        self.bar.set_busy(False)
        self.bar.tell(said.NOT_SAVED)
        self.notice.refuse(refusal)
        if isinstance(refusal, ChangedMeanwhile):
            self.carrying.look()

    def _carry_over(self, raw: Mapping[str, Any], words: Words) -> None:
        """Go on with what was typed, on top of what was saved elsewhere meanwhile."""
        self.body.load(raw)
        self._edited()
        self.checking.review()
        self.notice.tell(words, "attention")

    def _follow_focus(self, _: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.body.isAncestorOf(now):
            self.index.show_current(self.body.section_of(now))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside or below."""
        super().resizeEvent(event)
        self._share_room()

    def _walk_sections(self, by: int) -> None:
        at = self.body.section_of(QApplication.focusWidget())
        self.body.go_to_section((at + by) % len(SECTIONS))

    def _place(self) -> None:
        self._middle = middle = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        middle.setSpacing(12)
        middle.addWidget(self.body, 1)
        middle.addWidget(self.side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.head, self.index, self.offer, self.other, self.notice):
            column.addWidget(widget)
        column.addLayout(middle, 1)
        column.addWidget(self.bar)
        self._kit.theme.on_change(self, self._share_room)

    def _share_room(self) -> None:
        """Checks stand beside the form where there is room for both, else below it."""
        below, ways = self.width() < px(_BESIDE_FROM), QBoxLayout.Direction
        self._middle.setDirection(ways.TopToBottom if below else ways.LeftToRight)
        self.side.lie_below(below)
        self.body.setMinimumHeight(px(_LEAST_BODY) if below else 0)

    def _connect(self) -> None:
        self.body.edited.connect(self._edited)
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
        self.carrying.carried.connect(self._carry_over)
        self.beside.met.connect(self._keep_apart)
        self.beside.told.connect(self._tell_of_other)
        self.offer.continued.connect(self.open_draft)
        self.offer.discarded.connect(self._forget)
        self.offer.brought_back.connect(self._bring_back)
        self.keeper.kept.connect(self._kept)
        self.bar.told.connect(self.standing)
        self.keeper.refused.connect(self._refused)
        self.keeper.stranded.connect(self._offer_stranded)
        self.saving.started.connect(self._started)
        self.saving.stopped.connect(self._stopped)
        self.saving.saved.connect(self._was_saved)
        self.saving.refused.connect(self._refused)
        self.bar.save_asked.connect(self.save)
        self.bar.documented_asked.connect(self.save_documented)
        self.bar.discard_asked.connect(self.discard)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow_focus)
        sections = {f"Alt+{at + 1}": partial(self.body.go_to_section, at) for at in range(len(SECTIONS))}
        lists = {keys: partial(self.body.go_to_list, name) for name, keys in LIST_KEYS.items()}
        onward, back = partial(self._walk_sections, 1), partial(self._walk_sections, -1)
        stack = self.body.undoing.stack
        undo = {"Ctrl+Z": stack.undo, "Ctrl+Y": stack.redo, "Ctrl+Shift+Z": stack.redo}
        fill = {REPEAT_KEY: self.filling.repeat, BEGIN_KEY: self.head.begin.showMenu}
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


def _blank() -> dict[str, Any]:
    return Dossier(Incident()).dump()
