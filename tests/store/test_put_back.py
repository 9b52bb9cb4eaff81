"""Keyslots of an earlier day put back are named; nothing that the program itself does to keyslots ever is."""

import json
import shutil
import threading
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from snhr_desktop.errors import WrongPassphrase
from snhr_desktop.i18n import LANGUAGES
from snhr_desktop.store import escrow, keyring, keyslots, put_back
from snhr_desktop.store.backups import making, names
from snhr_desktop.store.backups.vault import found_in
from snhr_desktop.store.findings import ERROR, Finding
from snhr_desktop.store.keyslots import FILE_NAME, Keyslots
from snhr_desktop.store.layout import BACKUPS
from snhr_desktop.store.rekeying import rekey
from snhr_desktop.store.restore.trying import try_out
from snhr_desktop.store.salvage.saving import salvage
from snhr_desktop.store.store import Store
from snhr_desktop.store.verify import verify
from snhr_desktop.workspace import Workspace
from tests.builders import PASSPHRASE, dossier
from tests.store.test_users_slots import FIRST_FORMAT

SECOND, THIRD = "the second passphrase", "the third passphrase"
PUBLIC = escrow.show_public_key(X25519PrivateKey.generate().public_key().public_bytes_raw())
DIGEST = "31e2179371156ce3e24988d31f93dbee0b8ae161789fd7fa5d3769a8926f390d"
SEEN = {"seen_older", "seen_other"}
"""What this computer says of a copy that is older than what it saw."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A closed store in which a passphrase was changed once, so that its history knows the slots."""
    path = tmp_path / "office.snhr"
    with Workspace.create(path, PASSPHRASE, "IDL")[0] as workspace:
        workspace.save(dossier())
        workspace.change_passphrase(PASSPHRASE, SECOND)
    return path


def errors(folder: Path, secret: str = SECOND) -> dict[str, Finding]:
    """What is wrong with a store."""
    with closing(Store.open(folder, secret, read_only=True)) as store:
        return {one.code: one for one in verify(store) if one.level == ERROR}


def put_in_place(folder: Path, content: bytes) -> None:
    """As anybody can who reaches the folder."""
    for path in folder.glob(f"{FILE_NAME}*"):
        path.write_bytes(content)


def test_keyslots_of_an_earlier_day_are_named_until_all_keys_are_made_anew(folder: Path) -> None:
    earlier = (folder / FILE_NAME).read_bytes()
    with Workspace.open(folder, SECOND) as workspace:
        workspace.change_passphrase(SECOND, THIRD)
    put_in_place(folder, earlier)
    found = errors(folder)
    assert set(found) == {"keys_earlier"}
    for language in LANGUAGES.values():
        said = found["keys_earlier"].tell(language)
        assert str(found["keys_earlier"].values["earlier"]) in said
    with Workspace.open(folder, SECOND) as workspace:
        workspace.change_passphrase(SECOND, PASSPHRASE)
    assert set(errors(folder, PASSPHRASE)) == {"keys_earlier"}, "a further change hides it"
    with Workspace.open(folder, PASSPHRASE) as workspace:
        workspace.set_limit(7, own=PASSPHRASE)
    assert set(errors(folder, PASSPHRASE)) == {"keys_earlier"}
    rekey(folder, PASSPHRASE, "tester")
    assert not errors(folder, PASSPHRASE)


def test_keyslots_that_the_history_does_not_know_are_named(tmp_path: Path) -> None:
    """Those of the day the store was made, for one."""
    path = tmp_path / "office.snhr"
    with Workspace.create(path, PASSPHRASE, "IDL")[0] as workspace:
        first = (path / FILE_NAME).read_bytes()
        workspace.change_passphrase(PASSPHRASE, SECOND)
    put_in_place(path, first)
    assert set(errors(path, PASSPHRASE)) == {"keys_other"}
    rekey(path, PASSPHRASE, "tester")
    assert not errors(path, PASSPHRASE)


# --- what is no fault -----------------------------------------------------------------------------------------


WAYS: dict[str, Callable[[Workspace], object]] = {
    "nothing": lambda _workspace: None,
    "a passphrase": lambda workspace: workspace.change_passphrase(SECOND, PASSPHRASE),
    "a code": lambda workspace: workspace.renew_recovery(own=SECOND),
    "headquarters": lambda workspace: workspace.set_headquarters(PUBLIC, own=SECOND),
    "headquarters taken": lambda workspace: workspace.set_headquarters("", own=SECOND),
    "a limit": lambda workspace: workspace.set_limit(9, own=SECOND),
    "somebody named": lambda workspace: workspace.name_myself("Amal", THIRD),
}


def opening(folder: Path) -> str:
    """The passphrase that opens it."""
    slots = keyslots.read_keyslots(folder)
    for secret in (SECOND, PASSPHRASE):
        with suppress(WrongPassphrase):
            slots.unlock(secret)
            return secret
    return THIRD


