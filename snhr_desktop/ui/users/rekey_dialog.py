"""All keys of the store made anew: what it means, one's own passphrase, and while it goes on what is being done."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from snhr_desktop.errors import Refusal
from snhr_desktop.i18n import N_, Message
from snhr_desktop.store.rekeying import COPYING
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.operations import Worker
from snhr_desktop.ui.users.own_passphrase import OwnDialog
from snhr_desktop.ui.widgets import Dialog, label

TITLE, ACT = N_("Make all keys anew"), N_("Close the store and make them")
WHAT = N_(
    "For when somebody may have the keys of this store: a computer was in strange hands, or somebody has left who knew "
    "the recovery code. The whole store is written anew under other keys, which takes as much room on the disk as it "
    "has now. Everybody else is given a passphrase again, and the recovery code is another. Copies made before keep "
    "the old keys: destroy them."
)
CLOSED = N_("The store is closed meanwhile, and what is being typed is kept as a draft.")
WORKING = N_("The keys are being made anew")
PATIENCE = N_(
    "If the computer goes off meanwhile, the store opens with the old keys or with the new, and loses nothing."
)


class RekeyDialog(OwnDialog):
    """`agreed(passphrase)` once it is known to be one's own."""

    agreed = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, TITLE, ACT, WHAT, CLOSED)
        self.body.addWidget(self.own)
        self.present.setFocus()

    def submit(self) -> None:
        """Ask whether the passphrase is one's own before anything is closed."""
        typed = self.present.text()
        if self.is_given():
            self.work()
            self.desk.operations.ask(lambda w: w.ensure_may_rekey(typed), self._agree, self.refuse, self)

    def _agree(self, _: None) -> None:
        typed = self.present.text()
        self.accept()
        self.agreed.emit(typed)


class RekeyRun(Dialog):
    """While it goes on, over the way in; `made(code)` at its end, `refused(refusal)` where it did not come to it."""

    made, refused = Signal(str), Signal(object)
    _told = Signal(object)

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModal(True)
        kit.tongue.bind(self, windowTitle=WORKING)
        kit.theme.measure(self, minimumWidth=480)
        self._kit = kit
        self.step = label(kit, COPYING, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(kit, WORKING, "heading", wrap=True))
        column.addWidget(self.step)
        column.addWidget(label(kit, PATIENCE, "note", wrap=True))
        self._told.connect(self._show)

    def start(self, worker: Worker, folder: Path, passphrase: str, actor: str) -> None:
        """Begin on the store's thread, where the store is closed."""

        def work() -> str:
            from snhr_desktop.store.rekeying import rekey  # loads while the window shows

            return rekey(folder, passphrase, actor, self._told.emit)

        worker.run(work, self._end, self._fail, self)

    def reject(self) -> None:
        """Escape does not end it."""

    def _show(self, step: Message) -> None:
        self._kit.tongue.bind(self.step, text=step)

    def _end(self, code: str) -> None:
        self.accept()
        self.made.emit(code)

    def _fail(self, refusal: Refusal) -> None:
        self.accept()
        self.refused.emit(refusal)
