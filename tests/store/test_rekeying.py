"""All keys made anew: nothing is lost, nothing old opens, and it may be cut short at any moment."""

import multiprocessing
import os
import random
import shutil
import signal
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from snhr_desktop.errors import DamagedStore, DiskFull, Refusal, StoreBusy, WrongPassphrase
from snhr_desktop.store import escrow, files, keyring, keyslots, known, rekeying
from snhr_desktop.store.escrow import SealedBox
from snhr_desktop.store.keyslots import FILE_NAME, Keyslots
from snhr_desktop.store.layout import DATABASE, REKEYED
from snhr_desktop.store.opened import connect_with
from snhr_desktop.store.rekeying import rekey
from snhr_desktop.store.store import Store
from snhr_desktop.workspace import IncidentQuery, Workspace
from tests.builders import PASSPHRASE

FORK = multiprocessing.get_context("fork")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A closed store with made-up records."""
    path = tmp_path / "office.snhr"
    made, code = Workspace.create(path, PASSPHRASE, "IDL", training=True, actor="tester")
    made.fill_with_training(12, 1)
    made.close()
    (tmp_path / "code").write_text(code)
    return path


def content_of(workspace: Workspace) -> list[Any]:
    """All incidents, and what each was called at each save."""
    rows = [row.uid for row in workspace.incidents(IncidentQuery()).rows]
    return [workspace.dossiers(rows), [workspace.custody(uid).links for uid in rows]]


def opened(folder: Path, secret: str = PASSPHRASE) -> tuple[list[Any], bytes, bytes]:
    """What a store says, its key for attachments and that for its file."""
    with Workspace.open(folder, secret) as workspace:
        keys = workspace._store.keys
        return content_of(workspace), keys.of("attachments"), keys.of("database")


def test_the_same_records_under_other_keys(folder: Path, tmp_path: Path) -> None:
    before, names, database = opened(folder)
    old_slots = (folder / FILE_NAME).read_bytes()
    heard: list[object] = []
    code = rekey(folder, PASSPHRASE, "tester", heard.append)
    assert heard == [rekeying.COPYING, rekeying.COMPARING, rekeying.SWITCHING]
    for secret in (PASSPHRASE, code):
        after, same_names, other = opened(folder, secret)
        assert after == before
        assert same_names == names
        assert other != database
    with Workspace.open(folder, PASSPHRASE) as workspace:
        assert [finding.level for finding in workspace.verify()] == ["note"] * len(workspace.verify())
        assert workspace.seek("حلب") is not None
    with pytest.raises(WrongPassphrase):
        Workspace.open(folder, (tmp_path / "code").read_text())
    master = Keyslots.parse(old_slots).unlock(PASSPHRASE).master
    assert read_master(folder) != master
    assert not (folder / REKEYED).exists()


def read_master(folder: Path) -> bytes:
    """The master key that the passphrase gives now."""
    return keyslots.read_keyslots(folder).unlock(PASSPHRASE).master


def test_a_planted_headquarters_is_named_and_sealed_for_no_more(folder: Path) -> None:
    ours, theirs = X25519PrivateKey.generate(), X25519PrivateKey.generate()
    with Workspace.open(folder, PASSPHRASE) as workspace:
        workspace.set_headquarters(escrow.show_public_key(ours.public_key().public_bytes_raw()), own=PASSPHRASE)
    slots = keyslots.read_keyslots(folder)
    box = SealedBox.seal(bytes(32), theirs.public_key().public_bytes_raw(), slots.store_id)
    replace(slots, headquarters=box, limit=1).write(folder)
    with Workspace.open(folder, PASSPHRASE) as workspace:
        workspace.set_limit(7, own=PASSPHRASE)
        replace(keyslots.read_keyslots(folder), limit=1).write(folder)
        found = {one.code: one.values for one in workspace.verify() if one.level == "error"}
    assert found.pop("keys_other")
    assert found == {
        "headquarters_planted": {"key": escrow.show_public_key(box.public)},
        "limit_differs": {"stands": 1, "known": 7},
    }
    rekey(folder, PASSPHRASE, "tester")
    after = keyslots.read_keyslots(folder)
    assert after.unlock_with(ours.private_bytes_raw()).master == read_master(folder)
    assert after.limit == 7
    with pytest.raises(WrongPassphrase):
        after.unlock_with(theirs.private_bytes_raw())
    with Workspace.open(folder, PASSPHRASE) as workspace:
        assert {one.level for one in workspace.verify()} == {"note"}
        replace(after, headquarters=None).write(folder)
        assert [one.code for one in workspace.verify() if one.level == "error"] == [
            "headquarters_gone",
            "keys_other",
        ]


def test_a_headquarters_that_the_store_was_made_to_know_is_named_and_sealed_for_no_more(folder: Path) -> None:
    theirs = X25519PrivateKey.generate()
    public = theirs.public_key().public_bytes_raw()
    slots = keyslots.read_keyslots(folder)
    replace(slots, headquarters=SealedBox.seal(bytes(32), public, slots.store_id), limit=3).write(folder)
    with Workspace.open(folder, PASSPHRASE) as workspace, workspace._store.writing() as connection:
        known.note(connection, known.Known(public, 3))
    with Workspace.open(folder, PASSPHRASE) as workspace:
        found = {one.code: one.values for one in workspace.verify() if one.level == "error"}
    assert found == {
        "headquarters_planted": {"key": escrow.show_public_key(public)},
        "limit_differs": {"stands": 3, "known": 0},
    }
    rekey(folder, PASSPHRASE, "tester")
    assert (keyslots.read_keyslots(folder).headquarters, keyslots.read_keyslots(folder).limit) == (None, 0)


def test_a_store_that_was_made_to_forget_takes_nothing_over_that_was_planted(folder: Path) -> None:
    public = X25519PrivateKey.generate().public_key().public_bytes_raw()
    slots = keyslots.read_keyslots(folder)
    replace(slots, headquarters=SealedBox.seal(bytes(32), public, slots.store_id)).write(folder)
    with Workspace.open(folder, PASSPHRASE) as workspace, workspace._store.writing() as connection:
        connection.execute("DELETE FROM meta WHERE key = 'keyslots_known'")
    with Workspace.open(folder, PASSPHRASE) as workspace:
        assert known.of(workspace._store.connection) == known.Known(None, 0)
        assert [one.code for one in workspace.verify() if one.level == "error"] == ["headquarters_planted"]


def test_a_headquarters_that_the_store_was_made_to_forget_is_told(folder: Path) -> None:
    ours = X25519PrivateKey.generate().public_key().public_bytes_raw()
    with Workspace.open(folder, PASSPHRASE) as workspace:
        workspace.set_headquarters(escrow.show_public_key(ours), own=PASSPHRASE)
        replace(keyslots.read_keyslots(folder), headquarters=None).write(folder)
        with workspace._store.writing() as connection:
            known.note(connection, known.Known(None, 0))
        told = [(one.code, one.values.get("key")) for one in workspace.verify() if one.level == "error"]
    assert told == [("headquarters_gone", escrow.show_public_key(ours)), ("keys_other", None)]


def test_an_entry_from_before_that_says_no_key_lets_any_be_known(folder: Path) -> None:
    ours = X25519PrivateKey.generate().public_key().public_bytes_raw()
    with pytest.MonkeyPatch.context() as patch, Workspace.open(folder, PASSPHRASE) as workspace:
        patch.setattr(keyring, "show_public_key", lambda _: "")
        workspace.set_headquarters(escrow.show_public_key(ours), own=PASSPHRASE)
        assert [one.code for one in workspace.verify() if one.level == "error"] == []


def test_a_store_from_before_takes_over_once_what_its_keyslots_say(folder: Path) -> None:
    ours = X25519PrivateKey.generate().public_key().public_bytes_raw()
    with Workspace.open(folder, PASSPHRASE) as workspace:
        workspace.set_headquarters(escrow.show_public_key(ours), own=PASSPHRASE)
        with workspace._store.writing() as connection:
            connection.execute("DELETE FROM meta WHERE key = 'keyslots_known'")
    for _ in range(2):
        with Workspace.open(folder, PASSPHRASE) as workspace:
            assert known.of(workspace._store.connection) == known.Known(ours, 0)
        replace(keyslots.read_keyslots(folder), headquarters=None).write(folder)


def test_twice_keeps_the_names_of_attachments(folder: Path) -> None:
    _, names, _ = opened(folder)
    for _ in range(2):
        rekey(folder, PASSPHRASE, "tester")
    assert opened(folder)[1] == names


def test_not_while_a_window_has_it_open(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("snhr_desktop.store.driver.BUSY_SECONDS", 0.1)
    with Workspace.open(folder, PASSPHRASE) as workspace:
        before = content_of(workspace)
        with pytest.raises(StoreBusy):
            rekey(folder, PASSPHRASE, "tester")
        assert content_of(workspace) == before
    assert opened(folder)[0] == before


def test_a_recovery_code_is_not_enough(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(WrongPassphrase):
        rekey(folder, (tmp_path / "code").read_text(), "tester")


def test_a_full_disk_leaves_everything_as_it_was(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = opened(folder)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(rekeying, "_compare", full)
    with pytest.raises(DiskFull):
        rekey(folder, PASSPHRASE, "tester")
    assert not (folder / REKEYED).exists()
    assert opened(folder) == before


@pytest.mark.parametrize(("free", "refusal"), [(0, DiskFull), (1 << 40, DamagedStore)])
def test_a_copy_that_cannot_be_read_back_for_want_of_room_is_not_told_as_damage(
    folder: Path, monkeypatch: pytest.MonkeyPatch, free: int, refusal: type[Refusal]
) -> None:
    """Without room beside it SQLite says of a file that this or that of it cannot be read, and not why."""
    connect = connect_with

    def unread(*given: Any, **named: Any) -> Any:
        connection = connect(*given, **named)
        if named.get("name") == REKEYED:
            connection.set_progress_handler(lambda: True, 1)
        return connection

    monkeypatch.setattr(rekeying, "connect_with", unread)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=free))
    with pytest.raises(refusal):
        rekey(folder, PASSPHRASE, "tester")
    assert not (folder / REKEYED).exists()


def test_once_the_file_has_its_name_it_is_done_though_a_failing_stick_syncs_no_folder(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sync = files.sync_folder

    def failing(place: Path) -> None:
        if not (folder / REKEYED).exists() and (folder / DATABASE).stat().st_ino != before:
            raise OSError(5, "Input/output error")
        sync(place)

    before = (folder / DATABASE).stat().st_ino
    with monkeypatch.context() as patch:
        patch.setattr(files, "sync_folder", failing)
        code = rekey(folder, PASSPHRASE, "tester")
    opened(folder, code)
    with pytest.raises(WrongPassphrase):
        opened(folder, (tmp_path / "code").read_text())


def test_once_the_file_is_switched_it_is_done_whatever_the_disk_takes(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The old recovery code opens nothing any more: who was told that nothing was done would hold none that does."""
    write, switched = files.replace_secret, list[bool]()

    def full(path: Path, content: bytes) -> None:
        if switched:
            raise OSError(28, "No space left on device")
        write(path, content)

    switch = rekeying._switch

    def switching(place: Path) -> None:
        switch(place)
        switched.append(True)

    with monkeypatch.context() as patch:
        patch.setattr(rekeying, "_switch", switching)
        patch.setattr(files, "replace_secret", full)
        code = rekey(folder, PASSPHRASE, "tester")
    opened(folder, code)
    assert keyslots.read_keyslots(folder).next is None
    with pytest.raises(WrongPassphrase):
        opened(folder, (tmp_path / "code").read_text())


