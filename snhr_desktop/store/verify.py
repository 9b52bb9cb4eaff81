"""Is everything as it was written? The file page by page, the history link by link, the facts against the records."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from snhr_desktop.domain.records import CaseFile, Dossier, RecordSet
from snhr_desktop.errors import DamagedStore
from snhr_desktop.i18n import N_, Language, Message
from snhr_desktop.store import (
    facts,
    history,
    keyslots,
    lines,
    log,
    merges,
    office,
    periods,
    person_links,
    publications,
    queue,
    sets,
    signing,
    users,
)
from snhr_desktop.store.attachments import check as files
from snhr_desktop.store.bodies import Body
from snhr_desktop.store.store import Store

FILE_DAMAGED = N_("The file of the store is damaged: {detail}")
LOST_LINK = N_("A record points to another that is not there: {detail}")
HISTORY_BROKEN = N_("Entry {entry} of the history, on {reference}, is not as it was written.")
UNSIGNED = N_("Entries {first} to {last} of the history are not signed by the office.")
OTHER_KEY = N_("Entries {first} to {last} of the history are signed with a key that is not the office’s.")
FORGED = N_("The signature over entries {first} to {last} of the history is not genuine.")
OTHER_HEAD = N_("Entries {first} to {last} of the history are not what the office signed.")
HISTORY_CUT = N_("{reference} is at revision {revision}, and the history of it ends before: entries were taken away.")
HEAD_DIFFERS = N_("{reference} is not as its latest revision says.")
RECORD_LOST = N_("{reference} stands in the history and is no longer among the records.")
FACTS_DIFFER = N_("The figures of {reference} are not what its records give.")
LINE_DIFFERS = N_("The line of {reference} in the list is not what its records say.")
MERGE_DIFFERS = N_("A merge that {reference} was part of is not as the history tells it.")
LINK_DIFFERS = N_("A link between two persons is not as its latest revision says.")
PUBLICATION_DIFFERS = N_("The published report {code} is not as it was published.")
QUEUE_DIFFERS = N_("Where {reference} stands in review is not what its history gives.")
OFFICE_DIFFERS = N_("The rules of the office are not what the history says of them.")
UNREADABLE = N_("The check could not be finished, since the store could not be read in full.")
SOUND = N_("The store is sound: file, history and figures agree.")
CHAIN = N_("The history ends with {hash}. Write it down to prove later that nothing before it was changed.")
SIGNED_BY = N_("It is signed with the office’s key {key}, which headquarters can compare with the one it knows.")
BEGUN = N_(
    "Entries 1 to {last} of the history were written before there were signatures; signed as they stood on {day}."
)
GUESS = N_("A guess at a passphrase costs: Argon2id, {memory} MiB of memory, {passes} passes, {lanes} lanes.")

ERROR, NOTE = "error", "note"
_FAULTS: dict[str, Message] = {
    signing.GAP: UNSIGNED,
    signing.OTHER_KEY: OTHER_KEY,
    signing.FORGED: FORGED,
    signing.OTHER_HEAD: OTHER_HEAD,
}
_KINDS: tuple[type[RecordSet], ...] = (Dossier, CaseFile)


@dataclass(frozen=True)
class Finding:
    """One thing a check found: `error` is to be looked into, `note` is for information."""

    level: str
    message: Message
    values: dict[str, object] = field(default_factory=dict)

    def tell(self, language: Language) -> str:
        """The finding in a language."""
        return language.text(self.message, **self.values)


def verify(store: Store) -> tuple[Finding, ...]:
    """Everything found, errors first in the order of the checks; a sound store has notes only."""
    found: list[Finding] = []
    try:
        with store.reading():
            for check in (
                _file,
                _links,
                _history,
                _signatures,
                _lost,
                _heads,
                _persons,
                _users,
                _facts,
                _lines,
                _merges,
                _publications,
                _review,
                _attachments,
            ):
                found += check(store)
            found += _log(store)
            if not any(one.level == ERROR for one in found):
                found.append(Finding(NOTE, SOUND))
            found.append(Finding(NOTE, CHAIN, {"hash": history.chain_head(store.connection)}))
            found += _signer(store)
            found += _guess(store)
    except DamagedStore:
        found.append(Finding(ERROR, UNREADABLE))
    return tuple(found)


def _guess(store: Store) -> Iterator[Finding]:
    """What stands between whoever has the folder and the records."""
    if cost := keyslots.read_keyslots(store.folder).cost():
        said: dict[str, object] = {"memory": cost.memory_kib // 1024, "passes": cost.passes, "lanes": cost.lanes}
        yield Finding(NOTE, GUESS, said)


def _log(store: Store) -> Iterator[Finding]:
    """What the log held that was not read on opening; a last save alone is what a power cut leaves."""
    if unread := store.info.unread:
        yield Finding(NOTE if unread == 1 else ERROR, log.words(unread), {"n": unread})


def _file(store: Store) -> Iterator[Finding]:
    for question in ("cipher_integrity_check", "integrity_check"):
        for (answer,) in store.connection.execute(f"PRAGMA {question}").fetchall():
            if answer != "ok":
                yield Finding(ERROR, FILE_DAMAGED, {"detail": str(answer)[:200]})


def _links(store: Store) -> Iterator[Finding]:
    for table, row, parent, _ in store.connection.execute("PRAGMA foreign_key_check").fetchall():
        yield Finding(ERROR, LOST_LINK, {"detail": f"{table} {row}, {parent}"})


def _history(store: Store) -> Iterator[Finding]:
    for entry, uid in history.broken(store.connection):
        yield Finding(ERROR, HISTORY_BROKEN, {"entry": entry, "reference": _name_of(store, uid)})


def _signatures(store: Store) -> Iterator[Finding]:
    for fault in signing.faults(store.connection, store.keys):
        yield Finding(ERROR, _FAULTS[fault.code], {"first": fault.first, "last": fault.last})


def _signer(store: Store) -> Iterator[Finding]:
    """By which key headquarters knows the office, and what was there before it signed."""
    yield Finding(NOTE, SIGNED_BY, {"key": signing.fingerprint(store.keys)})
    if begun := signing.begun(store.connection):
        yield Finding(NOTE, BEGUN, {"last": begun.last, "day": begun.at[:10]})


def _lost(store: Store) -> Iterator[Finding]:
    for name in history.lost(store.connection):
        yield Finding(ERROR, RECORD_LOST, {"reference": name})


def _heads(store: Store) -> Iterator[Finding]:
    """The rows against the latest revision: a row changed behind the program's back shows here."""
    for kind in _KINDS:
        for _, one in sets.read_all(store.connection, kind):
            yield from _head(store, one.head.uid, one.head.reference, one.revision, one.body())
    for file, revision in periods.heads(store.connection):
        yield from _head(store, file.period.uid, file.period.code, revision, periods.body_of(file))


