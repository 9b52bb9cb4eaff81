"""Imports as acts in the history: which file, by which mapping, and which row of it each record came from."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple, Self

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


class ImportedRecord(NamedTuple):
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
    parts: Mapping[str, Sequence[int]] = MappingProxyType({})


@dataclass(frozen=True)
class Brought:
    """The file of an import: its name, fingerprint (SHA-256) and sheet, and the mapping it came through, as text.

    Where several were read as one, `files` are their names and fingerprints, and the fingerprint is that of all.
    """

    name: str
    sha256: str
    sheet: str
    dataset: str
    mapping: str
    files: tuple[tuple[str, str], ...] = ()

    @property
    def called(self) -> str:
        """What it is called: by its name, else by the code of its data set where the name is not told."""
        return self.name or self.dataset

    def unnamed(self) -> "Brought":
        """Without what a person called it, which may say who a source is."""
        return replace(self, name="", sheet="", files=tuple(("", sha256) for _, sha256 in self.files))


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
    uid, row, brought, asked = "", 0, _Lines(), _Lines()
    for some in records:
        if some and not uid:
            uid = new_uid()
            row = _begun(connection, uid, file, author)
        lines = [_line(one) for one in some if isinstance(one, ImportedRecord)]
        brought.add(lines)
        asked.add(conflicts.add(connection, row, [one for one in some if isinstance(one, FoundConflict)]))
        connection.executemany(
            "INSERT INTO import_row (batch_id, record_type, record_uid, rows, before, after, brought, parts)"
            f" VALUES ({int(row)}, ?, ?, ?, ?, ?, ?, ?)",
            ((*line, "") if len(line) < _COLUMNS else line for line in lines),
        )
    if uid:
        said = {**_said(uid, file), **_written(brought), **_asked(asked)}
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
    row = int(made.fetchone()[0])
    connection.executemany(
        "INSERT INTO import_file (batch_id, name, sha256) VALUES (?, ?, ?)", ((row, *one) for one in file.files)
    )
    return row


def put_back(connection: "Connection", uid: str, said: Mapping[str, Any]) -> None:
    """Make the row of an import again of what the history has of it; what it brought hangs on it as before where that
    is still there. The text of its mapping is known by its hash alone, and stays lost.
    """
    whole = "SELECT DISTINCT batch_id FROM import_row WHERE batch_id NOT IN (SELECT id FROM import_batch)"
    orphans = [int(row) for (row,) in connection.execute(whole).fetchall()]
    same = [
        row for row in orphans if _Lines().add(map(_line, _records_at(connection, row))).sha256 == said["lines_sha256"]
    ]
    connection.execute(
        "INSERT INTO import_batch (id, uid, at, actor, name, sha256, sheet, dataset, mapping, undone)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, '', ?)",
        (
            next(iter(same), None),
            uid,
            *(said[name] for name in ("at", "actor", "name", "sha256", "sheet", "dataset")),
            int(said["undone"]),
        ),
    )


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
        "SELECT uid, at, actor, name, sha256, sheet, dataset, mapping,"
        " (SELECT json_group_array(json_array(name, sha256)) FROM (SELECT name, sha256 FROM import_file"
        " WHERE batch_id = import_batch.id ORDER BY id)), undone,"
        " (SELECT count(*) FROM import_row WHERE batch_id = import_batch.id AND before = 0),"
        " (SELECT count(*) FROM import_row WHERE batch_id = import_batch.id AND before > 0),"
        " (SELECT count(*) FROM import_conflict WHERE batch_id = import_batch.id)"
        " FROM import_batch WHERE ? IN ('', uid) ORDER BY id DESC",
        (uid,),
    )
    return tuple(
        ImportAct(one, at, actor, _file(*file), created, updated, bool(undone), asked)
        for one, at, actor, *file, undone, created, updated, asked in rows
    )


def file_names(connection: "Connection") -> Mapping[str, str]:
    """The names of all files that were imported, and the data set that each is of."""
    return dict(
        connection.execute("SELECT name, dataset FROM import_batch WHERE name <> '' ORDER BY id DESC").fetchall()
    )


def records_of(connection: "Connection", uid: str) -> tuple[ImportedRecord, ...]:
    """What an import wrote, in the order of its file."""
    row = connection.execute("SELECT id FROM import_batch WHERE uid = ?", (uid,)).fetchone()
    return _records_at(connection, row[0]) if row else ()


def _records_at(connection: "Connection", batch: int) -> tuple[ImportedRecord, ...]:
    rows = connection.execute(
        "SELECT record_type, record_uid, rows, before, after, brought, parts FROM import_row"
        " WHERE batch_id = ? ORDER BY id",
        (batch,),
    )
    return tuple(
        ImportedRecord(kind, one, tuple(json.loads(numbers)), before, after, *_unpacked(said, parts))
        for kind, one, numbers, before, after, said, parts in rows
    )


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
    """That an import wrote a record: the revision before (0 for a new one), its own, whether it was undone, and the
    file; of several that were read as one only what they are together.
    """

    before: int
    after: int
    undone: bool
    file: Brought


def written(connection: "Connection", uid: str) -> tuple[WrittenBy, ...]:
    """The imports that wrote a record, the first one first."""
    rows = connection.execute(
        "SELECT before, after, undone, name, sha256, sheet, dataset, mapping"
        " FROM import_row JOIN import_batch ON import_batch.id = batch_id WHERE record_uid = ? ORDER BY after",
        (uid,),
    )
    return tuple(WrittenBy(before, after, bool(undone), Brought(*file)) for before, after, undone, *file in rows)


def differing(connection: "Connection") -> Iterator[str]:
    """Data sets and identities of the imports that are not, or no longer, as the history has them."""
    known = entered(connection)
    for uid, entry in known.items():
        if entry.said != next((stands(connection, act) for act in acts(connection, uid)), None):
            yield f"{entry.said['dataset']} {uid}"
    yield from (f"{act.file.dataset} {act.uid}" for act in acts(connection) if act.uid not in known)
    yield from conflicts.differing(connection)


@dataclass(frozen=True)
class Entered:
    """What the history has of an import: all that is `said` of it, and the number of its latest entry."""

    said: dict[str, Any]
    number: int


def entered(connection: "Connection") -> dict[str, Entered]:
    """Every import that the history knows, by identity; what was recorded anew goes before what was first."""
    rows = connection.execute(
        "SELECT record_uid, number, actor, at, body FROM revision WHERE record_type = ? ORDER BY id",
        (RECORD_TYPE,),
    )
    found: dict[str, Entered] = {}
    for uid, number, actor, at, body in rows.fetchall():
        if number == _UNDO:
            if uid in found:
                found[uid] = Entered({**found[uid].said, "undone": True}, number)
            continue
        found[uid] = Entered({"at": at, "actor": actor, "undone": False, **json.loads(body)[RECORD_TYPE]}, number)
    return found


def stands(connection: "Connection", act: ImportAct) -> dict[str, Any]:
    """All that the history should say of an import, as it stands in the tables."""
    brought = _Lines().add(map(_line, records_of(connection, act.uid)))
    asked = _Lines().add(conflicts.lines_of(connection, act.uid))
    said = {**_said(act.uid, act.file), **_written(brought), **_asked(asked)}
    return {"at": act.at, "actor": act.actor, "undone": act.undone, **said}


def record_anew(connection: "Connection", act: ImportAct, author: Author) -> None:
    """Have the history say of an import what stands in the tables, in the caller's transaction."""
    number = max(history.latest(connection, act.uid) or 0, _UNDO) + 1
    body = {RECORD_TYPE: stands(connection, act)}
    history.append(connection, history.Entry(RECORD_TYPE, act.uid, number, author.actor, author.reason, IMPORTED, body))


