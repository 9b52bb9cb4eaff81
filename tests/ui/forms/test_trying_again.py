"""What the disk or another window refused for now is tried again by itself, and the person is told."""

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from snhr_desktop.errors import DiskFull
from snhr_desktop.i18n import ARABIC, LANGUAGES, Language
from snhr_desktop.ui import trying_again
from snhr_desktop.ui.forms import IncidentForm
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.trying_again import TryingAgain
from snhr_desktop.workspace import Workspace
from tests.builders import dossier


class Disk:
    """Full until it is not."""

    def __init__(self, free: Any) -> None:
        self._free, self.full, self.asked = free, True, 0

    def __call__(self, *given: Any) -> Any:
        self.asked += 1
        if self.full:
            raise DiskFull
        return self._free(*given)


@pytest.fixture(autouse=True)
def quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trying_again, "FIRST", 20)
    monkeypatch.setattr(trying_again, "LONGEST", 60)


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
def test_a_draft_that_was_refused_is_written_without_another_key(
    form: IncidentForm,
    kit: Kit,
    workspace: Workspace,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
    language: Language,
) -> None:
    kit.tongue.switch(language)
    disk = Disk(workspace.put_draft)
    monkeypatch.setattr(workspace, "put_draft", disk)
    form.body.editors["title_en"].set_raw("Half a title")
    form.body.edited.emit()
    form.flush()
    qtbot.waitUntil(lambda: disk.asked >= 3)
    assert ("من تلقاء نفسها" if language is ARABIC else "tried again by itself") in form.bar.line.text()
    assert form.notice.text() == DiskFull().tell(language)
    disk.full = False
    qtbot.waitUntil(lambda: not form.keeper.unsure)
    qtbot.waitUntil(lambda: not form.notice.text())
    assert [draft.title for draft in workspace.drafts()] == ["Half a title"]
    assert not form.keeper._again.waits


def test_that_a_record_is_open_is_said_again_where_it_could_not_be(
    form: IncidentForm, workspace: Workspace, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    saved = workspace.save(dossier()).dossier
    disk = Disk(workspace.hold)
    monkeypatch.setattr(workspace, "hold", disk)
    form.open_saved(saved)
    qtbot.waitUntil(lambda: disk.asked >= 2)
    disk.full, refused = False, disk.asked
    qtbot.waitUntil(lambda: disk.asked > refused)
    form._operations.settle()
    assert not form.beside._refused.waits


def test_the_pauses_grow_to_half_a_minute(form: IncidentForm, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trying_again, "FIRST", 2_000)
    monkeypatch.setattr(trying_again, "LONGEST", 30_000)
    again = TryingAgain(lambda: None, form)
    pauses = []
    for _ in range(6):
        again.later()
        pauses.append(again._timer.interval())
    assert pauses == [2_000, 4_000, 8_000, 16_000, 30_000, 30_000]
    again.done()
    again.later()
    assert again._timer.interval() == 2_000
    again.done()
