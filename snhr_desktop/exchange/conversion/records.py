"""The records of one list of a dossier, from the rows of its incident: victims, weapons, sources and the others."""

from collections.abc import Container, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from snhr_desktop.domain.places import Gazetteer
from snhr_desktop.domain.records import FacilityImpact, Record, Victim
from snhr_desktop.exchange.cells import Cells, first_filled, number_text, text_of
from snhr_desktop.exchange.conversion.notes import Notes
from snhr_desktop.exchange.conversion.parts import without_parts
from snhr_desktop.exchange.conversion.unsaid import unnamed
from snhr_desktop.exchange.conversion.values import NOT_REPEATED, Each, Value, compiled
from snhr_desktop.exchange.mapping import CASE, LISTS, VICTIM, FileMapping, RecordRule
from snhr_desktop.exchange.reading import Row

_COUNTED_ONE_BY_ONE = (Victim, FacilityImpact)
"""Two equal groups of victims are twice as many people, two schools two impacts: never one."""
_REMEMBERED, _SHORT = 1_000, 300
"""How many records are parsed once for all rows that say them, and the characters that they have at most."""
_NOTES = "notes"
_ZEROS = "0٠۰'"
"""What a number begins with that may be none, an apostrophe before it among them."""
NAMES_IT = {"attributions": "party", "facilities": "type", "weapons": "weapon", "sources": "kind"}
"""The field that says what a record is: with it as a constant each row has one."""


class Origin(NamedTuple):
    """Where a record came from, to tell the cell of what is wrong in it."""

    row: Row
    values: Mapping[str, Value]
    each: str

    def cell(self, field: str, notes: Notes) -> str:
        """The cell of a field, as far as one is to blame."""
        value = self.values.get(field)
        columns = (self.each,) if value and value.rule.each else value.columns if value else ()
        filled = [column for column in columns if text_of((self.row.cells or {}).get(column))]
        column = next(iter((*filled, *columns, self.each)), "")
        notes.row = self.row
        return notes.at(column) if column else ""


