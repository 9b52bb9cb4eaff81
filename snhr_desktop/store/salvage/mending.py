"""A salvaged store made whole again: what its history knows is put back, what has lost its history is recorded anew."""

import re
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from snhr_desktop.domain.places import BUILT_IN
from snhr_desktop.domain.records import AttachmentFile, CaseFile, Dossier, Marker, Period, PublishedFigure, RecordSet
from snhr_desktop.store import against_history, history, meta, office, origin, periods, places, sets
from snhr_desktop.store.bodies import Body
from snhr_desktop.store.identity import now
from snhr_desktop.store.keys import CARRIED, Keys
from snhr_desktop.store.salvage import losses
from snhr_desktop.store.salvage.imported import mend_imports, mend_packs, put_back_imports
from snhr_desktop.store.salvage.outline import Outline
from snhr_desktop.store.salvage.people import mend_users
from snhr_desktop.store.salvage.single import mend_single
from snhr_desktop.store.tables import write_record

if TYPE_CHECKING:
    from sqlite3 import Connection

ACTION, ACTOR = "changed", "salvage"
_KINDS: tuple[type[RecordSet], ...] = (Dossier, CaseFile, AttachmentFile)
_REFERENCE = re.compile(r"(.+)-(\d{4})-(\d{5,})")


@dataclass(frozen=True)
class Mended:
    """References of what was made again from history, kept without it, and lost."""

    from_history: tuple[str, ...]
    without_history: tuple[str, ...]
    lost: tuple[str, ...]


def mend(
    connection: "Connection", keys: Keys, holder: str, damaged: Collection[str], *, all_signatures: bool
) -> Mended:
    """Put back, record, and tell what is lost; in the caller's transaction, before anything is derived.

    `holder` is the user whose passphrase opened the store, blank for none: they can open what comes of it.
    `damaged` are the tables of which anything is lost.
    `all_signatures` says that no signature was lost to the damage: then what is unsigned was never signed.
    """
    missing = losses.found(connection, keys, all_signatures=all_signatures)
    places.write(connection, BUILT_IN, places.OWN)
    imported = put_back_imports(connection)
    while _drop_orphans(connection):  # before a head from the history takes the row of another that is lost
        pass
    again: list[str] = list(imported)
    kept: list[str] = []
    for kind in _KINDS:
        for uid in _uids(connection, kind):
            _mend_set(connection, kind, uid, again, kept)
    _mend_periods(connection, again, kept)
    mend_users(connection, holder)
    mend_single(connection)
    office.put_back(connection)
    while _drop_orphans(connection):  # what hung on a row that goes now hangs on nothing
        pass
    kept += (*mend_imports(connection, damaged, imported), *mend_packs(connection))
    gone = dict(against_history.lost(connection))
    losses.note(connection, missing, gone)
    lost = tuple(dict.fromkeys((*_mend_counters(connection), *gone.values())))
    return Mended(tuple(again), tuple(kept), lost)


def _uids(connection: "Connection", kind: type[RecordSet]) -> list[str]:
    table = kind.head_type.type_name
    found = connection.execute(
        f"SELECT uid FROM {table} UNION SELECT record_uid FROM revision WHERE record_type = ?", (table,)
    )
    return [uid for (uid,) in found.fetchall()]


def _mend_set(connection: "Connection", kind: type[RecordSet], uid: str, again: list[str], kept: list[str]) -> None:
    number = history.latest(connection, uid) or 0
    head = sets.head(connection, kind, uid)
    rows = sets.read(connection, kind, uid) if head else None
    if rows is not None and rows.revision > number:
        _record_anew(connection, kind, rows)
        kept.append(rows.head.reference)
    elif number and (rows is None or not against_history.is_latest(connection, uid, rows.revision, rows.body())):
        said = _entered(connection, kind, uid, number)
        if said is not None:
            sets.write(connection, replace(said, revision=number))
            again.append(said.head.reference)


def _entered(connection: "Connection", kind: type[RecordSet], uid: str, number: int) -> RecordSet | None:
    body = history.whole(connection, uid, number)
    if body is None or kind.head_name not in body:
        return None
    return kind.parse(body)[0]


def _record_anew(connection: "Connection", kind: type[RecordSet], rows: RecordSet) -> None:
    """The rows as they stand are what is known: the history says so from now on."""
    table, number = kind.head_type.type_name, rows.revision + 1
    connection.execute(f"UPDATE {table} SET revision = ? WHERE uid = ?", (number, rows.head.uid))
    history.append(connection, history.Entry(table, rows.head.uid, number, ACTOR, "", ACTION, rows.body()))


