"""What history calls a save, and the words for it: the one list of them, for every page and every report."""

from collections.abc import Mapping
from types import MappingProxyType

from snhr_desktop.i18n import N_, NC_, Message

CREATED, CHANGED = "created", "changed"
MERGED, MERGED_AWAY, UNMERGED = "merged", "merged_away", "unmerged"
"""The saves of a merge: of the incident that stays, of the one that went into it, and of both when it is undone."""
TAKEN_BACK = "taken_back"
"""The save of a record by the undo of an import."""

MORE_THAN_A_SAVE: Mapping[str, Message] = MappingProxyType(
    {
        MERGED: N_("Another incident was merged into this one"),
        MERGED_AWAY: N_("Merged into another incident"),
        UNMERGED: N_("Merge undone"),
        TAKEN_BACK: N_("The import that brought it was taken back"),
    }
)
_CHANGED_WORDS = NC_("history", "Changed")
_WORDS = {CREATED: NC_("history", "First saved"), CHANGED: _CHANGED_WORDS, **MORE_THAN_A_SAVE}


def words(action: str) -> Message:
    """What a save is called. One that a later release made is a change to this one."""
    return _WORDS.get(action, _CHANGED_WORDS)
