"""What goes wrong on somebody's table: told in both languages with the next step, and nothing lost."""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from snhr_desktop.errors import Refusal, StoreBusy, StoreGone
from snhr_desktop.i18n import ARABIC, ENGLISH
from snhr_desktop.store import driver, history
from snhr_desktop.store.layout import DATABASE
from snhr_desktop.workspace import IncidentQuery, Workspace
from tests.builders import PASSPHRASE, dossier
from tests.torture import small_disk
from tests.torture.small_disk import needs_a_disk


def is_kind(refusal: Refusal) -> bool:
    """Told in both languages, in words of their own, with what to do."""
    english, arabic = refusal.tell(ENGLISH), refusal.tell(ARABIC)
    return english != arabic and ". " in english and len(arabic) > 20


def test_a_folder_that_is_not_there_any_more_takes_no_save(workspace: Workspace, tmp_path: Path) -> None:
    workspace.save(dossier())
    (tmp_path / "office.snhr").rename(tmp_path / "elsewhere")
    for act in (lambda: workspace.save(dossier()), lambda: workspace.put_draft("form", {})):
        with pytest.raises(StoreGone) as refused:
            act()
        assert is_kind(refused.value)
    (tmp_path / "elsewhere").rename(tmp_path / "office.snhr")
    assert workspace.save(dossier()).dossier.incident.reference == "IDL-2018-00002", "back where it was"


@needs_a_disk
def test_a_stick_pulled_out_takes_no_save(tmp_path: Path) -> None:
    said = json.loads(small_disk.run_there("tests.torture.pulling_out", str(tmp_path / "stick"), timeout=60))
    assert said == ["StoreGone", "StoreGone", "opens again with 1"]


LOCKED = """
import fcntl, sys
with open(sys.argv[1], "r+b") as file:
    fcntl.lockf(file, fcntl.LOCK_EX)
    print("locked", flush=True)
    sys.stdin.read()
"""


def test_a_file_that_another_program_holds_is_told_as_busy(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(driver, "BUSY_SECONDS", 0.05)
    workspace.save(dossier())
    workspace.close()
    command = [sys.executable, "-c", LOCKED, str(tmp_path / "office.snhr" / DATABASE)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout
        assert other.stdin
        other.stdout.readline()
        with pytest.raises(StoreBusy) as refused:
            Workspace.open(tmp_path / "office.snhr", PASSPHRASE)
        assert is_kind(refused.value)
        other.stdin.close()
    with Workspace.open(tmp_path / "office.snhr", PASSPHRASE) as again:
        assert again.incidents(IncidentQuery()).total == 1


def test_a_clock_that_jumps_back_changes_no_order(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    first = workspace.save(dossier()).dossier
    monkeypatch.setattr(history, "now", lambda: "1970-01-01T00:00:07+00:00")
    other = workspace.save(dossier()).dossier
    changed = workspace.save(replace(first, victims=()), reason="the clock says 1970").dossier
    saves = workspace.history(first.incident.uid)
    assert [save.number for save in saves] == sorted(save.number for save in saves)
    assert saves[-1].reason == "the clock says 1970"
    assert workspace.dossier(first.incident.uid) == changed
    latest = workspace.latest_entry()
    assert latest is not None
    assert latest.incident.uid in (first.incident.uid, other.incident.uid)
    assert not [finding for finding in workspace.verify() if finding.level == "error"]