@pytest.mark.parametrize("way", WAYS)
def test_no_change_is_named_nor_its_backup_restored_nor_new_keys_nor_a_salvage(
    folder: Path, tmp_path: Path, way: str
) -> None:
    place = tmp_path / "stick"
    place.mkdir()
    with Workspace.open(folder, SECOND) as workspace:
        workspace.back_up_to(place, names.MANUAL)
        WAYS[way](workspace)
        workspace.back_up_to(place, names.MANUAL)
        inside = workspace.back_up_inside(names.MANUAL).folder
    secret = opening(folder)
    assert not errors(folder, secret)
    for number, backup in enumerate(found_in(place)):
        old = opening(backup.folder)
        new = tmp_path / f"restored{number}.snhr"
        try_out(backup, old, new).put_in_place()
        assert set(errors(new, old)) <= SEEN
    assert not errors(inside, secret)
    salvage(folder, secret, tmp_path / "salvaged.snhr")
    assert not errors(tmp_path / "salvaged.snhr", secret)
    rekey(folder, secret, "tester")
    assert not errors(folder, secret)


def test_entries_of_an_older_program_say_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Workspace.open(folder, SECOND) as workspace:
        with monkeypatch.context() as patch:
            patch.setattr(keyring, "SLOTS", "of_old")
            workspace.change_passphrase(SECOND, THIRD)
        assert not errors(folder, THIRD)
        workspace.change_passphrase(THIRD, PASSPHRASE)
    assert not errors(folder, PASSPHRASE)


def test_a_change_by_another_window_in_the_midst_of_a_check_is_no_fault(folder: Path) -> None:
    with closing(Store.open(folder, SECOND, read_only=True)) as store:
        with store.reading(), Workspace.open(folder, SECOND) as other:
            assert put_back.now(store) is None
            other.change_passphrase(SECOND, THIRD)
            assert put_back.of(store.connection, keyslots.read_keyslots(folder))
            assert put_back.now(store) is None
        assert put_back.now(store) is None


def test_changes_by_another_window_are_no_fault_at_any_moment(folder: Path) -> None:
    ended = threading.Event()

    def change() -> None:
        with Workspace.open(folder, SECOND) as other:
            for turn in range(12):
                other.set_limit(5 + turn, own=SECOND)
        ended.set()

    with closing(Store.open(folder, SECOND, read_only=True)) as store:
        at_it = threading.Thread(target=change)
        at_it.start()
        looked = 0
        while not ended.is_set():
            with store.reading():
                assert put_back.now(store) is None
            looked += 1
        at_it.join()
    assert looked


def test_a_backup_whose_keys_are_changed_while_it_is_made_holds_what_belongs_together(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    changed: list[Path] = []

    def on_disk(path: Path, whole: Callable[[Path], None] = making._on_disk) -> None:
        whole(path)
        if not changed:
            changed.append(path)
            with Workspace.open(folder, SECOND) as other:
                other.change_passphrase(SECOND, THIRD)

    monkeypatch.setattr(making, "_on_disk", on_disk)
    with Workspace.open(folder, SECOND) as workspace:
        made = workspace.back_up_inside(names.MANUAL)
    assert changed
    assert not errors(made.folder, THIRD)


def test_what_was_saved_last_and_is_gone_accuses_nobody_of_an_earlier_day(folder: Path) -> None:
    """As where the end of the log was damaged: the words leave both open."""
    shutil.copytree(folder, folder.with_name("earlier.snhr"))
    with Workspace.open(folder, SECOND) as workspace:
        workspace.change_passphrase(SECOND, THIRD)
    put_in_place(folder.with_name("earlier.snhr"), (folder / FILE_NAME).read_bytes())
    assert "keys_earlier" not in errors(folder.with_name("earlier.snhr"), THIRD)


def test_a_salvage_with_the_keyslots_of_a_backup_is_sound(folder: Path, tmp_path: Path) -> None:
    """Those of the store are spoilt."""
    with Workspace.open(folder, SECOND) as workspace:
        workspace.back_up_inside(names.MANUAL)
        workspace.change_passphrase(SECOND, THIRD)
    assert list((folder / BACKUPS).glob("*.snhr"))
    put_in_place(folder, b"spoilt")
    salvage(folder, SECOND, tmp_path / "salvaged.snhr")
    assert not errors(tmp_path / "salvaged.snhr", SECOND)


def test_a_salvage_does_not_excuse_keyslots_that_were_put_back(folder: Path, tmp_path: Path) -> None:
    earlier = (folder / FILE_NAME).read_bytes()
    with Workspace.open(folder, SECOND) as workspace:
        workspace.change_passphrase(SECOND, THIRD)
    put_in_place(folder, earlier)
    salvage(folder, SECOND, tmp_path / "salvaged.snhr")
    assert set(errors(tmp_path / "salvaged.snhr", SECOND)) == {"keys_earlier"}


def test_the_digest_of_slots_is_that_of_every_version() -> None:
    """Another digest of the same slots would accuse somebody in every store: see what an earlier version wrote."""
    slots = replace(Keyslots.parse(json.dumps(FIRST_FORMAT).encode()), limit=5)
    again = Keyslots.parse(slots.content())
    assert slots.digest() == again.digest() == DIGEST
