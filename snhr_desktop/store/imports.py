"""Imports as acts in the history: which file, by which mapping, and which row of it each record came from."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from snhr_desktop.store import conflicts, history
from snhr_desktop.store.bodies import Body
from snhr_desktop.store.conflicts import FoundConflict
from snhr_desktop.store.identity import new_uid
from snhr_desktop.store.saving import Author

if TYPE_CHECKING:
    from sqlite3 import Connection

RECORD_TYPE, IMPORTED, UNDONE = "import", "imported", "undone"
_COLUMNS = 7
"""Of a line; one whose parts are not told has no last one, as all had once, and hashes as they did."""
_UNDO = 2
"""The number of the entry that says an import was undone; it has no other after its first."""


@dataclass(frozen=True)
class ImportedRecord:
    """A record that an import wrote: the revision before it (0 for a new one) and its own, and the rows of the file.

    `brought` is what the file said of it, where the revision says something else besides; else None. `parts` tells,
    where there are several rows, of which row each record of a list of what was brought is.
    """

    record_type: str
    uid: str
    rows: tuple[int, ...]
    before: int
    after: int
    brought: Body | None = None
    parts: Mapping[str, Sequence[int]] = field(default_factory=dict)


@dataclass(frozen=True)
class Brought:
    """The file of an import: its name, fingerprint (SHA-256) and sheet, and the mapping it came through, as text."""

    name: str
    sha256: str
    sheet: str
    dataset: str
    mapping: str

    @property
    def called(self) -> str:
        """What it is called: by its name, else by the code of its data set where the name is not told."""
        return self.name or self.dataset

    def unnamed(self) -> "Brought":
        """Without what a person called it, which may say who a source is."""
        return replace(self, name="", sheet="")


@dataclass(frozen=True)
class ImportAct:
    """One import: when (UTC), by whom, of which file, how many records it wrote, and whether it was undone since.

    `conflicts` counts fields that it found to say otherwise than staff, answered or not.
    """

    uid: str
    at: str
    actor: str
    file: Brought
    created: int
    updated: int
    undone: bool
    conflicts: int = 0


@dataclass(frozen=True)
class CameFrom:
    """Where a record came from: the import, the rows of its file, and where there are several the row of each child.

    `parts` has the row by the identity of the child.
    """

    act: ImportAct
    rows: tuple[int, ...]
    parts: Mapping[str, int] = field(default_factory=dict)


def note(
    connection: "Connection",
    file: Brought,
    records: Iterable[Sequence[ImportedRecord | FoundConflict]],
    author: Author,
) -> str:
    """Write an import down while its records and conflicts come, some at a time, in the caller's transaction.

    Returns its identity, blank where nothing came. The history hears of it last, once all its records are written.
    """
    uid, row, count, digest = "", 0, 0, hashlib.sha256()
    found: list[FoundConflict] = []
    for some in records:
        if some and not uid:
            uid = new_uid()
            row = _begun(connection, uid, file, author)
        lines = [_line(one) for one in some if isinstance(one, ImportedRecord)]
        found += (one for one in some if isinstance(one, FoundConflict))
        _add_to(digest, lines)
        count += len(lines)
        connection.executemany(
            "INSERT INTO import_row (batch_id, record_type, record_uid, rows, before, after, brought, parts)"
            f" VALUES ({int(row)}, ?, ?, ?, ?, ?, ?, ?)",
            ((*line, "") if len(line) < _COLUMNS else line for line in lines),
        )
    if uid:
        asked = _asked(conflicts.add(connection, row, found))
        said = {**_said(uid, file), "records": count, "lines_sha256": digest.hexdigest(), **asked}
        entry = history.Entry(RECORD_TYPE, uid, 1, author.actor, author.reason, IMPORTED, {RECORD_TYPE: said})
        connection.execute("UPDATE import_batch SET at = ? WHERE id = ?", (history.append(connection, entry), row))
    return uid


def _begun(connection: "Connection", uid: str, file: Brought, author: Author) -> int:
    """The row of an import that has no moment yet."""
    made = connection.execute(
        "INSERT INTO import_batch (uid, at, actor, name, sha256, sheet, dataset, mapping)"
        " VALUES (?, '', ?, ?, ?, ?, ?, ?) RETURNING id",
        (uid, author.actor, file.name, file.sha256, file.sheet, file.dataset, file.mapping),
    )
    return int(made.fetchone()[0])


def note_undone(connection: "Connection", act: ImportAct, author: Author) -> None:
    """Write down that an import was undone, in the caller's transaction."""
    body = {RECORD_TYPE: {"uid": act.uid, "sha256": act.file.sha256}}
    entry = history.Entry(RECORD_TYPE, act.uid, _UNDO, author.actor, author.reason, UNDONE, body)
    history.append(connection, entry)
    connection.execute("UPDATE import_batch SET undone = 1 WHERE uid = ?", (act.uid,))
    conflicts.undo(connection, act.uid)


