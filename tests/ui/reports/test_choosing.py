"""What is chosen is what is gathered; by keyboard, in either direction, and chosen again when the store is opened."""

from collections.abc import Callable

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from snhr_desktop.i18n import ARABIC, LANGUAGES, Language
from snhr_desktop.reports.brief import Brief
from snhr_desktop.reports.contents import CONTENTS
from snhr_desktop.reports.kind import KINDS, MONTHLY, THEMATIC, VICTIMS, Kind
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.reports.incident_line import IncidentLine
from snhr_desktop.ui.reports.kept_briefs import brief_of
from snhr_desktop.ui.reports.making import name_of_file
from snhr_desktop.ui.reports.page import ReportsPage
from snhr_desktop.workspace import IncidentQuery, Workspace
from tests.builders import attribution, dossier, victim
from tests.ui.reports.conftest import LONG

INTRODUCTION = "Introduction and historical context"


def brief_in_hand(page: ReportsPage) -> Brief:
    """The brief of what is gathered."""
    assert page.composition.material is not None
    return page.composition.material.brief


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=list(LANGUAGES))
def test_a_section_is_left_out_by_the_space_bar(
    page: ReportsPage, shown: Callable[[], str], language: Language
) -> None:
    page.kit.tongue.switch(language)
    sections = page.choices.sections
    sections.setFocus()
    QTest.keyClick(sections, Qt.Key.Key_Home)
    QTest.keyClick(sections, Qt.Key.Key_Down)
    QTest.keyClick(sections, Qt.Key.Key_Space)
    shown()
    assert brief_in_hand(page).left_out == ("introduction", "context")
    assert page.preview.view.page_of(INTRODUCTION) is None
    QTest.keyClick(sections, Qt.Key.Key_Space)
    shown()
    assert brief_in_hand(page).left_out == ()
    assert page.preview.view.page_of(INTRODUCTION) is not None


def test_the_parts_of_a_section_go_with_it_and_one_section_stays(page: ReportsPage) -> None:
    sections = page.choices.sections
    levels = [section.level for section in CONTENTS[THEMATIC]]
    opening = next(row for row, level in enumerate(levels) if level == 1 and levels[row + 1] > 1)
    sections.item(opening).setCheckState(Qt.CheckState.Unchecked)
    assert len(sections.left_out()) > 1
    sections.item(opening + 1).setCheckState(Qt.CheckState.Checked)
    assert CONTENTS[THEMATIC][opening].code not in sections.left_out()
    for row in range(sections.count()):
        sections.item(row).setCheckState(Qt.CheckState.Unchecked)
    assert len(sections.left_out()) == sections.count() - 1


def test_what_was_chosen_for_a_period_is_chosen_again(
    page: ReportsPage, desk: Desk, qtbot: QtBot, shown: Callable[[], str]
) -> None:
    page.choices.sections.item(0).setCheckState(Qt.CheckState.Unchecked)
    page.choices.edition.choose("both")
    page.choices.edition.chosen.emit("both")
    shown()
    wanted = page.choices.brief()
    again = ReportsPage(desk)
    again.show()
    qtbot.waitUntil(lambda: again.composition.made is not None, timeout=LONG)
    assert again.choices.brief() == wanted
    assert again.choices.sections.item(0).checkState() == Qt.CheckState.Unchecked
    shiboken6.delete(again)


def test_a_door_keeps_the_edition_and_the_sections_of_its_period(page: ReportsPage, shown: Callable[[], str]) -> None:
    page.choices.sections.item(1).setCheckState(Qt.CheckState.Unchecked)
    page.choices.edition.choose("ar")
    page.choices.edition.chosen.emit("ar")
    page.arrive(Brief("idlib", "alliance", edition=""))
    shown()
    assert (brief_in_hand(page).scope, brief_in_hand(page).edition) == ("alliance", "ar")
    assert brief_in_hand(page).left_out == ("introduction", "context")


@pytest.mark.parametrize(
    "raw",
    [{}, {"period": 3}, {"period": "idlib", "kind": "of tomorrow"}, {"period": "idlib", "colour": "red"},
     {"period": "idlib", "edition": "fr"}],
)  # fmt: skip
def test_what_another_version_kept_is_passed_over(raw: dict[str, object]) -> None:
    assert brief_of(raw) is None


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=list(LANGUAGES))
def test_an_incident_is_found_by_typing_and_taken_by_enter(
    desk: Desk, workspace: Workspace, qtbot: QtBot, language: Language
) -> None:
    saved = workspace.save(dossier(victim(), attributions=(attribution("regime"),)))
    desk.tongue.switch(language)
    line, picked = IncidentLine(desk), list[str]()
    line.picked.connect(picked.append)
    line.show()
    line.setFocus()
    QTest.keyClicks(line, saved.dossier.incident.reference)
    qtbot.waitUntil(line._list.isVisible)
    QTest.keyClick(line._list, Qt.Key.Key_Down)
    QTest.keyClick(line._list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(picked))
    assert picked == [saved.dossier.incident.uid] == [line.uid()]
    qtbot.waitUntil(lambda: " · " in line.text())
    assert saved.dossier.incident.reference in line.text()
    desk.tongue.switch(ARABIC)
    assert saved.dossier.incident.reference in line.text()
    shiboken6.delete(line)


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_each_kind_is_chosen_and_made(
    page: ReportsPage, workspace: Workspace, desk: Desk, qtbot: QtBot, shown: Callable[[], str], kind: Kind
) -> None:
    found: list[str] = []
    desk.operations.ask(lambda store: store.incidents(IncidentQuery()).rows[0].uid, found.append)
    qtbot.waitUntil(lambda: bool(found))
    page.choices.kind.choose(kind.code)
    page.choices.kind.chosen.emit(kind.code)
    assert page.choices.month.isVisible() == (kind.of == "month")
    assert page.choices.incident.isVisible() == (kind.of == "incident")
    for of_figures in (page.choices.period, page.choices.scope):
        assert of_figures.isVisible() == (kind.of != "incident")
    if kind.of == "incident":
        assert page.choices.wants_incident()
        page.arrive(Brief("", kind=kind.code, incident=found[0], edition=""))
        qtbot.waitUntil(lambda: page.choices.incident.uid() == found[0], timeout=LONG)
    shown()
    assert brief_in_hand(page).kind == kind.code
    assert page.texts.names() == kind.texts
    page.tabs.go(page.pane)
    assert page.pane.names.count() == len(kind.texts)
    if kind.of == "month":
        assert brief_in_hand(page).month == "2018-05"


@pytest.mark.parametrize("kind", [MONTHLY, VICTIMS])
def test_the_report_for_the_office_is_made_in_the_window(page: ReportsPage, qtbot: QtBot, kind: str) -> None:
    with qtbot.waitSignal(page.composition.finished, timeout=LONG):
        page.arrive(Brief("idlib", kind=kind, audience="internal", month="2018-03" if kind == MONTHLY else ""))
    assert name_of_file(page.composition.material).endswith("-internal.pdf")  # type: ignore[arg-type]


def test_a_door_to_a_page_not_opened_before_leads_where_it_says(page: ReportsPage, desk: Desk, qtbot: QtBot) -> None:
    fresh = ReportsPage(desk)
    fresh.show()
    fresh.arrive(Brief("idlib", "regime", edition="ar"))
    qtbot.waitUntil(lambda: fresh.composition.made is not None, timeout=LONG)
    assert (brief_in_hand(fresh).scope, brief_in_hand(fresh).edition) == ("regime", "ar")
    shiboken6.delete(fresh)
