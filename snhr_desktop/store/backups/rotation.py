"""Which backups are kept and which may go: the one place where that is declared."""

from collections.abc import Callable, Collection, Hashable, Sequence
from dataclasses import dataclass

from snhr_desktop.store.backups.names import Name


@dataclass(frozen=True)
class Keep:
    """How many are kept: the last so many, the newest good one of each of so many weeks, and of so many months."""

    last: int
    weeks: int
    months: int


OUTSIDE = Keep(last=7, weeks=5, months=12)
"""At the place a person chose."""
INSIDE = Keep(last=3, weeks=2, months=0)
"""In the store's own folder, where they take the room that the store needs."""


def surplus(held: Sequence[Name], good: Collection[Name], keep: Keep) -> tuple[Name, ...]:
    """What may be removed, the oldest first. `good` are those known to have been opened and found whole.

    The newest good one is never among them, and nothing is where none is good. What is newer is told by the number,
    never by the clock.
    """
    newest_first = sorted(held, key=lambda name: name.number, reverse=True)
    known_good = [name for name in newest_first if name in good]
    if not known_good:
        return ()
    kept = set(newest_first[: keep.last]) | {known_good[0]}
    kept |= _one_of_each(known_good, keep.weeks, lambda name: name.at.isocalendar()[:2])
    kept |= _one_of_each(known_good, keep.months, lambda name: (name.at.year, name.at.month))
    return tuple(name for name in reversed(newest_first) if name not in kept)


def _one_of_each(newest_first: Sequence[Name], most: int, span: Callable[[Name], Hashable]) -> set[Name]:
    found: dict[Hashable, Name] = {}
    for name in newest_first:
        if len(found) < most:
            found.setdefault(span(name), name)
    return set(found.values())
