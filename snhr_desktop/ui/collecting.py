"""Garbage is collected on the thread of the window alone.

Python collects wherever something is made when it is due: also on the store's thread, in the midst of an import. A
window that was left then is a circle of widgets and the functions that serve them; taken down on another thread, its
parts are handed back to the window's thread one by one, some of them twice, and the program dies with what was typed.
"""

from __future__ import annotations

import gc
import time

from PySide6.QtCore import QObject, QTimer

_OLD = 2
"""The oldest of Python's three generations: everything that lives."""
_EVERY = 250
"""How often is looked at what is due, ms."""
_WHOLE_AFTER = 10.0
"""How long after looking at everything that lives it is looked at again at the earliest, s; that takes a moment."""


class Collector(QObject):
    """Takes over from Python's own collecting, for as long as the program runs; made on the window's thread."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._looked = time.monotonic()
        gc.freeze()  # what was imported by now stays, and need not be looked at again
        gc.disable()
        timer = QTimer(self, interval=_EVERY)
        timer.timeout.connect(self.collect)
        timer.start()

    def collect(self) -> None:
        """Collect what is due by Python's own measure of how much was made."""
        due = [
            age for age, (made, most) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True)) if made > most
        ]
        if not due:
            return
        whole = _OLD in due and time.monotonic() - self._looked >= _WHOLE_AFTER
        gc.collect(_OLD if whole else min(max(due), _OLD - 1))
        if whole:
            self._looked = time.monotonic()
