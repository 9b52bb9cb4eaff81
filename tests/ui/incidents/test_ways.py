"""Timeline and map as ways into the list, and incidents at one place on one day shown together."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from snhr_desktop.domain.values import Site, When
from snhr_desktop.i18n import ARABIC, bare
from snhr_desktop.ui.chart_view import ChartView
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.incidents import IncidentsPage
from snhr_desktop.ui.incidents.record.same_day import SameDayView
from snhr_desktop.workspace import IncidentQuery, Workspace
from tests.builders import counted, dossier, incident, victim
from tests.ui.incidents.conftest import MARCH, shown, titles
from tests.ui.walk import unnamed, untranslated

Settle = Callable[[], None]
SARAQIB, HARIM = Site("C3916", "community"), Site("C4115", "community")


@pytest.fixture
def ways(desk: Desk, workspace: Workspace, settle: Settle) -> Iterator[IncidentsPage]:
    """The page with its ways in, over incidents of four months and two districts."""
    given = [
        dossier(victim(number=3), incident=counted(day=dt.date(2018, 1, 5), title_en="One", place=SARAQIB)),
        dossier(victim(number=2), incident=counted(day=dt.date(2018, 2, 6), title_en="Two", place=HARIM)),
        dossier(incident=counted(date=MARCH, title_en="Three", place=SARAQIB)),
        dossier(incident=counted(day=dt.date(2018, 4, 8), title_en="Four")),
        dossier(incident=incident(None, title_en="Undated", place=Site())),
        dossier(
            incident=counted(
                date=When(dt.date(2018, 1, 30), dt.date(2018, 2, 2), "range"), title_en="Straddling", place=SARAQIB
            )
        ),
    ]
    assert workspace.save_many(given).refused == ()
    steps = shown(desk, settle)
    page = next(steps)
    page.toggle_ways()
    settle()
    yield page
    steps.close()


def spot(view: ChartView, key: str) -> QPoint:
    """Where a part of a chart lies."""
    box = next(hit.box for hit in view.drawing.hits if hit.key == key)
    return QPointF((box.left + box.right) / 2 + 4, (box.top + box.bottom) / 2 + 4).toPoint()


def test_the_spread_counts_what_the_list_holds(ways: IncidentsPage, workspace: Workspace) -> None:
    spread = workspace.spread(IncidentQuery(last=dt.date(2018, 2, 1), area="SY0703"))
    assert spread is not None
    assert {month: tally.incidents for month, tally in spread.months.items()} == {"2018-02": 1}  # of all days
    assert sum(tally.incidents for tally in spread.places.values()) == 2  # of all areas
    everything = workspace.spread(IncidentQuery())
    assert everything is not None
    assert everything.months["2018-01"].killed == 3
    assert (everything.months[""].incidents, everything.places[""].incidents) == (2, 1)
    assert workspace.spread(IncidentQuery(), wanted=lambda: True) == everything


def test_months_drawn_over_narrow_the_list_and_the_filter_says_so(ways: IncidentsPage, settle: Settle) -> None:
    view = ways.ways.months
    assert ways.ways.isVisible()
    assert not ways.record.isVisible()
    assert [hit.key for hit in view.drawing.hits] == ["2018-01", "2018-02", "2018-03", "2018-04"]
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=spot(view, "2018-03"))
    QTest.mouseMove(view, spot(view, "2018-02"))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=spot(view, "2018-02"))
    settle()
    assert (ways.filters.first.text(), ways.filters.last.text()) == ("2018-02-01", "2018-03-31")
    assert titles(ways) == ["Three", "Two", "Straddling"]
    assert view.months() == ("2018-02", "2018-03")
    assert len(view.drawing.hits) == 4  # the other months stay in sight
    view.grab()
    ways.filters.cleared.emit()
    settle()
    assert view.months() == ("", "")


def test_months_are_chosen_by_keys(ways: IncidentsPage, settle: Settle) -> None:
    view = ways.ways.months
    view.setFocus()
    for key, held in (
        (Qt.Key.Key_Home, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier),
    ):
        QTest.keyClick(view, key, held)
    settle()
    assert (ways.query().first, ways.query().last) == (dt.date(2018, 1, 1), dt.date(2018, 2, 28))
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Return)
    settle()
    assert (ways.query().first, ways.query().last) == (dt.date(2018, 3, 1), dt.date(2018, 3, 31))
    QTest.keyClick(view, Qt.Key.Key_Delete)
    settle()
    assert ways.query() == replace(IncidentQuery(), order="date")


@pytest.mark.parametrize(("level", "size"), [("subdistrict", 8), ("district", 6)])
def test_a_place_of_the_map_narrows_the_list_and_is_let_go(
    ways: IncidentsPage, settle: Settle, level: str, size: int
) -> None:
    ways.ways.level.choose(level)
    ways.ways.level.chosen.emit(level)
    view = ways.ways.map
    place = next(hit.key for hit in view.drawing.hits if ways.desk.operations.gazetteer.within("C3916", hit.key))
    assert len(place) == size
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=spot(view, place))
    settle()
    assert ways.query().area == place
    assert ways.filters.area.currentText() != ""
    assert set(titles(ways)) >= {"One", "Three", "Straddling"}
    assert len(view.drawing.hits) > 1
    view.grab()
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Delete)
    settle()
    assert ways.query().area == ""


def test_what_no_picture_can_show_is_told(ways: IncidentsPage) -> None:
    assert ways.ways._rest.text() == "2 incidents are not dated to one month · 1 incident has no known sub-district"


def test_the_ways_are_arabic_and_named_and_give_way_to_the_record(
    ways: IncidentsPage, desk: Desk, settle: Settle
) -> None:
    desk.tongue.switch(ARABIC)
    settle()
    assert untranslated(ways.ways) == []
    assert unnamed(ways.ways) == []
    QTest.keyClick(ways.table, Qt.Key.Key_F4)
    assert ways.record.isVisible()
    assert not ways.ways.isVisible()


def test_incidents_of_one_place_and_day_lead_to_each_other(
    page: IncidentsPage, desk: Desk, filled: Workspace, settle: Settle
) -> None:
    day = dt.date(2018, 5, 9)
    first, second = (
        filled.save(dossier(incident=counted(day=day, title_en=title, time=time, second_strike=strike))).dossier
        for title, time, strike in (("First", "10:00", 30), ("Second", "10:30", None))
    )
    assert [row.uid for row in filled.same_place_and_day(first.incident.uid)] == [second.incident.uid]
    page.refresh()
    page.arrive(first.incident.uid)
    settle()
    opened: list[object] = []
    desk.page_asked.connect(lambda _, subject: opened.append(subject))
    view = page.record.findChild(SameDayView)
    assert isinstance(view, SameDayView)
    assert any("10:30 · Second" in bare(line.text()) for line in view.findChildren(QLabel))
    doors = [one for one in view.findChildren(QPushButton) if second.incident.reference in bare(one.text())]
    assert len(doors) == 1
    doors[0].click()
    assert opened == [second.incident.uid]
    spread_out = dossier(incident=counted(date=When(day, day + dt.timedelta(1), "range")))
    assert filled.same_place_and_day(filled.save(spread_out).dossier.incident.uid) == ()
