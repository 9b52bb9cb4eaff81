"""A dialog that changes which places stand: lists, figures and search are made anew, told, and called off at will."""

import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import TypeVar

import shiboken6
from PySide6.QtCore import Signal

from snhr_desktop.errors import Refusal
from snhr_desktop.exchange.packs.watching import PackStopped, Watch
from snhr_desktop.i18n import N_, Language
from snhr_desktop.ui.form_dialog import FormDialog
from snhr_desktop.ui.operations import Changed
from snhr_desktop.ui.reports.progress_line import ProgressLine
from snhr_desktop.workspace import Workspace

WORKING = N_("Lists, figures and search are made anew. In a large store this takes minutes.")
READING = N_("The files are read and compared with the places of the store.")
GONE_THROUGH = N_("{n} of {of} steps")
SETTLING = N_("Everything is written and is now put away for good. This cannot be called off any more.")
Found = TypeVar("Found")
_EVERY = 0.1
"""Seconds between two tellings of how far it has come."""


class RenewingDialog(FormDialog):
    """Subclasses put `progress` below their fields. Cancel and Escape call off what is under way."""

    _told = Signal(int, int)
    _settles = Signal()

    def renew(self, act: Callable[[Workspace, Watch], Changed], then: Callable[[Changed], None]) -> None:
        """Change the places; `then` is told of it."""
        self._off, self._last = False, 0.0
        watch = Watch(self._tell, self._wanted, self._tell_settling)
        self.change(lambda workspace: act(workspace, watch), then)
        self.notice.tell(WORKING, closable=False)
        self.progress.tell(WORKING)

    def read(self, question: Callable[[Workspace, Watch], Found], then: Callable[[Found], None]) -> None:
        """Look at files, which may be large; `then` hears what was found."""
        self._off = False
        self.work()
        self.progress.tell(READING)

        def found(what: Found) -> None:
            self.progress.hide()
            then(what)

        watch = Watch(wanted=self._wanted)
        self.desk.operations.ask(lambda workspace: question(workspace, watch), found, self.refuse, self)

    def reject(self) -> None:
        """Call off what is under way, or leave."""
        if self.progress.isHidden():
            super().reject()
        else:
            self._off = True

    def refuse(self, refusal: Refusal) -> None:
        """Tell why; it can be asked for again."""
        self.progress.hide()
        self.cancel.setEnabled(True)
        if isinstance(refusal, PackStopped):
            self.allow(True)
            self.notice.tell(refusal.tell)
            self.act.setFocus()
        else:
            super().refuse(refusal)

    def _lay_progress(self) -> None:
        """Put how far it has come below the fields; the dialog's own button calls it off."""
        self._off, self._last = False, 0.0
        self.progress = ProgressLine(self.desk.kit)
        self.progress.cancel.hide()
        self.body.addWidget(self.progress)
        self._told.connect(self._show_progress)
        self._settles.connect(self._show_settling)

    def _wanted(self) -> bool:
        """Asked on the store's thread: the window may have closed, or the store is to be locked."""
        return not self._off and shiboken6.isValid(self) and not self.desk.operations.hurried

    def _tell(self, done: int, of: int) -> None:
        if time.monotonic() - self._last >= _EVERY:
            self._last = time.monotonic()
            with suppress(RuntimeError):  # deleted on its own thread while this one was at work
                self._told.emit(done, of)

    def _tell_settling(self) -> None:
        with suppress(RuntimeError):  # as above
            self._settles.emit()

    def _show_progress(self, done: int, of: int) -> None:
        if not self.progress.isHidden():
            self.progress.tell(partial(_say, done, of), done, of)

    def _show_settling(self) -> None:
        self.cancel.setEnabled(False)
        self.progress.tell(SETTLING)


def _say(done: int, of: int, language: Language) -> str:
    return language.text(GONE_THROUGH, n=language.number(done), of=language.number(of))
