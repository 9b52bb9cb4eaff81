"""Published beside recorded: what somebody printed, what the store computes today, and the difference.

A published figure is a record of its own kind. It is set beside the computed number and never added to it.
"""

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from snhr_desktop.domain.records import PublishedFigure
from snhr_desktop.figures.catalogue import FIGURES
from snhr_desktop.figures.figure import Answer, Figure

Asked = Callable[[str, str], Answer]
"""Answers a figure's code for a scope, in the period that the published figures belong to."""


@dataclass(frozen=True)
class Beside:
    """One published figure with the number recorded for the same figure, scope and term.

    `published` and `recorded` are None where there is no number to compare: the published value is no number, or
    the figure, its breakdown or its share is not one that the store computes.
    """

    source: PublishedFigure
    figure: Figure | None
    published: float | None
    recorded: float | None

    @property
    def difference(self) -> float | None:
        """Recorded less published: negative where the store holds less than was printed."""
        if self.published is None or self.recorded is None:
            return None
        return round(self.recorded - self.published, 1)


def beside(published: Iterable[PublishedFigure], ask: Asked) -> tuple[Beside, ...]:
    """Each published figure with what is recorded, in the scope it was published for."""
    return tuple(_beside(entry, ask) for entry in published)


def _beside(entry: PublishedFigure, ask: Asked) -> Beside:
    figure = FIGURES.get(entry.figure)
    answer = ask(entry.figure, entry.scope) if figure else None
    return Beside(entry, figure, _number(entry.value), _recorded(entry, answer) if answer else None)


def _recorded(entry: PublishedFigure, answer: Answer) -> float | None:
    if not entry.breakdown:
        return answer.total
    return answer.term(entry.breakdown, entry.term) if entry.breakdown in answer.by else None


def _number(value: str) -> float | None:
    """A published value as a number: digits of either script, grouped or not, a sign of per cent left out."""
    plain = value.replace(",", "").replace("٬", "").replace("٫", ".").rstrip("%٪ ")
    try:
        number = float(plain)
    except ValueError:
        return None
    if not math.isfinite(number):
        return None
    return int(number) if number.is_integer() else number