def acts(connection: "Connection", uid: str = "") -> tuple[ImportAct, ...]:
    """All imports, or the one of an identity, the last one first."""
    rows = connection.execute(
        "SELECT uid, at, actor, name, sha256, sheet, dataset, mapping, undone,"
        " (SELECT count(*) FROM import_row WHERE batch_id = import_batch.id AND before = 0),"
        " (SELECT count(*) FROM import_row WHERE batch_id = import_batch.id AND before > 0),"
        " (SELECT count(*) FROM import_conflict WHERE batch_id = import_batch.id)"
        " FROM import_batch WHERE ? IN ('', uid) ORDER BY id DESC",
        (uid,),
    )
    return tuple(
        ImportAct(one, at, actor, Brought(*file), created, updated, bool(undone), asked)
        for one, at, actor, *file, undone, created, updated, asked in rows
    )


def records_of(connection: "Connection", uid: str) -> tuple[ImportedRecord, ...]:
    """What an import wrote, in the order of its file."""
    rows = connection.execute(
        "SELECT record_type, record_uid, rows, before, after, brought, parts FROM import_row"
        " WHERE batch_id = (SELECT id FROM import_batch WHERE uid = ?) ORDER BY id",
        (uid,),
    )
    return tuple(
        ImportedRecord(kind, one, tuple(json.loads(numbers)), before, after, *_unpacked(said, parts))
        for kind, one, numbers, before, after, said, parts in rows
    )


def origins_held(connection: "Connection", origins: Iterable[str]) -> frozenset[str]:
    """Those of some origins that an incident or a case has."""
    held = connection.execute(
        "WITH asked AS (SELECT value FROM json_each(?) WHERE value <> '')"
        " SELECT value FROM asked WHERE EXISTS (SELECT 1 FROM incident WHERE origin = value AND origin <> '')"
        " OR EXISTS (SELECT 1 FROM detention WHERE origin = value AND origin <> '')",
        (json.dumps(list(origins)),),
    )
    return frozenset(origin for (origin,) in held.fetchall())


def came_from(connection: "Connection", uid: str) -> tuple[CameFrom, ...]:
    """The imports that wrote a record, the first one first."""
    rows = connection.execute(
        "SELECT import_batch.uid, rows, after, parts FROM import_row JOIN import_batch ON import_batch.id = batch_id"
        " WHERE record_uid = ? ORDER BY import_row.id",
        (uid,),
    ).fetchall()
    return tuple(
        CameFrom(acts(connection, batch)[0], tuple(json.loads(numbers)), _rows_of(connection, uid, after, parts))
        for batch, numbers, after, parts in rows
    )


def _rows_of(connection: "Connection", uid: str, number: int, parts: str) -> Mapping[str, int]:
    """The row of each child of a record, as an import brought it."""
    said = brought(connection, uid, number) if parts else None
    lists = json.loads(parts).items() if said else ()
    return {
        str(child["uid"]): row
        for name, rows in lists
        for child, row in zip((said or {}).get(name, ()), rows, strict=False)
    }


