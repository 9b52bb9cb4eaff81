"""The page of the entry form: what it opens, what it keeps, where it leads back to."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from snhr_desktop.errors import DiskFull
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.entry_page import EntryPage
from snhr_desktop.ui.status_line import ALL_SAVED
from snhr_desktop.workspace import Workspace
from tests.builders import dossier

Settle = Callable[[], None]


@pytest.fixture
def page(desk: Desk, settle: Settle) -> Iterator[EntryPage]:
    """The page over an empty store."""
    made = EntryPage(desk)
    made.resize(1100, 640)
    made.show()
    yield made
    settle()
    shiboken6.delete(made)


def test_a_saved_incident_is_opened_and_led_back_to(
    page: EntryPage, desk: Desk, settle: Settle, workspace: Workspace
) -> None:
    doors: list[tuple[str, Any]] = []
    desk.page_asked.connect(lambda key, subject: doors.append((key, subject)))
    uid = workspace.save(dossier()).dossier.incident.uid
    page.arrive(uid)
    settle()
    assert page.form.raw()["incident"]["uid"] == uid
    page.form.close_entry()
    assert doors == [("incidents", uid)]


def test_what_was_typed_is_kept_when_the_page_is_left(page: EntryPage, settle: Settle, workspace: Workspace) -> None:
    page.arrive(None)
    page.form.body.editors["title_en"].set_raw("Half a title")
    page.form.body.edited.emit()
    page.hide()
    settle()
    (draft,) = workspace.drafts()
    assert draft.title == "Half a title"
    page.show()
    page.arrive(None)
    assert not page.form.raw()["incident"]["title_en"]
    page.arrive(draft)
    settle()
    assert page.form.raw()["incident"]["title_en"] == "Half a title"
    assert page.may_close()


def test_a_new_entry_leads_back_to_the_list(page: EntryPage, desk: Desk, settle: Settle) -> None:
    doors: list[tuple[str, Any]] = []
    desk.page_asked.connect(lambda key, subject: doors.append((key, subject)))
    page.arrive(None)
    settle()
    page.form.close_entry()
    assert doors == [("incidents", None)]


def test_an_incident_read_too_late_does_not_push_away_what_was_asked_for_since(
    page: EntryPage, settle: Settle, workspace: Workspace
) -> None:
    uid = workspace.save(dossier()).dossier.incident.uid
    page.arrive(uid)
    page.arrive(None)
    settle()
    assert not page.form.raw()["incident"].get("uid")


def test_nothing_is_closed_while_what_was_typed_is_kept_nowhere(
    page: EntryPage, desk: Desk, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    desk.told.connect(lambda words, _tone: told.append(desk.tongue.say(words)))

    def refuse(*_: Any) -> None:
        raise DiskFull

    page.arrive(None)
    page.form.body.editors["title_en"].set_raw("Half a title")
    page.form.body.edited.emit()
    with monkeypatch.context() as full:
        full.setattr(workspace, "put_draft", refuse)
        assert not page.may_close()
        assert told[-1].startswith("The store stays open")
        assert page.form.notice.text().startswith("The disk is full")
        page.arrive(None)
        assert not page.may_close(), "the entry before waits to be brought back"
    page.form.offer.brought_back.emit(page.form.offer._thrown.pop().raw)
    assert page.may_close()
    (draft,) = workspace.drafts()
    assert draft.title == "Half a title"


def test_a_bug_in_a_save_leaves_the_form_at_work(
    page: EntryPage, settle: Settle, workspace: Workspace, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def fail(*_: Any) -> None:
        raise ZeroDivisionError

    page.arrive(None)
    page.form.body.editors["title_en"].set_raw("Half a title")
    page.form.body.edited.emit()
    monkeypatch.setattr(workspace, "save", fail)
    with qtbot.capture_exceptions() as caught:
        page.form.save()
        settle()
    assert [kind for kind, *_ in caught] == [ZeroDivisionError]
    assert page.form.bar.save.isEnabled()
    page.form.body.editors["title_en"].set_raw("A whole title")
    page.form.body.edited.emit()
    assert page.may_close()
    assert [draft.title for draft in workspace.drafts()] == ["A whole title"]


def test_the_status_line_speaks_of_the_entry_only_while_it_is_in_front(page: EntryPage, desk: Desk) -> None:
    told: list[str] = []
    desk.saved_told.connect(lambda words: told.append(desk.tongue.say(words)))
    page.arrive(None)
    assert told[-1] == "Nothing entered yet."
    page.hide()
    assert told[-1] == ALL_SAVED.text
    page.show()
    assert told[-1] == "Nothing entered yet."


def test_an_entry_that_is_not_safe_yet_is_told_of_from_behind(page: EntryPage, desk: Desk, settle: Settle) -> None:
    told: list[str] = []
    desk.saved_told.connect(lambda words: told.append(desk.tongue.say(words)))
    page.arrive(None)
    title = page.form.body.editors["title_en"]
    title.set_raw("Market")
    title.edited.emit()
    page.hide()
    assert told[-1] == "Not in the draft yet…"
    settle()
    assert told[-1] == ALL_SAVED.text
