"""What of the queue is shown: by status, with how many there are of each, and by what is new or missing."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from snhr_desktop.domain.steps import WAITING
from snhr_desktop.domain.vocabularies import label, vocabulary
from snhr_desktop.i18n import N_, Language, Message
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.tongue import Words
from snhr_desktop.ui.widgets import ChoiceBox
from snhr_desktop.workspace import QueueQuery

ALL_WAITING = N_("All that waits ({n})")
OF_STATUS = N_("{status} ({n})")
ONLY: Mapping[str, Message] = {
    "": N_("All of these"),
    "changed": N_("Changed since I looked"),
    "unseen": N_("Not looked at by me"),
    "missing": N_("With open checks"),
    "complete": N_("With nothing missing"),
}


class QueueBar(QWidget):
    """`changed` when a person chose otherwise."""

    changed = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: Mapping[str, int] = {}
        self.status = ChoiceBox(kit, N_("Which status"), self._statuses())
        self.only = ChoiceBox(kit, N_("Which of these"), ONLY.items())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for box in (self.status, self.only):
            row.addWidget(box, 1)
            box.chosen.connect(lambda _: self.changed.emit())

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Say how many incidents have each status."""
        self._counts = counts
        self.status.offer(self._statuses())

    def narrow(self, query: QueueQuery) -> QueueQuery:
        """The query with what is chosen."""
        code = self.status.code()
        return replace(query, statuses=(code,) if code else WAITING, only=self.only.code())

    def _statuses(self) -> list[tuple[str, Words]]:
        return [("", partial(self._say, "")), *((code, partial(self._say, code)) for code in vocabulary("status"))]

    def _say(self, code: str, language: Language) -> str:
        if code:
            number = language.number(self._counts.get(code, 0))
            return language.text(OF_STATUS, status=label("status", code, language), n=number)
        return language.text(ALL_WAITING, n=language.number(sum(self._counts.get(code, 0) for code in WAITING)))
