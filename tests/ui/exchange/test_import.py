"""A file is tried, read about, and only then imported; what is wrong is told in the language spoken."""

import json
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from snhr_desktop.i18n import ARABIC, bare, kept_whole
from snhr_desktop.store.listing import IncidentQuery
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.dialogs import file_dialog
from snhr_desktop.ui.exchange import import_card, import_run, mappings
from snhr_desktop.ui.exchange.page import ExchangePage
from snhr_desktop.workspace import Workspace
from tests.builders import HOSTILE_TEXTS
from tests.exchange.archive import folder_file, row
from tests.ui.walk import cut_off, unnamed, untranslated


def records(folder: Path, *rows: Any, name: str = "rows.json") -> Path:
    return folder_file(folder, name, json.dumps(rows))


def tried(page: ExchangePage, qtbot: QtBot, path: Path) -> None:
    """Choose a file and wait for its dry run."""
    page.importing.take(path)
    qtbot.waitUntil(page.report.isVisible)


def chips(page: ExchangePage) -> list[str]:
    return [bare(chip.accessibleName()) for chip in page.report.chips]


def saved(workspace: Workspace) -> int:
    return workspace.incidents(IncidentQuery()).total


def settle(page: ExchangePage, qtbot: QtBot) -> None:
    """Wait until the store's thread has answered everything."""
    done: list[object] = []
    page.desk.operations.ask(lambda workspace: workspace.periods(), done.append)
    qtbot.waitUntil(lambda: bool(done))


def test_a_file_is_tried_read_about_and_then_imported(
    page: ExchangePage, desk: Desk, workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    heard: list[frozenset[str]] = []
    desk.operations.changed.connect(lambda changes: heard.append(changes.types))
    path = records(tmp_path, row(), row("B010118", "2018-13-01"))
    tried(page, qtbot, path)
    settle(page, qtbot)
    assert saved(workspace) == 0
    assert chips(page) == [
        "2 records read", "1 to be added", "0 to be updated", "0 will stay as they are", "1 will be refused",
        "0 doubtful",
    ]  # fmt: skip
    assert bare(page.report.headings.item(0).text()) == "Refused (1)"
    told = "Row 2 (B010118): Cell 2 (incident_date): Date: “2018-13-01” is not a date"
    assert bare(page.report.lines.lines()[0]).startswith(told)
    assert "nothing was saved" in page.report.title.text()
    page.report.act.click()
    qtbot.waitUntil(lambda: not page.report.act.isVisible())
    settle(page, qtbot)
    assert saved(workspace) == 1
    assert "incident" in heard[0]
    assert bare(page.report.title.text()) == "Import of rows.json"
    qtbot.waitUntil(lambda: not page.samples.load.isVisible())
    tried(page, qtbot, path)
    qtbot.waitUntil(lambda: chips(page)[3] == "1 will stay as it is")
    assert not page.report.act.isVisible()
    assert (
        page.importing.said.text()
        == "Nothing of this file can be saved: the report below says what is refused, and why."
    )


def test_a_file_that_is_here_already_holds_nothing_to_save(
    page: ExchangePage, workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    path = records(tmp_path, row("A010118", "2018-01-01"))
    workspace.import_file(path)
    tried(page, qtbot, path)
    qtbot.waitUntil(lambda: chips(page)[3] == "1 will stay as it is")
    assert page.importing.said.text() == "There is nothing in this file to save."


def test_the_report_is_told_again_in_the_other_language(page: ExchangePage, qtbot: QtBot, tmp_path: Path) -> None:
    tried(page, qtbot, records(tmp_path, row(), row()))
    page.kit.tongue.switch(ARABIC)
    assert chips(page)[0] == "قُرئ سجلان"
    assert "الصف" in page.report.lines.lines()[0]
    assert untranslated(page, allowed=frozenset({"rows.json"})) == []
    assert unnamed(page) == []
    QApplication.processEvents()
    assert cut_off(page) == []


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("bad.json", "[{", "line 1, column"),
        ("empty.json", "[]", "it holds no records"),
        ("sheet.xlsx", "x", "it is not the workbook its name says"),
    ],
)
def test_a_file_that_does_not_read_is_refused_as_a_whole(
    page: ExchangePage, desk: Desk, qtbot: QtBot, tmp_path: Path, name: str, text: str, said: str
) -> None:
    told: list[str] = []
    desk.told.connect(lambda words, _: told.append(bare(desk.tongue.say(words))))
    page.importing.take(folder_file(tmp_path, name, text))
    qtbot.waitUntil(lambda: bool(told))
    assert said in told[0]
    assert name in told[0]
    assert not page.report.isVisible()
    assert not page.importing.said.isVisible()


