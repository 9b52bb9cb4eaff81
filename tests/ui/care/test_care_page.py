"""The page of the store's care: how old the last backup is, backups made from it, and the check of the store."""

import datetime as dt
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from snhr_desktop.i18n import ARABIC, ENGLISH, LANGUAGES, Language, bare
from snhr_desktop.store import verify
from snhr_desktop.store.backups import names
from snhr_desktop.store.findings import ERROR, HISTORY_BROKEN, Finding
from snhr_desktop.ui.care import keeper as keeping
from snhr_desktop.ui.care.keeper import BackupKeeper
from snhr_desktop.ui.care.line import BackupLine
from snhr_desktop.ui.care.page import SHEET_TOLD, CarePage
from snhr_desktop.ui.care.words import SAME_DISK, TODAY, say_age
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.operations import Worker
from snhr_desktop.ui.widgets import PlainLabel
from snhr_desktop.workspace import Workspace, backups
from tests.builders import PASSPHRASE, dossier
from tests.ui.walk import unnamed, untranslated


@pytest.fixture
def second(application: object) -> Iterator[Worker]:
    """The thread that makes backups."""
    made = Worker()
    yield made
    made.close()
    shiboken6.delete(made)


@pytest.fixture
def keeper(desk: Desk, workspace: Workspace, second: Worker) -> Iterator[BackupKeeper]:
    made = BackupKeeper(desk, workspace, second)
    desk.keeper = made
    yield made
    made.leave()
    second.settle()
    shiboken6.delete(made)


