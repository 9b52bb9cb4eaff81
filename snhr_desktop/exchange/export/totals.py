"""Totals of a workbook as formulas: each figure asks of the rows of a sheet what its declaration asks of the facts.

What a row counts as stands beside it in columns of facts, those that some figure asks for, in words of the reader. The
same declaration is followed twice: by formulas, and here while the rows are written, for readers that work out nothing.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

from snhr_desktop.domain.case_counting import CaseFact
from snhr_desktop.domain.counting import FacilityFact, IncidentFact, VictimFact, WeaponFact
from snhr_desktop.domain.records import FacilityImpact, Period, Victim, WeaponUse
from snhr_desktop.exchange.export.counted_words import Words
from snhr_desktop.figures import FIGURES
from snhr_desktop.figures.figure import Figure
from snhr_desktop.figures.question import Condition, Dates, Facts, Question, among
from snhr_desktop.figures.scopes import scope_condition
from snhr_desktop.i18n import N_, Message

LABELS: Mapping[str, Message] = {
    "standing": N_("counted, not yet, or set aside"),
    "dates": N_("days within the period or over its bounds"),
    "massacre": N_("massacre or not"),
    "fate": N_("killed or injured"),
    "victim_class": N_("man, woman or child"),
    "category": N_("category of the facility"),
    "event": N_("arrest, abduction or release"),
    "outcome": N_("what has become of the person since"),
    **{
        name: record.field(name).label
        for record, names in (
            (Victim, ("number", "civil_status", "occupation")),
            (FacilityImpact, ("type",)),
            (WeaponUse, ("weapon", "attacks", "munitions")),
        )
        for name in names
    },
}
"""What the columns of facts are called."""

STANDING, DATES = "standing", "dates"
"""Columns of every sheet of facts: whether what it belongs to counts, and how its days lie to the period."""

Head = IncidentFact | CaseFact
Fact = IncidentFact | VictimFact | FacilityFact | WeaponFact | CaseFact


@dataclass(frozen=True)
class Frame:
    """The period and scope that a workbook counts for."""

    period: Period
    scope: str

    def of(self, head: Head) -> tuple[str, str]:
        """Standing and dates of an incident or the event of a case: blank where it is outside of the frame."""
        condition = scope_condition(self.scope)
        if condition and not _holds(condition, head):
            return "", ""
        if self.period.area and self.period.area not in (head.governorate, head.district, head.subdistrict):
            return "", ""
        return head.standing, self._dates(head)

    def _dates(self, head: Head) -> str:
        first, last = self.period.first, self.period.last
        if head.first is None or head.last is None:
            return ""
        outside = (first is not None and head.last < first) or (last is not None and head.first > last)
        if outside:
            return ""
        within = (first is None or head.first >= first) and (last is None or head.last <= last)
        return Dates.WITHIN.value if within else Dates.STRADDLING.value


def columns(facts: Facts) -> tuple[str, ...]:
    """The columns of facts that some figure asks for, in the order they are asked."""
    found: dict[str, None] = {STANDING: None, DATES: None}
    for figure in FIGURES.values():
        question = figure.question
        if question.facts is facts:
            asked = [condition.column for condition in (*question.where, *question.part)]
            asked += [question.measure] if question.measure else []
            asked += [one.column for one in figure.breakdowns if not one.of_incident]
            found |= dict.fromkeys(asked)
    return tuple(found)


def cells(facts: Facts, fact: Fact, frame: tuple[str, str], words: Words) -> list[Any]:
    """The cells of a row under `columns`."""
    held = {STANDING: frame[0], DATES: frame[1]}
    return [words.cell(name, held[name] if name in held else getattr(fact, name)) for name in columns(facts)]


class Sums:
    """The totals, added up while the rows are written."""

    def __init__(self, figures: Sequence[Figure]) -> None:
        self._figures = figures
        self._whole: Counter[str] = Counter()
        self._part: Counter[str] = Counter()

    def take(self, facts: Facts, fact: Fact, frame: tuple[str, str]) -> None:
        """Count one row."""
        for figure in self._figures:
            question = figure.question
            if question.facts is not facts or frame != (question.frame.standing, question.frame.dates.value):
                continue
            if all(_holds(condition, fact) for condition in question.where):
                number = (getattr(fact, question.measure) or 0) if question.measure else 1
                self._whole[figure.code] += number
                if question.part and all(_holds(condition, fact) for condition in question.part):
                    self._part[figure.code] += number

    def total(self, figure: Figure) -> float | None:
        """The number of a figure; None for a share of nothing."""
        whole, part = self._whole[figure.code], self._part[figure.code]
        if not figure.question.part:
            return whole
        return (2000 * part + whole) // (2 * whole) / 10 if whole else None


def formula(question: Question, words: Words, place: Callable[[str], str]) -> str:
    """What a spreadsheet works out for a question. `place` gives the cells of a column of facts."""
    whole = _sum(question, question.where, words, place)
    if not question.part:
        return f"={whole}"
    part = _sum(question, (*question.where, *question.part), words, place)
    return f'=IF(({whole})=0,"",ROUND(100*({part})/({whole}),1))'


def _sum(question: Question, where: Iterable[Condition], words: Words, place: Callable[[str], str]) -> str:
    """One term for each way in which conditions with several codes can be met: they exclude each other."""
    frame = question.frame
    framed = (among(STANDING, frame.standing), among(DATES, frame.dates.value))
    several: list[list[str]] = []
    fixed: list[str] = []
    for condition in (*framed, *where):
        met = [f"{place(condition.column)},{criterion}" for criterion in _criteria(condition, words)]
        if condition.holds and len(met) > 1:
            several.append(met)
        else:
            fixed += met
    added = f"{place(question.measure)}," if question.measure else ""
    counting = "SUMIFS" if question.measure else "COUNTIFS"
    return "+".join(f"{counting}({added}{','.join((*fixed, *chosen))})" for chosen in product(*several))


def _criteria(condition: Condition, words: Words) -> Iterator[str]:
    for code in condition.codes:
        yield words.criterion(condition.column, code, holds=condition.holds)


def _holds(condition: Condition, fact: Fact) -> bool:
    return (getattr(fact, condition.column) in condition.codes) is condition.holds


def figures_of(facts: Mapping[Facts, object], *, counted_only: bool) -> Iterator[Figure]:
    """The figures that can be told of some sheets; of what is counted alone, none that stands apart."""
    for figure in FIGURES.values():
        if figure.question.facts in facts and not (figure.apart and counted_only):
            yield figure
