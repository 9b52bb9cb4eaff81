"""Files taken in one after the other on the thread of the store, with progress, and called off at any moment.

Whatever else is asked of the store is answered between two pieces of a file.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal

from snhr_desktop.errors import Refusal
from snhr_desktop.ui.operations import Operations
from snhr_desktop.workspace import TakenIn, Workspace

_PAUSE = 250
"""Milliseconds until a file that had to make room is begun again."""
Told = Callable[[int, int], None]
"""Told how many bytes of how many are in; may raise `CalledOff`."""
Take = Callable[[Workspace, Path, Told], TakenIn]


class CalledOff(Exception):
    """A person called it off, or the window has gone."""


@dataclass(frozen=True)
class Outcome:
    """What became of one file, by its name: what the store gave back, or why it was refused."""

    name: str
    kept: TakenIn | None = None
    refusal: Refusal | None = None


class Intake(QObject):
    """`begin` it with what was dropped. `finished(outcomes)` at the end, or once it was called off."""

    progressed = Signal(int, int, int)
    """Files done, of how many, and how much of the present one is in, in hundredths."""
    took = Signal(object)
    """An `Outcome`."""
    finished = Signal(object)

    def __init__(self, operations: Operations, parent: QObject) -> None:
        super().__init__(parent)
        self._operations = operations
        self._take: Take | None = None
        self._waiting: list[Path] = []
        self._outcomes: list[Outcome] = []
        self._off = self.busy = False

    def begin(self, paths: Sequence[Path], take: Take) -> None:
        """Take in files and all in folders; what is dropped while others are taken in waits its turn."""
        self._take = take
        if not self.busy:
            self._outcomes, self._off, self.busy = [], False, True
        self._operations.ask(lambda workspace: workspace.files_among(paths), self._found, self._refused_all, self)

    def call_off(self) -> None:
        """Take in no more; the file that is being read is left out."""
        self._off = True

    def _found(self, files: Sequence[Path]) -> None:
        begins = not self._waiting
        self._waiting += files
        if begins:
            self._next()

    def _next(self) -> None:
        if self._off or not self._waiting or self._take is None:
            self._waiting.clear()
            self.busy = False
            self.finished.emit(tuple(self._outcomes))
            return
        operations = self._operations
        path, take, done, of = self._waiting[0], self._take, len(self._outcomes), self._of
        self.progressed.emit(done, of, 0)

        def told(bytes_in: int, whole: int) -> None:
            if self._off or not shiboken6.isValid(self) or operations.hurried:
                raise CalledOff
            operations.give_way()  # what is typed meanwhile reaches its draft while gigabytes are read
            with suppress(RuntimeError):  # deleted on its own thread while this one was at work
                self.progressed.emit(done, of, 100 * bytes_in // max(1, whole))

        def take_in(workspace: Workspace) -> TakenIn | None:
            try:
                return take(workspace, path, told)
            except CalledOff:
                return None

        self._operations.ask(take_in, self._done, self._refused, self)

    @property
    def _of(self) -> int:
        return len(self._outcomes) + len(self._waiting)

    def _done(self, kept: TakenIn | None) -> None:
        if kept is None and not self._off:  # the window waited for the thread: begun again once it does no more
            QTimer.singleShot(_PAUSE, self, self._next)
            return
        path = self._waiting.pop(0)
        if kept is not None:
            self._operations.changed.emit(kept.changes)
            self._close(Outcome(path.name, kept))
        self._next()

    def _refused(self, refusal: Refusal) -> None:
        self._close(Outcome(self._waiting.pop(0).name, refusal=refusal))
        self._next()

    def _refused_all(self, refusal: Refusal) -> None:
        self._close(Outcome("", refusal=refusal))
        self._next()

    def _close(self, outcome: Outcome) -> None:
        self._outcomes.append(outcome)
        self.took.emit(outcome)
