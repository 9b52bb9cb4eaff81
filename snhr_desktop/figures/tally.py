"""The sums that an answer is made of: they can be put together and taken apart, which an answer cannot."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Self

from snhr_desktop.figures.figure import Answer, Figure


@dataclass
class Tally:
    """The sums of one figure: its number, the part of a share, uses without a number, and the terms."""

    by: dict[str, dict[str, int]] = field(default_factory=dict)
    total: int = 0
    part: int = 0
    unstated: int = 0

    def take(self, figure: Figure, breakdown: str, term: str, cells: Iterator[int | None]) -> None:
        """Read the figure's cells of one row, of a breakdown that the figure may not have."""
        number = next(cells) or 0
        part = next(cells) or 0 if figure.question.part else 0
        unstated = next(cells) or 0 if figure.question.nullable else 0
        if not breakdown:
            self.total, self.part, self.unstated = number, part, unstated
        elif breakdown in figure.breakdown_codes:
            self.by.setdefault(breakdown, {})[term] = number

    def exchanged(self, before: Self, after: Self) -> "Tally":
        """The sums once one part of what they count has changed from `before` to `after`."""
        if before == after:
            return self
        return Tally(
            {code: self._terms(code, before, after) for code in {**self.by, **after.by}},
            self.total - before.total + after.total,
            self.part - before.part + after.part,
            self.unstated - before.unstated + after.unstated,
        )

    def answer(self, figure: Figure) -> Answer:
        """What is told of the sums."""
        total = _share(self.part, self.total) if figure.question.part else self.total
        by = {b.code: b.ordered(self.by.get(b.code, {})) for b in figure.breakdowns}
        return Answer(figure.code, figure.unit_code, total, by, self.unstated)

    def _terms(self, code: str, before: "Tally", after: "Tally") -> dict[str, int]:
        held, less, more = (tally.by.get(code, {}) for tally in (self, before, after))
        return {term: held.get(term, 0) - less.get(term, 0) + more.get(term, 0) for term in {**held, **more}}


Tallies = Mapping[str, Tally]
"""By code of the figure."""


def _share(part: int, whole: int) -> float | None:
    """Hundredths with one decimal, halves rounded up, reckoned in whole numbers so that anyone can recompute it."""
    return (2000 * part + whole) // (2 * whole) / 10 if whole else None
