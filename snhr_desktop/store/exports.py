"""Exports in the history: who wrote which records out, when, for whom, and as of which state of the store."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from snhr_desktop.store import history
from snhr_desktop.store.identity import new_uid
from snhr_desktop.store.saving import Author

if TYPE_CHECKING:
    from sqlite3 import Connection

RECORD_TYPE = "export"
LEAVING, EXPORTED = "leaving", "exported"
"""What was written has no name yet, and it has it: without the second nobody knows that it is outside."""


@dataclass(frozen=True)
class Taken:
    """What an export took out: `form` and `audience` are codes, `whole` says that who the sources are went along.

    `chosen` says what the records were chosen by; `head` stands for the whole history they were read at. `files` are
    the names in a folder, or blank for the one file, with the fingerprint (SHA-256) of each.
    """

    form: str
    audience: str
    whole: bool
    language: str
    chosen: Mapping[str, str]
    incidents: int
    cases: int
    head: str
    files: Mapping[str, str]


@dataclass(frozen=True)
class ExportAct:
    """One export: when (UTC, as history writes it), by whom, and what it took out.

    `went` says that it came to its end: otherwise it may be outside or not.
    """

    at: str
    actor: str
    taken: Taken
    went: bool


def begin(connection: "Connection", taken: Taken, author: Author) -> str:
    """Write down that an export is about to leave, in the caller's transaction; returns its identity for `end`."""
    uid = new_uid()
    _append(connection, uid, 1, LEAVING, taken, author)
    return uid


def end(connection: "Connection", uid: str, taken: Taken, author: Author) -> None:
    """Write down that it left, in the caller's transaction."""
    _append(connection, uid, 2, EXPORTED, taken, author)


def _append(connection: "Connection", uid: str, number: int, action: str, taken: Taken, author: Author) -> None:
    body = {RECORD_TYPE: {"uid": uid, **asdict(taken)}}
    history.append(connection, history.Entry(RECORD_TYPE, uid, number, author.actor, author.reason, action, body))


def acts(connection: "Connection", most: int) -> tuple[ExportAct, ...]:
    """The latest exports, the last one first."""
    rows = connection.execute(
        "SELECT record_uid, at, actor, action, body FROM revision WHERE record_type = ? ORDER BY id DESC LIMIT ?",
        (RECORD_TYPE, 2 * most),
    )
    found: dict[str, ExportAct] = {}
    for uid, at, actor, action, body in rows:
        found.setdefault(uid, ExportAct(at, actor, _taken(json.loads(body)[RECORD_TYPE]), action == EXPORTED))
    return tuple(found.values())[:most]


def _taken(said: Mapping[str, object]) -> Taken:
    return Taken(**{name: value for name, value in said.items() if name != "uid"})  # type: ignore[arg-type]
