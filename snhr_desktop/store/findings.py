"""What a check of a store may find, in words and under codes that stay the same for programs that read them."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from snhr_desktop.i18n import LANGUAGES, N_, Language, Message
from snhr_desktop.store import log
from snhr_desktop.store.attachments import check
from snhr_desktop.store.checking import NO_SENSE

ERROR, NOTE = "error", "note"
FORM = 1
"""Of the JSON: raised where something in it gets another meaning, not where something is added."""

FILE_DAMAGED = N_("The file of the store is damaged: {detail}")
PAGE_DAMAGED = N_("The file of the store is damaged: page {page} of it is not as it was written.")
LOST_LINK = N_("A record points to another that is not there: {detail}")
FORM_DIFFERS = N_(
    "The file of the store has not the form that the program gives it: {detail}. What guards the history may be gone,"
    " or something there may change what is saved. A salvage brings the records into a store that has it."
)
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
SEARCH_DIFFERS = N_("The search does not find {name} as its records say.")
SEARCH_STRANGE = N_("The search finds what is no record of this store.")
KEYS_DIFFER = N_("Somebody in {reference} is not filed so that likely duplicates of the name are found.")
KEYS_STRANGE = N_("Among what finds likely duplicates is somebody who is no record of this store.")
PLACE_DIFFERS = N_("The place {code} is not as the program’s list and the packs taken in have it.")
PACK_DIFFERS = N_("The pack of places {name} is not, or no longer, as it was taken in.")
PACK_UNSEALED = N_(
    "An earlier version of this program took in the pack of places {name}, and noted nothing by which its places and"
    " boundaries could be checked. Take the pack in again."
)
COUNTER_BEHIND = N_("The next code of the series {series} would be one that a record has already.")
COUNTER_AHEAD = N_("Codes of the series {series} were passed over: the next is not the one after the last record’s.")
MERGE_DIFFERS = N_("A merge that {reference} was part of is not as the history tells it.")
LINK_DIFFERS = N_("A link between two persons is not as its latest revision says.")
IMPORT_DIFFERS = N_("Where the records of an import came from is not as the history has it: {name}.")
NOTE_DIFFERS = N_("A note on {reference} does not stand where the history has it.")
PUBLICATION_DIFFERS = N_("The published report {code} is not as it was published.")
QUEUE_DIFFERS = N_("Where {reference} stands in review is not what its history gives.")
ORIGIN_DIFFERS = N_(
    "What the store says of itself (office, training, day it was made) is not what it said when it was sealed."
)
HEADQUARTERS_PLANTED = N_(
    "The file of keys names a key of headquarters that nobody laid down in this store: {key}. Remove it, and make all "
    "keys of the store anew if it may have been used."
)
HEADQUARTERS_GONE = N_(
    "The key of headquarters that was laid down in this store is missing from its file of keys: {key}."
)
LIMIT_DIFFERS = N_(
    "Wrong tries in a row that destroy the keys: {stands} by their file, {known} by the store; 0 is never."
)
KEYS_EARLIER = N_(
    "The file of keys was changed last on {last} (UTC), and one of {earlier} was put in its place: what opened the "
    "store then opened it again. Make all keys of the store anew, which shuts that out, and ask who could reach its "
    "folder."
)
KEYS_OTHER = N_(
    "The file of keys is not the one that was set last, on {last} (UTC). Either another was put in its place, or what "
    "was saved last is gone from the store. Make all keys of the store anew, which shuts out whoever had others."
)
OFFICE_DIFFERS = N_("The rules of the office are not what the history says of them.")
SEEN_OLDER = N_("The store is older than this computer last saw it. Entries of its history: {seen} then, {stands} now.")
SEEN_OTHER = N_("The history is another than this computer last saw: entry {seen} of it is not the one it was.")
SOUND = N_("The store is sound: file, history and figures agree.")
CHAIN = N_("The history ends with {hash}. Write it down to prove later that nothing before it was changed.")
CONTENT = N_("The digest of what the records say is {hash}: that of any store with the same records and any history.")
SIGNED_BY = N_("It is signed with the office’s key {key}, which headquarters can compare with the one it knows.")
HEAD_HELD = N_("The history runs through the printed head {head}: it is that of entry {entry}, of {at} (UTC).")
HEAD_UNKNOWN = N_(
    "The history does not run through the printed head {head}: no entry of it has that hash. Compare what was typed "
    "with the page, sign by sign, before you conclude anything from it."
)
BEGUN = N_(
    "Entries 1 to {last} of the history were written before there were signatures; signed as they stood on {day}."
)
RENEW = N_(
    "Figures, lists, queue and search follow from the records: the command renew makes them anew. Look first for who "
    "changed them; the records themselves are told of above where they differ."
)
DERIVED = frozenset(
    (FACTS_DIFFER, LINE_DIFFERS, QUEUE_DIFFERS, SEARCH_DIFFERS, SEARCH_STRANGE, KEYS_DIFFER, KEYS_STRANGE,
     PLACE_DIFFERS, COUNTER_BEHIND)
)  # fmt: skip
"""What is mended by deriving it anew."""
TO_RESTORE = N_(
    "What to do now: enter nothing more here, and delete nothing. Restore the newest backup as a new store and verify "
    "that. If there is none, or it lacks what was saved since, salvage this store: what can be read comes into a new "
    "one, and what is lost is listed. Both are on the page of care, and below the way in."
)
FILES_TO_RESTORE = N_(
    "What to do now about files that are missing or damaged: delete nothing. Restore a backup from before as a new "
    "store and look whether it has them; ask who could reach the folder of this store."
)
SALVAGED = N_(
    "The store was salvaged on {day}. Entries of its history that were lost, and are named in it as lost: {n}."
)
NOT_VOUCHED = N_(
    "Entries {first} to {last} of the history were kept when the store was salvaged; no signature vouches for them."
)
ACTOR_UNKNOWN = N_("Entry {entry} of the history says that it was made by a user whom this store never had.")
NOT_CHECKED = N_(
    "Something that stands in the store can no longer be read, so that one check did not come to its end: {what}"
)
GUESS = N_("A guess at a passphrase costs: Argon2id, {memory} MB of memory, {passes} passes, {lanes} lanes.")

_CODES: dict[Message, str] = {
    FILE_DAMAGED: "file_damaged",
    PAGE_DAMAGED: "page_damaged",
    LOST_LINK: "lost_link",
    FORM_DIFFERS: "form_differs",
    HISTORY_BROKEN: "history_broken",
    UNSIGNED: "unsigned",
    OTHER_KEY: "other_key",
    FORGED: "forged",
    OTHER_HEAD: "other_head",
    HEAD_HELD: "head_held",
    HEAD_UNKNOWN: "head_unknown",
    HISTORY_CUT: "history_cut",
    HEAD_DIFFERS: "head_differs",
    RECORD_LOST: "record_lost",
    FACTS_DIFFER: "facts_differ",
    LINE_DIFFERS: "line_differs",
    SEARCH_DIFFERS: "search_differs",
    SEARCH_STRANGE: "search_strange",
    KEYS_DIFFER: "keys_differ",
    KEYS_STRANGE: "keys_strange",
    PLACE_DIFFERS: "place_differs",
    PACK_DIFFERS: "pack_differs",
    PACK_UNSEALED: "pack_unsealed",
    COUNTER_BEHIND: "counter_behind",
    COUNTER_AHEAD: "counter_ahead",
    MERGE_DIFFERS: "merge_differs",
    LINK_DIFFERS: "link_differs",
    IMPORT_DIFFERS: "import_differs",
    NOTE_DIFFERS: "note_differs",
    PUBLICATION_DIFFERS: "publication_differs",
    QUEUE_DIFFERS: "queue_differs",
    ORIGIN_DIFFERS: "origin_differs",
    HEADQUARTERS_PLANTED: "headquarters_planted",
    HEADQUARTERS_GONE: "headquarters_gone",
    LIMIT_DIFFERS: "limit_differs",
    KEYS_EARLIER: "keys_earlier",
    KEYS_OTHER: "keys_other",
    OFFICE_DIFFERS: "office_differs",
    SEEN_OLDER: "seen_older",
    SEEN_OTHER: "seen_other",
    SOUND: "sound",
    CHAIN: "chain",
    CONTENT: "content",
    SIGNED_BY: "signed_by",
    BEGUN: "begun",
    SALVAGED: "salvaged",
    NOT_VOUCHED: "not_vouched",
    RENEW: "renew",
    TO_RESTORE: "to_restore",
    FILES_TO_RESTORE: "files_to_restore",
    ACTOR_UNKNOWN: "actor_unknown",
    GUESS: "guess",
    NOT_CHECKED: "not_checked",
    log.LAST_UNREAD: "last_save_unread",
    log.MORE_UNREAD: "saves_unread",
    check.MISSING: "file_missing",
    check.DAMAGED: "file_differs",
    check.SAID_DIFFERS: "file_said_differs",
    check.SMALL_DIFFERS: "small_picture_differs",
    check.CUSTODY_DIFFERS: "custody_differs",
    check.NOT_KNOWN: "file_unknown",
}


@dataclass(frozen=True)
class Finding:
    """One thing a check found: `error` is to be looked into, `note` is for information."""

    level: str
    message: Message
    values: dict[str, object] = field(default_factory=dict)

    @property
    def code(self) -> str:
        """What it is, for programs: never given another meaning."""
        return _CODES[self.message]

    def tell(self, language: Language) -> str:
        """The finding in a language."""
        said = {name: _step(one, language) if isinstance(one, Message) else one for name, one in self.values.items()}
        return language.text(self.message, **said)

    def dump(self) -> dict[str, Any]:
        """The finding for programs, with its words in each language."""
        texts = {language.code: self.tell(language) for language in LANGUAGES.values()}
        values = {name: one.text if isinstance(one, Message) else one for name, one in self.values.items()}
        return {"level": self.level, "code": self.code, "values": values, "text": texts}


def _step(what: Message, language: Language) -> str:
    """A step of a check, which is not under way any more."""
    return language.text(what).removesuffix("…")


def as_far_as_read(found: Iterator[Finding], what: Message) -> Iterator[Finding]:
    """What a check finds; where it meets what can no longer be read, what it found before that, and that."""
    try:
        yield from found
    except NO_SENSE:
        yield Finding(ERROR, NOT_CHECKED, {"what": what})


def is_sound(findings: Sequence[Finding]) -> bool:
    """Whether nothing is to be looked into."""
    return not any(finding.level == ERROR for finding in findings)


def as_json(findings: Sequence[Finding]) -> str:
    """Findings as JSON: `form`, `sound`, and `findings` with level, code, values and text by language.

    `head` is the hash that the whole history ends with, `content` the digest of what the records say and `key` the
    fingerprint of the office's key, each null where what it is taken from cannot be read.
    """
    values = {finding.message: finding.values for finding in findings}
    said = {
        "form": FORM,
        "sound": is_sound(findings),
        "head": values.get(CHAIN, {}).get("hash"),
        "content": values.get(CONTENT, {}).get("hash"),
        "key": values.get(SIGNED_BY, {}).get("key"),
        "findings": [finding.dump() for finding in findings],
    }
    return json.dumps(said, ensure_ascii=False, indent=2) + "\n"
