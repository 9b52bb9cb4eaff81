"""Remembers in the store which records were opened, for the palette to offer them while nothing is typed."""

from typing import Any

from PySide6.QtCore import QObject

from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.incidents.arrivals import PersonShown
from snhr_desktop.workspace import Changes

_KINDS = {"incidents": "incident", "entry": "incident", "reports": "report", "cases": "case", "case": "case"}
"""What a text handed to a page names."""


class Noting(QObject):
    """Listens to the doors of a desk and to what is saved; a store that may only be read remembers nothing."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._operations = desk.operations
        desk.page_asked.connect(self._note_opened)
        desk.operations.changed.connect(self._note_saved)

    def _note_opened(self, page: str, subject: Any) -> None:
        if isinstance(subject, PersonShown):
            self._note("person", subject.person)
        elif isinstance(subject, str) and subject and page in _KINDS:
            self._note(_KINDS[page], subject)

    def _note_saved(self, changes: Changes) -> None:
        """An incident saved by itself was being worked on; many at once came from a file."""
        if len(changes.uids) == 1:
            self._note("case" if "detention" in changes.types else "incident", changes.uids[0])

    def _note(self, kind: str, key: str) -> None:
        """Where it cannot be kept, nobody needs to hear of it."""
        self._operations.ask(lambda workspace: workspace.note_opened(kind, key), lambda _: None, lambda _: None)
