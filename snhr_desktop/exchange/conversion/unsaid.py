"""Rows as they are read where a cell holds a sign or a word for nothing: such a cell is blank, or 0 where it counts."""

from snhr_desktop.domain.kinds import Choice, Choices, Day, Flag, TimeOfDay, WhenKind
from snhr_desktop.exchange.cells import Cells, text_of
from snhr_desktop.exchange.conversion.signs import NONE, NOT_TOLD, Signs, is_sign, is_zero
from snhr_desktop.exchange.conversion.terms import key_of
from snhr_desktop.exchange.findings import ReadAs
from snhr_desktop.exchange.mapping import FileMapping
from snhr_desktop.exchange.reading import Row

_NUMBERS = frozenset({"number", "attacks", "stated_killed", "stated_injured"})
"""Fields of which there may be none: nobody is of no age, and none of the others is a number of anything."""
_WITH_WORDS_OF_THEIR_OWN = (Choice, Choices, Flag, Day, WhenKind, TimeOfDay)
"""Kinds whose readers know what their words say, “not known” among them: only signs are blank there."""
_NAMES = frozenset({"name_ar", "name_en"})


def unnamed(column: str) -> str:
    """What the cells of a row are filled under as well where a column of names has a word for a name that is not known:
    there is somebody all the same."""
    return f"\0{column}"


class Unsaid:
    """Follows one mapping. Keys are compared as they stand: they say which record it is, whatever they are."""

    def __init__(self, mapping: FileMapping) -> None:
        self._signs = Signs(mapping.not_told, mapping.none)
        self._known: dict[str, frozenset[str]] = {}
        """Words that a list of the mapping has for a column: that list says what they are."""
        self._names = _columns_of_names(mapping)
        counting, worded, others = self._columns_of(mapping)
        self._counting, self._worded = counting, worded - counting
        self._columns = tuple(sorted(counting | worded | others))

    def read(self, row: Row, found: list[ReadAs]) -> Row:
        """The row, with what was read otherwise added to `found`."""
        cells = self._read(row.cells or {}, found)
        if row.lists:
            lists = {name: [self._read(one, found) for one in some] for name, some in row.lists.items()}
            return row._replace(cells=cells, lists=lists)
        return row if cells is row.cells else row._replace(cells=cells)

    def _read(self, cells: Cells, found: list[ReadAs]) -> Cells:
        says, told = self._signs.says, dict[str, ReadAs]()
        for column in self._columns:
            if (meaning := says(cell := cells.get(column))) and self._counts(column, meaning, text_of(cell)):
                told[column] = ReadAs(column, text_of(cell), column in self._counting and meaning == NONE)
        if not told:
            return cells
        found += told.values()
        people = {unnamed(name): one.word for name, one in told.items() if self._is_of_somebody(name, one.word)}
        return {**cells, **{column: "0" if one.zero else None for column, one in told.items()}, **people}

    def _is_of_somebody(self, column: str, word: str) -> bool:
        """Whether a column of names says of somebody that the name is not known."""
        return column in self._names and self._signs.says(word) == NOT_TOLD and not is_sign(word)

    def _counts(self, column: str, meaning: str, text: str) -> bool:
        """Whether a column is one in which this says nothing."""
        if key_of(text) in self._known.get(column, ()):
            return False
        if column in self._worded:
            return meaning == NOT_TOLD and is_sign(text)
        return column in self._counting or meaning == NOT_TOLD or not is_zero(text)

    def _columns_of(self, mapping: FileMapping) -> tuple[set[str], set[str], set[str]]:
        """The columns that count, those that have words of their own, and all others."""
        counting, worded, others = set[str](), set[str](), set[str]()
        for rule, field, each in mapping.rules():
            columns = {*rule.columns, *(each if rule.each else ())}
            worded |= rule.used() - {*rule.columns}
            own = bool(rule.words) or isinstance(field.kind, _WITH_WORDS_OF_THEIR_OWN)
            (counting if field.name in _NUMBERS else worded if own else others).update(columns)
            for column in columns:
                words = frozenset(map(key_of, mapping.words.get(rule.words, ())))
                self._known[column] = self._known.get(column, frozenset()) | words
        if mapping.toll:
            counting |= mapping.toll.used()
        if date := mapping.date:
            worded |= {date.column, date.until, date.precision}
        if place := mapping.place:
            worded |= {place.precision}
            others |= place.used()
        return counting, worded.union(*mapping.exclusive) - {""}, others


def _columns_of_names(mapping: FileMapping) -> frozenset[str]:
    rules = mapping.records.get("victims", ())
    return frozenset().union(*(rule.fields[name].columns for rule in rules for name in _NAMES & rule.fields.keys()))
