"""Is everything as it was written? The file page by page, the history link by link, the facts against the records."""

import re
from collections.abc import Callable, Iterator

from snhr_desktop.domain.records import CaseFile, Dossier, RecordSet
from snhr_desktop.i18n import N_, Message
from snhr_desktop.store import (
    against_history,
    content,
    escrow,
    form,
    history,
    identity,
    imports,
    keyslots,
    known,
    lines,
    log,
    merges,
    notes,
    office,
    origin,
    own_terms,
    periods,
    person_links,
    place_packs,
    publications,
    put_back,
    queue,
    sets,
    signing,
    users,
    walk,
)
from snhr_desktop.store.attachments import check as files
from snhr_desktop.store.checking import Checking, CheckStopped, Progress, Reading
from snhr_desktop.store.findings import (
    ACTOR_UNKNOWN,
    BEGUN,
    CHAIN,
    CONTENT,
    COUNTER_AHEAD,
    COUNTER_BEHIND,
    DERIVED,
    ERROR,
    FILE_DAMAGED,
    FILES_TO_RESTORE,
    FORGED,
    FORM_DIFFERS,
    GUESS,
    HEAD_DIFFERS,
    HEADQUARTERS_GONE,
    HEADQUARTERS_PLANTED,
    HISTORY_BROKEN,
    HISTORY_CUT,
    IMPORT_DIFFERS,
    KEYS_EARLIER,
    KEYS_OTHER,
    LIMIT_DIFFERS,
    LINE_DIFFERS,
    LINK_DIFFERS,
    LOST_LINK,
    MERGE_DIFFERS,
    NOT_CHECKED,
    NOT_VOUCHED,
    NOTE,
    NOTE_DIFFERS,
    OFFICE_DIFFERS,
    ORIGIN_DIFFERS,
    OTHER_HEAD,
    OTHER_KEY,
    PACK_DIFFERS,
    PACK_UNSEALED,
    PAGE_DAMAGED,
    PLACE_DIFFERS,
    PUBLICATION_DIFFERS,
    QUEUE_DIFFERS,
    RECORD_LOST,
    RENEW,
    SALVAGED,
    SEEN_OLDER,
    SEEN_OTHER,
    SIGNED_BY,
    SOUND,
    TO_RESTORE,
    UNSIGNED,
    Finding,
    is_sound,
)
from snhr_desktop.store.gone_through import Check, Round
from snhr_desktop.store.layout import DATABASE
from snhr_desktop.store.page_check import page_faults
from snhr_desktop.store.salvage import losses
from snhr_desktop.store.store import Store

_FAULTS: dict[str, Message] = {
    signing.GAP: UNSIGNED,
    signing.OTHER_KEY: OTHER_KEY,
    signing.FORGED: FORGED,
    signing.OTHER_HEAD: OTHER_HEAD,
}
_NEXT: dict[Message, frozenset[Message]] = {
    TO_RESTORE: frozenset((FILE_DAMAGED, PAGE_DAMAGED, NOT_CHECKED)),
    FILES_TO_RESTORE: frozenset((files.MISSING, files.DAMAGED)),
}
"""What to do next, and after which findings."""
_PAGE = re.compile(r"HMAC verification failed for page (\d+)")
"""What SQLCipher says of a page that is not as it was written."""
_LAST = frozenset((CHAIN, SIGNED_BY, BEGUN, CONTENT, GUESS))
"""What stands below everything found: it tells of no fault."""
_MOST = 8
"""Parts of the form that are named."""
_KINDS: tuple[type[RecordSet], ...] = (Dossier, CaseFile)


def verify_until(store: Store, checking: Checking) -> tuple[Finding, ...]:
    """The same, until it is called off. Raises `CheckStopped`."""
    try:
        return verify(store, checking, checking.stopped)
    except Exception as error:
        if checking.stopped():
            raise CheckStopped from error
        raise


def verify(
    store: Store, progress: Progress = lambda _step: None, stopped: Callable[[], bool] | None = None
) -> tuple[Finding, ...]:
    """Everything found, errors first in the order of the checks; a sound store has notes only.

    What cannot even be read is told, and the other checks go on: nothing is called sound that was not read.
    """
    hearing = ((what, check if check in _LONG else _hearing(check)) for what, check in _CHECKS)
    each = Round(store, hearing, progress)
    each.go(stopped)
    told = [one for one in each.found if one.message in _LAST]
    found = [one for one in each.found if one.message not in _LAST]
    if is_sound(found):
        found.append(Finding(NOTE, SOUND))
    met = {one.message for one in found if one.level == ERROR}
    if met & DERIVED:
        found.append(Finding(NOTE, RENEW))
    return (*found, *told, *(Finding(NOTE, words) for words, after in _NEXT.items() if met & after))


