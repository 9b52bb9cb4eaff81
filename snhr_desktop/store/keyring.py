"""Who may open a store: passphrases given and changed, the recovery code renewed, the headquarters' key laid down.

Each act stands in the history of the store: what was done and for whom, never a secret. The keyslots lie outside what
is written in one transaction, so the slots to come are written beside the present ones first, and alone once the
history has them; cut short or refused at any moment, the history says which hold (`known.standing`).
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from typing import TYPE_CHECKING

from snhr_desktop.errors import WrongPassphrase
from snhr_desktop.store import attempts, history, keyslots, known, limits, making, meta, proof, put_back
from snhr_desktop.store.escrow import show_public_key
from snhr_desktop.store.keyslots import Keyslots, slot_name
from snhr_desktop.store.known import (
    HEADQUARTERS,
    HEADQUARTERS_SET,
    HEADQUARTERS_TAKEN,
    LIMIT_SET,
    RECORD_TYPE,
    SLOTS,
    UID,
    Known,
)
from snhr_desktop.store.slots import RECOVERY
from snhr_desktop.store.store import Store

if TYPE_CHECKING:
    from sqlite3 import Connection

_REVISION = "keys_revision"
PASSPHRASE_SET, PASSPHRASE_TAKEN, RECOVERY_RENEWED = "passphrase_set", "passphrase_taken", "recovery_renewed"


def change_own(store: Store, secret: str, passphrase: str, actor: str) -> None:
    """Let another passphrase open the store for whoever opened it; `secret` is the present one or the recovery code.

    Raises `WrongPassphrase`, `PassphraseTaken`, `InvalidEntry`.
    """
    making.check_passphrase(passphrase)
    user = store.holder.user

    def change(slots: Keyslots) -> Keyslots:
        with counted(store):
            unlocked = slots.unlock(secret)
            if unlocked.kind != RECOVERY and unlocked.user != user:
                raise WrongPassphrase
            return slots.with_passphrase(unlocked.master, passphrase, user)

    _rewrite(store, change, PASSPHRASE_SET, user, actor)


def give(store: Store, user: str, passphrase: str, actor: str) -> None:
    """Give a user a passphrase, in place of an earlier one. Raises `PassphraseTaken`, `InvalidEntry`."""
    making.check_passphrase(passphrase)

    def change(slots: Keyslots) -> Keyslots:
        with counted(store):
            return slots.with_passphrase(bytes(store.keys.master()), passphrase, user)

    _rewrite(store, change, PASSPHRASE_SET, user, actor)


def ensure_free(store: Store, user: str, passphrase: str) -> None:
    """See that `give_nobodys` would find nothing in its way. Raises `PassphraseTaken`, `InvalidEntry`."""
    making.check_passphrase(passphrase)
    with counted(store):
        _named(keyslots.read_keyslots(store.folder), store, user, passphrase)


def give_nobodys(store: Store, user: str, passphrase: str, actor: str) -> None:
    """Give a user, who stands in the store already, a passphrase in place of that which is nobody's in particular.

    Both in one write of the keyslots: killed at any moment, the one or the other opens the store.
    Raises `PassphraseTaken`, and the refusals of a write.
    """
    with store.writing() as connection:
        record(connection, PASSPHRASE_TAKEN, actor)
        _rewrite(store, lambda slots: _named(slots, store, user, passphrase), PASSPHRASE_SET, user, actor)


def _named(slots: Keyslots, store: Store, user: str, passphrase: str) -> Keyslots:
    return slots.without("").with_passphrase(bytes(store.keys.master()), passphrase, user)


def take(store: Store, user: str, actor: str) -> None:
    """Let the passphrase of a user open the store no more."""
    name = slot_name(bytes(store.keys.master()), user)
    if keyslots.read_keyslots(store.folder).has_passphrase(name):
        _rewrite(store, lambda slots: slots.without(name), PASSPHRASE_TAKEN, user, actor)


def renew_recovery(store: Store, actor: str) -> str:
    """Make a new recovery code; the old one opens nothing any more. Returned once, and kept nowhere.

    It counts as unproved until somebody says that it stands on paper.
    """
    renewed, code = keyslots.read_keyslots(store.folder).with_recovery(bytes(store.keys.master()))
    with store.writing() as connection:  # before it opens anything: broken off, nobody has seen it
        proof.leave(connection, renewed)
    _rewrite(store, lambda slots: slots.with_code_of(renewed), RECOVERY_RENEWED, "", actor)
    return code


def set_headquarters(store: Store, public: bytes | None, actor: str) -> None:
    """Let the headquarters' key open the store, or no more. Raises `NoPublicKey`."""
    event = HEADQUARTERS_SET if public else HEADQUARTERS_TAKEN
    master = bytes(store.keys.master())
    _rewrite(store, lambda slots: slots.with_headquarters(master, public), event, "", actor)


