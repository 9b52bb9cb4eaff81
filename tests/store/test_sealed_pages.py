"""A damaged page at the end of a long text reads as zeros without an error: nothing made of it gets out of a store."""

import json
import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from snhr_desktop.errors import DamagedStore
from snhr_desktop.i18n import LANGUAGES, Message
from snhr_desktop.store.checking import Step
from snhr_desktop.store.findings import ERROR, Finding, as_json
from snhr_desktop.store.layout import DATABASE
from snhr_desktop.store.rekeying import rekey
from snhr_desktop.store.store import Store
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


def test_after_damage_every_check_that_can_be_done_is_done_and_every_other_one_is_named(
    stores: Callable[[], Iterator[Path]], tmp_path: Path
) -> None:
    """A role was changed too, which is read elsewhere; what is given to compare is right, or left out."""
    with Workspace.open(tmp_path / "office.snhr", PASSPHRASE) as workspace:
        true = json.loads(as_json(workspace.verify()))
        workspace._store.connection.execute("UPDATE user SET role = 'entry'")
    met = 0
    for folder in stores():
        steps: list[Step] = []
        try:
            with Workspace.open(folder, PASSPHRASE, read_only=True) as workspace:
                found = workspace.verify(steps.append)
        except DamagedStore:
            continue
        told = json.loads(as_json(found))
        undone = not_checked(found)
        met += bool(undone)
        assert len(undone) == len(set(undone)) < 13, "the checks after it were given up"
        assert {step.done for step in steps} == set(range(steps[0].of))
        assert not told["sound"]
        assert "sound" not in {one.code for one in found}
        assert {one.code for one in found if one.level == ERROR} <= {"page_damaged", "not_checked", "head_differs"}
        seen = "head_differs" in {one.code for one in found}
        assert seen or "Comparing users and their roles…" in {one.text for one in undone}
        for name in ("head", "content", "key"):
            assert told[name] in (None, true[name])
        for language in LANGUAGES.values():
            texts = " ".join(one.tell(language) for one in found if one.code == "not_checked")
            assert all(language.text(what).removesuffix("…") in texts for what in undone)
            assert "…" not in texts, "nothing of it goes on"
    assert met > 2


def test_what_cannot_be_opened_again_is_named_as_not_checked(
    stores: Callable[[], Iterator[Path]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Store, "afresh", refuse)
    for folder in stores():
        try:
            with Workspace.open(folder, PASSPHRASE, read_only=True) as workspace:
                found = workspace.verify()
        except DamagedStore:
            continue
        named = not_checked(found)
        assert len(named) > 20
        assert named[-1].text.startswith("Reading what a guess")


def not_checked(found: Sequence[Finding]) -> list[Message]:
    """What could not be done."""
    told = [one.values["what"] for one in found if one.code == "not_checked"]
    return [what for what in told if isinstance(what, Message)]


def refuse(_store: Store) -> Store:
    """The disk is gone."""
    raise DamagedStore
