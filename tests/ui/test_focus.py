"""Whoever goes by keys sees where they are: each stop of Tab looks another way while it has the focus, by 3 to 1."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from snhr_desktop import look
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.main_window import MainWindow
from snhr_desktop.ui.pages import PAGES
from snhr_desktop.ui.settings import Settings
from snhr_desktop.workspace import Workspace
from tests.builders import FilledWith
from tests.test_look import contrast
from tests.ui.test_every_window import fill, swept
from tests.ui.walk import takes_focus
from tests.ui.windows import SUBJECTS, settle

_AROUND, _LEAST = 3, 30
"""Px looked at around a widget, and px that have to differ."""


@pytest.fixture
def workspace(filled_with: FilledWith) -> Workspace:
    """A store with something of everything."""
    return filled_with(fill)


@pytest.fixture(params=["light", "dark"])
def window(
    kit: Kit, workspace: Workspace, settings_path: Path, tmp_path: Path, qtbot: QtBot, request: pytest.FixtureRequest
) -> Iterator[MainWindow]:
    kit.theme.choose(request.param)
    made = MainWindow(kit, Settings(settings_path), PAGES)
    made.resize(1366, 1400)
    made.show()
    made.activateWindow()
    qtbot.waitExposed(made)
    made.open_store(workspace, tmp_path / "office.snhr")
    yield made
    made.close()
    shiboken6.delete(made)
    kit.theme.choose(look.LIGHT.name)


@pytest.mark.parametrize("key", [entry.key for entry in PAGES])
def test_the_focus_can_be_seen(window: MainWindow, workspace: Workspace, key: str) -> None:
    window.go(key, SUBJECTS[key](workspace) if key in SUBJECTS else None)
    for _ in range(2):
        settle(window.worker)
        swept()
    stops = [widget for widget in window.findChildren(QWidget) if takes_focus(widget) and _can_be_seen(widget)]
    assert len(stops) > 5
    unseen = {
        f"{type(stop).__name__} {stop.accessibleName() or stop.property('text')!r}"
        for stop in stops
        if not _shows_focus(window, stop)
    }
    assert sorted(unseen) == []


def _can_be_seen(widget: QWidget) -> bool:
    return widget.isVisible() and widget.isEnabled() and widget.visibleRegion().boundingRect() == widget.rect()


def _shows_focus(window: MainWindow, stop: QWidget) -> bool:
    """Whether enough of a widget and its surroundings differs enough."""
    place = QRect(stop.mapTo(window, QPoint(0, 0)), stop.size()).adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND)
    held: QWidget | None = window.focusWidget()
    if held is not None:
        held.clearFocus()
    before = window.grab(place).toImage()
    stop.setFocus(Qt.FocusReason.TabFocusReason)
    after = window.grab(place).toImage()
    return _differing(before, after) >= _LEAST


def _differing(one: QImage, other: QImage) -> int:
    """Pixels whose colours are 3 to 1 or more apart; nothing is looked at twice."""
    known: dict[tuple[int, int], bool] = {}
    count = 0
    for y in range(min(one.height(), other.height())):
        for x in range(min(one.width(), other.width())):
            pair = (one.pixel(x, y), other.pixel(x, y))
            if pair[0] == pair[1]:
                continue
            if pair not in known:
                known[pair] = contrast(*(f"#{colour & 0xFFFFFF:06X}" for colour in pair)) >= 3
            count += known[pair]
            if count >= _LEAST:
                return count
    return count
