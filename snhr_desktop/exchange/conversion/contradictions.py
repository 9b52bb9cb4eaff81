"""What a row may not say at once: columns that exclude each other, and a least that is more than the most."""

from collections.abc import Iterator
from itertools import product

from snhr_desktop.domain.case_counting import DIED
from snhr_desktop.domain.kinds import Choice, Choices, Invalid, Kind
from snhr_desktop.errors import Problem
from snhr_desktop.exchange.cells import Cells, number_text, says, text_of
from snhr_desktop.exchange.conversion.flags import says_yes
from snhr_desktop.exchange.conversion.notes import Notes
from snhr_desktop.exchange.conversion.parts import PERSONS, number_of, told_apart
from snhr_desktop.exchange.conversion.terms import Lookup, code_of, own_words
from snhr_desktop.exchange.conversion.wording import of_a_cell
from snhr_desktop.exchange.date_text import says_no_date
from snhr_desktop.exchange.mapping import FieldRule, FileMapping
from snhr_desktop.i18n import N_

EXCLUDE = N_("“{column}” and “{other}” are both filled in, and only one of them can be. Clear one in the file.")
OTHERWISE = N_("“{column}” says “{word}”, and “{other}” says otherwise. Correct one of them in the file.")
PARTS_ABOVE_WHOLE = N_(
    "The columns that count some of these people add up to {parts}, more than all of them here, {whole}. Correct the "
    "numbers in the file."
)
LEAST_ABOVE_MOST = N_("The least, {least}, is more than the most, {most}. Correct one of them in the file.")


class Contradictions:
    """Looks for them in each row of one mapping."""

    def __init__(self, mapping: FileMapping) -> None:
        self.toll = mapping.toll
        wholes = (rule for some in mapping.records.values() for rule in some if rule.less)
        self._whole = [(rule, mapping.parts(rule.source)) for rule in wholes]
        named = [(tuple(columns), _says) for columns in mapping.exclusive]
        said = ((rule, field.kind) for rule, field, _ in mapping.rules() if rule.flags)
        flagged = [(rule, kind) for rule, kind in said if not isinstance(kind, Choices)]
        flags = dict.fromkeys(tuple(rule.flags) for rule, _ in flagged if len(rule.flags) > 1)
        told = [set(columns) for columns, _ in named]
        unsaid = (columns for columns in flags if not any(some >= set(columns) for some in told))
        self._exclusive = (*named, *((columns, says_yes) for columns in unsaid))
        self._flagged = [_Flagged(mapping, rule, kind) for rule, kind in flagged if rule.columns]

    def problems(self, cells: Cells, notes: Notes) -> Iterator[Problem]:
        """Everything that contradicts itself in a row."""
        for columns, fits in self._exclusive:
            said = [column for column in columns if fits(cells.get(column))]
            for other in said[1:]:
                told: dict[str, object] = {"column": said[0], "other": other}
                yield Problem("incident", "", EXCLUDE, values=told, cell=notes.at(other))
        for flagged in self._flagged:
            yield from flagged.problems(cells, notes)
        yield from self._parted(cells, notes)
        if self.toll:
            yield from self._turned(cells, notes)

    def range(self, cells: Cells) -> tuple[int, int] | None:
        """Least and most of a toll, where they are not the same number."""
        if not self.toll:
            return None
        least, most = number_of(cells.get(self.toll.minimum)), number_of(cells.get(self.toll.maximum))
        return (least or 0, most) if most is not None and (least or 0) < most else None

    def _parted(self, cells: Cells, notes: Notes) -> Iterator[Problem]:
        """Some of those who are counted that are more than all."""
        for rule, others in self._whole:
            entries = notes.row.lists.get(rule.source, ()) if rule.source else ({},)
            for column, entry in product(rule.each, entries):
                said = {**cells, **entry}
                parts, whole = told_apart(rule.less, said, others), number_of(said.get(column))
                if whole is not None and parts > whole:
                    told: dict[str, object] = {"parts": parts, "whole": whole}
                    yield Problem("incident", "", PARTS_ABOVE_WHOLE, values=told, cell=notes.at(column))

    def _turned(self, cells: Cells, notes: Notes) -> Iterator[Problem]:
        assert self.toll
        bounds: list[int | None] = []
        for column in (self.toll.minimum, self.toll.maximum):
            try:
                bounds.append(PERSONS.parse(number_text(cells.get(column))))
            except Invalid as wrong:
                problem = Problem("incident", "", wrong.message, values=wrong.values, cell=notes.at(column))
                yield of_a_cell(problem, text_of(cells.get(column)))
        if len(bounds) == 2 and None not in bounds and bounds[0] > bounds[1]:  # type: ignore[operator]
            bounds_told: dict[str, object] = {"least": bounds[0], "most": bounds[1]}
            yield Problem("incident", "", LEAST_ABOVE_MOST, values=bounds_told, cell=notes.at(self.toll.minimum))


class _Flagged:
    """A field that a word and flags tell: what they say has to be one thing."""

    def __init__(self, mapping: FileMapping, rule: FieldRule, kind: Kind) -> None:
        self._rule = rule
        self._lookup = Lookup(mapping.words.get(rule.words, {}), kind)
        self._own = own_words(kind.vocabulary) if isinstance(kind, Choice) else {}

    def problems(self, cells: Cells, notes: Notes) -> Iterator[Problem]:
        """Each flag that says otherwise than the first word with a code."""
        word = next(((column, text) for column in self._rule.columns if (text := text_of(cells.get(column)))), None)
        code = self._code(word[1]) if word else ""
        if not word or not code:
            return
        for column, stands_for in self._rule.flags.items():
            if says_yes(cells.get(column)) and code != stands_for and not {code, stands_for} <= DIED:
                told: dict[str, object] = {"column": word[0], "word": word[1][:80], "other": column}
                yield Problem("incident", "", OTHERWISE, values=told, cell=notes.at(column))

    def _code(self, word: str) -> str:
        """A word that was said to add nothing says what it says: no yes beside it is let through by that."""
        return self._lookup.code(word) or code_of(word, self._own) or ""


def _says(cell: object) -> bool:
    """Whether a cell says something; that nothing is known is not something."""
    return says(cell) and not says_no_date(text_of(cell))
