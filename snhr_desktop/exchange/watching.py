"""Who waits for an import: hears how far it has come, and may call it off."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from snhr_desktop.exchange.refusals import ImportStopped

Item = TypeVar("Item")


@dataclass(frozen=True)
class Waiting:
    """`told` hears how many records are done; once `wanted` says no, the import ends and nothing of it is kept.

    `passed` hears how many bytes of the file, of how many, were read; a file may be read several times. `settling`
    hears that all is written and only has to be put away for good: from then on it cannot be called off. `guarding`
    hears, again and again, that a backup is being made before anything is written.
    """

    told: Callable[[int], object] = lambda _: None
    wanted: Callable[[], bool] = lambda: True
    passed: Callable[[int, int], object] = lambda _done, _of: None
    settling: Callable[[], object] = lambda: None
    guarding: Callable[[], object] = lambda: None

    def look(self) -> None:
        """Raise `ImportStopped` where nobody wants it any more."""
        if not self.wanted():
            raise ImportStopped

    def wanted_meanwhile(self) -> bool:
        """Whether it is still wanted, asked while the backup before it is made."""
        self.guarding()
        return self.wanted()

    def settle(self) -> None:
        """The last moment at which it can be called off. Raises `ImportStopped`."""
        self.look()
        self.settling()

    def over(self, items: Iterable[Item]) -> Iterator[Item]:
        """The items, as long as the import is wanted. Raises `ImportStopped`."""
        for item in items:
            self.look()
            yield item


UNWATCHED = Waiting()
"""For whoever just waits."""
