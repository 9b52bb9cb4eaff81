"""Who works here and what they may, and the keys of the store."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from snhr_desktop.domain import rights
from snhr_desktop.domain.names import fold
from snhr_desktop.domain.records import User
from snhr_desktop.errors import InvalidEntry, Problem, WrongPassphrase
from snhr_desktop.i18n import N_, Message
from snhr_desktop.store import escrow, history, keyring, keyslots, known, rekeying, users
from snhr_desktop.store.history import Revision
from snhr_desktop.store.keyslots import slot_name
from snhr_desktop.store.known import Known
from snhr_desktop.store.saving import Changes
from snhr_desktop.store.slots import HEADQUARTERS, PASSPHRASE, Cost
from snhr_desktop.workspace.door import Door

NO_PASSPHRASE_WHEN_OFF = N_("Whoever is switched off is given no passphrase. Switch them on first.")


@dataclass(frozen=True)
class Listed:
    """A user, and whether a passphrase of theirs opens the store."""

    user: User
    has_passphrase: bool


@dataclass(frozen=True)
class KeyState:
    """What opens the store beside passphrases of users.

    `headquarters` is the public key in base64, blank for none; `limit` the wrong tries that destroy the keyslots, 0
    for none; `unnamed` whether a passphrase opens it that is nobody's in particular, as in stores made before there
    were users.
    """

    headquarters: str
    limit: int
    unnamed: bool
    cost: Cost | None


@dataclass(frozen=True)
class UserSaved:
    """A user as they now are, and what the save touched."""

    user: User
    changes: Changes


class UserDoor(Door):
    """Each write says what it touched, and stands in the history."""

    def users(self) -> tuple[Listed, ...]:
        """All users, those switched off among them, in the order they were added."""
        slots, master = keyslots.read_keyslots(self._store.folder), bytes(self._store.keys.master())
        with self._store.reading() as connection:
            found = users.users(connection)
        return tuple(Listed(one, slots.has_passphrase(slot_name(master, one.uid))) for one in found)

    def user_named(self, name: str) -> User:
        """A user by name. Raises `UnknownCode`."""
        with self._store.reading() as connection:
            return users.named(connection, name)

    def user_history(self, uid: str) -> tuple[Revision, ...]:
        """Every change of a user, oldest first."""
        with self._store.reading() as connection:
            return history.revisions(connection, uid)

    def ensure_may_change_users(self) -> None:
        """Raise `NotYourRole` before anything is asked that could only be refused."""
        self._require(rights.USERS)

    def save_user(self, given: User, passphrase: str = "", *, own: str) -> UserSaved:
        """Save a user, new or changed, and give them a passphrase where one is typed; switching off takes it.

        `own` is one's own secret (see `ensure_own`). Raises `NotYourRole`, `WrongPassphrase`, `InvalidEntry`,
        `PassphraseTaken` and the refusals of a write; then nothing was saved.
        """
        self._require(rights.USERS)
        self.ensure_own(own)
        if passphrase and given.switched_off:
            raise InvalidEntry([Problem(users.RECORD_TYPE, "switched_off", NO_PASSPHRASE_WHEN_OFF)])
        with self._store.writing() as connection:
            saved = users.save(connection, given, self._author(""))
            if saved.switched_off:
                keyring.take(self._store, saved.uid, self._actor)
            elif passphrase:
                keyring.give(self._store, saved.uid, passphrase, self._actor)
        self._look_at_myself()
        return UserSaved(saved, Changes(frozenset({users.RECORD_TYPE})))

    def name_myself(self, name: str, passphrase: str) -> UserSaved:
        """Make whoever opened a store with nobody's passphrase its user, under a passphrase of their own.

        That of nobody in particular opens the store no more. Cut short, it opens it still; then it is asked for again
        with the same name. Raises what `save_user` raises.
        """
        self._require(rights.USERS)
        with self._store.writing() as connection:  # kept before the keyslots are written: they name nobody unknown
            wanted = self._begun(name) or User(name=name, role=rights.ADMINISTRATOR)
            saved = users.save(connection, wanted, self._author(""))
            keyring.ensure_free(self._store, saved.uid, passphrase)
        keyring.give_nobodys(self._store, saved.uid, passphrase, saved.name)
        self._store.holder = replace(self._store.holder, user=saved.uid)
        self._become(saved)
        return UserSaved(saved, Changes(frozenset({users.RECORD_TYPE})))

    def _begun(self, name: str) -> User | None:
        """The administrator of a name who has no passphrase, as naming oneself leaves it when cut short."""
        for one in self.users():
            if fold(one.user.name) == fold(name) and one.user.role == rights.ADMINISTRATOR and not one.has_passphrase:
                return None if one.user.switched_off else one.user
        return None

    def change_passphrase(self, secret: str, passphrase: str) -> None:
        """Let another passphrase open the store for oneself; `secret` is the present one, or the recovery code.

        Raises `WrongPassphrase`, `PassphraseTaken`, `InvalidEntry` and the refusals of a write.
        """
        keyring.change_own(self._store, secret, passphrase, self._actor)

    # --- keys of the store ----------------------------------------------------------------------------------

    def key_state(self) -> KeyState:
        """What opens the store beside passphrases of users."""
        slots = keyslots.read_keyslots(self._store.folder)
        box = slots.headquarters
        public = escrow.show_public_key(box.public) if box else ""
        with self._store.reading() as connection:
            agreed = known.of(connection) or Known.by(slots)
        return KeyState(public, agreed.limit, slots.has_passphrase(""), slots.cost())

    def renew_recovery(self, *, own: str) -> str:
        """Make a new recovery code, shown once; the old one opens nothing any more.

        `own` is one's own secret. Raises `NotYourRole`, `WrongPassphrase`.
        """
        self._require(rights.KEYS)
        self.ensure_own(own)
        return keyring.renew_recovery(self._store, self._actor)

    def set_headquarters(self, public: str, *, own: str) -> None:
        """Let the headquarters' key open the store too, or no more where it is blank.

        `public` is its public half as PEM or base64, `own` one's own secret. Raises `NotYourRole`, `WrongPassphrase`,
        `NoPublicKey`.
        """
        self._require(rights.KEYS)
        self.ensure_own(own)
        keyring.set_headquarters(self._store, escrow.read_public_key(public) if public.strip() else None, self._actor)

    def set_limit(self, limit: int, *, own: str) -> None:
        """Have the keyslots destroyed after so many wrong tries in a row, or never for 0.

        `own` is one's own secret. Raises `NotYourRole`, `WrongPassphrase`.
        """
        self._require(rights.KEYS)
        self.ensure_own(own)
        keyring.set_limit(self._store, limit, self._actor)

    def ensure_may_rekey(self, passphrase: str) -> None:
        """Raise `NotYourRole`, or `WrongPassphrase` where it is not one's own, before anything is closed."""
        self._require(rights.KEYS)
        self._ensure_of_mine(passphrase, PASSPHRASE)

    def ensure_own(self, secret: str) -> None:
        """Raise `WrongPassphrase` where a secret is not that of whoever opened the store; counted as any try is.

        Asked again by each act that changes who can open the store, at its moment: an open window may have been left
        alone. Whoever came in by the recovery code gives that again; the key of headquarters is a file,
        and opens no window.
        """
        kind = self._store.holder.kind
        if kind != HEADQUARTERS:
            self._ensure_of_mine(secret, kind)

    def _ensure_of_mine(self, secret: str, kind: str) -> None:
        with keyring.counted(self._store):
            unlocked = keyslots.read_keyslots(self._store.folder).unlock(secret)
            if unlocked.kind != kind or unlocked.user != self.user.uid:
                raise WrongPassphrase

    def rekey(self, passphrase: str, progress: Callable[[Message], object] = lambda _: None) -> str:
        """Close the store and make all its keys anew; returns the new recovery code. It is opened again by `open`.

        `passphrase` is one's own, and goes on; all others are given one again. Raises `NotYourRole` and what
        `rekeying.rekey` raises. The store is closed whatever happens, unless it is not one's own to do.
        """
        self.ensure_may_rekey(passphrase)
        folder, actor = self._store.folder, self._actor
        self._store.close()
        return rekeying.rekey(folder, passphrase, actor, progress)
