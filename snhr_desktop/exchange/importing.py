"""Import a file: its records are converted, planned and saved some at a time in one transaction, or nothing is.

A record is known again by its origin (data set and code). The same file twice changes nothing; a corrected file
updates what it brought, field by field, and never what staff have changed since: a field that both have changed stays
as staff have it, and both are told. A row that makes another incident of a record is refused. Memory
does not grow with the file.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from snhr_desktop.domain.records import Case, Incident, Record
from snhr_desktop.errors import InvalidEntry, Problem, Refusal
from snhr_desktop.exchange.ahead import made
from snhr_desktop.exchange.convert import Converted, OwnDossiers
from snhr_desktop.exchange.here_already import HereAlready
from snhr_desktop.exchange.import_records import Records
from snhr_desktop.exchange.links_in import linked_persons, terms_in
from snhr_desktop.exchange.making import Making, says_all
from snhr_desktop.exchange.mapping import FileMapping
from snhr_desktop.exchange.mapping.writing import write_mapping
from snhr_desktop.exchange.mapping_file import load_mapping
from snhr_desktop.exchange.mapping_shelf import shelf
from snhr_desktop.exchange.names import Names
from snhr_desktop.exchange.planned import CREATED, REFUSED, Planned
from snhr_desktop.exchange.planning import Planner
from snhr_desktop.exchange.reading import Choices, Source, open_source
from snhr_desktop.exchange.reasons import reason_of
from snhr_desktop.exchange.refusals import NoMapping
from snhr_desktop.exchange.report import ImportReport
from snhr_desktop.exchange.tally import Tally
from snhr_desktop.exchange.watching import UNWATCHED, Waiting
from snhr_desktop.exchange.written_for import refuse_no_records
from snhr_desktop.i18n import N_
from snhr_desktop.store import batches
from snhr_desktop.store.conflicts import RECORD_TYPE as CONFLICT
from snhr_desktop.store.conflicts import FoundConflict
from snhr_desktop.store.imports import Brought, ImportedRecord
from snhr_desktop.store.saving import Changes, Standing

REFUSED_BY_STORE = N_("The store did not take it; import the file again.")

AT_ONCE = batches.AT_ONCE
"""Records that are converted, planned and saved together, at most: what the store writes by one statement a table."""


def import_file(
    records: Records,
    path: Path,
    given: Path | FileMapping | None = None,
    choices: Choices | None = None,
    *,
    dry_run: bool = False,
    waiting: Waiting = UNWATCHED,
) -> ImportReport:
    """Import a file of records through a mapping, or one of our own dossiers.

    Without a `given` mapping, or the file of one, it is recognised by the columns. Raises `UnreadableFile`,
    `BadMapping`, `NoMapping`, `ImportStopped` and the refusals of a write; in each case nothing was saved.
    """
    source = open_source(path, choices, waiting=waiting)
    if source.own:
        refuse_no_records(path, source.chosen.encoding, training=records.training, waiting=waiting)
        records.bring_terms(
            terms_in(path, source.chosen.encoding, waiting), reason_of(OwnDossiers.code), dry_run=dry_run
        )
    mapping = _mapping(source, given)
    file = _file(source, mapping)
    act = _Import(
        records,
        file.dataset,
        Planner(records, file, numbered=mapping is None or bool(mapping.key)),
        Tally(records.gazetteer),
        waiting,
    )
    making = Making(mapping, records.gazetteer, dt.datetime.now().astimezone().date(), AT_ONCE, ready=not dry_run)
    with closing(made(path, source, choices, making, waiting)) as converted:
        if dry_run:
            act.try_all(converted)
        else:
            records.note_import(file, act.save_all(converted))
        if source.own:
            act.link_persons(linked_persons(path, source.chosen.encoding, waiting))
    return act.tally.report(source, mapping, dry_run=dry_run)


@dataclass(frozen=True)
class _Import:
    """One file on its way into the store, some records at a time."""

    records: Records
    code: str
    planner: Planner
    tally: Tally
    waiting: Waiting
    held: Names = field(default_factory=Names)
    """The identities of the records that a file of our own brought, now or before."""

    def try_all(self, made: Iterable[Sequence[Converted]]) -> None:
        """Only tell what would become of the records."""
        here = HereAlready(self.records, self.code, self.waiting)
        for converted in map(self.tally.without_totals, made):
            planned = self._planned(converted)
            self._add(here.told(converted, planned), planned)
        self.tally.note(here.remarks())

    def save_all(self, made: Iterable[Sequence[Converted]]) -> Iterator[Sequence[ImportedRecord | FoundConflict]]:
        """Save the records, and say of each batch what was written, and what a person is to be asked."""
        for converted in map(self.tally.without_totals, made):
            planned = self._planned(converted)
            asking = [found for one in planned for found in one.questions.asking]
            written = self._save(planned)
            if self.is_own:
                for uid in (*(one.uid for one in written), *(one.present for one in planned if one.present)):
                    self.held.number(uid)
            yield [*written, *asking]
            if asking:
                self.tally.touch(Changes(frozenset({CONFLICT}), tuple(found.record_uid for found in asking)))
            self.records.withdraw_conflicts((uid for one in planned for uid in one.questions.withdrawn), self._reason)
            self._add(converted, planned)

    def link_persons(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Say who is one person; a file says nothing of those who stand in records that are not its own."""
        for one, other in pairs:
            self.records.link_as_brought(one, other, self.held.__contains__, self._reason)

    def _planned(self, converted: Sequence[Converted]) -> list[Planned]:
        return list(self.planner.plan(self.waiting.over(converted)))

    def _add(self, converted: Sequence[Converted], planned: Sequence[Planned]) -> None:
        self.tally.add(converted, planned)
        self.waiting.told(self.tally.read)

    @property
    def is_own(self) -> bool:
        """Whether they are whole records of an office."""
        return self.code == OwnDossiers.code

    @property
    def _reason(self) -> str:
        return reason_of(self.code)

    def _save(self, planned: list[Planned]) -> list[ImportedRecord]:
        """Save some; what the store refuses after all is refused in the plan, with its reasons."""
        reason, named = self._reason, self.is_own
        dossiers = [at for at, one in enumerate(planned) if one.dossier or one.ready]
        cases = [at for at, one in enumerate(planned) if one.case]
        written: list[ImportedRecord] = []
        if dossiers:
            settled = frozenset(number for number, at in enumerate(dossiers) if _is_settled(planned[at]))
            given = self.waiting.over([new for one in planned if (new := one.ready or one.dossier)])
            done = self.records.save_prepared(given, reason, named=named, checked=settled)
            _take_refused(planned, dossiers, done.refused)
            written += _written(Incident, planned, dossiers, done.saved)
            self.tally.touch(done.changes)
        if cases:
            files = self.waiting.over([one.case for one in planned if one.case])
            taken = self.records.save_cases(files, reason, named=named)
            _take_refused(planned, cases, taken.refused)
            written += _written(Case, planned, cases, [Standing.of(saved.file) for saved in taken.saved])
            self.tally.touch(taken.changes)
        return written


