"""Lets the text cursor stand still when nobody is there: its blinking alone would wake the machine twice a second."""

import time

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from snhr_desktop.ui.locking.inputs import Inputs

AFTER = 15.0
"""Seconds without input."""


class Still(QObject):
    """It blinks again with the next input. Nothing is done at each key but to keep the moment."""

    def __init__(self, inputs: Inputs, parent: QObject) -> None:
        super().__init__(parent)
        self._usual, self._last, self._stands = QApplication.cursorFlashTime(), time.monotonic(), False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._look)
        inputs.stirred.connect(self._stir)
        inputs.shown.connect(self._stir)
        self._timer.start(int(1000 * AFTER))

    def _stir(self) -> None:
        self._last = time.monotonic()
        if self._stands:
            self._stands = False
            QApplication.setCursorFlashTime(self._usual)
            self._timer.start(int(1000 * AFTER))

    def _look(self) -> None:
        left = AFTER - (time.monotonic() - self._last)
        if left > 0:
            self._timer.start(int(1000 * left) + 1)
        else:
            self._stands = True
            QApplication.setCursorFlashTime(0)
