"""A figure: declared once, and shown by panels, reports, exports and the command line alike."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from snhr_desktop.figures.breakdowns import BREAKDOWNS, Breakdown
from snhr_desktop.figures.question import Question
from snhr_desktop.figures.units import UNITS, Unit
from snhr_desktop.i18n import Message

PLACED = ("party", "month", "subdistrict")
"""The breakdowns by what is known of the incident itself; every figure that sums has them."""

_OF_INCIDENTS = frozenset({"incident", "attribution"})
_OF_CASES = frozenset({"detention", "detention_state"})


@dataclass(frozen=True)
class Figure:
    """Code, title, unit, definition in words, and the question that counts it.

    `also_reads` are the record types, beside the incident and its attributions, that a change of the number can
    come from; a figure of cases reads cases and their states. A figure that stands `apart` is never inside a total
    and is always shown as what it is.
    """

    code: str
    title: Message
    unit_code: str
    definition: Message
    question: Question
    also_reads: frozenset[str] = frozenset()
    breakdown_codes: tuple[str, ...] = PLACED
    apart: bool = False

    @property
    def unit(self) -> Unit:
        """What one is."""
        return UNITS[self.unit_code]

    @property
    def breakdowns(self) -> tuple[Breakdown, ...]:
        """The ways it is broken down, in the order they are shown."""
        return tuple(BREAKDOWNS[code] for code in self.breakdown_codes)

    @property
    def reads(self) -> frozenset[str]:
        """The record types whose change can change the number."""
        return (_OF_CASES if self.of_cases else _OF_INCIDENTS) | self.also_reads

    @property
    def of_cases(self) -> bool:
        """Whether cases stand behind the number, and not incidents."""
        return self.question.facts.of_cases


@dataclass(frozen=True)
class Answer:
    """The number of a figure for a period and scope.

    `total` is None only for a share of nothing. `by` holds, per breakdown, its terms in the order they are printed;
    terms that count nothing are left out, and what remains sums to the total. `unstated` is how many records of use
    say nothing of the number that is added up: they are in neither.
    """

    figure: str
    unit: str
    total: int | float | None
    by: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    unstated: int = 0

    def term(self, breakdown: str, term: str) -> int:
        """The number under one term; 0 where nothing is."""
        return self.by[breakdown].get(term, 0)
