"""The sample records for a first look."""

from pathlib import Path

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from snhr_desktop.i18n import ARABIC, ENGLISH, bare
from snhr_desktop.store.listing import IncidentQuery
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.exchange.page import ExchangePage
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.operations import Operations, Worker
from snhr_desktop.workspace import Workspace
from tests.builders import PASSPHRASE
from tests.ui.walk import untranslated


def test_the_samples_are_loaded_once_into_an_empty_store(
    page: ExchangePage, workspace: Workspace, qtbot: QtBot
) -> None:
    page.samples.load.click()
    qtbot.waitUntil(page.report.isVisible)
    qtbot.waitUntil(lambda: not page.samples.load.isVisible())
    assert "counted among them" in page.samples._note.text()  # why they are not offered again
    assert bare(page.report.chips[1].accessibleName()).endswith("new")
    page.desk.operations.ask(lambda one: one.periods(), lambda _: None)
    assert workspace.incidents(IncidentQuery()).total > 5


def test_a_store_for_training_goes_on_offering_the_samples(
    kit: Kit, worker: Worker, qtbot: QtBot, tmp_path: Path
) -> None:
    practice, _ = Workspace.create(tmp_path / "practice.snhr", PASSPHRASE, "IDL", training=True)
    practice.fill_with_training(2, seed=1)
    page = ExchangePage(Desk(kit, Operations(worker, practice)))
    page.show()
    qtbot.waitUntil(page.samples.isVisible)
    for language in (ARABIC, ENGLISH):
        kit.tongue.switch(language)
        assert page.samples.load.isVisible()
        assert untranslated(page) == [] or language is ENGLISH
    assert "for training" in page.samples._note.text()
    page.samples.load.click()
    qtbot.waitUntil(page.report.isVisible)
    shiboken6.delete(page)


@pytest.fixture
def locked(kit: Kit, worker: Worker, workspace: Workspace, tmp_path: Path) -> ExchangePage:
    """The page over a store opened for reading only."""
    workspace.close()
    again = Workspace.open(tmp_path / "office.snhr", PASSPHRASE, read_only=True)
    page = ExchangePage(Desk(kit, Operations(worker, again)))
    page.show()
    return page


def test_a_store_opened_for_reading_offers_no_import(locked: ExchangePage, qtbot: QtBot) -> None:
    done: list[object] = []
    locked.desk.operations.ask(lambda one: one.periods(), done.append)
    qtbot.waitUntil(lambda: bool(done))
    assert locked.importing.said.text() == "The store was opened for reading only; nothing can be imported."
    assert not locked.samples.isVisible()
    shiboken6.delete(locked)
