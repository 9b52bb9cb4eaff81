"""What every form of an entry does with it: opened, kept as a draft, given back, saved, and never lost.

A form of one kind of record adds its head, its fields, its checks and its keys.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from snhr_desktop.domain.records import RecordSet
from snhr_desktop.domain.rights import REVIEW
from snhr_desktop.errors import ChangedMeanwhile, Problem, Refusal
from snhr_desktop.i18n import Language
from snhr_desktop.ui.attachments.owner import Owner
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.draft_keeper import DraftKeeper
from snhr_desktop.ui.forms import said
from snhr_desktop.ui.forms.beside import Beside, record_of
from snhr_desktop.ui.forms.carrying_over import CarryingOver
from snhr_desktop.ui.forms.checking import Checking
from snhr_desktop.ui.forms.draft_offer import STRANDED, THROWN, DraftOffer
from snhr_desktop.ui.forms.entry_kind import Body, EntryKind, Found
from snhr_desktop.ui.forms.form_keys import give_keys, press_focused
from snhr_desktop.ui.forms.means import Means
from snhr_desktop.ui.forms.save_bar import NOTHING_YET, SaveBar
from snhr_desktop.ui.forms.saving import DOCUMENTED, Saving
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.operations import Operations
from snhr_desktop.ui.rights import close_off, may_write, only
from snhr_desktop.ui.status_line import READ_ONLY
from snhr_desktop.ui.tongue import Words
from snhr_desktop.ui.widgets import Notice

if TYPE_CHECKING:
    from snhr_desktop.workspace import Draft

FILES_KEY = "Ctrl+Shift+F"


class EntryForm(QWidget):
    """Ask `is_kept` before it goes. `attach` its parts once they are there. Nothing typed is ever lost."""

    saved = Signal(object)
    """What the store says of the save."""
    standing = Signal(object)
    """Words that say how safe the entry is, whenever that changes; the status line of a window repeats them."""
    closed = Signal()
    """The person is done; what was typed and not saved is a draft."""

    def __init__(self, kit: Kit, operations: Operations, kind: EntryKind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._operations, self._kit, self.kind = operations, kit, kind
        self._head_name = kind.blank().head_name
        self.means = Means(kit, operations.gazetteer, not operations.user.no_sources, reviews=operations.may(REVIEW))
        # parts have no parent until they are placed: the keyboard comes by them in the order in which they stand
        self.notice, self.other = Notice(kit), Notice(kit)
        self.offer, self.bar = DraftOffer(self.means), SaveBar(self.means)
        self.bar.documented.setVisible(self.means.reviews)
        self.keeper = DraftKeeper(operations, self.raw, self)
        self.beside = Beside(operations, self)
        self.carrying = CarryingOver(operations, kind, self.raw, self)
        self._opened: Mapping[str, Any] = {}
        self._dirty, self._waits, self._clashed, self._at = False, False, False, 0
        self._met: Problem | None = None
        self._body: Body
        self.checking: Checking
        self.saving: Saving

    def attach(self, body: Body, checking: Checking) -> None:
        """Work with these parts from now on, beginning with a blank entry."""
        from snhr_desktop.ui.attachments.files_card import FILES, FilesCard  # whose dialogs have the editors of a form

        self._body, self.checking = body, checking
        for card in body.parts:  # what was typed could neither be saved nor kept as a draft
            card.setEnabled(may_write(self._operations))
        close_off(self._kit.tongue, self._operations, *self.bar.acts, self.bar.reason)
        desk = Desk(self._kit, self._operations, self)
        desk.told.connect(self.notice.tell)
        number = len(body.parts) + 1

        def heading(language: Language) -> str:
            return f"{language.number(number)}. {language.text(FILES)}"

        self.files = FilesCard(desk, self, heading, of_incident=self.kind.record == "incident")
        body.parts.append(self.files)
        body.column.insertWidget(body.column.count() - 1, self.files)
        self.files.took_in.connect(self._edited)
        self.files.incident_taken.connect(self._take_over)
        give_keys(self, dict.fromkeys((FILES_KEY, f"Alt+{number}"), self._go_to_files))
        self.saving = Saving(self._operations, self.kind, self.keeper, body, checking, self)
        body.edited.connect(self._edited)
        self.offer.continued.connect(self.open_draft)
        self.offer.discarded.connect(self._forget)
        self.offer.brought_back.connect(self._bring_back)
        self.keeper.kept.connect(self._kept)
        self.keeper.refused.connect(self._not_kept)
        self.keeper.stranded.connect(self._offer_stranded)
        self.beside.met.connect(self._keep_apart)
        self.beside.told.connect(self._tell_of_other)
        self.carrying.carried.connect(self._carry_over)
        self.saving.started.connect(self._started)
        self.saving.stopped.connect(self._stopped)
        self.saving.saved.connect(self._was_saved)
        self.saving.refused.connect(self._refused)
        self.bar.told.connect(self.standing)
        self.bar.save_asked.connect(self.save)
        self.bar.documented_asked.connect(self.save_documented)
        self.bar.discard_asked.connect(self.discard)
        self._open(self.kind.new_key(), self.kind.blank().dump())

    # --- opening and closing ----------------------------------------------------------------------------------

    def open_new(self, key: str | None = None) -> None:
        """A blank entry, its draft under `key` if one is given; entries left unsaved are offered."""
        self._open(key or self.kind.new_key(), self.kind.blank().dump())
        self._ask_drafts(lambda draft: draft.key.startswith(self.kind.prefix) and draft.key != self.keeper.key)

    def open_saved(self, given: RecordSet) -> None:
        """A saved record, to be changed; a draft of it that was left is offered."""
        uid = given.head.uid
        self._open(uid, given.dump())
        self._ask_drafts(lambda draft: record_of(draft.key) == uid)

    def open_draft(self, draft: "Draft") -> None:
        """An entry that was left unsaved, as it was."""
        self._open(draft.key, draft.raw)
        self.bar.tell(said.CONTINUED if may_write(self._operations) else READ_ONLY)
        if not draft.written:
            self._edited()
            self.flush()
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

    def is_unsure(self) -> bool:
        """Whether something typed is not known to be in the store: it waits, is being written, or was turned away."""
        return self.keeper.unsure or self.saving.running or self.offer.stranded

    def unkept(self) -> Iterable[tuple[str, Mapping[str, Any]]]:
        """What was typed and is in no draft, each with the key of the draft it would be."""
        if self.keeper.unsure:
            yield self.keeper.key, self.raw()
        for raw in self.offer.held():
            yield str(raw[self._head_name].get("uid") or "") or self.kind.new_key(), raw

    def close_entry(self) -> None:
        """The person is done here."""
        self.flush()
        self.closed.emit()

    def raw(self) -> dict[str, Any]:
        """What the form holds, shaped like the `dump` of its kind of record."""
        return self._body.raw()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses a button, as Space does."""
        if not press_focused(event):
            super().keyPressEvent(event)

    # --- acts -------------------------------------------------------------------------------------------------

    def save(self, aim: str = "") -> None:
        """Save with a status, or with the one that is chosen."""
        if may_write(self._operations):
            self.notice.clear()
            self.saving.save(aim, self.bar.reason.text())

    def save_documented(self) -> None:
        """Save as documented: nothing that is needed for it may be missing."""
        if self.means.reviews:
            self.save(DOCUMENTED)
        else:
            self.notice.tell(only(REVIEW))

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
            self._body.go_to(self._met)

    # --- what a kind of form adds -----------------------------------------------------------------------------

    def show_head(self, head: Mapping[str, Any]) -> None:
        """Say which record this is."""

    def opened(self, head: Mapping[str, Any]) -> None:
        """Another entry is shown."""

    # --- what holds it together -------------------------------------------------------------------------------

    def _owner(self) -> Owner:
        """Who the files of the entry are kept with: the record, or before its first save the draft."""
        uid = self._uid()
        return Owner(self.kind.record, uid) if uid else Owner(self.kind.record, draft=self.keeper.key)

    def _go_to_files(self) -> None:
        self._body.ensureWidgetVisible(self.files)
        self.files.enter()

    def _take_over(self, field: str, raw: Any) -> None:
        """What was read in a file becomes what the record says; undone as anything typed."""
        self._body.undoing.say(self._body.editors[field], raw)
        self._body.edited.emit()

    def _was_saved(self, saved: Any) -> None:
        given = self.kind.given(saved)
        if given.head.uid == self._uid():
            self._opened, self._dirty, self._clashed = given.dump(), self.keeper.waiting, False
            self.beside.open(given.head.uid)
            self._show_standing()
            self.bar.tell(said.saved_as(given.head.reference))
            self.checking.begin()
            self.files.become(self._owner())
        self.saved.emit(saved)

    def _uid(self) -> str:
        return str(self.raw()[self._head_name].get("uid") or "")

    def _open(self, key: str, raw: Mapping[str, Any]) -> None:
        self.keeper.flush()
        self.keeper.key = key
        self._opened, self._dirty, self._at, self._met = raw, False, 0, None
        self._waits = self._clashed = False
        self._body.load(raw)
        self.saving.begin()
        self.checking.begin()
        for told in (self.notice, self.other, self.offer):
            told.clear()
        self.beside.open(key)
        self._show_standing()
        self.files.show_owner(self._owner())
        self.opened(self.raw()[self._head_name])
        if self.isVisible():
            self._body.begin()

    def _show_standing(self) -> None:
        """Say which record this is, and how safe it is."""
        head, read_only = self.raw()[self._head_name], not may_write(self._operations)
        self.show_head(head)
        self.bar.show_editing(bool(head.get("uid")))
        self.bar.set_busy(read_only)
        self.bar.tell(READ_ONLY if read_only else said.OPENED if head.get("uid") else NOTHING_YET)

    def _ask_drafts(self, wanted: Callable[["Draft"], bool]) -> None:
        key = self.keeper.key

        def show(drafts: "tuple[Draft, ...]") -> None:
            if key == self.keeper.key:
                self.offer.offer(tuple(draft for draft in drafts if self.kind.is_of(draft) and wanted(draft)))

        self._operations.ask(lambda workspace: workspace.drafts(), show, owner=self)

    def _forget(self, draft: "Draft") -> None:
        self._operations.ask(lambda workspace: workspace.discard_draft(draft.key), lambda _: None, owner=self)
        self.offer.offer_back(draft.raw, THROWN)

    def _bring_back(self, raw: Mapping[str, Any]) -> None:
        """Show it again; what is in the form now is kept as a draft of its own."""
        uid = str(raw[self._head_name].get("uid") or "")
        if self._dirty or uid != self._uid():
            self._open(uid or self.kind.new_key(), raw)
        self._put(raw)

    def _carry_over(self, raw: Mapping[str, Any], words: Words) -> None:
        """Go on with what was typed, on top of what was saved elsewhere meanwhile."""
        bar = self._body.verticalScrollBar()
        seen = bar.value()
        self._put(raw)
        self._clash()
        self.notice.tell(words, "attention")
        bar.setValue(seen)  # one stays at the section one is in

    def _put(self, raw: Mapping[str, Any]) -> None:
        """Show what stands in no draft yet."""
        self._body.load(raw)
        self._edited()
        self.checking.review()

    def _offer_stranded(self, raw: Mapping[str, Any], refusal: Refusal) -> None:
        self.notice.refuse(refusal)
        self.offer.offer_back(raw, STRANDED)

    def _keep_apart(self, key: str) -> None:
        """Another window has a draft of the same record: this one is kept under a key of its own."""
        self.keeper.key = key

    def _clash(self) -> None:
        """Another window saved first, which the notice tells with more than that it has the record open."""
        self._clashed = True
        self.other.clear()

    def _tell_of_other(self, words: Words | None) -> None:
        if words is None or (self._clashed and self.notice.text()):
            self.other.clear()
        else:
            self.other.tell(words, "attention", closable=False)

    def _edited(self) -> None:
        self._dirty = True
        self.beside.begin()
        self.keeper.touch()
        self.bar.tell(said.TYPING)

    def _not_kept(self, refusal: Refusal) -> None:
        """The draft could not be written: told once, and until it is."""
        self.bar.tell(said.WAITING)
        if not self._waits:
            self.notice.refuse(refusal)
        self._waits = True

    def _kept(self) -> None:
        if self._waits:
            self._waits = False
            self.notice.clear()
        self.bar.tell(said.draft_saved(len(self.checking.latest.errors) if self.checking.tried else 0))

    def _started(self) -> None:
        self.bar.set_busy(True)
        self.bar.tell(said.SAVING)

    def _stopped(self, found: Found) -> None:
        self.bar.tell(said.to_correct(len(found.errors)))
        self._body.go_to(found.errors[0])

    def _refused(self, refusal: Refusal) -> None:
        self.bar.set_busy(not may_write(self._operations))
        self._waits = False
        self.bar.tell(said.NOT_SAVED)
        self.notice.refuse(refusal)
        if isinstance(refusal, ChangedMeanwhile):
            self._clash()
            self.carrying.look()
