"""What of the queue is shown: by status, with how many there are of each, and by what is new or missing."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from snhr_desktop.domain.steps import WAITING
from snhr_desktop.domain.vocabularies import label, vocabulary
from snhr_desktop.i18n import N_, Language, Message
from snhr_desktop.store.queue import OTHERWISE
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.tongue import Words
from snhr_desktop.ui.widgets import ChoiceBox
from snhr_desktop.workspace import QueueQuery

ALL_WAITING = N_("All that waits ({n})")
EVERY_STATUS = N_("Every status")
OF_STATUS = N_("{status} ({n})")
ONLY: Mapping[str, Message] = {
    "": N_("All of these"),
    "changed": N_("Changed since I looked"),
    "unseen": N_("Not looked at by me"),
    "missing": N_("With open checks"),
    "complete": N_("With nothing missing"),
    OTHERWISE: N_("Where a file says otherwise"),
}


class QueueBar(QWidget):
    """`changed` when a person chose otherwise."""

    changed = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: Mapping[str, int] = {}
        self.only = ChoiceBox(kit, N_("Which of these"), ONLY.items())
        self.status = ChoiceBox(kit, N_("Which status"), self._statuses())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for box in (self.status, self.only):
            row.addWidget(box, 1)
            box.chosen.connect(lambda _: self.changed.emit())
        self.only.chosen.connect(lambda _: self.status.offer(self._statuses()))

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Say how many incidents have each status."""
        self._counts = counts
        self.status.offer(self._statuses())

    def narrow(self, query: QueueQuery) -> QueueQuery:
        """The query with what is chosen. What a file says otherwise waits for an answer whatever the status."""
        code, only = self.status.code(), self.only.code()
        every = tuple(vocabulary("status")) if only == OTHERWISE else WAITING
        return replace(query, statuses=(code,) if code else every, only=only)

    def _statuses(self) -> list[tuple[str, Words]]:
        return [("", partial(self._say, "")), *((code, partial(self._say, code)) for code in vocabulary("status"))]

    def _say(self, code: str, language: Language) -> str:
        if code:
            number = language.number(self._counts.get(code, 0))
            return language.text(OF_STATUS, status=label("status", code, language), n=number)
        if self.only.code() == OTHERWISE:
            return language.text(EVERY_STATUS)
        return language.text(ALL_WAITING, n=language.number(sum(self._counts.get(code, 0) for code in WAITING)))