def _head(store: Store, uid: str, reference: str, revision: int, body: Body) -> Iterator[Finding]:
    said: dict[str, object] = {"reference": reference}
    if (history.latest(store.connection, uid) or 0) < revision:
        yield Finding(ERROR, HISTORY_CUT, said | {"revision": revision})
    elif not history.is_latest(store.connection, uid, revision, body):
        yield Finding(ERROR, HEAD_DIFFERS, said)


def _persons(store: Store) -> Iterator[Finding]:
    for uid, revision, body in person_links.heads(store.connection):
        if not history.is_latest(store.connection, uid, revision, body):
            yield Finding(ERROR, LINK_DIFFERS)


def _users(store: Store) -> Iterator[Finding]:
    """What users may do, against the latest revision: a role taken behind the program's back shows here."""
    for one, revision in users.heads(store.connection):
        if not history.is_latest(store.connection, one.uid, revision, users.body_of(one)):
            yield Finding(ERROR, HEAD_DIFFERS, {"reference": one.name})


def _facts(store: Store) -> Iterator[Finding]:
    for reference in facts.differing(store.connection, store.gazetteer):
        yield Finding(ERROR, FACTS_DIFFER, {"reference": reference})


def _lines(store: Store) -> Iterator[Finding]:
    for reference in lines.differing(store.connection):
        yield Finding(ERROR, LINE_DIFFERS, {"reference": reference})


def _merges(store: Store) -> Iterator[Finding]:
    for reference in merges.differing(store.connection):
        yield Finding(ERROR, MERGE_DIFFERS, {"reference": reference})


def _publications(store: Store) -> Iterator[Finding]:
    for code in publications.differing(store.connection):
        yield Finding(ERROR, PUBLICATION_DIFFERS, {"code": code})


def _attachments(store: Store) -> Iterator[Finding]:
    for wrong in files.check(store):
        yield Finding(ERROR if wrong.error else NOTE, wrong.message, wrong.values)


def _review(store: Store) -> Iterator[Finding]:
    for reference in queue.differing(store.connection):
        yield Finding(ERROR, QUEUE_DIFFERS, {"reference": reference})
    if not office.is_sound(store.connection):
        yield Finding(ERROR, OFFICE_DIFFERS)


def _name_of(store: Store, uid: str) -> str:
    heads = (sets.head(store.connection, kind, uid) for kind in _KINDS)
    return next((head.reference for head in heads if head), uid)
