"""What a file says otherwise than staff do: kept with both values until somebody answers, or the file says it no more.

What an import found stands in its entry in the history, by hash; each answer is an entry of its own. Of a field that
several files say otherwise only the last one is asked. The values are raw, as JSON, sensitive ones among them.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass, replace
from typing import TYPE_CHECKING, Any

from snhr_desktop.domain.records import RECORD_TYPES, Record, RecordSet
from snhr_desktop.store import history
from snhr_desktop.store.identity import new_uid
from snhr_desktop.store.sets import S

if TYPE_CHECKING:
    from sqlite3 import Connection

RECORD_TYPE, OPEN, OURS, THEIRS, WITHDRAWN, UNDONE = "conflict", "", "ours", "theirs", "withdrawn", "undone"
IS_OPEN = (
    "(import_conflict.answer = '' AND NOT EXISTS (SELECT 1 FROM import_conflict AS later"
    " WHERE later.record_uid = import_conflict.record_uid AND later.about_uid = import_conflict.about_uid"
    " AND later.field = import_conflict.field AND later.id > import_conflict.id AND later.answer <> 'undone'))"
)
"""Whether a row still asks: no later one of the same field took its place, but such as were undone."""


def asking_of(uid: str) -> str:
    """What still asks of a record, told by the column that holds its identity: the end of a question."""
    return f"FROM import_conflict WHERE import_conflict.record_uid = {uid} AND {IS_OPEN}"


_FOUND = "record_type, record_uid, about_type, about_uid, field, ours, theirs, rows"


@dataclass(frozen=True)
class FoundConflict:
    """A field that staff and a file both changed. `about` is the record it is of: the head, or a child of it.

    `ours` and `theirs` are canonical JSON. A blank `field` is a whole record that one of both took away: `null` there.
    """

    record_type: str
    record_uid: str
    about_type: str
    about_uid: str
    field: str
    ours: str
    theirs: str
    rows: tuple[int, ...]


@dataclass(frozen=True)
class KeptConflict:
    """One that is kept, with its identity, the import that found it, its answer, and whether it still asks."""

    uid: str
    batch: str
    answer: str
    is_open: bool
    found: FoundConflict


def add(connection: "Connection", batch: int, found: Sequence[FoundConflict]) -> list[tuple[object, ...]]:
    """Keep what an import found, in the caller's transaction; the lines that its entry in the history stands for."""
    lines = [(new_uid(), *_line(one)) for one in found]
    connection.executemany(
        f"INSERT INTO import_conflict (batch_id, uid, {_FOUND}) VALUES ({int(batch)}, ?, ?, ?, ?, ?, ?, ?, ?, ?)", lines
    )
    return lines


def lines_of(connection: "Connection", batch: str) -> list[tuple[object, ...]]:
    """The same lines, of an import that was made."""
    rows = connection.execute(
        f"SELECT uid, {_FOUND} FROM import_conflict"
        " WHERE batch_id = (SELECT id FROM import_batch WHERE uid = ?) ORDER BY id",
        (batch,),
    )
    return [tuple(row) for row in rows.fetchall()]


def of_record(connection: "Connection", uid: str) -> tuple[KeptConflict, ...]:
    """All that was ever found of an incident or case, the oldest first."""
    return _kept(connection, "import_conflict.record_uid = ?", uid)


def one(connection: "Connection", uid: str) -> KeptConflict | None:
    """The one of an identity."""
    return next(iter(_kept(connection, "import_conflict.uid = ?", uid)), None)


def answer(connection: "Connection", uid: str, said: str, actor: str, reason: str) -> None:
    """Write down an answer: `OURS`, `THEIRS`, or `WITHDRAWN` where the file says it no more."""
    note(connection, uid, said, actor, reason)
    connection.execute("UPDATE import_conflict SET answer = ? WHERE uid = ?", (said, uid))


def note(connection: "Connection", uid: str, said: str, actor: str, reason: str) -> None:
    """Have the history know of an answer."""
    body = {RECORD_TYPE: {"uid": uid, "answer": said}}
    history.append(connection, history.Entry(RECORD_TYPE, uid, 1, actor, reason, said, body))


def unheard(connection: "Connection") -> tuple[tuple[str, str], ...]:
    """Identities and answers of those that somebody answered, of which the history knows nothing."""
    rows = connection.execute(
        "SELECT uid, answer FROM import_conflict WHERE answer IN (?, ?, ?)"
        " AND uid NOT IN (SELECT record_uid FROM revision WHERE record_type = ?) ORDER BY id",
        (OURS, THEIRS, WITHDRAWN, RECORD_TYPE),
    )
    return tuple((uid, said) for uid, said in rows.fetchall())


