"""One revision of an incident or case, as the whole record it was, after what is different now."""

from collections.abc import Iterable, Iterator
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from snhr_desktop.domain.records import Dossier
from snhr_desktop.i18n import N_
from snhr_desktop.ui.forms.sections import SECTIONS
from snhr_desktop.ui.incidents.record.head import RecordHead
from snhr_desktop.ui.incidents.record.prose import Piece, Prose
from snhr_desktop.ui.incidents.record.reading import Reading, rule
from snhr_desktop.ui.incidents.record.section import SectionView, says_something
from snhr_desktop.ui.incidents.record.since import difference
from snhr_desktop.ui.problems import say_problem
from snhr_desktop.workspace import Earlier

SINCE_THEN = N_("What is different now")
SAME = N_("Nothing: the record is the same now.")
UNREAD = N_("Values of that time that can no longer be read")
_MOST = 60


class RevisionView(QWidget):
    """Sensitive fields stand behind their button, as in the record."""

    def __init__(
        self, reading: Reading, earlier: Earlier[Any], contents: Iterable[QWidget], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        language = reading.language
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 0, 8, 0)
        column.setSpacing(14)
        lines = difference(earlier.since, language, reading, _MOST) or [language.text(SAME)]
        told = [Piece(language.text(SINCE_THEN), "label"), *(Piece(line, language=language.code) for line in lines)]
        if earlier.unread:
            told.append(Piece(language.text(UNREAD), "label", above=6))
            told += (Piece(say_problem(problem, language), language=language.code) for problem in earlier.unread)
        column.addWidget(Prose(reading.kit, told, SINCE_THEN))
        column.addWidget(rule())
        for widget in contents:
            column.addWidget(widget)


def incident_contents(reading: Reading, dossier: Dossier) -> Iterator[QWidget]:
    """All that is told of an incident."""
    yield RecordHead(reading, dossier)
    for section in SECTIONS:
        if says_something(section, dossier):
            yield SectionView(reading, section, dossier)