def set_limit(store: Store, limit: int, actor: str) -> None:
    """Have the keyslots destroyed after so many wrong tries, `limits.LEAST` at the least, or never for 0."""
    wanted = limits.sane(limit)
    _rewrite(store, lambda slots: replace(slots, limit=wanted), LIMIT_SET, "", actor, wanted)
    limits.note(store.folder, wanted)


def record(
    connection: "Connection",
    event: str,
    actor: str,
    user: str = "",
    limit: int = 0,
    coming: Keyslots | None = None,
    stood: Keyslots | None = None,
) -> None:
    """Write into the history what was done to the keys of a store and which slots come; in the caller's transaction.

    `stood` are the slots on which they were set where others should have stood there.
    """
    number = max(int(meta.read(connection, _REVISION) or 0), history.latest(connection, UID) or 0) + 1
    meta.write(connection, _REVISION, str(number))
    which = {SLOTS: coming.digest()} if coming else {}
    if stood:
        which[put_back.STOOD] = stood.digest()
    if coming and coming.headquarters and event == HEADQUARTERS_SET:
        which[HEADQUARTERS] = show_public_key(coming.headquarters.public)
    body = {RECORD_TYPE: {"uid": UID, "event": event, "user": user, "limit": limit, **which}}
    history.append(connection, history.Entry(RECORD_TYPE, UID, number, actor, "", event, body))


def counted(store: Store) -> AbstractContextManager[None]:
    """Around a passphrase that is tried while the store is open: it is slowed, and never the one that destroys.

    Only around what tells whether it opens anything, inside of what is written: whoever waits for this turn may have
    the store in hand.
    """
    return attempts.counted(store.folder, opened=True)


def _rewrite(
    store: Store, change: Callable[[Keyslots], Keyslots], event: str, user: str, actor: str, limit: int = 0
) -> None:
    """One change of the keyslots; windows take turns at it."""
    with store.writing() as connection:
        held = keyslots.read_keyslots(store.folder)
        slots = known.standing(connection, held)
        changed = change(slots)
        strange = slots if put_back.of(connection, held) else None
        record(connection, event, actor, user, limit, changed, strange)
        _note(connection, event, known.of(connection) or Known.by(slots), Known.by(changed))
        replace(held, next=changed).write(store.folder)
        store.once_written(lambda: changed.write(store.folder), lambda: _give_up(store, slots, changed))


def _give_up(store: Store, slots: Keyslots, coming: Keyslots) -> None:
    """Leave no slots to come that were refused, unless another window has changed them since."""
    if keyslots.read_keyslots(store.folder).next == coming:
        slots.write(store.folder)


def _note(connection: "Connection", event: str, before: Known, after: Known) -> None:
    """Let the store know what was set, and that alone: what was planted beside it is not taken over."""
    if event in (HEADQUARTERS_SET, HEADQUARTERS_TAKEN):
        known.note(connection, replace(before, headquarters=after.headquarters))
    elif event == LIMIT_SET:
        known.note(connection, replace(before, limit=after.limit))
