"""Identities as they may leave the office: the same within one file, and leading nowhere outside it.

An identity of ours holds the millisecond at which it was entered, which nobody outside the office is told.
"""

import hashlib
import hmac
import secrets
from dataclasses import replace
from typing import Any

from snhr_desktop.domain.records import Record
from snhr_desktop.store.identity import is_uid
from snhr_desktop.store.sets import S


class Identities:
    """Those of one file. They follow from a key that is forgotten with it."""

    def __init__(self) -> None:
        self._key = secrets.token_bytes(32)

    def of(self, uid: str) -> str:
        """The identity that stands for one of ours, in the same form."""
        return hmac.new(self._key, uid.encode(), hashlib.sha256).hexdigest()[:32] if uid else ""

    def told(self, given: S) -> S:
        """A record set under the identities of the file, what points to other records among them."""
        lists: dict[str, Any] = {
            name: tuple(map(self._record, children)) for name, children in given.children().items()
        }
        return replace(given.with_head(self._record(given.head)), **lists)

    def _record(self, record: Record) -> Record:
        names = ("uid", *(field.name for field in record.fields()))
        held = {name: value for name in names if isinstance(value := getattr(record, name), str) and is_uid(value)}
        return replace(record, **{name: self.of(value) for name, value in held.items()})
