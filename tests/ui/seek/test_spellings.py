"""The list of Arabic spellings through the box itself: typed into it, found in its list, marked as it was written."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from snhr_desktop.i18n import ARABIC, bare
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.operations import Operations, Worker
from snhr_desktop.ui.seek import Palette
from snhr_desktop.ui.seek.model import LINE, Line
from snhr_desktop.ui.theme import Theme
from snhr_desktop.ui.tongue import Tongue
from snhr_desktop.workspace import Workspace
from tests.arabic_spellings import CODES, PERSONS, PLACES, SOURCES, TEXTS, Spelled
from tests.builders import PASSPHRASE
from tests.test_arabic_spellings import pairs, write

ICONS = {"user": PERSONS, "siren": TEXTS, "map-pin": PLACES, "book-open": SOURCES}


@pytest.fixture(scope="module")
def box(application: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Palette]:
    """The palette over a store with everything of the list."""
    folder: Path = tmp_path_factory.mktemp("box") / "spelled.snhr"
    workspace, _ = Workspace.create(folder, PASSPHRASE, "IDL")
    write(workspace)
    tongue = Tongue(ARABIC)
    kit, worker, window = Kit(tongue, Theme(tongue)), Worker(), QWidget()
    window.resize(1366, 768)
    window.show()
    operations = Operations(worker, workspace)
    desk = Desk(kit, operations)
    made = Palette(window, desk, lambda: ())
    made.open()
    yield made
    worker.close(workspace.close)
    things: tuple[QObject, ...] = (window, desk, operations, worker, kit.theme, tongue)
    for thing in things:
        shiboken6.delete(thing)


def asked(box: Palette, qtbot: QtBot, typed: str) -> list[Line]:
    """What the box shows for something typed."""
    box.field.setText(typed)
    qtbot.waitUntil(lambda: box._asked == box._shown)
    return [box.found.index(number).data(LINE) for number in range(box.found.rowCount())]


def said(line: Line) -> str:
    """A line as a person reads it."""
    return bare(f"{line.title} {line.note}")


@pytest.mark.parametrize("icon, typed, written", [(i, *p) for i, group in ICONS.items() for p in pairs(group, True)])
def test_the_box_finds(box: Palette, qtbot: QtBot, icon: str, typed: str, written: str) -> None:
    shown = [line for line in asked(box, qtbot, typed) if line.icon == icon]
    begins = written[:12]  # a long narrative is cut
    found = [line for line in shown if begins in said(line) or (icon == "siren" and line.note_marks)]
    assert found
    assert all(line.title_marks or line.note_marks or icon == "map-pin" for line in found)


@pytest.mark.parametrize("icon, typed, written", [(i, *p) for i, group in ICONS.items() for p in pairs(group, False)])
def test_the_box_does_not_find(box: Palette, qtbot: QtBot, icon: str, typed: str, written: str) -> None:
    shown = asked(box, qtbot, typed)
    assert not any(written in said(line) for line in shown if line.icon == icon and icon != "map-pin")


def test_references_are_found_in_every_script(box: Palette, qtbot: QtBot) -> None:
    for spelled in CODES:
        each: Spelled = spelled
        for typed in each.hits:
            assert any(each.written in said(line) for line in asked(box, qtbot, typed)), typed
