"""Keyslots: the random master key of a store, once for each user's passphrase, for a recovery code, for headquarters.

The passphrases of a store share salt and cost, so that one derivation tries them all and no name of a user stands
outside the encrypted store: a slot says whose it is when it opens. A new passphrase rewrites one slot and not the
store. The file stands twice (`.bak`), always with the same content, so that a damaged one is replaced and an old
passphrase does not live on in the copy. While they are being changed, `next` holds the slots to come.
"""

import glob
import hashlib
import hmac
import json
import os
import secrets
import time
import unicodedata
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Self

from snhr_desktop.errors import DamagedStore, KeysDestroyed, NewerStore, PassphraseTaken, Refusal, WrongPassphrase
from snhr_desktop.store import files
from snhr_desktop.store.escrow import SealedBox
from snhr_desktop.store.keys import subkey
from snhr_desktop.store.layout import ASIDE, BACKUPS, DATABASE
from snhr_desktop.store.recovery import code_of, new_code
from snhr_desktop.store.slots import FLOOR, HEADQUARTERS, PASSPHRASE, RECOVERY, Cost, Held, Slot, tuned

FILE_NAME, COPY_NAME = "keyslots.json", "keyslots.json.bak"
FORMAT = 2
COST: Cost | None = None
"""What a guess costs in new keyslots; without one, what this machine is tuned to. Tests set a cheap one."""
LEAST_SECONDS = 0.4
"""No wrong try is answered sooner, however fast the machine has become."""

_LARGEST, _MOST_SLOTS, _MOST_DERIVATIONS = 1 << 20, 256, 4
"""What a file may ask for: bytes, slots, and derivations to try them all."""
_UNREADABLE = (FileNotFoundError, ValueError, KeyError, TypeError, AttributeError, RecursionError)


@dataclass(frozen=True)
class Unlocked:
    """The master key, whose slot gave it (blank for nobody in particular), and of which kind that slot was."""

    master: bytes
    user: str
    kind: str


