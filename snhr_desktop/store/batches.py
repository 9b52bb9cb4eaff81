"""Many things, some at a time: enough that a statement is worth its preparation, few enough to hold and to wait for."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Protocol, TypeVar

AT_ONCE = 128

T = TypeVar("T")


class Watched(Protocol):
    """Hands things on one by one, and may tell how many, or raise where nobody waits for the rest."""

    def __call__(self, items: Iterable[T]) -> Iterable[T]:
        """The same things."""


def unwatched(items: Iterable[T]) -> Iterable[T]:
    """For whoever just waits."""
    return items


def batches(items: Iterable[T], most: int = AT_ONCE) -> Iterator[list[T]]:
    """The items in lists of at most so many."""
    left = iter(items)
    while some := list(islice(left, most)):
        yield some
