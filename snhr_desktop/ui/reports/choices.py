"""The choice of a report: its period, whose attacks are counted, and the languages it is printed in."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from snhr_desktop.domain.records import PeriodFile
from snhr_desktop.domain.vocabularies import vocabulary
from snhr_desktop.i18n import N_
from snhr_desktop.reports.brief import EDITIONS
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.reports.wish import Wish
from snhr_desktop.ui.widgets import ChoiceBox, Labelled

PERIOD, SCOPE, EDITION = N_("Period"), N_("Scope"), N_("Edition")


class Choices(QWidget):
    """`chosen(Wish)` when a person chooses another report."""

    chosen = Signal(object)

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scopes: dict[str, str] = {}
        self.period = ChoiceBox(kit, PERIOD)
        self.scope = ChoiceBox(kit, SCOPE, [(code, term.say) for code, term in vocabulary("scope").items()])
        self.edition = ChoiceBox(kit, EDITION, [(code, edition.title) for code, edition in EDITIONS.items()])
        self.edition.choose(kit.tongue.language.code)
        self.scope.setMaxVisibleItems(20)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for words, box, room in ((PERIOD, self.period, 5), (SCOPE, self.scope, 4), (EDITION, self.edition, 3)):
            box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            row.addWidget(Labelled(kit, words, box), room)
        self.period.chosen.connect(self._take_scope)
        for box in (self.scope, self.edition):
            box.chosen.connect(self._tell)

    def offer(self, periods: tuple[PeriodFile, ...]) -> None:
        """Offer the periods of the store; the choice is kept where it is still among them."""
        first = not self.period.code()
        self._scopes = {file.period.code: file.period.scope for file in periods}
        self.period.offer([(file.period.code, file.period.name) for file in periods])
        if first:
            self.scope.choose(self._scopes.get(self.period.code(), ""))

    def choose(self, wish: Wish) -> None:
        """Choose what a door led to."""
        self.period.choose(wish.period)
        self.scope.choose(wish.scope or self._scopes.get(wish.period, ""))
        if wish.edition:
            self.edition.choose(wish.edition)

    def wish(self) -> Wish | None:
        """What is chosen; None while the store has no period."""
        period = self.period.code()
        return Wish(period, self.scope.code(), self.edition.code()) if period else None

    def _take_scope(self, period: str) -> None:
        """Another period is counted in its own scope first."""
        self.scope.choose(self._scopes.get(period, ""))
        self._tell()

    def _tell(self) -> None:
        wish = self.wish()
        if wish is not None:
            self.chosen.emit(wish)
