"""The whole way through the real window in Arabic: entered by keys, counted, printed, and the same in English."""

import datetime as dt
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from pypdf import PdfReader
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from snhr_desktop.domain.records import Period
from snhr_desktop.figures import FIGURES
from snhr_desktop.figures.table import as_json
from snhr_desktop.i18n import ARABIC, ENGLISH, LANGUAGES, Language
from snhr_desktop.reports.brief import Brief
from snhr_desktop.reports.phrases import APART
from snhr_desktop.reports.render import render
from snhr_desktop.ui.entry_page import EntryPage
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.main_window import MainWindow
from snhr_desktop.ui.overview.page import OverviewPage
from snhr_desktop.ui.pages import PAGES
from snhr_desktop.ui.settings import Settings
from snhr_desktop.workspace import Workspace
from tests.reports.reading import text_of
from tests.ui.forms.entering import enter_incident
from tests.ui.forms.keyboard import CTRL, SHIFT, press
from tests.ui.walk import untranslated

NUMBER = re.compile(r"[\d,.]+%?|–")

ENTERED = {
    "civilians_killed": 7,
    "massacres": 1,
    "facility_impacts": 1,
    "barrel_bombs": 2,
    "incidents": 1,
    "women_children_share": 85.7,  # a girl of 9, a group of four children and a woman, of seven
}


@pytest.fixture
def window(kit: Kit, workspace: Workspace, tmp_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    """The real window on a new store, in Arabic."""
    kit.tongue.switch(ARABIC)
    made = MainWindow(kit, Settings(tmp_path / "window.ini"), PAGES)
    made.resize(1366, 768)
    made.show()
    made.open_store(workspace, tmp_path / "office.snhr")
    qtbot.waitExposed(made)
    yield made
    made.close()
    shiboken6.delete(made)


def overview(window: MainWindow, qtbot: QtBot) -> OverviewPage:
    """The first page, once its panels hold an answer."""
    window.go("overview")
    assert window.shell is not None
    page = window.shell.page()
    assert isinstance(page, OverviewPage)
    with qtbot.waitSignal(window.worker.busy, check_params_cb=lambda busy: not busy, raising=False, timeout=2000):
        pass
    return page


def enter(window: MainWindow, qtbot: QtBot) -> None:
    """Ctrl+N, every key of an incident, Ctrl+Shift+S."""
    press(Qt.Key.Key_N, CTRL)
    assert window.shell is not None
    page = window.shell.page()
    assert isinstance(page, EntryPage)
    enter_incident(page.form)
    with qtbot.waitSignal(page.form.saved):
        press(Qt.Key.Key_S, CTRL | SHIFT)


def shown(page: OverviewPage) -> dict[str, str]:
    """The number that stands on the panels for each figure, as it reads in the language spoken."""
    found = {code: card.number_text() for code, card in page.figures.cards.items()}
    found["civilians_killed"] = page.toll.number.number_text()
    found["women_children_share"] = page.toll.share.texts()[1]
    found |= {code: row.texts()[1] for code, row in page.arrests.rows.items()}
    return found | {code: door.text() for code, door in page.apart.doors.items()}


def printed(pdf: Path, language: Language, codes: Iterable[str]) -> dict[str, str]:
    """The number printed for each figure in the tables of key figures, by the figure's title."""
    reader = PdfReader(pdf)
    lines = [" ".join(line.split()) for line in text_of(reader).splitlines()]
    found = {}
    for code, figure in ((code, FIGURES[code]) for code in codes):
        title, unit = language.text(figure.title), language.text(figure.unit.name)
        rest = (line.replace(title, "").replace(unit, "").strip() for line in lines if title in line and unit in line)
        found[code] = next(number for number in rest if NUMBER.fullmatch(number))
    return found


def recorded(workspace: Workspace, period: Period) -> dict[str, Any]:
    """What the command line prints as JSON."""
    said = as_json(workspace.answers(period, period.scope), period, period.scope, dt.date(2018, 6, 13))
    figures: dict[str, Any] = json.loads(said)["figures"]
    return figures


def assert_same_everywhere(
    window: MainWindow, workspace: Workspace, page: OverviewPage, language: Language, folder: Path
) -> None:
    """Panel, command line and print tell one number for every figure of the catalogue."""
    period = workspace.period("idlib")
    counted = recorded(workspace, period.period)
    numbers = {code: FIGURES[code].unit.figures(answer["total"], language) for code, answer in counted.items()}
    assert numbers.keys() == FIGURES.keys()
    said = {c: FIGURES[c].unit.say(counted[c]["total"], language) for c in (*page.figures.cards, "civilians_killed")}
    on_screen = numbers | {c: numbers[c] if words.startswith(numbers[c]) else words for c, words in said.items()}
    on_screen |= {c: language.plural(APART[c], counted[c]["total"]) for c in APART}
    on_screen |= {c: FIGURES[c].unit.say(counted[c]["total"], language) for c in page.arrests.rows}
    assert shown(page) == on_screen
    # a report tells of cases only where any is recorded
    told = [code for code in numbers if not (page.arrests.isHidden() and FIGURES[code].of_cases)]
    pdf = folder / f"{language.code}.pdf"
    render(workspace.gather(Brief("idlib")), language, pdf)
    assert printed(pdf, language, told) == {code: numbers[code] for code in told}
    assert language is ENGLISH or untranslated(window, frozenset({"IDL · office"})) == []


def test_an_incident_entered_in_arabic_is_counted_and_printed_the_same_everywhere(
    window: MainWindow, workspace: Workspace, kit: Kit, qtbot: QtBot, tmp_path: Path
) -> None:
    enter(window, qtbot)
    page = overview(window, qtbot)
    counted = recorded(workspace, workspace.period("idlib").period)
    assert {code: counted[code]["total"] for code in ENTERED} == ENTERED
    assert counted["civilians_killed"]["by"]["party"] == {"alliance_joint": 7}
    for language in (ARABIC, ENGLISH):
        kit.tongue.switch(language)
        assert_same_everywhere(window, workspace, page, language, tmp_path)


@pytest.mark.parametrize("seed", [1, 2018])
def test_every_figure_agrees_between_panel_command_line_and_both_prints(
    window: MainWindow, workspace: Workspace, kit: Kit, qtbot: QtBot, tmp_path: Path, seed: int
) -> None:
    workspace.fill_with_training(80, seed)
    page = overview(window, qtbot)
    page.refresh()
    nothing = FIGURES["incidents"].unit.say(0, kit.tongue.language)
    qtbot.waitUntil(lambda: shown(page)["incidents"] not in ("0", nothing))
    for language in LANGUAGES.values():
        kit.tongue.switch(language)
        assert_same_everywhere(window, workspace, page, language, tmp_path)
