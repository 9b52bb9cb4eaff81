"""Import a file: every row planned first, then all that is new or changed saved in one transaction, or nothing.

A record is known again by its origin (data set and code). The same file twice changes nothing; a corrected file
updates what it brought, field by field, and never what staff have changed since: a field that both have changed stays
as staff have it, and both are told.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol, TypeVar

from snhr_desktop.domain.places import Gazetteer
from snhr_desktop.domain.records import CaseFile, Dossier, RecordSet
from snhr_desktop.errors import InvalidEntry, Problem, Refusal
from snhr_desktop.exchange.cells import text_of
from snhr_desktop.exchange.conversion import MappedRows, settled
from snhr_desktop.exchange.convert import Converted, Converter, OwnDossiers
from snhr_desktop.exchange.links_in import terms_in
from snhr_desktop.exchange.mapping import FileMapping
from snhr_desktop.exchange.mapping.writing import write_mapping
from snhr_desktop.exchange.mapping_file import load_mapping
from snhr_desktop.exchange.mapping_shelf import shelf
from snhr_desktop.exchange.reading import Choices, Row, Source, open_source
from snhr_desktop.exchange.refusals import NoMapping
from snhr_desktop.exchange.report import ImportReport, InConflict, Refused, count_unmapped
from snhr_desktop.exchange.three_way import Conflict, three_way
from snhr_desktop.i18n import N_
from snhr_desktop.store.bodies import Body
from snhr_desktop.store.cases import CasesSaved
from snhr_desktop.store.history import Revision
from snhr_desktop.store.identity import new_uid
from snhr_desktop.store.imports import Brought, ImportedRecord
from snhr_desktop.store.saving import BulkSaved, Changes

KEY_TWICE = N_("An earlier record of this file has the same code.")
EDITED_HERE = N_("There is such a record already, and no import brought it; it was left as it is.")
REFUSED_BY_STORE = N_("The store did not take it; import the file again.")

_MARK = "import: "

S = TypeVar("S", bound=RecordSet)

CREATED, UPDATED, UNCHANGED, REFUSED = "created", "updated", "unchanged", "refused"


class Records(Protocol):
    """What an import asks of the open store."""

    @property
    def gazetteer(self) -> Gazetteer:
        """The places it knows."""

    def by_origin(self, origin: str) -> Dossier | None:
        """The incident that came from a record of another data set."""

    def dossiers(self, uids: Iterable[str]) -> tuple[Dossier, ...]:
        """Incidents by their identities; unknown ones are passed over."""

    def case_files(self, uids: Iterable[str]) -> tuple[CaseFile, ...]:
        """Cases by their identities; unknown ones are passed over."""

    def case_by_origin(self, origin: str) -> CaseFile | None:
        """The case that came from a record of another data set."""

    def bring_terms(self, given: Iterable[Any], reason: str, *, dry_run: bool = False) -> int:
        """Take in the terms of the office that wrote the file."""

    def history(self, uid: str) -> tuple[Revision, ...]:
        """Every save of an incident, oldest first."""

    def brought(self, uid: str, number: int) -> Any:
        """What a file said of a record at the import that made a revision of it."""

    def note_import(self, file: Brought, records: Sequence[ImportedRecord]) -> str:
        """Write down what an import brought."""

    def save_many(self, given: Iterable[Dossier], reason: str = "", *, named: bool = False) -> BulkSaved:
        """Save many in one transaction; `named` ones keep their references where those are free."""

    def save_cases(self, given: Iterable[CaseFile], reason: str = "", *, named: bool = False) -> CasesSaved:
        """Save many cases in one transaction, as `save_many` does."""


@dataclass(frozen=True)
class Planned:
    """What is to become of one row. `dossier` is what will be saved, with the identity it has here."""

    row: int
    key: str
    outcome: str
    dossier: Dossier | None = None
    problems: tuple[Problem, ...] = ()
    edited: bool = False
    case: CaseFile | None = None
    rows: tuple[int, ...] = ()
    brought: Body | None = None
    conflicts: tuple[Conflict, ...] = ()


def import_file(
    records: Records,
    path: Path,
    given: Path | FileMapping | None = None,
    choices: Choices | None = None,
    *,
    dry_run: bool = False,
) -> ImportReport:
    """Import a file of records through a mapping, or one of our own dossiers.

    Without a `given` mapping, or the file of one, it is recognised by the columns. Raises `UnreadableFile`,
    `BadMapping`, `NoMapping` and the refusals of a write; in each case nothing was saved.
    """
    source = open_source(path, choices)
    if source.own:
        records.bring_terms(terms_in(path), reason_of(OwnDossiers.code), dry_run=dry_run)
    mapping = _mapping(source, given)
    converter = _converter(source, mapping, records.gazetteer)
    converted = [converter.convert(group) for group in _groups(source, converter, mapping)]
    planned = plan(records, converter.code, converted)
    planned, changes = (
        (planned, Changes()) if dry_run else _saved(records, converter.code, planned, _file(source, mapping))
    )
    return _report(source, mapping, converted, planned, changes, dry_run=dry_run)


def _converter(source: Source, mapping: FileMapping | None, gazetteer: Gazetteer) -> Converter:
    today = dt.datetime.now().astimezone().date()
    if mapping is None:
        return OwnDossiers(gazetteer, today)
    return MappedRows(settled(mapping, source), gazetteer, today, source.cell_name)


def _groups(source: Source, converter: Converter, mapping: FileMapping | None) -> Iterable[Sequence[Row]]:
    """The rows of each incident, where several may be one; else every row alone."""
    if not mapping or not mapping.grouped:
        return ([row] for row in source.rows())
    groups: dict[str, list[Row]] = {}
    for row in source.rows():
        groups.setdefault(converter.key_of(row) or f"\n{row.number}", []).append(row)
    return groups.values()


def plan(records: Records, code: str, converted: Sequence[Converted]) -> tuple[Planned, ...]:
    """What is to become of each row, by what the store already has of it."""
    seen: set[str] = set()
    planned: list[Planned] = []
    for row in converted:
        given: RecordSet | None = row.dossier or row.case
        if given is None:
            planned.append(Planned(row.row, row.key, REFUSED, problems=row.problems))
        elif seen & (known_by := {given.head.origin, given.head.uid} - {""}):
            twice = Problem(given.head_type.type_name, "origin", KEY_TWICE)
            planned.append(Planned(row.row, row.key, REFUSED, problems=(twice,)))
        else:
            planned.append(_against_store(records, code, row, given))
            seen |= known_by
    return tuple(planned)


def reason_of(code: str) -> str:
    """What history says of a save by import; the marker by which an import knows its own saves again."""
    return f"{_MARK}{code}"


def typed_reason(reason: str) -> str:
    """A reason as a person may give it: without the marker, so that no edit is ever taken for an import's own."""
    return reason.strip().removeprefix(_MARK.strip()).strip() if reason.strip().startswith(_MARK.strip()) else reason


