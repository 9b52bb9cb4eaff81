"""Keyslots: the random master key of a store, wrapped once under the passphrase and once under a recovery code.

Each slot is ChaCha20-Poly1305 under an Argon2id key, bound to the store and the kind of slot. A new passphrase
rewrites one slot and not the store. The file stands twice (`.bak`), always with the same content, so that a
damaged one is replaced and an old passphrase does not live on in the copy.
"""

import hashlib
import hmac
import json
import os
import secrets
import unicodedata
from base64 import b64decode, b64encode
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Self

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from snhr_desktop.errors import DamagedStore, KeysDestroyed, NewerStore, WrongPassphrase
from snhr_desktop.store import files
from snhr_desktop.store.layout import BACKUPS

FILE_NAME, COPY_NAME = "keyslots.json", "keyslots.json.bak"
FORMAT = 1
PASSPHRASE, RECOVERY = "passphrase", "recovery"

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford: no I, L, O, U
_CODE_LENGTH, _GROUP = 32, 4
_FORGIVEN = str.maketrans("ILO", "110", " -–—\t\n\r\u00a0")


@dataclass(frozen=True)
class Cost:
    """What one guess costs, in Argon2id's terms: memory in KiB, passes over it, lanes."""

    memory_kib: int
    passes: int
    lanes: int

    def key(self, secret: bytes, salt: bytes) -> bytes:
        """The 32-byte key of a secret."""
        return hash_secret_raw(secret, salt, self.passes, self.memory_kib, self.lanes, 32, Type.ID)

    def is_sane(self) -> bool:
        """Whether a file may ask for it: a forged one must not exhaust the machine."""
        return 8 <= self.memory_kib <= 4 << 20 and 1 <= self.passes <= 64 and 1 <= self.lanes <= 64


COST = Cost(memory_kib=256 * 1024, passes=3, lanes=2)
"""For new slots: about half a second on an old laptop, and 256 MiB for each guess of whoever seizes it."""


@dataclass(frozen=True)
class Slot:
    """The master key under one secret."""

    kind: str
    salt: bytes
    nonce: bytes
    wrapped: bytes
    cost: Cost

    @classmethod
    def wrap(cls, kind: str, secret: bytes, master: bytes, store_id: str) -> Self:
        """Wrap the master key under a secret, at the cost of the day."""
        salt, nonce = os.urandom(16), os.urandom(12)
        cipher = ChaCha20Poly1305(COST.key(secret, salt))
        return cls(kind, salt, nonce, cipher.encrypt(nonce, master, _bound(store_id, kind)), COST)

    def unwrap(self, secret: bytes, store_id: str) -> bytes | None:
        """The master key, or None where the secret is another one."""
        cipher = ChaCha20Poly1305(self.cost.key(secret, self.salt))
        try:
            return cipher.decrypt(self.nonce, self.wrapped, _bound(store_id, self.kind))
        except InvalidTag:
            return None

    def dump(self) -> dict[str, Any]:
        """As the file carries it."""
        packed = {name: b64encode(getattr(self, name)).decode() for name in ("salt", "nonce", "wrapped")}
        return {"kind": self.kind, "cost": asdict(self.cost)} | packed

    @classmethod
    def parse(cls, raw: dict[str, Any]) -> Self:
        """From the file. Raises `ValueError`, `KeyError` or `TypeError` for what is no slot."""
        cost = Cost(**raw["cost"])
        if not cost.is_sane():
            raise ValueError("cost out of bounds")
        salt, nonce, wrapped = (b64decode(raw[name], validate=True) for name in ("salt", "nonce", "wrapped"))
        return cls(str(raw["kind"]), salt, nonce, wrapped, cost)


@dataclass(frozen=True)
class Keyslots:
    """The slots of one store, as its keyslot file holds them."""

    store_id: str
    slots: tuple[Slot, ...]

    def unlock(self, secret: str) -> bytes:
        """The master key by passphrase or recovery code. Raises `WrongPassphrase`."""
        tries = [(PASSPHRASE, _passphrase(secret))]
        if code := _recovery(secret):
            tries.insert(0, (RECOVERY, code))
        for kind, key in tries:
            for slot in self.slots:
                if slot.kind == kind and (master := slot.unwrap(key, self.store_id)):
                    return master
        raise WrongPassphrase

    def with_passphrase(self, master: bytes, passphrase: str) -> "Keyslots":
        """The same slots with another passphrase. What was copied before still opens with the old one."""
        kept = tuple(slot for slot in self.slots if slot.kind != PASSPHRASE)
        fresh = Slot.wrap(PASSPHRASE, _passphrase(passphrase), master, self.store_id)
        return Keyslots(self.store_id, (fresh, *kept))

    def write(self, folder: Path) -> None:
        """Put the file and its copy in place."""
        for name in (FILE_NAME, COPY_NAME):
            files.replace_file(folder / name, self._content())

    def _content(self) -> bytes:
        body = {"format": FORMAT, "store": self.store_id, "slots": [slot.dump() for slot in self.slots]}
        return json.dumps(body | {"check": _check(body)}, indent=1).encode()


