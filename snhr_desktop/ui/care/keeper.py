"""Backups that make themselves while a store is open: daily, and as soon as the stick is plugged in."""

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from snhr_desktop.errors import Refusal
from snhr_desktop.i18n import N_
from snhr_desktop.store.backups.making import Stop
from snhr_desktop.store.backups.names import DAILY, MANUAL
from snhr_desktop.store.backups.refusals import BackupStopped, BackupUnderWay, PlaceGone
from snhr_desktop.ui.care.volumes import plugged_in
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.operations import Worker
from snhr_desktop.ui.problems import say_refusal
from snhr_desktop.ui.tongue import Words
from snhr_desktop.workspace import Changes

if TYPE_CHECKING:
    from snhr_desktop.store.backups.vault import Backup
    from snhr_desktop.workspace import Workspace

CAME = N_("The backup stick is here; a backup is being made now.")
MADE = N_("The backup was made and verified.")
MADE_INSIDE = N_("A verified copy was made in the store’s own folder.")
_LOOK_MS, _FIRST_MS = 15_000, 4_000
_LOOKS = 40
"""Looks for the place between two looks whether the day is over."""


class _Seen(NamedTuple):
    """What a look found: the place is there, and a backup or a copy is due."""

    there: bool
    backup: bool = False
    copy: bool = False


class BackupKeeper(QObject):
    """Works on a thread of its own. `made` and `failed` tell the page; what was made is also told as a change."""

    begun = Signal()
    made = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk, workspace: "Workspace", worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._workspace, self._worker = desk, workspace, worker
        self._stop = Stop()
        self._there: bool | None = None
        self._failure: Words | None = None
        self._stands = self._missed = False
        desk.told.connect(self._follow)
        self._looks, self.working = 0, False
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        QTimer.singleShot(_FIRST_MS, self, self.look)

    def back_up(self, why: str = MANUAL, *, inside: bool = False) -> None:
        """Make one now: at the place chosen, or in the store's own folder."""
        if self.working or self._stop.asked():
            return
        self.working = True
        self.begun.emit()
        workspace, stop = self._workspace, self._stop

        def work() -> "Backup":
            if inside:
                return workspace.back_up_inside(why, stop)
            return workspace.back_up(why, plugged_in(workspace.backup_within()), stop)

        self._worker.run(work, lambda backup: self._done(backup, inside), self._refused, self)

    def look(self) -> None:
        """See whether the place is there and something is due; nothing is asked of a store on its way out."""
        if self.working or self._stop.asked():
            return
        whole = self._looks % _LOOKS == 0
        self._looks += 1
        self._worker.run(lambda: self._looked(whole), self._hear, lambda _: None, self, "look")

    def leave(self) -> None:
        """Stop what runs: the store is being closed, or locked."""
        self._stop.ask()
        self._timer.stop()

    def _looked(self, whole: bool) -> _Seen | None:
        """On the keeper's thread: the place, and all of it when it came or the time is up."""
        try:
            volumes = plugged_in(self._workspace.backup_within())
            there = self._workspace.backup_place(volumes) is not None
            if not whole and there == bool(self._there):
                return _Seen(there)
            safety, now = self._workspace.safety(volumes), dt.datetime.now(dt.UTC)
            return _Seen(
                there, self._workspace.backup_is_due(safety, now, came=there and self._there is False),
                self._workspace.copy_is_due(safety, now),
            )  # fmt: skip
        except Exception:
            if self._stop.asked():  # the store was closed meanwhile
                return None
            raise

    def _hear(self, seen: _Seen | None) -> None:
        if seen is None or self._stop.asked():
            return
        came, self._there = seen.there and self._there is False, seen.there
        if came or (seen.there and self._missed):
            self._take_back()
        if seen.backup:
            if came:
                self._desk.tell(CAME)
            self.back_up(DAILY)
        elif seen.copy:
            self.back_up(DAILY, inside=True)
        elif came:
            self._desk.operations.changed.emit(Changes(frozenset({"backup"})))

    def _done(self, backup: "Backup", inside: bool) -> None:
        self.working = False
        self._take_back()
        self._desk.tell_passing(MADE_INSIDE if inside else MADE)
        self.made.emit(backup)
        self._desk.operations.changed.emit(Changes(frozenset({"backup"})))

    def _refused(self, refusal: Refusal) -> None:
        self.working = False
        self.failed.emit(refusal)
        if not isinstance(refusal, BackupStopped | BackupUnderWay) and not self._stop.asked():
            self._failure, self._missed = partial(say_refusal, refusal), isinstance(refusal, PlaceGone)
            self._desk.tell(self._failure, "attention")

    def _follow(self, words: Words, _: str) -> None:
        """Whether the last failure is what stands above the page."""
        self._stands = words is self._failure

    def _take_back(self) -> None:
        """Tell no more of a failure that was overtaken."""
        if self._stands:
            self._stands = False
            self._desk.tell_no_more()
