"""Which incident was merged into which, at which revisions, and whether that was undone."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from snhr_desktop.store.actions import MERGED, MERGED_AWAY, UNMERGED

if TYPE_CHECKING:
    from sqlite3 import Connection

STANDS = "NOT EXISTS (SELECT 1 FROM merge WHERE other_uid = incident.uid AND undone_other IS NULL)"
"""That an incident is not merged into another now."""
AWAY = "SELECT incident.id FROM merge JOIN incident ON incident.uid = other_uid WHERE undone_other IS NULL"
"""The rows of the incidents that are merged into another now: for sums over many, which ask for them once."""


@dataclass(frozen=True)
class Merge:
    """One merge: the revisions that it made of the incident that stays and of the other."""

    row: int
    survivor_uid: str
    survivor_number: int
    other_uid: str
    other_number: int


@dataclass(frozen=True)
class MergedWith:
    """An incident that another was merged into, or that was merged into it.

    `changed_since` counts the saves, after the merge, of the one that stays.
    """

    uid: str
    reference: str
    changed_since: int = 0


def of_other(connection: "Connection", uid: str) -> Merge | None:
    """The merge that an incident went away by, if it is in force."""
    return _one(connection, "other_uid = ? AND undone_other IS NULL", uid)


def latest_into(connection: "Connection", uid: str) -> Merge | None:
    """The latest merge in force into an incident."""
    return _one(connection, "survivor_uid = ? AND undone_other IS NULL", uid)


def add(connection: "Connection", survivor: tuple[str, int], other: tuple[str, int]) -> None:
    """Keep that one incident was merged into another: identity and revision of each."""
    connection.execute(
        "INSERT INTO merge (survivor_uid, survivor_number, other_uid, other_number) VALUES (?, ?, ?, ?)",
        (*survivor, *other),
    )


def undo(connection: "Connection", row: int, survivor_number: int, other_number: int) -> None:
    """Keep that a merge was undone, by which revisions."""
    connection.execute(
        "UPDATE merge SET undone_survivor = ?, undone_other = ? WHERE id = ?", (survivor_number, other_number, row)
    )


def merged_into(connection: "Connection", uid: str) -> MergedWith | None:
    """Which incident one is merged into now."""
    return next(_named(connection, "survivor_uid", "other_uid", uid), None)


def given_back(connection: "Connection", uid: str, number: int) -> str:
    """The reference of an incident that a revision of another holds by a merge, and that is no part of it now; blank
    where there is none."""
    row = connection.execute(
        "SELECT coalesce(reference, other_uid) FROM merge LEFT JOIN incident ON uid = other_uid"
        " WHERE survivor_uid = ? AND survivor_number <= ? AND undone_survivor > ? AND NOT EXISTS"
        " (SELECT 1 FROM merge AS now WHERE now.survivor_uid = merge.survivor_uid"
        " AND now.other_uid = merge.other_uid AND now.undone_other IS NULL) ORDER BY merge.id DESC",
        (uid, number, number),
    ).fetchone()
    return str(row[0]) if row else ""


def taken_in_after(connection: "Connection", uid: str, number: int) -> str:
    """The reference of an incident that is merged into another now, and was not at a revision of it; or blank."""
    row = connection.execute(
        "SELECT coalesce(reference, other_uid) FROM merge LEFT JOIN incident ON uid = other_uid"
        " WHERE survivor_uid = ?1 AND survivor_number > ?2 AND undone_other IS NULL AND NOT EXISTS"
        " (SELECT 1 FROM merge AS then_ WHERE then_.survivor_uid = ?1 AND then_.other_uid = merge.other_uid"
        " AND then_.survivor_number <= ?2 AND then_.undone_survivor > ?2) ORDER BY merge.id",
        (uid, number),
    ).fetchone()
    return str(row[0]) if row else ""


def merged_from(connection: "Connection", uid: str) -> tuple[MergedWith, ...]:
    """Which incidents are merged into one now, the latest last."""
    return tuple(_named(connection, "other_uid", "survivor_uid", uid))


def differing(connection: "Connection") -> Iterator[str]:
    """References of the incidents of which a merge is kept otherwise than their history tells it."""
    saves = (
        ("survivor_uid", "survivor_number", MERGED), ("other_uid", "other_number", MERGED_AWAY),
        ("survivor_uid", "undone_survivor", UNMERGED), ("other_uid", "undone_other", UNMERGED),
    )  # fmt: skip
    for uid, number, action in saves:
        rows = connection.execute(
            f"SELECT coalesce(reference, {uid}) FROM merge LEFT JOIN incident ON uid = {uid} WHERE {number} IS NOT NULL"
            f" AND NOT EXISTS (SELECT 1 FROM revision WHERE record_uid = {uid} AND number = {number} AND action = ?)",
            (action,),
        )
        yield from (reference for (reference,) in rows)
    for first, second in (("survivor_uid", "survivor_number"), ("other_uid", "other_number")):
        rows = connection.execute(
            f"SELECT coalesce(reference, {first}) FROM merge LEFT JOIN incident ON uid = {first}"
            f" GROUP BY {first}, {second} HAVING count(*) > 1"
        )
        yield from (reference for (reference,) in rows)
    rows = connection.execute(
        "SELECT reference FROM revision JOIN incident ON uid = record_uid WHERE record_type = 'incident' AND"
        " (action = ? AND NOT EXISTS (SELECT 1 FROM merge WHERE survivor_uid = record_uid AND survivor_number = number)"
        " OR action = ? AND NOT EXISTS (SELECT 1 FROM merge WHERE other_uid = record_uid AND other_number = number)"
        " OR action = ? AND NOT EXISTS (SELECT 1 FROM merge WHERE other_uid = record_uid AND undone_other = number"
        " OR survivor_uid = record_uid AND undone_survivor = number))",
        (MERGED, MERGED_AWAY, UNMERGED),
    )
    yield from (reference for (reference,) in rows)


def _one(connection: "Connection", clause: str, uid: str) -> Merge | None:
    columns = "id, survivor_uid, survivor_number, other_uid, other_number"
    found = connection.execute(f"SELECT {columns} FROM merge WHERE {clause} ORDER BY id DESC LIMIT 1", (uid,))
    row = found.fetchone()
    return Merge(*row) if row else None


def _named(connection: "Connection", wanted: str, given: str, uid: str) -> Iterator[MergedWith]:
    rows = connection.execute(
        f"SELECT incident.uid, incident.reference, survivor.revision - survivor_number FROM merge"
        f" JOIN incident ON incident.uid = {wanted} JOIN incident AS survivor ON survivor.uid = survivor_uid"
        f" WHERE {given} = ? AND undone_other IS NULL ORDER BY merge.id",
        (uid,),
    )
    yield from (MergedWith(*row) for row in rows)
