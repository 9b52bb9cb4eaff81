"""A step looked at and taken on the store's thread, with its progress, and called off when nobody waits any more."""

from collections.abc import Callable, Sequence
from contextlib import suppress

import shiboken6
from PySide6.QtCore import QObject, Signal

from snhr_desktop.ui.operations import Operations
from snhr_desktop.workspace import BulkSaved, Planned, Workspace


class _CalledOff(Exception):
    """The one who asked has gone."""


class Planning(QObject):
    """`look` gives `planned`, or `refused`."""

    progressed = Signal(int)
    """How many incidents are done."""
    planned = Signal(object)
    refused = Signal(object)

    def __init__(self, operations: Operations, parent: QObject) -> None:
        super().__init__(parent)
        self._operations = operations
        self._off = False

    def look(self, uids: Sequence[str], to: str) -> None:
        """Ask what would become of each incident."""

        def plan(workspace: Workspace) -> tuple[Planned, ...] | None:
            try:
                return workspace.plan_step(uids, to, self._tell_looked)
            except _CalledOff:
                return None

        self._operations.ask(plan, self._tell_planned, self.refused.emit, self)

    def taking(self, planned: Sequence[Planned], reason: str) -> Callable[[Workspace], BulkSaved]:
        """What takes the step for those it can be taken for."""
        return lambda workspace: workspace.take_step(planned, reason, self._tell_done)

    def call_off(self) -> None:
        """Nobody waits for the preview any more."""
        self._off = True

    def _tell_looked(self, done: int) -> None:
        """Go on as long as somebody waits: the window may have closed, or the store been locked."""
        if self._off or not shiboken6.isValid(self):
            raise _CalledOff
        self._tell_done(done)

    def _tell_done(self, done: int) -> None:
        """What is being saved is saved whether or not anybody still looks."""
        with suppress(RuntimeError):  # deleted on its own thread while this one was at work
            self.progressed.emit(done)

    def _tell_planned(self, planned: tuple[Planned, ...] | None) -> None:
        if planned is not None:
            self.planned.emit(planned)