def _is_settled(one: Planned) -> bool:
    """Whether the store would parse and check a new dossier to what it is: a row that says nothing would go."""
    return one.outcome == CREATED and one.dossier is not None and says_all(one.dossier)


def _file(source: Source, mapping: FileMapping | None) -> Brought:
    """What is kept of the file that records came from."""
    dataset = mapping.code if mapping else OwnDossiers.code
    said = write_mapping(mapping) if mapping else ""
    return Brought(source.name, source.sha256, source.chosen.sheet, dataset, said, tuple(source.files))


def _written(
    kind: type[Record], result: Sequence[Planned], given: Sequence[int], saved: Sequence[Standing]
) -> Iterator[ImportedRecord]:
    """Where each record that was written came from."""
    taken = (result[at] for at in given if result[at].outcome != REFUSED)
    for one, now in zip(taken, saved, strict=True):
        before = one.saving.revision if one.saving else 0
        if now.revision > before:
            parts = {name: numbers for name, numbers in one.parts.items() if len(numbers) == _said(one, now, name)}
            rows = one.rows or (one.row,)
            yield ImportedRecord(kind.type_name, now.uid, rows, before, now.revision, one.brought, parts)


def _said(one: Planned, now: Standing, name: str) -> int:
    """How many records a list of a record has as its file says it."""
    return len(one.brought[name]) if one.brought else now.size(name)


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
