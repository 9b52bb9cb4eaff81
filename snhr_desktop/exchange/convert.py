"""One row of a file as a dossier, through a mapping: the same for import, dry run and tests."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from snhr_desktop.domain import checks
from snhr_desktop.domain.case_checks import case_problems
from snhr_desktop.domain.fields import Field
from snhr_desktop.domain.kinds import Choices, Flag, Invalid
from snhr_desktop.domain.places import Gazetteer
from snhr_desktop.domain.records import (
    CHILDREN,
    CaseFile,
    Dossier,
    FacilityImpact,
    Incident,
    Record,
    RecordSet,
    Victim,
)
from snhr_desktop.errors import Problem
from snhr_desktop.exchange.cells import first_filled, text_of
from snhr_desktop.exchange.dating import settle
from snhr_desktop.exchange.findings import Finding
from snhr_desktop.exchange.mapping import FieldRule, FileMapping, RecordRule
from snhr_desktop.exchange.placing import Placing
from snhr_desktop.exchange.reading import Row
from snhr_desktop.i18n import N_

_COLUMN = re.compile(r"{([^{}]+)}")
NOT_A_RECORD = N_("This is not a record with named fields.")
UNKNOWN_FIELD = N_("The field “{field}” is not known.")
_COUNTED_ONE_BY_ONE = (Victim, FacilityImpact)
"""Two equal groups of victims are twice as many people, two schools two impacts: never one."""
NO_KEY = N_("The code that tells this record from others is missing.")


@dataclass(frozen=True)
class Converted:
    """What became of a row: a dossier or a case that may be saved, or neither and the problems that stop it.

    `unmapped` are pairs of column and word that have no code of ours.
    """

    row: int
    key: str
    dossier: Dossier | None
    problems: tuple[Problem, ...] = ()
    findings: tuple[Finding, ...] = ()
    unmapped: tuple[tuple[str, str], ...] = ()
    case: CaseFile | None = None


class Converter(Protocol):
    """Turns the rows of one file into dossiers."""

    code: str

    def convert(self, row: Row) -> Converted:
        """The dossier of a row, checked as a form is."""


class MappedRows:
    """Follows a mapping."""

    def __init__(self, mapping: FileMapping, gazetteer: Gazetteer, today: dt.date) -> None:
        self.mapping, self.gazetteer, self.today = mapping, gazetteer, today
        self.code = mapping.code
        self._placing = Placing(mapping.place, gazetteer) if mapping.place else None

    def convert(self, row: Row) -> Converted:
        """The dossier of a row, checked as a form is."""
        if row.cells is None:
            return Converted(row.number, "", None, (Problem("incident", "", NOT_A_RECORD),))
        key = text_of(row.cells.get(self.mapping.key))
        if not key:
            return Converted(row.number, "", None, (Problem("incident", "origin", NO_KEY),))
        reading = _Reading(key, row.cells)
        raw = self._raw(reading, row.cells)
        dossier, problems = checked(raw, self.gazetteer, self.today)
        findings = tuple(reading.findings)
        return Converted(row.number, key[:80], dossier, problems, findings, tuple(dict.fromkeys(reading.unmapped)))

    def _raw(self, reading: "_Reading", cells: Mapping[str, Any]) -> dict[str, Any]:
        incident = reading.fields(self.mapping.incident, Incident)
        incident["origin"] = f"{self.code}:{reading.key}"
        notes = [text_of(incident.get("review_notes"))]
        if self.mapping.date:
            settled = settle(self.mapping.date, reading.key, cells)
            incident["date"] = settled.raw
            reading.findings += settled.findings
            notes.append(settled.note)
        if self._placing:
            placed = self._placing.place(reading.key, cells)
            incident["place"] = placed.raw
            incident.setdefault("landmark_ar", placed.landmark)
            reading.findings += placed.findings
            notes.append(placed.note)
        incident["review_notes"] = "\n".join(note for note in notes if note)
        lists = {name: reading.records(rules, CHILDREN[name]) for name, rules in self.mapping.records.items()}
        return {"incident": incident, **lists}


class OwnDossiers:
    """Reads incidents and cases as the application writes them, under the identities and references they have."""

    code = "dossiers"

    def __init__(self, gazetteer: Gazetteer, today: dt.date) -> None:
        self.gazetteer, self.today = gazetteer, today

    def convert(self, row: Row) -> Converted:
        """The dossier of a row, checked as a form is."""
        kind = CaseFile if isinstance((row.cells or {}).get(CaseFile.head_name), Mapping) else Dossier
        head = (row.cells or {}).get(kind.head_name)
        if row.cells is None or not isinstance(head, Mapping):
            return Converted(row.number, "", None, (Problem("incident", "", NOT_A_RECORD),))
        key = text_of(head.get("origin")) or text_of(head.get("uid"))
        if not key:
            return Converted(row.number, "", None, (Problem(kind.head_type.type_name, "origin", NO_KEY),))
        if strange := tuple(_strange(row.cells, kind)):
            return Converted(row.number, key[:80], None, strange)
        raw = {name: part for name, part in row.cells.items() if name != "revision"}
        if kind is CaseFile:
            case, problems = self._case(raw)
            return Converted(row.number, key[:80], None, problems, case=case)
        dossier, problems = checked(raw, self.gazetteer, self.today)
        return Converted(row.number, key[:80], dossier, problems)

    def _case(self, raw: Mapping[str, Any]) -> tuple[CaseFile | None, tuple[Problem, ...]]:
        file, found = CaseFile.parse(raw)
        found = (*checks.raised(found, file.case.status), *case_problems(file, self.gazetteer, self.today))
        stopping = checks.stops(found)
        return (None if stopping else file), stopping


def checked(raw: Mapping[str, Any], gazetteer: Gazetteer, today: dt.date) -> tuple[Dossier | None, tuple[Problem, ...]]:
    """The dossier of a raw mapping, or None with the problems that stop it from being saved."""
    dossier, found = Dossier.parse(raw)
    found = (*checks.raised(found, dossier.incident.status), *checks.problems(dossier, gazetteer, today))
    stopping = checks.stops(found)
    return (None if stopping else dossier), stopping


def _strange(cells: Mapping[str, Any], kind: type[RecordSet]) -> Iterator[Problem]:
    """What `parse` would pass over: parts and fields it does not know, and parts that are no records."""
    yield from (_unknown(name) for name in cells if name not in (kind.head_name, "revision", *kind.lists))
    yield from (_unknown(name) for name in cells[kind.head_name] if name not in _names(kind.head_type))
    for name, record_type in kind.lists.items():
        rows = cells.get(name, [])
        if not isinstance(rows, list):
            yield Problem(record_type.type_name, "", NOT_A_RECORD)
            continue
        for at, child in enumerate(rows):
            if not isinstance(child, Mapping):
                yield Problem(record_type.type_name, "", NOT_A_RECORD, at)
            else:
                yield from (_unknown(field) for field in child if field not in _names(record_type))


def _unknown(name: object) -> Problem:
    return Problem("incident", "", UNKNOWN_FIELD, values={"field": text_of(name)[:80]})


def _names(record_type: type[Record]) -> frozenset[str]:
    return frozenset({"uid", *(field.name for field in record_type.fields())})


class _Reading:
    """The reading of one row: values out, findings and unmapped words collected."""

    def __init__(self, key: str, cells: Mapping[str, Any]) -> None:
        self.key, self.cells = key, cells
        self.findings: list[Finding] = []
        self.unmapped: list[tuple[str, str]] = []

    def fields(self, rules: Mapping[str, FieldRule], record_type: Any, each: str = "") -> dict[str, Any]:
        return {name: self._value(record_type.field(name), rule, each) for name, rule in rules.items()}

    def records(self, rules: Sequence[RecordRule], record_type: Any) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = []
        for rule in rules:
            for each in rule.each or ("",):
                if each and text_of(self.cells.get(each)) in ("", "0"):
                    continue
                record = self.fields(rule.fields, record_type, each)
                translated = [record[name] for name, field in rule.fields.items() if field.each]
                said = not translated or any(translated)
                if said and (record_type in _COUNTED_ONE_BY_ONE or record not in found):
                    found.append(record)
        return found

    def _value(self, field: Field, rule: FieldRule, each: str) -> Any:
        columns = (each,) if rule.each else rule.columns
        read = self._translated(columns, rule.words) if rule.words is not None else first_filled(self.cells, columns)
        if read is None and rule.template:
            read = _COLUMN.sub(lambda column: text_of(self.cells.get(column[1])), rule.template)
        if isinstance(field.kind, Choices):
            said = str(read).split(";") if read else ()
            return [*field.kind.parse(rule.value), *self._flagged(rule.flags), *said]
        value = rule.value if read is None else read
        return self._readable(field, value) if rule.lenient else value

    def _translated(self, columns: Iterable[str], words: Mapping[str, str]) -> str | None:
        """The first of the columns' words that has a code; words known to say nothing are passed over."""
        codes: list[str] = []
        for column in columns:
            word = text_of(self.cells.get(column))
            if word and word.casefold() not in words:
                self.unmapped.append((column, word[:80]))
            elif word and (code := words[word.casefold()]):
                codes.append(code)
        return next(iter(codes), None)

    def _flagged(self, flags: Mapping[str, str]) -> list[str]:
        codes: list[str] = []
        for column, code in flags.items():
            cell = self.cells.get(column)
            try:
                said = Flag().parse(cell)
            except Invalid:  # neither yes nor no: a word that has no code either
                self.unmapped.append((column, text_of(cell)[:80]))
                continue
            if said and code:
                codes.append(code)
            elif said:
                self.unmapped.append((column, text_of(cell)[:80]))
        return codes

    def _readable(self, field: Field, value: Any) -> Any:
        try:
            field.kind.parse(value)
        except Invalid:
            told = {"column": field.label, "given": text_of(value)[:80]}
            self.findings.append(Finding("value_left_out", self.key, told))
            return None
        return value
