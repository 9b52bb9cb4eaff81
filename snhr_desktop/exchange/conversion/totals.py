"""Rows that add up the numbers above them: they are nobody’s incident, are left out and told."""

from collections.abc import Iterator

from snhr_desktop.domain.names import words
from snhr_desktop.exchange.cells import Cells, number_text, text_of
from snhr_desktop.exchange.mapping import FileMapping
from snhr_desktop.exchange.reading import Row

_LONGEST = 40
_TOTAL = (
    "المجموع|المجموع الكلي|المجموع العام|المجموع النهائي|الإجمالي|الإجمالي الكلي|الإجمالي العام"
    "|total|totals|grand total|overall total|sum|sum total"
)
_SAID = frozenset(map(words, _TOTAL.split("|")))


class Totals:
    """Tells rows of totals in the files of one mapping."""

    def __init__(self, mapping: FileMapping) -> None:
        self._own = sorted(column for rule in (mapping.date, mapping.place) if rule for column in rule.used())

    def is_one(self, row: Row) -> bool:
        """Whether the only words of a row say that it is a total, and it has no date or place of its own."""
        if not row.cells or any(row.lists.values()):
            return False
        own = (text_of(row.cells.get(column)) for column in self._own)
        if any(text and not _is_total(text) for text in own):
            return False
        said = list(_words(row.cells))
        return bool(said) and all(map(_is_total, said))


def _words(cells: Cells) -> Iterator[str]:
    """What stands in the cells that hold no number."""
    return (text for cell in cells.values() if (text := text_of(cell)) and not _is_number(cell))


def _is_total(text: str) -> bool:
    return len(text) <= _LONGEST and not text[0].isdigit() and words(text) in _SAID


def _is_number(cell: object) -> bool:
    try:
        float(number_text(cell))
    except ValueError:
        return False
    return True
