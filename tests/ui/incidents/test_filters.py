"""Filters and doors: what they narrow to, how they are taken away, and what stands where nothing is found."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from snhr_desktop.i18n import ARABIC, LANGUAGES, N_, Language, bare
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.incidents import IncidentsPage
from snhr_desktop.workspace import IncidentQuery, Workspace
from tests.builders import HOSTILE_TEXTS
from tests.ui.incidents.conftest import titles

Settle = Callable[[], None]


@pytest.fixture
def opened(desk: Desk) -> list[tuple[str, Any]]:
    """The doors that were opened."""
    doors: list[tuple[str, Any]] = []
    desk.page_asked.connect(lambda key, subject: doors.append((key, subject)))
    return doors


@pytest.mark.parametrize(("typed", "found"), [("market", ["Alpha"]), ("اسماء", ["Beta"]), ("school", ["Alpha"])])
def test_words_of_either_language_find(page: IncidentsPage, settle: Settle, typed: str, found: list[str]) -> None:
    page.search.setText(typed)
    settle()
    assert titles(page) == found


@pytest.mark.parametrize(
    ("box", "code", "found"),
    [
        ("status", "rejected", ["Delta"]),
        ("kind", "prohibited_weapon", ["Beta"]),
        ("party", "alliance", ["Gamma", "Alpha", "Delta"]),
        ("area", "SY02", ["Gamma"]),
    ],
)
def test_each_choice_narrows_and_delete_takes_it_back(
    page: IncidentsPage, settle: Settle, box: str, code: str, found: list[str]
) -> None:
    choice = getattr(page.filters, box)
    choice.setCurrentIndex(choice.findData(code))
    choice.activated.emit(choice.currentIndex())
    settle()
    assert titles(page) == found
    assert page.filters.clear.isEnabled()
    QTest.keyClick(choice, Qt.Key.Key_Delete)
    settle()
    assert len(titles(page)) == 4
    assert not page.filters.clear.isEnabled()


def type_over(line: Any, text: str) -> None:
    """Type a date as a person does."""
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text)
    QTest.keyClick(line, Qt.Key.Key_Return)


def test_dates_are_taken_in_any_usual_spelling(page: IncidentsPage, settle: Settle) -> None:
    type_over(page.filters.first, "1/3/2018")
    type_over(page.filters.last, "March 2018")
    settle()
    assert (page.query().first, page.query().last) == (dt.date(2018, 3, 1), dt.date(2018, 3, 31))
    assert titles(page) == ["Beta"]
    assert page.filters.dates.code() == "chosen"


def test_a_date_that_does_not_exist_is_refused_beside_it(page: IncidentsPage, settle: Settle) -> None:
    type_over(page.filters.first, "31/2/2018")
    settle()
    assert page.filters.first.property("invalid") is True
    assert "31/2/2018" in bare(page.filters.first.toolTip())
    assert len(titles(page)) == 4


def test_a_period_sets_both_ends(page: IncidentsPage, settle: Settle) -> None:
    dates = page.filters.dates
    dates.setCurrentIndex(dates.findData("idlib"))
    dates.activated.emit(dates.currentIndex())
    settle()
    assert page.query().first is not None
    assert dates.code() == "idlib"
    assert set(titles(page)) == {"Alpha", "Beta", "Gamma"}


def test_a_door_narrows_to_its_records_until_it_is_taken_away(
    page: IncidentsPage, settle: Settle, filled: Workspace
) -> None:
    uids = tuple(row.uid for row in filled.incidents(IncidentQuery(text="Alpha")).rows)
    page.search.setText("Gamma")
    page.arrive((IncidentQuery(uids=uids), N_("Massacre")))
    settle()
    assert titles(page) == ["Alpha"]
    assert bare(page.door.text()) == "Behind: Massacre"
    page.door.findChildren(type(page.beside))[0].click()
    settle()
    assert page.door.text() == ""
    assert len(titles(page)) == 4


def test_a_door_of_plain_filters_sets_them(page: IncidentsPage, settle: Settle) -> None:
    page.arrive(IncidentQuery(statuses=("rejected",)))
    settle()
    assert page.filters.status.code() == "rejected"
    assert page.door.text() == ""
    page.arrive(IncidentQuery(statuses=("rejected", "reported")))
    settle()
    assert page.filters.status.code() == ""
    assert page.door.text() != ""
    assert titles(page) == ["Gamma", "Delta"]


def test_a_door_to_nothing_finds_nothing(page: IncidentsPage, settle: Settle) -> None:
    page.arrive((IncidentQuery(uids=()), N_("Massacre")))
    settle()
    assert page.list.shown() is page.list.nothing


def test_nothing_found_offers_to_clear(page: IncidentsPage, settle: Settle) -> None:
    page.search.setText("nowhere")
    settle()
    assert page.list.shown() is page.list.nothing
    page.list.nothing.findChildren(QPushButton)[0].click()
    settle()
    assert page.search.text() == ""
    assert len(titles(page)) == 4


def test_an_empty_store_offers_the_first_step(
    empty_page: IncidentsPage, opened: list[tuple[str, Any]], settle: Settle
) -> None:
    assert empty_page.list.shown() is empty_page.list.empty
    empty_page.list.empty.findChildren(QPushButton)[0].click()
    assert opened == [("entry", None)]


def test_no_words_break_the_search(page: IncidentsPage, settle: Settle) -> None:
    for typed in HOSTILE_TEXTS:
        page.search.setText(typed)
        settle()
        assert page.list.shown() is page.list.nothing, typed


def test_drafts_are_counted_and_opened(
    page: IncidentsPage, settle: Settle, filled: Workspace, opened: list[tuple[str, Any]], desk: Desk
) -> None:
    assert page.drafts.isHidden()
    filled.put_draft("new-1", {"incident": {"title_ar": "<b>سوق</b> & مدرسة"}})
    page.hide()
    page.show()
    settle()
    assert page.drafts.link.text() == "1 unsaved entry"
    page.drafts.link.click()
    assert opened[-1][1].key == "new-1"
    filled.put_draft("new-2", {"incident": {}})
    filled.put_draft("report:idlib", {"en": {"about": "A text of the report, and no incident."}})
    page.drafts.show_drafts(filled.drafts())
    desk.tongue.switch(ARABIC)
    assert page.drafts.link.text() == "إدخالان غير محفوظين"
    menu = page.drafts.menu()
    assert any("<b>سوق</b> && مدرسة" in bare(action.text()) for action in menu.actions())
    menu.actions()[0].trigger()
    assert opened[-1][1].key in ("new-1", "new-2")


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=lambda language: language.code)
@pytest.mark.parametrize("width", [1150, 900])
def test_unset_filters_are_read_whole(page: IncidentsPage, settle: Settle, width: int, language: Language) -> None:
    page.desk.tongue.switch(language)
    page.resize(width, 640)
    settle()
    bar = page.filters
    for box in (bar.dates, bar.status, bar.kind, bar.party, bar.area):
        assert box.shown() == box.currentText()
