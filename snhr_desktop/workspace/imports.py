"""Imports that were made: where a record came from, and a whole import undone."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Self

from snhr_desktop.domain import rights
from snhr_desktop.domain.records import CaseFile, Dossier
from snhr_desktop.domain.steps import REJECTED
from snhr_desktop.errors import ImportUndone, InvalidEntry, MergedAway, StepRefused, UnknownCode
from snhr_desktop.exchange import mapping_file
from snhr_desktop.exchange.refusals import BadMapping
from snhr_desktop.exchange.three_way import three_way
from snhr_desktop.i18n import N_
from snhr_desktop.store import imports, sets
from snhr_desktop.store.cases import CASES
from snhr_desktop.store.conflicts import FoundConflict
from snhr_desktop.store.imports import Brought, CameFrom, ImportAct, ImportedRecord
from snhr_desktop.store.restoring import revision
from snhr_desktop.store.saving import DOSSIERS, Author, Changes, Keeping, keep
from snhr_desktop.workspace.door import Door

AN_IMPORT = N_("an import")
_WHY = "undo of an import"
_KINDS: dict[str, Keeping[Any]] = {Dossier.head_type.type_name: DOSSIERS, CaseFile.head_type.type_name: CASES}


@dataclass(frozen=True)
class ImportTakenBack:
    """What the undo of an import did: records it rejected, those it put back as they were, and what it left alone.

    `kept` are references of records of which anything stays that was changed here since.
    """

    rejected: int
    put_back: int
    kept: tuple[str, ...]
    changes: Changes


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
    def of(cls, found: CameFrom, *, named: bool) -> Self:
        """As it may be told. A mapping that can no longer be read leaves the data set its code."""
        file = found.act.file
        try:
            mapping = mapping_file.read(file.mapping) if file.mapping else None
        except BadMapping:
            mapping = None
        names = (mapping.name_en, mapping.name_ar) if mapping else ("", "")
        act = found.act if named else replace(found.act, file=replace(file, name=""))
        return cls(act, found.rows, *names, found.parts)


class ImportsDoor(Door):
    """Nothing is ever removed: a record that an undone import brought is rejected, with the reason."""

    def imports(self) -> tuple[ImportAct, ...]:
        """All imports that changed anything, the last one first."""
        with self._store.reading() as connection:
            return imports.acts(connection)

    def came_from(self, uid: str) -> tuple[Provenance, ...]:
        """The files and rows that an incident or case came from, the first one first; none where it was typed."""
        with self._store.reading() as connection:
            found = imports.came_from(connection, uid)
        return tuple(Provenance.of(one, named=not self.user.no_sources) for one in found)

    def note_import(self, file: Brought, records: Iterable[Sequence[ImportedRecord | FoundConflict]]) -> str:
        """Write down what an import brings while it is written, all in one transaction.

        Returns the identity of the import, blank where it brought nothing.
        """
        with self._store.writing() as connection:
            return imports.note(connection, file, records, Author.of(self._actor, ""))

    def brought(self, uid: str, number: int) -> Any:
        """What a file said of a record at the import that made a revision of it, as history keeps a record."""
        with self._store.reading() as connection:
            return imports.brought(connection, uid, number)

    def undo_import(self, uid: str, reason: str = "") -> ImportTakenBack:
        """Take an import back in one transaction: new records are rejected, changed ones are as before, by field.

        What was changed here since stays, and is told. Raises `UnknownCode`, `ImportUndone`, `NotYourRole`, and the
        refusals of a write.
        """
        self._require(rights.MANY)
        rejected, put_back, kept, changes = 0, 0, dict[str, None](), Changes()
        author = self._author(reason.strip() or _WHY)
        with self._store.writing() as connection:
            act = next(iter(imports.acts(connection, uid)), None)
            if act is None:
                raise UnknownCode(code=uid, kind=AN_IMPORT, known="")
            if act.undone:
                raise ImportUndone(name=act.file.name)
            for one in reversed(imports.records_of(connection, uid)):
                done, name = self._take_back(one, author)
                rejected += bool(done.uids and not one.before)
                put_back += bool(done.uids and one.before)
                kept |= {name: None} if name else {}
                changes |= done
            imports.note_undone(connection, act, author)
        self._answers.forget(changes.types)
        return ImportTakenBack(rejected, put_back, tuple(reversed(kept)), changes)

    def _take_back(self, one: ImportedRecord, author: Author) -> tuple[Changes, str]:
        """One record taken back: what that touched, and its reference where anything of it stays."""
        keeping = _KINDS[one.record_type]
        connection = self._store.connection
        now = sets.read(connection, keeping.kind, one.uid)
        if now is None:
            return Changes(), ""
        reference = str(now.head.reference)
        if not one.before:
            if now.revision != one.after:
                return Changes(), reference
            wanted, stays = now.with_head(replace(now.head, status=REJECTED)), False
        else:
            after, before = (revision(connection, keeping.kind, one.uid, number) for number in (one.after, one.before))
            if after is None or before is None or before[1]:
                return Changes(), reference
            wanted, conflicts = three_way(after[0], before[0], now)
            stays = bool(conflicts)
        try:
            done = keep(self._store, keeping, replace(wanted, revision=now.revision), author)
        except (InvalidEntry, StepRefused, MergedAway):  # each comes before anything of it is written
            return Changes(), reference
        return done.changes, reference if stays else ""
