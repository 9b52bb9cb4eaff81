"""The form of a case as the window places it: new, opened or from a draft; checked, kept and saved."""

import uuid
from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from snhr_desktop.domain.records import Case, CaseFile
from snhr_desktop.errors import Problem, Refusal
from snhr_desktop.i18n import N_, Language
from snhr_desktop.ui.cases.body import CaseBody
from snhr_desktop.ui.cases.review import CaseReview
from snhr_desktop.ui.cases.saving import DOCUMENTED, CaseSaving
from snhr_desktop.ui.cases.sections import SECTIONS
from snhr_desktop.ui.forms import said
from snhr_desktop.ui.forms.beside import Beside, record_of
from snhr_desktop.ui.forms.check_list import CheckList
from snhr_desktop.ui.forms.draft_keeper import DraftKeeper
from snhr_desktop.ui.forms.draft_offer import STRANDED, THROWN, DraftOffer
from snhr_desktop.ui.forms.form_keys import give_keys, press_focused
from snhr_desktop.ui.forms.means import Means
from snhr_desktop.ui.forms.save_bar import NOTHING_YET, SaveBar
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.operations import Operations
from snhr_desktop.ui.tongue import Words
from snhr_desktop.ui.widgets import Card, Notice, PageHeader, button

if TYPE_CHECKING:
    from snhr_desktop.workspace import CaseSaved, Draft

NEW, OPENED = N_("New case"), N_("Case {reference}")
NEW_DRAFT = "case-"
"""What the key of a draft of a case begins with that was never saved."""
_SIDE = 266


