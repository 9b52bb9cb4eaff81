"""The numbers that a snapshot can tell: what a sentence may say of each figure, and what it may say at all."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from snhr_desktop.domain.counting import tally
from snhr_desktop.figures.figure import Answer
from snhr_desktop.reports.agreement.numbers import value
from snhr_desktop.reports.snapshot import Snapshot

_CLASSES = ("men", "women", "children", "not_known")


@dataclass(frozen=True)
class Recorded:
    """Looked up once for all sentences of an edition."""

    snapshot: Snapshot

    @classmethod
    def of(cls, snapshot: Snapshot) -> "Recorded":
        """The numbers of a snapshot; of a dossier the toll of its incident, whatever else happened on those days."""
        if snapshot.filed:
            return cls(replace(snapshot, answers={**snapshot.answers, **snapshot.filed.toll}))
        return cls(snapshot)

    def total(self, code: str) -> float:
        """The whole number of a figure, or of a class of the civilians killed."""
        killed = self.snapshot.answers["civilians_killed"]
        if code in _CLASSES:
            return killed.term("class", code)
        return self.snapshot.answers[code].total or 0

    def of_noun(self, code: str) -> frozenset[float]:
        """What may be said with the noun of a figure or class: its total, its parts, what was published of it."""
        return self._by_noun.get(code, frozenset())

    @cached_property
    def _by_noun(self) -> Mapping[str, frozenset[float]]:
        answers, classes = self.snapshot.answers, {code: set[float]() for code in _CLASSES}
        by_class = [answers[code].by["class"] for code in ("civilians_killed", "civilians_injured")]
        for terms in (*by_class, *self.snapshot.parties.values(), *self._tolls()):
            for code in _CLASSES:
                classes[code].add(terms.get(code, 0))
        figures = {code: self._parts(code) for code in answers}
        listed = {float(n) for line in self.snapshot.incidents for n in (line.killed, line.injured)}
        figures["civilians_killed"] |= figures["civilians_injured"] | listed
        for beside in self.snapshot.compared:
            entry, published = beside.source, value(beside.source.value)
            code = entry.term if entry.breakdown == "class" else entry.figure
            found = classes.get(code, figures.get(code))
            if found is not None and published is not None:
                found.add(published)
        return {code: frozenset(numbers) for code, numbers in {**figures, **classes}.items()}

    def _parts(self, code: str) -> set[float]:
        answer = self.snapshot.answers[code]
        return {float(answer.total or 0), *(float(n) for terms in answer.by.values() for n in terms.values())}

    def _tolls(self) -> Iterable[Mapping[str, int]]:
        return (tally(dossier.victims, fate) for dossier in self.snapshot.massacres for fate in ("killed", "injured"))

    @cached_property
    def published(self) -> Mapping[str, frozenset[float]]:
        """The numbers of each earlier report of the same period and scope, by its code."""
        return {one.code: frozenset(_numbers(one.answers)) for one in self.snapshot.earlier}

    @cached_property
    def counted(self) -> frozenset[float]:
        """Every number that is counted or published, shares left out."""
        numbers = {n for found in self._by_noun.values() for n in found}
        return frozenset(numbers - self.shares)

    @cached_property
    def shares(self) -> frozenset[float]:
        """The shares in per cent, recorded and published."""
        share = self.snapshot.answers["women_children_share"].total
        published = [value(b.source.value) for b in self.snapshot.compared if b.source.figure == "women_children_share"]
        return frozenset(n for n in (share, *published) if n is not None)

    @cached_property
    def tellable(self) -> frozenset[float]:
        """Every number that a sentence of the program may hold, the days and years of its dates among them."""
        snapshot = self.snapshot
        days = [snapshot.first, snapshot.last, snapshot.as_of.date()]
        dates = {float(n) for day in days for n in (day.day, day.year)}
        years = {float(year) for year in range(snapshot.first.year, snapshot.last.year + 1)}
        return self.counted | self.shares | dates | years


def _numbers(answers: Mapping[str, Answer]) -> Iterable[float]:
    for answer in answers.values():
        yield float(answer.total or 0)
        yield from (float(n) for terms in answer.by.values() for n in terms.values())