def _mend_periods(connection: "Connection", again: list[str], kept: list[str]) -> None:
    held = {file.period.uid: (file, revision) for file, revision in periods.heads(connection)}
    known = connection.execute("SELECT DISTINCT record_uid FROM revision WHERE record_type = 'period'").fetchall()
    for uid in dict.fromkeys([*held, *(uid for (uid,) in known)]):
        number = history.latest(connection, uid) or 0
        file, revision = held.get(uid, (None, 0))
        if file is not None and revision > number:
            connection.execute("UPDATE period SET revision = ? WHERE uid = ?", (revision + 1, uid))
            body = periods.body_of(file)
            history.append(connection, history.Entry("period", uid, revision + 1, ACTOR, "", ACTION, body))
            kept.append(file.period.code)
        elif file is None or not against_history.is_latest(connection, uid, revision, periods.body_of(file)):
            again.append(_write_period(connection, history.whole(connection, uid, number) or {}, number))


def _write_period(connection: "Connection", body: Body, number: int) -> str:
    period, _ = Period.parse(body["period"])
    write_record(connection, period, (number,))
    row = connection.execute("SELECT id FROM period WHERE uid = ?", (period.uid,)).fetchone()[0]
    for kind, name in ((Marker, "markers"), (PublishedFigure, "published")):
        for position, raw in enumerate(body.get(name) or ()):
            write_record(connection, kind.parse(raw, position)[0], (row, position))
    return period.code


def _drop_orphans(connection: "Connection") -> bool:
    """Rows whose head is lost and in no history belong to nothing that can be shown; whether there were any."""
    gone: dict[str, list[tuple[int]]] = defaultdict(list)
    for table, row, _, _ in connection.execute("PRAGMA foreign_key_check").fetchall():
        if row is not None:
            gone[table].append((row,))
    dropped = 0
    for table, rows in gone.items():
        if not _is_guarded(connection, table):
            dropped += connection.executemany(f"DELETE FROM {table} WHERE rowid = ?", rows).rowcount
    return dropped > 0


def _is_guarded(connection: "Connection", table: str) -> bool:
    triggers = connection.execute("SELECT sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?", (table,))
    return any("BEFORE DELETE" in sql for (sql,) in triggers)


def _mend_counters(connection: "Connection") -> tuple[str, ...]:
    """Have no reference given twice; those that were given and stand nowhere any more."""
    given: dict[tuple[str, int], set[int]] = defaultdict(set)
    for table in ("incident", "detention", "attachment"):
        for (reference,) in connection.execute(f"SELECT reference FROM {table}"):
            if found := _REFERENCE.fullmatch(reference):
                given[found[1], int(found[2])].add(int(found[3]))
    for (code, year), numbers in given.items():
        connection.execute(
            "INSERT INTO counter (office, year, last) VALUES (?, ?, ?)"
            " ON CONFLICT DO UPDATE SET last = max(last, excluded.last)",
            (code, year, max(numbers)),
        )
    lost: list[str] = []
    for code, year, last in connection.execute("SELECT office, year, last FROM counter ORDER BY office, year"):
        have = given.get((code, year), set())
        lost += [f"{code}-{year}-{number:05}" for number in range(1, last + 1) if number not in have]
    return tuple(lost)


def ensure_meta(connection: "Connection", keys: Keys, store_id: str, noted: Outline | None) -> bool:
    """Let the store say what it is, where that was lost: as it was `noted` beside the file, else from its records.

    False where nothing says whether it was for training. `keys` take over what was kept through a change of them.
    """
    for key, value in (noted.said if noted else {}).items():
        if meta.find(connection, key) is None:
            meta.write(connection, key, value)
    keys.carry(meta.read(connection, CARRIED))
    known = meta.find(connection, origin.TRAINING) is not None
    first = connection.execute("SELECT min(at) FROM revision").fetchone()[0]
    named = connection.execute("SELECT min(reference) FROM incident").fetchone()[0]
    code = str(named or "").partition("-")[0]
    said = {"store": store_id, "created": first or now(), "office": code}
    lost = [key for key in said if not meta.read(connection, key)]
    for key in lost:
        meta.write(connection, key, said[key])
    if lost or not origin.is_sealed(connection):
        origin.seal(connection, keys)
    return known
