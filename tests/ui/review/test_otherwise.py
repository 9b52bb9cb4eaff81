"""What a file says otherwise: found in the queue, read beside the record with both values, answered by keys."""

import json
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QTextEdit

from snhr_desktop.domain.records import Dossier
from snhr_desktop.exchange.reading.source import OWN_FORMAT
from snhr_desktop.i18n import ARABIC, ENGLISH, Language, bare
from snhr_desktop.ui.cases.columns import COLUMNS as CASES
from snhr_desktop.ui.cases.page import CasesPage
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.incidents.columns import COLUMNS as INCIDENTS
from snhr_desktop.ui.incidents.record.head import RecordHead
from snhr_desktop.ui.incidents.record.otherwise import OtherwiseView
from snhr_desktop.ui.lists.columns import fitting
from snhr_desktop.ui.lists.model import LINES, SIGN
from snhr_desktop.ui.review import ReviewPage
from snhr_desktop.ui.review.columns import COLUMNS as QUEUE
from snhr_desktop.workspace import Workspace
from tests.builders import HOSTILE_TEXTS, case, dossier, incident
from tests.exchange.archive import folder_file, row
from tests.exchange.test_conflicts_kept import PEOPLE
from tests.exchange.test_imports_kept import edited, found, write
from tests.ui.incidents.conftest import shown
from tests.ui.walk import cut_off, unnamed, untranslated

Settle = Callable[[], None]


def dispute(workspace: Workspace, folder: Path, **theirs: Any) -> Dossier:
    """A record from a file of which staff and a corrected file changed the same fields."""
    workspace.import_file(write(folder, row(**dict.fromkeys(theirs, "First"))))
    edited(workspace, title_en="Ours", title_ar="لنا")
    workspace.import_file(write(folder, row(**theirs)))
    return found(workspace)


def said(page: ReviewPage) -> str:
    """Everything the record says, without direction marks."""
    return bare("\n".join(text.toPlainText() for text in page.record.body.findChildren(QTextEdit)))


def narrow(page: ReviewPage, settle: Settle) -> None:
    page.queue.bar.only.choose("otherwise")
    page.queue.bar.only.chosen.emit("otherwise")
    settle()


def press(page: ReviewPage, key: Qt.Key) -> None:
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(page.table, key, both)


def test_it_is_one_kind_of_thing_to_look_at_and_answered_by_keys(
    page: ReviewPage, workspace: Workspace, settle: Settle, tmp_path: Path
) -> None:
    dispute(workspace, tmp_path, title_en="Theirs", title_ar="لهم")
    page.refresh()
    settle()
    total = page.table.lines.total
    narrow(page, settle)
    assert (total, page.table.lines.total) == (4, 1)
    line = page.table.lines.row(0)
    assert line is not None
    assert line.otherwise == 2
    for told in ("Title in English", "Here", "Ours", "In the file", "Theirs", "From the file rows.json, row 1"):
        assert told in said(page), told
    press(page, Qt.Key.Key_T)
    settle()
    assert found(workspace).incident.title_ar == "لهم", "the first is in Arabic"
    press(page, Qt.Key.Key_K)
    settle()
    assert found(workspace).incident.title_en == "Ours"
    assert page.table.lines.total == 0
    assert workspace.said_otherwise(found(workspace).incident.uid) == ()


def test_it_comes_first_in_the_queue_and_above_the_record(
    page: ReviewPage, workspace: Workspace, settle: Settle, tmp_path: Path
) -> None:
    dispute(workspace, tmp_path, title_en="Theirs")
    narrow(page, settle)
    model = page.table.lines
    cells = [model.index(0, number) for number in range(model.columnCount())]
    [asking] = [cell for cell in cells if cell.data(SIGN)]
    assert asking.data(LINES)[0] == "1 conflict"
    assert asking.data(SIGN).tone == "amber"
    card = page.record.findChild(OtherwiseView)
    assert card is not None
    head = page.record.findChild(RecordHead)
    assert head is not None
    assert card.y() < head.y()
    assert page.record.body.mapFromGlobal(card.mapToGlobal(card.rect().bottomLeft())).y() < page.record.body.height()


@pytest.mark.parametrize(("language", "told"), [(ENGLISH, "1 conflict"), (ARABIC, "تعارض واحد")])
def test_it_is_seen_in_the_list_of_incidents_until_it_is_answered(
    desk: Desk, workspace: Workspace, settle: Settle, tmp_path: Path, language: Language, told: str
) -> None:
    disputed = dispute(workspace, tmp_path, title_en="Theirs").incident
    workspace.save(dossier(incident=incident(title_en="Agreed")))
    desk.tongue.switch(language)
    with closing(shown(desk, settle)) as opened:
        model = next(opened).table.incidents
        signs = signs_of(model)
        assert [(name, bare(" ".join(lines))) for name, lines in signs] == [
            (disputed.reference, f"{disputed.reference} {told}")
        ]
        [asked] = workspace.said_otherwise(disputed.uid)
        desk.operations.change(lambda here: here.keep_ours(asked.uid), lambda _: None)
        settle()
        assert signs_of(model) == []


