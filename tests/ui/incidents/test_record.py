"""The record: everything it says of an incident, in two languages, and what it keeps to itself."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QTextEdit

from snhr_desktop.i18n import ARABIC, ENGLISH, bare
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.incidents import IncidentsPage
from snhr_desktop.workspace import Changes, IncidentQuery, Workspace
from tests.builders import HOSTILE_TEXTS, dossier, incident, source, victim
from tests.ui.incidents.conftest import rename, shown
from tests.ui.walk import cut_off, unnamed, untranslated

Settle = Callable[[], None]


def said(page: IncidentsPage) -> str:
    """Everything the record says, without direction marks."""
    labels = [label.text() for label in page.record.body.findChildren(QLabel) if label.isVisibleTo(page.record)]
    texts = [text.toPlainText() for text in page.record.body.findChildren(QTextEdit)]
    return bare("\n".join([*labels, *texts]))


def read(page: IncidentsPage, workspace: Workspace, settle: Settle, **fields: Any) -> None:
    """Save one more incident and show its record."""
    saved = workspace.save(dossier(**fields))
    page.arrive(saved.dossier.incident.uid)
    settle()


def show(page: IncidentsPage, row: int, settle: Settle) -> None:
    """Come to a row."""
    page.table.go_to(row)
    settle()


def test_a_record_says_everything(page: IncidentsPage, settle: Settle) -> None:
    show(page, 2, settle)
    text = said(page)
    for told in (
        "Alpha market", "سوق ألفا", "Documented", "Massacre", "1 June 2017", "Idlib · Idlib sub-district",
        "7 civilians killed: 7 men", "3 civilians injured", "Syrian regime forces", "Joint, until one party",
        "School: North school", "1 attack, 2 munitions", "Eyewitness: W1", "by tester", "First saved",
    ):  # fmt: skip
        assert told in text, told


def test_who_a_source_is_shows_only_when_asked_for(page: IncidentsPage, settle: Settle) -> None:
    show(page, 1, settle)
    assert "رأيت الطائرة" in said(page)
    assert "Secret Person" not in said(page)
    protected = next(b for b in page.record.findChildren(QPushButton) if "protected" in b.text())
    protected.click()
    assert "Secret Person" in said(page)
    show(page, 0, settle)
    show(page, 1, settle)
    assert "Secret Person" not in said(page)


def test_the_history_says_what_changed_and_why(page: IncidentsPage, settle: Settle, filled: Workspace) -> None:
    uid = rename(filled, "Beta", "Beta renamed")
    now = filled.dossier(uid)
    sources = (replace(now.sources[0], contact="0955"),)
    changed = replace(now.incident, status="under_review", narrative_en="It was seen. " * 40)
    again = replace(now, incident=changed, sources=sources, victims=(*now.victims, victim(number=3)))
    filled.save(again, "Called in question")
    page.arrive(uid)
    settle()
    text = said(page)
    for told in (
        "A better title", "Title in English: Beta camp → Beta renamed", "Status: Documented → Under review",
        "Narrative in English: rewritten", "Source, Contact: changed (protected)",
        "Victim added: 3 persons, names not known",
    ):  # fmt: skip
        assert told in text, told
    assert "0955" not in text


def test_both_languages_say_the_same_record(page: IncidentsPage, settle: Settle, desk: Desk) -> None:
    show(page, 2, settle)
    desk.tongue.switch(ARABIC)
    text = said(page)
    assert page.record.uid == page.table.current_uid()
    for told in ("Alpha market", "سوق ألفا", "موثّق", "مجزرة", "1 حزيران 2017", "الحفظ الأول"):
        assert told in text, told
    assert "Documented" not in text
    desk.tongue.switch(ENGLISH)
    assert "Documented" in said(page)


@pytest.mark.parametrize("hostile", HOSTILE_TEXTS)
def test_hostile_text_is_shown_as_it_was_written(
    page: IncidentsPage, settle: Settle, filled: Workspace, hostile: str
) -> None:
    short = hostile[:100]
    read(
        page, filled, settle, incident=incident(title_en=short, narrative_ar=hostile),
        victims=(victim(name_en=short),), sources=(source(pseudonym=short[:70]),),
    )  # fmt: skip
    text = said(page)
    assert text.count(" ".join(bare(short).split())) >= 2
    assert bare(hostile).strip() in text


def test_a_long_word_does_not_widen_the_record(page: IncidentsPage, settle: Settle, filled: Workspace) -> None:
    read(page, filled, settle, incident=incident(title_en="x" * 200), victims=(victim(name_en="y" * 120),))
    inner = page.record.body.widget()
    assert inner is not None
    assert inner.width() <= page.record.body.viewport().width()


def test_many_victims_come_when_asked_for(page: IncidentsPage, settle: Settle, filled: Workspace) -> None:
    read(page, filled, settle, victims=tuple(victim(name_en=f"Person {number}") for number in range(30)))
    assert "Person 11" in said(page)
    assert "Person 12" not in said(page)
    next(b for b in page.record.findChildren(QPushButton) if b.text() == "Show 18 more").click()
    assert "Person 29" in said(page)


def test_the_reference_is_copied_bare(page: IncidentsPage, settle: Settle) -> None:
    show(page, 0, settle)
    page.record.copy.click()
    assert QGuiApplication.clipboard().text().startswith("IDL-")


def test_the_keyboard_walks_reads_and_edits(page: IncidentsPage, settle: Settle, desk: Desk) -> None:
    doors: list[tuple[str, Any]] = []
    desk.page_asked.connect(lambda key, subject: doors.append((key, subject)))
    page.activateWindow()
    page.table.setFocus()
    show(page, 0, settle)
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    settle()
    assert "Beta camp" in said(page)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert doors == [("entry", page.table.current_uid())]
    QTest.keyClick(page, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert len(doors) == 2
    QTest.keyClick(page, Qt.Key.Key_F9)
    assert not page.record.isVisible()
    QTest.keyClick(page.table, Qt.Key.Key_Return)  # shows the record again before it opens the form
    assert page.record.isVisible()
    assert len(doors) == 2


def test_a_narrow_page_lays_the_record_over_the_list(page: IncidentsPage, settle: Settle) -> None:
    page.resize(760, 600)
    settle()
    assert page.table.isVisible()
    assert not page.record.isVisible()
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert page.record.isVisible()
    assert not page.table.isVisible()
    page.record.back.click()
    assert page.table.isVisible()


@pytest.mark.parametrize("size", [(1150, 640), (760, 600)])
def test_an_arabic_page_is_arabic_named_and_whole(
    page: IncidentsPage, settle: Settle, desk: Desk, size: tuple[int, int]
) -> None:
    page.resize(*size)
    desk.tongue.switch(ARABIC)
    show(page, 2, settle)
    page._lay_over(page.width() < 900)
    settle()
    assert untranslated(page) == []
    assert unnamed(page) == []
    assert cut_off(page) == []


def test_a_switch_keeps_row_filter_and_place(page: IncidentsPage, settle: Settle, desk: Desk) -> None:
    page.search.setText("a")
    settle()
    show(page, 1, settle)
    page.record.body.verticalScrollBar().setValue(120)
    uid = page.table.current_uid()
    desk.tongue.switch(ARABIC)
    settle()
    assert page.table.current_uid() == uid
    assert page.search.text() == "a"
    assert page.record.body.verticalScrollBar().value() == 120


def test_a_saved_incident_is_come_back_to(page: IncidentsPage, settle: Settle, filled: Workspace, desk: Desk) -> None:
    show(page, 0, settle)
    page.hide()
    uid = rename(filled, "Beta", "Beta renamed")
    desk.operations.changed.emit(Changes(frozenset({"incident"}), (uid,)))
    page.show()
    page.arrive(uid)
    settle()
    assert page.table.current_uid() == uid
    assert "Beta renamed" in said(page)


def test_a_page_may_be_opened_at_an_incident(desk: Desk, filled: Workspace, settle: Settle) -> None:
    uid = filled.incidents(IncidentQuery(text="Delta")).rows[0].uid
    opening = shown(desk, lambda: None)
    page = next(opening)
    page.arrive(uid)
    settle()
    assert page.table.current_uid() == page.record.uid == uid
    next(opening, None)


def test_the_row_that_is_no_longer_found_gives_way_to_the_first(page: IncidentsPage, settle: Settle) -> None:
    show(page, 3, settle)
    page.search.setText("Gamma")
    settle()
    assert page.record.uid == page.table.current_uid()
    assert "Gamma road" in said(page)


def test_what_is_copied_from_a_record_has_no_invisible_marks(page: IncidentsPage, settle: Settle, desk: Desk) -> None:
    desk.tongue.switch(ARABIC)
    show(page, 2, settle)
    texts = page.record.body.findChildren(QTextEdit)
    assert any(bare(text.toPlainText()) != text.toPlainText() for text in texts)
    for text in texts:
        text.selectAll()
        text.copy()
        assert QGuiApplication.clipboard().text() == bare(text.toPlainText())
        assert not QGuiApplication.clipboard().mimeData().hasHtml()
