"""The notes of reviewers beside the form of a saved incident: to be read, never edited."""

from PySide6.QtWidgets import QWidget

from snhr_desktop.ui.forms.means import Means
from snhr_desktop.ui.incidents.record.notes import NOTES, note_pieces
from snhr_desktop.ui.incidents.record.prose import Prose
from snhr_desktop.ui.incidents.record.reading import Reading
from snhr_desktop.ui.operations import Operations
from snhr_desktop.ui.when_seen import WhenSeen
from snhr_desktop.ui.widgets import Card, ScrollBody
from snhr_desktop.workspace import Note

_HIGHEST = 170


class NotesCard(Card):
    """Hidden while there is no note on the incident that is shown."""

    def __init__(self, means: Means, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(means.kit, NOTES, parent=parent)
        self._operations, self._reading = operations, Reading(means.kit, operations.gazetteer)
        self._uid, self._thread = "", tuple[Note, ...]()
        self.thread_room = ScrollBody()
        means.kit.theme.measure(self.thread_room, maximumHeight=_HIGHEST)
        self._content = QWidget()
        self.thread_room.column.addWidget(self._content)
        self.thread_room.column.addStretch(1)
        self.body.addWidget(self.thread_room)
        again = WhenSeen(self, self._say_again)
        means.kit.tongue.on_switch(self, again)
        means.kit.theme.on_change(self, again)
        self.hide()

    def show_uid(self, uid: str) -> None:
        """Show the notes on an incident; none for one that was never saved."""
        self._uid = uid
        self._take(())
        if uid:
            self._operations.ask(lambda workspace: workspace.notes(uid), self._take, owner=self, key="form notes")

    def _take(self, thread: tuple[Note, ...]) -> None:
        self._thread = thread
        self.setVisible(bool(thread))
        self._say_again()

    def _say_again(self) -> None:
        fresh = Prose(self._reading.kit, tuple(note_pieces(self._reading, self._thread)), NOTES)
        self.thread_room.column.replaceWidget(self._content, fresh)
        self._content.hide()
        self._content.deleteLater()
        self._content = fresh
        fresh.show()
