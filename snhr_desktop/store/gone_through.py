"""Checks of a store gone through one after another, past damage too: a connection that met it reads nothing more."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import replace

from snhr_desktop.errors import DamagedStore, Refusal
from snhr_desktop.i18n import Message
from snhr_desktop.store.checking import Progress, Reading, Step
from snhr_desktop.store.driver import is_intact
from snhr_desktop.store.findings import ERROR, NOT_CHECKED, Finding, as_far_as_read
from snhr_desktop.store.store import Store

_LOOK = 1_000
"""Steps of the database between two looks at whether the check is still wanted."""
Check = Callable[[Store, Reading], Iterator[Finding]]


class Round:
    """All checks of one store. What it found is in `found`, in the order of the checks.

    They see one state of the store for as long as it can be read. A check that met damage is told as not done, with
    what it found before; those after it have a connection of their own.
    """

    def __init__(self, store: Store, checks: Iterable[tuple[Message, Check]], progress: Progress) -> None:
        """`progress` hears what begins; what it raises ends the round."""
        self.found: list[Finding] = []
        self._store, self._progress = store, progress
        listed = tuple(checks)
        steps = (Step(what, done, len(listed)) for done, (what, _) in enumerate(listed))
        self._waiting = deque(zip(steps, (check for _, check in listed), strict=True))

    def go(self, stopped: Callable[[], bool] | None) -> None:
        """Go through them. `stopped` says whether nobody wants it any more: the database then ends what it is at."""
        self._go_on(self._store, stopped)
        while self._waiting:
            try:
                another = self._store.afresh()
            except Refusal:  # nothing of it can be read any more
                self._leave_undone(len(self._waiting))
                return
            with closing(another.connection):
                self._go_on(another, stopped)

    def _go_on(self, store: Store, stopped: Callable[[], bool] | None) -> None:
        """To the end, or to the first check that meets damage."""
        store.connection.set_progress_handler(stopped, _LOOK)
        try:
            with store.reading():
                while self._waiting:
                    self._check(store, *self._waiting[0])
                    self._waiting.popleft()
        except DamagedStore:
            if not self._waiting:
                raise
            self._leave_undone(1)
        finally:
            store.connection.set_progress_handler(None, 0)

    def _check(self, store: Store, step: Step, check: Check) -> None:
        def tell(read: int, records: int) -> None:
            self._progress(replace(step, read=read, records=records))

        self._progress(step)
        for one in as_far_as_read(check(store, tell), step.what):
            _ensure_intact(store)  # what was read as zeros is no finding
            self.found.append(one)
        _ensure_intact(store)

    def _leave_undone(self, number: int) -> None:
        for _ in range(number):
            step, _check = self._waiting.popleft()
            self._progress(step)
            self.found.append(Finding(ERROR, NOT_CHECKED, {"what": step.what}))


def _ensure_intact(store: Store) -> None:
    if not is_intact(store.connection):
        raise DamagedStore