@pytest.mark.parametrize(("language", "told"), [(ENGLISH, "1 conflict"), (ARABIC, "تعارض واحد")])
def test_it_is_seen_in_the_list_of_cases(
    desk: Desk, workspace: Workspace, settle: Settle, tmp_path: Path, language: Language, told: str
) -> None:
    given = case(name_ar="سامر", uid="7" * 32)

    def file(age: int) -> Path:
        whole = replace(given, case=replace(given.case, age=age)).dump()
        return folder_file(tmp_path, "own.json", json.dumps({"format": OWN_FORMAT, "dossiers": [whole]}))

    workspace.import_file(file(30))
    here = workspace.case(given.case.uid)
    workspace.save_case(replace(here, case=replace(here.case, age=31)))
    workspace.import_file(file(32))
    workspace.save_case(case(name_ar="هدى"))
    desk.tongue.switch(language)
    made = CasesPage(desk)
    made.show()
    settle()
    assert [bare(" ".join(lines)) for _, lines in signs_of(made.table.lines)] == [f"سامر {told}"]
    shiboken6.delete(made)


def test_what_asks_is_seen_in_however_little_room() -> None:
    for columns, key in ((QUEUE, "checks"), (INCIDENTS, "reference"), (CASES, "name")):
        for room in range(60, 900, 20):
            assert key in [column.key for column in fitting(columns, room)]


def signs_of(model: Any) -> list[tuple[str, tuple[str, ...]]]:
    """The cells of a list that ask for something, by the reference of their row."""
    cells = [model.index(row, column) for row in range(model.rowCount()) for column in range(model.columnCount())]
    return [(model.row(cell.row()).reference, cell.data(LINES)) for cell in cells if cell.data(SIGN)]


def test_a_settled_record_is_asked_about_too(
    page: ReviewPage, workspace: Workspace, settle: Settle, tmp_path: Path
) -> None:
    dispute(workspace, tmp_path, title_en="Theirs")
    settled = found(workspace)
    workspace.save(replace(settled, incident=replace(settled.incident, status="rejected")), "told twice")
    narrow(page, settle)
    assert page.table.lines.total == 1
    assert page.queue.bar.status.currentText() == "Every status"


def test_it_is_said_in_arabic_and_named_for_screen_readers(
    page: ReviewPage, workspace: Workspace, settle: Settle, tmp_path: Path
) -> None:
    dispute(workspace, tmp_path, title_en="Theirs", location="ادلب : حارم", summary_en="Theirs")
    narrow(page, settle)
    page.kit.tongue.switch(ARABIC)
    settle()
    QApplication.processEvents()
    assert "ورد في ملف غير ذلك" in bare("\n".join(one.text() for one in page.record.body.findChildren(QLabel)))
    assert unnamed(page) == []
    assert cut_off(page) == []
    assert [one for one in untranslated(page.queue) if "rows.json" not in one] == []


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_hostile_words_of_a_file_stand_as_they_are(
    page: ReviewPage, workspace: Workspace, settle: Settle, tmp_path: Path, text: str
) -> None:
    dispute(workspace, tmp_path, title_en=text[:150])
    narrow(page, settle)
    assert page.record.grab().width() > 0


def test_a_record_says_where_it_came_from_and_each_victim_of_which_row(
    page: ReviewPage, workspace: Workspace, settle: Settle, tmp_path: Path
) -> None:
    columns, mapping = "id,date,place,victim,age\n", folder_file(tmp_path, "people.toml", PEOPLE)
    text = "1,2018-03-22,Harim,Ahmad,30\n1,2018-03-22,Harim,Samir,40\n1,2018-03-22,Harim,Hasan,50\n"
    workspace.import_file(folder_file(tmp_path, "people.csv", columns + text), mapping)
    there = workspace.by_origin("people:1")
    assert there is not None
    page.record.show_uid(there.incident.uid)
    settle()
    for told in ("People", "From the file people.csv, rows 2–4", "Row 2: Ahmad", "Row 4: Hasan", "by tester"):
        assert told in said(page), told
    workspace.undo_import(workspace.imports()[0].uid, "a wrong file")
    page.record.show_uid(there.incident.uid)
    settle()
    assert "taken back since" in said(page)
