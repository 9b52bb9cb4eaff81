"""The save of an entry: checked first, then sent to the store; what was typed stays in any case."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal

from snhr_desktop.errors import Refusal
from snhr_desktop.ui.draft_keeper import DraftKeeper
from snhr_desktop.ui.forms.beside import record_of
from snhr_desktop.ui.forms.checking import Checking
from snhr_desktop.ui.forms.entry_kind import Body, EntryKind
from snhr_desktop.ui.forms.grid.row import Row
from snhr_desktop.ui.operations import Operations

DOCUMENTED = "documented"


class Saving(QObject):
    """One save at a time. Typing goes on meanwhile and is not overwritten by what the store gives back."""

    started = Signal()
    stopped = Signal(object)
    """What a review `Found` whose errors stopped the save before it began."""
    saved = Signal(object)
    """What the store says of the save; the form has taken over identities, reference and revision."""
    refused = Signal(object)
    """The world's `Refusal`; the entry is kept as a draft."""

    def __init__(
        self,
        operations: Operations,
        kind: EntryKind,
        keeper: DraftKeeper,
        body: Body,
        checking: Checking,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._operations, self._kind = operations, kind
        self._keeper, self._body, self._checking = keeper, body, checking
        self.running = False
        self._entry = 0

    def begin(self) -> None:
        """Another entry is shown: a save under way is told, but changes nothing in the form."""
        self._entry += 1
        self.running = False
        self._keeper.release()

    def save(self, aim: str, reason: str) -> None:
        """Save the entry with status `aim`, or with the one it says."""
        if self.running:
            return
        found = self._checking.attempt(aim)
        if found.errors:
            self.stopped.emit(found)
            return
        self.running = True
        self._keeper.flush()
        self._keeper.hold()
        self.started.emit()
        rows, entry, given, draft = self._body.kept_rows(), self._entry, found.given, self._keeper.key
        self._operations.change(
            lambda workspace: self._kind.save(workspace, given, reason, draft),
            lambda saved: self._take_over(saved, rows, entry),
            lambda refusal: self._turned_away(refusal, entry),
            self,
        )

    def _take_over(self, saved: Any, rows: Mapping[str, list[Row]], entry: int) -> None:
        if entry == self._entry:
            self.running = False
            given = self._kind.given(saved)
            self._body.identify(given, rows)
            if not record_of(self._keeper.key):
                self._keeper.key = given.head.uid
            if self._checking.aim and self._body.editors["status"].raw() != self._checking.aim:
                self._body.editors["status"].set_raw(self._checking.aim)
            self._checking.aim = ""
            self._keeper.release()
        self.saved.emit(saved)

    def _turned_away(self, refusal: Refusal, entry: int) -> None:
        if entry == self._entry:
            self.running = False
            self._keeper.touch()
            self._keeper.release()
            self._keeper.flush()
        self.refused.emit(refusal)
