"""A snapshot told in one language: numbers, titles, units and places as both window and page say them."""

from collections.abc import Sequence
from dataclasses import dataclass

from snhr_desktop.figures.breakdowns import BREAKDOWNS
from snhr_desktop.figures.catalogue import FIGURES
from snhr_desktop.figures.figure import Answer
from snhr_desktop.i18n import Language, Message
from snhr_desktop.reports.snapshot import Snapshot


@dataclass(frozen=True)
class Telling:
    """What charts and tables are made with, for the screen and for paper; nothing here asks the store."""

    snapshot: Snapshot
    language: Language

    def text(self, message: Message, /, **values: object) -> str:
        """A message in the language told in."""
        return self.language.text(message, **values)

    def answer(self, code: str) -> Answer:
        """The answer of a figure."""
        return self.snapshot.answers[code]

    def total(self, code: str) -> int:
        """The whole number of a figure, 0 where there is none."""
        return int(self.answer(code).total or 0)

    def number(self, code: str) -> str:
        """The number of a figure as it stands in a table."""
        return FIGURES[code].unit.figures(self.answer(code).total, self.language)

    def title_of(self, code: str) -> str:
        """The title of a figure."""
        return self.text(FIGURES[code].title)

    def unit_of(self, code: str) -> str:
        """The unit that a figure counts in."""
        return self.text(FIGURES[code].unit.name)

    def term(self, breakdown: str, term: str) -> str:
        """What a term of a breakdown is called."""
        return BREAKDOWNS[breakdown].label(term, self.language, self.snapshot.place_name)

    def place(self, pcode: str) -> str:
        """The name of a place."""
        return self.snapshot.place_name(pcode, self.language)


def descending(telling: Telling, breakdown: str, figures: Sequence[str]) -> list[str]:
    """The terms of a breakdown without its remainder, by the first figure, then by the next ones."""
    by = [telling.answer(code).by[breakdown] for code in figures]
    found = dict.fromkeys(term for numbers in by for term in numbers)
    found.pop(BREAKDOWNS[breakdown].remainder, None)
    return sorted(found, key=lambda term: ([-numbers.get(term, 0) for numbers in by], term))
