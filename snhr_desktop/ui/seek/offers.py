"""The pages and commands of the window, as the palette offers them."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from snhr_desktop.ui.commands import COMMANDS, Commands
from snhr_desktop.ui.page import PageEntry
from snhr_desktop.ui.seek.row import Offer


def offers(entries: Iterable[PageEntry], commands: Commands, go: Callable[[str], None]) -> Iterator[Offer]:
    """Every page of the side bar and every command that can be done now; the palette itself is open already."""
    for entry in entries:
        if entry.listed:
            yield Offer(entry.title, entry.icon, "", partial(go, entry.key))
    for command in COMMANDS:
        action = commands.actions[command.key]
        if command.key != "search" and action.isEnabled():
            yield Offer(command.words, "chevron-right", command.shortcut, action.trigger)
