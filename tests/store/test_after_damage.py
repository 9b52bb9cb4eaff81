"""After damage was met, what can be read is read on; nothing false is given out, and nothing more is written."""

import os
from pathlib import Path

import pytest

from snhr_desktop.errors import DamagedStore
from snhr_desktop.store.checking import Checking
from snhr_desktop.store.findings import ERROR
from snhr_desktop.store.layout import DATABASE
from snhr_desktop.workspace import IncidentQuery, Workspace
from tests.builders import PASSPHRASE, dossier

PAGE = 4096


@pytest.fixture
def folder(workspace: Workspace) -> Path:
    """A closed store of training records."""
    workspace.fill_with_training(40, 7)
    workspace.close()
    return workspace.folder


def spoil(folder: Path, page: int) -> None:
    """Destroy part of a page, counted from 0."""
    with (folder / DATABASE).open("r+b") as file:
        file.seek(page * PAGE + 100)
        file.write(os.urandom(50))


@pytest.mark.parametrize("part", [0.25, 0.75, 0.9])
def test_reading_goes_on_past_what_cannot_be_read(folder: Path, part: float) -> None:
    with Workspace.open(folder, PASSPHRASE) as opened:
        uids = [row.uid for row in opened.incidents(IncidentQuery(limit=100)).rows]
        before = {uid: opened.dossier(uid) for uid in uids}
    spoil(folder, int(part * (folder / DATABASE).stat().st_size / PAGE))
    with Workspace.open(folder, PASSPHRASE) as opened:
        assert any(one.level == ERROR for one in opened.verify_until(Checking()))
        opened.read_on()
        assert opened.info.damaged
        assert opened.info.read_only
        read = 0
        for uid in uids:
            try:
                assert opened.dossier(uid) == before[uid], "never another record"
                read += 1
            except DamagedStore:
                opened.read_on()
        assert read >= 38, "one page is a record or two"
        with pytest.raises(DamagedStore):
            opened.save(dossier())
    with Workspace.open(folder, PASSPHRASE) as again:
        assert not again.info.damaged


def test_a_sound_store_is_read_on_as_it_was(folder: Path) -> None:
    with Workspace.open(folder, PASSPHRASE) as opened:
        connection = opened._store.connection
        opened.verify_until(Checking())
        opened.read_on()
        assert opened._store.connection is connection
        opened.save(dossier())


def test_a_store_that_was_closed_meanwhile_is_not_read_on(folder: Path) -> None:
    """A lock may close it between a question and what is asked after it."""
    opened = Workspace.open(folder, PASSPHRASE)
    opened.close()
    opened.read_on()
    assert not opened.info.damaged
