"""What a row may not say at once: columns that exclude each other, and a least that is more than the most."""

from collections.abc import Iterable, Iterator
from typing import Any

from snhr_desktop.domain.kinds import Choices, Count, Flag, Invalid
from snhr_desktop.errors import Problem
from snhr_desktop.exchange.cells import Cells, number_text, says, text_of
from snhr_desktop.exchange.conversion.notes import Notes
from snhr_desktop.exchange.mapping import LISTS, FileMapping
from snhr_desktop.i18n import N_

EXCLUDE = N_("{columns} exclude each other, and more than one of them says something.")
LEAST_ABOVE_MOST = N_("The least, {least}, is more than the most, {most}.")

_COUNT = Count(0, 1_000_000)


class Contradictions:
    """Looks for them in each row of one mapping."""

    def __init__(self, mapping: FileMapping) -> None:
        self.toll = mapping.toll
        named = [(tuple(columns), says) for columns in mapping.exclusive]
        self._exclusive = (*named, *((columns, _yes) for columns in dict.fromkeys(_flags(mapping))))

    def problems(self, cells: Cells, notes: Notes) -> Iterator[Problem]:
        """Everything that contradicts itself in a row."""
        for columns, fits in self._exclusive:
            said = [column for column in columns if fits(cells.get(column))]
            if len(said) > 1:
                told: dict[str, object] = {"columns": ", ".join(f"“{column}”" for column in said)}
                yield Problem("incident", "", EXCLUDE, values=told, cell=notes.at(said[1]))
        if self.toll:
            yield from self._turned(cells, notes)

    def range(self, cells: Cells) -> tuple[int, int] | None:
        """Least and most of a toll, where they are not the same number."""
        if not self.toll:
            return None
        least, most = _number(cells.get(self.toll.minimum)), _number(cells.get(self.toll.maximum))
        return (least or 0, most) if most is not None and (least or 0) < most else None

    def _turned(self, cells: Cells, notes: Notes) -> Iterator[Problem]:
        assert self.toll
        bounds: list[int | None] = []
        for column in (self.toll.minimum, self.toll.maximum):
            try:
                bounds.append(_COUNT.parse(number_text(cells.get(column))))
            except Invalid as wrong:
                yield Problem("incident", "", wrong.message, values=wrong.values, cell=notes.at(column))
        if len(bounds) == 2 and None not in bounds and bounds[0] > bounds[1]:  # type: ignore[operator]
            bounds_told: dict[str, object] = {"least": bounds[0], "most": bounds[1]}
            yield Problem("incident", "", LEAST_ABOVE_MOST, values=bounds_told, cell=notes.at(self.toll.minimum))


def _yes(cell: object) -> bool:
    """Whether a flag says yes; a word that is neither yes nor no is told elsewhere."""
    try:
        return Flag().parse(cell if cell is None or isinstance(cell, bool) else text_of(cell))
    except Invalid:
        return False


def _number(cell: Any) -> int | None:
    try:
        return _COUNT.parse(number_text(cell))
    except Invalid:
        return None


def _flags(mapping: FileMapping) -> Iterable[tuple[str, ...]]:
    """Flags of fields that take one code."""
    for name, rule in mapping.heads.items():
        if len(rule.flags) > 1 and not isinstance(mapping.head_type.field(name).kind, Choices):
            yield tuple(rule.flags)
    for records, rules in mapping.records.items():
        for name, rule in ((name, rule) for record in rules for name, rule in record.fields.items()):
            if len(rule.flags) > 1 and not isinstance(LISTS[records].field(name).kind, Choices):
                yield tuple(rule.flags)
