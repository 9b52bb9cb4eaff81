"""Every number opens exactly the records behind it."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from snhr_desktop.figures.catalogue import FIGURES
from snhr_desktop.i18n import ENGLISH, bare
from snhr_desktop.reports.brief import Brief
from snhr_desktop.ui.overview import OverviewPage
from snhr_desktop.ui.overview.figures_panel import CODES
from snhr_desktop.ui.tongue import said
from snhr_desktop.workspace import Draft, IncidentQuery, Workspace
from tests.ui.overview.conftest import Opened


def led_to(opened: Opened, qtbot: QtBot) -> tuple[IncidentQuery, str]:
    """The query and the heading that the last door handed over."""
    qtbot.waitUntil(lambda: bool(opened))
    key, subject = opened.pop()
    assert key == "incidents"
    assert isinstance(subject, tuple)
    query, heading = subject
    return query, bare(said(heading, ENGLISH))


@pytest.mark.parametrize("code", [*CODES, "civilians_killed", "women_children_share"])
def test_a_card_opens_the_records_behind_its_number(
    page: OverviewPage, filled: Workspace, opened: Opened, qtbot: QtBot, code: str
) -> None:
    cards: dict[str, QAbstractButton] = {
        **page.figures.cards, "civilians_killed": page.toll.number, "women_children_share": page.toll.share,
    }  # fmt: skip
    cards[code].click()
    query, heading = led_to(opened, qtbot)
    assert query.uids == filled.behind(code, filled.period("idlib").period, "alliance")
    assert heading == FIGURES[code].title.text


@pytest.mark.parametrize(
    ("panel", "figure", "breakdown"),
    [
        ("toll", "civilians_killed", "class"),
        ("months", "civilians_killed", "month"),
        ("parties", "civilians_killed", "party"),
        ("facilities", "facility_impacts", "category"),
        ("map", "civilians_killed", "subdistrict"),
    ],
)
def test_a_part_of_a_chart_opens_the_records_behind_it(
    page: OverviewPage, filled: Workspace, opened: Opened, qtbot: QtBot, panel: str, figure: str, breakdown: str
) -> None:
    view = getattr(page, panel).view
    counted = filled.answers(filled.period("idlib").period, "alliance")[figure].by[breakdown]
    for term in [hit.key for hit in view.drawing.hits if hit.key in counted]:
        view.picked.emit(term)
        query, heading = led_to(opened, qtbot)
        assert query.uids == filled.behind(figure, filled.period("idlib").period, "alliance", breakdown, term)
        assert query.uids
        assert heading.startswith(f"{FIGURES[figure].title.text}: ")


def test_what_is_not_on_the_map_has_a_door(page: OverviewPage, filled: Workspace, opened: Opened, qtbot: QtBot) -> None:
    page.map.off_map.click()
    query, heading = led_to(opened, qtbot)
    assert len(query.uids or ()) == 1
    assert heading == "Civilians killed: Sub-district not stated"


def test_what_stands_apart_has_doors(page: OverviewPage, filled: Workspace, opened: Opened, qtbot: QtBot) -> None:
    of_incidents = {code: door for code, door in page.apart.doors.items() if not FIGURES[code].of_cases}
    for code, door in of_incidents.items():
        door.click()
        query, _ = led_to(opened, qtbot)
        assert query.uids == filled.behind(code, filled.period("idlib").period, "alliance")
        assert len(query.uids or ()) == 1


def test_a_published_figure_opens_what_is_recorded_in_its_own_scope(
    page: OverviewPage, filled: Workspace, opened: Opened, qtbot: QtBot
) -> None:
    period = filled.period("idlib")
    for row, entry in zip(page.compared.rows, period.published, strict=True):
        row.click()
        query, _ = led_to(opened, qtbot)
        expected = filled.behind(entry.figure, period.period, entry.scope, entry.breakdown, entry.term)
        assert query.uids == expected


def test_a_massacre_opens_its_record_and_the_list_all_of_them(
    page: OverviewPage, filled: Workspace, opened: Opened, qtbot: QtBot
) -> None:
    place, toll = page.massacres.rows[0].texts()
    assert (place, toll) == ("Saraqib", "7 civilians killed")
    assert "21 March 2018" in page.massacres.rows[0].accessibleName()
    (uid,) = filled.behind("massacres", filled.period("idlib").period, "alliance")
    page.massacres.rows[0].click()
    assert opened.pop() == ("incidents", uid)
    page.massacres.all.click()
    assert led_to(opened, qtbot)[0].uids == (uid,)


def test_the_head_leads_to_the_report_and_to_a_new_incident(page: OverviewPage, opened: Opened) -> None:
    page.head.report.click()
    page.head.new_incident.click()
    assert opened == [("reports", Brief("idlib", "alliance", edition="")), ("entry", None)]


def test_where_nothing_is_recorded_an_unsaved_entry_is_led_back_to(
    workspace: Workspace, show: Callable[[], OverviewPage], opened: Opened, qtbot: QtBot
) -> None:
    workspace.put_draft("new-1", {"incident": {"title_ar": "سوق"}})
    workspace.put_draft("report idlib", {"texts": {}})
    page = show()
    qtbot.waitUntil(page.go_on.isVisible)
    page.go_on.click()
    key, subject = opened.pop()
    assert key == "entry"
    assert isinstance(subject, Draft)
    assert subject.key == "new-1"
    workspace.discard_draft("new-1")
    page.hide()
    page.show()
    qtbot.waitUntil(lambda: not page.go_on.isVisible())
