"""The palette over a real window and store: keys alone, both languages, back to where one was, nothing when locked."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from snhr_desktop.i18n import ARABIC, ENGLISH, bare
from snhr_desktop.reports.brief import Brief
from snhr_desktop.ui.incidents import IncidentsPage
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.main_window import MainWindow
from snhr_desktop.ui.pages import PAGES
from snhr_desktop.ui.seek import Palette
from snhr_desktop.ui.seek.model import LINE, Line
from snhr_desktop.ui.settings import Settings
from snhr_desktop.workspace import IncidentQuery, Workspace
from tests.builders import HOSTILE_TEXTS, FilledWith, case, dossier, incident, source, victim
from tests.ui.walk import cut_off, unnamed, untranslated


def fill(workspace: Workspace) -> None:
    """Two incidents, a saved filter and a report."""
    told = source(publisher_en="Civil Defence", publisher_ar="الدفاع المدني")
    workspace.save(dossier(victim(name_ar="أحمد الخالد", name_en="Ahmad al-Khalid"), sources=(told,)))
    school = incident(title_ar="قصف مدرسة", title_en="Shelling of a school")
    workspace.save(dossier(victim(name_ar="سالم"), victim(name_ar="أسماء سليم"), incident=school))
    workspace.save_filter("Markets", IncidentQuery(text="market"))
    workspace.publish(Brief("idlib"))


@pytest.fixture
def workspace(filled_with: FilledWith) -> Workspace:
    """A store with these in it."""
    return filled_with(fill)


@pytest.fixture
def window(kit: Kit, qtbot: QtBot, settings_path: Path, workspace: Workspace, tmp_path: Path) -> Iterator[MainWindow]:
    """A window over the store, with the list in front."""
    made = MainWindow(kit, Settings(settings_path), PAGES, tmp_path)
    made.resize(1366, 768)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.open_store(workspace, tmp_path / "office.snhr")
    made.go("incidents")
    yield made
    made.close()
    shiboken6.delete(made)


def palette(window: MainWindow) -> Palette:
    """The palette of an open store, brought by its key."""
    window.commands.actions["search"].trigger()
    assert window.seek is not None
    return window.seek


def lines(shown: Palette) -> list[Line]:
    """What stands in the list now."""
    return [shown.found.index(number).data(LINE) for number in range(shown.found.rowCount())]


def asked(window: MainWindow, qtbot: QtBot, typed: str) -> Palette:
    """The palette with the answer to something typed."""
    shown = palette(window)
    shown.field.setText(typed)  # QTest types no Arabic
    qtbot.waitUntil(lambda: shown._asked == shown._shown)
    return shown


def titles(shown: Palette, heading: str) -> list[str]:
    """What stands under a heading."""
    found, under = [], ""
    for line in lines(shown):
        if line.heading:
            under = line.title
        elif under == heading:
            found.append(bare(line.title))
    return found


def page(window: MainWindow) -> IncidentsPage:
    assert window.shell is not None
    shown = window.shell.page()
    assert isinstance(shown, IncidentsPage)
    return shown


def test_every_group_is_found_while_typing_and_marked_as_written(window: MainWindow, qtbot: QtBot) -> None:
    shown = asked(window, qtbot, "احمد")
    assert titles(shown, "People") == ["Ahmad al-Khalid · أحمد الخالد"]
    assert titles(shown, "Incidents") == ["Attack on a market", "All incidents with these words"]
    [person] = [line for line in lines(shown) if line.icon == "user"]
    assert [bare(person.title[start:end]) for start, end in person.title_marks] == ["أحمد"]
    for typed, heading, first in (
        ("civil", "Sources", "Civil Defence"),
        ("IDL-2018-00002", "Codes", "Shelling of a school"),
        ("mark", "Saved filters", "Markets"),
        ("سراقب", "Places", "Saraqib · سراقب"),
        ("repo", "Pages and commands", "Reports"),
        ("التقا", "Pages and commands", "Reports"),
        ("idlib", "Periods", "The Idlib period"),
    ):
        shown.field.clear()
        shown = asked(window, qtbot, typed)
        assert titles(shown, heading)[0].startswith(first.split(" period")[0]) or heading == "Periods", typed
        assert titles(shown, heading), typed


def test_of_a_woman_who_is_found_is_said_what_arabic_says_of_a_woman(
    window: MainWindow, workspace: Workspace, qtbot: QtBot
) -> None:
    workspace.save(dossier(victim(name_ar="ليلى", sex="female"), victim(name_ar="ليلى سالم")))
    window.kit.tongue.switch(ARABIC)
    shown = asked(window, qtbot, "ليلى")
    notes = {bare(line.title): bare(line.note) for line in lines(shown) if line.icon == "user"}
    assert notes["ليلى"].startswith("قُتلت")
    assert notes["ليلى سالم"].startswith("قُتل ")


def test_escape_gives_the_focus_back_where_it_was(window: MainWindow, qtbot: QtBot) -> None:
    field = page(window).search
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    shown = asked(window, qtbot, "احمد")
    assert shown.field.hasFocus()
    QTest.keyClick(shown.field, Qt.Key.Key_Escape)
    assert not shown.isVisible()
    assert field.hasFocus()
    assert palette(window).field.text() == ""


def test_enter_arrives_at_the_incident_with_the_person_shown(window: MainWindow, qtbot: QtBot) -> None:
    shown = asked(window, qtbot, "أسماء")
    QTest.keyClick(shown.field, Qt.Key.Key_Tab)
    at = shown.view.currentIndex().data(LINE)
    assert "أسماء سليم" in at.title
    assert "أسماء سليم" in shown.field.accessibleDescription()
    QTest.keyClick(shown.field, Qt.Key.Key_Return)
    assert not shown.isVisible()
    record = page(window).record
    qtbot.waitUntil(lambda: record._shown is not None and "school" in record._shown.dossier.incident.title_en)
    qtbot.waitUntil(lambda: page(window).table.current_uid() == record.uid)
    assert record._person
    shown = palette(window)
    qtbot.waitUntil(lambda: titles(shown, "Opened last") != [])
    assert "أسماء سليم" in titles(shown, "Opened last")[0]


def test_enter_before_the_answer_opens_the_first_of_it(window: MainWindow, qtbot: QtBot) -> None:
    shown = palette(window)
    QTest.keyClicks(shown.field, "school")
    QTest.keyClick(shown.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not shown.isVisible())
    record = page(window).record
    qtbot.waitUntil(lambda: record._shown is not None and "school" in record._shown.dossier.incident.title_en)


def test_a_record_the_filters_hide_is_arrived_at_all_the_same(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page(window).table.lines.total == 2)
    page(window).search.setText("market")
    qtbot.waitUntil(lambda: page(window).table.lines.total == 1)
    shown = asked(window, qtbot, "school")
    QTest.keyClick(shown.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page(window).table.lines.total == 2)
    qtbot.waitUntil(lambda: page(window).table.current_uid() == page(window).record.uid)


def test_a_source_a_place_and_a_filter_lead_to_the_list(window: MainWindow, qtbot: QtBot) -> None:
    for typed, total, chip in (("civil defence", 1, "Civil Defence"), ("Idlib", 2, ""), ("markets", 1, "")):
        shown = asked(window, qtbot, typed)
        wanted = {"civil defence": "book-open", "Idlib": "map-pin", "markets": "filter"}[typed]
        while shown.view.currentIndex().data(LINE).icon != wanted:
            QTest.keyClick(shown.field, Qt.Key.Key_Down)
        QTest.keyClick(shown.field, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda total=total: page(window).table.lines.total == total)  # type: ignore[misc]
        assert chip in page(window).door.text()


def test_commands_and_pages_are_reached_and_arrows_pass_headings(window: MainWindow, qtbot: QtBot) -> None:
    shown = asked(window, qtbot, "overview")
    QTest.keyClick(shown.field, Qt.Key.Key_Return)
    assert window.shell is not None
    assert window.shell.key == "overview"
    shown = palette(window)
    qtbot.waitUntil(lambda: shown.found.rowCount() > 3)
    for key in (Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_Backtab):
        QTest.keyClick(shown.field, key)
        assert not shown.view.currentIndex().data(LINE).heading
    window.go("incidents")
    assert not shown.isVisible()


def test_a_published_report_opens(window: MainWindow, qtbot: QtBot) -> None:
    shown = asked(window, qtbot, "R26")
    [code] = [line.note for line in lines(shown) if line.icon == "file-check"]
    assert bare(code).startswith("R26")


@pytest.mark.parametrize("typed", [*HOSTILE_TEXTS, "\U0001d518" * 40 + " احمد"])
def test_whatever_is_typed_is_answered(window: MainWindow, qtbot: QtBot, typed: str) -> None:
    shown = palette(window)
    shown.field.setText(typed)
    qtbot.waitUntil(lambda: shown._asked == shown._shown)
    shown.grab()


def test_a_date_a_case_and_everybody_of_a_name_have_their_doors(
    window: MainWindow, workspace: Workspace, qtbot: QtBot
) -> None:
    assert window.shell is not None
    operations = window.shell.desk.operations
    operations.change(lambda store: store.save_case(case(name_ar="سامر الحموي")), lambda _: None)
    for number in range(6):
        given = dossier(victim(name_ar=f"منصور {number}"))
        operations.change(lambda store, given=given: store.save(given), lambda _: None)  # type: ignore[misc]
    operations.settle()
    for typed, icon, key in (
        ("22/3/2018", "calendar-days", "incidents"),
        ("سامر", "lock", "cases"),
        ("منصور", "users", "people"),
        ("C3871", "map-pin", "incidents"),
    ):
        shown = asked(window, qtbot, typed)
        for _ in range(shown.found.rowCount()):
            if shown.view.currentIndex().data(LINE).icon == icon:
                break
            QTest.keyClick(shown.field, Qt.Key.Key_Down)
        QTest.keyClick(shown.field, Qt.Key.Key_Return)
        assert not shown.isVisible(), typed
        assert window.shell.key == key


def test_the_key_is_found_on_an_arabic_layout(window: MainWindow) -> None:
    press = QKeyEvent(QEvent.Type.KeyPress, ord("ن"), Qt.KeyboardModifier.ControlModifier, "ن")
    QApplication.sendEvent(window, press)
    assert window.seek is not None
    assert window.seek.isVisible()


def test_locking_takes_everything_found_away(window: MainWindow, qtbot: QtBot) -> None:
    shown = asked(window, qtbot, "احمد")
    window.lock()
    qtbot.waitUntil(lambda: window.shell is None)
    assert window.seek is None
    assert not shiboken6.isValid(shown) or not shown.isVisible()
    window.commands.actions["search"].trigger()
    assert window.seek is None


@pytest.mark.parametrize("typed", ["", "احمد", "nothing of this"])
@pytest.mark.parametrize("size", [(1366, 768), (960, 640)])
def test_nothing_is_untranslated_unnamed_or_cut_off(
    window: MainWindow, qtbot: QtBot, typed: str, size: tuple[int, int]
) -> None:
    window.resize(*size)
    shown = asked(window, qtbot, typed)
    for language in (ENGLISH, ARABIC):
        window.kit.tongue.switch(language)
        QApplication.processEvents()
        assert unnamed(shown) == []
        assert cut_off(shown) == []
        shown.grab()
    assert untranslated(shown, frozenset({"Markets"})) == []
    assert all(line.title for line in lines(shown))
