"""The page of the form of a case: new, opened to be changed, or gone on with from a draft."""

from typing import Any

from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from snhr_desktop.domain.records import CaseFile
from snhr_desktop.ui.cases.form import CaseForm
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.forms.beside import record_of
from snhr_desktop.ui.page import NOT_KEPT, Page
from snhr_desktop.ui.status_line import ALL_SAVED
from snhr_desktop.ui.tongue import Words
from snhr_desktop.workspace import CaseSaved, Draft


class CaseEntryPage(Page):
    """Its `arrive` takes None for a new case, the uid of a saved one, or a `Draft`. Leaving it loses nothing."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.form = CaseForm(self.kit, desk.operations)
        self._standing: Words = ALL_SAVED
        self._uid = ""
        self.form.saved.connect(self._remember)
        self.form.standing.connect(self._say_standing)
        self.form.closed.connect(lambda: desk.open("cases", self._uid or None))
        self.column.addWidget(self.form, 1)

    def arrive(self, subject: Any) -> None:
        """Show the entry that is asked for; the one shown before is kept as a draft."""
        self._uid = ""
        if subject is None:
            self.form.open_new()
        elif isinstance(subject, Draft):
            self._uid = record_of(subject.key)
            self.form.open_draft(subject)
        else:
            uid = self._uid = str(subject)
            self.desk.operations.ask(lambda workspace: workspace.case(uid), self._open, owner=self, key="entry case")

    def may_close(self) -> bool:
        """What was typed is kept as a draft first; where that fails, nothing is closed."""
        kept = self.form.is_kept()
        if kept:
            self.form.beside.close()
        else:
            self.desk.tell(NOT_KEPT, "attention")
        return kept

    def showEvent(self, event: QShowEvent) -> None:
        """Say how safe the entry is, now that it stands in front."""
        super().showEvent(event)
        self._say_standing(self._standing)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what was typed: another page may want to show it among the drafts."""
        self.form.keeper.flush()
        super().hideEvent(event)
        self._say_standing(self._standing)

    def _say_standing(self, words: Words) -> None:
        """Speak of the entry while it is in front, and for as long as it is not safe."""
        self._standing = words
        self.desk.tell_saved(words if self.isVisible() or self.form.keeper.unsure else ALL_SAVED)

    def _open(self, file: CaseFile) -> None:
        """Show a saved case, unless another entry was asked for while it was read."""
        if file.case.uid == self._uid:
            self.form.open_file(file)

    def _remember(self, saved: CaseSaved) -> None:
        self._uid = saved.file.case.uid
