"""What stands beside the form: the toll as listed, what is perhaps already recorded, and the checks."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from snhr_desktop.domain.waivers import waivable
from snhr_desktop.errors import Problem
from snhr_desktop.i18n import N_
from snhr_desktop.ui.forms.accepting import Accepting
from snhr_desktop.ui.forms.check_list import CheckList
from snhr_desktop.ui.forms.doubles.hints_card import HintsCard
from snhr_desktop.ui.forms.means import Means
from snhr_desktop.ui.forms.review import Review
from snhr_desktop.ui.forms.toll_card import TollCard
from snhr_desktop.ui.measure import px
from snhr_desktop.ui.widgets import Card

_WIDTH = 266
_LEAST_CHECKS = 40
"""Checks scroll where a small screen has to show what is perhaps recorded already as well, px."""
_ANY = 16_777_215  # Qt's own word for no bound


class SideColumn(QWidget):
    """Shows one review."""

    def __init__(self, means: Means, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._below = False
        means.kit.theme.on_change(self, self._fit)
        self.toll = TollCard(means)
        self.doubles = HintsCard(means, self)
        self.checks = CheckList(means)
        means.kit.theme.measure(self.checks, minimumHeight=_LEAST_CHECKS)
        card = Card(means.kit, N_("Checks"), N_("F8: the next one. F7: let a hint stand."))
        card.body.addWidget(self.checks, 1)
        self.accepting = Accepting(means)
        card.body.addWidget(self.accepting)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.toll)
        column.addWidget(self.doubles)
        column.addWidget(card, 1)

    def add(self, card: Card) -> None:
        """Let a card stand below the checks."""
        layout = self.layout()
        assert layout is not None
        layout.addWidget(card)

    def lie_below(self, below: bool) -> None:
        """Stand below the form rather than beside it, as wide as that is."""
        self._below = below
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Below the form, take the height that is needed: the page scrolls."""
        super().resizeEvent(event)
        layout = self.layout()
        if self._below and layout is not None:
            self.setMinimumHeight(layout.totalHeightForWidth(self.width()))

    def _fit(self) -> None:
        if self._below:
            self.setMinimumWidth(0)
            self.setMaximumWidth(_ANY)
        else:
            self.setFixedWidth(px(_WIDTH))
            self.setMinimumHeight(0)

    def show_review(self, review: Review) -> None:
        """Show what an entry comes to."""
        self.toll.show_dossier(review.dossier)
        self.checks.show_problems(review.problems)

    def let_stand(self, problem: Problem | None) -> Problem | None:
        """Ask why a hint may stand: the one chosen in the list, else the one a person was led to.

        Returns what was meant where it cannot stand.
        """
        meant = self.checks.chosen() or problem
        if meant is not None and waivable(meant):
            self.accepting.ask(meant)
            return None
        self.accepting.hide()
        return meant