def test_a_table_that_the_program_wrote_is_refused_and_not_guessed_at(
    page: ExchangePage, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    told: list[str] = []
    desk.told.connect(lambda words, _: told.append(bare(desk.tongue.say(words))))
    uid = "01a228195bc87e59b5105fc973ba5813"
    page.importing.take(folder_file(tmp_path, "people.csv", f"المعرّف;حادثة: الرقم المرجعي\n{uid};ALP-2018-00001\n"))
    qtbot.waitUntil(lambda: bool(told))
    assert "people.csv could not be read: this program wrote it to be read" in told[0]
    assert not page.mapping.isVisible()


def test_a_file_that_no_mapping_knows_gets_one_that_was_guessed(
    page: ExchangePage, qtbot: QtBot, tmp_path: Path
) -> None:
    page.importing.take(records(tmp_path, {"number": 1, "colour": "blue"}))
    qtbot.waitUntil(page.mapping.isVisible)
    assert "guessed" in page.mapping.about.text()
    assert page.mapping.table.model().index(1, 2).data() == "Not taken in"
    assert not page.report.isVisible()
    page.importing.take(records(tmp_path, row()))
    qtbot.waitUntil(page.report.isVisible)


def test_a_mapping_is_chosen_from_those_that_come_with_the_program_or_from_a_file(
    page: ExchangePage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code, words = mappings.options()[2]
    assert code.endswith(".toml")
    assert "Archive" in page.kit.tongue.say(words)
    tried(page, qtbot, records(tmp_path, row()))
    page.importing.mapping.choose(code)
    page.importing.mapping.chosen.emit(code)
    qtbot.waitUntil(page.report.isVisible)
    assert page.importing.mapping_path() == Path(code)
    own = folder_file(tmp_path, "own.toml", "not a mapping")
    monkeypatch.setattr(file_dialog, "ask_for_file", lambda *_: own)
    page.importing.mapping.chosen.emit(mappings.OTHER)
    qtbot.waitUntil(lambda: bool(page.importing.mapping_line.complaint()))
    assert "own.toml" in page.importing.mapping_line.complaint()
    assert page.importing.mapping.currentText() == "own.toml"


def test_a_choice_of_mapping_that_was_given_up_changes_nothing(
    page: ExchangePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_dialog, "ask_for_file", lambda *_: None)
    page.importing.mapping.choose(mappings.OTHER)
    page.importing.mapping.chosen.emit(mappings.OTHER)
    assert page.importing.mapping.code() == mappings.RECOGNISED


def test_a_file_may_be_dropped(page: ExchangePage, qtbot: QtBot, tmp_path: Path) -> None:
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(records(tmp_path, row(), name="بيانات 2018.json")))])
    button, none, copy = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.DropAction.CopyAction
    entered = QDragEnterEvent(QPoint(5, 5), copy, carried, button, none)
    QApplication.sendEvent(page.importing.file, entered)
    assert entered.isAccepted()
    assert page.importing.file.property("over")
    QApplication.sendEvent(page.importing.file, QDropEvent(QPointF(5, 5), copy, carried, button, none))
    qtbot.waitUntil(page.report.isVisible)
    assert page.importing.path is not None
    assert page.importing.path.name == "بيانات 2018.json"


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_hostile_words_of_a_file_are_shown_as_words(
    page: ExchangePage, qtbot: QtBot, tmp_path: Path, text: str
) -> None:
    tried(page, qtbot, records(tmp_path, row(), row(text, "2018-13-01")))
    assert page.report.lines.model().rowCount() == 1
    page.report.lines.selectAll()
    QTest.keyClick(page.report.lines, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "Row 2" in QApplication.clipboard().text()
    assert page.report.grab().width() > 0


def test_an_import_is_called_off_from_the_window_and_leaves_nothing(
    page: ExchangePage, workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    rows = [row(f"SAR{day:02}{month:02}15", f"2015-{month:02}-{day:02}") for month in (1, 3, 5) for day in range(1, 29)]
    tried(page, qtbot, records(tmp_path, *rows))
    page.report.act.click()
    assert page.importing.progress.isVisible()
    page.importing.progress.cancel.click()
    qtbot.waitUntil(lambda: page.importing.said.text().startswith("The import was called off."))
    settle(page, qtbot)
    assert saved(workspace) == 0
    assert not page.importing.progress.isVisible()
    assert page.report.act.isEnabled()
    page.report.act.click()
    qtbot.waitUntil(lambda: not page.report.act.isVisible())
    settle(page, qtbot)
    assert saved(workspace) == 84


def test_a_file_that_is_looked_at_is_called_off_from_the_window(
    page: ExchangePage, qtbot: QtBot, tmp_path: Path
) -> None:
    path = folder_file(tmp_path, "a.csv", "code,place\n" + "A,سراقب\n" * 200_000)
    page.importing.take(path)
    assert page.importing.progress.isVisible()
    page.importing.progress.cancel.click()
    qtbot.waitUntil(lambda: page.importing.said.text().startswith("The import was called off."))
    assert not page.importing.progress.isVisible()
    assert not page.report.isVisible()


def test_doubtful_records_are_counted_and_what_it_is_stands_below(
    page: ExchangePage, qtbot: QtBot, tmp_path: Path
) -> None:
    strange = row("KAF220514", "2014-05-22", location="حماة : لا مكان", **{"weapons_used.0": "A new weapon"})
    tried(page, qtbot, records(tmp_path, row(), strange))
    assert chips(page)[-1] == "1 doubtful"
    headings = [page.report.headings.item(at).text() for at in range(page.report.headings.count())]
    assert any("no code stands for" in heading for heading in headings)
    assert any("only a wider area" in heading for heading in headings)


def test_how_much_of_the_file_was_read_is_told_while_it_is(
    page: ExchangePage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_run, "_EVERY", 0)
    monkeypatch.setattr(import_card, "_TOLD_FROM", 1)
    heard: list[tuple[int, int, int]] = []
    page.flow.run.progressed.connect(lambda *told: heard.append(told))
    lines = "".join(f"{number},2018-03-22,حارم\n" for number in range(3_000))
    tried_made(page, qtbot, folder_file(tmp_path, "long.csv", "الرقم,التاريخ,البلدة\n" + lines))
    reading = [(read, size) for _, read, size in heard if 0 < read < size]
    assert reading, "in the middle of the file it is told how far it has come"
    page.importing.tell_done(300, 2 << 10, 8 << 10)
    assert bare(page.importing.progress.text()) == "Records done: 300 · 2 of 8 MB"


def test_the_copy_that_is_put_aside_first_is_told(page: ExchangePage, qtbot: QtBot, tmp_path: Path) -> None:
    said: list[str] = []
    tried(page, qtbot, records(tmp_path, row()))
    page.flow.run.guarding.connect(lambda: said.append(page.importing.progress.text()))
    page.report.act.click()
    qtbot.waitUntil(lambda: not page.report.act.isVisible())
    settle(page, qtbot)
    assert set(said) == {"A copy of the store is put aside first…"}
    assert not page.importing.progress.isVisible()


def tried_made(page: ExchangePage, qtbot: QtBot, path: Path) -> None:
    """Choose a file that no mapping knows, and try the one that is made."""
    page.importing.take(path)
    qtbot.waitUntil(lambda: page.mapping.isVisible() and page.mapping.act.isEnabled(), timeout=30_000)
    page.mapping.act.click()
    qtbot.waitUntil(page.report.isVisible, timeout=60_000)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("ضحايا إدلب.csv", "ضحايا إدلب.\u2066csv\u2069"),
        ("بيانات 2018.json", "بيانات \u20662018.json\u2069"),
        ("list.csv", "\u2066list.csv\u2069"),
        ("ضحايا", "ضحايا"),
        ("ضحايا.", "ضحايا."),
    ],
)
def test_the_name_of_a_file_is_shown_with_its_dot_between_name_and_ending(name: str, shown: str) -> None:
    assert kept_whole(name) == shown
