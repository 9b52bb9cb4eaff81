"""Terms of the office on the command line, against a real store."""

from pathlib import Path

import pytest

from snhr_desktop.cli import run as run_command
from snhr_desktop.i18n import bare
from snhr_desktop.workspace import Workspace
from tests.builders import PASSPHRASE

pytestmark = pytest.mark.usefixtures("nobody_elses_terms")


def test_a_term_is_added_listed_and_retired(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SNHR_PASSPHRASE", PASSPHRASE)
    made, _ = Workspace.create(tmp_path / "office.snhr", PASSPHRASE, "IDL", actor="tester")
    made.close()

    def run(*arguments: str) -> int:
        return run_command(["terms", str(tmp_path / "office.snhr"), *arguments], lambda *_: 0)

    assert run() == 0
    assert "no terms" in capsys.readouterr().out
    labels = ("--en", "Drone grenade", "--ar", "قنبلة مسيّرة")
    assert run("--add", "weapon", "--like", "air_bomb", *labels) == 0
    assert "idl.drone_grenade" in capsys.readouterr().out
    assert run("--add", "weapon", "--like", "air_bomb", *labels) == 1
    assert "means another term" in capsys.readouterr().err
    assert run("--retire", "idl.drone_grenade", "--lang", "ar") == 0
    assert "موقوف" in capsys.readouterr().out
    assert run("--offer", "idl.drone_grenade") == 0
    assert "retired" not in capsys.readouterr().out
    assert run("--retire", "idl.nothing") == 1
    assert "no term with the code idl.nothing" in capsys.readouterr().err
    assert run("--add", "weapon", "--ar", "قنبلة") == 1
    told = bare(capsys.readouterr().err)
    assert "--en: This is needed." in told
    assert "--ar" not in told
    assert run("--like", "air_bomb") == 1
    assert "Say it by --add" in capsys.readouterr().err
