"""Other incidents at the same place on the same day: a second strike, and what it struck after, are read together."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from snhr_desktop.domain.headlines import in_language
from snhr_desktop.i18n import N_, NP_, Language
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.forms.toll import KILLED
from snhr_desktop.ui.incidents.record.reading import Reading, rule
from snhr_desktop.ui.incidents.saying import say_code
from snhr_desktop.ui.widgets import button
from snhr_desktop.workspace import IncidentRow

TITLE = N_("Same place, same day")
STRUCK_AGAIN = NP_(
    "This place was struck a second time after {n} minute.", "This place was struck a second time after {n} minutes."
)
SHOW = N_("Show {reference}")
_DOT = " · "


class SameDayView(QWidget):
    """`strike` is the minutes after which the record's own place was struck again, or None."""

    def __init__(
        self, desk: Desk, reading: Reading, strike: int | None, others: tuple[IncidentRow, ...],
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._desk, self._reading = desk, reading
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(rule())
        column.addWidget(reading.line(reading.language.text(TITLE), "subheading"))
        if strike is not None:
            column.addWidget(reading.line(reading.language.plural(STRUCK_AGAIN, strike)))
        for row in others:
            column.addWidget(reading.line(self._say(row, reading.language)))
            column.addWidget(self._door(row), 0, Qt.AlignmentFlag.AlignLeading)

    def _say(self, row: IncidentRow, language: Language) -> str:
        """What the other incident was: a title is as long as it is, so that it stands in a line that wraps."""
        title = in_language(row, "title", language)
        killed = language.plural(KILLED, row.killed) if row.killed else ""
        parts = (say_code(language.digits(row.time)), language.isolate(title) if title else "", killed)
        return _DOT.join(part for part in parts if part) or say_code(row.reference)

    def _door(self, row: IncidentRow) -> QWidget:
        def words(language: Language) -> str:
            return language.text(SHOW, reference=say_code(row.reference))

        made = button(self._reading.kit, words, "link", "link")
        made.clicked.connect(lambda: self._desk.open("incidents", row.uid))
        return made
