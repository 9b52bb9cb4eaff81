"""What a column of a list is: its heading, what it says of a row, and what it sorts by."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from snhr_desktop.domain.places import Gazetteer
from snhr_desktop.i18n import Language, Message
from snhr_desktop.ui.widgets.status_chip import Sign

Lines = tuple[str, ...]
"""What a cell says: a first line, and others of less weight below it."""


@dataclass(frozen=True)
class Column:
    """One column. `order` is the key it sorts by in a query, blank where it does not.

    `say` is what a cell says of a row; `number` takes its place where the row has a number. `width` is the least it
    needs in px, `share` its part of the room that is left. When the list is narrow, columns with the highest `spare`
    are left out first; those that are not `usual` show where a person chose them. `face` is how a cell is painted:
    `lines`, `strong`, `date`, `terms`, `status` or `toll`. `sign` is for a cell that asks for something, in its first
    line or, with `asks`, in the one below it.
    """

    key: str
    heading: Message
    say: Callable[[Any, Language, Gazetteer], Lines] | None = None
    order: str = ""
    width: int = 100
    share: int = 1
    spare: int = 0
    face: str = "lines"
    number: Callable[[Any], int | None] | None = None
    usual: bool = True
    sign: Callable[[Any], Sign | None] | None = None
    asks: int = 0

    @property
    def numeric(self) -> bool:
        """Whether its cells are numbers, which stand under each other by their last digit."""
        return self.number is not None

    def lines(self, row: Any, language: Language, places: Gazetteer) -> Lines:
        """What the cell of a row says in a language; a number that is not known says nothing."""
        if self.number is not None:
            number = self.number(row)
            return () if number is None else (language.number(number),)
        return self.say(row, language, places) if self.say else ()


def fitting(columns: Sequence[Column], room: int) -> tuple[Column, ...]:
    """The columns there is room for."""
    kept = list(columns)
    while sum(column.width for column in kept) > room and any(column.spare for column in kept):
        kept.remove(max(kept, key=lambda column: column.spare))
    return tuple(kept)
