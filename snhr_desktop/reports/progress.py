"""How far the making of a report has come, for whoever waits for it and may call it off."""

from collections.abc import Callable
from dataclasses import dataclass

from snhr_desktop.i18n import N_, Language, Message

CHECKING = N_("Checking the numbers…")
SETTING = N_("Setting page {page}…")
FINISHING = N_("Writing the file…")


@dataclass(frozen=True)
class Step:
    """What is done now; `page` counts from 1 where pages are set, and is 0 otherwise."""

    stage: Message
    page: int = 0

    def tell(self, language: Language) -> str:
        """The step in words."""
        return language.text(self.stage, page=language.number(self.page))


class Cancelled(Exception):
    """Raised by a `Progress` to call the making off: nothing was written."""


Progress = Callable[[Step], None]
"""Told each step. It may raise `Cancelled`."""


def unwatched(_: Step) -> None:
    """For whoever just waits."""
