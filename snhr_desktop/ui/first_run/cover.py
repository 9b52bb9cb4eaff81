"""Stands before the assistant when nobody is there: the store it has made is open, and its recovery code in sight."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from snhr_desktop.errors import Refusal, TriedTooSoon
from snhr_desktop.i18n import N_
from snhr_desktop.ui.dialogs.passphrase_field import PassphraseField
from snhr_desktop.ui.dialogs.try_pause import TryPause, say_wait
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.widgets import Labelled, Notice, button, label

TITLE = N_("The assistant is locked")
WHAT = N_("The recovery code is hidden. Type the passphrase you have just chosen, and go on where you were.")
PASSPHRASE, GO_ON = N_("Passphrase"), N_("Go on")


class Cover(QWidget):
    """`asked` with the passphrase that was typed. `folder` tells where the store is, whose wrong tries are counted."""

    asked = Signal(str)

    def __init__(self, kit: Kit, folder: Callable[[], Path | None]) -> None:
        super().__init__()
        self.secret, self.notice = PassphraseField(kit), Notice(kit)
        self.line = Labelled(kit, PASSPHRASE, self.secret)
        self.on = button(kit, GO_ON, "lock-open", "primary")
        self.on.clicked.connect(self.submit)
        self._kit, self._folder = kit, folder
        self.pause = TryPause(self)
        self.pause.left.connect(self._count)
        self.secret.edit.returnPressed.connect(self.submit)
        self.setFocusProxy(self.secret)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.on)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        for widget in (label(kit, TITLE, "subheading"), label(kit, WHAT, "muted", wrap=True), self.line, self.notice):
            column.addWidget(widget)
        column.addLayout(foot)
        self.hide()

    def submit(self) -> None:
        """Ask whether it is the passphrase; nothing can be pressed meanwhile."""
        if self.on.isEnabled() and self.secret.text():
            self.line.settle()
            self.on.setEnabled(False)
            self.asked.emit(self.secret.text())

    def settle(self) -> None:
        """Forget what was typed, and be ready for the next time."""
        self.secret.clear()
        self.line.settle()
        self.notice.clear()
        self.pause.look(self._folder())

    def refuse(self, refusal: Refusal) -> None:
        """Tell beside the field why not; the button counts how long it is too soon."""
        self.pause.look(self._folder())
        if not (isinstance(refusal, TriedTooSoon) and self.pause.lasts):
            self.line.complain(refusal.tell)
        self.secret.edit.selectAll()
        self.secret.setFocus()

    def _count(self, seconds: int) -> None:
        self.on.setEnabled(not seconds)
        self._kit.tongue.bind(self.on, text=partial(say_wait, seconds) if seconds else GO_ON)
