"""A record of a file held against what the store has of it: what only the file changed is taken from the file."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from snhr_desktop.domain.records import RecordSet
from snhr_desktop.domain.steps import REJECTED as NOT_COUNTED
from snhr_desktop.errors import Problem
from snhr_desktop.exchange.another_list import of_another_list
from snhr_desktop.exchange.asking import Questions
from snhr_desktop.exchange.contents import S, content, in_place_of, say_the_same
from snhr_desktop.exchange.convert import Converted, OwnDossiers
from snhr_desktop.exchange.import_records import Records
from snhr_desktop.exchange.planned import CREATED, UNCHANGED, UPDATED, Planned
from snhr_desktop.exchange.reasons import reason_of
from snhr_desktop.exchange.three_way import three_way
from snhr_desktop.exchange.words_lost import lost_words
from snhr_desktop.i18n import N_
from snhr_desktop.store.actions import TAKEN_BACK
from snhr_desktop.store.bodies import changes
from snhr_desktop.store.history import Revision
from snhr_desktop.store.imports import Brought

EDITED_HERE = N_("There is such a record already, and no import brought it; it was left as it is.")


def against_store(records: Records, file: Brought, row: Converted, new: RecordSet) -> Planned:
    """What is to become of `new`, as a row of a file has it."""
    code = file.dataset
    present = _present(records, code, new)
    if present is None:
        return Planned.to_save(row, CREATED, new)
    uid = present.head.uid
    saves = records.history(uid)
    imported = [save for save in saves if save.reason == reason_of(code)]
    if not imported and code != OwnDossiers.code and saves[0].reason == reason_of(OwnDossiers.code):
        return replace(Planned.to_save(row, CREATED, new), claimed=True)
    if say_the_same(present, new):
        agreed = Questions.none(records.kept_conflicts(uid))
        return Planned(row.row, row.key, UNCHANGED, questions=agreed, present=uid if imported else "")
    if not imported:
        return Planned.refused(row, Problem(new.head_type.type_name, "", EDITED_HERE))
    base, number = _base(records, present, imported, saves[-1])
    if another := of_another_list(records, file, new, present, base, number):
        return Planned.refused(row, another)
    return _joined(records, row, present, new, base)


def _joined(records: Records, row: Converted, present: S, new: S, base: S) -> Planned:
    """What the file changed of `base`, what it said before, brought together with what stands here."""
    theirs = in_place_of(base, new, present)
    merged, found = three_way(base, theirs, present, guarded=records.guarded)
    uid = present.head.uid
    questions = Questions.of(found, theirs, present, records.kept_conflicts(uid), row.rows or (row.row,))
    if content(merged) == content(present):
        return Planned(row.row, row.key, UNCHANGED, edited=True, questions=questions, present=uid)
    brought = None if content(merged) == content(theirs) else theirs.body()
    changed = tuple(changes(present.body(), _told_apart(merged).body()))
    if lost := lost_words(row, new, changed):
        return Planned.refused(row, lost)
    updated = Planned.to_save(row, UPDATED, merged)
    return replace(updated, brought=brought, questions=questions, changes=changed, before=present)


def _told_apart(given: S) -> S:
    """A set whose new records have names to tell them by until the store gives them identities."""
    lists: dict[str, Any] = {
        name: tuple(child if child.uid else child.with_uid(f"new {at}") for at, child in enumerate(children))
        for name, children in given.children().items()
    }
    return replace(given, **lists)


def _present(records: Records, code: str, new: S) -> S | None:
    """What the store has of a record: by its own code, or else by its identity, the same in every store.

    Of several that say to be of one code it is the one that files of this data set brought.
    """
    kind, head = type(new), new.head
    return records.of_origin(kind, head.origin, reason_of(code)) or records.of_uid(kind, head.uid)


def _base(records: Records, present: S, imported: Sequence[Revision], last: Revision) -> tuple[S, int]:
    """What the file is held against: what it brought last and was not taken back, and the revision by which it did.

    Where all of it was taken back, that is its first word as the undo left it, so that it comes in again. What staff
    have written in such a record since may say why it stays rejected: then its status is asked of a person.
    """
    uid = present.head.uid
    undone = {one.after for one in records.written_by_imports(uid) if one.undone}
    standing = [save for save in imported if save.number not in undone]
    number = (standing or imported)[-1 if standing else 0].number
    base = type(present).parse(records.brought(uid, number))[0]
    if standing or present.head.status != NOT_COUNTED:
        return base, number
    return base.with_head(replace(base.head, status=NOT_COUNTED if last.action == TAKEN_BACK else "")), number
