"""What this computer remembers: an older copy in place of a store is told, a sound store never is."""

import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from snhr_desktop.errors import InvalidEntry
from snhr_desktop.i18n import ARABIC, LANGUAGES, bare
from snhr_desktop.store import history
from snhr_desktop.store.findings import SEEN_OLDER, SEEN_OTHER
from snhr_desktop.store.rekeying import rekey
from snhr_desktop.store.seen import Seen, default_path
from snhr_desktop.workspace import Workspace
from snhr_desktop.workspace.replacing import ENTRIES, say_replaced
from tests.builders import PASSPHRASE, dossier


@pytest.fixture
def folder(workspace: Workspace) -> Path:
    """A closed store with two incidents, and an older copy of it beside with one."""
    workspace.save(dossier())
    path = workspace._store.folder
    workspace.close()
    shutil.copytree(path, path.with_name("older.snhr"))
    with Workspace.open(path, PASSPHRASE) as again:
        again.save(dossier())
    return path


def put_back(folder: Path) -> None:
    """Somebody puts the older copy in place of the store."""
    shutil.rmtree(folder)
    shutil.copytree(folder.with_name("older.snhr"), folder)


@pytest.fixture
def rolled_back(folder: Path) -> Iterator[Workspace]:
    """The older copy, opened where the store was."""
    put_back(folder)
    with Workspace.open(folder, PASSPHRASE, actor="tester") as opened:
        yield opened


def errors(workspace: Workspace) -> list[str]:
    """The codes of what verification holds against the store."""
    return [finding.code for finding in workspace.verify() if finding.level == "error"]


def test_a_store_as_it_should_be_alarms_nobody(folder: Path) -> None:
    for read_only in (False, True):
        with Workspace.open(folder, PASSPHRASE, read_only=read_only) as opened:
            assert opened.replaced() is None
            assert errors(opened) == []


def test_an_older_copy_is_told_by_what_was_seen(rolled_back: Workspace) -> None:
    found = rolled_back.replaced()
    assert found is not None
    assert found.is_older
    assert found.seen.entries == found.stands.entries + 1
    assert [f.message for f in rolled_back.verify() if f.level == "error"] == [SEEN_OLDER]
    for language in LANGUAGES.values():
        assert bare(language.plural(ENTRIES, found.seen.entries)) in bare(say_replaced(found, language))
    six = replace(found, seen=replace(found.seen, entries=6), stands=replace(found.stands, entries=2))
    assert "6 قيود" in bare(say_replaced(six, ARABIC))
    assert "قيدان" in bare(say_replaced(six, ARABIC))


def test_an_older_copy_is_told_wherever_it_is_opened(folder: Path) -> None:
    elsewhere = folder.with_name("older.snhr")
    for _ in range(2):  # also where this computer has seen it in that place
        with Workspace.open(elsewhere, PASSPHRASE) as opened:
            found = opened.replaced()
            assert found is not None
            assert found.is_older
            assert "seen_older" in errors(opened)
    with Workspace.open(folder, PASSPHRASE) as opened:
        assert opened.replaced() is None


def test_a_copy_that_is_accepted_elsewhere_says_nothing_of_the_store(folder: Path) -> None:
    elsewhere = folder.with_name("older.snhr")
    with Workspace.open(elsewhere, PASSPHRASE, actor="tester") as opened:
        assert opened.accept_replaced("to look at what there was in March")
        for _ in range(3):
            opened.save(dossier())
    for path in (folder, elsewhere):
        with Workspace.open(path, PASSPHRASE) as opened:
            assert opened.replaced() is None


def test_it_is_told_again_until_it_is_accepted(rolled_back: Workspace, folder: Path) -> None:
    rolled_back.close()
    for _ in range(2):
        with Workspace.open(folder, PASSPHRASE) as again:
            assert again.replaced()


def test_a_copy_that_went_its_own_way_is_told_too(rolled_back: Workspace) -> None:
    for _ in range(3):
        rolled_back.save(dossier())
    found = rolled_back.replaced()
    assert found is not None
    assert not found.is_older
    assert [f.message for f in rolled_back.verify() if f.level == "error"] == [SEEN_OTHER]


