"""Many things, some at a time: enough that a statement is worth its preparation, few enough to hold and to wait for."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

AT_ONCE = 128

T = TypeVar("T")


def batches(items: Iterable[T], most: int = AT_ONCE) -> Iterator[list[T]]:
    """The items in lists of at most so many."""
    left = iter(items)
    while some := list(islice(left, most)):
        yield some
