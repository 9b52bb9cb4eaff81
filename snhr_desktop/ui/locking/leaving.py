"""An open store on its way out: what was typed is written or sealed, what runs is ended, the pages go, the keys go."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, QTimer, Signal

from snhr_desktop.ui.operations import Worker
from snhr_desktop.ui.shell import Shell

if TYPE_CHECKING:
    from snhr_desktop.workspace import Workspace

_TURN = 20
"""Milliseconds between two looks whether a dialog that was given up has returned to whoever asked it."""
_MOST_TURNS = 100


class Leaving(QObject):
    """Asks nobody. What the store's thread was at (a save, an import) is finished first: it is whole or not at all."""

    left = Signal(object)
    """The store is closed and its keys are wiped. A tuple of drafts that could not be written, sealed."""

    def __init__(self, worker: Worker, shell: Shell, workspace: "Workspace", parent: QObject) -> None:
        super().__init__(parent)
        self._worker, self._shell, self._workspace = worker, shell, workspace
        self._turns = 0

    def start(self) -> None:
        """Write what waits; where nothing does, the pages are gone when this returns."""
        self._shell.put_away()
        self._shell.desk.operations.leave()
        self._shell.desk.blockSignals(True)  # what is told from now on would be told beside the way in
        if self._shell.is_unsure():
            self._worker.run(lambda: None, lambda _: self._when_alone())
        else:
            self._when_alone()

    def _when_alone(self) -> None:
        """Wait for whoever waited for a dialog: it goes on in a page, which must be there still."""
        self._turns += 1
        if QThread.currentThread().loopLevel() > 1 and self._turns < _MOST_TURNS:
            QTimer.singleShot(_TURN, self, self._when_alone)
        else:
            self._take_down()

    def _take_down(self) -> None:
        workspace, unkept, desk = self._workspace, self._shell.unkept(), self._shell.desk

        def close() -> tuple[bytes, ...]:
            try:
                return workspace.seal(unkept)
            finally:
                workspace.close()

        self._shell.setParent(None)
        for gone in (self._shell, desk, desk.operations):
            gone.deleteLater()
        self._worker.run(close, self._end)

    def _end(self, sealed: tuple[bytes, ...]) -> None:
        self.left.emit(sealed)
        self.deleteLater()
