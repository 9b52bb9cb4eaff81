"""The step that one key takes back, told at the foot of the window for as long as the key does what is told."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from snhr_desktop.store.stepping import WITHDRAW
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.review.step_bar import KEYS
from snhr_desktop.ui.review.telling import say_taken
from snhr_desktop.ui.status_line import ALL_SAVED
from snhr_desktop.ui.tongue import Words
from snhr_desktop.workspace import BulkSaved


class Promise(QObject):
    """`changed` when there is another one, or none any more."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.uids: tuple[str, ...] = ()
        """The incidents whose step can be taken back; none where nothing is promised."""
        self._words: Words | None = None
        self._row: int | None = None
        desk.saved_told.connect(self._hear)

    def give(self, taken: BulkSaved) -> None:
        """Promise to take back what was taken just now."""
        self.uids, self._row = tuple(saved.dossier.incident.uid for saved in taken.saved), None
        if self.uids:
            self._words = partial(say_taken, taken, KEYS[WITHDRAW])
            self._desk.tell_saved(self._words)
            self.changed.emit()

    def lead(self, row: int | None) -> None:
        """The queue leads to a row by itself, None while it is filled anew: that ends nothing."""
        self._row = row

    def look(self, row: int, chosen: int) -> None:
        """A person who comes to another row, or chooses several, wants something else from then on."""
        if self._row is not None and (row != self._row or chosen > 1):
            self.end()

    def end(self) -> None:
        """Promise nothing any more."""
        if self.uids:
            self._desk.tell_saved(ALL_SAVED)

    def _hear(self, words: Words) -> None:
        """What nobody can read any more is not done either."""
        if self.uids and words is not self._words:
            self.uids, self._words = (), None
            self.changed.emit()