def _against_store(records: Records, code: str, row: Converted, new: RecordSet) -> Planned:
    present = _present(records, new)
    if present is None:
        return _to_save(row, CREATED, new)
    if _content(present) == _content(new):
        return Planned(row.row, row.key, UNCHANGED)
    saves = records.history(present.head.uid)
    imported = next((save for save in reversed(saves) if save.reason == reason_of(code)), None)
    if imported is None:
        return Planned(row.row, row.key, REFUSED, problems=(Problem(new.head_type.type_name, "", EDITED_HERE),))
    base = type(new).parse(records.brought(present.head.uid, imported.number))[0]
    theirs = _in_place_of(base, new)
    merged, conflicts = three_way(base, theirs, present)
    if _content(merged) == _content(present):
        return Planned(row.row, row.key, UNCHANGED, edited=True, conflicts=conflicts)
    saving = _to_save(row, UPDATED, merged)
    exact = _content(merged) == _content(theirs)
    return replace(saving, brought=None if exact else theirs.body(), conflicts=conflicts)


def _present(records: Records, new: RecordSet) -> RecordSet | None:
    """What the store has of a record: by its own code, or else by its identity, the same in every store."""
    uid, origin = new.head.uid, new.head.origin
    if isinstance(new, CaseFile):
        by_origin = records.case_by_origin(origin) if origin else None
        return by_origin or next(iter(records.case_files([uid])), None)
    return (records.by_origin(origin) if origin else None) or next(iter(records.dossiers([uid])), None)


def _to_save(row: Converted, outcome: str, given: RecordSet) -> Planned:
    if isinstance(given, CaseFile):
        return Planned(row.row, row.key, outcome, case=given, rows=row.rows)
    assert isinstance(given, Dossier)
    return Planned(row.row, row.key, outcome, given, rows=row.rows)


def _content(given: S) -> S:
    """What a dossier or case says, without the identities that this store gave it."""
    lists: dict[str, Any] = {
        name: tuple(child.with_uid("") for child in children) for name, children in given.children().items()
    }
    return replace(given.with_head(replace(given.head, uid="", reference="")), revision=0, **lists)


