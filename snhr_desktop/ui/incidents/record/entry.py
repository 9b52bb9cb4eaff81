"""Records of an incident's lists: what each is called, its details in a line, its paragraphs, what is protected."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from snhr_desktop.domain.headlines import details, headline
from snhr_desktop.domain.kinds import Text
from snhr_desktop.domain.records import Record
from snhr_desktop.i18n import N_
from snhr_desktop.ui.incidents.record.prose import Piece, Prose
from snhr_desktop.ui.incidents.record.reading import Reading
from snhr_desktop.ui.widgets import button

SHOW_PROTECTED = N_("Show protected fields")
_APART = 8


class Entries(QWidget):
    """Victims, parties, facilities, weapons or sources, below each other."""

    def __init__(self, reading: Reading, records: tuple[Record, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reading = reading
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        together: list[Record] = []
        for record in records:
            together.append(record)
            if _has_protected(record):
                self._add(together)
                self._offer_protected(record)
                together = []
        if together:
            self._add(together)

    def _add(self, records: list[Record]) -> None:
        pieces = [piece for number, record in enumerate(records) for piece in _pieces(self._reading, record, number)]
        self._column.addWidget(Prose(self._reading.kit, pieces, records[0].title))

    def _offer_protected(self, record: Record) -> None:
        """Who a source is stands on no screen until it is asked for."""
        show = button(self._reading.kit, SHOW_PROTECTED, "lock", "quiet")
        at = self._column.count()

        def reveal() -> None:
            show.hide()
            show.deleteLater()
            pieces = list(_protected(self._reading, record))
            self._column.insertWidget(at, Prose(self._reading.kit, pieces, SHOW_PROTECTED))

        show.clicked.connect(reveal)
        self._column.addWidget(show, 0, Qt.AlignmentFlag.AlignLeading)


def _pieces(reading: Reading, record: Record, number: int) -> Iterator[Piece]:
    language = reading.language
    name, told = headline(record, language)
    yield Piece(name, "label", above=_APART if number else 0)
    if line := details(record, told, language, reading.places):
        yield Piece(reading.kit.tongue.say(lambda _: line), "muted", language.code)
    for field in record.fields():
        kind, value = field.kind, getattr(record, field.name)
        if isinstance(kind, Text) and kind.lines and value and not field.sensitive:
            yield Piece(language.text(field.label), "note", above=2)
            yield Piece(value, language=field.language, paragraph=True)


def _protected(reading: Reading, record: Record) -> Iterator[Piece]:
    for field in record.fields():
        value = getattr(record, field.name)
        if field.sensitive and value:
            yield Piece(reading.language.text(field.label), "note")
            yield Piece(value)


def _has_protected(record: Record) -> bool:
    return any(field.sensitive and getattr(record, field.name) for field in record.fields())
