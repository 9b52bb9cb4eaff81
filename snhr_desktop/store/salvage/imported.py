"""Imports and packs of places in a salvaged store: what is lost of them is put back or recorded anew, and named.

What differs from the history where no page of these tables is lost is left to the check: somebody changed it.
"""

from collections.abc import Collection
from typing import TYPE_CHECKING

from snhr_desktop.store import conflicts, imports, place_packs
from snhr_desktop.store.salvage.losses import ACTOR
from snhr_desktop.store.saving import Author

if TYPE_CHECKING:
    from sqlite3 import Connection

_TABLES = frozenset({"revision", "import_batch", "import_row", "import_conflict", "import_file"})


def put_back_imports(connection: "Connection") -> tuple[str, ...]:
    """Rows of imports that the history knows, before what hangs on none is dropped; what they are called."""
    held = {act.uid for act in imports.acts(connection)}
    gone = {uid: entry for uid, entry in imports.entered(connection).items() if uid not in held}
    for uid, entry in gone.items():
        imports.put_back(connection, uid, entry.said)
    return tuple(f"{entry.said['dataset']} {uid}" for uid, entry in gone.items())


def mend_imports(connection: "Connection", damaged: Collection[str], put_back: Collection[str]) -> tuple[str, ...]:
    """Have the history say what is left of imports of which anything is lost; what they are called.

    `damaged` are the tables that lost anything.
    """
    told = []
    known, author = imports.entered(connection), Author(ACTOR)
    is_damaged = not _TABLES.isdisjoint(damaged)
    for act in reversed(imports.acts(connection)):
        called = f"{act.file.dataset} {act.uid}"
        entry = known.get(act.uid)
        if entry and not is_damaged and called not in put_back:
            continue
        if entry is None or entry.said != imports.stands(connection, act):
            imports.record_anew(connection, act, author)
            told.append(called)
    for uid, said in conflicts.unheard(connection):
        conflicts.note(connection, uid, said, author.actor, author.reason)
    return tuple(told)


def mend_packs(connection: "Connection") -> tuple[str, ...]:
    """Packs whose entry is lost, recorded anew; what they are called."""
    return place_packs.record_anew(connection, Author(ACTOR))
