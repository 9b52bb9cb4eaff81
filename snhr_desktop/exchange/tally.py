"""The report of an import as it grows: it counts everything and keeps the first lines of each kind."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Generic, TypeVar

from snhr_desktop.domain.places import Gazetteer
from snhr_desktop.domain.records import Dossier
from snhr_desktop.exchange.assumptions import assumptions
from snhr_desktop.exchange.cells import text_of
from snhr_desktop.exchange.convert import Converted, OwnDossiers
from snhr_desktop.exchange.findings import BESIDE, CLAIMED, NEAR, TOPICS, Finding, ReadAs
from snhr_desktop.exchange.guessing.counted import tells_of_people
from snhr_desktop.exchange.mapping import CASE, FileMapping
from snhr_desktop.exchange.planned import CREATED, REFUSED, UNCHANGED, UPDATED, Planned
from snhr_desktop.exchange.reading import Remark, Source
from snhr_desktop.exchange.reading.remarks import TOTALS_LEFT
from snhr_desktop.exchange.report import (
    ASSUMED,
    CHANGED,
    CONFLICTS,
    EDITED,
    UNMAPPED,
    Changed,
    ImportReport,
    InConflict,
    Refused,
    count_unmapped,
)
from snhr_desktop.exchange.report import REFUSED as REFUSALS
from snhr_desktop.exchange.rows_told import RowsTold
from snhr_desktop.exchange.sums import Sums
from snhr_desktop.store.changes_told import Whose
from snhr_desktop.store.saving import Changes

KEPT = 2_000
"""Lines of each kind; of the others a report says how many they are."""
_ROWS_TOLD = 50
"""Rows of totals that are told by their numbers."""

T = TypeVar("T")


class _Lines(Generic[T]):
    """The first of what is told of one kind, and the number of all."""

    def __init__(self) -> None:
        self.kept: list[T] = []
        self.all = 0

    def add(self, found: Iterable[T]) -> None:
        for one in found:
            self.all += 1
            if self.has_room:
                self.kept.append(one)

    @property
    def has_room(self) -> bool:
        """Whether the next one is kept."""
        return len(self.kept) < KEPT


class Tally:
    """What became of the records of a file."""

    def __init__(self, places: Gazetteer) -> None:
        self.read = self._rows = 0
        self._places = places
        self._new, self._changed_to, self._changed_from = Sums(), Sums(), Sums()
        self._outcomes: Counter[str] = Counter()
        self._doubtful = 0
        self._refused, self._edited = _Lines[Refused](), _Lines[str]()
        self._conflicts, self._changed = _Lines[InConflict](), _Lines[Changed]()
        self._findings: dict[str, _Lines[Finding]] = {topic: _Lines[Finding]() for topic in TOPICS}
        self._unmapped: Counter[tuple[str, str]] = Counter()
        self._unsaid: Counter[ReadAs] = Counter()
        self._words_left = self._signs_left = 0
        self._totals = _Lines[str]()
        self._remarks: list[Remark] = []
        self._types: set[str] = set()
        self._uids: dict[str, None] = {}

    def without_totals(self, converted: Sequence[Converted]) -> Sequence[Converted]:
        """Some records without the rows of totals among them, which are told."""
        for one in converted:
            if one.totals:
                self._totals.add([str(one.within or number) for number in one.rows])
        return [one for one in converted if not one.totals] if self._totals.all else converted

    def add(self, converted: Sequence[Converted], planned: Sequence[Planned]) -> None:
        """Some records, as they were converted and as they were saved or refused."""
        self.read += len(converted)
        self._rows += sum(len(one.rows) or 1 for one in converted)
        self._outcomes.update(one.outcome for one in planned)
        self._doubtful += sum(_is_doubtful(*both) for both in zip(converted, planned, strict=True))
        self._refused.add(
            Refused(one.row, one.key, one.problems, row.file, row.within)
            for row, one in zip(converted, planned, strict=True)
            if one.outcome == REFUSED
        )
        self._edited.add(one.key for one in planned if one.edited and not one.questions.conflicts)
        self._conflicts.add(InConflict(one.key, found) for one in planned for found in one.questions.conflicts)
        self._changed.add(change for one in planned if one.outcome == UPDATED for change in _changes(one))
        self._add_up(planned)
        for row, one in zip(converted, planned, strict=True):
            if one.claimed:
                self._findings[CLAIMED].add((Finding(CLAIMED, one.key),))
            if one.beside:
                self._findings[BESIDE].add((self._beside(row, one),))
            if one.near:
                self._findings[NEAR].add((Finding(NEAR, one.key, {"reference": one.near}),))
        for row in converted:
            for finding in row.findings:
                self._findings[finding.topic].add((finding,))
            self._words_left += _count(self._unmapped, row.unmapped)
            self._signs_left += _count(self._unsaid, row.unsaid)

    def _beside(self, row: Converted, one: Planned) -> Finding:
        """What is told of an incident from elsewhere that has the place and the day of a new one."""
        if not self._findings[BESIDE].has_room:  # to look at one that is ready to be written takes its time
            return Finding(BESIDE, one.key)
        given = row.given
        assert isinstance(given, Dossier)
        place = self._places.get(given.incident.place.pcode) or "–"
        return Finding(BESIDE, one.key, {"reference": one.beside, "date": given.incident.date, "place": place})

    def _add_up(self, planned: Sequence[Planned]) -> None:
        """Count the records that are new, and those that change as they were and as they will be."""
        new = (one.ready or one.saving for one in planned if one.outcome == CREATED)
        self._new.add(filter(None, new), self._places)
        changed = [one for one in planned if one.outcome == UPDATED]
        self._changed_from.add((one.before for one in changed if one.before), self._places)
        self._changed_to.add((one.saving for one in changed if one.saving), self._places)

    def note(self, remarks: Iterable[Remark]) -> None:
        """What else a person should know of how it was gone through."""
        self._remarks += remarks

    def touch(self, changes: Changes) -> None:
        """What a save touched: the types, and the first of the records."""
        self._types |= changes.types
        if len(self._uids) < KEPT:
            self._uids |= dict.fromkeys(changes.uids)

    def report(self, source: Source, mapping: FileMapping | None, *, dry_run: bool) -> ImportReport:
        """All that was counted."""
        count = self._outcomes
        left: dict[str, _Lines[Any]] = {
            REFUSALS: self._refused,
            EDITED: self._edited,
            CONFLICTS: self._conflicts,
            CHANGED: self._changed,
            **self._findings,
        }
        people, columns = _left_out(source, mapping)
        more = {kind: lines.all - len(lines.kept) for kind, lines in left.items()}
        more |= {UNMAPPED: self._words_left, ASSUMED: self._signs_left}
        return ImportReport(
            name=source.name,
            dataset=mapping.code if mapping else OwnDossiers.code,
            dry_run=dry_run,
            read=self.read,
            created=count[CREATED],
            updated=count[UPDATED],
            unchanged=count[UNCHANGED],
            doubtful=self.read - self._refused.all if people else self._doubtful,
            refused=tuple(self._refused.kept),
            edited=tuple(self._edited.kept),
            conflicts=tuple(self._conflicts.kept),
            changed=tuple(self._changed.kept),
            findings=tuple(one for lines in self._findings.values() for one in lines.kept),
            unmapped=count_unmapped(self._unmapped),
            unsaid=tuple(sorted(self._unsaid.items())),
            people=people,
            columns=columns,
            assumed=assumptions(mapping) if mapping and self.read else (),
            changes=Changes(frozenset(self._types), tuple(self._uids)),
            remarks=(*source.remarks, *self._of_totals(), *self._remarks),
            places=self._places,
            rows=self._rows,
            rows_told=RowsTold.of(mapping) if mapping else None,
            new=self._new,
            changed_from=self._changed_from,
            changed_to=self._changed_to,
            more={kind: number for kind, number in more.items() if number},
        )

    def _of_totals(self) -> Iterator[Remark]:
        if number := self._totals.all:
            yield Remark(TOTALS_LEFT, {"count": number, "rows": tuple(self._totals.kept[:_ROWS_TOLD])})


def _count(counted: Counter[T], found: Iterable[T]) -> int:
    """Count each; when there are too many different ones, those that come later are only numbered."""
    left = 0
    for one in found:
        if one in counted or len(counted) < KEPT:
            counted[one] += 1
        else:
            left += 1
    return left


def _left_out(source: Source, mapping: FileMapping | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The columns that a mapping does not know: those that may tell of people who were harmed, and all others."""
    every = {*source.columns, *(one for some in source.lists.values() for one in some if tells_of_people(one))}
    left = sorted(map(text_of, every - mapping.used())) if mapping else []
    people = [one for one in left if mapping and mapping.rows != CASE and tells_of_people(one)]
    return tuple(people), tuple(one for one in left if one not in people)


def _changes(planned: Planned) -> Iterator[Changed]:
    """The fields that change of a record that is here."""
    given = planned.saving
    reference = given.head.reference if given else ""
    for change in planned.changes:
        yield Changed(planned.key, reference, change, Whose.of(change.uid, given) if given and change.field else None)


def _is_doubtful(row: Converted, planned: Planned) -> bool:
    """Whether a record is taken in of which something was decided, left out, or said otherwise here."""
    if planned.outcome == REFUSED:
        return False
    told = any(TOPICS[finding.topic].doubtful for finding in row.findings)
    return (
        told or planned.claimed or bool(planned.beside or planned.near or row.unmapped or planned.questions.conflicts)
    )
