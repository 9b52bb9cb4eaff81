"""The page of people: a second use of the list, whose rows lead to an incident with the person shown."""

from collections.abc import Callable, Iterator

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QTextEdit
from pytestqt.qtbot import QtBot

from snhr_desktop.i18n import ARABIC, bare
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.incidents.arrivals import PersonShown
from snhr_desktop.ui.operations import Worker
from snhr_desktop.ui.people import PeoplePage
from snhr_desktop.ui.people.columns import COLUMNS
from snhr_desktop.workspace import Workspace
from tests.builders import HOSTILE_TEXTS, counted, dossier, victim
from tests.ui.walk import unnamed, untranslated

Settle = Callable[[], None]
KEYS = [column.key for column in COLUMNS]


@pytest.fixture
def settle(qtbot: QtBot, worker: Worker) -> Settle:
    """Waits until everything asked is answered, and what was asked then."""

    def wait() -> None:
        for _ in range(4):
            QTest.qWait(70)
            done: list[None] = []
            worker.run(lambda: None, done.append)
            qtbot.waitUntil(lambda done=done: bool(done))  # type: ignore[misc]

    return wait


@pytest.fixture
def page(desk: Desk, workspace: Workspace, settle: Settle) -> Iterator[PeoplePage]:
    """The page over an incident with a crowd and one with a group."""
    crowd = [victim(name_en=f"Person {number:02}", name_ar=f"شخص {number:02}") for number in range(20)]
    given = [
        dossier(*crowd, incident=counted(title_en="Crowd")),
        dossier(victim(number=3, sex="", outcome="injured"), incident=counted(title_en="Group")),
        dossier(victim(name_en="Hostile", name_ar=HOSTILE_TEXTS[1], age=0, age_group="child", naming="none")),
    ]
    assert workspace.save_many(given).refused == ()
    made = PeoplePage(desk)
    made.resize(1150, 640)
    made.show()
    settle()
    yield made
    settle()
    shiboken6.delete(made)


def cell(page: PeoplePage, row: int, key: str) -> str:
    """What a cell shows, without direction marks."""
    return bare(str(page.table.lines.index(row, KEYS.index(key)).data()))


def said(page: PeoplePage) -> str:
    """All that the record says."""
    body = page.record.body
    return "\n".join(
        [label.text() for label in body.findChildren(QLabel)]
        + [prose.toPlainText() for prose in body.findChildren(QTextEdit)]
    )


def test_everybody_is_listed_and_counted(page: PeoplePage) -> None:
    assert page.foot.count.text() == "22 entries of people · 21 civilians killed · 3 civilians injured"
    page.search.setText("hostile")
    assert cell(page, 0, "name") != ""


def test_a_name_is_found_in_any_spelling_and_its_row_says_who(page: PeoplePage, settle: Settle) -> None:
    page.search.setText("شخص 07")
    settle()
    settle()
    assert page.table.lines.total == 1
    assert cell(page, 0, "name") == "Person 07 · شخص 07"
    assert (cell(page, 0, "sex"), cell(page, 0, "age"), cell(page, 0, "outcome")) == ("Male", "", "Killed")
    assert cell(page, 0, "reference").startswith("IDL-2018-")
    page.search.setText("nobody of that name")
    settle()
    assert page._stack.currentWidget() is page.nothing
    page.clear()
    settle()
    assert page.table.lines.total == 22


def test_unknown_age_is_not_age_0_and_a_group_says_its_number(page: PeoplePage, settle: Settle) -> None:
    page.traits.outcome.choose("injured")
    page.traits.changed.emit()
    settle()
    assert cell(page, 0, "name") == "Name not known · 3 persons"
    page.clear()
    page.search.setText("hostile")
    settle()
    settle()
    assert cell(page, 0, "age") == "0"
    assert cell(page, 0, "naming") == "Do not publish the name"


def test_the_incident_is_read_with_the_person_shown_however_many_there_are(page: PeoplePage, settle: Settle) -> None:
    page.search.setText("person 19")
    settle()
    settle()
    assert page.record.uid == page.table.lines.row(0).incident_uid
    assert "Person looked for" in said(page)
    assert "Person 19" in said(page)
    assert "Person 18" not in said(page)
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert page.record.body.hasFocus()


def test_where_there_is_no_room_enter_leads_to_the_incident(page: PeoplePage, desk: Desk, settle: Settle) -> None:
    opened: list[tuple[str, object]] = []
    desk.page_asked.connect(lambda key, subject: opened.append((key, subject)))
    page.resize(700, 600)
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    person = page.table.current_person()
    assert person is not None
    assert opened == [("incidents", PersonShown(person.incident_uid, person.uid))]


def test_people_are_sorted_and_copied(page: PeoplePage, settle: Settle) -> None:
    page.table.sort_asked.emit("name")
    settle()
    assert cell(page, 0, "name").startswith("Hostile")
    page.table.selectAll()
    page.foot.copying.start()
    settle()
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0].startswith("Name\t")
    assert len(lines) == 23
    assert bare("\n".join(lines)) == "\n".join(lines)


def test_the_page_is_arabic_and_named(page: PeoplePage, desk: Desk, settle: Settle) -> None:
    desk.tongue.switch(ARABIC)
    settle()
    assert cell(page, 3, "name").startswith("شخص")
    assert untranslated(page) == []
    assert unnamed(page) == []
