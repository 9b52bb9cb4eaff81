"""The value of one field, as a rule compiled once: a function of the cells of a row."""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any

from snhr_desktop.domain.fields import Field
from snhr_desktop.domain.kinds import Choice, Choices, Count, Day, Invalid, Kind, SiteKind, TimeOfDay, WhenKind
from snhr_desktop.domain.places import Gazetteer
from snhr_desktop.exchange.cells import Cells, age_text, first_filled, number_text, text_of, time_text, words_text
from snhr_desktop.exchange.conversion.classes import beside
from snhr_desktop.exchange.conversion.flags import is_told, says_yes
from snhr_desktop.exchange.conversion.notes import Notes
from snhr_desktop.exchange.conversion.terms import Lookup
from snhr_desktop.exchange.date_text import date_text
from snhr_desktop.exchange.mapping import FieldRule, FileMapping

_COLUMN = re.compile(r"{([^{}]+)}")

Each = tuple[str, Any]
"""The column that a record repeats over and what it says; blank where it does not repeat."""
Read = Callable[[Cells, Notes, Each], Any]
NOT_REPEATED: Each = ("", None)


@dataclass(frozen=True, eq=False)
class Value:
    """One compiled rule. `columns` are those that may be to blame for a value that cannot be taken."""

    field: Field
    rule: FieldRule
    read: Read
    columns: tuple[str, ...]
    told_by_cells: bool


def compiled(mapping: FileMapping, field: Field, rule: FieldRule, gazetteer: Gazetteer) -> Value:
    """The rule of a field as a function."""
    read = (
        _several(mapping, field, rule) if isinstance(field.kind, Choices) else _single(mapping, field, rule, gazetteer)
    )
    if rule.lenient:
        read = _lenient(read, field, rule)
    blamed = (*rule.columns, *rule.flags, *_COLUMN.findall(rule.template))
    return Value(field, rule, read, blamed, bool(rule.columns or rule.flags or rule.each))


def _single(mapping: FileMapping, field: Field, rule: FieldRule, gazetteer: Gazetteer) -> Read:
    """A field that has one value: of a column, of the flag that says yes, of a template, or the constant."""
    if not (rule.columns or rule.each or rule.flags or rule.template):
        return _constant(rule.value)
    words = rule.words or isinstance(field.kind, Choice)
    said = _translated(mapping, field, rule) if words else _plain(field, rule, gazetteer)
    flagged = _one_flag(rule, mapping.days) if rule.flags else None

    def read(cells: Cells, notes: Notes, each: Each) -> Any:
        value = said(cells, notes, each)
        if value is None and flagged:
            value = flagged(cells, notes, each)
        if value is None and rule.template:
            value = _COLUMN.sub(lambda column: text_of(cells.get(column[1])), rule.template)
        return rule.value if value is None else value

    return read


def _constant(value: Any) -> Read:
    return lambda _cells, _notes, _each: value


def _several(mapping: FileMapping, field: Field, rule: FieldRule) -> Read:
    """A field of several codes: the constant ones, those of flags, and those of a cell with a separator between."""
    assert isinstance(field.kind, Choices)
    constant = field.kind.parse(rule.value)
    if not (rule.columns or rule.each or rule.flags):
        return _constant(list(constant))
    lookup, separator = Lookup(mapping.words.get(rule.words, {}), field.kind), rule.separator or ";"
    days = mapping.days

    def read(cells: Cells, notes: Notes, each: Each) -> Any:
        codes = [*constant, *_flag_codes(rule, days, cells, notes)]
        column, cell = each if rule.each else _first(cells, rule.columns)
        for part in text_of(cell).split(separator):
            if word := part.strip():
                codes += _code(lookup, column, word, notes)
        return codes

    return read


def _code(lookup: Lookup, column: str, word: str, notes: Notes) -> list[str]:
    code = lookup.code(word)
    if code is None:
        notes.no_code(column, word)
    return [code] if code else []


def _translated(mapping: FileMapping, field: Field, rule: FieldRule) -> Read:
    """The first of the columns' words that has a code; words known to say nothing are passed over."""
    lookup, others = Lookup(mapping.words.get(rule.words, {}), field.kind), beside(mapping, rule, field.kind)

    def read(cells: Cells, notes: Notes, each: Each) -> Any:
        found = None
        for column, cell in (each,) if rule.each else ((column, cells.get(column)) for column in rule.columns):
            if word := text_of(cell):
                code = lookup.code(word)
                if code is None and not any(other.code(word) for other in others):
                    notes.no_code(column, word)
                elif code and found is None:
                    found = code
        return found

    return read


def _plain(field: Field, rule: FieldRule, gazetteer: Gazetteer) -> Read:
    """The first of the columns that says anything, as the kind of the field reads it."""
    shape = age_text if field.name == "age" else _shape(field.kind, rule)
    place = _place_of(gazetteer) if isinstance(field.kind, SiteKind) else None

    def read(cells: Cells, notes: Notes, each: Each) -> Any:
        column, cell = each if rule.each else _first(cells, rule.columns)
        if not text_of(cell):
            return None
        return place(column, cell, notes) if place else shape(cell)

    return read


def _first(cells: Cells, columns: Sequence[str]) -> Each:
    column = columns[0] if len(columns) == 1 else first_filled(cells, columns)
    return column, cells.get(column)


def _shape(kind: Kind, rule: FieldRule) -> Callable[[Any], str]:
    if isinstance(kind, Count):
        return number_text
    if isinstance(kind, Day | WhenKind):
        return lambda cell: date_text(cell, rule.order)
    if isinstance(kind, TimeOfDay):
        return time_text
    return words_text


def _place_of(gazetteer: Gazetteer) -> Callable[[str, Any, Notes], Any]:
    def read(column: str, cell: Any, notes: Notes) -> Any:
        """A place by its p-code, or by a name that only one place has."""
        said = text_of(cell)
        fits = [place] if (place := gazetteer.get(said.upper())) else gazetteer.named(said)
        narrow = [place for place in fits if place.level is fits[0].level]
        if len(narrow) != 1:
            notes.no_code(column, said)
            return None
        return {"pcode": narrow[0].pcode, "precision": narrow[0].level.value}

    return read


def _flag_codes(rule: FieldRule, days: Collection[str], cells: Cells, notes: Notes) -> list[str]:
    codes: list[str] = []
    for column, code in rule.flags.items():
        cell = cells.get(column)
        said = says_yes(cell)
        if said and code:
            codes.append(code)
        elif said or (said is None and is_told(column, cell, days)):  # a word that has no code either
            notes.no_code(column, text_of(cell))
    return codes


def _one_flag(rule: FieldRule, days: Collection[str]) -> Read:
    """The code of the only flag that says yes; `Contradictions` has refused a row in which two do."""

    def read(cells: Cells, notes: Notes, _each: Each) -> Any:
        return next(iter(_flag_codes(rule, days, cells, notes)), None)

    return read


def _lenient(read: Read, field: Field, rule: FieldRule) -> Read:
    def readable(cells: Cells, notes: Notes, each: Each) -> Any:
        value = read(cells, notes, each)
        try:
            field.kind.parse(value)
        except Invalid:
            column = each[0] if rule.each else first_filled(cells, rule.columns)
            notes.found("value_left_out", column, column=field.label, given=text_of(value)[:80])
            return None
        return value

    return readable
