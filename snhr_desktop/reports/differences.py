"""Two answers to the same questions, and what differs: in a published report and now, number by number."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from snhr_desktop.domain.dates import say_span
from snhr_desktop.figures import BREAKDOWNS, FIGURES
from snhr_desktop.figures.figure import Answer
from snhr_desktop.i18n import N_, NC_, NP_, Language, piece
from snhr_desktop.reports.telling import Telling

OF_TERM = N_("{figure}: {term}")
OF_DAYS = N_("{figure}, {days}")
POINTS = NC_("difference of two percentages", "{difference} points")
MORE = {
    "victims": NP_("+{n} victim", "+{n} victims"),
    "incidents": NP_("+{n} incident", "+{n} incidents"),
    "facility_impacts": NP_("+{n} facility impact", "+{n} facility impacts"),
    "attacks": NP_("+{n} attack", "+{n} attacks"),
    "munitions": NP_("+{n} munition", "+{n} munitions"),
    "arrests": NP_("+{n} arrest", "+{n} arrests"),
    "releases": NP_("+{n} release", "+{n} releases"),
    "cases": NP_("+{n} case", "+{n} cases"),
}
LESS = {
    "victims": NP_("−{n} victim", "−{n} victims"),
    "incidents": NP_("−{n} incident", "−{n} incidents"),
    "facility_impacts": NP_("−{n} facility impact", "−{n} facility impacts"),
    "attacks": NP_("−{n} attack", "−{n} attacks"),
    "munitions": NP_("−{n} munition", "−{n} munitions"),
    "arrests": NP_("−{n} arrest", "−{n} arrests"),
    "releases": NP_("−{n} release", "−{n} releases"),
    "cases": NP_("−{n} case", "−{n} cases"),
}
"""By unit: a number that grew, and one that shrank."""

Days = tuple[dt.date, dt.date]
"""First and last, both inclusive."""


@dataclass(frozen=True)
class Difference:
    """One number that differs: a total (blank breakdown and term) or one term. None is a share of nothing.

    `days` are given where it counts others than those reported on: a month before, a year so far.
    """

    figure: str
    breakdown: str
    term: str
    before: float | None
    after: float | None
    days: Days | None = None

    @property
    def by(self) -> float:
        """How much was added; negative where the number shrank."""
        return round((self.after or 0) - (self.before or 0), 1)

    def named(self, telling: Telling) -> str:
        """The figure by its title, with the term."""
        figure = telling.title_of(self.figure)
        if self.days:
            return telling.text(OF_DAYS, figure=figure, days=say_span(*self.days, telling.language))
        if self.breakdown:
            return telling.text(OF_TERM, figure=figure, term=telling.term(self.breakdown, self.term))
        return figure

    def number(self, number: float | None, language: Language) -> str:
        """One of the two numbers, as in a table."""
        return FIGURES[self.figure].unit.figures(number, language)

    def signed(self, language: Language) -> str:
        """The difference alone, with its sign: +2, −1, +0.3 points."""
        sign, counting = "+" if self.by > 0 else "−", FIGURES[self.figure].unit.counting
        number = language.number(abs(self.by), 0 if counting else 1)
        said = piece(f"{sign}{number}")
        return said if counting else language.isolate(language.text(POINTS, difference=said))

    def said(self, language: Language) -> str:
        """The difference with its noun: +2 victims, «زيادة ضحيتين»."""
        unit = FIGURES[self.figure].unit
        if unit.counting is None:
            return self.signed(language)
        return language.plural((MORE if self.by > 0 else LESS)[unit.code], int(abs(self.by)))


def whole_differences(before: Mapping[str, Answer], after: Mapping[str, Answer], days: Days) -> Iterator[Difference]:
    """Every total that differs, of days beside those reported on."""
    return (replace(one, days=days) for one in differences(before, after) if not one.breakdown)


def differences(before: Mapping[str, Answer], after: Mapping[str, Answer]) -> Iterator[Difference]:
    """Every number that both counted and that differs, in the order of the catalogue, each total before its terms."""
    for code in FIGURES:
        old, new = before.get(code), after.get(code)
        if old is None or new is None:
            continue
        if old.total != new.total:
            yield Difference(code, "", "", old.total, new.total)
        for breakdown in (b for b in new.by if b in old.by):
            was, now = old.by[breakdown], new.by[breakdown]
            for term in BREAKDOWNS[breakdown].ordered(dict.fromkeys((*was, *now), 1)):
                if was.get(term, 0) != now.get(term, 0):
                    yield Difference(code, breakdown, term, was.get(term, 0), now.get(term, 0))
