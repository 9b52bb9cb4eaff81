"""An export on the store's thread, with its progress, called off at any moment."""

import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import shiboken6
from PySide6.QtCore import QObject, Signal

from snhr_desktop.errors import Refusal
from snhr_desktop.exchange.export.asked import Asked, Watch
from snhr_desktop.i18n import Language
from snhr_desktop.ui.operations import Operations
from snhr_desktop.workspace import Exported

_EVERY = 0.1
"""Seconds between two tellings of how far it has come."""


class Exporting(QObject):
    """`done` gives what was written, `refused` why it was not. One at a time."""

    progressed = Signal(int, int)
    """How many records are written, of how many."""
    prepared = Signal(int)
    """How many persons were looked at who may have to stay unnamed; before the first record."""
    done = Signal(object)
    refused = Signal(object)

    def __init__(self, operations: Operations, parent: QObject) -> None:
        super().__init__(parent)
        self._operations = operations
        self._off = False
        self._told = 0.0

    def start(self, asked: Asked, path: Path, language: Language) -> None:
        """Write it."""
        self._off, self._told = False, 0.0
        watch = Watch(self._tell, self._wanted, self._tell_prepared)
        self._operations.change(
            lambda workspace: workspace.export(asked, path, language, watch), self._tell_done, self._tell_refused, self
        )

    def call_off(self) -> None:
        """Nobody wants it any more; nothing of it is left."""
        self._off = True

    def _wanted(self) -> bool:
        """Asked on the store's thread: the window may have closed, or the store is to be locked."""
        return not self._off and shiboken6.isValid(self) and not self._operations.hurried

    def _tell(self, done: int, of: int) -> None:
        self._now_and_then(lambda: self.progressed.emit(done, of))

    def _tell_prepared(self, persons: int) -> None:
        self._now_and_then(lambda: self.prepared.emit(persons))

    def _now_and_then(self, tell: Callable[[], object]) -> None:
        if time.monotonic() - self._told >= _EVERY:
            self._told = time.monotonic()
            with suppress(RuntimeError):  # deleted on its own thread while this one was at work
                tell()

    def _tell_done(self, exported: Exported) -> None:
        self.done.emit(exported)

    def _tell_refused(self, refusal: Refusal) -> None:
        self.refused.emit(refusal)
