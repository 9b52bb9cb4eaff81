"""Offers what was typed and not saved: to be gone on with or discarded, never decided for the person."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from snhr_desktop.i18n import N_, Language
from snhr_desktop.ui.forms.means import Means
from snhr_desktop.ui.forms.offer_row import CONTINUE, DISCARD, Act, OfferRow
from snhr_desktop.ui.style import mark
from snhr_desktop.ui.tongue import Words

if TYPE_CHECKING:
    from snhr_desktop.workspace import Draft

UNSAVED = N_("Unsaved entry of {day}, {time}")
UNSAVED_TITLED = N_("Unsaved entry of {day}, {time}: {title}")
RETURN = N_("Bring it back")
THROWN = N_("What was typed was discarded.")
STRANDED = N_("The entry before could not be kept as a draft. It is still here.")
_MOST = 4


def say_draft(draft: "Draft", language: Language) -> str:
    """When a draft was last written, by the clock of this computer, and its title."""
    at = dt.datetime.fromisoformat(draft.at).astimezone()
    said = {"day": language.date(at.date()), "time": language.clock(at)}
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
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 8, 8)
        column.setSpacing(6)
        self.rows = [OfferRow(means, self) for _ in range(_MOST)]
        for row in self.rows:
            column.addWidget(row)
        self.setProperty("kind", "notice")
        mark(self, tone="told")
        self.hide()

    @property
    def stranded(self) -> bool:
        """Whether something is offered that is kept nowhere else."""
        return bool(self.held())

    def held(self) -> tuple[Mapping[str, Any], ...]:
        """What is offered and kept nowhere else."""
        return tuple(each.raw for each in self._thrown if each.words == STRANDED)

    def offer(self, drafts: "tuple[Draft, ...]") -> None:
        """Offer drafts, the newest first."""
        self._drafts = list(drafts)
        self._show()

    def offer_back(self, raw: Mapping[str, Any], words: Words) -> None:
        """Offer what was just thrown away, or could not be kept."""
        self._thrown.append(_Thrown(raw, words))
        self._show()

    def clear(self) -> None:
        """Another entry is shown: offer nothing but what would be lost."""
        self._drafts = []
        self._thrown = [each for each in self._thrown if each.words == STRANDED]
        self._show()

    def _show(self) -> None:
        offers = [*map(self._offer_thrown, self._thrown), *map(self._offer_draft, self._drafts)]
        for row, offer in zip_longest(self.rows, offers[:_MOST]):
            if offer is None:
                row.hide()
            else:
                row.fill(*offer)
        self.setVisible(bool(offers))

    def _offer_thrown(self, thrown: _Thrown) -> tuple[Words, Sequence[Act]]:
        return thrown.words, ((RETURN, partial(self._return, thrown)),)

    def _offer_draft(self, draft: "Draft") -> tuple[Words, Sequence[Act]]:
        decisions = ((CONTINUE, self.continued), (DISCARD, self.discarded))
        acts = tuple((words, partial(self._decide, draft, signal)) for words, signal in decisions)
        return partial(say_draft, draft), acts

    def _return(self, thrown: _Thrown) -> None:
        self._thrown.remove(thrown)
        self._show()
        self.brought_back.emit(thrown.raw)

    def _decide(self, draft: "Draft", signal: SignalInstance) -> None:
        self._drafts.remove(draft)
        self._show()
        signal.emit(draft)
