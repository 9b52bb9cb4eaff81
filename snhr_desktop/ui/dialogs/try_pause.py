"""The pause after a wrong passphrase, counted down where the next one is typed."""

import math
import time
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from snhr_desktop.i18n import NP_, Language
from snhr_desktop.store.attempts import attempts

WAIT = NP_("Try again in {n} second", "Try again in {n} seconds")


class TryPause(QObject):
    """Reads what the store's folder keeps of wrong tries, so that closing the program does not end the pause."""

    left = Signal(int)
    """Seconds until the next try, each second; 0 once it may be tried."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._folder: Path | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._look)

    @property
    def lasts(self) -> bool:
        """Whether it is too soon."""
        return self._timer.isActive()

    def look(self, folder: Path | None) -> None:
        """Begin to count where this folder asks for it."""
        self._folder = folder
        self._look()

    def _look(self) -> None:
        wait = attempts(self._folder).wait(time.time()) if self._folder else 0.0
        if wait > 0:
            self._timer.start(max(20, int(1000 * (wait % 1 or 1))))
        else:
            self._timer.stop()
        self.left.emit(math.ceil(wait))


def say_wait(seconds: int, language: Language) -> str:
    """What stands on a button while it cannot be pressed."""
    return language.plural(WAIT, seconds)
