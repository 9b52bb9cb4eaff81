"""Texts edited for one report: printed, checked beside the field, restored, and never lost."""

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import shiboken6
from pypdf import PdfReader
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from snhr_desktop.errors import DiskFull
from snhr_desktop.i18n import ARABIC, ENGLISH, bare
from snhr_desktop.reports.brief import Brief
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.operations import Operations, Worker
from snhr_desktop.ui.reports.page import ReportsPage
from snhr_desktop.workspace import Draft, Workspace
from tests.builders import HOSTILE_TEXTS, PASSPHRASE, dossier, victim
from tests.reports.reading import joined, text_of
from tests.ui.reports.conftest import LONG

EDITED_EN = "Words of this report alone, in {area}, from {first} to {last}, by {scope}, as of {as_of}."
EDITED_AR = "كلمات هذا التقرير وحده، في {area}، من {first} إلى {last}، على يد {scope}، حتى {as_of}."


def edit(page: ReportsPage, name: str, english: str, arabic: str) -> None:
    """Type a text in both languages."""
    page.tabs.go(page.pane)
    page.pane.names.choose(name)
    for code, text in (("en", english), ("ar", arabic)):
        page.pane.editors[code].source.setPlainText(text)


def printed(page: ReportsPage) -> str:
    """The words of the report as made."""
    assert page.composition.made is not None
    return joined(text_of(PdfReader(io.BytesIO(page.composition.made.content))))


def test_an_edited_text_is_printed_in_each_language(page: ReportsPage, shown: Callable[[], str]) -> None:
    page.arrive(Brief("idlib", edition="both"))
    edit(page, "introduction", EDITED_EN, EDITED_AR)
    shown()
    text = printed(page)
    assert joined("Words of this report alone, in Idlib governorate, from 6 May 2017 to 31 May 2018") in text
    assert joined("كلمات هذا التقرير وحده، في محافظة إدلب") in text
    assert page.preview.edited.text() == "1 text is edited for this report"


@pytest.mark.parametrize("broken", ["{areas}", "{Area}", "{"])
def test_a_broken_placeholder_stops_the_making_and_is_told_beside_the_text(
    page: ReportsPage, desk: Desk, answer: Callable[[Path | None], list[str]], broken: str
) -> None:
    proposed, told = answer(None), list[str]()
    desk.told.connect(lambda words, _: told.append(page.kit.tongue.say(words)))
    edit(page, "introduction", EDITED_EN.replace("{area}", broken), EDITED_AR)
    said = bare(page.pane.editors["en"].complaint())
    assert broken in said
    assert "{area} is missing" in said
    assert page.pane.editors["ar"].complaint() == ""
    assert page.pane.editors["en"].source.property("invalid")
    assert "(to be corrected)" in page.pane.names.item(2).text()
    page.save.click()
    assert (page.composition.made, proposed) == (None, [])
    page.composition.compose()
    assert "the pages before your last change" in page.preview.notice.text()
    assert "a text has a placeholder that is missing" in told[0]
    page.preview.texts_asked.emit()
    assert page.tabs.shows(page.pane)
    assert page.pane.names.name() == "introduction"


def test_the_language_that_the_edition_leaves_out_is_told(page: ReportsPage, qtbot: QtBot) -> None:
    def aside() -> dict[str, bool]:
        return {code: not editor._aside.isHidden() for code, editor in page.pane.editors.items()}

    assert aside() == {"en": False, "ar": True}
    with qtbot.waitSignal(page.composition.finished, timeout=LONG):
        page.arrive(Brief("idlib", edition="both"))
    assert aside() == {"en": False, "ar": False}


def test_what_is_written_for_the_office_does_not_come_before_the_public(
    page: ReportsPage, shown: Callable[[], str], qtbot: QtBot
) -> None:
    def choose(audience: str) -> None:
        with qtbot.waitSignal(page.composition.finished, timeout=LONG):
            page.arrive(Brief("idlib", audience=audience))

    choose("internal")
    edit(page, "introduction", "For the office alone. {area} {first} {last} {scope} {as_of}", EDITED_AR)
    shown()
    assert joined("For the office alone") in printed(page)
    choose("public")
    assert joined("For the office alone") not in printed(page)
    assert page.texts.count() == 0
    choose("internal")
    assert joined("For the office alone") in printed(page)


def test_a_withheld_name_is_not_printed_and_is_told_beside_the_text(
    page: ReportsPage, workspace: Workspace, shown: Callable[[], str], qtbot: QtBot
) -> None:
    workspace.save(dossier(victim(name_ar="سلمى الحاج خليل", age=9, age_group="child", naming="published")))
    with qtbot.waitSignal(page.composition.finished, timeout=LONG):
        page.arrive(Brief("idlib", edition="both"))
    edit(page, "introduction", f"{EDITED_EN} Salma Khalil was nine.", f"{EDITED_AR} وكانت سلمى خليل في التاسعة.")
    assert "“Salma Khalil” may not be named" in bare(page.pane.editors["en"].complaint())
    assert "(a name is hidden)" in page.pane.names.item(2).text()
    shown()
    text = printed(page)
    assert joined("[…] was nine") in text
    assert joined("Khalil") not in text
    assert joined("خليل") not in text


