"""Keeps what is typed as a draft in the store, a second after it was typed at the latest."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from snhr_desktop.errors import Refusal
from snhr_desktop.ui.operations import Operations
from snhr_desktop.ui.rights import may_write
from snhr_desktop.ui.trying_again import TryingAgain

PAUSE = 1_000
"""Milliseconds after the first key that is not in the draft yet: who types without a pause is kept up with too."""


class DraftKeeper(QObject):
    """`take` gives what the form holds. Writes of one draft reach the store in order, before any later save."""

    kept = Signal()
    """What was typed is safe in the store."""
    refused = Signal(object)
    """The `Refusal` of a write; what was typed still waits in the form, and is tried again by itself."""
    stranded = Signal(object, object)
    """A raw mapping that is no longer in the form and could not be written either, and the `Refusal`."""

    def __init__(self, operations: Operations, take: Callable[[], Mapping[str, Any]], parent: QObject) -> None:
        super().__init__(parent)
        self._operations, self._take = operations, take
        self.key = ""
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._put)
        self._again = TryingAgain(self._retry, self)
        self._enabled = may_write(operations)
        self._held = self._typed = False
        self._writes = 0

    @property
    def waiting(self) -> bool:
        """Whether something typed is not in the store yet."""
        return self._typed

    @property
    def unsure(self) -> bool:
        """Whether something typed is not known to be in the store: it waits, or is being written."""
        return self._typed or self._writes > 0

    def touch(self) -> None:
        """Something was typed."""
        if self._enabled:
            self._typed = True
            if not (self._held or self._pause.isActive()):
                self._pause.start()

    def flush(self) -> None:
        """Write now what still waits: the form is about to save, to close or to show another entry."""
        if self._typed:
            self._put()

    def hold(self) -> None:
        """A save is under way: what is typed meanwhile waits for the identity the save gives."""
        self._held = True

    def release(self) -> None:
        """The save is over."""
        self._held = False
        if self._typed:
            self._pause.start()

    def discard(self) -> None:
        """Forget the draft."""
        self._settle()
        self._again.done()
        key = self.key
        if self._enabled:
            self._operations.ask(lambda workspace: workspace.discard_draft(key), _nothing, owner=self)

    def _retry(self) -> None:
        if not self._held:  # the end of a save writes by itself
            self.flush()

    def _put(self) -> None:
        self._settle()
        key, raw = self.key, self._take()
        self._writes += 1
        self._operations.ask(
            lambda workspace: workspace.put_draft(key, raw),
            lambda _: self._told(key),
            lambda refusal: self._turned_away(refusal, key, raw),
            self,
        )

    def _settle(self) -> None:
        self._pause.stop()
        self._again.stop()
        self._typed = False

    def _told(self, key: str) -> None:
        self._writes -= 1
        self._again.done()
        if key == self.key and not self._typed:
            self.kept.emit()

    def _turned_away(self, refusal: Refusal, key: str, raw: Mapping[str, Any]) -> None:
        self._writes -= 1
        if key == self.key:
            self._typed = True
            self._again.later()
            self.refused.emit(refusal)
        else:
            self.stranded.emit(raw, refusal)


def _nothing(_: None) -> None:
    """Nothing to show once a draft is gone."""
