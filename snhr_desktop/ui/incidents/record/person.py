"""The person that somebody looked for, told before the rest of the record."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from snhr_desktop.domain.records import Victim
from snhr_desktop.i18n import N_
from snhr_desktop.ui.incidents.record.entry import Entries
from snhr_desktop.ui.incidents.record.reading import Reading, rule

LOOKED_FOR = N_("Person looked for")


class PersonView(QWidget):
    """One victim as the list of victims tells them; they stand there too."""

    def __init__(self, reading: Reading, person: Victim, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(rule())
        column.addWidget(reading.line(reading.language.text(LOOKED_FOR), "subheading"))
        column.addWidget(Entries(reading, (person,)))
