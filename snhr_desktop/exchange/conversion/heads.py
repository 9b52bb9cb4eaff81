"""What the rows of one group say of the incident or case itself: fields, date, place. Rows that differ are told."""

from collections.abc import Sequence
from typing import Any

from snhr_desktop.domain.kinds import Choices
from snhr_desktop.domain.places import Gazetteer
from snhr_desktop.exchange.cells import first_filled, text_of
from snhr_desktop.exchange.conversion.notes import Notes, cells_of
from snhr_desktop.exchange.conversion.values import NOT_REPEATED, compiled
from snhr_desktop.exchange.dating import settle
from snhr_desktop.exchange.findings import Finding
from snhr_desktop.exchange.mapping import FileMapping
from snhr_desktop.exchange.placing import Placing
from snhr_desktop.exchange.reading import Row
from snhr_desktop.i18n import Message


class Heads:
    """The incident of each group, by one mapping."""

    def __init__(self, mapping: FileMapping, gazetteer: Gazetteer) -> None:
        self.mapping = mapping
        self.values = {
            name: compiled(mapping, mapping.head_type.field(name), rule, gazetteer)
            for name, rule in mapping.heads.items()
        }
        self._placing = Placing(mapping.place, gazetteer) if mapping.place else None
        date, place = mapping.date, mapping.place
        self._dating = (date.column, date.until) if date else ()
        levels = (place.community, place.subdistrict, place.district, place.governorate) if place else ()
        self._placed = (
            (place.column, *place.pcodes, *levels, *place.names, place.point, place.latitude) if place else ()
        )
        own = dict.fromkeys(column for value in self.values.values() for column in value.columns)
        self._columns = tuple(column for column in (*own, *self._dating, *self._placed) if column)

    def read(self, rows: Sequence[Row], notes: Notes) -> tuple[dict[str, Any], list[str]]:
        """The incident as raw values, and what stays with it for reviewers."""
        notes.row = rows[0]
        first = cells_of(rows[0])
        incident = {name: value.read(first, notes, NOT_REPEATED) for name, value in self.values.items()}
        if len(rows) > 1:
            self._compared(incident, rows, notes)
        said = [text_of(incident.get("review_notes"))]
        if self.mapping.date:
            settled = settle(self.mapping.date, notes.key, cells_of(self._telling(rows, self._dating, notes)))
            incident["date"] = settled.raw
            self._note(settled.findings, self.mapping.date.column, notes)
            said.append(settled.note)
        if self._placing:
            placed = self._placing.place(notes.key, cells_of(self._telling(rows, self._placed, notes)))
            incident["place"] = placed.raw
            incident.setdefault("landmark_ar", placed.landmark)
            self._note(placed.findings, self._place_column(notes.row), notes)
            said.append(placed.note)
        return incident, said

    def cell(self, rows: Sequence[Row], field: str, notes: Notes) -> str:
        """Where a field of the incident stands."""
        columns: tuple[str, ...] = self.values[field].columns if field in self.values else ()
        columns = {"date": self._dating, "place": self._placed, "origin": self.mapping.keys}.get(field, columns)
        notes.row = self._telling(rows, columns, notes)
        column = first_filled(cells_of(notes.row), columns) or next((column for column in columns if column), "")
        return notes.at(column) if column else ""

    def _telling(self, rows: Sequence[Row], columns: Sequence[str], notes: Notes) -> Row:
        """The first row that says anything in these columns."""
        if len(rows) == 1:
            return notes.row
        notes.row = next((row for row in rows if first_filled(cells_of(row), columns)), rows[0])
        return notes.row

    def _compared(self, incident: dict[str, Any], rows: Sequence[Row], notes: Notes) -> None:
        """What later rows add where the first is blank, and where they say another thing."""
        seen = {self._signature(rows[0])}
        for row in rows[1:]:
            if (signature := self._signature(row)) in seen:
                continue
            seen.add(signature)
            notes.row = row
            cells = cells_of(row)
            for name, value in self.values.items():
                if value.told_by_cells:
                    self._joined(incident, name, value.read(cells, notes, NOT_REPEATED), notes)
            for columns in (self._dating, self._placed):
                self._same(rows, columns, notes)

    def _joined(self, incident: dict[str, Any], name: str, said: Any, notes: Notes) -> None:
        value, taken = self.values[name], incident[name]
        if isinstance(value.field.kind, Choices):
            incident[name] = list(dict.fromkeys((*taken, *said)))
        elif taken in (None, "") or taken == value.rule.value:
            incident[name] = taken if said is None else said
        elif said not in (None, "", taken, value.rule.value):
            self._differs(value.field.label, value.columns, (taken, said), notes)

    def _same(self, rows: Sequence[Row], columns: Sequence[str], notes: Notes) -> None:
        row, cells = notes.row, cells_of(notes.row)
        for column in filter(None, columns):
            said = text_of(cells.get(column))
            taken = next((text for other in rows if (text := text_of(cells_of(other).get(column)))), "")
            if said and said != taken:
                notes.row = row
                self._differs(column, (column,), (taken, said), notes)

    def _differs(self, label: Message | str, columns: Sequence[str], said: tuple[Any, Any], notes: Notes) -> None:
        taken, other = (text_of(one)[:80] for one in said)
        column = first_filled(cells_of(notes.row), columns)
        notes.found("rows_differ", column, column=label, taken=taken, other=other)

    def _signature(self, row: Row) -> tuple[Any, ...]:
        cells = cells_of(row)
        return tuple(text_of(cells.get(column)) for column in self._columns)

    def _note(self, findings: Sequence[Finding], column: str, notes: Notes) -> None:
        placing = self._placing
        for finding in findings:
            of_point = placing is not None and finding.topic in ("coordinates_bad", "place_far")
            named = placing.wrong_degrees(cells_of(notes.row)) if placing and of_point else column
            notes.found(finding.topic, named, **finding.values)

    def _place_column(self, row: Row) -> str:
        return first_filled(cells_of(row), self._placed) or next((column for column in self._placed if column), "")
