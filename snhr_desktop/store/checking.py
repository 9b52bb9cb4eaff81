"""A check of the store under way: what is being checked, and whether it is still wanted; asked from any thread."""

import threading
import zlib
from collections.abc import Callable
from dataclasses import dataclass

from snhr_desktop.errors import Refusal
from snhr_desktop.i18n import N_, Language, Message

STEP = N_("{done} of {of}: {what}")
READ = N_("Records read: {read} of {records}")


class CheckStopped(Refusal):
    """It was called off by whoever asked for it."""

    said = N_("The check was stopped before its end.")
    advice = N_("Nothing was changed. What was not checked yet may be wrong or right.")


NO_SENSE = (ValueError, LookupError, TypeError, AttributeError, ArithmeticError, zlib.error)
"""What is raised where something in the store, changed behind the back of the program, can no longer be read."""


@dataclass(frozen=True)
class Step:
    """A check under way: what is checked, how many of how many checks are done, and in a long one how many records.

    `records` is 0 where the check tells none.
    """

    what: Message
    done: int
    of: int
    read: int = 0
    records: int = 0

    def tell(self, language: Language) -> str:
        """In a line."""
        line = language.text(STEP, done=self.done + 1, of=self.of, what=language.text(self.what))
        if not self.records:
            return line
        return f"{line} {language.text(READ, read=language.number(self.read), records=language.number(self.records))}"


Progress = Callable[[Step], object]
"""Is told what begins to be checked, and how far it is. What it raises ends the check."""
Reading = Callable[[int, int], object]
"""Is told within one check how many of how many records were read."""


class Checking:
    """Follows one check, and calls it off."""

    def __init__(self) -> None:
        self._asked = threading.Event()
        self.now: Step | None = None

    def stop(self) -> None:
        """Call it off; it ends soon, with `CheckStopped`."""
        self._asked.set()

    def stopped(self) -> bool:
        """Whether it was called off."""
        return self._asked.is_set()

    def __call__(self, step: Step) -> None:
        """Hear what begins, or how far it is. Raises `CheckStopped`."""
        if self.stopped():
            raise CheckStopped
        self.now = step
