"""The form in a window, over a real store."""

from collections.abc import Iterator

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.forms import IncidentForm
from snhr_desktop.ui.forms.means import Means


@pytest.fixture
def means(desk: Desk) -> Means:
    """What a single editor or grid is made with."""
    return Means(desk.kit, desk.operations.gazetteer)


@pytest.fixture
def form(desk: Desk, qtbot: QtBot) -> Iterator[IncidentForm]:
    """A blank entry, shown as on a small laptop."""
    made = IncidentForm(desk.kit, desk.operations)
    made.resize(1140, 700)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.open_new()
    made.body.go_to_section(0)
    desk.operations.settle()  # a test may use the store itself now: one thread at a time has it
    yield made
    shiboken6.delete(made)
