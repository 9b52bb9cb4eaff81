"""Whether the computer slept, told by its clocks alone: for machines on which nothing announces it."""

import time
from collections.abc import Callable

_LEAST = 2.0
"""Seconds by which the clocks must part: less is rounding."""
_LEAST_BY_WALL = 60.0
"""The same where only the clock on the wall runs on in sleep: it is also set by hand and by the network."""


def _apart() -> float:
    """Seconds by which the clock that runs on in sleep is ahead of the one that stops."""
    beside = time.clock_gettime(time.CLOCK_BOOTTIME) if hasattr(time, "CLOCK_BOOTTIME") else time.time()
    return beside - time.monotonic()


class Slept:
    """Asked now and then."""

    def __init__(self, apart: Callable[[], float] = _apart) -> None:
        self._apart, self._last = apart, apart()
        self._least = _LEAST if hasattr(time, "CLOCK_BOOTTIME") else _LEAST_BY_WALL

    def __call__(self) -> bool:
        """Whether it slept since this was last asked."""
        now = self._apart()
        slept, self._last = now - self._last > self._least, now
        return slept
