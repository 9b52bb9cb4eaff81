"""How long whoever waits for long work waits to be heard, and to hear of it."""

import time

SOON = 0.2
"""Seconds within which a person is heard, and is told something."""


class Listening:
    """Asks whether anybody still waits and hears how far it has come, as the window does; notes the longest pauses.

    `until` are seconds after which nobody waits any more.
    """

    def __init__(self, until: float = float("inf")) -> None:
        self._began = self._asked = self._heard = time.perf_counter()
        self._off = self._began + until
        self._settled = False
        self.unasked = self.untold = 0.0
        """The longest times in which it could not be called off, and in which nothing was told."""

    def wanted(self) -> bool:
        """Whether anybody waits."""
        now = time.perf_counter()
        self.unasked, self._asked = max(self.unasked, now - self._asked), now
        return now < self._off

    def told(self, *_: object) -> None:
        """Something was told."""
        now = time.perf_counter()
        self.untold, self._heard = max(self.untold, now - self._heard), now

    def settling(self) -> None:
        """It is told that it cannot be called off any more: that it ends is the next thing a person hears."""
        self.wanted()
        self.told()
        self._settled = True

    def end(self) -> float:
        """It is over: how many seconds it took."""
        if not self._settled:
            self.wanted()
            self.told()
        return time.perf_counter() - self._began

    def since_off(self) -> float:
        """How many seconds nobody waits any more."""
        return time.perf_counter() - self._off
