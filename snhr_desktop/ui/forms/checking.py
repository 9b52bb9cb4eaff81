"""Reviews the entry a moment after each key, and shows what was found beside the form and beside its fields."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from snhr_desktop.domain.places import Gazetteer
from snhr_desktop.domain.records import Period, PeriodFile
from snhr_desktop.ui.forms.entry_body import EntryBody
from snhr_desktop.ui.forms.review import EMPTY, Review, review

PAUSE = 150
"""Milliseconds without a key after which the entry is reviewed."""


class Checking(QObject):
    """`aim` is the status the entry was tried to be saved with, `tried` whether a save was tried at all."""

    reviewed = Signal(object)
    """The new `Review`."""

    def __init__(self, body: EntryBody, places: Gazetteer, parent: QObject) -> None:
        super().__init__(parent)
        self._body, self._places = body, places
        self.latest: Review = EMPTY
        self.aim = ""
        self.tried = False
        self._periods: tuple[Period, ...] = ()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.review)
        body.edited.connect(self._pause.start)
        body.left.connect(self._pause.start)

    def know_periods(self, files: Sequence[PeriodFile]) -> None:
        """The periods of the office, whose bounds a date may lie beside."""
        self._periods = tuple(file.period for file in files)
        self.review()

    def begin(self) -> None:
        """Another entry is shown: nothing was tried with it yet."""
        self.aim, self.tried = "", False
        self.review()

    def attempt(self, aim: str) -> Review:
        """A save is tried: from now on every error is said beside its field."""
        self.aim, self.tried = aim, True
        return self.review()

    def review(self) -> Review:
        """Review now."""
        self._pause.stop()
        self.latest = review(self._body.raw(), self._places, self.aim, self._periods)
        self._body.show_problems(self.latest.errors, self.tried)
        self._body.massacre.show_dossier(self.latest.dossier)
        self.reviewed.emit(self.latest)
        return self.latest

    def shown_sections(self) -> set[int]:
        """The sections that hold an error which is said beside its field."""
        return {self._body.section_with(problem) for problem in self.latest.errors} if self.tried else set()
