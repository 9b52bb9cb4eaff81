"""Tells when nobody has touched the application for so long that the store is to be locked, and warns before."""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from snhr_desktop.ui.locking.inputs import Inputs
from snhr_desktop.ui.locking.slept import Slept

WARNING = 30.0
"""Seconds of warning; any input ends it."""
BEAT = 10_000
"""Milliseconds between two looks whether the computer slept, and for windows that came."""


class Idle(QObject):
    """Watches from `watch` to `rest`. Nothing wakes the machine at each key: only the moment of the last is kept."""

    due = Signal()
    """Lock now: nobody was there for the time set, or the computer slept."""
    counting = Signal(int)
    """Seconds left, each second of the warning."""
    called_off = Signal()
    """Somebody is there after all."""

    def __init__(
        self, inputs: Inputs, minutes: int, parent: QObject, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(parent)
        self._inputs, self._clock, self._slept = inputs, clock, Slept()
        self._limit, self._last, self._warning = 60.0 * minutes, clock(), False
        self._next = QTimer(self, singleShot=True, timerType=Qt.TimerType.CoarseTimer)
        self._next.timeout.connect(self._look)
        self._beat = QTimer(self, interval=BEAT, timerType=Qt.TimerType.VeryCoarseTimer)
        self._beat.timeout.connect(self._look_about)
        inputs.stirred.connect(self._stir)
        inputs.shown.connect(self._look_about)

    def set_minutes(self, minutes: int) -> None:
        """Wait so long from now on."""
        self._limit = 60.0 * minutes
        if self._beat.isActive():
            self._stir()
            self._look()

    def watch(self) -> None:
        """A store is open."""
        self._slept()
        self._last = self._clock()
        self._beat.start()
        self._inputs.adopt()
        self._look()

    def watches(self) -> bool:
        """Whether it does."""
        return self._beat.isActive()

    def rest(self) -> None:
        """No store is open."""
        self._beat.stop()
        self._next.stop()
        self._call_off()

    def _stir(self) -> None:
        if self._beat.isActive() and not self._woke():
            self._last = self._clock()
            self._call_off()

    def _look_about(self) -> None:
        if self._beat.isActive() and not self._woke():
            self._inputs.adopt()

    def _woke(self) -> bool:
        slept = self._slept()
        if slept:
            self.due.emit()
        return slept

    def _call_off(self) -> None:
        if self._warning:
            self._warning = False
            self.called_off.emit()
            if self._beat.isActive():
                self._look()

    def _look(self) -> None:
        """Count, or look again when there will be something to count."""
        left = self._limit - (self._clock() - self._last)
        if left <= 0:
            self.due.emit()
        elif left <= WARNING:
            self._warning = True
            self._inputs.adopt()
            self.counting.emit(max(1, round(left)))
            self._next.start(int(1000 * min(1.0, left)) + 1)
        else:
            self._next.start(int(1000 * (left - WARNING)) + 1)
