"""A step looked at and taken on the store's thread, with its progress, and called off when nobody waits any more."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from snhr_desktop.errors import Refusal
from snhr_desktop.ui.operations import Operations
from snhr_desktop.workspace import Planned, Workspace


class _CalledOff(Exception):
    """The one who asked has gone."""


class Planning(QObject):
    """`look` gives `planned`, `take` gives `taken`; either may give `refused`."""

    progressed = Signal(int)
    """How many incidents are done."""
    planned = Signal(object)
    taken = Signal(object)
    refused = Signal(object)

    def __init__(self, operations: Operations, parent: QObject) -> None:
        super().__init__(parent)
        self._operations = operations
        self._off = False

    def look(self, uids: Sequence[str], to: str) -> None:
        """Ask what would become of each incident."""

        def plan(workspace: Workspace) -> tuple[Planned, ...] | None:
            try:
                return workspace.plan_step(uids, to, self._progress())
            except _CalledOff:
                return None

        self._operations.ask(plan, self._tell_planned, self.refused.emit, self)

    def take(self, planned: Sequence[Planned], reason: str) -> None:
        """Take the step for those it can be taken for."""
        progress = self._progress()
        self._operations.change(
            lambda workspace: workspace.take_step(planned, reason, progress),
            self.taken.emit,
            self._tell_refused,
            self,
        )

    def call_off(self) -> None:
        """Nobody waits for the preview any more."""
        self._off = True

    def _progress(self) -> Callable[[int], None]:
        def told(done: int) -> None:
            if self._off:
                raise _CalledOff
            self.progressed.emit(done)

        return told

    def _tell_planned(self, planned: tuple[Planned, ...] | None) -> None:
        if planned is not None:
            self.planned.emit(planned)

    def _tell_refused(self, refusal: Refusal) -> None:
        self.refused.emit(refusal)
