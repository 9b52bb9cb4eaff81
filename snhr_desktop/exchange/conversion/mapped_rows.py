"""Follows a mapping: the rows of one incident as one dossier."""

import datetime as dt
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from snhr_desktop.domain.checks import stops
from snhr_desktop.domain.places import Gazetteer
from snhr_desktop.domain.records import CaseFile, Dossier
from snhr_desktop.domain.records.altering import altered
from snhr_desktop.errors import Problem
from snhr_desktop.exchange.cells import text_of
from snhr_desktop.exchange.conversion.assumed import AssumedKinds
from snhr_desktop.exchange.conversion.contradictions import Contradictions
from snhr_desktop.exchange.conversion.heads import Heads
from snhr_desktop.exchange.conversion.listed import Listed
from snhr_desktop.exchange.conversion.notes import CellName, Notes, cells_of, said_at, without_places
from snhr_desktop.exchange.conversion.ranges import Ranges
from snhr_desktop.exchange.conversion.records import Kept, Records
from snhr_desktop.exchange.conversion.said_again import SaidAgain
from snhr_desktop.exchange.conversion.several import tell_of_several
from snhr_desktop.exchange.conversion.totals import Totals
from snhr_desktop.exchange.conversion.unsaid import Unsaid
from snhr_desktop.exchange.conversion.values import Value
from snhr_desktop.exchange.conversion.wording import BLANK_KEY, BLANK_KEYS, of_a_cell
from snhr_desktop.exchange.convert import NOT_A_RECORD, Converted, checked
from snhr_desktop.exchange.mapping import LISTS, FileMapping
from snhr_desktop.exchange.reading import Row

_LONGEST = 76
"""Of a key of several columns, in characters: an origin has room for 120, the code of the data set among them."""
_ROOM = 120
_NOTHING = Converted(0, "", None)
_LIST_OF = {record_type.type_name: name for name, record_type in LISTS.items()}


