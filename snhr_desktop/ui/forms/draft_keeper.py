"""Keeps what is typed as a draft in the store, a second after the last key."""

import uuid
from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from snhr_desktop.errors import Refusal
from snhr_desktop.ui.operations import Operations

if TYPE_CHECKING:
    from snhr_desktop.workspace import Workspace

PAUSE = 1_000
"""Milliseconds without a key after which the draft is written."""


def new_key() -> str:
    """The key of a draft of an incident that was never saved."""
    return f"new-{uuid.uuid4().hex}"


class DraftKeeper(QObject):
    """`take` gives what the form holds. Writes of one draft reach the store in order, before any later save."""

    kept = Signal()
    """What was typed is safe in the store."""
    refused = Signal(object)
    """The `Refusal` of a write; what was typed is still in the form, and the next key tries again."""

    def __init__(self, operations: Operations, take: Callable[[], Mapping[str, Any]], parent: QObject) -> None:
        super().__init__(parent)
        self._operations, self._take = operations, take
        self.key = new_key()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._put)
        self._enabled = not operations.info.read_only

    @property
    def waiting(self) -> bool:
        """Whether something typed is not in the store yet."""
        return self._pause.isActive()

    def touch(self) -> None:
        """Something was typed."""
        if self._enabled:
            self._pause.start()

    def flush(self) -> None:
        """Write now what still waits: the form is about to close or to show another entry."""
        if self.waiting:
            self._pause.stop()
            self._put()

    def stop(self) -> None:
        """Write no more: the entry is being saved."""
        self._pause.stop()

    def discard(self) -> None:
        """Forget the draft."""
        self.stop()
        key = self.key
        self._operations.ask(lambda workspace: workspace.discard_draft(key), _nothing, owner=self)

    def _put(self) -> None:
        put = partial(_put, key=self.key, raw=self._take())
        self._operations.ask(put, self._told, self._turned_away, self)

    def _told(self, _: None) -> None:
        if not self.waiting:
            self.kept.emit()

    def _turned_away(self, refusal: Refusal) -> None:
        self.refused.emit(refusal)


def _put(workspace: "Workspace", key: str, raw: Mapping[str, Any]) -> None:
    workspace.put_draft(key, raw)


def _nothing(_: None) -> None:
    """Nothing to show once a draft is gone."""
