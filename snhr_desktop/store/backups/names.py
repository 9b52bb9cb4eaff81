"""What a backup is called: its number in the order of making, the moment (UTC) and why it was made.

The number decides which is newer: a clock that jumps back must not make today's backup the oldest.
"""

import datetime as dt
import re
from dataclasses import dataclass
from typing import Self

MANUAL, DAILY, CLOSING, IMPORT, MIGRATION = "manual", "daily", "closing", "import", "migration"
ENDING = ".snhr"
UNFINISHED = ".new"
"""Ends the name of a backup that is not whole yet; such a folder is nobody's, and the next backup removes it."""
_NAME = re.compile(r"(\d{6,9})-(\d{8}T\d{6}Z)-([a-z]{1,20})\.snhr")
_MOMENT = "%Y%m%dT%H%M%SZ"


@dataclass(frozen=True, order=True)
class Name:
    """The name of one backup. `why` is one of the words above; `at` is UTC."""

    number: int
    at: dt.datetime
    why: str

    def __str__(self) -> str:
        return f"{self.number:06}-{self.at.strftime(_MOMENT)}-{self.why}{ENDING}"

    @classmethod
    def parse(cls, text: str) -> Self | None:
        """The name that a folder has, or None for one that is no backup of ours."""
        found = _NAME.fullmatch(text)
        if found is None:
            return None
        try:
            at = dt.datetime.strptime(found[2], _MOMENT).replace(tzinfo=dt.UTC)
        except ValueError:
            return None
        return cls(int(found[1]), at, found[3])
