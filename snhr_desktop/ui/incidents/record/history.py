"""The history of a record: each save, the newest first, with who, when, why, and what it changed."""

import datetime as dt
from collections.abc import Iterator

from PySide6.QtWidgets import QVBoxLayout, QWidget

from snhr_desktop.i18n import N_, NP_, Language
from snhr_desktop.ui.incidents.record.changes import say_change
from snhr_desktop.ui.incidents.record.prose import Piece, Prose
from snhr_desktop.ui.incidents.record.reading import Reading, rule
from snhr_desktop.ui.incidents.saying import say_code
from snhr_desktop.workspace import Revision

HISTORY = N_("History")
SAVED_BY = N_("{day}, {time}, by {actor}")
SAVED = N_("{day}, {time}")
FIRST_SAVE = N_("First saved")
MORE_CHANGES = NP_("and {n} more change", "and {n} more changes")
_MOST_CHANGES = 12
_MOST_SAVES = 20


class HistoryView(QWidget):
    """Says of the first save only that it was; what it entered is the record."""

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

    def _pieces(self, revision: Revision, number: int) -> Iterator[Piece]:
        language = self._reading.language
        said = self._reading.kit.tongue.say(lambda language: say_save(revision, language))
        yield Piece(said, "muted", language.code, above=10 if number else 0)
        if revision.reason:
            yield Piece(revision.reason, "label")
        yield from (Piece(line, language=language.code) for line in self._lines(revision, language))

    def _lines(self, revision: Revision, language: Language) -> list[str]:
        if revision.number == 1:
            return [language.text(FIRST_SAVE)]
        told = [say_change(change, language, self._reading.places) for change in revision.changes[:_MOST_CHANGES]]
        if more := len(revision.changes) - len(told):
            told.append(language.plural(MORE_CHANGES, more))
        return told


def say_save(revision: Revision, language: Language) -> str:
    """When a save was made, by the clock of this computer, and by whom."""
    at = dt.datetime.fromisoformat(revision.at).astimezone()
    said = {"day": language.date(at.date()), "time": say_code(f"{at:%H:%M}")}
    return language.text(SAVED_BY, actor=revision.actor, **said) if revision.actor else language.text(SAVED, **said)
