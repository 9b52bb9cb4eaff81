"""A damaged page at the end of a long text reads as zeros without an error: nothing made of it gets out of a store."""

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from snhr_desktop.errors import DamagedStore
from snhr_desktop.i18n import LANGUAGES
from snhr_desktop.store.findings import as_json
from snhr_desktop.store.layout import DATABASE
from snhr_desktop.store.rekeying import rekey
from snhr_desktop.workspace import IncidentQuery, Workspace
from tests.builders import PASSPHRASE, counted, dossier

PAGE, LONG = 4096, "plain words " * 2000


def read(workspace: Workspace) -> None:
    """The narrative, as a list of records or a report reads it."""
    (row,) = workspace.incidents(IncidentQuery()).rows
    assert workspace.dossier(row.uid).incident.narrative_en == LONG.strip(), "other words, and nobody is told"


def save(workspace: Workspace) -> None:
    """Written back as it was read."""
    (row,) = workspace.incidents(IncidentQuery()).rows
    workspace.save(workspace.dossier(row.uid), reason="looked at")
    read(workspace)


def back_up(workspace: Workspace) -> None:
    """A copy of zeros would be sound."""
    copy = workspace.back_up_inside("manual")
    with Workspace.open(copy.folder, PASSPHRASE, read_only=True) as opened:
        read(opened)


def make_keys_anew(workspace: Workspace) -> None:
    """The same."""
    workspace.close()
    rekey(workspace._store.folder, PASSPHRASE, "tester")
    with Workspace.open(workspace._store.folder, PASSPHRASE) as opened:
        read(opened)


@pytest.fixture
def stores(workspace: Workspace, tmp_path: Path) -> Callable[[], Iterator[Path]]:
    """Copies of a store, with one page after the other damaged among those that hold the narrative."""
    workspace.save(dossier(incident=counted(narrative_en=LONG)))
    connection = workspace._store.connection
    last = connection.execute("PRAGMA page_count").fetchone()[0]
    workspace.close()

    def copies() -> Iterator[Path]:
        for page in range(last - 24, last, 2):
            folder = tmp_path / f"{page}.snhr"
            shutil.copytree(tmp_path / "office.snhr", folder)
            content = bytearray((folder / DATABASE).read_bytes())
            content[page * PAGE + 1000] ^= 1
            (folder / DATABASE).write_bytes(content)
            yield folder

    return copies


@pytest.mark.parametrize("act", [read, save, back_up, make_keys_anew])
def test_what_a_damaged_page_held_is_never_other_words(
    stores: Callable[[], Iterator[Path]], act: Callable[[Workspace], None]
) -> None:
    refused = 0
    for folder in stores():
        try:
            with Workspace.open(folder, PASSPHRASE) as workspace:
                act(workspace)
        except DamagedStore:
            refused += 1
    assert refused > 2


def test_the_check_names_the_damaged_page_in_its_own_words_and_says_what_to_do(
    stores: Callable[[], Iterator[Path]],
) -> None:
    checked = 0
    for folder in stores():
        try:
            with Workspace.open(folder, PASSPHRASE, read_only=True) as workspace:
                found = workspace.verify()
        except DamagedStore:
            continue
        checked += 1
        page = int(folder.stem) + 1
        assert [one.values for one in found if one.code == "page_damaged"] == [{"page": page}]
        assert [one["code"] for one in json.loads(as_json(found))["findings"]][-1] == "to_restore"
        for language in LANGUAGES.values():
            assert not [one for one in found if "HMAC" in one.tell(language)]
    assert checked > 2
