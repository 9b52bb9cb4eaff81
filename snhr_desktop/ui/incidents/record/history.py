"""The history of a record: each save, the newest first, with who, when, why, and what it changed."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from snhr_desktop.exchange.reasons import imported_as
from snhr_desktop.i18n import N_, Language
from snhr_desktop.ui.commands import with_key
from snhr_desktop.ui.incidents.record.moments import say_moment
from snhr_desktop.ui.incidents.record.prose import Piece, Prose
from snhr_desktop.ui.incidents.record.reading import Reading, rule
from snhr_desktop.ui.incidents.record.since import difference
from snhr_desktop.ui.widgets import button
from snhr_desktop.workspace import MORE_THAN_A_SAVE, Revision

HISTORY = N_("History")
FIRST_SAVE = N_("First saved")
IMPORTED = N_("Taken in from the data set {code}")
EARLIER = N_("Read or restore earlier revisions")
_MOST_SAVES = 20


class HistoryView(QWidget):
    """Says of the first save only that it was; what it entered is the record. `earlier` asks for every revision."""

    def __init__(self, reading: Reading, revisions: tuple[Revision, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reading = reading
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(rule())
        self._column.addWidget(reading.line(reading.language.text(HISTORY), "subheading"))
        latest = tuple(reversed(revisions))[:_MOST_SAVES]
        pieces = [piece for number, revision in enumerate(latest) for piece in self._pieces(revision, number)]
        self._column.addWidget(Prose(reading.kit, pieces, HISTORY))
        self.earlier: QPushButton = button(reading.kit, EARLIER, "history", "quiet", with_key(EARLIER, "Ctrl+H"))
        self._column.addWidget(self.earlier, 0, Qt.AlignmentFlag.AlignLeading)

    def _pieces(self, revision: Revision, number: int) -> Iterator[Piece]:
        language = self._reading.language
        said = self._reading.kit.tongue.say(lambda language: say_moment(revision.at, revision.actor, language))
        yield Piece(said, "muted", language.code, above=10 if number else 0)
        if more := MORE_THAN_A_SAVE.get(revision.action):
            yield Piece(language.text(more), "label", language.code)
        if code := imported_as(revision.reason):
            yield Piece(language.text(IMPORTED, code=code), "label", language.code)
        elif revision.reason:
            yield Piece(revision.reason, "label")
        yield from (Piece(line, language=language.code) for line in self._lines(revision, language))

    def _lines(self, revision: Revision, language: Language) -> list[str]:
        if revision.number == 1:
            return [language.text(FIRST_SAVE)]
        return difference(revision.changes, language, self._reading)
