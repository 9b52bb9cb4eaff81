"""A number of people that a cell tells as a range (10-15): the least is counted, and that it may be more is kept."""

import re
from collections.abc import Iterable

from snhr_desktop.domain.dates import LATIN_DIGITS
from snhr_desktop.exchange.cells import Cells, text_of
from snhr_desktop.exchange.conversion.notes import Notes
from snhr_desktop.exchange.mapping import FileMapping, RecordRule
from snhr_desktop.exchange.reading import Row

_RANGE = re.compile(r"(?:من |from )?(\d{1,3})\s*(?:[-‐-―−]|to|إلى|الى)\s*(\d{1,3})")
"""Of two numbers that no year is among: 10-2018 is a month."""


class Ranges:
    """Follows one mapping. Columns of the least and the most are read as they stand."""

    def __init__(self, mapping: FileMapping) -> None:
        rules = mapping.records.get("victims", ())
        told = mapping.toll.used() if mapping.toll else frozenset()
        self._columns = {column for rule in rules for column in _columns(rule)} - told
        self._hurt = {column for rule in rules if _of_injured(rule) for column in _columns(rule)}

    def read(self, row: Row, notes: Notes) -> Row:
        """The row with the least in place of each range, which is told."""
        notes.row = row
        cells = self._read(row.cells or {}, notes)
        lists = {name: [self._read(one, notes) for one in some] for name, some in row.lists.items()}
        return row._replace(cells=cells, lists=lists) if cells is not row.cells or lists else row

    def _read(self, cells: Cells, notes: Notes) -> Cells:
        found = {column: span for column in self._columns if (span := range_of(cells.get(column)))}
        if not found:
            return cells
        for column, (least, most) in found.items():
            if (told := f"{column}: {least}-{most}") not in notes.said:  # each row of a list may repeat it
                notes.found("count_range", column, column=column, least=least, most=most)
                notes.said.append(told)
            notes.may_rise = notes.may_rise or column not in self._hurt
        return {**cells, **{column: str(least) for column, (least, _) in found.items()}}


def range_of(cell: object) -> tuple[int, int] | None:
    """The least and the most; None for anything else, and where the first is not the least."""
    if type(cell) is not str or cell.isdigit():
        return None
    found = _RANGE.fullmatch(text_of(cell).translate(LATIN_DIGITS))
    least, most = (int(found[1]), int(found[2])) if found else (0, 0)
    return (least, most) if least < most else None


def _columns(rule: RecordRule) -> Iterable[str]:
    number = rule.fields.get("number")
    if number is None or rule.separator:
        return ()
    return (*number.columns, *(rule.each if number.each else ()))


def _of_injured(rule: RecordRule) -> bool:
    outcome = rule.fields.get("outcome")
    return outcome is not None and outcome.value == "injured"