def settle(connection: "Connection", given: RecordSet, actor: str, reason: str) -> None:
    """After a save: what now says what the file says is answered, and so is what hangs on a record that is gone."""
    asked = connection.execute(
        "SELECT uid, about_uid, field, theirs FROM import_conflict WHERE record_uid = ? AND answer = ''",
        (given.head.uid,),
    ).fetchall()
    for uid, about, name, theirs in asked:
        if is_said(given, about, name, theirs):
            answer(connection, uid, THEIRS, actor, reason)
        elif name and _record(given, about) is None:
            answer(connection, uid, OURS, actor, reason)


def undo(connection: "Connection", batch: str) -> None:
    """Take away what an import asked and nobody answered."""
    connection.execute(
        "UPDATE import_conflict SET answer = 'undone' WHERE answer = ''"
        " AND batch_id = (SELECT id FROM import_batch WHERE uid = ?)",
        (batch,),
    )


def is_said(given: RecordSet, about: str, field: str, raw: str) -> bool:
    """Whether a set says of a field what a raw value says."""
    return said(given, about, field) == raw


def said(given: RecordSet, about: str, field: str) -> str:
    """What a set says of a field, or of a whole record of it, as canonical JSON; `null` where it has none such."""
    record = _record(given, about)
    return raw_of(record, field)


def raw_of(record: Record | None, field: str) -> str:
    """A field of a record, or the whole of it for a blank one, as canonical JSON."""
    if record is None:
        return history.canonical(None)
    return history.canonical(record.field(field).kind.dump(getattr(record, field)) if field else record.dump())


def taken_over(given: S, found: FoundConflict) -> S:
    """A set as it is once it says what the file says. Raises `Invalid` for a value that can no longer be read."""
    raw = json.loads(found.theirs)
    if found.about_uid == given.head.uid:
        return given.with_head(_with(given.head, found.field, raw))
    name = next(name for name, kind in given.lists.items() if kind.type_name == found.about_type)
    children = given.children()[name]
    if found.field:
        wanted = tuple(_with(one, found.field, raw) if one.uid == found.about_uid else one for one in children)
    else:
        wanted = tuple(one for one in children if one.uid != found.about_uid)
        wanted += (RECORD_TYPES[found.about_type].parse(raw)[0],) if raw else ()
    changed: dict[str, Any] = {name: wanted}
    return replace(given, **changed)


def differing(connection: "Connection") -> Iterator[str]:
    """Data sets and identities of the imports of which an answer is not, or no longer, as the history has it."""
    rows = connection.execute(
        "SELECT DISTINCT import_batch.dataset || ' ' || import_batch.uid FROM import_conflict"
        " JOIN import_batch ON import_batch.id = batch_id"
        " LEFT JOIN revision ON revision.record_uid = import_conflict.uid AND revision.record_type = 'conflict'"
        " WHERE CASE WHEN import_conflict.answer = '' THEN revision.id IS NOT NULL OR import_batch.undone"
        " WHEN import_conflict.answer = 'undone' THEN revision.id IS NOT NULL OR NOT import_batch.undone"
        " ELSE revision.action IS NOT import_conflict.answer END"
    )
    yield from (str(name) for (name,) in rows.fetchall())


def _kept(connection: "Connection", clause: str, value: str) -> tuple[KeptConflict, ...]:
    rows = connection.execute(
        f"SELECT import_conflict.uid, import_batch.uid, answer, {IS_OPEN}, {_FOUND} FROM import_conflict"
        f" JOIN import_batch ON import_batch.id = batch_id WHERE {clause} ORDER BY import_conflict.id",
        (value,),
    )
    return tuple(
        KeptConflict(uid, batch, said, bool(still), _found(*found))
        for uid, batch, said, still, *found in rows.fetchall()
    )


def _line(found: FoundConflict) -> tuple[object, ...]:
    *said, rows = astuple(found)
    return (*said, json.dumps(rows))


def _found(*row: str) -> FoundConflict:
    kind, uid, about_type, about, name, ours, theirs, numbers = row
    return FoundConflict(kind, uid, about_type, about, name, ours, theirs, tuple(json.loads(numbers)))


def _record(given: RecordSet, uid: str) -> Record | None:
    return next((one for one in given.records() if one.uid == uid), None)


def _with(record: Record, field: str, raw: Any) -> Record:
    return replace(record, **{field: record.field(field).kind.parse(raw)})
