"""What follows from a hint: the two records side by side, and merging, linking or dismissing from there."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from snhr_desktop.domain.records import Dossier
from snhr_desktop.i18n import N_
from snhr_desktop.ui.forms.checking import Checking
from snhr_desktop.ui.forms.doubles.beside import Beside
from snhr_desktop.ui.forms.doubles.compare_dialog import CompareDialog
from snhr_desktop.ui.forms.doubles.hint import Hint
from snhr_desktop.ui.forms.doubles.hints_card import HintsCard
from snhr_desktop.ui.forms.doubles.merge_dialog import MergeDialog
from snhr_desktop.ui.forms.draft_keeper import DraftKeeper
from snhr_desktop.ui.forms.means import Means
from snhr_desktop.ui.operations import Operations
from snhr_desktop.ui.widgets import Notice

LINKED = N_("The two persons are linked as one; both records show it.")


class DoubleActs(QObject):
    """One for each form. `clean` tells whether the entry is as it was saved, `window` is what dialogs stand over."""

    record_asked = Signal(str)
    """The identity of an incident that a person wants to read."""
    merged = Signal(object)
    """The `Merged` that the entry is part of now."""

    def __init__(
        self, means: Means, operations: Operations, card: HintsCard, form: tuple[Checking, DraftKeeper, Notice],
        clean: Callable[[], bool], window: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(window)
        self._means, self._operations, self._clean, self._window = means, operations, clean, window
        self._checking, keeper, self._notice = form
        self.beside = Beside(operations, card, self._checking, keeper, self)
        self.beside.compare_asked.connect(self.compare)
        self.dialog: CompareDialog | MergeDialog | None = None

    def compare(self, hint: Hint) -> None:
        """Read the other record and show both."""
        uid = hint.incident_uid
        self._operations.ask(
            lambda workspace: workspace.dossier(uid), lambda there: self._show(hint, there), owner=self, key="compare"
        )

    def _show(self, hint: Hint, there: Dossier) -> None:
        here = self._checking.latest.dossier
        saved = bool(here.revision) and self._clean() and not self._operations.info.read_only
        dialog = CompareDialog(self._means, here, there, hint, saved, self._window)
        dialog.opened.connect(self.record_asked)
        dialog.dismissed.connect(self.beside.dismiss)
        dialog.merge_asked.connect(self._merge)
        dialog.link_asked.connect(self._link)
        self._open(dialog)

    def _merge(self, other: Dossier) -> None:
        """Read the entry as it is saved: what is merged is what the store holds."""
        uid = self._checking.latest.dossier.incident.uid

        def choose(here: Dossier) -> None:
            dialog = MergeDialog(self._means, self._operations, here, other, self._window)
            dialog.joined.connect(self.merged)
            self._open(dialog)

        self._operations.ask(lambda workspace: workspace.dossier(uid), choose, owner=self)

    def _link(self, one: str, other: str) -> None:
        self._operations.change(
            lambda workspace: workspace.link_persons(one, other), lambda _: self._linked(other), owner=self
        )

    def _linked(self, other: str) -> None:
        """What is linked is known, and proposed no more."""
        entry = self.beside.entry
        self._operations.ask(lambda workspace: workspace.not_the_same(entry, other), lambda _: None, owner=self)
        self._notice.tell(LINKED, "done")

    def _open(self, dialog: CompareDialog | MergeDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(lambda _: setattr(self, "dialog", None) if self.dialog is dialog else None)
        dialog.setModal(True)
        dialog.show()
