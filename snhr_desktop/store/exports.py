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

RECORD_TYPE, EXPORTED = "export", "exported"


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
    """One export: when (UTC, as history writes it), by whom, and what it took out."""

    at: str
    actor: str
    taken: Taken


def note(connection: "Connection", taken: Taken, author: Author) -> None:
    """Write an export down, in the caller's transaction: before the file gets its name."""
    uid = new_uid()
    body = {RECORD_TYPE: {"uid": uid, **asdict(taken)}}
    history.append(connection, history.Entry(RECORD_TYPE, uid, 1, author.actor, author.reason, EXPORTED, body))


def acts(connection: "Connection", most: int) -> tuple[ExportAct, ...]:
    """The latest exports, the last one first."""
    rows = connection.execute(
        "SELECT at, actor, body FROM revision WHERE record_type = ? ORDER BY id DESC LIMIT ?", (RECORD_TYPE, most)
    )
    return tuple(ExportAct(at, actor, _taken(json.loads(body)[RECORD_TYPE])) for at, actor, body in rows)


def _taken(said: Mapping[str, object]) -> Taken:
    return Taken(**{name: value for name, value in said.items() if name != "uid"})  # type: ignore[arg-type]