@dataclass(frozen=True)
class Keyslots:
    """The slots of one store, as its keyslot file holds them.

    `limit` is the number of wrong tries that destroys the keyslots, 0 for none, as it was written here: anybody can
    have written it since, so it destroys nothing (`limits`).
    """

    store_id: str
    slots: tuple[Slot, ...]
    headquarters: SealedBox | None = None
    limit: int = 0
    next: "Keyslots | None" = None

    def unlock(self, secret: str) -> Unlocked:
        """The master key by passphrase or recovery code. Raises `WrongPassphrase`, never in less than 0.4 s."""
        began = time.monotonic()
        tries = [(PASSPHRASE, prepared(secret))]
        if code := code_of(secret):
            tries.insert(0, (RECOVERY, code))
        for kind, typed in tries:
            if found := self._try(kind, typed):
                return found
        time.sleep(max(0.0, LEAST_SECONDS - (time.monotonic() - began)))
        raise WrongPassphrase

    def unlock_with(self, private: bytes) -> Unlocked:
        """The master key by the private half of the headquarters' key. Raises `WrongPassphrase`."""
        master = self.headquarters.open(private, self.store_id) if self.headquarters else None
        if master is None:
            raise WrongPassphrase
        return Unlocked(master, "", HEADQUARTERS)

    def with_passphrase(self, master: bytes, passphrase: str, user: str = "") -> "Keyslots":
        """The same slots with another passphrase of one user. What was copied before still opens with the old one.

        Raises `PassphraseTaken` where it opens another slot: it could not tell who is there.
        """
        typed, mine = prepared(passphrase), slot_name(master, user)
        others = self.without(mine)
        if others._try(PASSPHRASE, typed):
            raise PassphraseTaken
        salt, cost = others._shared()
        held = Held(master, user)
        fresh = Slot.wrap(PASSPHRASE, cost.key(typed, salt), held, self.store_id, salt, cost, mine)
        return replace(others, slots=(fresh, *others.slots))

    def without(self, name: str) -> "Keyslots":
        """The same slots without the passphrase of one user, by the name of its slot."""
        kept = tuple(slot for slot in self.slots if slot.kind != PASSPHRASE or slot.name != name)
        return replace(self, slots=kept)

    def with_recovery(self, master: bytes) -> tuple["Keyslots", str]:
        """The same slots with a new recovery code, and the code, which is shown once."""
        code = new_code()
        salt, cost = self._shared()
        kept = tuple(slot for slot in self.slots if slot.kind != RECOVERY)
        fresh = Slot.wrap(RECOVERY, cost.key(code_of(code), salt), Held(master), self.store_id, salt, cost)
        return replace(self, slots=(*kept, fresh)), code

    def with_code_of(self, other: "Keyslots") -> "Keyslots":
        """The same slots with the recovery code of others."""
        kept = (slot for slot in self.slots if slot.kind != RECOVERY)
        return replace(self, slots=(*kept, *(slot for slot in other.slots if slot.kind == RECOVERY)))

    def with_headquarters(self, master: bytes, public: bytes | None) -> "Keyslots":
        """The same slots with the headquarters' key, or without it. Raises `NoPublicKey`."""
        return replace(self, headquarters=SealedBox.seal(master, public, self.store_id) if public else None)

    def has_passphrase(self, name: str) -> bool:
        """Whether a slot of this name is there."""
        return any(slot.kind == PASSPHRASE and slot.name == name for slot in self.slots)

    def cost(self) -> Cost | None:
        """The cheapest guess at any of the slots; None where there is none but the headquarters' key."""
        return min((slot.cost for slot in self.slots), key=lambda cost: cost.memory_kib * cost.passes, default=None)

    def write(self, folder: Path) -> None:
        """Put the file and its copy in place, one after the other; what stood there is overwritten."""
        for name in (FILE_NAME, COPY_NAME):
            files.replace_secret(folder / name, self.content())

    def digest(self) -> str:
        """SHA-256 over all that they say, in hexadecimal digits: by it the history knows which slots it set."""
        return _check(self._dump())

    def content(self) -> bytes:
        """As the file carries it."""
        body = self._dump()
        return json.dumps(body | {"check": _check(body)}, indent=1).encode()

    @classmethod
    def parse(cls, content: bytes) -> Self:
        """From the file. Raises `NewerStore`, or an error of `_UNREADABLE` for what is none."""
        raw = json.loads(content)
        if raw["format"] > FORMAT:
            raise NewerStore
        body = {name: said for name, said in raw.items() if name != "check"}
        if not hmac.compare_digest(raw["check"], _check(body)):
            raise ValueError("not as it was written")
        return cls._of(body)

    @classmethod
    def _of(cls, raw: dict[str, Any]) -> Self:
        slots = tuple(Slot.parse(slot) for slot in raw["slots"])
        if len(slots) > _MOST_SLOTS or len({(slot.salt, slot.cost) for slot in slots}) > _MOST_DERIVATIONS:
            raise ValueError("more than is ever written")
        box, coming, limit = raw.get("headquarters"), raw.get("next"), int(raw.get("limit", 0))
        return cls(
            str(raw["store"]),
            slots,
            SealedBox.parse(box) if box else None,
            limit if limit > 0 else 0,
            cls._of({**coming, "next": None}) if coming else None,
        )

    def _dump(self) -> dict[str, Any]:
        body: dict[str, Any] = {"format": FORMAT, "store": self.store_id, "slots": [slot.dump() for slot in self.slots]}
        if self.headquarters:
            body["headquarters"] = self.headquarters.dump()
        if self.limit:
            body["limit"] = self.limit
        if self.next:
            body["next"] = self.next._dump()
        return body

    def _try(self, kind: str, typed: bytes) -> Unlocked | None:
        """Try what was typed at every slot of a kind, with one derivation for those that share salt and cost."""
        keys: dict[tuple[bytes, Cost], bytes] = {}
        for slot in self.slots:
            if slot.kind != kind:
                continue
            shared = (slot.salt, slot.cost)
            if shared not in keys:
                keys[shared] = slot.cost.key(typed, slot.salt)
            if held := slot.open(keys[shared], self.store_id):
                return Unlocked(held.master, held.user, kind)
        return None

    def _shared(self) -> tuple[bytes, Cost]:
        """Salt and cost of the users' slots; new ones where there is none yet.

        Nor where a slot costs less than any that is ever made: it was planted, to make the next one cheap to guess.
        """
        floor = COST or FLOOR
        users = (slot for slot in self.slots if slot.kind == PASSPHRASE and slot.name)
        first = next((slot for slot in users if slot.cost.is_at_least(floor)), None)
        return (first.salt, first.cost) if first else (os.urandom(16), COST or tuned())


