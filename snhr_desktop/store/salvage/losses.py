"""What a salvage found missing of the history, written into the history itself and signed with it.

Nobody can write again what was destroyed, and nothing may be hashed anew to hide that. So the places where links or
signatures are missing are named, each with what it is chained by: a check tells these as losses that are known, and
whatever is changed there later is another break than the one that was named.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from snhr_desktop.store import against_history, history, signing
from snhr_desktop.store.identity import new_uid
from snhr_desktop.store.keys import Keys
from snhr_desktop.store.signing import Fault

if TYPE_CHECKING:
    from sqlite3 import Connection

RECORD_TYPE, ACTION, ACTOR = "salvage", "salvaged", "salvage"


@dataclass(frozen=True)
class Losses:
    """`breaks` are entries by number and by what they would be chained by now; `records` are identities of what the
    history knows and the tables no longer have; `entries` counts the numbers that are missing. `at` is the last
    salvage, UTC, and blank where there was none.
    """

    breaks: frozenset[tuple[int, str]] = frozenset()
    unsigned: frozenset[Fault] = frozenset()
    records: frozenset[str] = frozenset()
    entries: int = 0
    at: str = ""

    def __or__(self, later: "Losses") -> "Losses":
        return Losses(
            self.breaks | later.breaks, self.unsigned | later.unsigned, self.records | later.records,
            later.entries, later.at,
        )  # fmt: skip


def found(connection: "Connection", keys: Keys, *, all_signatures: bool) -> Losses:
    """What is missing now, before anything is written: only what a loss explains, nothing that was written over.

    Where the damage took no signature (`all_signatures`), entries without one stay an error: somebody wrote them.
    """
    breaks = frozenset(
        (broken.entry, broken.would_be) for broken in against_history.broken(connection) if broken.would_be
    )
    unsigned = frozenset(f for f in signing.faults(connection, keys) if _is_loss(connection, f, all_signatures))
    have = int(connection.execute("SELECT count(*) FROM revision").fetchone()[0])
    return Losses(breaks, unsigned, entries=history.newest(connection) - have)


def note(connection: "Connection", losses: Losses, records: Iterable[str]) -> None:
    """Write the losses into the history; in the caller's transaction, which is signed at its end."""
    gone = sorted(records)
    if not (losses.breaks or losses.unsigned or losses.entries or gone):
        return
    uid = new_uid()
    body = {
        RECORD_TYPE: {
            "uid": uid,
            "breaks": sorted([entry, chained] for entry, chained in losses.breaks),
            "unsigned": sorted([fault.code, fault.first, fault.last] for fault in losses.unsigned),
            "records": gone,
            "entries": losses.entries,
        }
    }
    history.append(connection, history.Entry(RECORD_TYPE, uid, 1, ACTOR, "", ACTION, body))


def known(connection: "Connection") -> Losses:
    """What every salvage of this store named. Whether these entries are genuine is told by chain and signatures."""
    rows = connection.execute("SELECT at, body FROM revision WHERE record_type = ? ORDER BY id", (RECORD_TYPE,))
    losses = Losses()
    for at, body in rows.fetchall():
        said = json.loads(body)[RECORD_TYPE]
        losses |= Losses(
            frozenset((int(entry), str(chained)) for entry, chained in said["breaks"]),
            frozenset(Fault(*fault) for fault in said["unsigned"]),
            frozenset(said["records"]),
            int(said["entries"]),
            str(at),
        )
    return losses


def _is_loss(connection: "Connection", fault: Fault, all_signatures: bool) -> bool:
    """Whether a row that is missing explains it: of the signatures, or the entry that one is over."""
    if fault.code == signing.GAP:
        return not all_signatures
    there = connection.execute("SELECT 1 FROM revision WHERE id = ?", (fault.last,)).fetchone()
    return fault.code == signing.OTHER_HEAD and there is None