def _die_at(folder: Path, step: int) -> None:
    """Rekey in a child that leaves at once at the step-th call that changes something on the disk."""
    left = [step]

    def dying(real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*given: Any, **named: Any) -> Any:
            left[0] -= 1
            if left[0] == 0:
                os._exit(9)
            return real(*given, **named)

        return call

    for name in ("fsync", "ftruncate", "open", "close"):
        setattr(os, name, dying(getattr(os, name)))
    Path.replace = dying(Path.replace)  # type: ignore[method-assign]
    Path.unlink = dying(Path.unlink)  # type: ignore[method-assign]
    rekeying._compare = dying(rekeying._compare)
    rekey(folder, PASSPHRASE, "tester")
    os._exit(0)


def test_killed_at_every_step_it_opens_and_loses_nothing(folder: Path) -> None:
    before, names, _ = opened(folder)
    for step in range(1, 80):
        child = FORK.Process(target=_die_at, args=(folder, step))
        child.start()
        child.join()
        after, same_names, _ = opened(folder)
        assert (after, same_names) == (before, names), step
        assert keyslots.read_keyslots(folder).next is None
        if child.exitcode == 0:
            break
    assert child.exitcode == 0
    assert step > 24


def test_killed_at_random_moments_it_opens_and_loses_nothing(folder: Path) -> None:
    before, names, _ = opened(folder)
    began = time.monotonic()
    rekey(folder, PASSPHRASE, "tester")
    lasts = time.monotonic() - began
    dice = random.Random(5)
    for _ in range(12):
        child = FORK.Process(target=rekey, args=(folder, PASSPHRASE, "tester"))
        child.start()
        time.sleep(dice.random() * lasts * 1.2)
        os.kill(child.pid or 0, signal.SIGKILL)
        child.join()
        after, same_names, _ = opened(folder)
        assert (after, same_names) == (before, names)


