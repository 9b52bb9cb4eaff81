"""The headquarters' key: its public half is kept in an office's keyslots, its private half far away from the laptop.

The slot is a sealed box: a key of its own for each sealing, X25519, HKDF-SHA256, ChaCha20-Poly1305. The private half
is a file of its own under a passphrase, with the cost of a passphrase slot.
"""

import binascii
import json
import os
from base64 import b64decode, b64encode
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import load_pem_public_key

from snhr_desktop.errors import NoKeyFile, NoPublicKey, WrongKeyPassphrase
from snhr_desktop.store import files
from snhr_desktop.store.slots import HEADQUARTERS, Cost, Held, Slot

_PRIVATE = "headquarters-private"
_LARGEST = 10_000
"""Bytes of a key file that are read."""


@dataclass(frozen=True)
class SealedBox:
    """The master key for whoever has the private half of `public`."""

    public: bytes
    ephemeral: bytes
    sealed: bytes

    @classmethod
    def seal(cls, master: bytes, public: bytes, store_id: str) -> Self:
        """Seal the master key for a public key. Raises `NoPublicKey` for a point that agrees with everybody."""
        ours = X25519PrivateKey.generate()
        ephemeral = ours.public_key().public_bytes_raw()
        try:
            shared = ours.exchange(X25519PublicKey.from_public_bytes(public))
        except ValueError as error:
            raise NoPublicKey from error
        return cls(public, ephemeral, _cipher(shared, ephemeral, public, store_id).encrypt(bytes(12), master, b""))

    def open(self, private: bytes, store_id: str) -> bytes | None:
        """The master key, or None where the private key is another one."""
        key = X25519PrivateKey.from_private_bytes(private)
        try:
            shared = key.exchange(X25519PublicKey.from_public_bytes(self.ephemeral))
            return _cipher(shared, self.ephemeral, self.public, store_id).decrypt(bytes(12), self.sealed, b"")
        except (InvalidTag, ValueError):
            return None

    def dump(self) -> dict[str, str]:
        """As the keyslot file carries it."""
        return {name: b64encode(getattr(self, name)).decode() for name in ("public", "ephemeral", "sealed")}

    @classmethod
    def parse(cls, raw: dict[str, Any]) -> Self:
        """From the file. Raises `ValueError`, `KeyError` or `TypeError` for what is none."""
        public, ephemeral, sealed = (b64decode(raw[name], validate=True) for name in ("public", "ephemeral", "sealed"))
        if len(public) != 32 or len(ephemeral) != 32 or len(sealed) > 256:
            raise ValueError("not the measures of a sealed box")
        return cls(public, ephemeral, sealed)


def read_public_key(text: str) -> bytes:
    """A public key as it is given: PEM, or its 32 bytes in base64. Raises `NoPublicKey`."""
    stripped = text.strip()
    try:
        if stripped.startswith("-----BEGIN"):
            key = load_pem_public_key(stripped.encode())
            if isinstance(key, X25519PublicKey):
                return key.public_bytes_raw()
        elif len(found := b64decode(stripped, validate=True)) == 32:
            return found
    except (ValueError, binascii.Error, UnicodeEncodeError) as error:
        raise NoPublicKey from error
    raise NoPublicKey


def show_public_key(public: bytes) -> str:
    """A public key in base64, to be copied and compared."""
    return b64encode(public).decode()


def make_key_file(path: Path, secret: bytes, cost: Cost) -> bytes:
    """Make a key pair, write its private half under a passphrase, and return its public half.

    Raises `FileExistsError` and the system's errors.
    """
    private = X25519PrivateKey.generate()
    public = private.public_key().public_bytes_raw()
    salt = os.urandom(16)
    slot = Slot.wrap(_PRIVATE, cost.key(secret, salt), Held(private.private_bytes_raw()), show_public_key(public),
                     salt, cost)  # fmt: skip
    body = {"format": 1, "public": show_public_key(public), "private": slot.dump()}
    files.make_file(path, json.dumps(body, indent=1).encode())
    return public


def read_key_file(path: Path, secret: bytes) -> bytes:
    """The private half that a key file holds. Raises `NoKeyFile`, `WrongKeyPassphrase`."""
    try:
        with path.open("rb") as file:
            raw = json.loads(file.read(_LARGEST))
        slot, public = Slot.parse(raw["private"]), str(raw["public"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise NoKeyFile(name=path.name) from error
    held = slot.open(slot.cost.key(secret, slot.salt), public)
    if held is None or slot.kind != _PRIVATE:
        raise WrongKeyPassphrase(name=path.name)
    return held.master


def _cipher(shared: bytes, ephemeral: bytes, public: bytes, store_id: str) -> ChaCha20Poly1305:
    """A key that is used once: bound to the store and to both halves."""
    bound = f"snhr-store/{HEADQUARTERS}|{store_id}|".encode() + ephemeral + public
    return ChaCha20Poly1305(HKDF(SHA256(), 32, salt=None, info=bound).derive(shared))
