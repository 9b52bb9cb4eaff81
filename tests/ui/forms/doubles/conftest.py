"""A form over a store that holds an incident and a person already, with nobody to wait for."""

from collections.abc import Callable, Iterator

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from snhr_desktop.domain.records import Dossier
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.forms import IncidentForm, checking
from snhr_desktop.ui.forms.doubles import beside
from snhr_desktop.ui.incidents.record import record_view
from snhr_desktop.workspace import Workspace
from tests.builders import counted, dossier, source, victim, weapon

Settle = Callable[[], None]
AHMAD = {"name_ar": "أحمد العلي", "name_en": "Ahmad al-Ali", "father_ar": "محمد", "age": 34}


@pytest.fixture(autouse=True)
def no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody types here who could be waited for."""
    monkeypatch.setattr(beside, "PAUSE", 1)
    monkeypatch.setattr(checking, "PAUSE", 1)
    monkeypatch.setattr(record_view, "_SETTLE", 1)


@pytest.fixture
def known(workspace: Workspace) -> Dossier:
    """What the store holds: barrel bombs on a market, in which Ahmad was killed."""
    head = counted(title_en="Market", title_ar="سوق", narrative_en="Two barrels.", time="10:40")
    people = (victim(**AHMAD), victim(name_ar="ريم الخطيب", sex="female"))
    witness = source(pseudonym="A-1", real_name="Hidden Name")
    return workspace.save(dossier(*people, incident=head, weapons=(weapon(),), sources=(witness,))).dossier


@pytest.fixture
def form(desk: Desk, known: Dossier, qtbot: QtBot, settle: Settle) -> Iterator[IncidentForm]:
    """A blank entry, shown as on a small laptop."""
    made = IncidentForm(desk.kit, desk.operations)
    made.resize(1140, 700)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.open_new()
    settle()
    yield made
    settle()
    shiboken6.delete(made)
