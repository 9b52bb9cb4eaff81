"""The duplicates of a form: hints beside the entry, and what follows from them."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from snhr_desktop.i18n import N_
from snhr_desktop.ui.draft_keeper import DraftKeeper
from snhr_desktop.ui.forms.checking import Checking
from snhr_desktop.ui.forms.doubles.beside import Beside
from snhr_desktop.ui.forms.doubles.comparing import Comparing
from snhr_desktop.ui.forms.doubles.hints_card import HintsCard
from snhr_desktop.ui.forms.means import Means
from snhr_desktop.ui.operations import Operations
from snhr_desktop.ui.widgets import Notice

LINKED = N_("The two persons are linked as one; both records show it.")


class DoubleActs(Comparing):
    """One for each form."""

    def __init__(
        self, means: Means, operations: Operations, card: HintsCard, form: tuple[Checking, DraftKeeper, Notice],
        clean: Callable[[], bool], window: QWidget,
    ) -> None:  # fmt: skip
        checking, keeper, self._notice = form
        super().__init__(means, operations, lambda: checking.latest.dossier, clean, window)
        self.beside = Beside(operations, card, checking, keeper, self)
        self.beside.compare_asked.connect(self.compare)
        self.dismissed.connect(self.beside.dismiss)
        self.linked.connect(self._linked)

    def _linked(self, other: str) -> None:
        """What is linked is known, and proposed no more."""
        entry = self.beside.entry
        self._operations.ask(lambda workspace: workspace.not_the_same(entry, other), lambda _: None, owner=self)
        self._notice.tell(LINKED, "done")
