"""What the cells of each column would be read as, for a person who makes a mapping: asked again at every change."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from types import MappingProxyType
from typing import Any

from snhr_desktop.domain.dates import say_when
from snhr_desktop.domain.fields import Field
from snhr_desktop.domain.kinds import NOT_COORDINATES, Choice, Choices, Count, Flag, Invalid
from snhr_desktop.domain.places import Gazetteer
from snhr_desktop.domain.records import Incident
from snhr_desktop.domain.values import Site, When
from snhr_desktop.domain.vocabularies import label
from snhr_desktop.errors import Problem
from snhr_desktop.exchange.cells import number_text, text_of
from snhr_desktop.exchange.conversion.notes import Notes, without_places
from snhr_desktop.exchange.conversion.ranges import Ranges
from snhr_desktop.exchange.conversion.unsaid import Unsaid
from snhr_desktop.exchange.conversion.values import NOT_REPEATED, Value, compiled
from snhr_desktop.exchange.dating import settle
from snhr_desktop.exchange.mapping import LISTS, FileMapping
from snhr_desktop.exchange.placing import Placing
from snhr_desktop.exchange.reading import Row
from snhr_desktop.i18n import N_, Language, Message

NO_CODE = N_("No term of the vocabulary has this word.")
NO_PLACE = N_("No place has this name.")
SEVERAL_ROWS = N_("It stands in rows {rows}: the column does not tell each row from all others.")

_REPEATED = 12
"""Keys that stand in several rows, and rows of each, that are told."""

Reader = Callable[[Row, str, str], "Seen"]
"""Of a row, a column of it, and what stands there."""


@dataclass(frozen=True)
class Seen:
    """One cell and how it would be read: the value of a field, or the problem. Both are blank where nothing is read."""

    given: str
    field: Field | None = None
    value: Any = None
    problem: Problem | None = None

    def tell(self, language: Language, gazetteer: Gazetteer) -> str:
        """The value or the problem in words; blank where nothing is read."""
        if self.problem:
            return self.problem.tell(language)
        if self.value in (None, "", ()):
            return ""
        return _told(self.field, self.value, language, gazetteer)


def _told(field: Field | None, value: Any, language: Language, gazetteer: Gazetteer) -> str:
    kind = field.kind if field else None
    if isinstance(kind, Choice | Choices):
        codes = (value,) if isinstance(value, str) else value
        return language.join([label(kind.vocabulary, code, language) for code in codes])
    if isinstance(value, When):
        return say_when(value, language)
    if isinstance(value, Site):
        place = gazetteer.get(value.pcode)
        return gazetteer.label(place, language.code) if place else f"{value.lat}, {value.lon}"
    return label("yes_no", "yes" if value else "no", language) if isinstance(kind, Flag) else str(value)


@dataclass(frozen=True)
class Preview:
    """One column with the first of its distinct cells, as the mapping reads them, and all that cannot be read."""

    column: str
    seen: tuple[Seen, ...]
    unread: tuple[Seen, ...] = ()


def previews(
    mapping: FileMapping,
    gazetteer: Gazetteer,
    columns: Iterable[str],
    rows: Sequence[Row],
    number: int = 5,
    no_keys: Iterable[str] = (),
    withheld: Mapping[str, Message] = MappingProxyType({}),
) -> tuple[Preview, ...]:
    """For each column the first `number` distinct cells of a sample of rows, and how the mapping reads them; of terms
    all that have no code, and of the key of rows, or what is called like one, all that stand in several.

    Of columns `withheld` the first cells are told not to be taken in, and why.
    """
    readers = _readers(mapping, gazetteer)
    keys = {*no_keys, *(() if mapping.grouped else mapping.keys if len(mapping.keys) == 1 else ())}
    found: list[Preview] = []
    unsaid, ranges = Unsaid(mapping), Ranges(mapping)
    told = [(row, ranges.read(unsaid.read(row, []), Notes("", row, without_places))) for row in _with_entries(rows)]
    for column in columns:
        one = _preview(column, told, readers.get(column), number)
        unread = (*one.unread, *(_repeated(column, rows) if column in keys else ()))
        if column in withheld:
            why = Problem("incident", "", withheld[column])
            unread = (*unread, *(replace(seen, problem=why) for seen in one.seen))
        found.append(replace(one, unread=unread))
    return tuple(found)


def _repeated(column: str, rows: Sequence[Row]) -> Iterator[Seen]:
    """What several rows say in a column that is to tell each of them from all others."""
    said: dict[str, list[str]] = {}
    for row in rows:
        if text := text_of((row.cells or {}).get(column)):
            said.setdefault(text, []).append(str(row.number))
    for text, numbers in islice(((text, some) for text, some in said.items() if len(some) > 1), _REPEATED):
        told = Problem("incident", "origin", SEVERAL_ROWS, values={"rows": " · ".join(numbers[:_REPEATED])})
        yield Seen(text[:200], problem=told)


def _preview(column: str, rows: Sequence[tuple[Row, Row]], reader: Reader | None, number: int) -> Preview:
    """Of rows as they stand, each with how it is read where signs stand for nothing."""
    first: dict[str, Row] = {}
    for row, read in rows:
        if text := text_of((row.cells or {}).get(column)):
            first.setdefault(text, read)
    if not reader:
        return Preview(column, tuple(Seen(text[:200]) for text in islice(first, number)))
    seen = tuple(reader(row, column, text[:200]) for text, row in islice(first.items(), number))
    if not any(one.field and isinstance(one.field.kind, Choice | Choices | Count) for one in seen):
        return Preview(column, seen, tuple(one for one in seen if one.problem))
    rest = (reader(row, column, text[:200]) for text, row in islice(first.items(), number, None))
    return Preview(column, seen, tuple(one for one in (*seen, *rest) if one.problem))


def _with_entries(rows: Sequence[Row]) -> Iterable[Row]:
    """Each row, and the entries of its repeats as rows of their own."""
    for row in rows:
        yield row
        yield from (Row(row.number, {**(row.cells or {}), **entry}) for part in row.lists.values() for entry in part)


def _readers(mapping: FileMapping, gazetteer: Gazetteer) -> dict[str, Reader]:
    """How each column that the mapping uses is read; a column of several rules by the first, and by
    what it says itself before what a flag in it stands for."""
    found: dict[str, Reader] = {}
    flagged: list[tuple[Iterable[str], Reader]] = []
    for name, rules in mapping.records.items():
        for record in rules:
            for field, rule in record.fields.items():
                value = compiled(mapping, LISTS[name].field(field), rule, gazetteer)
                reader = _of_field(value, record.separator if rule.each else "")
                _take(found, record.each if rule.each else rule.used() - set(rule.flags), reader)
                flagged.append((rule.flags, _of_field(value)))
    for field, rule in mapping.heads.items():
        value = compiled(mapping, mapping.head_type.field(field), rule, gazetteer)
        _take(found, rule.used() - set(rule.flags), _of_field(value))
        flagged.append((rule.flags, _of_field(value)))
    if mapping.date:
        _take(found, (mapping.date.column,), _of_date(mapping))
    if mapping.place:
        _take(found, mapping.place.used(), _of_place(mapping, gazetteer))
    for columns, reader in flagged:
        _take(found, columns, reader)
    return found


def _take(found: dict[str, Reader], columns: Iterable[str], reader: Reader) -> None:
    for column in columns:
        found.setdefault(column, reader)


def _of_field(value: Value, separator: str = "") -> Reader:
    """`separator` parts a cell into several of them."""
    field = value.field

    def seen(row: Row, column: str, given: str) -> Seen:
        cells = row.cells or {}
        notes = Notes("", row, without_places)
        if value.rule.each and number_text(cells.get(column)) in ("", "0"):  # none of them, which makes no record
            return Seen(given, field)
        parts = text_of(cells.get(column)).split(separator) if separator else [cells.get(column)]
        raw = [value.read(cells, notes, (column, part) if value.rule.each else NOT_REPEATED) for part in parts]
        if notes.unmapped:
            return Seen(given, field, problem=Problem("incident", field.name, NO_CODE))
        try:
            read = [field.kind.parse(one) for one in raw]
            return Seen(given, field, tuple(read) if len(read) > 1 else read[0])
        except Invalid as wrong:
            return Seen(given, field, problem=Problem("incident", field.name, wrong.message, values=wrong.values))

    return seen


def _of_date(mapping: FileMapping) -> Reader:
    field = Incident.field("date")

    def seen(row: Row, _column: str, given: str) -> Seen:
        assert mapping.date
        try:
            return Seen(given, field, field.kind.parse(settle(mapping.date, "", row.cells or {}).raw))
        except Invalid as wrong:
            return Seen(given, field, problem=Problem("incident", "date", wrong.message, values=wrong.values))

    return seen


def _of_place(mapping: FileMapping, gazetteer: Gazetteer) -> Reader:
    field = Incident.field("place")
    assert mapping.place
    placing = Placing(mapping.place, gazetteer)

    degrees = {mapping.place.latitude, mapping.place.longitude, mapping.place.point}

    def seen(row: Row, column: str, given: str) -> Seen:
        cells = row.cells or {}
        placed = placing.place("", cells)
        site = field.kind.parse(placed.raw)
        if column in degrees and any(finding.topic == "coordinates_bad" for finding in placed.findings):
            wrong = column == placing.wrong_degrees(cells)
            return Seen(given, field, site, Problem("incident", "place", NOT_COORDINATES) if wrong else None)
        return Seen(given, field, site, None if site.pcode else Problem("incident", "place", NO_PLACE))

    return seen
