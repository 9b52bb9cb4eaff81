"""The band over a store that is not the one this computer last saw."""

import json
from collections.abc import Iterator

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from snhr_desktop.i18n import ARABIC, ENGLISH
from snhr_desktop.store.keyslots import read_keyslots
from snhr_desktop.store.seen import default_path
from snhr_desktop.ui.care.replaced import ReplacedBand
from snhr_desktop.ui.desk import Desk
from snhr_desktop.workspace import Workspace
from tests.builders import PASSPHRASE, dossier
from tests.ui.walk import unnamed, untranslated


@pytest.fixture
def band(desk: Desk) -> Iterator[ReplacedBand]:
    made = ReplacedBand(desk.kit)
    made.resize(1000, 60)
    yield made
    shiboken6.delete(made)


@pytest.fixture
def older(workspace: Workspace) -> None:
    """This computer remembers a longer history than the store has."""
    workspace.save(dossier())
    said = json.loads(default_path().read_bytes())
    longer = {name: {"entries": one["entries"] + 5, "head": "a" * 64} for name, one in said.items()}
    default_path().write_text(json.dumps(longer))


def test_over_the_store_as_it_should_be_there_is_none(band: ReplacedBand, desk: Desk, qtbot: QtBot) -> None:
    band.look(desk)
    answered: list[object] = []
    desk.operations.ask(lambda workspace: workspace.replaced(), answered.append)
    qtbot.waitUntil(lambda: answered == [None])
    assert band.isHidden()


def test_it_is_told_in_both_languages_and_accepted_with_a_reason(
    band: ReplacedBand, older: None, desk: Desk, workspace: Workspace, qtbot: QtBot
) -> None:
    band.look(desk)
    qtbot.waitUntil(lambda: not band.isHidden())
    desk.tongue.switch(ARABIC)
    assert "أقدم" in band.words.text()
    dialog = band.ask()
    assert dialog is not None
    assert unnamed(dialog) == []
    assert untranslated(dialog) == []
    desk.tongue.switch(ENGLISH)
    assert "older than this computer last saw" in band.words.text()
    dialog.submit()
    qtbot.waitUntil(lambda: not dialog.notice.isHidden())  # without a reason
    dialog.reason.setText("the stick of March was put back")
    dialog.submit()
    qtbot.waitUntil(band.isHidden)
    assert workspace.replaced() is None


def test_keys_of_an_earlier_day_are_told_in_both_languages(
    band: ReplacedBand, desk: Desk, workspace: Workspace, qtbot: QtBot
) -> None:
    folder = workspace.safety().folder
    workspace.change_passphrase(PASSPHRASE, "the second passphrase")
    earlier = read_keyslots(folder)
    workspace.change_passphrase("the second passphrase", "the third passphrase")
    band.look(desk)
    settled: list[object] = []
    desk.operations.ask(lambda opened: opened.keys_put_back(), settled.append)
    qtbot.waitUntil(lambda: settled == [None])
    assert band.isHidden()
    earlier.write(folder)
    band.look(desk)
    qtbot.waitUntil(lambda: not band.isHidden())
    assert "Make all keys of the store anew" in band.words.text()
    assert band.accept.isHidden(), "there is no copy to accept"
    desk.tongue.switch(ARABIC)
    assert "جدّد كل مفاتيح المخزن" in band.words.text()