def test_a_text_of_the_other_language_does_not_stop_an_edition(page: ReportsPage, shown: Callable[[], str]) -> None:
    edit(page, "about", "Nothing to fill.", "لا يوجد {massacres}")
    assert page.pane.editors["en"].complaint()
    assert not page.pane.editors["ar"].complaint()
    page.choices.edition.choose("ar")
    page.choices.edition.chosen.emit("ar")
    shown()


def test_a_text_is_restored_by_itself(page: ReportsPage) -> None:
    edit(page, "introduction", EDITED_EN, EDITED_AR)
    english, arabic = (page.pane.editors[code] for code in ("en", "ar"))
    english.restore.click()
    assert english.source.toPlainText() == page.texts.standing("introduction", "en")
    assert arabic.source.toPlainText() == EDITED_AR
    assert (english.restore.isEnabled(), arabic.restore.isEnabled()) == (False, True)
    assert page.pane.names.item(2).text() == "Introduction (edited)"


def test_a_placeholder_is_put_in_where_the_cursor_stands(page: ReportsPage) -> None:
    edit(page, "about", "In .", "في .")
    editor = page.pane.editors["en"]
    cursor = editor.source.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.Right, n=3)
    editor.source.setTextCursor(cursor)
    action = next(action for action in editor._menu.actions() if "{area}" in action.text())
    assert "Idlib governorate" in bare(action.text())
    action.trigger()
    assert editor.source.toPlainText() == "In {area}."
    assert "{area} is missing" in bare(page.pane.editors["ar"].complaint())


def test_what_was_typed_survives_the_switch_of_language_and_other_pages(
    page: ReportsPage, shown: Callable[[], str]
) -> None:
    edit(page, "introduction", EDITED_EN, EDITED_AR)
    page.kit.tongue.switch(ARABIC)
    page.hide()
    page.show()
    shown()
    page.kit.tongue.switch(ENGLISH)
    assert page.pane.editors["ar"].source.toPlainText() == EDITED_AR
    assert page.texts.is_edited("introduction")


def test_edited_texts_are_there_when_the_store_is_opened_again(
    page: ReportsPage, worker: Worker, workspace: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    edit(page, "introduction", EDITED_EN, EDITED_AR)
    assert page.may_close()
    done: list[None] = []
    worker.run(workspace.close, done.append)
    qtbot.waitUntil(lambda: bool(done))
    with Workspace.open(tmp_path / "office.snhr", PASSPHRASE) as again:
        operations = Operations(worker, again)
        desk = Desk(page.kit, operations)
        reopened = ReportsPage(desk)
        reopened.show()
        qtbot.waitUntil(lambda: reopened.preview.shows_pages, timeout=LONG)
        assert reopened.texts.text("introduction", "ar") == EDITED_AR
        assert reopened.texts.text("about", "ar") == reopened.texts.standing("about", "ar")
        shiboken6.delete(reopened)
        shiboken6.delete(desk)


@pytest.mark.parametrize("text", [text for text in HOSTILE_TEXTS if "{" not in text] + [""])
def test_hostile_and_empty_texts_are_printed_as_words(page: ReportsPage, shown: Callable[[], str], text: str) -> None:
    edit(page, "about", text, text)
    shown()
    assert page.preview.shows_pages


def test_what_is_typed_while_another_report_is_gathered_is_kept_too(
    page: ReportsPage, worker: Worker, workspace: Workspace, qtbot: QtBot
) -> None:
    edit(page, "introduction", EDITED_EN, EDITED_AR)
    material = page.composition.material
    assert material is not None
    page.texts.open(replace(material, brief=replace(material.brief, period="another")))
    done: list[tuple[Draft, ...]] = []
    worker.run(workspace.drafts, done.append)
    qtbot.waitUntil(lambda: bool(done))
    assert [draft.key for draft in done[0]] == ["report:idlib:thematic::public"]


def test_nothing_is_closed_while_edited_texts_are_kept_nowhere(
    page: ReportsPage, desk: Desk, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    desk.told.connect(lambda words, _tone: told.append(desk.tongue.say(words)))

    def refuse(*_: object) -> None:
        raise DiskFull

    edit(page, "introduction", EDITED_EN, EDITED_AR)
    with monkeypatch.context() as full:
        full.setattr(workspace, "put_draft", refuse)
        assert not page.may_close()
    assert [words.split(".")[0].split(":")[0] for words in told] == ["The disk is full", "The store stays open"]
    assert page.may_close()
    assert [draft.key for draft in workspace.drafts()] == ["report:idlib:thematic::public"]
