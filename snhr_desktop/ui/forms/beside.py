"""Sees whether another window has the same record open, says so, and keeps the drafts of the two apart."""

import datetime as dt
import uuid
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from snhr_desktop.i18n import N_, Language
from snhr_desktop.ui.operations import Operations
from snhr_desktop.ui.tongue import Words

if TYPE_CHECKING:
    from snhr_desktop.workspace import Editing

SAY_AGAIN = 30_000
"""Milliseconds after which a window says again that it has a record open."""
_APART = "~"
_NEW = ("new-", "case-")
"""What the key of a draft begins with whose incident or case was never saved."""
ALSO_OPEN = N_(
    "Another window has this record open since {time}. Whichever saves first stands; the other is told, and what was "
    "typed there is kept as a draft."
)
ALSO_OPEN_BY = N_(
    "{actor} has this record open in another window since {time}. Whichever saves first stands; the other is told, "
    "and what was typed there is kept as a draft."
)


def record_of(key: str) -> str:
    """The incident or case that a draft belongs to, by the draft's key; blank where it was never saved."""
    return "" if key.startswith(_NEW) else key.partition(_APART)[0]


class Beside(QObject):
    """For one form. `window` tells this form from every other, in this program and in others."""

    met = Signal(str)
    """Another window has the record open too: the key under which the draft of this one is kept from now on."""
    told = Signal(object)
    """Words for a person, or None once no other window has it open."""

    def __init__(self, operations: Operations, parent: QObject) -> None:
        super().__init__(parent)
        self._operations = operations
        self._window, self._uid, self._met = uuid.uuid4().hex, "", False
        self._again = QTimer(self, interval=SAY_AGAIN)
        self._again.timeout.connect(self._hold)

    def open(self, uid: str) -> None:
        """The form holds this record now; blank for one that was never saved."""
        if uid == self._uid:
            return
        self.close()
        self._uid, self._met = uid, False
        if uid and not self._operations.info.read_only:
            self._again.start()
            self._hold()

    def close(self) -> None:
        """The form holds it no more."""
        uid, window = self._uid, self._window
        self._again.stop()
        self._uid = ""
        if uid and not self._operations.info.read_only:
            self._operations.ask(lambda workspace: workspace.let_go(uid, window), lambda _: None, lambda _: None)

    def _hold(self) -> None:
        uid, window = self._uid, self._window
        self._operations.ask(
            lambda workspace: workspace.hold(uid, window),
            lambda others: self._hear(uid, others),
            lambda _: None,  # a disk that is full is told by the draft
            self,
        )

    def _hear(self, uid: str, others: "tuple[Editing, ...]") -> None:
        if uid != self._uid:
            return
        if others and not self._met:
            self.met.emit(f"{uid}{_APART}{self._window[:8]}")
        if others or self._met:
            self.told.emit(_words(others[0]) if others else None)
        self._met = bool(others)


def _words(other: "Editing") -> Words:
    at = dt.datetime.fromisoformat(other.since).astimezone()

    def say(language: Language) -> str:
        if other.actor:
            return language.text(ALSO_OPEN_BY, actor=language.isolate(other.actor), time=f"{at:%H:%M}")
        return language.text(ALSO_OPEN, time=f"{at:%H:%M}")

    return say
