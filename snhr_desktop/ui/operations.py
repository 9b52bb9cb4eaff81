"""One worker thread owns the open store; pages ask it and are answered on the thread of the window.

    operations.ask(lambda workspace: workspace.periods(), then=self._show, owner=self)
    operations.change(lambda workspace: workspace.save(dossier), then=self._saved, failed=self._refused, owner=self)

A refusal of the world goes to `failed`, or else to the window's notice. Any other exception is a bug: it is raised
again here, on the window's thread, where it reaches `sys.excepthook`; `failed` is told `Unfinished` first, so that
nobody waits for ever.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal

from snhr_desktop.errors import DiskFull, Refusal
from snhr_desktop.i18n import N_

if TYPE_CHECKING:
    from snhr_desktop.domain.rights import Right
    from snhr_desktop.store.place_packs import Boundaries
    from snhr_desktop.workspace import Changes, StoreInfo, User, Workspace

Result = TypeVar("Result")


class Unfinished(Refusal):
    """Stands for a bug where a refusal is awaited; the bug itself is told by the excepthook."""

    said = N_("The program made a mistake, and this step was not finished.")


class HasChanges(Protocol):
    """What a change returns: something that says what it touched."""

    @property
    def changes(self) -> Changes:
        """The record types and records touched."""


Changed = TypeVar("Changed", bound=HasChanges)


def _nothing(*_: object) -> None:
    """What is left of a question that was answered."""


@dataclass(eq=False)
class _Question:
    """One thing asked of the worker, and whom to answer."""

    work: Callable[[], Any]
    then: Callable[[Any], None]
    failed: Callable[[Refusal], None] | None
    owner: QObject | None
    key: str
    turn: int
    result: Any = None
    error: BaseException | None = None

    def wanted(self) -> bool:
        """Whether the one who asked is still there."""
        return self.owner is None or shiboken6.isValid(self.owner)

    def forget(self) -> None:
        """Let go who asked, on their own thread: let go last by the worker, their windows would be destroyed there."""
        self.work = self.then = _nothing
        self.failed = self.owner = self.result = self.error = None


class Worker(QObject):
    """The one thread that may touch a store; it outlives the stores opened and closed on it."""

    refused = Signal(object)
    """A `Refusal` nobody else took; the window tells it."""
    full = Signal()
    """A write found no room on the disk; whoever asked for it is told by their own refusal, after this."""
    busy = Signal(bool)
    """True when something is being worked on, False when all is answered."""
    _answered = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="store")
        self._turns: dict[str, int] = {}
        self._open, self._closed, self._hurried = 0, False, False
        self._waiting: deque[_Question] = deque()
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[], Result],
        then: Callable[[Result], None],
        failed: Callable[[Refusal], None] | None = None,
        owner: QObject | None = None,
        key: str = "",
    ) -> None:
        """Do the work on the store's thread and hand its result to `then` on this one.

        Nothing is delivered once `owner` is gone, and nothing is done any more after `close`: pages outlive it by a
        moment, with timers that still ask. Of several questions with one `key` only the latest is answered,
        and those still waiting are not even worked on: for search as you type.
        """
        if self._closed:
            return
        turn = self._turns[key] = self._turns.get(key, 0) + 1
        question = _Question(work, then, failed, owner, key, turn)
        self._open += 1
        if self._open == 1:
            self.busy.emit(True)
        self._waiting.append(question)
        self._pool.submit(self._work_next)

    def give_way(self) -> None:
        """Work on whatever else was asked meanwhile; for long work on the store's thread, between two of its steps.

        Nothing of the store may be held open then: what is worked on may save.
        """
        while self._waiting:
            self._work_next()

    @property
    def hurried(self) -> bool:
        """Whether the window waits for the thread to be done: long work stops where it can."""
        return self._hurried or self._closed

    @property
    def ended(self) -> bool:
        """Whether the program ends."""
        return self._closed

    def is_awaited(self) -> bool:
        """Whether something waits for what is worked on now; safe on any thread."""
        return self._open > 1

    def settle(self) -> None:
        """Wait for what was asked and answer it now; for the last moment before a store is closed."""
        self._hurried = True
        try:
            while self._open:
                self._pool.submit(lambda: None).result()
                QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall.value)
        finally:
            self._hurried = False

    def close(self, last: Callable[[], None] | None = None) -> None:
        """Finish what was asked, do one last thing (close the store) and end the thread."""
        self._closed = True
        future: Future[None] | None = self._pool.submit(last) if last else None
        self._pool.shutdown(wait=True)
        if future:
            future.result()

    def _work_next(self) -> None:
        """Work on the question that waits longest; one that was worked on while another gave way is gone."""
        if self._waiting:  # no other thread takes from it
            self._work(self._waiting.popleft())

    def _work(self, question: _Question) -> None:
        if self._latest(question):
            try:
                question.result = question.work()
            except BaseException as error:  # raised again on the window's thread
                question.error = error
        self._answered.emit(question)

    def _latest(self, question: _Question) -> bool:
        return not question.key or self._turns[question.key] == question.turn

    def _deliver(self, question: _Question) -> None:
        self._open -= 1
        if self._open == 0:
            self.busy.emit(False)
        try:
            self._answer(question)
        finally:
            question.forget()

    def _answer(self, question: _Question) -> None:
        error = question.error
        bug = error is not None and not isinstance(error, Refusal)
        if isinstance(error, DiskFull):
            self.full.emit()
        if question.wanted() and self._latest(question):
            if error is None:
                question.then(question.result)
            elif question.failed is not None:
                question.failed(error if isinstance(error, Refusal) else Unfinished())
            elif not bug:
                self.refused.emit(error)
        if error is not None and bug:
            raise error


class Operations(QObject):
    """An open store as the window sees it: ask, change, and hear of changes."""

    changed = Signal(object)
    """`Changes`: the record types and records a save touched, wherever it was made."""

    def __init__(self, worker: Worker, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self._workspace = workspace
        self._left = False
        self.worker = worker
        self.window = workspace.window
        self.gazetteer = workspace.gazetteer
        """Read-only values of the store, safe on any thread, as is `info`."""

    @property
    def info(self) -> StoreInfo:
        """What the store says about itself: one that met damage is open for reading alone from then on."""
        return self._workspace.info

    @property
    def boundaries(self) -> Boundaries:
        """What maps are drawn with: that of the packs taken in last."""
        return self._workspace.boundaries

    @property
    def user(self) -> User:
        """Who works here, as far as is known without asking the store."""
        return self._workspace.user

    @property
    def typist(self) -> str:
        """Under whom what is typed is kept."""
        return self._workspace.typist

    def may(self, right: Right) -> bool:
        """Whether whoever works here has a right; the store itself refuses what they have not."""
        return self._workspace.may(right)

    def ask(
        self,
        question: Callable[[Workspace], Result],
        then: Callable[[Result], None],
        failed: Callable[[Refusal], None] | None = None,
        owner: QObject | None = None,
        key: str = "",
    ) -> None:
        """Read something. See `Worker.run` for `owner` and `key`."""
        if not self._left:
            self._worker.run(partial(self._asked, question), then, failed, owner, key)

    def _asked(self, question: Callable[[Workspace], Result]) -> Result:
        try:
            return question(self._workspace)
        finally:
            with suppress(Refusal):  # where nothing at all can be read, the next question is refused too
                self._workspace.read_on()

    def are_awaited(self) -> bool:
        """Whether something waits for what is worked on now: long work that can wait asks this and gives way."""
        return self._worker.is_awaited()

    def give_way(self) -> None:
        """Let what was asked meanwhile be worked on; see `Worker.give_way`."""
        self._worker.give_way()

    @property
    def hurried(self) -> bool:
        """Whether long work is to stop where it can; see `Worker.hurried`."""
        return self._left or self._worker.hurried

    def wanted(self) -> bool:
        """Whether what is under way is wanted still: no more once the store is on its way out. Safe on any thread."""
        return not self._left and not self._worker.ended

    def settle(self) -> None:
        """Have everything asked answered now; see `Worker.settle`."""
        self._worker.settle()

    def leave(self) -> None:
        """Ask nothing any more: an answer still on its way when a store is locked may lead a page to ask again."""
        self._left = True

    def change(
        self,
        act: Callable[[Workspace], Changed],
        then: Callable[[Changed], None],
        failed: Callable[[Refusal], None] | None = None,
        owner: QObject | None = None,
    ) -> None:
        """Write something whose result says what it touched; everyone hears of it, then `then` is told."""

        def alive() -> bool:
            return owner is None or shiboken6.isValid(owner)

        def told(result: Changed) -> None:
            if shiboken6.isValid(self):  # the store may have been locked meanwhile
                self.changed.emit(result.changes)
            if alive():
                then(result)

        def turned_away(refusal: Refusal) -> None:
            if failed is not None and alive():
                failed(refusal)
            else:
                self._worker.refused.emit(refusal)

        if not self._left:
            self._worker.run(partial(self._asked, act), told, turned_away)
