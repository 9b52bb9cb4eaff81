"""An import is taken back from the window, for a reason."""

import json
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from snhr_desktop.domain.steps import REJECTED
from snhr_desktop.i18n import bare
from snhr_desktop.store.listing import IncidentQuery
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.exchange.page import ExchangePage
from snhr_desktop.workspace import Workspace
from tests.exchange.archive import folder_file, row


def test_an_import_is_taken_back_for_a_reason_by_its_key(
    page: ExchangePage, desk: Desk, workspace: Workspace, qtbot: QtBot, tmp_path: Path, settle: Callable[[], None]
) -> None:
    told: list[str] = []
    desk.told.connect(lambda words, _: told.append(bare(desk.tongue.say(words))))
    assert not page.imports.isVisible()
    workspace.import_file(folder_file(tmp_path, "earlier.json", json.dumps([row("B020218", "2018-02-02")])))
    page.refresh()
    qtbot.waitUntil(page.imports.isVisible)
    page.importing.take(folder_file(tmp_path, "rows.json", json.dumps([row()])))
    qtbot.waitUntil(page.report.isVisible)
    page.report.act.click()
    qtbot.waitUntil(lambda: not page.report.act.isVisible())
    qtbot.waitUntil(lambda: ": rows.json, by " in bare(page.imports.which.currentText()))
    page.activateWindow()
    QTest.keyClick(page, Qt.Key.Key_U, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert page.imports.why.complaint() == "Say why: the reason stands in the history."
    qtbot.waitUntil(lambda: page.imports.reason.visibleRegion().boundingRect().height() == page.imports.reason.height())
    page.imports.reason.setText("The list was withdrawn")
    page.imports.act.click()
    qtbot.waitUntil(lambda: ": earlier.json, by " in bare(page.imports.which.currentText()))
    settle()
    assert "1 record rejected" in told[-1]
    (kept,) = workspace.incidents(IncidentQuery(statuses=(REJECTED,))).rows
    assert workspace.history(kept.uid)[-1].reason == "The list was withdrawn"
