"""A section of a report: a title, and a function that turns one edition into parts."""

from collections.abc import Callable
from dataclasses import dataclass

from snhr_desktop.i18n import Message
from snhr_desktop.reports.edition import Edition
from snhr_desktop.reports.parts import Part

PLAIN, NUMBERED, ANNEX = "plain", "numbered", "annex"


@dataclass(frozen=True)
class Section:
    """`level` 1 opens a numbered section or annex; level 2 is a part of the section before it.

    A part of level 2 that has nothing to say is left out with its title.
    """

    code: str
    title: Message
    build: Callable[[Edition], tuple[Part, ...]]
    level: int = 1
    numbering: str = PLAIN