class MappedRows:
    """Turns the rows of one file into dossiers. Compiled once; rows are then read without looking at rules again."""

    def __init__(
        self,
        mapping: FileMapping,
        gazetteer: Gazetteer,
        today: dt.date,
        cell_name: CellName = without_places,
        *,
        hints: bool = False,
    ) -> None:
        self.mapping, self.gazetteer, self.today, self._hints = mapping, gazetteer, today, hints
        self.code, self._cell_name = mapping.code, cell_name
        self._assumed = AssumedKinds(mapping)
        self._heads = Heads(self._assumed.of_all(mapping), gazetteer)
        self._contradictions = Contradictions(mapping)
        self._records = [
            Records(mapping, name, rule, gazetteer) for name, rules in mapping.records.items() for rule in rules
        ]
        self._listed, self._said_again = Listed(self._records), SaidAgain(self._records)
        self._totals, self._unsaid, self._ranges = Totals(mapping), Unsaid(mapping), Ranges(mapping)

    def key_of(self, row: Row) -> str:
        """What the rows of one incident have in common; blank where a row does not say it, or only adds up others."""
        if row.cells is None or self._totals.is_one(row):
            return ""
        said = [" ".join(text_of(row.cells.get(column)).split()) for column in self.mapping.keys]
        key = " | ".join(said) if any(said) else ""
        if self.mapping.group_by and len(key) > (_LONGEST if len(said) > 1 else _ROOM - len(self.code) - 1):
            return f"{key[:60]}~{hashlib.sha256(key.encode()).hexdigest()[:15]}"
        return key

    def convert(self, rows: Sequence[Row]) -> Converted:
        """The dossier of the rows of one incident, checked as a form is."""
        first = rows[0]
        if all(map(self._totals.is_one, rows)):
            made = Converted(first.number, "", None, rows=tuple(row.number for row in rows), totals=True)
        else:
            made = self._converted(rows)
        return replace(made, file=first.sheet, within=first.within) if first.within else made

    def _converted(self, rows: Sequence[Row]) -> Converted:
        numbers, key = tuple(row.number for row in rows), self.key_of(rows[0])
        if rows[0].cells is None:
            return Converted(numbers[0], "", None, (Problem("incident", "", NOT_A_RECORD),), rows=numbers)
        notes = Notes(key, rows[0], self._cell_name)
        if not key:
            return Converted(numbers[0], "", None, (self._without_key(notes),), rows=numbers)
        self._doubt(rows, notes)
        rows = [self._ranges.read(self._unsaid.read(row, notes.unsaid), notes) for row in rows]
        contradicting = tuple(self._contradicting(rows, notes))
        raw, kept = self._raw(rows, notes)
        made, checked = self._parsed(raw)
        problems = stops(checked)
        if problems:
            problems = tuple(self._placed(one, rows, kept, notes) for one in problems)
        if made[0] and not problems:
            notes.row = rows[0]
            self._assumed.look(made[0], notes)
        problems = (*contradicting, *notes.problems, *problems)
        found = tuple(notes.findings)
        parts = kept.rows() if len(rows) > 1 else {}
        if problems:
            made = None, None
        return altered(
            _NOTHING, row=numbers[0], key=key[:80], dossier=made[0], case=made[1], rows=numbers, parts=parts,
            problems=problems, findings=found, unmapped=tuple(notes.unmapped), unsaid=tuple(notes.unsaid),
            hints=checked,
        )  # fmt: skip

    def _without_key(self, notes: Notes) -> Problem:
        """That nothing tells a row from all others: of several columns no one is to blame."""
        kind, keys = self.mapping.head_type.type_name, self.mapping.keys
        if len(keys) == 1:
            return Problem(kind, "origin", BLANK_KEY, cell=notes.at(keys[0]))
        return Problem(kind, "origin", BLANK_KEYS, values={"columns": " · ".join(keys)})

    def _raw(self, rows: Sequence[Row], notes: Notes) -> tuple[dict[str, Any], Kept]:
        incident, said = self._heads.read(rows, notes)
        incident["origin"] = f"{self.code}:{notes.key}"
        said += (self._range(rows[0], incident, notes), *notes.said)
        if notes.may_rise:
            incident.setdefault("toll_open", True)
        kept = self._kept(rows, notes)
        incident["review_notes"] = "\n".join(note for note in (*said, *dict.fromkeys(kept.left_notes)) if note)
        if befallen := list(self._assumed.befallen(kept.records.get("victims", ()))):
            incident["kinds"] = list(dict.fromkeys((*incident["kinds"], *befallen)))
        return {"incident": incident, **kept.records}, kept

    def _kept(self, rows: Sequence[Row], notes: Notes) -> Kept:
        """The lists below it."""
        kept = Kept(iter(self.mapping.records))
        for records in self._records:
            for row in rows:
                notes.row = row
                records.add(row, notes, kept)
        if len(rows) > 1:
            self._said_again.settle(kept, notes)
        tell_of_several(kept, notes)
        self._listed.settle(kept, notes)
        return kept

    def _parsed(self, raw: dict[str, Any]) -> tuple[tuple[Dossier | None, CaseFile | None], tuple[Problem, ...]]:
        """The dossier, or the case, and what its checks found; neither where that stops it."""
        dossier, problems = checked(raw, self.gazetteer, self.today, hints=self._hints)
        return (dossier, None), problems

    def _doubt(self, rows: Sequence[Row], notes: Notes) -> None:
        for row in rows:
            if column := self._totals.doubtful(row):
                notes.row = row
                notes.found("total_doubtful", column, given=text_of(cells_of(row)[column])[:80], row=row.number)
        notes.row = rows[0]

    def _range(self, row: Row, incident: dict[str, Any], notes: Notes) -> str:
        """A toll told as a range: it may rise."""
        bounds, toll = self._contradictions.range(cells_of(row)), self.mapping.toll
        if not bounds or not toll:
            return ""
        notes.row = row
        notes.found("toll_range", toll.maximum, least=bounds[0], most=bounds[1])
        incident.setdefault("toll_open", True)
        return f"{toll.minimum}: {bounds[0]}; {toll.maximum}: {bounds[1]}"

    def _contradicting(self, rows: Sequence[Row], notes: Notes) -> Iterator[Problem]:
        for row in rows:
            notes.row = row
            yield from self._contradictions.problems(cells_of(row), notes)

    def _placed(self, problem: Problem, rows: Sequence[Row], kept: Kept, notes: Notes) -> Problem:
        """A problem with its cell, in words for whoever has the file."""
        cell = self._cell(problem, rows, kept, notes)
        value = self._value(problem, kept)
        return of_a_cell(
            replace(problem, cell=cell), said_at(notes) if cell else "", told_by_cells=not value or value.told_by_cells
        )

    def _value(self, problem: Problem, kept: Kept) -> Value | None:
        """The rule that a value of a list follows."""
        origins = kept.origins.get(_LIST_OF.get(problem.record, ""), ())
        return origins[problem.row].values.get(problem.field) if problem.row < len(origins) else None

    def _cell(self, problem: Problem, rows: Sequence[Row], kept: Kept, notes: Notes) -> str:
        """Where the value stands that a problem is about."""
        name = _LIST_OF.get(problem.record, "")
        origins = kept.origins.get(name, ())
        if name:
            return origins[problem.row].cell(problem.field, notes) if problem.row < len(origins) else ""
        return self._heads.cell(rows, problem.field, notes)
