"""Tries again what the world refused for now: a disk that is full, another window that is at the store."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

FIRST, LONGEST = 2_000, 30_000
"""Milliseconds before the first new try, and between the later ones at most: each pause is twice the one before."""


class TryingAgain:
    """One act, tried until it is no longer refused."""

    def __init__(self, act: Callable[[], None], parent: QObject) -> None:
        self._timer = QTimer(parent, singleShot=True)
        self._timer.timeout.connect(act)
        self._pause = FIRST

    @property
    def waits(self) -> bool:
        """Whether a try is to come."""
        return self._timer.isActive()

    def later(self) -> None:
        """It was refused: try again after a pause."""
        self._timer.start(self._pause)
        self._pause = min(2 * self._pause, LONGEST)

    def stop(self) -> None:
        """It is tried now; whether that helps is not known yet."""
        self._timer.stop()

    def done(self) -> None:
        """It was taken: the next refusal begins with a short pause."""
        self._timer.stop()
        self._pause = FIRST
