"""Offers what was typed and not saved: to be gone on with or discarded, never decided for the person."""

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QWidget

from snhr_desktop.i18n import N_, Language
from snhr_desktop.ui.forms.means import Means
from snhr_desktop.ui.style import mark
from snhr_desktop.ui.tongue import Words
from snhr_desktop.ui.widgets import button, label

if TYPE_CHECKING:
    from snhr_desktop.workspace import Draft

UNSAVED = N_("Unsaved entry of {day}, {time}")
UNSAVED_TITLED = N_("Unsaved entry of {day}, {time}: {title}")
CONTINUE, DISCARD = N_("Continue the entry"), N_("Discard the draft")
THROWN = N_("What was typed was discarded.")
STRANDED = N_("The entry before could not be kept as a draft. It is still here.")
_MOST = 3


def say_draft(draft: "Draft", language: Language) -> str:
    """When a draft was last written, by the clock of this computer, and its title."""
    at = dt.datetime.fromisoformat(draft.at).astimezone()
    said = {"day": language.date(at.date()), "time": f"{at:%H:%M}"}
    return language.text(UNSAVED_TITLED, title=draft.title, **said) if draft.title else language.text(UNSAVED, **said)


class DraftOffer(QFrame):
    """Hidden while there is nothing to offer. The latest few drafts; the others come up when these are dealt with."""

    continued = Signal(object)
    """The `Draft` to go on with."""
    discarded = Signal(object)
    """The `Draft` to forget."""
    brought_back = Signal(object)
    """What was thrown away and is wanted after all."""

    def __init__(self, means: Means, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._means = means
        self._drafts: list[Draft] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(12, 8, 8, 8)
        self._grid.setColumnStretch(0, 1)
        self.setProperty("kind", "notice")
        mark(self, tone="told")
        self.hide()

    def offer(self, drafts: "tuple[Draft, ...]") -> None:
        """Offer drafts, the newest first."""
        self._drafts = list(drafts)
        self._rebuild()

    def offer_back(self, raw: Mapping[str, Any], words: Words) -> None:
        """Offer what was just thrown away, or could not be kept."""
        self._drafts = []
        self._rebuild()
        made = button(self._means.kit, N_("Bring it back"), "undo-2")
        made.clicked.connect(lambda: self._return(raw))
        self._grid.addWidget(label(self._means.kit, words, wrap=True), 0, 0)
        self._grid.addWidget(made, 0, 1)
        self.show()

    def _return(self, raw: Mapping[str, Any]) -> None:
        self._rebuild()
        self.brought_back.emit(raw)

    def _rebuild(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for row, draft in enumerate(self._drafts[:_MOST]):
            self._add(row, draft)
        self.setVisible(bool(self._drafts))

    def _add(self, row: int, draft: "Draft") -> None:
        kit = self._means.kit

        def said(language: Language) -> str:
            return say_draft(draft, language)

        self._grid.addWidget(label(kit, said, "text", wrap=True), row, 0)
        acts: tuple[tuple[Words, SignalInstance], ...] = ((CONTINUE, self.continued), (DISCARD, self.discarded))
        for column, (words, signal) in enumerate(acts, 1):
            made: QPushButton = button(kit, words)
            made.clicked.connect(lambda _=False, signal=signal: self._decide(draft, signal))
            self._grid.addWidget(made, row, column)

    def _decide(self, draft: "Draft", signal: SignalInstance) -> None:
        self._drafts.remove(draft)
        self._rebuild()
        signal.emit(draft)
