"""Files taken in one after the other on the thread of the store, with progress, and called off at any moment.

Whatever else is asked of the store is answered between two pieces of a file.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal

from snhr_desktop.errors import Refusal
from snhr_desktop.ui.attachments.owner import Owner
from snhr_desktop.ui.operations import Operations
from snhr_desktop.workspace import TakenIn, Workspace

_PAUSE = 250
"""Milliseconds until a file that had to make room is begun again."""
Told = Callable[[int, int], None]
"""Told how many bytes of how many are in; may raise `CalledOff`."""
Take = Callable[[Owner, Workspace, Path, Told], TakenIn]


class CalledOff(Exception):
    """A person called it off, or the window has gone."""


@dataclass(frozen=True)
class Outcome:
    """What became of one file, by its name: what the store gave back, or why it was refused.

    `owner` is whose it was to be, which need not be the record that is shown by now.
    """

    name: str
    owner: Owner
    kept: TakenIn | None = None
    refusal: Refusal | None = None


class Intake(QObject):
    """`begin` it with what was dropped. `finished(outcomes)` at the end, or once it was called off."""

    progressed = Signal(int, int, int)
    """Files done, of how many, and how much of the present one is in, in hundredths."""
    took = Signal(object)
    """An `Outcome`."""
    finished = Signal(object)

    def __init__(self, operations: Operations, take: Take, parent: QObject) -> None:
        super().__init__(parent)
        self._operations, self._take = operations, take
        self._waiting: list[tuple[Path, Owner]] = []
        self._outcomes: list[Outcome] = []
        self._looking = self._round = 0
        self._off = self.busy = False

    def begin(self, paths: Sequence[Path], owner: Owner) -> None:
        """Take in files and all in folders for a record; what is dropped while others are taken in waits its turn."""
        if not self.busy:
            self._outcomes, self.busy = [], True
        self._looking += 1
        self._operations.ask(
            lambda workspace: workspace.files_among(paths),
            partial(self._found, owner, self._round),
            partial(self._refused_all, owner),
            self,
        )

    def call_off(self) -> None:
        """Take in no more of what was dropped by now; the file that is being read is left out."""
        self._round += 1
        del self._waiting[1:]
        self._off = bool(self._waiting)

    def _found(self, owner: Owner, asked_in: int, files: Sequence[Path]) -> None:
        self._looking -= 1
        begins = not self._waiting
        if asked_in == self._round:
            self._waiting += [(file, owner) for file in files]
        if begins:
            self._next()

    def _next(self) -> None:
        if self._off:
            self._pop()
        if not self._waiting:
            if not self._looking:
                self.busy = False
                self.finished.emit(tuple(self._outcomes))
            return
        self._read(*self._waiting[0], len(self._outcomes), self._of)

    def _read(self, path: Path, owner: Owner, done: int, of: int) -> None:
        operations = self._operations
        self.progressed.emit(done, of, 0)

        def ensure_wanted() -> None:
            if self._off or not shiboken6.isValid(self) or operations.hurried:
                raise CalledOff

        def told(bytes_in: int, whole: int) -> None:
            ensure_wanted()
            operations.give_way()  # what is typed meanwhile reaches its draft while gigabytes are read
            ensure_wanted()  # the store may have been closed in between
            with suppress(RuntimeError):  # deleted on its own thread while this one was at work
                self.progressed.emit(done, of, 100 * bytes_in // max(1, whole))

        def take_in(workspace: Workspace) -> TakenIn | None:
            try:
                return self._take(owner, workspace, path, told)
            except CalledOff:
                return None

        self._operations.ask(take_in, self._done, self._refused, self)

    @property
    def left(self) -> int:
        """How many files wait or are being read."""
        return len(self._waiting)

    @property
    def _of(self) -> int:
        return len(self._outcomes) + len(self._waiting)

    def _pop(self) -> tuple[str, Owner]:
        """The file that is done with, by its name."""
        self._off = False
        path, owner = self._waiting.pop(0)
        return path.name, owner

    def _done(self, kept: TakenIn | None) -> None:
        if kept is None and not self._off:  # the window waited for the thread: begun again once it does no more
            QTimer.singleShot(_PAUSE, self, self._next)
            return
        name, owner = self._pop()
        if kept is not None:
            self._operations.changed.emit(kept.changes)
            self._close(Outcome(name, owner, kept))
        self._next()

    def _refused(self, refusal: Refusal) -> None:
        self._close(Outcome(*self._pop(), refusal=refusal))
        self._next()

    def _refused_all(self, owner: Owner, refusal: Refusal) -> None:
        self._looking -= 1
        self._close(Outcome("", owner, refusal=refusal))
        if not self._waiting:
            self._next()

    def _close(self, outcome: Outcome) -> None:
        self._outcomes.append(outcome)
        self.took.emit(outcome)
