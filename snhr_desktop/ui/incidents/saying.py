"""What lists and pages say in short: codes in one piece, dates with their precision, that a file says otherwise."""

from typing import Protocol

from snhr_desktop.domain.dates import say_when
from snhr_desktop.domain.values import When
from snhr_desktop.i18n import N_, NP_, Language, piece
from snhr_desktop.ui.widgets.status_chip import Sign

FROM_DAY = N_("{first} –")
OTHERWISE = NP_("{n} conflict", "{n} conflicts")
_ASKING = Sign("triangle-alert", "amber")


class Asked(Protocol):
    """A row of a list whose record a file may say otherwise."""

    @property
    def otherwise(self) -> int:
        """Fields of which nobody has answered that yet."""


def say_conflicts(row: Asked, language: Language) -> tuple[str, ...]:
    """How many fields a file says otherwise; nothing where there is none."""
    return (language.plural(OTHERWISE, row.otherwise),) if row.otherwise else ()


def asking(row: Asked) -> Sign | None:
    """The sign of a row that asks for an answer."""
    return _ASKING if row.otherwise else None


def say_code(code: str) -> str:
    """A reference or a number as it was given, in one piece from left to right."""
    return piece(code) if code else ""


def say_in_figures(when: When, language: Language) -> tuple[str, ...]:
    """A date for a table: a day in figures, a range in two lines, anything wider in words."""
    if when.first is None or when.last is None or when.precision in ("month", "year", "week"):
        return (say_when(when, language),)
    first, last = language.short_date(when.first), language.short_date(when.last)
    if when.first == when.last:
        return (first,)
    return language.text(FROM_DAY, first=first), last
