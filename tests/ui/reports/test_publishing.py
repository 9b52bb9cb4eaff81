"""Publishing from the window: asked once, shown as it is kept, and what changes afterwards leads to its record."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from snhr_desktop.i18n import ARABIC, ENGLISH, N_, Language, bare
from snhr_desktop.reports.agreement.held import Held
from snhr_desktop.reports.brief import Brief
from snhr_desktop.reports.publishing import SavedMeanwhile
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.incidents.page import IncidentsPage
from snhr_desktop.ui.incidents.record.prose import Prose
from snhr_desktop.ui.kit import Kit
from snhr_desktop.ui.reports.check_pane import say_held
from snhr_desktop.ui.reports.page import ReportsPage
from snhr_desktop.ui.reports.publishing import NotPublished, PublishDialog, Publishing
from snhr_desktop.ui.widgets import PlainLabel
from snhr_desktop.workspace import IncidentQuery, Workspace
from tests.builders import attribution, dossier, victim
from tests.ui.reports.conftest import LONG
from tests.ui.walk import cut_off, unnamed, untranslated


@pytest.fixture
def agreed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Says yes to the question; the codes that were asked about."""
    asked: list[str] = []

    def agree(_: Publishing, code: str, what: Callable[[Language], str], _checked: object) -> bool:
        assert "Thematic report · Public · English" in bare(what(ENGLISH))
        asked.append(code)
        return True

    monkeypatch.setattr(Publishing, "_agreed", agree)
    return asked


@pytest.fixture
def published(page: ReportsPage, qtbot: QtBot, agreed: list[str]) -> ReportsPage:
    page.publish.click()
    qtbot.waitUntil(lambda: page.stored.shows_pages and "Nothing has changed" in changes_shown(page), timeout=LONG)
    return page


def changes_shown(page: ReportsPage) -> str:
    """What is said to have changed since."""
    return bare("\n".join(one.text() for one in page.published.changes._content.findChildren(PlainLabel)))


def doors(page: ReportsPage) -> list[QPushButton]:
    """The doors to incidents in the list of what changed."""
    return [one for one in page.published.changes.findChildren(QPushButton) if one.isVisibleTo(page)]


def save_one_more_killed(desk: Desk, qtbot: QtBot) -> str:
    """Save the incident of the page with one more victim; its reference."""
    done: list[Any] = []

    def act(workspace: Workspace) -> Any:
        row = workspace.incidents(IncidentQuery()).rows[0]
        dossier = workspace.dossier(row.uid)
        return workspace.save(replace(dossier, victims=(*dossier.victims, victim())))

    desk.operations.change(act, done.append)
    qtbot.waitUntil(lambda: bool(done), timeout=LONG)
    return str(done[0].dossier.incident.reference)


def test_the_code_told_is_the_code_given_and_the_file_is_shown(published: ReportsPage, agreed: list[str]) -> None:
    assert published.tabs.shows(published.published)
    assert agreed == [published.published.code()]
    assert agreed[0][0] == "R"
    assert agreed[0].endswith("01")
    assert agreed[0] in bare(published.published.list.item(0).text())
    assert "Nothing has changed since" in changes_shown(published)
    assert not published.publish.isVisible()


def test_what_changed_since_is_a_door_to_its_record(published: ReportsPage, desk: Desk, qtbot: QtBot) -> None:
    opened: list[tuple[str, Any]] = []
    desk.page_asked.connect(lambda key, subject: opened.append((key, subject)))
    reference = save_one_more_killed(desk, qtbot)
    published.published.refresh()
    qtbot.waitUntil(lambda: "Civilians killed" in changes_shown(published), timeout=LONG)
    assert "+1 victim (2, now 3)" in changes_shown(published)
    door = next(one for one in doors(published) if reference in bare(one.text()))
    door.click()
    assert opened[0][0] == "incidents"
    published.kit.tongue.switch(ARABIC)
    assert "زيادة" in changes_shown(published)


def test_the_same_bytes_are_built_again(published: ReportsPage, qtbot: QtBot) -> None:
    published.published.build.click()
    qtbot.waitUntil(lambda: bool(published.published.notice.text()), timeout=LONG)
    assert "the file is the same, byte by byte" in published.published.notice.text()


def test_only_what_was_looked_at_is_published(
    page: ReportsPage, workspace: Workspace, qtbot: QtBot, agreed: list[str]
) -> None:
    refused: list[object] = []
    page.publishing.refused.connect(refused.append)
    workspace.save(dossier(victim()))  # by another window, of which this one hears nothing
    with qtbot.waitSignal(page.composition.finished, timeout=LONG):  # made anew, to be looked at
        page.publish.click()
    assert isinstance(refused[0], SavedMeanwhile)
    page.publish.click()
    qtbot.waitUntil(lambda: page.stored.shows_pages and bool(page.published.code()), timeout=LONG)
    assert len(agreed) == 2


