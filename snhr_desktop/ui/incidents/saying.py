"""What lists and pages say in figures: codes in one piece, dates with their precision."""

from snhr_desktop.domain.dates import say_when
from snhr_desktop.domain.values import When
from snhr_desktop.i18n import N_, Language, piece

FROM_DAY = N_("{first} –")


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
