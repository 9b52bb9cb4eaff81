"""The area that a question asks about. A code that is no more asks about the place that came after it."""

from collections.abc import Sequence
from typing import Any, Protocol

BEFORE = "SELECT pcode FROM place WHERE former AND successor = :area"
"""The codes that led to `:area`, which records may still name."""


class Asked(Protocol):
    """What is asked of a connection."""

    def execute(self, _sql: str, _parameters: Sequence[Any] = (), /) -> Any:
        """Run one statement."""


def present(connection: Asked, area: str) -> str:
    """The code that stands for an area now: its own, also where it is not known, or that of what came after it."""
    asked = "SELECT successor FROM place WHERE pcode = ? AND former AND successor <> ''"
    found = connection.execute(asked, (area,)).fetchall()
    return str(found[0][0]) if found else area
