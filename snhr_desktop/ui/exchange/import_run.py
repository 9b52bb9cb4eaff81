"""An import or its dry run on the store's thread, with its progress, called off at any moment."""

import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import shiboken6
from PySide6.QtCore import QObject, Signal

from snhr_desktop.errors import Refusal
from snhr_desktop.exchange.mapping import FileMapping
from snhr_desktop.exchange.reading import Choices
from snhr_desktop.exchange.report import ImportReport
from snhr_desktop.exchange.watching import Waiting
from snhr_desktop.ui.operations import Operations

_EVERY = 0.1
"""Seconds between two tellings of how far it has come."""


class ImportRun(QObject):
    """`tried` and `done` give the report, `not_tried` and `not_done` why there is none."""

    progressed = Signal(int, int, int)
    """How many records are done; how many KB of the file, of how many, were read."""
    guarding = Signal()
    """A backup is made before anything is written."""
    settling = Signal()
    """All is written: it cannot be called off any more."""
    tried = Signal(object)
    not_tried = Signal(object)
    done = Signal(object)
    not_done = Signal(object)

    def __init__(self, operations: Operations, parent: QObject) -> None:
        super().__init__(parent)
        self._operations = operations
        self._turn, self._trials = 0, 0
        self._told = 0.0
        self._done, self._read = 0, (0, 0)

    def reading(self) -> Waiting:
        """For a file that is looked at: it may be called off, and is once another is."""
        self._trials += 1
        number = self._trials
        return self._begin(lambda: self._trials == number)

    def try_file(self, path: Path, mapping: FileMapping | None, choices: Choices) -> None:
        """Tell what would become of the records; a trial still running is called off."""
        waiting = self.reading()
        self._operations.ask(
            lambda workspace: workspace.import_file(path, mapping, True, choices, waiting),
            self._tell_tried,
            self._tell_not_tried,
            self,
            "import",
        )

    def save_file(self, path: Path, mapping: FileMapping | None, choices: Choices) -> None:
        """Import it."""
        waiting = self._begin(lambda: True)
        self._operations.change(
            lambda workspace: workspace.import_file(path, mapping, False, choices, waiting),
            self._tell_done,
            self._tell_not_done,
            self,
        )

    def call_off(self) -> None:
        """Nobody wants it any more; nothing of it is kept."""
        self._turn += 1

    def _begin(self, latest: Callable[[], bool]) -> Waiting:
        turn, self._told = self._turn, 0.0
        self._done, self._read = 0, (0, 0)

        def wanted() -> bool:
            """Asked on the store's thread: the window may have closed, or the store is to be locked."""
            return shiboken6.isValid(self) and self._turn == turn and latest() and not self._operations.hurried

        return Waiting(self._tell, wanted, self._tell_read, self._tell_settling, self._tell_guarding)

    def _tell(self, done: int) -> None:
        self._done = done
        self._tell_now()

    def _tell_read(self, done: int, of: int) -> None:
        self._read = done >> 10, of >> 10
        self._tell_now()

    def _tell_guarding(self) -> None:
        if self._is_time():
            with suppress(RuntimeError):  # deleted on its own thread while this one was at work
                self.guarding.emit()

    def _tell_now(self) -> None:
        if self._is_time():
            with suppress(RuntimeError):  # as above
                self.progressed.emit(self._done, *self._read)

    def _is_time(self) -> bool:
        """Whether it was told long enough ago; then it is to be told again now."""
        now = time.monotonic()
        late = now - self._told >= _EVERY
        self._told = now if late else self._told
        return late

    def _tell_settling(self) -> None:
        with suppress(RuntimeError):  # as above
            self.settling.emit()

    def _tell_tried(self, report: ImportReport) -> None:
        self.tried.emit(report)

    def _tell_not_tried(self, refusal: Refusal) -> None:
        self.not_tried.emit(refusal)

    def _tell_done(self, report: ImportReport) -> None:
        self.done.emit(report)

    def _tell_not_done(self, refusal: Refusal) -> None:
        self.not_done.emit(refusal)
