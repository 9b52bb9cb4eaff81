"""Rows of a file as a dossier or a case: the same for import, dry run and tests."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

from snhr_desktop.domain import checks
from snhr_desktop.domain.case_checks import case_problems
from snhr_desktop.domain.places import Gazetteer
from snhr_desktop.domain.records import CaseFile, Dossier, Record, RecordSet
from snhr_desktop.errors import Problem
from snhr_desktop.exchange.cells import text_of
from snhr_desktop.exchange.findings import Finding, ReadAs
from snhr_desktop.exchange.reading import Row
from snhr_desktop.i18n import N_
from snhr_desktop.store.ready import Ready

NOT_A_RECORD = N_("This is not a record with named fields.")
UNKNOWN_FIELD = N_("The field “{field}” is not known.")
NO_KEY = N_("The code that tells this record from others is missing.")


@dataclass(frozen=True)
class Converted:
    """What became of the rows of one incident: a dossier or a case that may be saved, or neither and what stops it.

    `row` is the number of the first of `rows`; of a folder it is in the `file`, and `within` its number there.
    `unmapped` are pairs of column and word that have no code of ours, `unsaid` the cells that were read as blank or 0
    for the sign or word in them. `parts` tells, where there are several rows, of
    which row each record of a list is. `hints` are what its checks found beside, where they were asked for.

    A new dossier may be `ready` to be written, with the `origin` it has and `where` it was: place and first day. Then
    it is that alone, since most are never looked at again. `totals` are rows that only add up others, of which nothing
    is to become.
    """

    row: int
    key: str
    dossier: Dossier | None
    problems: tuple[Problem, ...] = ()
    findings: tuple[Finding, ...] = ()
    unmapped: tuple[tuple[str, str], ...] = ()
    unsaid: tuple[ReadAs, ...] = ()
    case: CaseFile | None = None
    rows: tuple[int, ...] = ()
    parts: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    hints: tuple[Problem, ...] = ()
    ready: Ready | None = None
    origin: str = ""
    where: tuple[str, str] = ("", "")
    file: str = ""
    within: int = 0
    totals: bool = False

    @property
    def given(self) -> RecordSet | None:
        """What may be saved."""
        return self.dossier or self.case or (self.ready.unlaid(Dossier) if self.ready else None)


class Converter(Protocol):
    """Turns the rows of one file into dossiers."""

    code: str
    gazetteer: Gazetteer

    def key_of(self, row: Row) -> str:
        """What the rows of one incident have in common; blank where a row does not say it."""

    def convert(self, rows: Sequence[Row]) -> Converted:
        """The dossier of the rows of one incident, checked as a form is."""


class OwnDossiers:
    """Reads incidents and cases as the application writes them, under the identities and references they have."""

    code = "dossiers"

    def __init__(self, gazetteer: Gazetteer, today: dt.date) -> None:
        self.gazetteer, self.today = gazetteer, today

    def key_of(self, row: Row) -> str:
        """Each row is a record of its own, told by its place in the file."""
        return str(row.number)

    def convert(self, rows: Sequence[Row]) -> Converted:
        """The dossier of a row, checked as a form is."""
        return replace(self._converted(rows[0]), rows=(rows[0].number,))

    def _converted(self, row: Row) -> Converted:
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
        dossier, found = checked(raw, self.gazetteer, self.today)
        return Converted(row.number, key[:80], dossier, checks.stops(found))

    def _case(self, raw: Mapping[str, Any]) -> tuple[CaseFile | None, tuple[Problem, ...]]:
        file, found = CaseFile.parse(raw)
        found = (*checks.raised(found, file.case.status), *case_problems(file, self.gazetteer, self.today))
        stopping = checks.stops(found)
        return (None if stopping else file), stopping


def checked(
    raw: Mapping[str, Any], gazetteer: Gazetteer, today: dt.date, *, hints: bool = False
) -> tuple[Dossier | None, tuple[Problem, ...]]:
    """The dossier of a raw mapping and what its checks found; None where that stops it from being saved, as what
    could not be read does, which is told first.
    """
    dossier, unread = Dossier.parse(raw)
    found = checks.problems(dossier, gazetteer, today, hints=hints)
    if stopping := checks.stops((*checks.raised(unread, dossier.incident.status), *found)):
        return None, stopping
    return dossier, found


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
