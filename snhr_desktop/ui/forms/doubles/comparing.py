"""What follows from a hint: the two records side by side, and merging, linking or dismissing from there."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from snhr_desktop.domain.records import Dossier
from snhr_desktop.domain.rights import REVIEW
from snhr_desktop.errors import SourcesHidden
from snhr_desktop.ui.forms.doubles.compare_dialog import SAVE_FIRST, CompareDialog
from snhr_desktop.ui.forms.doubles.hint import Hint
from snhr_desktop.ui.forms.doubles.merge_dialog import MergeDialog
from snhr_desktop.ui.forms.means import Means
from snhr_desktop.ui.operations import Operations
from snhr_desktop.ui.rights import close_off, hindrance
from snhr_desktop.ui.tongue import Words
from snhr_desktop.workspace import LikelyPerson


class Comparing(QObject):
    """`here` is the dossier that is compared, `clean` whether it is as it was saved; dialogs stand over `window`."""

    record_asked = Signal(str)
    """The identity of an incident that a person wants to read."""
    dismissed = Signal(object)
    """A `Hint` that a person says is not the same."""
    merged = Signal(object)
    """The `Merged` that both are now."""
    linked = Signal(str)
    """The identity of the victim who was linked with one of this incident."""

    def __init__(
        self, means: Means, operations: Operations, here: Callable[[], Dossier], clean: Callable[[], bool],
        window: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(window)
        self._means, self._operations, self._window = means, operations, window
        self._here, self._clean = here, clean
        self.dialog: CompareDialog | MergeDialog | None = None

    def compare(self, hint: Hint) -> None:
        """Read the other record and show both."""
        uid = hint.incident_uid
        self._operations.ask(
            lambda workspace: workspace.dossier(uid), lambda there: self._show(hint, there), owner=self, key="compare"
        )

    def merge_with(self, other: Dossier) -> None:
        """Choose what is kept of each. What is merged is what the store holds, so this one is read again."""
        uid = self._here().incident.uid

        def choose(here: Dossier) -> None:
            dialog = MergeDialog(self._means, self._operations, here, other, self._window)
            dialog.joined.connect(self.merged)
            self._open(dialog)

        self._operations.ask(lambda workspace: workspace.dossier(uid), choose, owner=self)

    def _show(self, hint: Hint, there: Dossier) -> None:
        here = self._here()
        dialog = CompareDialog(self._means, here, there, hint, self._hindrance(here, hint), self._window)
        close_off(self._means.kit.tongue, self._operations, dialog.dismiss)
        dialog.opened.connect(self.record_asked)
        dialog.dismissed.connect(self.dismissed)
        dialog.merge_asked.connect(self.merge_with)
        dialog.link_asked.connect(self._link)
        self._open(dialog)

    def _hindrance(self, here: Dossier, hint: Hint) -> Words | None:
        """Why the two cannot be merged, or the persons linked, here and now."""
        person = isinstance(hint.likely, LikelyPerson)
        if why := hindrance(self._operations, None if person else REVIEW):
            return why
        if self._operations.user.no_sources and not person:
            return SourcesHidden.said
        return None if here.revision and self._clean() else SAVE_FIRST

    def _link(self, one: str, other: str) -> None:
        self._operations.change(
            lambda workspace: workspace.link_persons(one, other), lambda _: self.linked.emit(other), owner=self
        )

    def _open(self, dialog: CompareDialog | MergeDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(lambda _: setattr(self, "dialog", None) if self.dialog is dialog else None)
        dialog.setModal(True)
        dialog.show()
