"""A change of who may open a store, killed or refused at any of its moments: it was made whole, or it was not made."""

import multiprocessing
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from snhr_desktop.errors import Refusal, WrongPassphrase
from snhr_desktop.store import attempts, keyring, keyslots, signing
from snhr_desktop.store.findings import is_sound
from snhr_desktop.store.keyslots import COPY_NAME, FILE_NAME, Keyslots
from snhr_desktop.store.store import Store
from snhr_desktop.store.verify import verify
from tests.builders import PASSPHRASE

FORK = multiprocessing.get_context("fork")
OTHER = "an altogether other one"
PUBLIC = X25519PrivateKey.generate().public_key().public_bytes_raw()
ACTS: dict[str, Callable[[Store], object]] = {
    "passphrase": lambda store: keyring.change_own(store, PASSPHRASE, OTHER, "tester"),
    "recovery": lambda store: keyring.renew_recovery(store, "tester"),
    "headquarters": lambda store: keyring.set_headquarters(store, PUBLIC, "tester"),
    "limit": lambda store: keyring.set_limit(store, 10, "tester"),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A closed store."""
    made, code = Store.create(tmp_path / "office.snhr", PASSPHRASE, "IDL")
    made.close()
    (tmp_path / "code").write_text(code)
    return made.folder


def die(*_: object) -> None:
    os._exit(9)


def dies_at_the_signature(patch: pytest.MonkeyPatch) -> None:
    """After the slots to come were written beside the present ones, before the history has them."""
    patch.setattr(signing, "sign", die)


def dies_once_it_stands(patch: pytest.MonkeyPatch) -> None:
    """The history has them, and the file of the keyslots has both."""
    patch.setattr(
        Keyslots, "write", lambda slots, folder, write=Keyslots.write: write(slots, folder) if slots.next else die()
    )


def dies_between_file_and_copy(patch: pytest.MonkeyPatch) -> None:
    """The file has the new ones alone, its copy has both."""

    def write(slots: Keyslots, folder: Path, whole: Callable[[Keyslots, Path], None] = Keyslots.write) -> None:
        if slots.next:
            return whole(slots, folder)
        (folder / FILE_NAME).write_bytes(slots.content())
        return die()

    patch.setattr(Keyslots, "write", write)


def killed(folder: Path, act: Callable[[Store], object], moment: Callable[[pytest.MonkeyPatch], None]) -> None:
    def child() -> None:
        store = Store.open(folder, PASSPHRASE)
        with pytest.MonkeyPatch.context() as patch:
            moment(patch)
            act(store)

    process = FORK.Process(target=child)
    process.start()
    process.join()
    assert process.exitcode == 9


def opens(folder: Path, secret: str) -> bool:
    """Whether a secret opens a store, which then is sound."""
    try:
        store = Store.open(folder, secret)
    except WrongPassphrase:
        attempts.forget(folder)
        return False
    assert is_sound(verify(store))
    store.close()
    assert (folder / FILE_NAME).read_bytes() == (folder / COPY_NAME).read_bytes()
    assert keyslots.read_keyslots(folder).next is None
    return True


@pytest.mark.parametrize("name", ACTS)
def test_killed_before_the_history_has_it_nothing_was_changed(folder: Path, name: str) -> None:
    before = keyslots.read_keyslots(folder)
    killed(folder, ACTS[name], dies_at_the_signature)
    assert not opens(folder, OTHER)
    assert opens(folder, PASSPHRASE)
    assert keyslots.read_keyslots(folder) == before
    assert opens(folder, (folder.parent / "code").read_text())


@pytest.mark.parametrize("moment", [dies_once_it_stands, dies_between_file_and_copy])
@pytest.mark.parametrize("name", ACTS)
def test_killed_once_the_history_has_it_all_was_changed(
    folder: Path, name: str, moment: Callable[[pytest.MonkeyPatch], None]
) -> None:
    killed(folder, ACTS[name], moment)
    code = (folder.parent / "code").read_text()
    assert [opens(folder, secret) for secret in (PASSPHRASE, OTHER, code)] == [
        name != "passphrase",
        name == "passphrase",
        name != "recovery",
    ]
    now = keyslots.read_keyslots(folder)
    assert (now.headquarters is not None, now.limit) == (name == "headquarters", 10 if name == "limit" else 0)


@pytest.mark.parametrize("name", ACTS)
def test_refused_it_was_not_made_and_can_be_made(folder: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    store = Store.open(folder, PASSPHRASE)
    before = keyslots.read_keyslots(folder)
    with monkeypatch.context() as patch:
        patch.setattr(signing, "sign", full)
        with pytest.raises(Refusal):
            ACTS[name](store)
    assert keyslots.read_keyslots(folder) == before
    assert is_sound(verify(store))
    ACTS[name](store)
    store.close()
    assert opens(folder, OTHER) is (name == "passphrase")
    assert opens(folder, PASSPHRASE) is not (name == "passphrase")


def test_two_changes_in_one_write_are_both_made(folder: Path) -> None:
    store = Store.open(folder, PASSPHRASE)
    with store.writing():
        ACTS["limit"](store)
        ACTS["headquarters"](store)
    now = keyslots.read_keyslots(folder)
    assert (now.limit, now.headquarters is not None, now.next) == (10, True, None)
    store.close()
    assert opens(folder, PASSPHRASE)
