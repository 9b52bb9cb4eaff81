"""The report of an import: every row accounted for, and everything a person should know, in their language."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple, Self

from snhr_desktop.domain.fields import Field
from snhr_desktop.domain.places import Gazetteer, built_in
from snhr_desktop.domain.records import RECORD_TYPES, Record
from snhr_desktop.domain.saying import say_value
from snhr_desktop.errors import Problem
from snhr_desktop.exchange import assumptions, sums_told
from snhr_desktop.exchange.assumptions import Assumption
from snhr_desktop.exchange.files_in import FilesIn
from snhr_desktop.exchange.findings import PERHAPS_HERE, TOPICS, Finding, ReadAs, Unmapped
from snhr_desktop.exchange.reading import Remark
from snhr_desktop.exchange.rows_told import RowsTold
from snhr_desktop.exchange.sums import Sums
from snhr_desktop.exchange.three_way import Conflict
from snhr_desktop.i18n import N_, NP_, Language, Message
from snhr_desktop.store.bodies import FieldChange
from snhr_desktop.store.changes_told import OF_RECORD, Whose, say_change
from snhr_desktop.store.saving import Changes

TITLE = N_("Import of {name}")
DRY_TITLE = N_("Dry run of {name}: nothing was saved")
READ = NP_("{n} record read", "{n} records read")
CREATED = NP_("{n} new", "{n} new")
UPDATED = NP_("{n} updated", "{n} updated")
UNCHANGED = NP_("{n} unchanged", "{n} unchanged")
REFUSED_COUNT = NP_("{n} refused", "{n} refused")
TO_CREATE = NP_("{n} to be added", "{n} to be added")
TO_UPDATE = NP_("{n} to be updated", "{n} to be updated")
TO_LEAVE = NP_("{n} will stay as it is", "{n} will stay as they are")
TO_REFUSE = NP_("{n} will be refused", "{n} will be refused")
DOUBTFUL = NP_("{n} doubtful", "{n} doubtful")
DOUBTFUL_NOTE = N_(
    "Doubtful records are taken in: something of them was decided, left out or is otherwise here, as the headings "
    "below tell."
)
UNMAPPED_HEADING = N_("Words of the file that no code stands for; they were left out")
COLUMNS_HEADING = N_("Columns that the mapping does not know; they were left out")
PEOPLE_HEADING = N_(
    "Columns that may count or list people were left out, so that somebody may be missing from every record; choose in "
    "the mapping what each of them is, or that it is left out on purpose"
)
REMARKS_HEADING = N_("How the file was read")
EDITED_HEADING = N_("Edited here since the last import; left as they are")
CONFLICTS_HEADING = N_("Changed both in the file and here; what was entered here stays")
CHANGES_HEADING = N_("What the file changes of records that are here, field by field")
CHANGE_LINE = N_("{key} ({reference}): {change}")
CONFLICT_LINE = N_("{key}: {field}: here “{ours}”, in the file “{theirs}”")
REFUSED_HEADING = N_("Refused")
FILES_HEADING = N_("Files kept as evidence with these records")
UNMAPPED_LINE = NP_("{column}: “{word}” in {n} record", "{column}: “{word}” in {n} records")
REFUSED_LINE = N_("Row {row} ({key}): {reason}")
REFUSED_OF_FILE = N_("{file}, row {row} ({key}): {reason}")
REASON_WITH_FIELD = N_("{field}: {reason}")
REASON_OF_ROW = N_("{record} {row}: {reason}")
HEADING = N_("{heading} ({count})")
AT_CELL = N_("Cell {cell}: {told}")
AT_CELL_OF = N_("Cell {cell} ({column}): {told}")
_CELL = re.compile(r"(?P<cell>.+![A-Z]*[0-9]+|[^ ]+) \((?P<column>.*)\)", re.DOTALL)
"""Where a value stands, and the header above it."""
READ_AS_BLANK = NP_(
    "{column}: “{word}” in {n} cell is read as blank, not as 0: nothing is told.",
    "{column}: “{word}” in {n} cells is read as blank, not as 0: nothing is told.",
)
READ_AS_ZERO = NP_(
    "{column}: “{word}” in {n} cell is read as 0: there was none.",
    "{column}: “{word}” in {n} cells is read as 0: there was none.",
)
_BETWEEN = " · "
"""Between the reasons for which a row is refused, each of which is a sentence or two."""
AND_MORE = NP_("and {n} more", "and {n} more")

REFUSED, EDITED, CHANGED, CONFLICTS = "refused", "edited", "changed", "conflicts"
UNMAPPED, FILES = "unmapped", "files"
ASSUMED = "assumed"
"""Kinds of lines in `ImportReport.more`, beside the topics of findings."""


class Section(NamedTuple):
    """A heading, its first lines, and how many there are in all."""

    heading: str
    lines: tuple[str, ...]
    total: int


@dataclass(frozen=True)
class Refused:
    """A row that was not taken: its number in the file, its key as far as it has one, and every reason.

    Of a folder the number counts through all files; the row is in one `file`, and has its number `within` there.
    """

    row: int
    key: str
    problems: tuple[Problem, ...]
    file: str = ""
    within: int = 0

    def tell(self, language: Language) -> str:
        """The row and its reasons on one line."""
        told = (_at(one.cell, _reason(one, language), language) for one in self.problems)
        reasons = _BETWEEN.join(map(language.isolate, told))
        said = {"key": self.key or "–", "reason": reasons}
        if self.file:
            return language.text(REFUSED_OF_FILE, file=self.file, row=self.within, **said)
        return language.text(REFUSED_LINE, row=self.row, **said)


@dataclass(frozen=True)
class Changed:
    """A field of the record `key`, `reference` here, that the file changes; `whose` it is in a list of it."""

    key: str
    reference: str
    change: FieldChange
    whose: Whose | None = None

    def tell(self, language: Language, places: Gazetteer) -> str:
        """From what to what on one line; of whom a source is only that it changes."""
        said = say_change(self.change, language, places, self.whose)
        return language.text(CHANGE_LINE, key=self.key, reference=self.reference, change=said)


@dataclass(frozen=True)
class InConflict:
    """A field of the record `key` that both staff and the file have changed."""

    key: str
    conflict: Conflict

    def tell(self, language: Language, places: Gazetteer) -> str:
        """Both values on one line; of whom a source is, and of a record that one side took away, only that they are."""
        record, field, whose = RECORD_TYPES[self.conflict.record], self.conflict.field, self.conflict.whose
        of = whose.tell(language) if whose else language.text(record.title)
        if not field:
            return language.text(CONFLICT_LINE, key=self.key, field=of, ours="…", theirs="…")
        declared = record.field(field)
        both = (self.conflict.ours, self.conflict.theirs)
        ours, theirs = (_value(declared, value, language, places) for value in both)
        said = language.text(declared.label)
        said = language.text(OF_RECORD, record=of, change=said) if record.parent else said
        return language.text(CONFLICT_LINE, key=self.key, field=said, ours=ours, theirs=theirs)

    def without_sensitive(self) -> Self:
        """The same without who sources are."""
        found = self.conflict
        if found.field and not RECORD_TYPES[found.record].field(found.field).sensitive:
            return self
        ours, theirs = map(_without_sensitive, (found.ours, found.theirs))
        return replace(self, conflict=replace(found, ours=ours, theirs=theirs))


@dataclass(frozen=True)
class ImportReport:
    """What an import did, or in a dry run would do. `read` is the sum of the four counts that follow it; `doubtful`
    counts those among them that are taken in though something of them was decided or left out.

    `edited` are keys of rows that say what they said at the last import, while staff have changed the record since;
    they count as unchanged. `assumed` is what the mapping takes for granted in every record, `unsaid` the signs and
    words for nothing with the number of cells that were read so. `findings` and `unmapped`
    tell what could not be taken over as it stands in the file, `people` are columns left out that may tell of
    people, `columns` all others, `remarks` say how it was read. Of what is told only the
    first lines are kept: `more` says how many others there are, by their kind. `rows` made the records, as
    `rows_told` says. The sums are of what is `new`, and of what is changed, `changed_from` as it was here and
    `changed_to` as the file makes it.
    """

    name: str
    dataset: str
    dry_run: bool
    read: int
    created: int
    updated: int
    unchanged: int
    refused: tuple[Refused, ...]
    edited: tuple[str, ...] = ()
    conflicts: tuple[InConflict, ...] = ()
    findings: tuple[Finding, ...] = ()
    unmapped: tuple[Unmapped, ...] = ()
    unsaid: tuple[tuple[ReadAs, int], ...] = ()
    people: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    assumed: tuple[Assumption, ...] = ()
    changes: Changes = field(default_factory=Changes)
    remarks: tuple[Remark, ...] = ()
    doubtful: int = 0
    more: Mapping[str, int] = field(default_factory=dict)
    files: FilesIn = field(default_factory=FilesIn)
    changed: tuple[Changed, ...] = ()
    rows: int = 0
    rows_told: RowsTold | None = None
    new: Sums = field(default_factory=Sums)
    changed_from: Sums = field(default_factory=Sums)
    changed_to: Sums = field(default_factory=Sums)
    places: Gazetteer = field(default_factory=built_in, compare=False, repr=False)

    def without_sensitive(self) -> Self:
        """The report as whoever may not see who sources are may read it: that something differs, and not what."""
        return replace(self, conflicts=tuple(map(InConflict.without_sensitive, self.conflicts)))

    @property
    def refusals(self) -> int:
        """How many were refused."""
        return len(self.refused) + self.more.get(REFUSED, 0)

    @property
    def perhaps_here(self) -> int:
        """How many new incidents may be here already, so that their people would be counted twice."""
        told = sum(found.topic in PERHAPS_HERE for found in self.findings)
        return told + sum(self.more.get(topic, 0) for topic in PERHAPS_HERE)

    def tell(self, language: Language) -> str:
        """The whole report as lines of text."""
        return "\n".join([language.text(DRY_TITLE if self.dry_run else TITLE, name=self.name), *self._lines(language)])

    def counts(self, language: Language) -> tuple[str, ...]:
        """The counts in words: of what was done, or of what is to come."""
        done, to_come = (CREATED, UPDATED, UNCHANGED, REFUSED_COUNT), (TO_CREATE, TO_UPDATE, TO_LEAVE, TO_REFUSE)
        numbers = (self.created, self.updated, self.unchanged, self.refusals)
        told = zip(to_come if self.dry_run else done, numbers, strict=True)
        return (
            language.plural(READ, self.read),
            *(language.plural(message, number) for message, number in told),
            language.plural(DOUBTFUL, self.doubtful),
        )

    def grouping(self, language: Language) -> str:
        """How many rows made how many records and by what; blank of our own, of which each stands alone."""
        return self.rows_told.tell_counted(self.rows, self.read, language) if self.rows_told else ""

    def sections(self, language: Language) -> Iterator[Section]:
        """Each heading with its lines, first what is to be decided; sections without lines are left out."""
        topics = {
            name: (name, TOPICS[name].heading, tuple(_at(f.cell, f.tell(language), language) for f in self._of(name)))
            for name in TOPICS
        }
        parts: list[tuple[str, Message, tuple[str, ...]]] = [
            ("", PEOPLE_HEADING, tuple(map(language.isolate, self.people))),
            *(topics.pop(name) for name in PERHAPS_HERE),
            (REFUSED, REFUSED_HEADING, tuple(refused.tell(language) for refused in self.refused)),
            (EDITED, EDITED_HEADING, tuple(map(language.isolate, self.edited))),
            (CONFLICTS, CONFLICTS_HEADING, tuple(found.tell(language, self.places) for found in self.conflicts)),
            (CHANGED, CHANGES_HEADING, tuple(found.tell(language, self.places) for found in self.changed)),
            (ASSUMED, assumptions.HEADING, self._assumed(language)),
            *topics.values(),
            (UNMAPPED, UNMAPPED_HEADING, tuple(_unmapped(word, language) for word in self.unmapped)),
            (FILES, FILES_HEADING, self._files(language)),
            ("", COLUMNS_HEADING, tuple(map(language.isolate, self.columns))),
            ("", REMARKS_HEADING, tuple(remark.tell(language) for remark in self.remarks)),
        ]
        for kind, heading, lines in parts:
            if kind == EDITED:
                yield from self._sums(language)
            if lines:
                more = self.more.get(kind, 0)
                rest = (language.plural(AND_MORE, more),) if more else ()
                yield Section(language.text(heading), (*lines, *rest), len(lines) + more)

    def _of(self, topic: str) -> list[Finding]:
        return [found for found in self.findings if found.topic == topic]

    def _assumed(self, language: Language) -> tuple[str, ...]:
        told = assumptions.told(self.assumed, language, self.read - self.refusals)
        return (*(_read_as(one, cells, language) for one, cells in self.unsaid), *told)

    def _sums(self, language: Language) -> Iterator[Section]:
        if self.new.records:
            yield Section(language.text(sums_told.NEW), sums_told.told(self.new, language), self.new.records)
        if self.changed_to.records:
            lines = sums_told.told_beside(self.changed_to, self.changed_from, language)
            yield Section(language.text(sums_told.CHANGED), lines, self.changed_to.records)

    def _files(self, language: Language) -> tuple[str, ...]:
        return (*self.files.counts(language), *(one.tell(language) for one in self.files.not_taken))

    def _lines(self, language: Language) -> Iterator[str]:
        """What is to be decided, the counts, and every other section."""
        sections = list(self.sections(language))
        first = sections[:1] if self.people else []
        for section in first:
            yield from (*_told(section, language), "")
        yield from (f"  {line}" for line in (*self.counts(language), self.grouping(language)) if line)
        for section in sections[len(first) :]:
            yield from ("", *_told(section, language))


def _told(section: Section, language: Language) -> Iterator[str]:
    yield language.text(HEADING, heading=section.heading, count=language.number(section.total))
    yield from (f"  {line}" for line in section.lines)


def count_unmapped(found: Counter[tuple[str, str]]) -> tuple[Unmapped, ...]:
    """Each word once, the most frequent first, with the number of rows that have it."""
    return tuple(Unmapped(column, word, rows) for (column, word), rows in found.most_common())


def _value(declared: Field, value: Any, language: Language, places: Gazetteer) -> str:
    return "…" if declared.sensitive else say_value(declared, value, language, places) or "–"


def _without_sensitive(value: Any) -> Record | None:
    """What is left of one side of a conflict about what is sensitive, or about a whole record."""
    return value.without_sensitive() if isinstance(value, Record) else None


def _unmapped(word: Unmapped, language: Language) -> str:
    return language.plural(UNMAPPED_LINE, word.rows, column=word.column, word=word.word)


def _read_as(one: ReadAs, cells: int, language: Language) -> str:
    return language.plural(READ_AS_ZERO if one.zero else READ_AS_BLANK, cells, column=one.column, word=one.word)


def _at(cell: str, told: str, language: Language) -> str:
    """What is told, with the cell of the file that it is about."""
    if parts := _CELL.fullmatch(cell):
        return language.text(AT_CELL_OF, cell=parts["cell"], column=parts["column"], told=told)
    return language.text(AT_CELL, cell=cell, told=told) if cell else told


def _reason(problem: Problem, language: Language) -> str:
    told, record = problem.tell(language), RECORD_TYPES[problem.record]
    if problem.field and problem.field != "origin":
        told = language.text(REASON_WITH_FIELD, field=language.text(record.field(problem.field).label), reason=told)
    if not record.parent or problem.cell:  # the row and the header of the cell say whose it is
        return told
    return language.text(REASON_OF_ROW, record=language.text(record.title), row=problem.row + 1, reason=told)
