"""Who waits for a pack to be read, taken in or out: hears how far that has come, and may call it off."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from snhr_desktop.errors import Refusal
from snhr_desktop.i18n import N_

T = TypeVar("T")


class PackStopped(Refusal):
    """A person called it off."""

    said = N_("It was called off.")
    advice = N_("Nothing was changed.")


@dataclass(frozen=True)
class Watch:
    """`told` hears how many records of how many were gone through; once `wanted` says no, nothing is read or changed.

    `settling` hears that all is written and only has to be put away for good: from then on it cannot be called off.
    """

    told: Callable[[int, int], object] = lambda _done, _of: None
    wanted: Callable[[], bool] = lambda: True
    settling: Callable[[], object] = lambda: None

    def look(self) -> None:
        """Raise `PackStopped` where nobody wants it any more."""
        if not self.wanted():
            raise PackStopped

    def over(self, items: Iterable[T]) -> Iterator[T]:
        """The items, as long as they are wanted. Raises `PackStopped`."""
        for item in items:
            self.look()
            yield item

    def settle(self) -> None:
        """The last moment at which it can be called off. Raises `PackStopped`."""
        self.look()
        self.settling()


@dataclass
class Counting:
    """Hands on records, and tells after each how many of how many there were in all."""

    watch: Watch
    of: int
    done: int = 0

    def __call__(self, items: Iterable[T]) -> Iterator[T]:
        """The same records. Raises `PackStopped`."""
        for item in items:
            yield item
            self.done += 1
            self.watch.look()
            self.watch.told(self.done, self.of)


UNWATCHED = Watch()
"""For whoever just waits."""
