"""The review of a case while it is typed, and its save: what was typed stays in any case."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from snhr_desktop.domain.records import Case, CaseFile
from snhr_desktop.errors import Refusal
from snhr_desktop.ui.cases.body import CaseBody
from snhr_desktop.ui.cases.review import CaseReview, review
from snhr_desktop.ui.forms.beside import record_of
from snhr_desktop.ui.forms.draft_keeper import DraftKeeper
from snhr_desktop.ui.forms.grid.row import Row
from snhr_desktop.ui.operations import Operations

if TYPE_CHECKING:
    from snhr_desktop.workspace import CaseSaved

PAUSE = 150
"""Milliseconds without a key after which the entry is reviewed."""
DOCUMENTED = "documented"


class CaseSaving(QObject):
    """One save at a time. `tried` says whether a save was tried, so that every error is said beside its field."""

    reviewed = Signal(object)
    """The new `CaseReview`."""
    started = Signal()
    stopped = Signal(object)
    """The `CaseReview` whose errors stopped the save before it began."""
    saved = Signal(object)
    """The store's `CaseSaved`; the form has taken over identities, reference and revision."""
    refused = Signal(object)
    """The world's `Refusal`; the entry is kept as a draft."""

    def __init__(self, operations: Operations, keeper: DraftKeeper, body: CaseBody, parent: QObject) -> None:
        super().__init__(parent)
        self._operations, self._keeper, self._body = operations, keeper, body
        self.latest = CaseReview(CaseFile(Case()))
        self.running = self.tried = False
        self._aim, self._entry = "", 0
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.review)
        body.edited.connect(self._pause.start)
        body.left.connect(self._pause.start)

    def begin(self) -> None:
        """Another entry is shown: a save under way is told, but changes nothing in the form."""
        self._entry += 1
        self.running = self.tried = False
        self._aim = ""
        self._keeper.release()
        self.review()

    def review(self) -> CaseReview:
        """Review now."""
        self._pause.stop()
        self.latest = review(self._body.raw(), self._operations.gazetteer, self._aim)
        self._body.show_problems(self.latest.errors, self.tried)
        self.reviewed.emit(self.latest)
        return self.latest

    def save(self, aim: str, reason: str) -> None:
        """Save the entry with status `aim`, or with the one it says."""
        if self.running:
            return
        self._aim, self.tried = aim, True
        found = self.review()
        if found.errors:
            self.stopped.emit(found)
            return
        self.running = True
        self._keeper.flush()
        self._keeper.hold()
        self.started.emit()
        rows, file, draft = self._body.states.rows.kept(), found.file, self._keeper.key
        self._operations.change(
            lambda workspace: workspace.save_case(file, reason, draft),
            partial(self._take_over, rows, self._entry),
            partial(self._turned_away, self._entry),
            self,
        )

    def _take_over(self, rows: Sequence[Row], entry: int, saved: "CaseSaved") -> None:
        if entry == self._entry:
            self.running = False
            self._body.identify(saved.file, rows)
            if not record_of(self._keeper.key):
                self._keeper.key = saved.file.case.uid
            if self._aim:
                self._body.editors["status"].set_raw(self._aim)
            self._aim = ""
            self._keeper.release()
        self.saved.emit(saved)

    def _turned_away(self, entry: int, refusal: Refusal) -> None:
        if entry == self._entry:
            self.running = False
            self._keeper.touch()
            self._keeper.release()
            self._keeper.flush()
        self.refused.emit(refusal)
