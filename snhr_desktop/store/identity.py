"""Identities: a UUIDv7 for every record, the same wherever it goes, and a reference that people can say."""

import datetime as dt
import re
from typing import TYPE_CHECKING

from uuid6 import uuid7

if TYPE_CHECKING:
    from sqlite3 import Connection

_LONGEST = 6
"""Digits of a number that a record from elsewhere may keep: with more, the next of ours would be as long."""
_UID = re.compile(r"[0-9a-f]{32}")
_REFERENCE = re.compile(r"(?P<series>[A-Z0-9]{1,8}(?:-[A-Z])?)-(?P<year>[0-9]{4})-(?P<number>[0-9]{5,})")


ONE_OF_A_KIND = 1 << 32
"""Identities below are those of what a store has once: the rules of its office, the acts on its keys."""


def new_uid() -> str:
    """A fresh UUIDv7 in hex: random, and in the order of time, which keeps indexes compact."""
    return uuid7().hex


def is_uid(text: str) -> bool:
    """Whether a text from outside can be an identity."""
    return _UID.fullmatch(text) is not None


def next_reference(connection: "Connection", office: str, year: int) -> str:
    """The next reference of an office and year, like `IDL-2018-00042`; none is ever given twice."""
    row = connection.execute(
        "INSERT INTO counter (office, year, last) VALUES (?, ?, 1)"
        " ON CONFLICT DO UPDATE SET last = last + 1 RETURNING last",
        (office, year),
    ).fetchone()
    return f"{office}-{year}-{row[0]:05}"


def keep_reference(connection: "Connection", table: str, reference: str) -> bool:
    """Whether a record that comes from elsewhere may keep its reference: then no other is given it from now on."""
    parts = _REFERENCE.fullmatch(reference)
    if (
        not parts
        or len(parts["number"]) > _LONGEST
        or connection.execute(f"SELECT 1 FROM {table} WHERE reference = ?", (reference,)).fetchone()
    ):
        return False
    connection.execute(
        "INSERT INTO counter (office, year, last) VALUES (?, ?, ?)"
        " ON CONFLICT DO UPDATE SET last = max(last, excluded.last)",
        (parts["series"], int(parts["year"]), int(parts["number"])),
    )
    return True


def now() -> str:
    """This moment in UTC, as history writes it: `2018-03-22T11:45:01.123456Z`."""
    return dt.datetime.now(dt.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
