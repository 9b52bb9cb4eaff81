"""What waits for review: since when, changed when, entered by whom, and how much is missing.

Derived at each save from the record and its history, so that the queue of a large store opens at once; `rebuild`
makes it anew. Of what is settled (documented, unconfirmed, rejected) no open checks are kept: nobody waits for it.
"""

import datetime as dt
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from snhr_desktop.domain.checks import problems
from snhr_desktop.domain.places import Gazetteer
from snhr_desktop.domain.plausibility import implausible
from snhr_desktop.domain.records import Dossier, RecordSet
from snhr_desktop.domain.steps import STEPS, WAITING, entered
from snhr_desktop.domain.waivers import accepted
from snhr_desktop.errors import Problem
from snhr_desktop.store import dossiers
from snhr_desktop.store.actions import MERGED, MERGED_AWAY, UNMERGED
from snhr_desktop.store.batches import Watched, unwatched
from snhr_desktop.store.bodies import joined
from snhr_desktop.store.conflicts import asking_of
from snhr_desktop.store.identities import lasting, names
from snhr_desktop.store.listing import HARMED
from snhr_desktop.store.sequence import Found, found_by
from snhr_desktop.store.sets import S

if TYPE_CHECKING:
    from sqlite3 import Connection

RULES = "3"
"""Raised by one with each change to what is kept here."""

