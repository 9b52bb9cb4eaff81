"""A slot: the master key of a store under one secret, and whose secret it is."""

import os
import time
from base64 import b64decode, b64encode
from dataclasses import asdict, dataclass
from functools import cache
from typing import Any, Self

from argon2.exceptions import HashingError
from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from snhr_desktop.errors import NoMemory

PASSPHRASE, RECOVERY, HEADQUARTERS = "passphrase", "recovery", "headquarters"

_MASTER, _UID = 32, 16
"""Bytes of the two halves of what a slot holds; a slot of the first format has no second."""
_MOST_KIB, _MOST_PASSES = 512 * 1024, 32
_LARGEST_KIB = 1 << 20
"""Memory that a file may ask for: 1 GiB. Argon2 wants 8 KiB for each lane at the least."""
_WANTED, _LEAST = 0.7, 0.5
"""Seconds of one guess: what a machine is tuned to, and what it need not be tuned up from."""


@dataclass(frozen=True)
class Cost:
    """What one guess costs, in Argon2id's terms: memory in KiB, passes over it, lanes."""

    memory_kib: int
    passes: int
    lanes: int

    def key(self, secret: bytes, salt: bytes) -> bytes:
        """The 32-byte key of a secret. Raises `NoMemory`."""
        try:
            return hash_secret_raw(secret, salt, self.passes, self.memory_kib, self.lanes, 32, Type.ID)
        except HashingError as error:
            raise NoMemory(memory=self.memory_kib // 1024) from error

    def is_sane(self) -> bool:
        """Whether a file may ask for it: a forged one must not exhaust the machine."""
        numbers = (self.memory_kib, self.passes, self.lanes)
        if not all(isinstance(number, int) for number in numbers):
            return False
        lanes, passes = 1 <= self.lanes <= 64, 1 <= self.passes <= _MOST_PASSES
        return lanes and passes and 8 * self.lanes <= self.memory_kib <= _LARGEST_KIB

    def is_at_least(self, other: "Cost") -> bool:
        """Whether a guess needs no less memory and no fewer passes than at another cost."""
        return self.memory_kib >= other.memory_kib and self.passes >= other.passes


FLOOR = Cost(memory_kib=128 * 1024, passes=3, lanes=2)
"""No new slot costs less, however slow the machine."""


@cache
def tuned() -> Cost:
    """The cost at which one guess takes 0.5 to 1 s on this machine, and never less than `FLOOR`; measured once."""
    seconds = min(_seconds_of(FLOOR) for _ in range(2))
    if seconds >= _LEAST:
        return FLOOR
    factor = _WANTED / seconds
    memory = min(_MOST_KIB, int(FLOOR.memory_kib * factor) // 1024 * 1024)
    passes = max(FLOOR.passes, min(_MOST_PASSES, round(FLOOR.passes * factor * FLOOR.memory_kib / memory)))
    return Cost(memory, passes, FLOOR.lanes)


def _seconds_of(cost: Cost) -> float:
    began = time.perf_counter()
    cost.key(b"how long does it take", bytes(16))
    return time.perf_counter() - began


@dataclass(frozen=True)
class Held:
    """What a slot holds: the master key, and the identity of the user whose it is, blank for nobody in particular."""

    master: bytes
    user: str = ""

    def pack(self) -> bytes:
        """As it is sealed."""
        return self.master + bytes.fromhex(self.user)

    @classmethod
    def unpack(cls, sealed: bytes) -> Self:
        """What was sealed. Raises `ValueError` for what no slot of ours held."""
        if len(sealed) not in (_MASTER, _MASTER + _UID):
            raise ValueError("no slot holds as much")
        return cls(sealed[:_MASTER], sealed[_MASTER:].hex())


@dataclass(frozen=True)
class Slot:
    """A master key sealed under a secret. Slots that share salt and cost are tried with one derivation.

    `name` tells the slots of users apart, for whoever holds the master key; blank for any other.
    """

    kind: str
    salt: bytes
    nonce: bytes
    wrapped: bytes
    cost: Cost
    name: str = ""

    @classmethod
    def wrap(cls, kind: str, key: bytes, held: Held, store_id: str, salt: bytes, cost: Cost, name: str = "") -> Self:
        """Seal under the key that follows from a secret, salt and cost."""
        nonce = os.urandom(12)
        sealed = ChaCha20Poly1305(key).encrypt(nonce, held.pack(), _bound(store_id, kind))
        return cls(kind, salt, nonce, sealed, cost, name)

    def open(self, key: bytes, store_id: str) -> Held | None:
        """What the slot holds, or None where the key is another one."""
        try:
            return Held.unpack(ChaCha20Poly1305(key).decrypt(self.nonce, self.wrapped, _bound(store_id, self.kind)))
        except (InvalidTag, ValueError):
            return None

    def dump(self) -> dict[str, Any]:
        """As the file carries it."""
        packed = {name: b64encode(getattr(self, name)).decode() for name in ("salt", "nonce", "wrapped")}
        return {"kind": self.kind, "cost": asdict(self.cost)} | packed | ({"name": self.name} if self.name else {})

    @classmethod
    def parse(cls, raw: dict[str, Any]) -> Self:
        """From the file. Raises `ValueError`, `KeyError` or `TypeError` for what is no slot."""
        cost = Cost(**raw["cost"])
        if not cost.is_sane():
            raise ValueError("cost out of bounds")
        salt, nonce, wrapped = (b64decode(raw[name], validate=True) for name in ("salt", "nonce", "wrapped"))
        if len(salt) not in range(8, 65) or len(nonce) != 12 or len(wrapped) > 256:
            raise ValueError("not the measures of a slot")
        return cls(str(raw["kind"]), salt, nonce, wrapped, cost, str(raw.get("name", "")))


def _bound(store_id: str, kind: str) -> bytes:
    return f"{store_id}|{kind}".encode()
