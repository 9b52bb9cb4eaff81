"""Acts done one after the other, each in a turn of the event loop of its own: keys typed meanwhile are not held up."""

from collections import deque
from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer


class Turns(QObject):
    """Forgets what is left of earlier acts as soon as it is given others."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._acts: deque[Callable[[], object]] = deque()
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._act)

    def take(self, acts: Iterable[Callable[[], object]]) -> None:
        """Begin with the first of these in the next turn."""
        self._acts = deque(acts)
        self._next.start()

    def finish(self) -> None:
        """Do all that are left now."""
        while self._acts:
            self._acts.popleft()()

    def _act(self) -> None:
        if self._acts:
            self._acts.popleft()()
        if self._acts:
            self._next.start()
