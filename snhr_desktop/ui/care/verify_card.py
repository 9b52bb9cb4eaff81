"""The check of the store: is everything as it was written?"""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from snhr_desktop.i18n import N_, NP_, Language
from snhr_desktop.store.findings import ERROR
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.widgets import Card, PlainLabel, button, picture

if TYPE_CHECKING:
    from snhr_desktop.workspace import Finding

TITLE = N_("Verify the store")
NOTE = N_("Checks the file page by page, the history entry by entry, and the figures against the records.")
VERIFY, VERIFYING = N_("Verify"), N_("Verifying…")
MORE = NP_("{n} more of the same kind", "{n} more of the same kind")
_MOST = 50


class VerifyCard(Card):
    """`verify` is its button; `show_findings` shows what was found."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, TITLE, NOTE, parent)
        self._kit = kit
        self.verify = button(kit, VERIFY, "shield-check")
        self.head.addWidget(self.verify, 0, Qt.AlignmentFlag.AlignTop)
        self._shown = QWidget()
        self.body.addWidget(self._shown)
        self._shown.hide()

    def work(self) -> None:
        """Say that the store is being checked."""
        self.verify.setEnabled(False)
        self._kit.tongue.bind(self.verify, text=VERIFYING)

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
        self.verify.setEnabled(True)
        self._kit.tongue.bind(self.verify, text=VERIFY)


def _say_more(rest: int, language: Language) -> str:
    return language.plural(MORE, rest)
