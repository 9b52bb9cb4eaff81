"""What one incident or case adds to figures: kept when a report is published, compared when it is looked up."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Self

from snhr_desktop.figures.breakdowns import BREAKDOWNS, PUBLISHED_PLACE, Breakdown
from snhr_desktop.figures.figure import Figure

_EXACT, _SHOWN = "subdistrict/", f"{PUBLISHED_PLACE}/"
Cells = tuple[int, ...]
"""The number added; then, of a share, how many of it are the part, and how many uses state no number."""


@dataclass(frozen=True)
class Contribution:
    """`placed` gives the term of each breakdown that the incident itself stands under.

    `cells` go by figure, then by `breakdown/term` for what is known of a fact alone, with a blank for the whole. A case
    is placed nowhere as a whole, since it may end elsewhere than it began: all its terms stand in the cells.
    """

    placed: Mapping[str, str]
    cells: dict[str, dict[str, Cells]] = field(default_factory=dict)

    def take(self, alike: Sequence[Figure], breakdown: Breakdown | None, term: str, cells: Iterator[Any]) -> None:
        """Read the cells of figures that were asked for together, in their order."""
        key = f"{breakdown.code}/{term}" if breakdown else ""
        for figure in alike:
            said = tuple(int(next(cells) or 0) for _ in range(width(figure)))
            if any(said) and (breakdown is None or breakdown.code in (*figure.breakdown_codes, PUBLISHED_PLACE)):
                self.cells.setdefault(figure.code, {})[key] = said

    def to(self, figure: str, breakdown: str = "", term: str = "") -> Cells:
        """What is added to a figure, or to one term of a breakdown; nothing where the incident is not in it."""
        own = self.cells.get(figure, {})
        if breakdown and BREAKDOWNS[breakdown].of_incident and self.placed:
            return own.get("", ()) if self.placed.get(breakdown) == term else ()
        return own.get(f"{breakdown}/{term}" if breakdown else "", ())

    def as_published(self) -> Self:
        """The same, under the sub-district that may be published."""
        if not self.placed:
            return replace(self, cells={code: _as_published(said) for code, said in self.cells.items()})
        return replace(self, placed={**self.placed, "subdistrict": self.placed.get(PUBLISHED_PLACE, "")})

    def dump(self) -> dict[str, Any]:
        """The whole as JSON carries it."""
        return {"placed": dict(self.placed), "cells": {code: dict(said) for code, said in self.cells.items()}}

    @classmethod
    def load(cls, raw: Mapping[str, Any]) -> Self:
        """What `dump` gave."""
        cells = {code: {key: tuple(said) for key, said in by.items()} for code, by in raw.get("cells", {}).items()}
        return cls(raw.get("placed", {}), cells)


def _as_published(said: Mapping[str, Cells]) -> dict[str, Cells]:
    kept = {key: cells for key, cells in said.items() if not key.startswith(_EXACT)}
    return kept | {key.replace(_SHOWN, _EXACT, 1): n for key, n in said.items() if key.startswith(_SHOWN)}


NOTHING = Contribution({})
"""Of an incident that is in no figure."""


def width(figure: Figure) -> int:
    """How many cells a figure has."""
    return 1 + bool(figure.question.part) + figure.question.nullable