def test_what_waits_for_the_old_file_finds_no_store_in_it(folder: Path, tmp_path: Path) -> None:
    os.link(folder / "store.db", tmp_path / "old")
    rekey(folder, PASSPHRASE, "tester")
    assert (tmp_path / "old").stat().st_size == 0


def test_a_store_open_for_reading_alone_settles_nothing(folder: Path) -> None:
    slots = keyslots.read_keyslots(folder)
    coming, _, _ = keyslots.new_keyslots(PASSPHRASE)
    replace(slots, next=coming).write(folder)
    before = (folder / FILE_NAME).read_bytes()
    Store.open(folder, PASSPHRASE, read_only=True).close()
    assert (folder / FILE_NAME).read_bytes() == before
    Store.open(folder, PASSPHRASE).close()
    assert keyslots.read_keyslots(folder) == slots


def test_a_code_that_was_never_shown_is_told(folder: Path) -> None:
    rekey(folder, PASSPHRASE, "tester")  # and killed before anybody saw the code
    with Workspace.open(folder, PASSPHRASE) as workspace:
        assert workspace.is_code_unproved()
        workspace.prove_code()
        assert not workspace.is_code_unproved()
        workspace.renew_recovery(own=PASSPHRASE)
    with Workspace.open(folder, PASSPHRASE) as workspace:
        assert workspace.is_code_unproved()
