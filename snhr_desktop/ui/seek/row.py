"""A line of the palette: the heading of a group, or something found and the door that Enter opens."""

from collections.abc import Callable
from dataclasses import dataclass

from snhr_desktop.i18n import Language
from snhr_desktop.ui.tongue import Words


def _nothing(_: Language) -> str:
    return ""


@dataclass(frozen=True)
class Row:
    """`title` with a `note` below it and a `tail` at the trailing end; a heading has a title alone and no door."""

    title: Words
    note: Words = _nothing
    tail: Words = _nothing
    icon: str = ""
    open: Callable[[], None] | None = None

    @property
    def is_heading(self) -> bool:
        """Whether it only names a group."""
        return self.open is None


@dataclass(frozen=True)
class Offer:
    """A page or command of the window: its name, the key it has, and what it does."""

    title: Words
    icon: str
    key: str
    act: Callable[[], None]
