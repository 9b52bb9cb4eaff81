"""Filters of people by what they are, beside those of their incidents."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from snhr_desktop.i18n import N_
from snhr_desktop.ui.incidents import choices
from snhr_desktop.ui.incidents.filter_choice import FilterChoice
from snhr_desktop.ui.kit import Kit
from snhr_desktop.workspace import PersonQuery

ALL_OUTCOMES, ALL_SEXES = N_("All outcomes"), N_("Any sex")
ALL_AGES, ALL_NAMINGS = N_("Children and adults"), N_("Any consent")


class PersonFilters(QWidget):
    """Narrows a query by outcome, sex, age and consent."""

    changed = Signal()
    """A person set or cleared a filter."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.outcome = FilterChoice(kit, N_("What happened to them"), choices.terms("outcome", ALL_OUTCOMES), 112)
        self.sex = FilterChoice(kit, N_("Sex"), choices.terms("sex", ALL_SEXES), 96)
        self.age = FilterChoice(kit, N_("Child or adult"), choices.terms("age_group", ALL_AGES), 112)
        self.naming = FilterChoice(kit, N_("Consent to publish the name"), choices.terms("naming", ALL_NAMINGS), 112)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for box in self._boxes():
            row.addWidget(box, 1)
            box.chosen.connect(self.changed)

    def narrow(self, query: PersonQuery) -> PersonQuery:
        """The query with what is set here."""
        outcomes, sexes, ages, namings = ((box.code(),) if box.code() else () for box in self._boxes())
        return replace(query, outcomes=outcomes, sexes=sexes, age_groups=ages, namings=namings)

    def show_nothing(self) -> None:
        """Set no filter; nobody is told."""
        for box in self._boxes():
            box.choose("")

    def _boxes(self) -> tuple[FilterChoice, ...]:
        return self.outcome, self.sex, self.age, self.naming