@pytest.fixture
def page(desk: Desk, keeper: BackupKeeper) -> Iterator[CarePage]:
    made = CarePage(desk)
    made.resize(1150, 700)
    made.show()
    yield made
    shiboken6.delete(made)


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place on a disk of its own."""
    monkeypatch.setattr(backups, "same_disk", lambda place, _: place.name != "stick")
    place = tmp_path / "stick"
    place.mkdir()
    return place


def findings(page: CarePage) -> list[str]:
    return [bare(shown.text()) for shown in page.check._shown.findChildren(PlainLabel) if shown.text()]


def state(page: CarePage) -> str:
    return bare(page.backups.state.accessibleName())


def test_a_place_is_chosen_and_the_first_backup_made(page: CarePage, qtbot: QtBot, stick: Path) -> None:
    qtbot.waitUntil(lambda: "choose a place" in state(page))
    page.choose_place(stick)
    qtbot.waitUntil(lambda: state(page) == "Last verified backup: today")
    assert page.held.table.rowCount() == 1
    assert page.backups.now.isEnabled()
    page.backups.now.click()
    assert not page.backups.now.isEnabled()
    assert page.backups.bar.isVisible()
    qtbot.waitUntil(lambda: page.held.table.rowCount() == 2)
    chosen = page.held.chosen()
    assert chosen is not None
    assert chosen.name.number == 2
    page.kit.tongue.switch(ARABIC)
    assert untranslated(page) == []
    assert unnamed(page) == []


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
def test_a_place_on_the_disk_of_the_store_is_never_green(
    page: CarePage, qtbot: QtBot, tmp_path: Path, language: Language
) -> None:
    page.kit.tongue.switch(language)
    (tmp_path / "beside").mkdir()
    page.choose_place(tmp_path / "beside")
    said = bare(language.text(SAME_DISK, age=language.text(TODAY)))
    qtbot.waitUntil(lambda: state(page) == said)
    assert page.backups.state.property("tone") == "amber"


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
def test_a_recovery_sheet_on_the_disk_of_the_store_is_told_while_it_is_there(
    page: CarePage, workspace: Workspace, qtbot: QtBot, tmp_path: Path, language: Language
) -> None:
    page.kit.tongue.switch(language)
    sheet = tmp_path / "رمز.pdf"
    sheet.write_bytes(b"%PDF")
    workspace.note_sheet(sheet)
    page.refresh()
    qtbot.waitUntil(lambda: f"\u2066{sheet}\u2069" in page.sheet.text())
    sheet.unlink()
    page.refresh()
    qtbot.waitUntil(lambda: not page.sheet.text())
    sheet.write_bytes(b"%PDF")
    workspace.renew_recovery(own=PASSPHRASE)
    assert workspace.sheet_left_here() is None, "that of an earlier code opens nothing"


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
def test_where_the_recovery_sheet_lies_is_told_to_administrators_alone(
    page: CarePage, workspace: Workspace, qtbot: QtBot, tmp_path: Path, language: Language,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    page.kit.tongue.switch(language)
    sheet = tmp_path / "رمز.pdf"
    sheet.write_bytes(b"%PDF")
    workspace.note_sheet(sheet)
    monkeypatch.setattr(type(page.desk.operations), "may", lambda *_: False)
    page.refresh()
    qtbot.waitUntil(lambda: page.sheet.text() == language.text(SHEET_TOLD))
    assert sheet.name not in page.sheet.text() + page.sheet.accessibleName()


def test_the_stick_is_known_when_it_is_plugged_in(
    page: CarePage, keeper: BackupKeeper, workspace: Workspace, qtbot: QtBot, stick: Path, tmp_path: Path
) -> None:
    told: list[object] = []
    page.desk.told.connect(lambda words, _: told.append(words))
    workspace.choose_backup_place(stick)
    stick.rename(tmp_path / "in the pocket")
    workspace.save(dossier())
    keeper._looks = 1
    keeper._there = False
    (tmp_path / "in the pocket").rename(stick)
    keeper.look()
    qtbot.waitUntil(lambda: page.held.table.rowCount() >= 1)
    assert keeping.CAME in told
    [made] = workspace.safety().outside
    assert made.name.why == names.DAILY


def test_a_stick_that_is_away_is_told_and_nothing_is_made(
    page: CarePage, keeper: BackupKeeper, workspace: Workspace, qtbot: QtBot, stick: Path
) -> None:
    told: list[object] = []
    page.desk.told.connect(lambda words, _: told.append(words))
    workspace.choose_backup_place(stick)
    stick.rename(stick.with_name("away"))
    page.backups.now.click()
    qtbot.waitUntil(lambda: bool(told))
    assert page.backups.now.isEnabled()
    page.refresh()
    qtbot.waitUntil(lambda: "not plugged in" in page.backups.lines.text())


def test_a_failure_is_told_no_more_once_it_was_overtaken(
    page: CarePage, keeper: BackupKeeper, workspace: Workspace, qtbot: QtBot, stick: Path
) -> None:
    told: list[object] = []
    page.desk.told.connect(lambda words, _: told.append(words))
    page.desk.told_no_more.connect(told.clear)
    workspace.choose_backup_place(stick)

    def fail() -> None:
        stick.rename(stick.with_name("away"))
        page.backups.now.click()
        qtbot.waitUntil(lambda: bool(told) and not keeper.working)
        stick.with_name("away").rename(stick)

    fail()
    keeper._looks, keeper._there = 1, True
    keeper.look()
    qtbot.waitUntil(lambda: not told)
    fail()
    page.backups.now.click()
    qtbot.waitUntil(lambda: not keeper.working)
    assert not told


def test_a_copy_is_made_by_itself_once_a_day(keeper: BackupKeeper, workspace: Workspace, qtbot: QtBot) -> None:
    workspace.save(dossier())
    keeper.look()
    qtbot.waitUntil(lambda: len(workspace.safety().inside) == 1)
    qtbot.waitUntil(lambda: not keeper.working)
    workspace.save(dossier())
    keeper._looks = 0
    keeper.look()
    keeper._worker.settle()
    assert len(workspace.safety().inside) == 1


def test_nothing_is_asked_of_a_store_on_its_way_out(keeper: BackupKeeper, workspace: Workspace) -> None:
    keeper.look()
    keeper.leave()
    workspace.close()
    keeper._worker.settle()
    keeper.back_up()
    keeper.look()
    assert not keeper.working


def test_the_line_of_the_overview_leads_here(desk: Desk, workspace: Workspace, qtbot: QtBot, stick: Path) -> None:
    line, asked = BackupLine(desk), []
    desk.page_asked.connect(lambda key, _: asked.append(key))
    line.show()
    qtbot.waitUntil(line.door.isVisible)
    assert "choose a place" in line.door.text()
    line.door.click()
    assert asked == ["care"]
    shiboken6.delete(line)


def test_every_age_has_its_words(workspace: Workspace, stick: Path) -> None:
    now = dt.datetime.now(dt.UTC)
    assert "choose a place" in say_age(workspace.safety(), now, ENGLISH)
    workspace.choose_backup_place(stick)
    assert say_age(workspace.safety(), now, ENGLISH) == "No verified backup yet"
    workspace.back_up(names.MANUAL)
    safety = workspace.safety()
    told = [say_age(safety, now + dt.timedelta(days=days), ENGLISH) for days in (0, 1, 9, -9)]
    assert told[0] == "Last verified backup: today"
    assert told[1] == "Last verified backup: yesterday; nothing was saved since"
    assert told[2] == "Last verified backup: 9 days ago; nothing was saved since"
    assert "clock" in told[3]


def test_a_sound_store_is_told_in_both_languages(page: CarePage, qtbot: QtBot) -> None:
    page.check.verify.click()
    assert page.check.verify.text() == "Stop the check"
    qtbot.waitUntil(lambda: bool(findings(page)))
    assert findings(page)[0] == "The store is sound: file, history and figures agree."
    page.kit.tongue.switch(ARABIC)
    assert findings(page)[0].startswith("المخزن سليم")
    assert page.check.verify.isEnabled()
    assert untranslated(page) == []
    assert unnamed(page) == []


def test_a_check_is_stopped_and_can_be_made_again(page: CarePage, qtbot: QtBot) -> None:
    def slowly(_store: object) -> tuple[Finding, ...]:
        time.sleep(0.2)
        return ()

    slow = tuple((what, slowly) for what, _ in verify._CHECKS)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(verify, "_CHECKS", slow)
        page.check.verify.click()
        qtbot.waitUntil(lambda: " of " in page.check._step.text())
        page.check.verify.click()
        assert page.check.verify.text() == "Stopping…"
        qtbot.waitUntil(lambda: page.check.verify.text() == "Verify", timeout=2_000)
    assert findings(page) == []
    page.check.verify.click()
    qtbot.waitUntil(lambda: bool(findings(page)))


def test_many_findings_are_shown_first_and_the_rest_counted(page: CarePage) -> None:
    found = tuple(Finding(ERROR, HISTORY_BROKEN, {"entry": n, "reference": f"IDL-2018-{n:05}"}) for n in range(60))
    page.check.show_findings(found)
    told = findings(page)
    assert len(told) == 51
    assert "IDL-2018-00000" in told[0]
    assert told[-1] == "10 more of the same kind"


def test_a_printed_head_is_looked_for_by_its_first_signs(
    page: CarePage, workspace: Workspace, worker: Worker, qtbot: QtBot
) -> None:
    workspace.save(dossier())
    head, printed = workspace.anchor().head, page.check.printed
    printed.line.setText(head[:5])
    QTest.keyClick(printed.line, Qt.Key.Key_Return)
    assert "12" in printed.labelled.complaint()
    printed.line.setText(head[:11] + "o")
    QTest.keyClick(printed.line, Qt.Key.Key_Return)
    assert "Compare" in printed.labelled.complaint()
    printed.line.setText(f" {head[:4]} {head[4:12].upper()} ")
    QTest.keyClick(printed.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "runs through" in printed.notice.text())
    page.kit.tongue.switch(ARABIC)
    assert untranslated(page) == []
    assert unnamed(page) == []
    page.kit.tongue.switch(ENGLISH)
    printed.line.setText("0" * 12)
    assert printed.notice.text() == ""
    QTest.keyClick(page, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "does not run through" in printed.notice.text())
    assert "Compare what was typed" in printed.notice.text()


def test_every_button_tells_its_key_and_is_pressed_by_it(page: CarePage, qtbot: QtBot) -> None:
    bars = page.findChildren(QShortcut)
    told = [act.toolTip() for act in page.findChildren(QPushButton) if act.text()]
    for key in (bar.key().toString() for bar in bars):
        assert any(f"{key}\u2069" in one for one in told)
    assert len(bars) == len([one for one in told if "Ctrl" in one]) == 10
    assert [act.text() for act in page.findChildren(QPushButton) if act.text() and "Ctrl" not in act.toolTip()] == []
