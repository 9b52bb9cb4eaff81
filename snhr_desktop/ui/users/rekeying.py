"""A change of all keys from the window: once the store is closed, with its progress shown, to the code at its end."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from snhr_desktop.errors import Refusal
from snhr_desktop.i18n import N_
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.locking.locking import Locking
from snhr_desktop.ui.locking.others import close_others
from snhr_desktop.ui.operations import Worker
from snhr_desktop.ui.users.code_dialog import CodeDialog, sheet_of
from snhr_desktop.ui.users.rekey_dialog import RekeyRun

if TYPE_CHECKING:
    from snhr_desktop.workspace import StoreInfo, Workspace


REKEYED = N_(
    "All keys of the store were made anew. What comes next: open the store; give everybody else a passphrase again on "
    "the page “Users and keys”; have a backup made; and destroy the earlier backups and the paper of the earlier code."
)
HIDDEN = N_(
    "All keys of the store were made anew. Its new recovery code was hidden before anybody said that it stands on "
    "paper: open the store, and make another one on the page “Users and keys”."
)


class Rekeying(QObject):
    """Lives as long as it takes; the window stands at the way in meanwhile, and stays there."""

    refused = Signal(object)
    """It was not done; the store is as it was, and closed."""
    done = Signal(object, str)
    """It was done: what comes next, for whoever stands at the way in, and in which tone."""

    def __init__(self, window: QWidget, kit: Kit, worker: Worker, locking: Locking) -> None:
        super().__init__(window)
        self._window, self._kit, self._worker, self._locking = window, kit, worker, locking

    def begin(self, workspace: "Workspace", folder: Path, passphrase: str) -> None:
        """Wait until the store is closed, then make its keys anew."""
        actor, info = workspace.user.name, workspace.info

        def start() -> None:
            self._locking.locked.disconnect(start)
            self._start(folder, passphrase, actor, info)

        self._locking.locked.connect(start)

    def _start(self, folder: Path, passphrase: str, actor: str, info: "StoreInfo") -> None:
        run = RekeyRun(self._kit, self._window)
        run.made.connect(partial(self._show, info, folder, partial(_prove, folder, passphrase)))
        run.refused.connect(self._refuse)
        run.finished.connect(run.deleteLater)
        run.open()
        run.start(self._worker, folder, passphrase, actor)

    def _refuse(self, refusal: Refusal) -> None:
        self.refused.emit(refusal)
        self.deleteLater()

    def _show(self, info: "StoreInfo", folder: Path, prove: Callable[[list[Path]], None], code: str) -> None:
        self._worker.run(partial(sheet_of, code, info), partial(self._show_code, folder, prove, code), owner=self)

    def _show_code(self, folder: Path, prove: Callable[[list[Path]], None], code: str, sheet: bytes) -> None:
        dialog = CodeDialog(self._kit, self._worker, code, sheet, folder, self._window)
        written: list[Path] = []
        dialog.outlet.written.connect(written.append)
        dialog.accepted.connect(lambda: self._worker.run(lambda: prove(written), lambda _: None))
        dialog.accepted.connect(lambda: self.done.emit(REKEYED, "done"))
        dialog.rejected.connect(lambda: self.done.emit(HIDDEN, "attention"))
        for end in (self._locking.rest, dialog.deleteLater, self.deleteLater):
            dialog.finished.connect(end)
        self._locking.covered.connect(self._hide)
        dialog.open()
        self._locking.watch()  # what it shows opens the store

    def _hide(self) -> None:
        """Close what shows the code, and what stands before that; the store asks for another at its next opening."""
        close_others(self._window)


def _prove(folder: Path, passphrase: str, written: list[Path]) -> None:
    """Note in the store, which is closed, that its code stands on paper; where that fails it is asked for again.

    `written` are the files that its sheet was saved as.
    """
    from snhr_desktop.workspace import Workspace  # loads while the window shows

    with suppress(Refusal), Workspace.open(folder, passphrase) as opened:
        opened.prove_code()
        for path in written:
            opened.note_sheet(path)
