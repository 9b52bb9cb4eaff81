"""A disk that is full, or nearly: the window tells the worse of the two alone."""

from collections.abc import Callable

import pytest

from snhr_desktop.errors import DiskFull, Refusal
from snhr_desktop.store.layout import BALLAST
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.room import ALMOST_FULL, Room
from snhr_desktop.workspace import Workspace
from tests.builders import dossier


@pytest.fixture
def told(desk: Desk) -> list[object]:
    """What stands above the page, with nothing before it."""
    stands: list[object] = []
    desk.told.connect(lambda words, _: stands.append(words))
    desk.told_no_more.connect(stands.clear)
    return stands


def turn_away(_: Workspace) -> None:
    raise DiskFull


def test_little_room_is_told_once_and_goes_when_the_disk_is_told_to_be_full(
    desk: Desk, workspace: Workspace, settle: Callable[[], None], told: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("snhr_desktop.store.ballast.make_ready", lambda _: None)
    (workspace._store.folder / BALLAST).unlink(missing_ok=True)
    Room(desk)
    settle()
    assert told == [ALMOST_FULL]
    refused: list[Refusal] = []
    desk.operations.ask(turn_away, lambda _: None, refused.append)
    settle()
    assert refused
    assert told == [], "whoever asked tells that the disk is full"
    desk.tell_saved(ALMOST_FULL)  # a draft that still waits
    settle()
    assert told == []
    desk.operations.change(lambda workspace: workspace.save(dossier()), lambda _: None)
    settle()
    assert told == [ALMOST_FULL], "something was saved again"


def test_what_else_stands_above_the_page_stays(desk: Desk, settle: Callable[[], None], told: list[object]) -> None:
    Room(desk)
    settle()
    desk.tell(ALMOST_FULL)
    desk.refuse(DiskFull())
    desk.operations.ask(turn_away, lambda _: None, lambda _: None)
    settle()
    assert len(told) == 2
