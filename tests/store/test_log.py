"""The end of the log: what cannot be read there is told, and what was never finished is not taken for a loss."""

import os
import shutil
from pathlib import Path

import pytest

from snhr_desktop.i18n import ARABIC, ENGLISH
from snhr_desktop.store import log
from snhr_desktop.store.layout import DATABASE
from snhr_desktop.workspace import IncidentQuery, Workspace
from tests.builders import PASSPHRASE, dossier


@pytest.fixture
def left(workspace: Workspace, tmp_path: Path) -> Path:
    """A store as a process leaves it that is killed: two saves stand in its log alone."""
    workspace._store.connection.execute("PRAGMA wal_checkpoint = TRUNCATE")
    for _ in range(2):
        workspace.save(dossier())
    shutil.copytree(tmp_path / "office.snhr", tmp_path / "left.snhr", ignore=shutil.ignore_patterns("*-shm"))
    return tmp_path / "left.snhr"


def spoil(folder: Path, share: float) -> None:
    """A byte of the log made another."""
    path = folder / f"{DATABASE}-wal"
    content = bytearray(path.read_bytes())
    content[int((len(content) - 1) * share)] ^= 1
    path.write_bytes(content)


@pytest.mark.parametrize("read_only", [False, True])
def test_a_whole_log_is_read_without_a_word(left: Path, read_only: bool) -> None:
    with Workspace.open(left, PASSPHRASE, read_only=read_only) as workspace:
        assert workspace.info.unread == 0
        assert workspace.incidents(IncidentQuery()).total == 2


def test_damage_to_the_last_save_alone_may_be_a_power_cut(left: Path) -> None:
    spoil(left, 1)
    with Workspace.open(left, PASSPHRASE) as workspace:
        assert workspace.incidents(IncidentQuery()).total == 1
        assert workspace.info.unread == 1
        (told,) = (finding for finding in workspace.verify() if finding.message == log.LAST_UNREAD)
        assert told.level == "note"
        assert "If the power went" in told.tell(ENGLISH)


@pytest.mark.parametrize("share", [0, 0.0001, 0.01])
def test_damage_before_the_last_save_is_an_error(left: Path, share: float) -> None:
    spoil(left, share)
    with Workspace.open(left, PASSPHRASE) as workspace:
        assert workspace.incidents(IncidentQuery()).total == 0
        errors = [finding for finding in workspace.verify() if finding.level == "error"]
        (told,) = (finding for finding in errors if "2 saves" in finding.tell(ENGLISH))
        assert "2" in told.tell(ARABIC)
    with Workspace.open(left, PASSPHRASE) as workspace:
        assert workspace.info.unread == 0, "told once: the log is begun anew"


def test_what_is_cut_off_at_the_end_was_never_finished(left: Path) -> None:
    path = left / f"{DATABASE}-wal"
    os.truncate(path, path.stat().st_size - 4096)
    with Workspace.open(left, PASSPHRASE) as workspace:
        assert workspace.incidents(IncidentQuery()).total == 1
        assert workspace.info.unread == 0


def test_an_earlier_log_below_the_present_one_is_none_of_it(workspace: Workspace, tmp_path: Path) -> None:
    for _ in range(3):
        workspace.save(dossier())
    workspace._store.connection.execute("PRAGMA wal_checkpoint = RESTART")
    workspace.save(dossier())
    copy = tmp_path / "copy.snhr"
    shutil.copytree(tmp_path / "office.snhr", copy, ignore=shutil.ignore_patterns("*-shm"))
    with Workspace.open(copy, PASSPHRASE) as again:
        assert again.info.unread == 0
        assert again.incidents(IncidentQuery()).total == 4
