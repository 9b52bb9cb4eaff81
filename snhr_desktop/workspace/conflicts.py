"""What files say otherwise than staff: shown, and answered by taking the file's word over or by keeping ours."""

import json
from dataclasses import dataclass
from typing import Any

from snhr_desktop.domain.kinds import Invalid
from snhr_desktop.domain.records import CaseFile, Dossier, RecordSet
from snhr_desktop.errors import InvalidEntry, Problem, UnknownCode
from snhr_desktop.i18n import N_
from snhr_desktop.store import conflicts, imports, sets
from snhr_desktop.store.bodies import as_told, sensitive_names
from snhr_desktop.store.conflicts import OURS, RECORD_TYPE, KeptConflict
from snhr_desktop.store.imports import ImportAct
from snhr_desktop.store.saving import Changes
from snhr_desktop.workspace.cases import CaseDoor
from snhr_desktop.workspace.records import IncidentDoor

A_CONFLICT = N_("something that a file says otherwise")
"""What an unknown identity was taken for."""
_KINDS: dict[str, type[RecordSet]] = {kind.head_type.type_name: kind for kind in (Dossier, CaseFile)}


@dataclass(frozen=True)
class SaidOtherwise:
    """One field that a file says otherwise than the record. `about` is the record it is of, by type and identity.

    `ours` is what the record says now and `theirs` what the file says, raw as in history; a blank `field` is a whole
    record, None where one side has none. Where it is `protected` neither value is told. The file is that of `act`,
    whose name is blank for whoever may not see who sources are.
    """

    uid: str
    record: str
    about: str
    field: str
    ours: Any
    theirs: Any
    protected: bool
    act: ImportAct
    rows: tuple[int, ...]


@dataclass(frozen=True)
class Answered:
    """What an answer touched."""

    changes: Changes


class ConflictDoor(IncidentDoor, CaseDoor):
    """Everybody who may change a record may answer: what the file says is taken over by a save like any other."""

    def said_otherwise(self, uid: str) -> tuple[SaidOtherwise, ...]:
        """What files say otherwise of an incident or case and nobody has answered, in the order it was found."""
        with self._store.reading() as connection:
            asked = [one for one in conflicts.of_record(connection, uid) if one.is_open and self._may_see(one)]
            given = sets.read(connection, _KINDS[asked[0].found.record_type], uid) if asked else None
            acts = {one.batch: imports.acts(connection, one.batch)[0] for one in asked}
        return tuple(self._as_told(one, given, acts[one.batch]) for one in asked if given)

    def take_from_file(self, uid: str, reason: str = "") -> Answered:
        """Save the record with what the file says; without a `reason` it is the data set and the rows of the file.

        Raises what a save raises, and `UnknownCode`.
        """
        with self._store.writing() as connection:
            one = self._asked(uid)
            found = one.found
            given = sets.read(connection, _KINDS[found.record_type], found.record_uid)
            if given is None:
                raise UnknownCode(code=uid, kind=A_CONFLICT, known="")
            try:
                wanted = conflicts.taken_over(given, found)
            except Invalid as wrong:
                problem = Problem(found.about_type, found.field, wrong.message, values=wrong.values)
                raise InvalidEntry([problem]) from wrong
            why = reason.strip() or self._where(one)
            if isinstance(wanted, Dossier):
                changes = self.save(wanted, why).changes
            else:
                assert isinstance(wanted, CaseFile)
                changes = self.save_case(wanted, why).changes
        return Answered(changes | Changes(frozenset({RECORD_TYPE}), (found.record_uid,)))

    def keep_ours(self, uid: str, reason: str = "") -> Answered:
        """Say that the record stays as it is; the same value of the field is not asked about again.

        Raises `UnknownCode` and the refusals of a write.
        """
        author = self._author(reason)
        with self._store.writing() as connection:
            found = self._asked(uid).found
            conflicts.answer(connection, uid, OURS, author.actor, author.reason)
        return Answered(Changes(frozenset({RECORD_TYPE}), (found.record_uid,)))

    def _asked(self, uid: str) -> KeptConflict:
        with self._store.reading() as connection:
            one = conflicts.one(connection, uid)
        if one is None or not one.is_open or not self._may_see(one):
            raise UnknownCode(code=uid, kind=A_CONFLICT, known="")
        return one

    def _may_see(self, one: KeptConflict) -> bool:
        """Whoever may not see who sources are is not asked about it either."""
        return self._eyes.may_see(one.found.about_type, one.found.field)

    def _as_told(self, one: KeptConflict, given: RecordSet, act: ImportAct) -> SaidOtherwise:
        found, protected = one.found, _is_protected(one)
        ours = conflicts.said(given, found.about_uid, found.field)
        values = () if protected else (_told(found.about_type, json.loads(raw)) for raw in (ours, found.theirs))
        mine, its = tuple(values) or (None, None)
        about = found.about_type, found.about_uid, found.field
        return SaidOtherwise(one.uid, *about, mine, its, protected, self._named(act), found.rows)

    def _where(self, one: KeptConflict) -> str:
        """The data set and the rows. Never the name of the file: everybody reads the history."""
        with self._store.reading() as connection:
            file = imports.acts(connection, one.batch)[0].file
        return f"{file.dataset}: {', '.join(map(str, one.found.rows))}"


def _told(record_type: str, raw: Any) -> Any:
    """A raw value; a whole record as history tells it to anybody."""
    return as_told(record_type, raw) if isinstance(raw, dict) and "uid" in raw else raw


def _is_protected(one: KeptConflict) -> bool:
    return one.found.field in sensitive_names(one.found.about_type)