def brought(connection: "Connection", uid: str, number: int) -> Body | None:
    """What the file said of a record at the import that made a revision of it, sensitive values included."""
    row = connection.execute(
        "SELECT brought FROM import_row WHERE record_uid = ? AND after = ?", (uid, number)
    ).fetchone()
    return json.loads(row[0]) if row and row[0] else history.whole(connection, uid, number)


@dataclass(frozen=True)
class WrittenBy:
    """That an import wrote a record: the revision before (0 for a new one), its own, and whether it was undone."""

    before: int
    after: int
    undone: bool


def written(connection: "Connection", uid: str) -> tuple[WrittenBy, ...]:
    """The imports that wrote a record, the first one first."""
    rows = connection.execute(
        "SELECT before, after, undone FROM import_row JOIN import_batch ON import_batch.id = batch_id"
        " WHERE record_uid = ? ORDER BY after",
        (uid,),
    )
    return tuple(WrittenBy(before, after, bool(undone)) for before, after, undone in rows)


def differing(connection: "Connection") -> Iterator[str]:
    """Data sets and identities of the imports that are not, or no longer, as the history has them."""
    entered = connection.execute(
        "SELECT record_uid, actor, at, body, EXISTS (SELECT 1 FROM revision AS later"
        " WHERE later.record_uid = revision.record_uid AND later.number = ?)"
        " FROM revision WHERE record_type = ? AND number = 1 ORDER BY id",
        (_UNDO, RECORD_TYPE),
    ).fetchall()
    for uid, actor, at, body, undone in entered:
        said = json.loads(body)[RECORD_TYPE]
        lines = [_line(one) for one in records_of(connection, uid)]
        asked = _asked(conflicts.lines_of(connection, uid))
        held = [
            {**_said(uid, act.file), "records": len(lines), "lines_sha256": _digest(lines), **asked}
            for act in acts(connection, uid)
            if (act.actor, act.at, act.undone) == (actor, at, bool(undone))
        ]
        if held != [said]:
            yield f"{said['dataset']} {uid}"
    nowhere = "SELECT dataset || ' ' || uid FROM import_batch WHERE uid NOT IN (SELECT value FROM json_each(?))"
    yield from (str(name) for (name,) in connection.execute(nowhere, (json.dumps([uid for uid, *_ in entered]),)))
    yield from conflicts.differing(connection)


def _line(one: ImportedRecord) -> tuple[object, ...]:
    said = history.canonical(one.brought) if one.brought else ""
    line = one.record_type, one.uid, json.dumps(one.rows), one.before, one.after, said
    return (*line, json.dumps(one.parts)) if one.parts else line


def _unpacked(said: str, parts: str) -> tuple[Body | None, Mapping[str, Sequence[int]]]:
    return json.loads(said) if said else None, json.loads(parts) if parts else {}


def _said(uid: str, file: Brought) -> dict[str, object]:
    return {
        "uid": uid, "name": file.name, "sha256": file.sha256, "sheet": file.sheet, "dataset": file.dataset,
        "mapping_sha256": hashlib.sha256(file.mapping.encode()).hexdigest(),
    }  # fmt: skip


def _asked(lines: Sequence[tuple[object, ...]]) -> dict[str, object]:
    """What the entry of an import says of the conflicts it found; nothing where there is none."""
    return {"conflicts": len(lines), "conflicts_sha256": _digest(lines)} if lines else {}


def _digest(lines: Sequence[tuple[object, ...]]) -> str:
    whole = hashlib.sha256()
    _add_to(whole, lines)
    return whole.hexdigest()


def _add_to(whole: "hashlib._Hash", lines: Sequence[tuple[object, ...]]) -> None:
    for line in lines:
        whole.update(history.canonical(line).encode() + b"\n")
