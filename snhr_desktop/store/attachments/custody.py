"""The custody of a file: every act on it, only ever added to, each a link of the chain of the whole history."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from snhr_desktop.domain.checks import stops
from snhr_desktop.domain.records import CustodyStep
from snhr_desktop.errors import InvalidEntry
from snhr_desktop.store import history
from snhr_desktop.store.identity import new_uid
from snhr_desktop.store.saving import Author
from snhr_desktop.store.tables import read_records, write_record

if TYPE_CHECKING:
    from sqlite3 import Connection

INTAKE, AGAIN, VIEW, DERIVE = "intake", "again", "view", "derive"
LEAVE, EXPORT = "leave", "export"
"""A file is about to be handed out, and it was: without the second nobody knows that it is outside."""
LINK, UNLINK, WITHDRAW, READMIT, PUT_BACK = "link", "unlink", "withdraw", "readmit", "put_back"


@dataclass(frozen=True)
class CustodyEntry:
    """One act: when (UTC, as history writes it), by whom, what, and the hash that it is chained by."""

    at: str
    actor: str
    step: CustodyStep
    chain_sha256: str


def append(connection: "Connection", step: CustodyStep, author: Author) -> None:
    """Add an act to the log; in the caller's transaction. Raises `InvalidEntry`: no word of it is left out unseen."""
    parsed, found = CustodyStep.parse(step.dump())
    if wrong := stops(found):
        raise InvalidEntry(wrong)
    step = replace(parsed, uid=new_uid())
    write_record(connection, step, (1,))
    body = {CustodyStep.type_name: step.dump()}
    entry = history.Entry(CustodyStep.type_name, step.uid, 1, author.actor, author.reason, step.act, body)
    history.append(connection, entry)


def log(connection: "Connection", attachment: str) -> tuple[CustodyEntry, ...]:
    """Every act on a file, oldest first."""
    steps = read_records(connection, CustodyStep, "WHERE attachment = ? ORDER BY custody.id", (attachment,))
    rows = connection.execute(
        "SELECT custody.uid, at, actor, chain_sha256 FROM custody JOIN revision ON record_uid = custody.uid"
        " WHERE attachment = ?",
        (attachment,),
    )
    said = {uid: (at, actor, chain) for uid, at, actor, chain in rows}
    entries = []
    for _, step in steps:
        if isinstance(step, CustodyStep) and step.uid in said:
            at, actor, chain = said[step.uid]
            entries.append(CustodyEntry(at, actor, step, chain))
    return tuple(entries)
