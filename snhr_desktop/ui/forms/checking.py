"""Reviews the entry a moment after each key, and shows what was found beside its fields."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from snhr_desktop.ui.forms.entry_kind import Body

PAUSE = 150
"""Milliseconds without a key after which the entry is reviewed."""


class Checking(QObject):
    """`review` reviews a raw entry as it is to be saved with a status, blank for the one it says.

    `aim` is the status the entry was tried to be saved with, `tried` whether a save was tried at all.
    """

    reviewed = Signal(object)
    """What was found."""

    def __init__(self, body: Body, review: Callable[[Mapping[str, Any], str], Any], parent: QObject) -> None:
        super().__init__(parent)
        self._body, self._review = body, review
        self.aim, self.tried = "", False
        self.latest: Any = review(body.raw(), "")
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.review)
        body.edited.connect(self._pause.start)
        body.left.connect(self._pause.start)

    def begin(self) -> None:
        """Another entry is shown: nothing was tried with it yet."""
        self.aim, self.tried = "", False
        self.review()

    def attempt(self, aim: str) -> Any:
        """A save is tried: from now on every error is said beside its field."""
        self.aim, self.tried = aim, True
        return self.review()

    def review(self) -> Any:
        """Review now."""
        self._pause.stop()
        self.latest = self._review(self._body.raw(), self.aim)
        self._body.show_problems(self.latest.errors, self.tried)
        self.reviewed.emit(self.latest)
        return self.latest
