"""The panel of arrests: the numbers of the store, each a door to its cases; hidden where nobody records cases."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from snhr_desktop.domain.periods import IDLIB
from snhr_desktop.figures import FIGURES
from snhr_desktop.i18n import ARABIC, ENGLISH
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.overview import OverviewPage
from snhr_desktop.workspace import CaseQuery, Workspace
from tests.builders import case, state
from tests.ui.overview.conftest import Opened


@pytest.fixture
def arrested(workspace: Workspace, show: Callable[[], OverviewPage]) -> OverviewPage:
    """The page over cases alone, in the scope of the regime and Russian forces."""
    workspace.save_case(case(state(), state("disappeared"), sex="female"))
    workspace.save_case(case(state(), state("released"), age_group="child"))
    workspace.save_case(case(state(party="hts")))
    return show()


def test_who_records_no_cases_sees_no_panel_of_them(page: OverviewPage) -> None:
    assert page.arrests.isHidden()
    assert page.arrests_by_party.isHidden()


def test_each_number_is_that_of_the_store_and_leads_to_its_cases(
    arrested: OverviewPage, workspace: Workspace, desk: Desk, qtbot: QtBot, opened: Opened
) -> None:
    assert arrested._stack.currentWidget() is arrested.body
    panel = arrested.arrests
    assert not panel.isHidden()
    answers = workspace.answers(IDLIB.period, "alliance")
    for language in (ENGLISH, ARABIC):
        desk.tongue.switch(language)
        for code, row in panel.rows.items():
            said = FIGURES[code].unit.say(answers[code].total, language)
            assert row.texts() == (language.text(FIGURES[code].title), said)
    assert [answers[code].total for code in panel.rows] == [2, 1, 1, 1, 1, 0]
    panel.rows["arrests_disappeared"].click()
    qtbot.waitUntil(lambda: bool(opened))
    [(key, subject)] = opened
    assert key == "cases"
    assert isinstance(subject, tuple)
    query, heading = subject
    assert query == CaseQuery(uids=workspace.behind("arrests_disappeared", IDLIB.period, "alliance"))
    assert heading(ENGLISH) == "Arrests that became enforced disappearances"