CHANGED, UNSEEN, MISSING, COMPLETE, OTHERWISE = "changed", "unseen", "missing", "complete", "otherwise"
_OTHERWISE = asking_of("queue.uid")
_NEW_NOTE = (
    "EXISTS (SELECT 1 FROM review_note WHERE incident_uid = queue.uid AND review_note.at > looked.at"
    " AND review_note.actor NOT IN (SELECT value FROM json_each(:me)))"
)
_NEWS = f"(looked.revision IS NOT NULL AND (looked.revision < queue.revision OR {_NEW_NOTE}))"
_ONLY = {
    "": "TRUE",
    CHANGED: _NEWS,
    UNSEEN: "looked.revision IS NULL",
    MISSING: "queue.needed + queue.hints > 0",
    COMPLETE: "queue.needed = 0",
    OTHERWISE: f"EXISTS (SELECT 1 {_OTHERWISE})",
}
ONLY = tuple(_ONLY)
"""What a queue can be narrowed to: what changed since one looked, what one never looked at, by its checks, what a file
says otherwise."""
_ORDERS = {
    "since": "queue.since",
    "changed": "queue.changed",
    "reference": "line.reference",
    "status": f"CASE queue.status {' '.join(f'WHEN {code!r} THEN {n}' for n, code in enumerate(STEPS))} END",
    "checks": "queue.needed, queue.hints",
}
_SOURCE = "queue LEFT JOIN looked ON looked.actor = :actor AND looked.record_uid = queue.uid"
_INSERT = (
    "INSERT INTO queue (incident_id, uid, revision, status, since, changed, author, needed, hints)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_REPLACE = _INSERT.replace("INSERT", "INSERT OR REPLACE", 1)
"""For one that may be there: many times as slow, since what a statement may take out is kept aside for each row."""
_DIFFERS_SAVED_ONCE = """
    SELECT incident.reference FROM incident LEFT JOIN queue ON incident_id = incident.id
    LEFT JOIN revision AS saved ON saved.record_uid = incident.uid AND saved.number = 1
    WHERE incident.revision = 1 AND (queue.revision IS NOT 1 OR queue.uid IS NOT incident.uid
        OR queue.status IS NOT incident.status
        OR since IS NOT saved.at OR changed IS NOT saved.at OR author IS NOT saved.actor)
"""
_LINE = "JOIN incident_line AS line ON line.incident_id = queue.incident_id"


@dataclass(frozen=True)
class QueueQuery:
    """What of the queue, for whoever asks. `order` is a key of the columns: `since` puts what waits longest first.

    `language` is what every list asks in; nothing here sorts by it.
    """

    statuses: tuple[str, ...] = WAITING
    only: str = ""
    order: str = "since"
    descending: bool = False
    language: str = "en"


@dataclass(frozen=True)
class QueueRow:
    """One incident of the queue. `since` and `changed` are UTC; `news` is `changed`, `unseen` or blank.

    `otherwise` counts fields that a file says otherwise and nobody answered.
    """

    uid: str
    reference: str
    title_ar: str
    title_en: str
    status: str
    since: str
    changed: str
    author: str
    needed: int
    hints: int
    news: str
    otherwise: int = 0


class State(NamedTuple):
    """Where an incident stands in the queue."""

    status: str
    since: str
    changed: str
    author: str


def write(connection: "Connection", stated: Iterable[tuple[int, Dossier, State]], places: Gazetteer) -> None:
    """Put the states of dossiers, each with the row of its incident, in place of their earlier ones."""
    today = _today()
    connection.executemany(
        _REPLACE,
        [
            (row, dossier.incident.uid, dossier.revision, *state, *open_checks(dossier, places, today))
            for row, dossier, state in stated
        ],
    )


def add(connection: "Connection", new: Iterable[tuple[int, str, State, tuple[int, int]]]) -> None:
    """Put new incidents in: the row and the identity of each, its state, and its `open_checks`."""
    connection.executemany(_INSERT, [(row, uid, 1, *state, *checks) for row, uid, state, checks in new])


def state(connection: "Connection", uid: str) -> State | None:
    """Where a saved incident stands."""
    row = connection.execute("SELECT status, since, changed, author FROM queue WHERE uid = ?", (uid,)).fetchone()
    return State(*row) if row else None


def following(was: State | None, before: S | None, after: S, at: str, actor: str) -> State:
    """The state after a save: a status keeps its day until it is another, an author until somebody else enters."""
    status = after.head.status
    since = was.since if was and was.status == status else at
    same = was is not None and before is not None and entered(before) == entered(after)
    return State(status, since, at, was.author if was and same else actor)


def found(
    connection: "Connection", actor: str, query: QueueQuery, most: int = -1, wanted: Callable[[], bool] = lambda: True
) -> Found | None:
    """Rows of what a queue holds for a person (the first `most`), in its order; None once nobody wants them."""
    way = "DESC" if query.descending else "ASC"
    order = ", ".join(f"{key} {way}" for key in _ORDERS[query.order].split(", "))
    one = len(query.statuses) == 1  # then the index has them in order of waiting
    among = "= :status" if one else "IN (SELECT value FROM json_each(:statuses))"
    statement = (
        f"SELECT queue.incident_id, {HARMED} FROM {_SOURCE} {_LINE}"
        f" WHERE queue.status {among} AND {_ONLY[query.only]}"
        f" ORDER BY {order}, queue.incident_id LIMIT :most"
    )
    named = {"status": query.statuses[0]} if one else {"statuses": json.dumps(query.statuses)}
    asked = {**named, "actor": lasting(connection, actor), "me": _mine(connection, actor), "most": most}
    return found_by(connection, statement, asked, wanted)


def rows(connection: "Connection", actor: str, ids: Iterable[int]) -> tuple[QueueRow, ...]:
    """Lines of the queue by the rows of their incidents, in the order asked for; unknown ones are passed over."""
    news = f"CASE WHEN looked.revision IS NULL THEN '{UNSEEN}' WHEN {_NEWS} THEN '{CHANGED}' ELSE '' END"
    listed = list(ids)
    read = connection.execute(
        "SELECT queue.incident_id, queue.uid, reference, title_ar, title_en, queue.status, since, changed, author,"
        f" needed, hints, {news}, (SELECT count(*) {_OTHERWISE})"
        f" FROM {_SOURCE} JOIN incident ON incident.id = queue.incident_id"
        " WHERE queue.incident_id IN (SELECT value FROM json_each(:ids))",
        {"ids": json.dumps(listed), "actor": lasting(connection, actor), "me": _mine(connection, actor)},
    )
    by_row = {row: QueueRow(*said) for row, *said in read}
    return tuple(by_row[row] for row in listed if row in by_row)


def uids(connection: "Connection", ids: Iterable[int]) -> tuple[str, ...]:
    """Identities of incidents by their rows, in the order asked for."""
    listed = list(ids)
    read = connection.execute(
        "SELECT incident_id, uid FROM queue WHERE incident_id IN (SELECT value FROM json_each(?))",
        (json.dumps(listed),),
    )
    by_row = dict(read.fetchall())
    return tuple(by_row[row] for row in listed if row in by_row)


def counts(connection: "Connection") -> Mapping[str, int]:
    """How many incidents have each status."""
    return dict(connection.execute("SELECT status, count(*) FROM queue GROUP BY status").fetchall())


def rebuild(connection: "Connection", places: Gazetteer, watched: Watched = unwatched) -> None:
    """Make the whole queue anew from records and history."""
    connection.execute("DELETE FROM queue")
    connection.execute(
        "INSERT INTO queue (incident_id, uid, revision, status, since, changed, author, needed, hints)"
        " SELECT incident.id, incident.uid, 1, incident.status, at, at, actor, 0, 0 FROM incident"
        " JOIN revision ON record_uid = incident.uid AND number = 1 WHERE incident.revision = 1"
    )
    saved_again = connection.execute("SELECT id, uid, revision FROM incident WHERE revision > 1").fetchall()
    connection.executemany(
        _INSERT, ((*head, *told_by_history(connection, Dossier, head[1]), 0, 0) for head in saved_again)
    )
    marks = ", ".join("?" * len(WAITING))
    waiting = connection.execute(f"SELECT incident_id, uid FROM queue WHERE status IN ({marks})", WAITING).fetchall()
    ids, today = {uid: row for row, uid in waiting}, _today()
    connection.executemany(
        "UPDATE queue SET needed = ?, hints = ? WHERE incident_id = ?",
        (
            (*open_checks(one, places, today), ids[one.incident.uid])
            for one in watched(dossiers.read_many(connection, list(ids)))
        ),
    )


def differing(connection: "Connection") -> Iterator[str]:
    """References of the incidents whose place in the queue is not what their history gives."""
    yield from (reference for (reference,) in connection.execute(_DIFFERS_SAVED_ONCE).fetchall())
    saved_again = connection.execute(
        "SELECT incident.uid, reference, incident.revision, queue.revision, queue.uid, queue.status,"
        " since, changed, author"
        " FROM incident LEFT JOIN queue ON incident_id = incident.id WHERE incident.revision > 1 ORDER BY incident.id"
    ).fetchall()
    for uid, reference, latest, kept, named, *said in saved_again:
        try:
            agrees = (latest, uid) == (kept, named) and State(*said) == told_by_history(connection, Dossier, uid)
        except (ValueError, KeyError, TypeError):  # an entry that somebody wrote over
            agrees = False
        if not agrees:
            yield reference


def miscounted(connection: "Connection", part: Mapping[int, Dossier], places: Gazetteer) -> Iterator[str]:
    """References of those incidents, by their rows, of which another number of open checks is kept than they give.

    Whether a day lies ahead hangs on the day of asking: what was so when it was saved may stand.
    """
    rows = connection.execute(
        "SELECT incident_id, needed, hints, changed FROM queue WHERE incident_id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(part)),),
    )
    for row, needed, hints, changed in rows:
        days = (_today(), *_days_of(changed), dt.date.max)
        if not any(open_checks(part[row], places, day) == (needed, hints) for day in days):
            yield part[row].incident.reference


def _days_of(moment: str) -> tuple[dt.date, ...]:
    try:
        return (dt.datetime.fromisoformat(moment).astimezone().date(),)
    except (ValueError, OverflowError):  # an entry that somebody wrote over
        return ()


def told_by_history(connection: "Connection", kind: type[RecordSet], uid: str) -> State:
    """The state that all saves of an incident or case lead to; blank where there is none."""
    return _walked(connection, kind, uid)[0]


def enterers(connection: "Connection", kind: type[RecordSet], uid: str) -> frozenset[str]:
    """Who entered what an incident or case says now: whoever changed it last, and with a return to what it said
    before, whoever had entered that, and whoever was undone by it.
    """
    return _walked(connection, kind, uid)[1]


def _walked(connection: "Connection", kind: type[RecordSet], uid: str) -> tuple[State, frozenset[str]]:
    """What all saves lead to: the state, and who entered it. An undone merge leaves both as they were before it."""
    read = connection.execute(
        "SELECT at, actor, action, body, protected FROM revision WHERE record_uid = ? ORDER BY number", (uid,)
    )
    told: State | None = None
    before: RecordSet | None = None
    said: list[tuple[RecordSet, frozenset[str]]] = []
    undoable: list[tuple[State, frozenset[str]]] = []
    by: frozenset[str] = frozenset()
    for at, actor, action, body, protected in read.fetchall():
        after, _ = kind.parse(joined(json.loads(body), json.loads(protected) if protected else {}))
        if told and action in (MERGED, MERGED_AWAY):
            undoable.append((told, by))
        told = following(told, before, after, at, actor)
        if action == UNMERGED and undoable:
            earlier, by = undoable.pop()
            told = told._replace(author=earlier.author)
        else:
            by = _entering(said, before, after, by, actor)
        said.append((entered(after), by))
        before = after
    return told or State("", "", "", ""), by


def _entering(
    said: Iterable[tuple[RecordSet, frozenset[str]]],
    before: RecordSet | None,
    after: RecordSet,
    by: frozenset[str],
    actor: str,
) -> frozenset[str]:
    """Who entered what a save says. `said` is what was said before, and by whom; `by` entered what there was."""
    now = entered(after)
    if before is not None and entered(before) == now:
        return by
    theirs = [people for content, people in said if content == now]
    return frozenset({actor}).union(*theirs, by if theirs else ())


def open_checks(
    dossier: Dossier, places: Gazetteer, today: dt.date, checked: Sequence[Problem] | None = None
) -> tuple[int, int]:
    """What is needed to document an incident that waits, and what is worth a look.

    `checked` is what `domain.checks.problems` found in it, hints among it, where that was asked already.
    """
    if dossier.incident.status not in WAITING:
        return 0, 0
    found = (*(problems(dossier, places, today) if checked is None else checked), *implausible(dossier, places))
    levels = [problem.level for problem in accepted(found, dossier)]
    blank = sum(len(record.missing()) for record in dossier.records())
    return blank + levels.count("error") + levels.count("needed"), levels.count("hint")


def _mine(connection: "Connection", actor: str) -> str:
    """The names of a person, for a statement: what one wrote under an earlier one is no news."""
    return json.dumps(names(connection, actor))


def _today() -> dt.date:
    return dt.datetime.now().astimezone().date()
