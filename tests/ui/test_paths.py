"""A path keeps its order in both languages, whatever its folders are called, wherever the window tells it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from snhr_desktop.i18n import ARABIC, ENGLISH, LANGUAGES, LEFT_TO_RIGHT_ISOLATE, POP_ISOLATE, Language
from snhr_desktop.store.backups.names import MANUAL
from snhr_desktop.ui.care.volumes import within_volume
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.main_window import MainWindow
from snhr_desktop.ui.pages import PAGES
from snhr_desktop.ui.settings import Settings
from snhr_desktop.workspace import Workspace
from tests.ui.walk import texts
from tests.ui.windows import DIALOGS, settle

HOSTILE = ("عصا ريم", "2018 ملفات", "ملف(1)…", "شمس\u200f USB")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Each in the one before, from an Arabic name to one that ends in Latin letters."""
    made = tmp_path.joinpath(*HOSTILE)
    made.mkdir(parents=True)
    return made


@pytest.fixture
def window(kit: Kit, workspace: Workspace, settings_path: Path, place: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    """A store whose backups and recovery sheet lie there."""
    workspace.choose_backup_place(place, within_volume(place))
    workspace.back_up(MANUAL)
    (place / "recovery.pdf").write_bytes(b"%PDF")
    workspace.note_sheet(place / "recovery.pdf")
    made = MainWindow(kit, Settings(settings_path), PAGES)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()
    shiboken6.delete(made)


def torn(said: str, place: Path) -> bool:
    """Whether a text tells the path without holding it together from left to right."""
    before = said.partition(str(place))[0]
    return str(place) in said and before.count(LEFT_TO_RIGHT_ISOLATE) <= before.count(POP_ISOLATE)


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
def test_no_message_of_the_window_tears_a_path(
    window: MainWindow, workspace: Workspace, place: Path, tmp_path: Path, language: Language
) -> None:
    window.kit.tongue.switch(language)
    window.open_store(workspace, tmp_path / "office.snhr")
    told: list[str] = []
    for entry in PAGES:
        window.go(entry.key)
        settle(window.worker)
        told += [said for _, said in texts(window)]
    assert window.shell is not None
    for make in DIALOGS.values():
        window.worker.settle()  # some save here and now what they show
        dialog = make(window.shell.desk, workspace)
        told += [said for _, said in texts(dialog)]
        shiboken6.delete(dialog)
    settle(window.worker)
    with_path = [said for said in told if str(place) in said]
    assert len(set(with_path)) >= 2, "the page of care tells both"
    assert [said for said in with_path if torn(said, place)] == []


@pytest.mark.parametrize("path", ["/media/x", "/ريم/ملف", "~/ريم", "C:\\ريم\\a", "//server/ريم"])
def test_a_value_that_is_a_path_runs_from_left_to_right(path: str) -> None:
    assert ARABIC.isolate(path) == f"{LEFT_TO_RIGHT_ISOLATE}{path}{POP_ISOLATE}"
    assert ARABIC.isolate(Path("ريم") / "a.txt").startswith(LEFT_TO_RIGHT_ISOLATE)
    assert ENGLISH.isolate("/ريم") == f"{LEFT_TO_RIGHT_ISOLATE}/ريم{POP_ISOLATE}"
    assert ENGLISH.isolate("/media/x") == "/media/x"


def test_no_arabic_text_puts_a_figure_beside_a_latin_unit_by_itself() -> None:
    """A figure and its unit are one value, or the unit is Arabic: "183 MiB" would be turned round."""
    catalogue = (Path(__file__).parents[2] / "translations" / "ar.po").read_text(encoding="utf-8")
    entries = re.findall(r'^msgstr(?:\[\d\])? ((?:".*"\n?)+)', catalogue, re.MULTILINE)
    arabic = ["".join(re.findall('"(.*)"', one)) for one in entries if re.search("[\u0621-\u064a]", one)]
    assert [one for one in arabic if re.search(r"\{\w+\} ?[A-Za-z]{1,4}\b", one)] == []
