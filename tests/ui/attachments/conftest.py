"""Files kept with a record, on a real store."""

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from snhr_desktop.ui.attachments.files_card import FilesCard
from snhr_desktop.ui.attachments.owner import Owner
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.operations import Worker
from snhr_desktop.workspace import Workspace
from tests.builders import dossier


@pytest.fixture
def uid(workspace: Workspace) -> str:
    """A saved incident."""
    return workspace.save(dossier()).dossier.incident.uid


@pytest.fixture
def host(desk: Desk, uid: str, worker: Worker, qtbot: QtBot) -> Iterator[QWidget]:
    """A part of the window with the card of the incident in it."""
    made = QWidget()
    made.resize(700, 600)
    card = FilesCard(desk, made, of_incident=True, parent=made)
    card.resize(700, 600)
    made.show()
    qtbot.waitExposed(made)
    card.show_owner(Owner("incident", uid))
    worker.settle()
    yield made
    shiboken6.delete(made)


@pytest.fixture
def card(host: QWidget) -> FilesCard:
    """The card."""
    found = host.findChild(FilesCard)
    assert isinstance(found, FilesCard)
    return found
