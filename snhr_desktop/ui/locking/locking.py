"""When the window's store is locked, by whom, and what is kept until it is open again."""

import gc
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QPixmapCache

from snhr_desktop.errors import Refusal
from snhr_desktop.freed import overwrite_freed_values, overwriting_freed_memory
from snhr_desktop.i18n import N_
from snhr_desktop.ui import clipboard
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.locking.idle import Idle
from snhr_desktop.ui.locking.inputs import Inputs
from snhr_desktop.ui.locking.leaving import Leaving
from snhr_desktop.ui.locking.signs import Signs
from snhr_desktop.ui.locking.still import Still
from snhr_desktop.ui.operations import Worker
from snhr_desktop.ui.shell import Shell
from snhr_desktop.ui.tongue import Words
from snhr_desktop.ui.trying_again import TryingAgain

if TYPE_CHECKING:
    from snhr_desktop.workspace import Workspace

SEALED = N_(
    "What was typed before the store was locked could not be written to the disk yet. "
    "It is kept in memory, and is tried again by itself. Do not close the program; see that "
    "the disk has room and can be written to."
)

LOSSY = N_(
    "The window stays open: what was typed before the store was locked is kept in memory alone, since the disk took "
    "it not. See that the disk has room and can be written to, and open the store. To leave without it, close the "
    "window once more."
)
LOCKED = N_("The store is locked. What was typed is kept, and after the passphrase you are where you were.")
IN_MEMORY = N_(
    "The store is locked. What was typed last could not be written to the disk: it waits in memory, encrypted, and "
    "after the passphrase it stands there again. If the program ends or the computer goes off before that, it is lost. "
    "See that the disk has room and can be written to, then open the store."
)
ANOTHER = N_(
    "The store is closed, and the backup stands in its place. What was typed and not saved before is in the store that "
    "was put aside, and not in this one."
)
_END = object()
_AFTER = 500
"""Milliseconds after which the pages are deleted, and with them what they held."""
_Remembered = type(lru_cache(int))
"""What `functools.cache` makes of a function."""


@dataclass(frozen=True)
class Place:
    """Where somebody was: a page by its key, and what it is opened with."""

    page: str
    subject: Any = None
    user: str = ""
    """Who was there; anybody else is not led to what they were typing."""
    files: int = 0
    """Files that were being taken in there, which the lock called off."""


