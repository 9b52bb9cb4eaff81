"""A check of the store under way: what is being checked, and whether it is still wanted; asked from any thread."""

import threading

from snhr_desktop.errors import Refusal
from snhr_desktop.i18n import N_, Message


class CheckStopped(Refusal):
    """It was called off by whoever asked for it."""

    said = N_("The check was stopped before its end.")
    advice = N_("Nothing was changed. What was not checked yet may be wrong or right.")


class Checking:
    """Follows one check, and calls it off."""

    def __init__(self) -> None:
        self._asked = threading.Event()
        self.now: tuple[Message, int, int] | None = None
        """What is being checked, how many of how many are done."""

    def stop(self) -> None:
        """Call it off; it ends soon, with `CheckStopped`. Only the reading of every page is ended when it is done."""
        self._asked.set()

    def stopped(self) -> bool:
        """Whether it was called off."""
        return self._asked.is_set()

    def __call__(self, what: Message, done: int, of: int) -> None:
        """Hear what begins. Raises `CheckStopped`."""
        if self.stopped():
            raise CheckStopped
        self.now = what, done, of
