"""Imports that were made: where a record came from, and a whole import undone."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Any, Self

from snhr_desktop.domain import rights
from snhr_desktop.domain.records import CaseFile, Dossier, RecordSet
from snhr_desktop.domain.steps import REJECTED
from snhr_desktop.errors import ImportUndone, InvalidEntry, MergedAway, StepRefused, UnknownCode
from snhr_desktop.exchange import mapping_file
from snhr_desktop.exchange.mapping import FileMapping
from snhr_desktop.exchange.refusals import BadMapping
from snhr_desktop.exchange.three_way import three_way
from snhr_desktop.i18n import N_, NP_, Language
from snhr_desktop.store import came_along, imports, merges, own_terms, person_links, sets
from snhr_desktop.store.actions import TAKEN_BACK
from snhr_desktop.store.came_along import TermsOfImport
from snhr_desktop.store.cases import CASES
from snhr_desktop.store.imports import CameFrom, ImportAct, ImportedRecord, WrittenBy
from snhr_desktop.store.restoring import revision
from snhr_desktop.store.saving import DOSSIERS, Author, Changes, Keeping, keep
from snhr_desktop.store.sets import S
from snhr_desktop.workspace.door import Door

AN_IMPORT = N_("an import")
PARTED = NP_(
    "{n} link between persons that came with it is said no more",
    "{n} links between persons that came with it are said no more",
)
TAKEN = N_("The import was taken back: {rejected}, {back}.")
GONE, BACK = NP_("{n} record rejected", "{n} records rejected"), NP_("{n} put back", "{n} put back")
KEPT = N_("Changed here since, and left as they are: {names}")
LATER = N_("A later import says these too; they go when that one is taken back: {names}")
_NAMED = 10
_WHY = "undo of an import"
_KINDS: dict[str, Keeping[Any]] = {Dossier.head_type.type_name: DOSSIERS, CaseFile.head_type.type_name: CASES}


@dataclass(frozen=True)
class ImportTakenBack:
    """What the undo of an import did: records it rejected, those it put back as they were, and what it left alone.

    `kept` are references of records of which anything stays that was changed here since, or that were merged since;
    `later` those that a later import says too, which go with that one. `parted` counts links between persons that came
    with it and are said no more.
    """

    rejected: int
    put_back: int
    kept: tuple[str, ...]
    later: tuple[str, ...]
    changes: Changes
    terms: TermsOfImport = field(default_factory=TermsOfImport)
    parted: int = 0

    def tell(self, language: Language) -> tuple[str, ...]:
        """What was done, a line for each kind of thing that it concerns."""
        counts = language.plural(GONE, self.rejected), language.plural(BACK, self.put_back)
        named = ((KEPT, self.kept), (LATER, self.later))
        return (
            language.text(TAKEN, rejected=counts[0], back=counts[1]),
            *(language.text(words, names=_listed(names[:_NAMED], language)) for words, names in named if names),
            *self.terms.tell(language),
            *((language.plural(PARTED, self.parted),) if self.parted else ()),
        )


def _listed(codes: Sequence[str], language: Language) -> str:
    """Each in one piece, so that the list runs as the language does."""
    return language.join([language.isolate(code) for code in codes])


@dataclass(frozen=True)
class Provenance:
    """Where a record came from: the import, the rows of the file, and what its data set is called.

    `parts` has the row of each child by identity, where the record came from several rows. The name of the file is
    blank for whoever may not see who sources are: it may say it.
    """

    act: ImportAct
    rows: tuple[int, ...]
    name_en: str
    name_ar: str
    parts: Mapping[str, int]

    @classmethod
    def of(cls, found: CameFrom) -> Self:
        """As it is told. A mapping that can no longer be read leaves the data set its code."""
        file = found.act.file
        try:
            mapping = mapping_file.read(file.mapping) if file.mapping else None
        except BadMapping:
            mapping = None
        names = (mapping.name_en, mapping.name_ar) if mapping else ("", "")
        return cls(found.act, found.rows, *names, found.parts)


class ImportsDoor(Door):
    """Nothing is ever removed: a record that an undone import brought is rejected, with the reason."""

    def imports(self) -> tuple[ImportAct, ...]:
        """All imports that changed anything, the last one first; without names for whoever may not see sources."""
        with self._store.reading() as connection:
            return tuple(map(self._named, imports.acts(connection)))

    def mappings_used(self, name: str) -> tuple[FileMapping, ...]:
        """Those through which files of a name came in by imports that stand, the last one first, each data set once.

        Another name may be another list with numbers of its own. A mapping that this version cannot follow is passed
        over.
        """
        found: dict[str, FileMapping] = {}
        with self._store.reading() as connection:
            said = [act.file for act in imports.acts(connection) if act.file.name == name and not act.undone]
        for file in said:
            with suppress(BadMapping):
                found.setdefault(file.dataset, mapping_file.read(file.mapping))
        return tuple(found.values())

    def came_from(self, uid: str) -> tuple[Provenance, ...]:
        """The files and rows that an incident or case came from, the first one first; none where it was typed."""
        with self._store.reading() as connection:
            found = imports.came_from(connection, uid)
        return tuple(Provenance.of(replace(one, act=self._named(one.act))) for one in found)

    def terms_of_import(self, uid: str) -> TermsOfImport:
        """What would become of the terms that came with an import if it were taken back now."""
        with self._store.reading() as connection:
            new = [one.uid for one in imports.records_of(connection, uid) if not one.before]
            return came_along.parted(connection, uid, new)

    def undo_import(self, uid: str, reason: str = "") -> ImportTakenBack:
        """Take an import back in one transaction: new records are rejected, changed ones are as before, by field.

        What was changed here since stays, and is told. A record that later imports wrote too is rejected with the
        last of them that is taken back, in whichever order that is. Links between persons and terms that came with it
        go with it, but for terms that other records say. Raises `UnknownCode`, `ImportUndone`, `NotYourRole`, and the
        refusals of a write.
        """
        self._require(rights.MANY)
        tally = _Tally()
        author = self._author(reason.strip() or _WHY)
        with self._store.writing() as connection:
            act = next(iter(imports.acts(connection, uid)), None)
            if act is None:
                raise UnknownCode(code=uid, kind=AN_IMPORT, known="")
            if act.undone:
                raise ImportUndone(name=self._named(act).file.called)
            imports.note_undone(connection, act, author)
            for one in reversed(imports.records_of(connection, uid)):
                self._take_back(one, author, tally)
            parted, terms = came_along.take_back(connection, uid, author)
            self._store.terms.look()
        tally.types |= {person_links.TYPE, own_terms.RECORD_TYPE}
        self._answers.forget(frozenset(tally.types))
        return replace(tally.told(), parted=parted, terms=terms)

    def _take_back(self, one: ImportedRecord, author: Author, tally: "_Tally") -> None:
        """Take one record back, as far as nobody changed it since."""
        keeping, connection = _KINDS[one.record_type], self._store.connection
        now = sets.read(connection, keeping.kind, one.uid)
        if now is None:
            return
        lines = imports.written(connection, one.uid)
        later = any(line.after > one.after and not line.undone for line in lines)
        wanted, stays = self._wanted(keeping, one, now, lines)
        try:
            if merges.merged_into(connection, one.uid) or merges.merged_from(connection, one.uid):
                raise MergedAway(reference=now.head.reference)  # nothing from before a merge comes while it stands
            done = keep(self._store, keeping, replace(wanted, revision=now.revision), author, action=TAKEN_BACK)
        except (InvalidEntry, StepRefused, MergedAway):  # each comes before anything of it is written
            done, stays = None, True
        if done:
            tally.count(done.changes, rejected=now.head.status != REJECTED == wanted.head.status)
        if stays:
            (tally.later if later else tally.kept)[str(now.head.reference)] = None

    def _wanted(self, keeping: Keeping[S], one: ImportedRecord, now: S, lines: Sequence[WrittenBy]) -> tuple[S, bool]:
        """What is to stand instead of a record, and whether anything stays of it that should have gone."""
        connection = self._store.connection
        wanted, stays = now, False
        if one.before:
            after, before = revision(connection, keeping.kind, one.uid, one.after), self._before(keeping, one, lines)
            if after is None or before is None:
                return now, True
            wanted, conflicts = three_way(after[0], before, now, guarded=self._eyes.no_sources)
            stays = bool(conflicts)
        if not all(line.undone for line in lines) or lines[0].before:
            return wanted, stays or not one.before
        first = revision(connection, keeping.kind, one.uid, lines[0].after)
        rejected = wanted.with_head(replace(wanted.head, status=REJECTED))
        if first is None or not _is_as_it_came(first[0], wanted):
            return wanted, True
        return rejected, stays

    def _before(self, keeping: Keeping[S], one: ImportedRecord, lines: Sequence[WrittenBy]) -> S | None:
        """What an import found, without what earlier imports had brought that were taken back since."""
        connection = self._store.connection
        found = revision(connection, keeping.kind, one.uid, one.before)
        if found is None or found[1]:
            return None
        given = found[0]
        for line in reversed(lines):
            if line.undone and line.before and line.after <= one.before:
                states = [revision(connection, keeping.kind, one.uid, at) for at in (line.after, line.before)]
                if states[0] and states[1]:
                    given, _ = three_way(states[0][0], states[1][0], given)
        return given


def _is_as_it_came(first: RecordSet, now: RecordSet) -> bool:
    """Whether nothing stays of it but what an import brought first; to be rejected already is no change to keep."""
    status = REJECTED if now.head.status == REJECTED else first.head.status
    return replace(first.with_head(replace(first.head, status=status)), revision=now.revision) == now


class _Tally:
    """What the undo of an import did so far."""

    def __init__(self) -> None:
        self.rejected = self.put_back = 0
        self.kept, self.later = dict[str, None](), dict[str, None]()
        self.types, self._uids = set[str](), dict[str, None]()

    def count(self, done: Changes, *, rejected: bool) -> None:
        """One record more that was taken back; nothing where it said already what it is to say."""
        self.rejected += bool(done.uids and rejected)
        self.put_back += bool(done.uids and not rejected)
        self.types |= done.types
        self._uids |= dict.fromkeys(done.uids)

    def told(self) -> ImportTakenBack:
        """The whole, in the order of the file."""
        kept, later = (tuple(reversed(one)) for one in (self.kept, self.later))
        changes = Changes(frozenset(self.types), tuple(self._uids))
        return ImportTakenBack(self.rejected, self.put_back, kept, later, changes)
