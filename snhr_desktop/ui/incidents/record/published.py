"""In which published reports a record stands: each a door, with what it added to figures."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from snhr_desktop.figures import FIGURES
from snhr_desktop.i18n import N_, NC_, Language
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.incidents.record.prose import Piece, Prose
from snhr_desktop.ui.incidents.record.reading import Reading, rule
from snhr_desktop.ui.incidents.saying import say_code
from snhr_desktop.ui.reports.published_day import published_on
from snhr_desktop.ui.widgets import button
from snhr_desktop.workspace import PublishedIn

PUBLISHED = N_("Published in")
REPORT = NC_("published report", "{code}, {date}")
ADDED = NC_("figure of a report", "{figure}: {number}")
READ_ONLY = N_("Read for the report; no figure counts it.")
CHANGED = N_("Changed since: revision {read} was published, {now} is the latest.")
OPEN = N_("Show the published report {code}")


class PublishedView(QWidget):
    """`revision` is the latest of the record."""

    def __init__(
        self, desk: Desk, reading: Reading, found: tuple[PublishedIn, ...], revision: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._reading = desk, reading
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(rule())
        column.addWidget(reading.line(reading.language.text(PUBLISHED), "subheading"))
        for one in found:
            column.addWidget(self._door(one), 0, Qt.AlignmentFlag.AlignLeading)
            pieces = [Piece(line, language=reading.language.code) for line in self._figures(one, reading.language)]
            if revision > one.revision:
                told = reading.language.text(CHANGED, read=one.revision, now=revision)
                pieces.append(Piece(told, "muted", reading.language.code))
            column.addWidget(Prose(reading.kit, pieces, PUBLISHED))

    def _door(self, one: PublishedIn) -> QWidget:
        code = one.publication.code

        def words(language: Language) -> str:
            return language.text(REPORT, code=say_code(code), date=published_on(one.publication, language))

        made = button(self._reading.kit, words, "badge-check", "link")
        self._reading.kit.tongue.bind(made, toolTip=lambda language: language.text(OPEN, code=say_code(code)))
        made.clicked.connect(lambda: self._desk.open("reports", code))
        return made

    def _figures(self, one: PublishedIn, language: Language) -> list[str]:
        told = [
            language.text(ADDED, figure=language.text(FIGURES[code].title), number=language.number(number))
            for code, number in one.figures.items()
            if code in FIGURES
        ]
        return told or [language.text(READ_ONLY)]
