"""Emergency: the keys of a store are destroyed after one question, and the program ends at once."""

import multiprocessing
import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from snhr_desktop.errors import Refusal
from snhr_desktop.i18n import N_, Language, piece
from snhr_desktop.store import keyslots
from snhr_desktop.store.refusals import told
from snhr_desktop.ui import clipboard
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.locking.others import close_popups
from snhr_desktop.ui.locking.surviving import Looking, say_surviving
from snhr_desktop.ui.widgets import Dialog, Notice, PlainLabel, button, label, picture

if TYPE_CHECKING:
    from snhr_desktop.store.backups.surviving import Surviving

_SHOWN_KEY = piece("Ctrl+Shift+Del")
TITLE = N_("Emergency: destroy the keys")
QUESTION = N_("Destroy the keys of {name} and close the program?")
MEANS = (
    N_(
        "Nobody can open the store on this computer any more: not with a passphrase, not with the recovery code, not "
        "with the key of headquarters. This cannot be undone."
    ),
    N_("What was typed and not saved is lost with it. The program ends at once, whatever it is doing."),
    N_(
        "The keys of copies in its folder, and of stores that a restore put aside beside it, are destroyed with them. "
        "Copies elsewhere are not reached: a backup on another disk, a stick, a copy that somebody took before. They "
        "still open with their passphrases, their recovery code or the key of headquarters."
    ),
    N_(
        "A flash disk (SSD, stick) may keep traces of the keys where no program reaches. Whoever finds them still "
        "needs a passphrase or the recovery code."
    ),
)
AGAIN = N_("{key} once more destroys, Esc leaves everything as it is.")
DESTROY, LEAVE = N_("Destroy the keys and close"), N_("Leave everything as it is")
NO_KEYS = N_("No store is chosen whose keys could be destroyed.")
_WIDTH = 600


class EmergencyDialog(Dialog):
    """`agreed` when a person says yes. The answer that changes nothing has the focus."""

    agreed = Signal()

    def __init__(self, kit: Kit, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModal(True)
        kit.tongue.bind(self, windowTitle=TITLE)
        kit.theme.measure(self, minimumWidth=_WIDTH)
        self.notice = Notice(kit)
        self.yes, self.leave = button(kit, DESTROY, "triangle-alert"), button(kit, LEAVE, kind="primary")
        self.yes.clicked.connect(self.agreed)
        self.leave.clicked.connect(self.reject)

        def question(language: Language) -> str:
            return language.text(QUESTION, name=language.isolate(name))

        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(label(kit, question, "heading", wrap=True))
        self._kit, self.known = kit, PlainLabel(wrap=True)
        for shown in (*(label(kit, words, wrap=True) for words in MEANS), self.known):
            row = QHBoxLayout()
            row.setSpacing(8)
            mark = picture(kit, "triangle-alert", "amber", 16)
            mark.setContentsMargins(0, 3, 0, 0)  # level with the first line
            row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(shown, 1, Qt.AlignmentFlag.AlignTop)
            column.addLayout(row)
        self.show_known(None)
        column.addWidget(label(kit, lambda language: language.text(AGAIN, key=_SHOWN_KEY), "muted", wrap=True))
        column.addWidget(self.notice)
        foot = QHBoxLayout()
        foot.addWidget(self.yes)
        foot.addStretch(1)
        foot.addWidget(self.leave)
        column.addLayout(foot)
        self.leave.setFocus()

    def show_known(self, known: "tuple[Surviving, ...] | None") -> None:
        """Name the backups that stay readable; None while they are looked for."""
        self._kit.tongue.bind(self.known, text=partial(say_surviving, known))
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Come up with no more room than the words need."""
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Be as high as the words are at this width: Qt would leave the gaps of a narrower dialog between them."""
        if (rows := self.layout()) is not None and self.isVisible():
            rows.activate()
            self.resize(self.width(), rows.totalHeightForWidth(self.width()))


class Emergency(QObject):
    """`chosen` gives the folder of the store that is open, or that the way in has chosen."""

    nothing = Signal()
    """There is nothing to destroy."""

    def __init__(self, kit: Kit, window: QWidget, chosen: Callable[[], Path | None]) -> None:
        super().__init__(window)
        self._kit, self._window, self._chosen = kit, window, chosen
        self._asked: EmergencyDialog | None = None

    def ask(self) -> None:
        """Ask once, before whatever stands there; the key pressed again is the answer yes."""
        if self._asked is not None:
            self._asked.agreed.emit()
            return
        folder = self._chosen()
        if folder is None or not keyslots.has_keys(folder):
            self.nothing.emit()
            return
        close_popups()
        self._asked = EmergencyDialog(self._kit, folder.stem, QApplication.activeModalWidget() or self._window)
        self._asked.agreed.connect(partial(self._destroy, folder))
        self._asked.finished.connect(self._forget)
        self._asked.destroyed.connect(self._forget)
        self._asked.open()
        Looking(folder, self._asked.show_known, self._asked)

    def _forget(self) -> None:
        self._asked = None

    def _destroy(self, folder: Path) -> None:
        """Nothing waits for the thread of the store: without keys it does not matter what that was writing."""
        try:
            with told(folder, writing=True):
                keyslots.destroy(folder)
        except Refusal as refusal:
            if self._asked is not None:
                self._asked.notice.refuse(refusal)
            return
        for each in QApplication.topLevelWidgets():
            each.hide()
        clipboard.forget()
        for process in multiprocessing.active_children():  # they know what they print
            process.kill()
        end(0)


end = os._exit
"""Ends the process without a last word of anything in it."""