def _in_place_of(present: RecordSet, new: RecordSet) -> RecordSet:
    """The new content under the identities it already has; children keep theirs by position, new ones get one."""
    lists: dict[str, Any] = {}
    for name, children in new.children().items():
        uids = [child.uid for child in present.children()[name]]
        lists[name] = tuple(
            child.with_uid(uids[at] if at < len(uids) else new_uid()) for at, child in enumerate(children)
        )
    head = replace(new.head, uid=present.head.uid, reference=present.head.reference)
    return replace(new.with_head(head), revision=present.revision, **lists)


def _file(source: Source, mapping: FileMapping | None) -> Brought:
    """What is kept of the file that records came from."""
    dataset = mapping.code if mapping else OwnDossiers.code
    return Brought(source.name, source.sha256, source.chosen.sheet, dataset, write_mapping(mapping) if mapping else "")


def _saved(
    records: Records, code: str, planned: Sequence[Planned], file: Brought
) -> tuple[tuple[Planned, ...], Changes]:
    """The plan as the store took it: what it refused after all is refused with its reasons."""
    result, changes, named = list(planned), Changes(), code == OwnDossiers.code
    dossiers = [at for at, one in enumerate(planned) if one.dossier]
    cases = [at for at, one in enumerate(planned) if one.case]
    written: list[ImportedRecord] = []
    if dossiers:
        done = records.save_many((one.dossier for one in planned if one.dossier), reason_of(code), named=named)
        _take_refused(result, dossiers, done.refused)
        written += _written(result, dossiers, [saved.dossier for saved in done.saved])
        changes |= done.changes
    if cases:
        taken = records.save_cases((one.case for one in planned if one.case), reason_of(code), named=named)
        _take_refused(result, cases, taken.refused)
        written += _written(result, cases, [saved.file for saved in taken.saved])
        changes |= taken.changes
    if written:
        records.note_import(file, written)
    return tuple(result), changes


def _written(result: Sequence[Planned], given: Sequence[int], saved: Sequence[RecordSet]) -> Iterator[ImportedRecord]:
    """Where each record that was written came from."""
    taken = (result[at] for at in given if result[at].outcome != REFUSED)
    for one, now in zip(taken, saved, strict=True):
        planned: RecordSet | None = one.dossier or one.case
        if planned and now.revision > planned.revision:
            kind, rows = now.head_type.type_name, one.rows or (one.row,)
            yield ImportedRecord(kind, now.head.uid, rows, planned.revision, now.revision, one.brought)


def _take_refused(result: list[Planned], given: Sequence[int], refused: Iterable[tuple[int, Refusal]]) -> None:
    for number, refusal in refused:
        one = result[given[number]]
        result[given[number]] = Planned(one.row, one.key, REFUSED, problems=_reasons(refusal))


def _reasons(refusal: Refusal) -> tuple[Problem, ...]:
    return refusal.problems if isinstance(refusal, InvalidEntry) else (Problem("incident", "", REFUSED_BY_STORE),)


def _mapping(source: Source, given: Path | FileMapping | None) -> FileMapping | None:
    """The mapping to follow, or None for a file of our own dossiers."""
    if source.own:
        return None
    if given:
        return load_mapping(given) if isinstance(given, Path) else given
    known = [mapping for mapping in shelf().mappings if mapping.knows(frozenset(source.columns))]
    if not known:
        raise NoMapping(name=source.name)
    return max(known, key=lambda mapping: len(mapping.recognised_by))


def _report(
    source: Source,
    mapping: FileMapping | None,
    converted: Sequence[Converted],
    planned: Sequence[Planned],
    changes: Changes,
    *,
    dry_run: bool,
) -> ImportReport:
    outcomes = [one.outcome for one in planned]
    return ImportReport(
        name=source.name,
        dataset=mapping.code if mapping else OwnDossiers.code,
        dry_run=dry_run,
        read=len(converted),
        created=outcomes.count(CREATED),
        updated=outcomes.count(UPDATED),
        unchanged=outcomes.count(UNCHANGED),
        refused=tuple(Refused(one.row, one.key, one.problems) for one in planned if one.outcome == REFUSED),
        edited=tuple(one.key for one in planned if one.edited and not one.conflicts),
        conflicts=tuple(InConflict(one.key, found) for one in planned for found in one.conflicts),
        findings=tuple(finding for row in converted for finding in row.findings),
        unmapped=count_unmapped(pair for row in converted for pair in row.unmapped),
        columns=tuple(sorted(map(text_of, set(source.columns) - mapping.used()))) if mapping else (),
        changes=changes,
        remarks=tuple(source.remarks),
    )
