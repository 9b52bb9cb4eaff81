"""The page of reports over a real store with a few counted incidents, shown in a window of the usual size."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from snhr_desktop.reports.file.seal import Seal
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.reports import outlet
from snhr_desktop.ui.reports.page import ReportsPage
from snhr_desktop.ui.reports.save_dialog import Wanted
from snhr_desktop.workspace import Workspace
from tests.builders import attribution, dossier, victim

PLAIN = Seal()
LONG = 20_000
"""Milliseconds a report may take on a slow machine."""


@pytest.fixture
def page(desk: Desk, workspace: Workspace, qtbot: QtBot) -> Iterator[ReportsPage]:
    workspace.save(dossier(victim(), victim(sex="female"), attributions=(attribution("regime"),)))
    made = ReportsPage(desk)
    made.resize(1150, 700)
    made.show()
    qtbot.waitUntil(lambda: made.preview.shows_pages, timeout=LONG)
    yield made
    shiboken6.delete(made)
    desk.operations.settle()  # the store is closed next, and what was chosen may still be on its way into it


@pytest.fixture
def shown(page: ReportsPage, qtbot: QtBot) -> Callable[[], str]:
    """Waits for the pages of what is chosen and edited now; the words of the page in front."""

    def wait() -> str:
        page.tabs.go(page.choices)
        qtbot.waitUntil(lambda: page.composition.made is not None and page.preview.shows_pages, timeout=LONG)
        return page.preview.view.text()

    return wait


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path | None], list[str]]:
    """Answers the dialog that asks where to save; the names it proposed are gathered."""

    def give(path: Path | None, seal: Seal = PLAIN) -> list[str]:
        proposed: list[str] = []

        def ask(_kit: object, name: str, _checked: object, _parent: object) -> Wanted | None:
            proposed.append(name)
            return Wanted(path, seal) if path else None

        monkeypatch.setattr(outlet, "ask_where", ask)
        return proposed

    return give
