"""Offers what was typed and not saved: to be gone on with or discarded, never decided for the person."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

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
RETURN = N_("Bring it back")
THROWN = N_("What was typed was discarded.")
STRANDED = N_("The entry before could not be kept as a draft. It is still here.")
_MOST = 3


def say_draft(draft: "Draft", language: Language) -> str:
    """When a draft was last written, by the clock of this computer, and its title."""
    at = dt.datetime.fromisoformat(draft.at).astimezone()
    said = {"day": language.date(at.date()), "time": f"{at:%H:%M}"}
    return language.text(UNSAVED_TITLED, title=draft.title, **said) if draft.title else language.text(UNSAVED, **said)


@dataclass(frozen=True)
class _Thrown:
    """What is in the form no more: thrown away (until the next entry), or not to be kept (until taken)."""

    raw: Mapping[str, Any]
    words: Words


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
        self._thrown: list[_Thrown] = []
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
        self._thrown.append(_Thrown(raw, words))
        self._rebuild()

    def clear(self) -> None:
        """Another entry is shown: offer nothing but what would be lost."""
        self._drafts = []
        self._thrown = [each for each in self._thrown if each.words == STRANDED]
        self._rebuild()

    def _rebuild(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for thrown in self._thrown:
            self._add(thrown.words, ((RETURN, partial(self._return, thrown)),))
        for draft in self._drafts[:_MOST]:
            acts = ((CONTINUE, self.continued), (DISCARD, self.discarded))
            decisions = tuple((words, partial(self._decide, draft, signal)) for words, signal in acts)
            self._add(partial(say_draft, draft), decisions)
        self.setVisible(bool(self._thrown or self._drafts))

    def _add(self, words: Words, acts: Sequence[tuple[Words, Callable[[], None]]]) -> None:
        row = self._grid.rowCount()
        self._grid.addWidget(label(self._means.kit, words, "text", wrap=True), row, 0)
        for column, (act_words, act) in enumerate(acts, 1):
            made = button(self._means.kit, act_words)
            # a button hands on whether it is checked, which no act asks for
            made.clicked.connect(lambda _=False, act=act: act())
            self._grid.addWidget(made, row, column)

    def _return(self, thrown: _Thrown) -> None:
        self._thrown.remove(thrown)
        self._rebuild()
        self.brought_back.emit(thrown.raw)

    def _decide(self, draft: "Draft", signal: SignalInstance) -> None:
        self._drafts.remove(draft)
        self._rebuild()
        signal.emit(draft)