def test_what_was_asked_of_one_report_is_not_asked_of_another(
    page: ReportsPage, qtbot: QtBot, agreed: list[str]
) -> None:
    with qtbot.waitSignal(page.composition.finished, timeout=LONG):
        page.arrive(Brief("idlib", audience="internal"))
        page.publish.click()  # while its pages are being made
        page.arrive(Brief("idlib", audience="public"))
    qtbot.wait(300)
    assert agreed == []
    assert page.published.publication("") is None


def test_what_changed_is_told_whenever_the_page_is_shown_again(
    published: ReportsPage, workspace: Workspace, qtbot: QtBot
) -> None:
    workspace.save(dossier(victim(number=4), attributions=(attribution("regime"),)))
    published.refresh()
    qtbot.waitUntil(lambda: "Civilians killed" in changes_shown(published), timeout=LONG)


def test_a_second_report_can_be_published_at_once(published: ReportsPage, qtbot: QtBot, agreed: list[str]) -> None:
    qtbot.waitUntil(lambda: published.composition.made is not None, timeout=LONG)
    published.tabs.go(published.choices)
    published.publish.click()
    qtbot.waitUntil(lambda: published.published.list.count() == 2, timeout=LONG)
    assert agreed[1].endswith("02")


def test_calling_off_publishes_nothing(
    page: ReportsPage, desk: Desk, qtbot: QtBot, agreed: list[str], workspace: Workspace
) -> None:
    refused: list[object] = []
    page.publishing.refused.connect(refused.append)
    page.publishing.stepped.connect(lambda _: page.call_off(), Qt.ConnectionType.DirectConnection)
    page.publish.click()
    qtbot.waitUntil(lambda: bool(refused), timeout=LONG)
    assert isinstance(refused[0], NotPublished)
    assert not page.preview.progress.isVisible()
    found: list[Any] = []
    desk.operations.ask(lambda store: store.publications(), found.append)
    qtbot.waitUntil(lambda: bool(found))
    assert found == [()]


def test_a_record_names_the_reports_it_is_in_and_its_code_opens_them(
    published: ReportsPage, desk: Desk, qtbot: QtBot
) -> None:
    code, reference = published.published.code(), save_one_more_killed(desk, qtbot)
    page = IncidentsPage(desk)
    page.resize(1150, 700)
    page.show()
    opened: list[tuple[str, Any]] = []
    desk.page_asked.connect(lambda key, subject: opened.append((key, subject)))

    def said() -> str:
        shown = [one.toPlainText() for one in page.record.findChildren(Prose)]
        return bare("\n".join([*shown, *(one.text() for one in page.record.findChildren(QPushButton))]))

    qtbot.waitUntil(lambda: code in said(), timeout=LONG)
    assert "Civilians killed: 2" in said()
    assert "Changed since: revision 1 was published, 2 is the latest." in said()
    door = next(one for one in page.record.findChildren(QPushButton) if code in bare(one.text()))
    door.click()
    assert opened.pop() == ("reports", code)
    page.search.setText(code.lower())
    QTest.keyClick(page.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(opened))
    assert opened.pop() == ("reports", code)
    page.search.setText(reference.lower())
    QTest.keyClick(page.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(page.record.uid))
    shiboken6.delete(page)
    desk.operations.settle()


def test_the_question_says_what_freezing_means_in_both_languages(kit: Kit, qtbot: QtBot) -> None:
    dialog = PublishDialog(
        kit,
        "R261101",
        lambda language: language.text(N_("Title of the report")),
        partial(say_held, Held(16, 11, 4, 542)),
    )
    qtbot.addWidget(dialog)
    dialog.show()
    assert cut_off(dialog) == []
    shown = [bare(one.text()) for one in dialog.findChildren(PlainLabel)]
    assert "Checked, and the numbers agree: figures 16, tables 11, charts 4, sentences 542." in shown
    kit.tongue.switch(ARABIC)
    assert untranslated(dialog, frozenset({"R261101"})) == []
    assert unnamed(dialog) == []
    QTest.keyClick(dialog.leave, Qt.Key.Key_Return)
    assert dialog.result() == dialog.DialogCode.Rejected


def test_in_arabic_the_published_ones_have_nothing_left_in_english(
    published: ReportsPage, desk: Desk, qtbot: QtBot, shown: Callable[[], str]
) -> None:
    save_one_more_killed(desk, qtbot)
    published.published.refresh()
    qtbot.waitUntil(lambda: "Civilians killed" in changes_shown(published), timeout=LONG)
    published.kit.tongue.switch(ARABIC)
    assert untranslated(published.published) == []
    assert unnamed(published.published) == []


def test_only_the_turner_of_the_pages_in_front_is_seen(page: ReportsPage, qtbot: QtBot) -> None:
    """The stored file may come only after another tab was chosen."""
    page.stored.show_file(page.composition.made.content if page.composition.made else b"")
    assert (page.preview.turner.isVisible(), page.stored.turner.isVisible()) == (True, False)
    page.tabs.go(page.published)
    qtbot.waitUntil(lambda: not page.preview.turner.isVisible())
    page.tabs.go(page.choices)
    assert (page.preview.turner.isVisible(), page.stored.turner.isVisible()) == (True, False)
