"""Sees whether another window has the same record open, says so, and keeps the drafts of the two apart."""

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from snhr_desktop.i18n import N_, Language
from snhr_desktop.store.drafts import APART, NEW, belongs_to
from snhr_desktop.ui.operations import Operations
from snhr_desktop.ui.tongue import Words
from snhr_desktop.ui.trying_again import TryingAgain

if TYPE_CHECKING:
    from snhr_desktop.workspace import Editing

SAY_AGAIN = 30_000
"""Milliseconds after which a window says again that it has a record open."""
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
    return "" if key.startswith(NEW) else belongs_to(key)[0]


class Beside(QObject):
    """For one form; a window has one of each kind."""

    met = Signal(str)
    """Another window had the record open before: the key under which the draft of this one is kept from now on."""
    told = Signal(object)
    """Words for a person, or None once no other window has it open."""

    def __init__(self, operations: Operations, parent: QObject) -> None:
        super().__init__(parent)
        self._operations = operations
        self._window, self._key, self._met = operations.window, "", False
        self._again = QTimer(self, interval=SAY_AGAIN)
        self._again.timeout.connect(self._hold)
        self._refused = TryingAgain(self._hold, self)

    def open(self, key: str) -> None:
        """The form holds the entry of a draft's key now; one that was never saved is nobody's before it is typed in."""
        if _record(key) == self._uid:
            return
        self.close()
        self._key, self._met = key, False
        if record_of(key):
            self.begin()

    def begin(self) -> None:
        """Something was typed, or is there to be changed: say so to the others, and hear of them."""
        if self._uid and not self._again.isActive() and not self._operations.info.read_only:
            self._again.start()
            self._hold()

    def close(self) -> None:
        """The form holds it no more."""
        uid, window, held = self._uid, self._window, self._again.isActive()
        self._again.stop()
        self._refused.done()
        self._key = ""
        if held:
            self._operations.ask(lambda workspace: workspace.let_go(uid, window), lambda _: None, lambda _: None)

    @property
    def _uid(self) -> str:
        return _record(self._key)

    def _hold(self) -> None:
        uid, window = self._uid, self._window
        self._refused.stop()
        self._operations.ask(
            lambda workspace: workspace.hold(uid, window),
            lambda others: self._hear(uid, others),
            lambda _: self._turned_away(uid),
            self,
        )

    def _turned_away(self, uid: str) -> None:
        """The disk is full or the store is busy, which the draft tells: the others are to hear of it all the same."""
        if uid == self._uid:
            self._refused.later()

    def _hear(self, uid: str, others: "tuple[Editing, ...]") -> None:
        if uid != self._uid:
            return
        self._refused.done()
        if not self._met and any(other.first for other in others):
            self.met.emit(f"{self._key.partition(APART)[0]}{APART}{self._window[:8]}")
        if others or self._met:
            self.told.emit(_words(others[0]) if others else None)
        self._met = bool(others)


def _record(key: str) -> str:
    return belongs_to(key)[0] if key else ""


def _words(other: "Editing") -> Words:
    at = dt.datetime.fromisoformat(other.since).astimezone()

    def say(language: Language) -> str:
        if other.actor:
            return language.text(ALSO_OPEN_BY, actor=language.isolate(other.actor), time=language.clock(at))
        return language.text(ALSO_OPEN, time=language.clock(at))

    return say