class CaseForm(QWidget):
    """`open_new`, `open_file` or `open_draft` it; ask `is_kept` before it goes. Nothing typed is ever lost."""

    saved = Signal(object)
    """The store's `CaseSaved`."""
    standing = Signal(object)
    """Words that say how safe the entry is, whenever that changes."""
    closed = Signal()
    """The person is done; what was typed and not saved is a draft."""

    def __init__(self, kit: Kit, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._operations, self._kit, self._reference = operations, kit, ""
        means = Means(kit, operations.gazetteer)
        self.head, self.notice = PageHeader(kit, self._say_title, parent=self), Notice(kit, self)
        self.offer, self.body = DraftOffer(means, self), CaseBody(means, self)
        self.checks, self.bar = CheckList(means), SaveBar(means, self)
        self.keeper = DraftKeeper(operations, self.body.raw, self)
        self.saving = CaseSaving(operations, self.keeper, self.body, self)
        self.beside, self.other = Beside(operations, self), Notice(kit, self)
        self._opened: Mapping[str, Any] = {}
        self._dirty, self._at = False, 0
        self._met: Problem | None = None
        self._place()
        self._connect()
        self._open(_new_key(), _blank())

    # --- opening and closing ----------------------------------------------------------------------------------

    def open_new(self) -> None:
        """A blank entry; entries left unsaved are offered."""
        key = _new_key()
        self._open(key, _blank())
        self._ask_drafts(lambda draft: draft.key.startswith(NEW_DRAFT) and draft.key != key)

    def open_file(self, file: CaseFile) -> None:
        """A saved case, to be changed; a draft of it that was left is offered."""
        uid = file.case.uid
        self._open(uid, file.dump())
        self._ask_drafts(lambda draft: record_of(draft.key) == uid)

    def open_draft(self, draft: "Draft") -> None:
        """An entry that was left unsaved, as it was."""
        self._open(draft.key, draft.raw)
        self.bar.tell(said.CONTINUED)

    def is_kept(self) -> bool:
        """Whether all that was typed is in the store, once it was tried to write what still waits."""
        self.keeper.flush()
        if self.keeper.unsure:
            self._operations.settle()
        return not self.keeper.unsure and not self.offer.stranded

    def close_entry(self) -> None:
        """The person is done here."""
        self.keeper.flush()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses a button, as Space does."""
        if not press_focused(event):
            super().keyPressEvent(event)

    # --- acts -------------------------------------------------------------------------------------------------

    def save(self, aim: str = "") -> None:
        """Save with a status, or with the one that is chosen."""
        if not self._operations.info.read_only:
            self.notice.clear()
            self.saving.save(aim, self.bar.reason.text())

    def discard(self) -> None:
        """Forget the draft and show what was opened; what was typed is offered back until another entry opens."""
        thrown, dirty = self.body.raw(), self._dirty
        self.keeper.discard()
        self._open(self.keeper.key, self._opened)
        if dirty:
            self.offer.offer_back(thrown, THROWN)

    def next_problem(self) -> None:
        """Go to the next problem, round and round."""
        problems = self.saving.review().problems
        if problems:
            at = problems.index(self._met) + 1 if self._met in problems else self._at
            self._at = at % len(problems)
            self._met = problems[self._at]
            self.body.go_to(self._met)

    # --- what holds it together -------------------------------------------------------------------------------

    def _open(self, key: str, raw: Mapping[str, Any]) -> None:
        self.keeper.flush()
        self.keeper.key = key
        self._opened, self._dirty, self._at, self._met = raw, False, 0, None
        self.body.load(raw)
        self.saving.begin()
        self.notice.clear()
        self.other.clear()
        self.offer.clear()
        self.beside.open(key)
        self._show_standing()
        if self.isVisible():
            self.body.go_to_section(0)

    def _show_standing(self) -> None:
        """Say which case this is, and how safe it is."""
        case, read_only = self.body.raw()["case"], self._operations.info.read_only
        self._reference = str(case.get("reference") or "")
        self._kit.tongue.bind(self.head.title, text=self._say_title)
        self.bar.show_editing(bool(case.get("uid")))
        self.bar.set_busy(read_only)
        self.bar.tell(said.READ_ONLY if read_only else said.OPENED if case.get("uid") else NOTHING_YET)

    def _say_title(self, language: Language) -> str:
        return language.text(OPENED, reference=self._reference) if self._reference else language.text(NEW)

    def _ask_drafts(self, wanted: Callable[["Draft"], bool]) -> None:
        key = self.keeper.key

        def show(drafts: "tuple[Draft, ...]") -> None:
            if key == self.keeper.key:
                self.offer.offer(tuple(draft for draft in drafts if is_case(draft) and wanted(draft)))

        self._operations.ask(lambda workspace: workspace.drafts(), show, owner=self)

    def _forget(self, draft: "Draft") -> None:
        self._operations.ask(lambda workspace: workspace.discard_draft(draft.key), lambda _: None, owner=self)
        self.offer.offer_back(draft.raw, THROWN)

    def _bring_back(self, raw: Mapping[str, Any]) -> None:
        """Show it again; what is in the form now is kept as a draft of its own."""
        uid = raw["case"].get("uid")
        if self._dirty or uid != self.body.raw()["case"].get("uid"):
            self._open(uid or _new_key(), raw)
        self.body.load(raw)
        self._edited()
        self.saving.review()

    def _offer_stranded(self, raw: Mapping[str, Any], refusal: Refusal) -> None:
        self.notice.refuse(refusal)
        self.offer.offer_back(raw, STRANDED)

    def _keep_apart(self, key: str) -> None:
        """Another window has a draft of the same case: this one is kept under a key of its own."""
        self.keeper.key = key

    def _tell_of_other(self, words: Words | None) -> None:
        if words is None:
            self.other.clear()
        else:
            self.other.tell(words, "attention", closable=False)

    def _edited(self) -> None:
        self._dirty = True
        self.keeper.touch()
        self.bar.tell(said.TYPING)

    def _kept(self) -> None:
        self.bar.tell(said.draft_saved(len(self.saving.latest.errors) if self.saving.tried else 0))

    def _started(self) -> None:
        self.bar.set_busy(True)
        self.bar.tell(said.SAVING)

    def _stopped(self, found: CaseReview) -> None:
        self.bar.tell(said.to_correct(len(found.errors)))
        self.body.go_to(found.errors[0])

    def _was_saved(self, saved: "CaseSaved") -> None:
        if saved.file.case.uid == self.body.raw()["case"].get("uid"):
            self._opened, self._dirty = saved.file.dump(), self.keeper.waiting
            self._show_standing()
            self.bar.tell(said.saved_as(saved.file.case.reference))
            self.beside.open(saved.file.case.uid)
        self.saved.emit(saved)

    def _refused(self, refusal: Refusal) -> None:
        self.bar.set_busy(self._operations.info.read_only)
        self.bar.tell(said.NOT_SAVED)
        self.notice.refuse(refusal)

    def _walk_sections(self, by: int) -> None:
        self.body.go_to_section(self.body.section_of(QApplication.focusWidget()) + by)

    def _place(self) -> None:
        close = button(self._kit, N_("Close"), "x", "quiet", N_("Close the form; a draft is kept"))
        close.clicked.connect(self.close_entry)
        self.head.trailing.addWidget(close)
        side = Card(self._kit, N_("Checks"), N_("F8 leads to the next one."))
        side.body.addWidget(self.checks, 1)
        self._kit.theme.measure(side, fixedWidth=_SIDE)
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(self.body, 1)
        middle.addWidget(side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.head, self.offer, self.other, self.notice):
            column.addWidget(widget)
        column.addLayout(middle, 1)
        column.addWidget(self.bar)

    def _connect(self) -> None:
        self.body.edited.connect(self._edited)
        self.saving.reviewed.connect(lambda found: self.checks.show_problems(found.problems))
        self.checks.picked.connect(self.body.go_to)
        self.offer.continued.connect(self.open_draft)
        self.offer.discarded.connect(self._forget)
        self.offer.brought_back.connect(self._bring_back)
        self.beside.met.connect(self._keep_apart)
        self.beside.told.connect(self._tell_of_other)
        self.keeper.kept.connect(self._kept)
        self.keeper.refused.connect(self._refused)
        self.keeper.stranded.connect(self._offer_stranded)
        self.saving.started.connect(self._started)
        self.saving.stopped.connect(self._stopped)
        self.saving.saved.connect(self._was_saved)
        self.saving.refused.connect(self._refused)
        self.bar.told.connect(self.standing)
        self.bar.save_asked.connect(self.save)
        self.bar.documented_asked.connect(partial(self.save, DOCUMENTED))
        self.bar.discard_asked.connect(self.discard)
        stack = self.body.undoing.stack
        acts: dict[str, Callable[[], None]] = {
            "Ctrl+Z": stack.undo, "Ctrl+Y": stack.redo, "Ctrl+Shift+Z": stack.redo, "Ctrl+S": self.save,
            "Ctrl+Shift+S": partial(self.save, DOCUMENTED), "F8": self.next_problem,
            "F6": partial(self._walk_sections, 1), "Shift+F6": partial(self._walk_sections, -1),
            "Ctrl+E": self.body.take_suggestion,
        }  # fmt: skip
        for at in range(len(SECTIONS)):
            acts[f"Alt+{at + 1}"] = partial(self.body.go_to_section, at)
        give_keys(self, acts)


def is_case(draft: "Draft") -> bool:
    """Whether a draft is of a case."""
    return isinstance(draft.raw.get("case"), Mapping)


def _new_key() -> str:
    return f"{NEW_DRAFT}{uuid.uuid4().hex}"


def _blank() -> dict[str, Any]:
    return CaseFile(Case()).dump()
