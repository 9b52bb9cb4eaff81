"""Drafts: what a form holds, as typed, kept until it is saved or discarded."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from snhr_desktop.i18n import bare
from snhr_desktop.store.identity import new_uid, now

if TYPE_CHECKING:
    from sqlite3 import Connection

NEW, APART = ("new-", "case-"), "~"
"""What the key of a draft begins with where the record was never saved, and what parts it from a window's name."""
TYPED = "typed:"
"""What the key begins with of what was typed into a dialog; no list of drafts shows it (`typed.py`)."""
_TITLE_LENGTH = 80
_TITLES = ("title_ar", "title_en", "name_ar", "name_en", "reference")


@dataclass(frozen=True)
class Draft:
    """The raw mapping of a form under its key. `at` is UTC; `title` is what a list of drafts shows, or blank.

    One that is not `written` waits in memory for room on the disk.
    """

    key: str
    raw: Mapping[str, Any]
    at: str
    title: str
    written: bool = True


def draft_of(key: str, raw: Mapping[str, Any], at: str = "") -> Draft:
    """A draft of what a form holds, typed at a moment (UTC), or now."""
    return Draft(key, raw, at or now(), _title(raw))


def put(connection: "Connection", key: str, raw: Mapping[str, Any]) -> None:
    """Keep a draft in place of the earlier one of that key; whatever was typed can be kept."""
    draft = draft_of(key, raw)
    # ASCII escapes carry even half a character, as a broken clipboard gives it
    connection.execute(
        "INSERT INTO draft (key, at, title, raw) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (key) DO UPDATE SET at = excluded.at, title = excluded.title, raw = excluded.raw",
        (key, draft.at, draft.title, json.dumps(raw, ensure_ascii=True)),
    )


def raw_of(connection: "Connection", key: str) -> Mapping[str, Any]:
    """What a draft holds, nothing where there is none of that key."""
    row = connection.execute("SELECT raw FROM draft WHERE key = ?", (key,)).fetchone()
    return dict(json.loads(row[0])) if row else {}


def at_of(connection: "Connection", key: str) -> str:
    """When a draft was written, UTC; blank where there is none of that key."""
    row = connection.execute("SELECT at FROM draft WHERE key = ?", (key,)).fetchone()
    return str(row[0]) if row else ""


def apart(key: str) -> str:
    """A key of its own for another draft of the same record."""
    return f"{key}{APART}{new_uid()}"


def set_aside(connection: "Connection", key: str) -> None:
    """Keep a draft under a key of its own, so that another may be written in its place."""
    connection.execute("UPDATE draft SET key = ? WHERE key = ?", (apart(key), key))


def drafts(connection: "Connection") -> tuple[Draft, ...]:
    """All drafts of records and texts, the newest first."""
    rows = connection.execute(
        "SELECT key, raw, at, title FROM draft WHERE substr(key, 1, ?) <> ? ORDER BY at DESC, key",
        (len(TYPED), TYPED),
    )
    return tuple(Draft(key, json.loads(raw), at, title) for key, raw, at, title in rows)


def belongs_to(key: str) -> tuple[str, str]:
    """What a draft is of, and the beginning of the name of the window that keeps it apart, if one does.

    Of a saved record it is the identity, of one that was never saved what stands for it.
    """
    bare_key = next((key.removeprefix(prefix) for prefix in NEW if key.startswith(prefix)), key)
    whole, _, window = bare_key.partition(APART)
    return whole, window


def discard(connection: "Connection", key: str) -> None:
    """Forget a draft; one that is not there is no error."""
    connection.execute("DELETE FROM draft WHERE key = ?", (key,))


def discard_saved(connection: "Connection", key: str, head: str, uid: str, *, new: bool) -> None:
    """Forget a draft whose record was saved, and no other that its key happens to name.

    `head` is what a draft of that kind calls its record. One that names no record yet is of a `new` one.
    """
    said = raw_of(connection, key).get(head)
    if isinstance(said, Mapping) and (str(said.get("uid") or "") or (uid if new else "")) == uid:
        discard(connection, key)


def _title(raw: Mapping[str, Any]) -> str:
    head = next((part for name in ("incident", "case") if isinstance(part := raw.get(name), Mapping)), {})
    said = next((text for name in _TITLES if (text := str(head.get(name) or ""))), "")
    return " ".join(bare(said).encode("utf-8", "ignore").decode().split())[:_TITLE_LENGTH]
