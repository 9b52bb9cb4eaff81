"""Signatures: what each transaction added to the history, signed with the key of the office.

The key follows from the master key, so that whoever has only the key of the database cannot sign. It stays the same
when all keys are made anew: headquarters knows an office by its fingerprint. Whoever has the master key can sign
anything; then only what stands elsewhere (a printed head, the head that a machine remembers) shows a change.

Each signature covers the entries from the first to the last of its transaction: an entry that was put between two of
them is covered by none, also after the program went on writing.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from snhr_desktop.store import history, meta
from snhr_desktop.store.identity import now
from snhr_desktop.store.keys import Keys

if TYPE_CHECKING:
    from sqlite3 import Connection

UNSIGNED = "unsigned"
"""Under which name a store keeps the last entry of a history that is older than signatures, until it is signed."""
OTHER_KEY, FORGED, OTHER_HEAD, GAP = "other_key", "forged", "other_head", "gap"
_PURPOSE, _FORM = "signing", "snhr-history/1"
_DIGITS, _GROUP = 24, 4


@dataclass(frozen=True)
class Fault:
    """What is wrong with the signatures of some entries: one of the codes above, and the entries."""

    code: str
    first: int
    last: int


@dataclass(frozen=True)
class Signed:
    """One signature: the entries it covers, when it was made (UTC), the head it is over.

    `begun` tells one that was laid over a history that is older than signatures.
    """

    first: int
    last: int
    at: str
    head: str
    begun: bool

    def message(self, store_id: str) -> bytes:
        """What is signed: bound to the store, so that no other store's signature fits."""
        return history.canonical([_FORM, store_id, self.first, self.last, self.at, self.head, int(self.begun)]).encode()


def sign(connection: "Connection", keys: Keys, before: int) -> None:
    """Sign what a transaction added to the history after the entry `before`; in that transaction, at its end."""
    last = history.newest(connection)
    if last > before:
        _write(connection, keys, Signed(before + 1, last, now(), history.chain_head(connection), begun=False))


def is_awaited(connection: "Connection") -> bool:
    """Whether there is a history from before there were signatures."""
    return bool(meta.read(connection, UNSIGNED))


def begin(connection: "Connection", keys: Keys) -> None:
    """Lay the first signature over a history that is older than signatures; in the caller's transaction."""
    if is_awaited(connection):  # another window may have done it meanwhile
        last, head = history.newest(connection), history.chain_head(connection)
        _write(connection, keys, Signed(1, last, now(), head, begun=True))
        connection.execute("DELETE FROM meta WHERE key = ?", (UNSIGNED,))


def fingerprint(keys: Keys) -> str:
    """The public key of the office in short, to be read out and compared: `1A2B-…`, six groups of four."""
    digits = hashlib.sha256(_public(_private(keys))).hexdigest()[:_DIGITS].upper()
    return "-".join(digits[start : start + _GROUP] for start in range(0, _DIGITS, _GROUP))


def begun(connection: "Connection") -> Signed | None:
    """The signature that was laid over a history older than signatures, where there is one."""
    row = connection.execute(
        "SELECT first_entry, last_entry, at, chain_sha256 FROM signature WHERE begun = 1 ORDER BY id LIMIT 1"
    ).fetchone()
    if row is None:
        return None
    first, last, at, head = row
    return Signed(first, last, at, head, begun=True)


def faults(connection: "Connection", keys: Keys) -> Iterator[Fault]:
    """Everything that is wrong with the signatures, in the order of the entries."""
    private = _private(keys)
    key, public = private.public_key(), _public(private)
    store_id = meta.read(connection, "store")
    covered = 0
    rows = connection.execute(
        "SELECT first_entry, last_entry, signature.at, signature.chain_sha256, begun, public_key, signature,"
        " revision.chain_sha256 FROM signature LEFT JOIN revision ON revision.id = last_entry ORDER BY signature.id"
    )
    for first, last, at, head, was_begun, said, signature, stands in rows:
        if first != covered + 1:
            yield Fault(GAP, covered + 1, max(first - 1, covered + 1))
        signed = Signed(first, last, at, head, bool(was_begun))
        if said != public:
            yield Fault(OTHER_KEY, first, last)
        elif not _fits(key, signature, signed.message(store_id)):
            yield Fault(FORGED, first, last)
        elif stands != head:
            yield Fault(OTHER_HEAD, first, last)
        covered = max(covered, last)
    if (end := history.newest(connection)) > covered:
        yield Fault(GAP, covered + 1, end)


def _write(connection: "Connection", keys: Keys, signed: Signed) -> None:
    private = _private(keys)
    signature = private.sign(signed.message(meta.read(connection, "store")))
    connection.execute(
        "INSERT INTO signature (first_entry, last_entry, at, chain_sha256, begun, public_key, signature)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (signed.first, signed.last, signed.at, signed.head, int(signed.begun), _public(private), signature),
    )


def _fits(key: Ed25519PublicKey, signature: bytes, message: bytes) -> bool:
    try:
        key.verify(signature, message)
    except InvalidSignature:
        return False
    return True


def _private(keys: Keys) -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(keys.of(_PURPOSE))


def _public(private: Ed25519PrivateKey) -> bytes:
    return private.public_key().public_bytes_raw()
