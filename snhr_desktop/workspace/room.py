"""Room on the disk: kept back for the save in hand, and told when it is in use."""

import functools
from collections.abc import Callable
from typing import ParamSpec, TypeVar

from snhr_desktop.errors import SpareRoomGiven
from snhr_desktop.store import ballast
from snhr_desktop.workspace.door import Door

Given = ParamSpec("Given")
Result = TypeVar("Result")


def into_spare_room(act: Callable[Given, Result]) -> Callable[Given, Result]:
    """Have what one person typed written once more, into the room kept back for it, where the disk is full."""

    @functools.wraps(act)
    def acting(*given: Given.args, **named: Given.kwargs) -> Result:
        try:
            return act(*given, **named)
        except SpareRoomGiven:
            return act(*given, **named)

    return acting


class RoomDoor(Door):
    """Whether the disk still has the room that a store wants."""

    def is_short_of_room(self) -> bool:
        """Whether the store had to use what was kept back for a full disk, and still has no room to keep it again."""
        return not self._store.info.read_only and not ballast.is_kept(self._store.folder)