def new_keyslots(passphrase: str, user: str = "") -> tuple[Keyslots, bytes, str]:
    """Keyslots of a new store, its master key, and the recovery code that is shown once."""
    master = os.urandom(32)
    slots = Keyslots(secrets.token_hex(16), ()).with_passphrase(master, passphrase, user)
    whole, code = slots.with_recovery(master)
    return whole, master, code


def slot_name(master: bytes, user: str) -> str:
    """What the slot of a user is called: it tells nobody who that is, and blank stands for nobody in particular."""
    return subkey(master, f"slot/{user}")[:8].hex() if user else ""


def is_anybodys(folder: Path) -> bool:
    """Whether a passphrase opens a store that is nobody's in particular: then a name has to be asked for."""
    try:
        return read_keyslots(folder).has_passphrase("")
    except (Refusal, OSError):
        return False


def prepared(passphrase: str) -> bytes:
    """The same bytes whichever keyboard composed the letters."""
    return unicodedata.normalize("NFKC", passphrase).encode("utf-8", "surrogatepass")


def read_keyslots(folder: Path) -> Keyslots:
    """The keyslots of a store folder; where the file is damaged or gone, its copy.

    Raises `DamagedStore`, or `KeysDestroyed` where neither is there.
    """
    for name in (FILE_NAME, COPY_NAME):
        try:
            return _read(folder / name)
        except _UNREADABLE:
            continue
    if not any((folder / name).exists() for name in (FILE_NAME, COPY_NAME)):
        raise KeysDestroyed(name=folder.name)
    raise DamagedStore


def mend_keyslots(folder: Path) -> None:
    """Make file and copy agree again after one was lost, damaged or left behind by a power cut.

    Both are read anew: what another window has written since one read them is not undone.
    """
    keyslots = read_keyslots(folder)
    for name in (FILE_NAME, COPY_NAME):
        try:
            whole = _read(folder / name) == keyslots
        except _UNREADABLE:
            whole = False
        files.forget_earlier(folder / name)
        if not whole:
            files.replace_secret(folder / name, keyslots.content())


def are_gone(folder: Path) -> bool:
    """Whether a folder has a store that nothing opens any more: its keyslots were destroyed, or are lost."""
    try:
        return (folder / DATABASE).is_file() and not any((folder / name).exists() for name in (FILE_NAME, COPY_NAME))
    except (OSError, ValueError):
        return False


def has_keys(folder: Path) -> bool:
    """Whether there is anything in a store's folder that `destroy` would destroy."""
    return bool(_held(folder))


def destroy(folder: Path) -> None:
    """Make a store unreadable for good: overwrite and remove its keyslots, and those of its copies in and beside it.

    Beside it are what a restore put aside, and what one that was cut short left. What lies elsewhere is not reached: a
    backup on another disk, the headquarters' key, and what a solid-state disk keeps of the blocks written before. All
    are overwritten before the first is removed; an error with one spares none of the others, and is raised at the end.
    """
    held = _held(folder)
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


def _held(folder: Path) -> list[Path]:
    places = [inside for one in (folder, *_beside(folder)) for inside in (one, *(one / BACKUPS).glob("*"))]
    return [path for place in places for path in _key_files(place)]


def _beside(folder: Path) -> list[Path]:
    """Copies of the same store beside it: put aside by a restore, or left unfinished.

    Their names say so; a copy whose keyslots name another store is spared, and one that names none is not.
    """
    stem, name = glob.escape(folder.stem), glob.escape(folder.name)
    patterns = (f"{stem}.{ASIDE}-*{glob.escape(folder.suffix)}", f".{name}.*")
    found = [path for pattern in patterns for path in folder.parent.glob(pattern) if path.is_dir()]
    mine = _store_id(folder)
    return [path for path in found if not path.is_symlink() and (not mine or _store_id(path) in ("", mine))]


def _store_id(folder: Path) -> str:
    try:
        return read_keyslots(folder).store_id
    except (Refusal, OSError):
        return ""


def _key_files(place: Path) -> list[Path]:
    """File, copy, and what a power cut may have left of a write of them."""
    return [path for path in place.glob(f"{FILE_NAME}*") if path.is_file() and not path.is_symlink()]


def _read(path: Path) -> Keyslots:
    with path.open("rb") as file:
        return Keyslots.parse(file.read(_LARGEST))


def _check(body: dict[str, Any]) -> str:
    """Tells a damaged file from a wrong passphrase; it protects nothing."""
    return hashlib.sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()
