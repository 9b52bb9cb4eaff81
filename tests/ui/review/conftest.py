"""The page of review over a real store with what waits, shown in a window, with everything asked answered."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication, QDialog

from snhr_desktop.domain.records import Dossier
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.incidents.record import record_view
from snhr_desktop.ui.review import ReviewPage
from snhr_desktop.workspace import Workspace
from tests.builders import dossier, incident, open_as, source

Settle = Callable[[], None]


def waiting(title: str, **said: Any) -> Dossier:
    """An incident that waits, with nothing missing."""
    told = {"status": "reported", "classification": "violation", "title_en": title, "title_ar": "قصف سوق"} | said
    return dossier(incident=incident(**told), sources=(source(real_name="Secret Person"),))


@pytest.fixture
def second(workspace: Workspace, tmp_path: Any) -> Iterator[Workspace]:
    """Another person, who entered four incidents: three wait, one of them with something missing."""
    with open_as("Other", tmp_path / "office.snhr") as opened:
        opened.save(waiting("Alpha"))
        opened.save(waiting("Beta", classification=""))
        opened.save(waiting("Gamma", status="under_review"))
        opened.save(waiting("Delta", status="documented"))
        yield opened


@pytest.fixture(autouse=True)
def no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody reads here who could be waited for."""
    monkeypatch.setattr(record_view, "_SETTLE", 1)
    monkeypatch.setattr(record_view, "_DWELL", 1)


@pytest.fixture
def page(desk: Desk, second: Workspace, settle: Settle) -> Iterator[ReviewPage]:
    """The page in a window of its own."""
    made = ReviewPage(desk)
    made.resize(1150, 700)
    made.show()
    made.activateWindow()
    settle()
    yield made
    settle()
    shiboken6.delete(made)


def titles(page: ReviewPage) -> list[str]:
    """The titles of the queue, in order."""
    rows = (page.table.lines.row(number) for number in range(page.table.lines.total))
    return [row.title_en for row in rows if row]


def dialog(kind: type[QDialog]) -> Any:
    """The dialog of a kind that is open, or None."""
    shown = (each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible())
    return next(shown, None)