def new_keyslots(passphrase: str) -> tuple[Keyslots, bytes, str]:
    """Keyslots of a new store, its master key, and the recovery code that is shown once."""
    master, store_id = os.urandom(32), secrets.token_hex(16)
    code = "".join(secrets.choice(_ALPHABET) for _ in range(_CODE_LENGTH))
    slots = (
        Slot.wrap(PASSPHRASE, _passphrase(passphrase), master, store_id),
        Slot.wrap(RECOVERY, code.encode(), master, store_id),
    )
    groups = (code[start : start + _GROUP] for start in range(0, _CODE_LENGTH, _GROUP))
    return Keyslots(store_id, slots), master, "-".join(groups)


def read_keyslots(folder: Path) -> Keyslots:
    """The keyslots of a store folder; where the file is damaged or gone, its copy.

    Raises `DamagedStore`, or `KeysDestroyed` where neither is there.
    """
    for name in (FILE_NAME, COPY_NAME):
        try:
            return _parse((folder / name).read_bytes())
        except (FileNotFoundError, ValueError, KeyError, TypeError):
            continue
    if not any((folder / name).exists() for name in (FILE_NAME, COPY_NAME)):
        raise KeysDestroyed(name=folder.name)
    raise DamagedStore


def mend_keyslots(folder: Path, keyslots: Keyslots) -> None:
    """Make file and copy agree again after one was lost, damaged or left behind by a power cut."""
    for name in (FILE_NAME, COPY_NAME):
        try:
            whole = _parse((folder / name).read_bytes()) == keyslots
        except (FileNotFoundError, ValueError, KeyError, TypeError):
            whole = False
        if not whole:
            files.replace_file(folder / name, keyslots._content())


def destroy(folder: Path) -> None:
    """Make a store unreadable for good: overwrite and remove its keyslots, and those of the copies inside its folder.

    What lies elsewhere is not reached: a backup on another disk, the headquarters' key, and what a solid-state disk
    keeps of the blocks that were written before. All are overwritten before the first is removed; an error with one
    spares none of the others, and is raised at the end.
    """
    held = [path for place in (folder, *(folder / BACKUPS).glob("*")) for path in _key_files(place)]
    errors: list[OSError] = []
    for path in held:
        try:
            files.overwrite(path)
        except OSError as error:
            errors.append(error)
    for path in held:
        try:
            path.unlink(missing_ok=True)
            files.sync_folder(path.parent)
        except OSError as error:
            errors.append(error)
    if errors:
        raise errors[0]


def _key_files(place: Path) -> list[Path]:
    """File, copy, and what a power cut may have left of a write of them."""
    return [path for path in place.glob(f"{FILE_NAME}*") if path.is_file() and not path.is_symlink()]


def _parse(content: bytes) -> Keyslots:
    raw = json.loads(content)
    if raw["format"] > FORMAT:
        raise NewerStore
    body = {"format": raw["format"], "store": raw["store"], "slots": raw["slots"]}
    if not hmac.compare_digest(raw["check"], _check(body)):
        raise ValueError("not as it was written")
    return Keyslots(str(raw["store"]), tuple(Slot.parse(slot) for slot in raw["slots"]))


def _check(body: dict[str, Any]) -> str:
    """Tells a damaged file from a wrong passphrase; it protects nothing."""
    return hashlib.sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()


def _bound(store_id: str, kind: str) -> bytes:
    return f"{store_id}|{kind}".encode()


def _passphrase(text: str) -> bytes:
    """The same bytes whichever keyboard composed the letters."""
    return unicodedata.normalize("NFKC", text).encode("utf-8", "surrogatepass")


def _recovery(text: str) -> bytes:
    """The code as it was made, forgiving case, spaces and look-alike letters; blank for anything else."""
    code = text.upper().translate(_FORGIVEN)
    return code.encode() if len(code) == _CODE_LENGTH and set(code) <= set(_ALPHABET) else b""
