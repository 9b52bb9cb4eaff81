"""What was typed and not saved, and which windows are at it."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from snhr_desktop.domain.carrying import Carried, carried
from snhr_desktop.domain.records import RecordSet
from snhr_desktop.store import drafts, editing, history
from snhr_desktop.store.drafts import Draft
from snhr_desktop.store.editing import Editing
from snhr_desktop.workspace.draft_files import DraftFileDoor
from snhr_desktop.workspace.room import into_spare_room


class DraftDoor(DraftFileDoor):
    """Drafts are raw mappings as a form holds them; nothing checks them."""

    @into_spare_room
    def put_draft(self, key: str, raw: Mapping[str, Any]) -> None:
        """Keep what a form holds, as typed; of somebody switched off meanwhile too, so that nothing is lost."""
        with self._store.writing(guarded=False) as connection:
            self._look_at_myself()
            self._spare_unseen(key)
            drafts.put(connection, key, raw)
        self._need_not_wait(key)

    def drafts(self) -> tuple[Draft, ...]:
        """All drafts that no other window is at, those that wait for room on the disk too, the newest first.

        Whoever does not see who the sources are sees no draft that names one.
        """
        with self._store.reading() as connection:
            held = editing.held_by_others(connection, self.window)
            self._unwritten.settle(partial(drafts.at_of, connection))
            found = self._unwritten.among(drafts.drafts(connection))
            return tuple(draft for draft in found if not (_is_held(draft.key, held) or self._is_unseen(draft)))

    def hold(self, uid: str, window: str) -> tuple[Editing, ...]:
        """Say that a window has an incident open to be changed, and hear which others have."""
        with self._store.writing() as connection:
            return editing.hold(connection, uid, window, self._actor)

    def let_go(self, uid: str, window: str) -> None:
        """Say that it has not any more."""
        with self._store.writing(guarded=False) as connection:
            editing.let_go(connection, uid, window)

    def carry_over(self, of: type[RecordSet], raw: Mapping[str, Any]) -> Carried | None:
        """What was typed into an older state of a record, put onto the newest; None where it is that state.

        `raw` is the entry as a draft keeps it, `of` the kind of record set.
        """
        uid, number = str(raw[of.head_name]["uid"]), int(raw.get("revision") or 0)
        with self._store.reading() as connection:
            latest = history.latest(connection, uid)
            if latest in (None, number):
                return None
            saved, base = (self._eyes.body(history.whole(connection, uid, one) or {}) for one in (latest, number))
        return carried(base, raw, {**saved, "revision": latest}, of.head_name)

    def discard_draft(self, key: str) -> None:
        """Forget a draft."""
        with self._store.writing() as connection:
            self._spare_unseen(key)
            drafts.discard(connection, key)
        self._need_not_wait(key)


def _is_held(key: str, held: frozenset[tuple[str, str]]) -> bool:
    """Whether one of the windows that hold a record is at this draft of it."""
    uid, apart = drafts.belongs_to(key)
    return any(uid == record and window.startswith(apart) for record, window in held)
