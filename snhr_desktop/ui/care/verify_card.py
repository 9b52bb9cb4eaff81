"""The check of the store: is everything as it was written?"""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from snhr_desktop.i18n import N_, NP_, Language
from snhr_desktop.store.findings import ERROR
from snhr_desktop.ui.care.head_line import HeadLine
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.widgets import Card, PlainLabel, button, picture

if TYPE_CHECKING:
    from snhr_desktop.store.checking import Checking
    from snhr_desktop.workspace import Finding

TITLE = N_("Verify the store")
NOTE = N_("Checks the file page by page, the history entry by entry, and the figures against the records.")
VERIFY, STOP, STOPPING = N_("Verify"), N_("Stop the check"), N_("Stopping…")
_EVERY = 100
"""Milliseconds between two looks at what is being checked."""
MORE = NP_("{n} more of the same kind", "{n} more of the same kind")
_MOST = 50


class VerifyCard(Card):
    """`verify` is its button, which stops what it began; `show_findings` shows what was found."""

    asked = Signal()
    """Somebody wants the store checked."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, TITLE, NOTE, parent)
        self._kit = kit
        self.verify = button(kit, VERIFY, "shield-check")
        self.head.addWidget(self.verify, 0, Qt.AlignmentFlag.AlignTop)
        self._shown = QWidget()
        self.body.addWidget(self._shown)
        self._shown.hide()
        self._step = PlainLabel("muted", wrap=True)
        self.body.addWidget(self._step)
        self._step.hide()
        self.printed = HeadLine(kit)
        self.body.addWidget(self.printed)
        self._checking: Checking | None = None
        self._look = QTimer(self, interval=_EVERY)
        self._look.timeout.connect(self._tell)
        self.verify.clicked.connect(self._pressed)

    def work(self, checking: "Checking") -> None:
        """Say what of the store is being checked, and offer to stop that."""
        self._checking = checking
        self._kit.tongue.bind(self.verify, text=STOP)
        self._look.start()

    def _pressed(self) -> None:
        if self._checking is None:
            self.asked.emit()
            return
        self._checking.stop()
        self.verify.setEnabled(False)
        self._kit.tongue.bind(self.verify, text=STOPPING)

    def leave(self) -> None:
        """Stop what is being checked: nobody waits for it."""
        if self._checking is not None:
            self._checking.stop()

    def _tell(self) -> None:
        if self._checking is not None and self._checking.now is not None:
            self._kit.tongue.bind(self._step, text=self._checking.now.tell)
            self._step.show()

    def show_findings(self, findings: "Sequence[Finding]") -> None:
        """Show what was found, what is to be looked into first."""
        self.settle()
        fresh = QWidget()
        grid = QGridLayout(fresh)
        grid.setContentsMargins(0, 8, 0, 0)
        grid.setColumnStretch(1, 1)
        for row, finding in enumerate(findings[:_MOST]):
            wrong = finding.level == ERROR
            icon = ("triangle-alert", "amber") if wrong else ("circle-check" if row == 0 else "info", "green")
            told = PlainLabel(wrap=True)
            told.allow_copying(self._kit)
            self._kit.tongue.bind(told, text=finding.tell)
            grid.addWidget(picture(self._kit, *icon), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(told, row, 1)
        rest = len(findings) - _MOST
        if rest > 0:
            more = self._kit.tongue.bind(PlainLabel("muted"), text=partial(_say_more, rest))
            grid.addWidget(more, _MOST, 1)
        self.body.replaceWidget(self._shown, fresh)
        self._shown.deleteLater()
        self._shown = fresh

    def settle(self) -> None:
        """It can be checked again."""
        self._checking = None
        self._look.stop()
        self._step.hide()
        self.verify.setEnabled(True)
        self._kit.tongue.bind(self.verify, text=VERIFY)


def _say_more(rest: int, language: Language) -> str:
    return language.plural(MORE, rest)
