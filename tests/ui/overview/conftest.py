"""The page of panels over a store that holds the small year."""

from collections.abc import Callable, Iterator

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.overview import OverviewPage
from snhr_desktop.workspace import Workspace
from tests.ui.overview.cases import year

Opened = list[tuple[str, object]]


@pytest.fixture
def filled(workspace: Workspace) -> Workspace:
    """The small year, saved."""
    done = workspace.save_many(year())
    assert not done.refused
    return workspace


@pytest.fixture
def show(desk: Desk, qtbot: QtBot) -> Iterator[Callable[[], OverviewPage]]:
    """Show the page and wait until it has read the store."""
    made: list[OverviewPage] = []

    def shown() -> OverviewPage:
        page = OverviewPage(desk)
        made.append(page)
        page.resize(1150, 720)
        page.show()
        qtbot.waitUntil(lambda: page.overview is not None)
        return page

    yield shown
    for page in made:
        shiboken6.delete(page)


@pytest.fixture
def page(filled: Workspace, show: Callable[[], OverviewPage]) -> OverviewPage:
    """The page over the small year."""
    return show()


@pytest.fixture
def opened(desk: Desk) -> Opened:
    """What doors asked for: the page and the subject."""
    asked: Opened = []
    desk.page_asked.connect(lambda key, subject: asked.append((key, subject)))
    return asked
