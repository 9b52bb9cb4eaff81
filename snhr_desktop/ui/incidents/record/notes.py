"""The notes of reviewers on an incident: a thread that is read here and only ever added to."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from snhr_desktop.i18n import N_
from snhr_desktop.ui.commands import with_key
from snhr_desktop.ui.incidents.record.moments import say_moment
from snhr_desktop.ui.incidents.record.prose import Piece, Prose
from snhr_desktop.ui.incidents.record.reading import Reading, rule
from snhr_desktop.ui.widgets import button
from snhr_desktop.workspace import Note

NOTES = N_("Notes of the review")
NO_NOTES = N_("No note yet.")
ADD = N_("Add a note")
_APART = 10


class NotesView(QWidget):
    """`add` is the button that asks for a new one."""

    def __init__(self, reading: Reading, thread: tuple[Note, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.add: QPushButton = button(reading.kit, ADD, "plus", "quiet", with_key(ADD, "Ctrl+M"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(rule())
        column.addWidget(reading.line(reading.language.text(NOTES), "subheading"))
        if thread:
            column.addWidget(Prose(reading.kit, tuple(note_pieces(reading, thread)), NOTES))
        else:
            column.addWidget(reading.line(reading.language.text(NO_NOTES), "muted"))
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeading)


def note_pieces(reading: Reading, thread: tuple[Note, ...]) -> Iterator[Piece]:
    """Who wrote each note and when, and below it what, in its own direction."""
    language = reading.language
    for number, note in enumerate(thread):
        said = reading.kit.tongue.say(partial(say_moment, note.at, note.actor))
        yield Piece(said, "muted", language.code, above=_APART if number else 0)
        yield from (Piece(line, paragraph=True) for line in note.text.split("\n"))
