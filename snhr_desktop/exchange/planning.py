"""What is to become of each record of a file; none of them is taken in twice."""

from array import array
from collections.abc import Container, Iterable, Iterator, Mapping

from snhr_desktop.domain.records import Incident, RecordSet
from snhr_desktop.domain.records.altering import altered
from snhr_desktop.errors import Problem
from snhr_desktop.exchange.against_store import against_store
from snhr_desktop.exchange.convert import Converted, OwnDossiers
from snhr_desktop.exchange.import_records import Records
from snhr_desktop.exchange.making import where
from snhr_desktop.exchange.names import Names
from snhr_desktop.exchange.planned import CREATED, Planned
from snhr_desktop.i18n import N_
from snhr_desktop.store.imports import Brought
from snhr_desktop.store.ready import Ready

KEY_TWICE = N_(
    "Row {row} of this file has the same code, and was read first. Give each its own; where both are of one incident, "
    "choose so in the mapping under “What one row is”."
)
KEY_TWICE_IN_FOLDER = N_(
    "Row {row} of {file} has the same code, and was read first. Give each its own; where both are of one incident, "
    "choose so in the mapping under “What one row is”."
)
_References = Mapping[tuple[str, str], str]
"""Of incidents, by place and first day."""
_NEW = Planned(0, "", CREATED)


class Planner:
    """Plans the records of one file, some at a time; those planned before are known by a few bytes each."""

    def __init__(self, records: Records, file: Brought, *, numbered: bool = True) -> None:
        self._records, self._from, self._numbered = records, file, numbered
        self._newest = records.newest_incident()
        self._seen = Names()
        self._rows, self._file_of = array("Q"), array("I")
        """The row that each name was first said in and its file, by the number of the name."""
        self._files: dict[str, int] = {}

    def plan(self, converted: Iterable[Converted]) -> Iterator[Planned]:
        """What is to become of each."""
        some = list(converted)
        held = self._records.origins_held(_origins(some))
        there, near = self._others_there(some)
        for row in some:
            if row.ready and row.origin not in held:
                planned = self._new(row, row.ready)
            elif given := row.given:
                planned = self._given(row, given, held)
            else:
                planned = Planned.refused(row, *row.problems)
            if (there or near) and planned.outcome == CREATED:
                where = _where(row)
                planned = altered(planned, beside=there.get(where, ""), near=near.get(where, ""))
            yield planned

    def _others_there(self, some: Iterable[Converted]) -> tuple[_References, _References]:
        """What the store had of other files, or of people, at the places and days of some records of a list; and of the
        same list near these, where its records have no number by which they are known again.
        """
        if not self._newest or self._from.dataset == OwnDossiers.code:
            return {}, {}
        asked = self._from.dataset, self._newest, [both for row in some if all(both := _where(row))]
        return self._records.others_there(*asked), {} if self._numbered else self._records.own_near(*asked)

    def _new(self, row: Converted, ready: Ready) -> Planned:
        """What is to become of one that is ready to be written, and that the store has none of."""
        number = self._seen.number(_origin_name(Incident.type_name, row.origin))
        if number < len(self._rows):
            return self._twice(row, Incident.type_name, number)
        self._note(row)
        return altered(_NEW, row=row.row, key=row.key, rows=row.rows, parts=row.parts, ready=ready)

    def _given(self, row: Converted, given: RecordSet, held: Container[str]) -> Planned:
        """What is to become of any other: refused where the file spoke of it before, by its code or its identity."""
        kind, names = given.head_type.type_name, _names(given)
        if (first := self._first(names)) is not None:
            return self._twice(row, kind, first)
        planned = self._against_store(row, given, held)
        of = _names_here(planned)
        if (first := self._first(of)) is not None:
            return self._twice(row, kind, first)
        self._see(names | of, row)
        return planned

    def _against_store(self, row: Converted, given: RecordSet, held: Container[str]) -> Planned:
        if given.head.origin not in held and not given.head.uid:
            return Planned.to_save(row, CREATED, given)
        return against_store(self._records, self._from, row, given)

    def _first(self, names: Iterable[str]) -> int | None:
        """The number of the first of some names that was said before."""
        known = (self._seen.find(name) for name in names)
        return next((number for number in known if number >= 0), None)

    def _see(self, names: Iterable[str], row: Converted) -> None:
        for name in names:
            if self._seen.number(name) == len(self._rows):
                self._note(row)

    def _note(self, row: Converted) -> None:
        self._rows.append(row.within or row.row)
        self._file_of.append(self._files.setdefault(row.file, len(self._files)))

    def _twice(self, row: Converted, kind: str, first: int) -> Planned:
        file = list(self._files)[self._file_of[first]]
        told = {"row": self._rows[first], "file": file}
        return Planned.refused(row, Problem(kind, "origin", KEY_TWICE_IN_FOLDER if file else KEY_TWICE, values=told))


def _where(row: Converted) -> tuple[str, str]:
    """Place and first day of an incident; blank of a case."""
    return row.where if row.ready else where(row.dossier) if row.dossier else ("", "")


def _origins(some: Iterable[Converted]) -> Iterator[str]:
    for row in some:
        if row.ready:
            yield row.origin
        elif new := row.given:
            yield new.head.origin


def _names(given: RecordSet) -> set[str]:
    origin, uid = given.head.origin, given.head.uid
    of_origin = {_origin_name(given.head_type.type_name, origin)} if origin else set()
    return of_origin | ({_uid_name(uid)} if uid else set())


def _names_here(planned: Planned) -> set[str]:
    """The names of the record here that a row is about."""
    if planned.saving:
        return _names(planned.saving)
    return {_uid_name(planned.present)} if planned.present else set()


def _origin_name(kind: str, origin: str) -> str:
    """An origin among names: any text may be one, an incident and a case may have the same."""
    return f"{kind} {origin}"


def _uid_name(uid: str) -> str:
    return f"uid {uid}"
