"""The page of exchange over an empty real store."""

from collections.abc import Iterator

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.exchange.page import ExchangePage


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> Iterator[ExchangePage]:
    made = ExchangePage(desk)
    made.resize(1150, 700)
    made.show()
    qtbot.waitUntil(made.samples.isVisible)
    yield made
    shiboken6.delete(made)