def _line(one: ImportedRecord) -> tuple[object, ...]:
    said = history.canonical(one.brought) if one.brought else ""
    rows = f"[{', '.join(map(str, one.rows))}]"  # as `json.dumps` says it, which takes as long as to write the line
    line = one.record_type, one.uid, rows, one.before, one.after, said
    return (*line, json.dumps(one.parts)) if one.parts else line


def _unpacked(said: str, parts: str) -> tuple[Body | None, Mapping[str, Sequence[int]]]:
    return json.loads(said) if said else None, json.loads(parts) if parts else {}


def _file(name: str, sha256: str, sheet: str, dataset: str, mapping: str, files: str) -> Brought:
    return Brought(name, sha256, sheet, dataset, mapping, tuple((one, its) for one, its in json.loads(files)))


def _said(uid: str, file: Brought) -> dict[str, object]:
    said: dict[str, object] = {
        "uid": uid, "name": file.name, "sha256": file.sha256, "sheet": file.sheet, "dataset": file.dataset,
        "mapping_sha256": hashlib.sha256(file.mapping.encode()).hexdigest(),
    }  # fmt: skip
    read = _Lines().add(file.files)
    return {**said, "files": read.number, "files_sha256": read.sha256} if file.files else said


class _Lines:
    """Lines as they come: how many they are, and the fingerprint of all, which is kept in their place."""

    def __init__(self) -> None:
        self.number, self._whole = 0, hashlib.sha256()

    def add(self, lines: Iterable[tuple[object, ...]]) -> Self:
        """Some more."""
        for line in lines:
            self.number += 1
            self._whole.update(history.canonical(line).encode() + b"\n")
        return self

    @property
    def sha256(self) -> str:
        """The fingerprint of all so far."""
        return self._whole.hexdigest()


def _written(brought: _Lines) -> dict[str, object]:
    return {"records": brought.number, "lines_sha256": brought.sha256}


def _asked(asked: _Lines) -> dict[str, object]:
    """What the entry of an import says of the conflicts it found; nothing where there is none."""
    return {"conflicts": asked.number, "conflicts_sha256": asked.sha256} if asked.number else {}