class Locking(QObject):
    """`asked` when the store is to be locked, now and without a question."""

    asked = Signal()
    covered = Signal()
    """Nobody is there, and no store is open in the window: whatever shows a secret all the same hides it."""
    lossy = Signal()
    """Closing now would lose what could not be written."""
    locked = Signal()
    """The store is closed, and its keys are wiped."""
    cleared = Signal()
    """What was freed is overwritten, as far as that can be."""

    def __init__(self, worker: Worker, minutes: int, parent: QObject) -> None:
        super().__init__(parent)
        self._worker = worker
        self._place: tuple[Path, Place] | None = None
        self._warned = self._leaving = False
        self._sealed: dict[Path, tuple[bytes, ...]] = {}
        self.inputs, self.signs = Inputs(self), Signs(self)
        self.idle = Idle(self.inputs, minutes, self)
        self.still = Still(self.inputs, self)
        self.idle.due.connect(self.asked)
        self.signs.leaving.connect(self.asked)

    def answer(self, chords: dict[str, Callable[[], None]]) -> None:
        """Answer these keys in every window of the application."""
        self.inputs.chords = chords

    def watch(self) -> None:
        """A store is open, in the window or behind the assistant that has made it; or a code that opens it in sight."""
        self.idle.watch()
        self.signs.hold()

    def rest(self) -> None:
        """None is in sight any more, and no store is open."""
        self.idle.rest()
        self.signs.release()

    def come(self, folder: Path, desk: Desk) -> Place | None:
        """A store is open: watch over it, write what could not be written before, and tell where one was."""
        self.watch()
        if self._sealed.get(folder):
            _Unsealing(self._sealed, folder, desk).begin()
        place, self._place = self._place, None
        was_here = place is not None and place == (folder, replace(place[1], user=desk.operations.user.uid))
        return place[1] if place and was_here else None

    def say(self) -> Words:
        """What is true of what was typed before the store was locked."""
        return IN_MEMORY if any(self._sealed.values()) else LOCKED

    def forget_place(self) -> None:
        """The store where one was is gone from its place."""
        self._place = None

    def leave(self, folder: Path, shell: Shell, workspace: "Workspace") -> None:
        """Take a store out of the window; the window itself shows the way in meanwhile."""
        from snhr_desktop.ui.attachments.intake import Intake  # an open store has loaded it

        self.idle.rest()
        self._leaving = True
        page = shell.page()
        user = shell.desk.operations.user.uid
        files = sum(intake.left for intake in shell.findChildren(Intake))
        self._place = (folder, Place(shell.key, page.subject() if page else None, user, files))
        clipboard.forget()
        leaving = Leaving(self._worker, shell, workspace, self)
        leaving.left.connect(partial(self._keep, folder))
        leaving.start()

    def may_close(self) -> bool:
        """Whether the program may end: what is kept nowhere but here would be lost, which is told once."""
        if self._leaving:
            self._worker.settle()  # a store on its way out says only at its end what could not be written
        if self._warned or not any(self._sealed.values()):
            return True
        self._warned = True
        self.lossy.emit()
        return False

    def _keep(self, folder: Path, sealed: tuple[bytes, ...]) -> None:
        self._sealed[folder] = sealed
        self._leaving = False
        QPixmapCache.clear()
        self.locked.emit()
        QTimer.singleShot(_AFTER, self, self._clear_out)

    def _clear_out(self) -> None:
        """What held on to itself goes now, and not some day; what is remembered of texts; and what was freed."""
        gc.collect()
        for each in _remembering():
            each.cache_clear()
        self._overwrite(overwriting_freed_memory())

    def _overwrite(self, pieces: Iterator[None]) -> None:
        """First what this thread freed, with a look at what a person does between the pieces; then the store's."""
        if next(pieces, _END) is _END:
            self._worker.run(_overwrite_all, lambda _: self._end_clearing())
        else:
            QTimer.singleShot(0, self, partial(self._overwrite, pieces))

    def _end_clearing(self) -> None:
        """Now the computer may sleep, unless a store was opened meanwhile."""
        self.cleared.emit()
        if not self.idle.watches():
            self.signs.release()


def _remembering() -> Iterator[Any]:
    """The functions of the program that remember.

    Not from the collector's list: what another thread is just making is broken by being held there for a moment.
    """
    for name, module in tuple(sys.modules.items()):
        if name.startswith("snhr_desktop."):
            for each in tuple(vars(module).values()):
                within = tuple(vars(each).values()) if isinstance(each, type) else ()
                yield from (one for one in (each, *within) if isinstance(one, _Remembered))


def _overwrite_all() -> None:
    overwrite_freed_values()
    for _ in overwriting_freed_memory():
        pass


class _Unsealing(QObject):
    """Writes what was sealed as the drafts they are, and tries again where the disk still refuses."""

    def __init__(self, sealed: dict[Path, tuple[bytes, ...]], folder: Path, desk: Desk) -> None:
        super().__init__(desk)
        self._sealed, self._folder, self._desk = sealed, folder, desk
        self._again, self._told = TryingAgain(self._write, self), False

    def begin(self) -> None:
        """Have it among the drafts at once, before a page asks for them, and write it."""
        sealed = self._sealed[self._folder]
        self._desk.operations.ask(lambda workspace: workspace.unseal(sealed), lambda _: None, owner=self)
        self._write()

    def _write(self) -> None:
        self._desk.operations.ask(lambda workspace: workspace.write_unsealed(), self._written, self._refused, self)

    def _written(self, _: None) -> None:
        self._again.done()
        del self._sealed[self._folder]
        if self._told:
            self._desk.tell_no_more()

    def _refused(self, _: Refusal) -> None:
        self._again.later()
        if not self._told:
            self._told = True
            self._desk.tell(SEALED, "attention")
