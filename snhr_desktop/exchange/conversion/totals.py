"""Rows that add up the numbers above them: they are nobody’s incident, are left out and told."""

import re
from collections.abc import Iterator
from functools import lru_cache

from snhr_desktop.domain.names import words
from snhr_desktop.exchange.cells import first_filled, text_of
from snhr_desktop.exchange.date_text import says_no_date
from snhr_desktop.exchange.mapping import FileMapping
from snhr_desktop.exchange.reading import Row

_LONGEST = 60
"""Characters of what a row of totals is called; what is longer tells of something."""
_SEEN = 2 * _LONGEST
"""Characters of a cell as it stands, with the marks that are no part of its text, in which such a word is seen."""
_FEW = 3
"""Words of a title or a note that may still be what a row of totals is called."""
_WORDS = "المجموع|الإجمالي|total|totals|subtotal|subtotals|sub total|sub totals|grand total|overall total|sum"
_BEGINS = frozenset(map(words, _WORDS.split("|")))
_ENDS = _BEGINS - {words("sum")}
_MORE = (
    "المجموع الكلي|المجموع العام|المجموع النهائي|المجموع الفرعي|الإجمالي الكلي|الإجمالي العام|الإجمالي الفرعي|sum total"
)
_WHOLE = _BEGINS.union(map(words, _MORE.split("|")))
_ARABIC = re.compile("[\ufb50-\uffef]|ج[\u0640\u064b-\u065f\u0670]*م")
"""What every Arabic word of totals has in it, as it is typed, or letters of other shapes."""
_NAMED = ("name_", "father_", "mother_")
_TOLD = ("title_", "narrative_", "landmark_", "statement_", "basis_", "held_at_", "learned_how", "review_notes", "note")
"""How the fields are called that name persons, and those of free words."""


class Totals:
    """Tells rows of totals in the files of one mapping."""

    def __init__(self, mapping: FileMapping) -> None:
        self._key = mapping.key
        self._dates = {mapping.date.column, mapping.date.until} - {""} if mapping.date else set[str]()
        places = mapping.place.used() if mapping.place else frozenset[str]()
        fields = [*mapping.incident.items(), *mapping.case.items()]
        for rules in mapping.records.values():
            fields += (field for rule in rules for field in rule.fields.items())
        self._names = {column for name, rule in fields if name.startswith(_NAMED) for column in rule.used()}
        self._told = {column for name, rule in fields if name.startswith(_TOLD) for column in rule.used()} - places
        self._settled = {*self._dates, *places}
        self._coded = {column for _, rule in fields for column in rule.used()} | places
        self._coded -= {self._key, *self._names, *self._told}

    def is_one(self, row: Row) -> bool:
        """Whether a row is called a total, and has no day, no person and no words of its own.

        A place and other things that have a code may stand in it: it adds up the rows of these.
        """
        if not _may_be(row) or self._is_dated(row) or any(row.lists.values()):
            return False
        filled = dict(_worded(row))
        called = {column for column, text in filled.items() if self._calls(column, text)}
        own = filled.keys() - called
        if self._key not in called and text_of((row.cells or {}).get(self._key)):
            return any(_is_whole(filled[column]) for column in called & self._settled) and own <= self._coded
        return bool(called) and (not own or (bool(called & self._leading(row)) and own <= self._coded))

    def doubtful(self, row: Row) -> str:
        """The column that calls a row a total which is none for sure; blank where no column does."""
        if not _may_be(row) or self.is_one(row):
            return ""
        dated, leading = self._is_dated(row), self._leading(row) | self._told
        for column, text in _worded(row):
            if self._calls(column, text) and (column in leading or not (dated or column in self._coded)):
                return column
            if column not in self._coded and _is_whole(text):  # and nothing else, whatever day stands beside it
                return column
            if not dated and column in self._told and _is_called(text[:_LONGEST]):
                return column
        return ""

    def _leading(self, row: Row) -> set[str]:
        """Where a row says what it is: its key, its day, its place, the person, or the first column that is filled."""
        cells = row.cells or {}
        return {self._key, *self._settled, *self._names, first_filled(cells, cells)}

    def _is_dated(self, row: Row) -> bool:
        said = (text_of((row.cells or {}).get(column)) for column in self._dates)
        return any(any(map(str.isalnum, text)) and not _is_called(text) and not says_no_date(text) for text in said)

    def _calls(self, column: str, text: str) -> bool:
        if column in self._names:
            return _is_whole(text)
        return _is_called(text) and (column not in self._told or len(words(text)) <= _FEW)


def _may_be(row: Row) -> bool:
    """Whether a word of totals may stand in a row: asked first, since nearly no row has any, and there are many."""
    text = "\n".join([cell[:_SEEN] for cell in (row.cells or {}).values() if type(cell) is str]).lower()
    return "total" in text or "sum" in text or (not text.isascii() and _ARABIC.search(text) is not None)


def _worded(row: Row) -> Iterator[tuple[str, str]]:
    """The cells with words in them: numbers, percentages and dashes say nothing of what a row is."""
    for column, cell in (row.cells or {}).items():
        text = text_of(cell)
        if any(map(str.isalpha, text)):
            yield column, text


@lru_cache(maxsize=1 << 12)
def _is_called(text: str) -> bool:
    """Whether it begins, or ends as the subtotals of a spreadsheet do, with a word of totals."""
    if len(text) > _LONGEST:
        return False
    said = words(text)
    return any(said[:many] in _BEGINS or said[-many:] in _ENDS for many in (1, 2))


def _is_whole(text: str) -> bool:
    return len(text) <= _LONGEST and words(text) in _WHOLE
