"""Record sets in their tables: the row of the head and the rows of its children, written and read as one."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias, TypeVar

from snhr_desktop.domain.records import Record, RecordSet
from snhr_desktop.domain.records.altering import altered
from snhr_desktop.store.identity import is_uid, new_uid, new_uids
from snhr_desktop.store.tables import Laid, add_records, read_records, table, write_record

if TYPE_CHECKING:
    from sqlite3 import Connection

S = TypeVar("S", bound=RecordSet)

LaidSets: TypeAlias = Mapping[str, Laid]
"""Sets of one kind as their tables hold them: heads and children under the names of the parts; those of no set are
left out.
"""

_AT_ONCE = 500
"""Sets read with one statement per table, so that a whole store can be walked in little memory."""


def fresh(given: Sequence[S]) -> list[S]:
    """Sets of records without identities, each record under a new one."""
    uids = iter(new_uids(sum(len(one.records()) for one in given)))
    return [_under(one, uids) for one in given]


def _under(given: S, uids: Iterator[str]) -> S:
    said = vars(given)
    parts: dict[str, Any] = {given.head_name: altered(given.head, uid=next(uids))}
    for name in given.lists:
        if children := said[name]:
            parts[name] = tuple([altered(child, uid=next(uids)) for child in children])
    return altered(given, **parts)


def with_uids(connection: "Connection", given: S) -> S:
    """The set with an identity for every record that lacks one.

    An identity that belongs to a child of another set (a copied row) is not taken over: the copy gets its own.
    """
    uid = given.head.uid
    uid = uid if is_uid(uid) else new_uid()
    above = given.head_type.type_name
    lists: dict[str, Any] = {
        name: _children_with_uids(connection, children, above, uid)
        for name, children in given.children().items()
        if children
    }
    return altered(given.with_head(given.head.with_uid(uid)), **lists)


def _children_with_uids(
    connection: "Connection", children: Sequence[Record], above: str, uid: str
) -> tuple[Record, ...]:
    if not any(child.uid for child in children):
        return tuple(child.with_uid(new_uid()) for child in children)
    seen: set[str] = set()
    kept: list[Record] = []
    for child in children:
        fit = is_uid(child.uid) and child.uid not in seen and not _is_elsewhere(connection, child, above, uid)
        kept.append(child if fit else child.with_uid(new_uid()))
        seen.add(kept[-1].uid)
    return tuple(kept)


def _is_elsewhere(connection: "Connection", child: Record, above: str, uid: str) -> bool:
    found = connection.execute(
        f"SELECT head.uid FROM {child.type_name} AS child JOIN {above} AS head ON head.id = child.{above}_id"
        " WHERE child.uid = ?",
        (child.uid,),
    ).fetchone()
    return found is not None and found[0] != uid


class Head(NamedTuple):
    """Where a saved set stands: the row of its head, the number of its latest revision, its reference."""

    row: int
    revision: int
    reference: str


def head(connection: "Connection", kind: type[RecordSet], uid: str) -> Head | None:
    """Where a set stands, or None for one that was never saved."""
    if not uid:
        return None
    found = connection.execute(
        f"SELECT id, revision, reference FROM {kind.head_type.type_name} WHERE uid = ?", (uid,)
    ).fetchone()
    return Head(*found) if found else None


def of_origin(connection: "Connection", kind: type[S], origin: str, reason: str) -> S | None:
    """The set that came from a record of another data set; of several the one that was ever saved for a reason.

    Without one the first: whatever a file says where its records came from, it takes nothing over.
    """
    above = kind.head_type.type_name
    found = connection.execute(
        f"SELECT uid FROM {above} WHERE origin = ? AND origin <> '' ORDER BY"
        f" EXISTS (SELECT 1 FROM revision WHERE record_uid = {above}.uid AND reason = ?) DESC, id LIMIT 1",
        (origin, reason),
    ).fetchone()
    return read(connection, kind, found[0]) if found else None


def write(connection: "Connection", given: RecordSet, before: RecordSet | None = None) -> int:
    """Write a set whose records all have uids, under its revision number; returns the row of its head.

    Children that the set no longer has leave the tables; they stay in the revisions. Lists that are as they were
    `before` are left as they are.
    """
    old = before.children() if before else {}
    write_record(connection, given.head, (given.revision,))
    above = given.head_type.type_name
    row = int(connection.execute(f"SELECT id FROM {above} WHERE uid = ?", (given.head.uid,)).fetchone()[0])
    for name, children in given.children().items():
        if old.get(name) == children:
            continue
        if given.revision > 1:
            _drop_others(connection, given.lists[name], row, {child.uid for child in children})
        for position, child in enumerate(children):
            write_record(connection, child, (row, position))
    return row


def laid(given: Sequence[RecordSet]) -> LaidSets:
    """Sets of one kind, all of whose records have uids, as their tables hold them."""
    kind = type(given[0])
    heads = [(number, 0, one.head) for number, one in enumerate(given)]
    made = {kind.head_name: table(kind.head_type).laid(heads)}
    for name, record_type in kind.lists.items():
        lists = enumerate(vars(one)[name] for one in given)
        if children := [(number, at, child) for number, listed in lists for at, child in enumerate(listed)]:
            made[name] = table(record_type).laid(children)
    return made


def unlaid(kind: type[S], given: LaidSets, number: int) -> S:
    """One of the sets again, without identities."""
    types = {kind.head_name: kind.head_type, **kind.lists}
    parts: dict[str, Any] = {name: tuple(table(types[name]).unlaid(laid, number)) for name, laid in given.items()}
    (parts[kind.head_name],) = parts[kind.head_name]
    return kind(**parts)


def add(
    connection: "Connection", kind: type[RecordSet], given: LaidSets, references: Sequence[str]
) -> Mapping[str, range]:
    """Write sets of one kind that were never saved, each under its reference, as their first revisions.

    Returns the rows of their heads and of the children of each list, in order. One statement for each table, however
    many they are.
    """
    heads = given[kind.head_name]
    heads = heads._replace(
        open=heads.open._replace(columns=table(kind.head_type).under(heads.open.columns, references))
    )
    made = {kind.head_name: add_records(connection, kind.head_type, [1] * len(references), heads)}
    rows = made[kind.head_name]
    for name, record_type in kind.lists.items():
        if children := given.get(name):
            made[name] = add_records(connection, record_type, [rows[of] for of in children.open.of], children)
    return made


def rows_of(connection: "Connection", kind: type[Record], owners: Iterable[int]) -> dict[str, int]:
    """The rows of the children of one type of some sets, by identity; `owners` are the rows of the heads."""
    found = connection.execute(
        f"SELECT uid, id FROM {kind.type_name} WHERE {kind.parent}_id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(owners)),),
    )
    return dict(found.fetchall())


def _drop_others(connection: "Connection", kind: type[Record], row: int, kept: set[str]) -> None:
    present = connection.execute(f"SELECT id, uid FROM {kind.type_name} WHERE {kind.parent}_id = ?", (row,)).fetchall()
    gone = [(child,) for child, uid in present if uid not in kept]
    connection.executemany(f"DELETE FROM {kind.type_name} WHERE id = ?", gone)


def read(connection: "Connection", kind: type[S], uid: str) -> S | None:
    """One set by its uid."""
    return next(read_many(connection, kind, [uid]), None)


def read_many(connection: "Connection", kind: type[S], uids: Sequence[str]) -> Iterator[S]:
    """Sets in the order asked for; uids that the store does not have are passed over."""
    for start in range(0, len(uids), _AT_ONCE):
        asked = uids[start : start + _AT_ONCE]
        found = {one.head.uid: one for one in _read_some(connection, kind, asked)}
        yield from (found[uid] for uid in asked if uid in found)


def read_all(connection: "Connection", kind: type[S]) -> Iterator[tuple[int, S]]:
    """Every set with the row of its head, in the order of first saving."""
    for part in read_in_parts(connection, kind):
        yield from part.items()


def read_in_parts(connection: "Connection", kind: type[S]) -> Iterator[dict[int, S]]:
    """The same, some hundred sets at a time by the rows of their heads: what belongs to them is asked for at once."""
    rows = connection.execute(f"SELECT id, uid FROM {kind.head_type.type_name} ORDER BY id").fetchall()
    for start in range(0, len(rows), _AT_ONCE):
        asked = rows[start : start + _AT_ONCE]
        found = {one.head.uid: one for one in _read_some(connection, kind, [uid for _, uid in asked])}
        yield {int(row): found[uid] for row, uid in asked if uid in found}


def _read_some(connection: "Connection", kind: type[S], uids: Sequence[str]) -> Iterator[S]:
    above = kind.head_type.type_name
    clause = f"WHERE {above}.uid IN ({', '.join('?' * len(uids))})"
    heads = read_records(connection, kind.head_type, clause, uids)
    rows = dict(connection.execute(f"SELECT uid, id FROM {above} {clause}", uids).fetchall())
    owner = f"{above}_id"
    inside = f"WHERE {owner} IN (SELECT id FROM {above} {clause}) ORDER BY {owner}, position"
    lists: dict[str, dict[int, list[Record]]] = {}
    for name, record_type in kind.lists.items():
        lists[name] = defaultdict(list)
        for parent, child in read_records(connection, record_type, inside, uids):
            lists[name][parent].append(child)
    for revision, found in heads:
        row = rows[found.uid]
        parts: dict[str, Any] = {name: tuple(by_row.get(row, ())) for name, by_row in lists.items()}
        yield kind(**parts, **{kind.head_name: found}, revision=revision)
