"""A column of people who were killed or injured that is left out holds the step back until somebody has decided."""

from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from snhr_desktop.i18n import ARABIC, bare
from snhr_desktop.ui.exchange.page import ExchangePage
from tests.exchange.archive import folder_file
from tests.ui.exchange.driving import cell, made, take_for, tried

TEXT = "الرقم,التاريخ,البلدة,القتلى,الجرحى\n1,22/3/2018,سراقب,أحمد وخالد,4\n2,23/3/2018,حارم,ليلى,-\n"


def test_such_a_column_is_told_above_the_counts_until_it_is_left_out_on_purpose(
    page: ExchangePage, qtbot: QtBot, tmp_path: Path, settle: Callable[[], None]
) -> None:
    made(page, qtbot, folder_file(tmp_path, "list.csv", TEXT), settle)
    row = [cell(page, 3, column) for column in range(4)]
    assert row[0] == "القتلى"
    assert "This may count or list people" in row[3]
    tried(page, qtbot)
    report = page.report
    assert bare(report.people.text()).startswith("1 column that may count or list people")
    assert report.people.y() < report.chips[0].y()
    assert report.act.text() == "Take it in without these columns"
    assert "may count or list people" in report.headings.item(0).text()
    page.desk.kit.tongue.switch(ARABIC)
    settle()
    assert "القتلى" in report.people.text()
    assert "غير مأخوذ" in report.people.text()
    take_for(page, "القتلى", "ignored", settle)
    tried(page, qtbot)
    assert not report.people.isVisible()
    assert report.act.text() != "Take it in without these columns"