def test_an_administrator_accepts_it_with_a_reason(rolled_back: Workspace, folder: Path) -> None:
    with pytest.raises(InvalidEntry):
        rolled_back.accept_replaced("  ")
    assert rolled_back.accept_replaced("the stick of March was put back")
    assert rolled_back.replaced() is None
    assert not rolled_back.accept_replaced("again")
    assert errors(rolled_back) == []
    row = rolled_back._store.connection.execute("SELECT action, reason FROM revision ORDER BY id DESC").fetchone()
    assert row == ("copy_accepted", "the stick of March was put back")
    rolled_back.close()
    with Workspace.open(folder, PASSPHRASE) as again:
        assert again.replaced() is None


def test_what_was_accepted_before_it_was_put_in_place_is_accepted(folder: Path) -> None:
    staged = folder.with_name("older.snhr")
    with Workspace.open(staged, PASSPHRASE) as opened:
        opened._store.seen.rest()
        with opened._store.writing():
            accepting = Seen(opened._store.connection, opened._store.keys, folder)
            assert accepting.accept("tester", "restored from a backup")
    with Workspace.open(folder, PASSPHRASE) as present:
        assert present.replaced() is None
    put_back(folder)
    with Workspace.open(folder, PASSPHRASE) as again:
        assert again.replaced() is None
        assert errors(again) == []
    with Workspace.open(folder, PASSPHRASE) as again:
        again.save(dossier())
        assert again.replaced() is None


def test_another_computer_that_never_saw_it_knows_nothing(folder: Path) -> None:
    put_back(folder)
    default_path().unlink()
    with Workspace.open(folder, PASSPHRASE) as opened:
        assert opened.replaced() is None
        assert errors(opened) == []


@pytest.mark.parametrize("content", [b"", b"[]", b"{", b"\xff\xfe", b'{"x": 1}'])
def test_a_file_that_does_not_read_is_as_good_as_none(folder: Path, content: bytes) -> None:
    default_path().write_bytes(content)
    with Workspace.open(folder, PASSPHRASE) as opened:
        assert opened.replaced() is None


@pytest.mark.parametrize("said", [1, {"entries": "x", "head": 1}, {"head": ""}, None])
def test_a_note_that_says_nothing_is_as_good_as_none(folder: Path, said: object) -> None:
    path = default_path()
    path.write_text(json.dumps(dict.fromkeys(json.loads(path.read_bytes()), said)))
    with Workspace.open(folder, PASSPHRASE) as opened:
        assert opened.replaced() is None


def test_it_is_for_its_owner_alone_and_names_nothing(folder: Path) -> None:
    path = default_path()
    assert path.stat().st_mode & 0o777 == 0o600
    with Workspace.open(folder, PASSPHRASE) as opened:
        identity = opened._store.connection.execute("SELECT value FROM meta WHERE key = 'store'").fetchone()[0]
    text = path.read_text()
    assert identity not in text
    assert folder.stem not in text


def test_it_lags_behind_and_never_leads(workspace: Workspace) -> None:
    store = workspace._store
    for _ in range(3):
        workspace.save(dossier())
        said, _ = json.loads(default_path().read_bytes()).values()
        assert said["entries"] <= history.newest(store.connection)
    with store.writing():
        workspace.save(dossier())
        said, _ = json.loads(default_path().read_bytes()).values()
        assert said["entries"] < history.newest(store.connection)


def test_a_folder_that_cannot_be_written_hinders_nobody(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workspace._store.seen, "_path", Path("/proc/nowhere/heads.json"))
    workspace.save(dossier())
    workspace.close()


def test_all_keys_made_anew_are_no_alarm(folder: Path) -> None:
    rekey(folder, PASSPHRASE, "tester")
    with Workspace.open(folder, PASSPHRASE) as opened:
        assert opened.replaced() is None
        opened.save(dossier())
    put_back(folder)
    with Workspace.open(folder, PASSPHRASE) as opened:
        assert opened.replaced() is not None
