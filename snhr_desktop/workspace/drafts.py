"""What was typed and not saved."""

from collections.abc import Mapping
from typing import Any

from snhr_desktop.store import drafts
from snhr_desktop.store.drafts import Draft
from snhr_desktop.workspace.door import Door


class DraftDoor(Door):
    """Drafts are raw mappings as a form holds them; nothing checks them."""

    def put_draft(self, key: str, raw: Mapping[str, Any]) -> None:
        """Keep what a form holds, as typed."""
        with self._store.writing() as connection:
            drafts.put(connection, key, raw)

    def drafts(self) -> tuple[Draft, ...]:
        """All drafts, the newest first."""
        with self._store.reading() as connection:
            return drafts.drafts(connection)

    def discard_draft(self, key: str) -> None:
        """Forget a draft."""
        with self._store.writing() as connection:
            drafts.discard(connection, key)
