"""What was typed into dialogs and not saved: each user finds their own again, and nobody else's."""

from collections.abc import Mapping
from typing import Any

from snhr_desktop.store import typed
from snhr_desktop.store.typed import typed_key
from snhr_desktop.workspace.door import Door


class TypedDoor(Door):
    """It is written as the drafts are, by `put_draft`."""

    def typed(self, place: str) -> Mapping[str, Any]:
        """What whoever works here typed into the dialog of that name."""
        if unwritten := self._unwritten.of(typed_key(self.typist, place)):
            return unwritten.raw
        with self._store.reading() as connection:
            return typed.typed(connection, self.typist, place)

    def places_typed_at(self) -> tuple[str, ...]:
        """The dialogs, and what they are about, in which something waits for whoever works here, the newest first."""
        with self._store.reading() as connection:
            return typed.places(connection, self.typist)

    def titles_of_typed(self) -> tuple[str, ...]:
        """What the dialogs are called in which something waits for whoever works here."""
        with self._store.reading() as connection:
            return typed.titles(connection, self.typist)