class Records:
    """One rule for one list, compiled."""

    def __init__(self, mapping: FileMapping, name: str, rule: RecordRule, gazetteer: Gazetteer) -> None:
        self.name, self.rule, self.grouped = name, rule, mapping.grouped
        fields = {"outcome": rule.outcome, **rule.fields} if name == "victims" else rule.fields
        self.values = {
            field: compiled(mapping, LISTS[name].field(field), said, gazetteer) for field, said in fields.items()
        }
        self._parts_of = mapping.parts(rule.source)
        self._reads = [(field, value.read) for field, value in self.values.items()]
        self._by_each = [field for field, value in self.values.items() if value.rule.each]
        self._by_cells = [field for field, value in self.values.items() if value.told_by_cells]
        self._counted = LISTS[name] in _COUNTED_ONE_BY_ONE
        constant = (said := self.values.get(NAMES_IT.get(name, ""))) is not None and said.rule.value is not None
        counts = any(one.each for one in mapping.records.get("victims", ()))
        own_people = name == "victims" and not rule.each and not rule.source
        every_row = mapping.rows == VICTIM and name == "victims" and not counts
        self._unnamed = tuple(map(unnamed, self._columns_of_person())) if own_people else ()
        self._person = (*self._columns_of_person(), *self._unnamed) if own_people and counts else ()
        self._parsed: dict[str, dict[str, Any] | Record] = {}
        self._remembered = 0 if mapping.rows == CASE else _REMEMBERED  # the first state of a case is not told yet
        self._always = constant or every_row or not self._by_cells or bool(rule.each or rule.source)

    def add(self, row: Row, notes: Notes, kept: "Kept") -> None:
        """The records of one row, to those that the incident has already."""
        occurred: dict[str, int] = {}
        for cells, each in self._occasions(row):
            if self._person and not first_filled(cells, self._person):
                self._leave_note(cells, kept)
                continue
            record = {field: read(cells, notes, each) for field, read in self._reads}
            if not self._said(record, cells):
                continue
            if not self._counted or (self.grouped and self.name != "victims"):
                told = repr(record)
                occurred[told] = occurred.get(told, 0) + 1 if self._counted else 1
                if not kept.first((self.name, told, occurred[told])):
                    continue
                kept.take(self.name, self._parsed_once(told, record), Origin(row, self.values, each[0]))
            else:
                kept.take(self.name, record, Origin(row, self.values, each[0]))

    def _columns_of_person(self) -> tuple[str, ...]:
        """Where a row beside numbers of persons says that it is somebody: a note alone does not."""
        return tuple(column for field, one in self.values.items() if field != _NOTES for column in one.columns)

    def _leave_note(self, cells: Cells, kept: "Kept") -> None:
        """What is noted where there is nobody to note it of stays with the incident."""
        columns = self.values[_NOTES].columns if _NOTES in self.values else ()
        kept.left_notes += (text for column in columns if (text := text_of(cells.get(column))))

    def _parsed_once(self, told: str, record: dict[str, Any]) -> dict[str, Any] | Record:
        """A record of few words, parsed: of a party or a kind of source thousands of rows say the same."""
        if told not in self._parsed:
            if len(told) > _SHORT or len(self._parsed) == self._remembered or not any(record.values()):
                return record
            made, problems = LISTS[self.name].parse(record)
            self._parsed[told] = record if problems else made
        return self._parsed[told]

    def _said(self, record: Mapping[str, Any], cells: Cells) -> bool:
        if self._by_each and not any(record[field] for field in self._by_each):
            return False
        if self._always or any(record[field] not in (None, "") for field in self._by_cells):
            return True
        return any(column in cells for column in self._unnamed)

    def _occasions(self, row: Row) -> Iterable[tuple[Cells, Each]]:
        """The cells and the column for each record that the row may hold."""
        return self._repeated(row) if self.rule.source or self.rule.each else (((row.cells or {}), NOT_REPEATED),)

    def _repeated(self, row: Row) -> Iterator[tuple[Cells, Each]]:
        """The same where a row may hold several."""
        cells = row.cells or {}
        if self.rule.source:
            entries = row.lists.get(self.rule.source, ())
            wholes: Iterator[Cells] = ({**cells, **entry} for entry in entries)
        else:
            wholes = iter((cells,))
        for whole in wholes:
            if not self.rule.each:
                yield whole, NOT_REPEATED
            for column in self.rule.each:
                for part in self._parts(whole.get(column)):
                    left = without_parts(part, self.rule.less, whole, self._parts_of)
                    if not self.rule.less or not isinstance(left, int) or left > 0:
                        yield whole, (column, left)

    def _parts(self, cell: Any) -> Iterator[Any]:
        if self.rule.separator:
            yield from (part.strip() for part in text_of(cell).split(self.rule.separator) if part.strip())
        elif (text := text_of(cell)) and (text[0] not in _ZEROS or number_text(text) != "0"):
            yield cell


class Kept:
    """The records of one incident, by list, each as `RecordSet.parse` takes it, with where it came from."""

    def __init__(self, names: Iterator[str]) -> None:
        self.records: dict[str, list[Any]] = {name: [] for name in names}
        self.origins: dict[str, list[Origin]] = {name: [] for name in self.records}
        self.left_notes: list[str] = []
        """Notes of rows that are nobody."""
        self._told: set[tuple[str, str, int]] = set()

    def first(self, told: tuple[str, str, int]) -> bool:
        """Whether this was not told before."""
        new = told not in self._told
        self._told.add(told)
        return new

    def rows(self) -> dict[str, tuple[int, ...]]:
        """The numbers of the rows that the records of each list came from."""
        return {name: tuple(one.row.number for one in origins) for name, origins in self.origins.items() if origins}

    def drop(self, name: str, at: Container[int]) -> None:
        """Without the records at some places of a list."""
        left = [number for number in range(len(self.records[name])) if number not in at]
        self.records[name] = [self.records[name][number] for number in left]
        self.origins[name] = [self.origins[name][number] for number in left]

    def take(self, name: str, record: dict[str, Any] | Record, origin: Origin) -> None:
        """One more record."""
        self.records[name].append(record)
        self.origins[name].append(origin)
