"""Users and keys on the command line, against a real store."""

from pathlib import Path
from typing import Any

import pytest

from snhr_desktop.cli import run as run_command
from snhr_desktop.i18n import ENGLISH
from snhr_desktop.store.keyslots import read_keyslots
from snhr_desktop.store.upkeep import STEPS_TAKEN, bring_up_to_date
from snhr_desktop.workspace import Workspace
from tests.builders import PASSPHRASE


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    """A new store; its passphrase is in the environment."""
    monkeypatch.setenv("SNHR_PASSPHRASE", PASSPHRASE)
    made, _ = Workspace.create(tmp_path / "office.snhr", PASSPHRASE, "IDL", actor="tester")
    made.close()
    return made._store.folder


def run(*arguments: object) -> int:
    """One command."""
    return run_command([str(one) for one in arguments], lambda *_: 0)


def secret(tmp_path: Path, text: str) -> Path:
    """A file that holds a passphrase."""
    path = tmp_path / f"{abs(hash(text))}.txt"
    path.write_text(text)
    return path


def test_users_are_added_changed_and_switched_off(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = secret(tmp_path, "her own")
    assert run("users", store, "--add", "أمل", "--role", "reviewer", "--no-sources", "--new-passphrase-file", own) == 0
    assert "أمل\u2069: Reviewer. Has a passphrase. Does not see who the sources are." in capsys.readouterr().out
    assert run("users", store, "--change", "امل", "--role", "entry", "--sources") == 0
    with Workspace.open(store, "her own") as opened:
        assert (opened.user.role, opened.user.no_sources) == ("entry", False)
    assert run("users", store, "--off", "أمل", "--lang", "ar") == 0
    assert "موقوف" in capsys.readouterr().out
    assert run("users", store, "--passphrase-file", own) == 1
    assert run("users", store, "--on", "أمل") == 0
    assert "Has no passphrase yet." in capsys.readouterr().out
    assert run("passphrase", store, "--user", "أمل", "--new-passphrase-file", own) == 0
    assert run("users", store, "--passphrase-file", own) == 0
    assert run("users", store, "--passphrase-file", own, "--add", "x", "--new-passphrase-file", own) == 1
    assert "This is not yours to do" in capsys.readouterr().err
    for asked in (("users", store, "--add", "x"), ("passphrase", store, "--user", "أمل")):
        assert run(*asked, "--passphrase-file", own) == 1
        assert "This is not yours to do" in capsys.readouterr().err, "nothing is asked for that is refused after it"
    assert run("users", store, "--off", "nobody") == 1


def test_a_passphrase_is_changed_and_the_code_renewed(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new = secret(tmp_path, "new one")
    assert run("passphrase", store) == 1
    assert "SNHR_NEW_PASSPHRASE" in capsys.readouterr().err
    assert run("passphrase", store, "--new-passphrase-file", new) == 0
    assert run("users", store) == 1
    assert run("passphrase", store, "--recovery", "--passphrase-file", new) == 0
    code = capsys.readouterr().out.split()[-1]
    with Workspace.open(store, code) as opened:
        assert opened.user.name == "Recovery code"


def test_keys_of_an_earlier_day_that_were_put_back_are_told_by_every_command(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A passphrase that was taken opens again; new keys end it."""
    her, own = (secret(tmp_path, one) for one in ("her own", PASSPHRASE))
    run("users", store, "--add", "Amal", "--new-passphrase-file", her)
    earlier = read_keyslots(store)
    run("users", store, "--off", "Amal")
    run("users", store, "--on", "Amal")
    capsys.readouterr()
    assert run("backups", store, "--passphrase-file", own) == 0
    assert "file of keys" not in capsys.readouterr().err
    earlier.write(store)
    for opens in (own, her):
        assert run("backups", store, "--passphrase-file", opens) == 0
        assert "The file of keys was changed last on" in capsys.readouterr().err
    assert run("verify", store, "--passphrase-file", own) == 3
    assert run("rekey", store) == 0
    capsys.readouterr()
    assert run("verify", store, "--passphrase-file", own) == 0
    assert "file of keys" not in capsys.readouterr().err


def test_all_keys_are_made_anew(store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("users", store, "--add", "Amal", "--new-passphrase-file", secret(tmp_path, "her own"))
    capsys.readouterr()
    assert run("rekey", store) == 0
    told = capsys.readouterr()
    assert "Amal" in told.out
    assert "Comparing" in told.err
    with Workspace.open(store, told.out.split()[-1]) as opened:
        assert [one.has_passphrase for one in opened.users()] == [True, False]
    assert run("verify", store) == 0


def test_headquarters_opens_a_store_with_its_own_key(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    far = secret(tmp_path, "far away")
    assert run("hqkey", "new", tmp_path / "hq.key", "--passphrase-file", far) == 0
    (tmp_path / "public").write_text(capsys.readouterr().out.split()[-1])
    assert run("hqkey", "new", tmp_path / "hq.key", "--passphrase-file", far) == 1
    assert run("hqkey", "set", store) == 1
    assert run("hqkey", "set", store, "--public", tmp_path / "gone") == 1
    assert run("hqkey", "set", store, "--public", tmp_path / "public") == 0
    assert run("figures", store, "--hqkey", tmp_path / "hq.key", "--passphrase-file", far) == 0
    assert run("figures", store, "--hqkey", tmp_path / "hq.key") == 1
    assert run("hqkey", "show", store) == 0
    assert (tmp_path / "public").read_text() in capsys.readouterr().out
    assert run("hqkey", "remove", store) == 0
    assert run("figures", store, "--hqkey", tmp_path / "hq.key", "--passphrase-file", far) == 1


def test_headquarters_is_told_how_an_old_store_is_brought_up_to_date(
    store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    far = secret(tmp_path, "far away")
    assert run("hqkey", "new", tmp_path / "hq.key", "--passphrase-file", far) == 0
    (tmp_path / "public").write_text(capsys.readouterr().out.split()[-1])
    assert run("hqkey", "set", store, "--public", tmp_path / "public") == 0
    capsys.readouterr()

    def slowly(*given: Any, progress: Any, **named: Any) -> None:
        progress(STEPS_TAKEN, 1, 9)
        bring_up_to_date(*given, progress=progress, **named)

    monkeypatch.setattr("snhr_desktop.store.store.bring_up_to_date", slowly)
    assert run("figures", store, "--hqkey", tmp_path / "hq.key", "--passphrase-file", far) == 0
    assert ENGLISH.text(STEPS_TAKEN) in capsys.readouterr().err