def _hearing(check: Callable[[Store], Iterator[Finding]]) -> Check:
    """A check that is over before anybody asks how far it is."""
    return lambda store, _reading: check(store)


def _ending(store: Store) -> Iterator[Finding]:
    """What can be compared elsewhere: the end of the history, and by which key headquarters knows the office."""
    yield Finding(NOTE, CHAIN, {"hash": history.chain_head(store.connection)})
    yield Finding(NOTE, SIGNED_BY, {"key": signing.fingerprint(store.keys)})
    if begun := signing.begun(store.connection):
        yield Finding(NOTE, BEGUN, {"last": begun.last, "day": begun.at[:10]})


def _content(store: Store) -> Iterator[Finding]:
    yield Finding(NOTE, CONTENT, {"hash": content.digest(store.connection)})


def _guess(store: Store) -> Iterator[Finding]:
    """What stands between whoever has the folder and the records."""
    if cost := keyslots.read_keyslots(store.folder).cost():
        said: dict[str, object] = {"memory": cost.memory_kib // 1024, "passes": cost.passes, "lanes": cost.lanes}
        yield Finding(NOTE, GUESS, said)


def _log(store: Store) -> Iterator[Finding]:
    """What the log held that was not read on opening; a last save alone is what a power cut leaves."""
    if unread := store.info.unread:
        yield Finding(NOTE if unread == 1 else ERROR, log.words(unread), {"n": unread})


def _pages(store: Store, reading: Reading = lambda _read, _records: None) -> Iterator[Finding]:
    for said in page_faults(store.connection, store.folder / DATABASE, store.keys, lambda: reading(0, 0)):
        if page := _PAGE.fullmatch(said):
            yield Finding(ERROR, PAGE_DAMAGED, {"page": int(page[1])})
        else:
            yield Finding(ERROR, FILE_DAMAGED, {"detail": said[:200]})


def _structure(store: Store) -> Iterator[Finding]:
    for (answer,) in store.connection.execute("PRAGMA integrity_check").fetchall():
        if answer != "ok":
            yield Finding(ERROR, FILE_DAMAGED, {"detail": str(answer)[:200]})


def _form(store: Store) -> Iterator[Finding]:
    """All that is another, told as one: whoever makes the file anew leaves everything otherwise."""
    if found := list(form.differing(store.connection)):
        yield Finding(ERROR, FORM_DIFFERS, {"detail": ", ".join(found[:_MOST]) + (" …" if found[_MOST:] else "")})


def _links(store: Store) -> Iterator[Finding]:
    for table, row, parent, _ in store.connection.execute("PRAGMA foreign_key_check").fetchall():
        yield Finding(ERROR, LOST_LINK, {"detail": f"{table} {row}, {parent}"})


def _history(store: Store) -> Iterator[Finding]:
    known_losses = losses.known(store.connection)
    for broken in against_history.broken(store.connection):
        if (broken.entry, broken.would_be) not in known_losses.breaks:
            said: dict[str, object] = {"entry": broken.entry, "reference": _name_of(store, broken.uid)}
            yield Finding(ERROR, HISTORY_BROKEN, said)
    for entry in against_history.by_nobody(store.connection):
        yield Finding(ERROR, ACTOR_UNKNOWN, {"entry": entry})
    if known_losses.at:
        yield Finding(NOTE, SALVAGED, {"day": known_losses.at[:10], "n": known_losses.entries})


def _signatures(store: Store) -> Iterator[Finding]:
    lost = losses.known(store.connection).unsigned
    for fault in signing.faults(store.connection, store.keys):
        said: dict[str, object] = {"first": fault.first, "last": fault.last}
        if fault not in lost:
            yield Finding(ERROR, _FAULTS[fault.code], said)
        elif against_history.has_any(store.connection, fault.first, fault.last):
            yield Finding(NOTE, NOT_VOUCHED, said)


def _origin(store: Store) -> Iterator[Finding]:
    """A training store made to pass for a real one shows here."""
    if not origin.is_sound(store.connection, store.keys):
        yield Finding(ERROR, ORIGIN_DIFFERS)
    yield from _planted(store)


def _planted(store: Store) -> Iterator[Finding]:
    """The file of the keyslots, which anybody can write, against what the store knows of it."""
    agreed, stands = known.of(store.connection), known.Known.by(keyslots.read_keyslots(store.folder))
    if agreed is None:
        return
    yield from _let_know(agreed, known.heard(store.connection))
    if stands.headquarters and stands.headquarters != agreed.headquarters:
        yield Finding(ERROR, HEADQUARTERS_PLANTED, {"key": escrow.show_public_key(stands.headquarters)})
    elif agreed.headquarters and not stands.headquarters:
        yield Finding(ERROR, HEADQUARTERS_GONE, {"key": escrow.show_public_key(agreed.headquarters)})
    if stands.limit != agreed.limit:
        yield Finding(ERROR, LIMIT_DIFFERS, {"stands": stands.limit, "known": agreed.limit})


def _let_know(agreed: known.Known, heard: known.Heard) -> Iterator[Finding]:
    """What the store knows of its keyslots, against the history: it was written behind the back of the program."""
    if heard.denies(agreed.headquarters):
        if agreed.headquarters:
            yield Finding(ERROR, HEADQUARTERS_PLANTED, {"key": escrow.show_public_key(agreed.headquarters)})
        else:
            gone = escrow.show_public_key(heard.headquarters) if heard.headquarters else "–"
            yield Finding(ERROR, HEADQUARTERS_GONE, {"key": gone})
    if agreed.limit != heard.limit:
        yield Finding(ERROR, LIMIT_DIFFERS, {"stands": agreed.limit, "known": heard.limit})


def keyslots_put_back(store: Store) -> Iterator[Finding]:
    """Keyslots of an earlier day, which open the store with what opened it then; in the caller's transaction.

    Cheap enough to be asked whenever a store is opened.
    """
    if found := put_back.now(store):
        said: dict[str, object] = {"last": _minute(found.last), "earlier": _minute(found.earlier)}
        yield Finding(ERROR, KEYS_EARLIER if found.earlier else KEYS_OTHER, said)


def _minute(at: str) -> str:
    return at[:16].replace("T", " ")


def _seen(store: Store) -> Iterator[Finding]:
    """Against what this computer remembers: the one trace of an older copy put in place of the whole store."""
    if found := store.seen.replaced():
        said: dict[str, object] = {"seen": found.seen.entries, "stands": found.stands.entries}
        yield Finding(ERROR, SEEN_OLDER if found.is_older else SEEN_OTHER, said)


def _lost(store: Store) -> Iterator[Finding]:
    told = losses.known(store.connection).records
    for uid, name in against_history.lost(store.connection):
        yield Finding(NOTE if uid in told else ERROR, RECORD_LOST, {"reference": name})


def _periods(store: Store) -> Iterator[Finding]:
    held = {file.period.uid: (file, revision) for file, revision in periods.heads(store.connection)}
    heads = {uid: (revision, periods.body_of(file)) for uid, (file, revision) in held.items()}
    for uid, cut in against_history.not_latest(store.connection, heads):
        file, revision = held[uid]
        said: dict[str, object] = {"reference": file.period.code}
        yield Finding(ERROR, HISTORY_CUT, said | {"revision": revision}) if cut else Finding(ERROR, HEAD_DIFFERS, said)


def _places(store: Store) -> Iterator[Finding]:
    """Where places lie decides in which rows an incident is counted."""
    for name, differs in place_packs.otherwise(store.connection, losses.known(store.connection).records):
        yield Finding(ERROR, PACK_DIFFERS, {"name": name}) if differs else Finding(NOTE, PACK_UNSEALED, {"name": name})
    for code in place_packs.differing(store.connection):
        yield Finding(ERROR, PLACE_DIFFERS, {"code": code})


def _counters(store: Store) -> Iterator[Finding]:
    """Codes that were passed over are no harm; in a salvaged store they are those of what was lost."""
    for series, given, had in identity.last_given(store.connection):
        if given < had:
            yield Finding(ERROR, COUNTER_BEHIND, {"series": series})
        elif given > had:
            yield Finding(NOTE, COUNTER_AHEAD, {"series": series})


def _persons(store: Store) -> Iterator[Finding]:
    for uid, revision, body in person_links.heads(store.connection):
        if not against_history.is_latest(store.connection, uid, revision, body):
            yield Finding(ERROR, LINK_DIFFERS)


def _users(store: Store) -> Iterator[Finding]:
    """What users may do, against the latest revision: a role taken behind the program's back shows here."""
    for one, revision in users.heads(store.connection):
        if not against_history.is_latest(store.connection, one.uid, revision, users.body_of(one)):
            yield Finding(ERROR, HEAD_DIFFERS, {"reference": one.name})


def _terms(store: Store) -> Iterator[Finding]:
    """Terms of the office, against their latest revisions: what a code means decides what is counted."""
    for one, revision in own_terms.heads(store.connection):
        if not against_history.is_latest(store.connection, one.uid, revision, own_terms.body_of(one)):
            yield Finding(ERROR, HEAD_DIFFERS, {"reference": one.code})


def _imports(store: Store) -> Iterator[Finding]:
    for name in imports.differing(store.connection):
        yield Finding(ERROR, IMPORT_DIFFERS, {"name": name})


def _lines(store: Store) -> Iterator[Finding]:
    for reference in lines.differing(store.connection):
        yield Finding(ERROR, LINE_DIFFERS, {"reference": reference})


def _merges(store: Store) -> Iterator[Finding]:
    for reference in merges.differing(store.connection):
        yield Finding(ERROR, MERGE_DIFFERS, {"reference": reference})


def _publications(store: Store) -> Iterator[Finding]:
    for code in publications.differing(store.connection):
        yield Finding(ERROR, PUBLICATION_DIFFERS, {"code": code})


def _attachments(store: Store, reading: Reading = lambda _read, _records: None) -> Iterator[Finding]:
    for wrong in files.check(store, lambda: reading(0, 0)):
        yield Finding(ERROR if wrong.error else NOTE, wrong.message, wrong.values)


def _review(store: Store) -> Iterator[Finding]:
    for reference in notes.differing(store.connection):
        yield Finding(ERROR, NOTE_DIFFERS, {"reference": reference})
    for reference in queue.differing(store.connection):
        yield Finding(ERROR, QUEUE_DIFFERS, {"reference": reference})
    if not office.is_sound(store.connection):
        yield Finding(ERROR, OFFICE_DIFFERS)


def _name_of(store: Store, uid: str) -> str:
    heads = (sets.head(store.connection, kind, uid) for kind in _KINDS)
    return next((head.reference for head in heads if head), uid)


_LONG = (_pages, walk.findings, _attachments)
"""Checks that are asked how far they are, and are ended in their midst."""
_CHECKS: tuple[tuple[Message, Callable[[Store], Iterator[Finding]]], ...] = (
    (N_("Reading every page of the file…"), _pages),
    (N_("Following every table and index of the file…"), _structure),
    (N_("Comparing the form of the file with that of a new one…"), _form),
    (N_("Reading the log beside the file…"), _log),
    (N_("Following what points from record to record…"), _links),
    (N_("Reading the history link by link…"), _history),
    (N_("Checking the signatures of the office…"), _signatures),
    (N_("Comparing what the store says of itself…"), _origin),
    (N_("Comparing the file of keys with the history…"), keyslots_put_back),
    (N_("Comparing with what this computer last saw…"), _seen),
    (N_("Looking for records that are gone…"), _lost),
    (N_("Comparing places with the lists they come from…"), _places),
    (N_("Reading every record, and comparing its history, figures, search and open checks…"), walk.findings),
    (N_("Comparing periods with their latest revisions…"), _periods),
    (N_("Comparing links between persons…"), _persons),
    (N_("Comparing users and their roles…"), _users),
    (N_("Comparing the terms of the office…"), _terms),
    (N_("Comparing where imported records came from…"), _imports),
    (N_("Comparing the lines of the lists…"), _lines),
    (N_("Comparing the codes given with those of the records…"), _counters),
    (N_("Comparing merges…"), _merges),
    (N_("Comparing published reports…"), _publications),
    (N_("Comparing the queue and the rules of the office…"), _review),
    (N_("Reading every attached file…"), _attachments),
    (N_("Reading the end of the history, and the key it is signed with…"), _ending),
    (N_("Taking the digest of what the records say…"), _content),
    (N_("Reading what a guess at a passphrase costs…"), _guess),
)
