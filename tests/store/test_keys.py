"""The keys of an open store, and what is left when they are gone."""

import os
import shutil
from pathlib import Path

import pytest

from snhr_desktop.errors import KeysDestroyed
from snhr_desktop.i18n import LANGUAGES
from snhr_desktop.store import keyslots
from snhr_desktop.store.backups.making import make
from snhr_desktop.store.backups.names import MANUAL
from snhr_desktop.store.backups.vault import inside
from snhr_desktop.store.keys import Keys
from snhr_desktop.store.keyslots import COPY_NAME, FILE_NAME
from snhr_desktop.store.store import Store
from snhr_desktop.workspace import Workspace
from tests.builders import PASSPHRASE


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A new store, open."""
    made, _ = Store.create(tmp_path / "office.snhr", PASSPHRASE, "IDL")
    return made


def test_each_purpose_has_a_key_of_its_own_that_stays(store: Store) -> None:
    ours = {purpose: store.keys.of(purpose) for purpose in ("attachments", "database", "signing")}
    store.close()
    assert len(set(ours.values())) == 3
    assert {len(key) for key in ours.values()} == {32}
    again = Store.open(store.folder, PASSPHRASE)
    assert {purpose: again.keys.of(purpose) for purpose in ours} == ours
    again.close()


def test_closing_wipes_the_keys(store: Store) -> None:
    held = store.keys.master()
    before = bytes(held)
    store.close()
    store.close()
    assert before not in bytes(held)
    with pytest.raises(ValueError, match="wiped"):
        store.keys.of("attachments")


def test_the_master_key_is_overwritten_where_it_lies() -> None:
    keys = Keys(b"k" * 32)
    held = memoryview(keys.master())
    with pytest.raises(BufferError):  # the memory itself is still looked at, so that it cannot be given back
        keys.wipe()
    assert bytes(held) == bytes(32)


def test_destroying_leaves_no_keyslot_in_the_folder(store: Store) -> None:
    make(store.folder, store.keys, inside(store.folder), MANUAL)
    (store.folder / f"{FILE_NAME}.0badcafe.new").write_bytes((store.folder / FILE_NAME).read_bytes())
    store.close()
    keyslots.destroy(store.folder)
    assert [path for path in store.folder.rglob("*") if "keyslots" in path.name] == []
    assert (store.folder / "store.db").is_file()
    with pytest.raises(KeysDestroyed) as refused:
        Workspace.open(store.folder, PASSPHRASE)
    for language in LANGUAGES.values():
        assert "office.snhr" in refused.value.tell(language)
    keyslots.destroy(store.folder)


def test_what_is_removed_was_overwritten_before(store: Store, tmp_path: Path) -> None:
    store.close()
    kept = [tmp_path / name for name in (FILE_NAME, COPY_NAME)]
    for path in kept:
        os.link(store.folder / path.name, path)  # what somebody who digs in the disk would find
    before = [path.read_bytes() for path in kept]
    keyslots.destroy(store.folder)
    for path, was in zip(kept, before, strict=True):
        assert len(path.read_bytes()) == len(was)
        assert path.read_bytes()[:64] != was[:64]


def test_one_file_that_cannot_be_removed_spares_no_other(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.close()
    real = Path.unlink

    def stubborn(path: Path, missing_ok: bool = False) -> None:
        if path.name == FILE_NAME:
            raise PermissionError(path.name)
        real(path, missing_ok)

    monkeypatch.setattr(Path, "unlink", stubborn)
    with pytest.raises(PermissionError):
        keyslots.destroy(store.folder)
    assert not (store.folder / COPY_NAME).exists()


def test_a_link_is_not_followed(store: Store, tmp_path: Path) -> None:
    store.close()
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_text("mine")
    (store.folder / f"{FILE_NAME}.link").symlink_to(elsewhere)
    keyslots.destroy(store.folder)
    assert elsewhere.read_text() == "mine"


def test_copies_beside_that_a_restore_left_are_destroyed_too(store: Store) -> None:
    store.close()
    folder = store.folder
    beside = [
        folder.with_name(name)
        for name in ("office.put-aside-20260101T000000Z.snhr", ".office.snhr.1a2b.restoring", ".office.snhr.waiting")
    ]
    for path in beside:
        shutil.copytree(folder, path)
    other, _ = Store.create(folder.with_name("other.snhr"), PASSPHRASE, "IDL")
    other.close()
    spared = folder.with_name("office.put-aside-20260102T000000Z.snhr")
    other.folder.rename(spared)  # by name alone it would be one of them
    keyslots.destroy(folder)
    assert not any(list(path.glob("keyslots*")) for path in (folder, *beside))
    assert (spared / FILE_NAME).is_file()
