"""New incidents that may be here already are told above the counts, and are taken in all the same if one says so."""

from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from snhr_desktop.i18n import ARABIC, bare
from snhr_desktop.ui.exchange.page import ExchangePage
from snhr_desktop.ui.exchange.report_view import IMPORT, IMPORT_ALL_THE_SAME
from tests.exchange.archive import folder_file
from tests.ui.exchange.driving import chips, made, take_in, tried

HEADER = "الرقم,التاريخ,البلدة,القتلى,الجرحى\n"
JUNE = HEADER + "1,3/6/2018,سراقب,5,11\n2,25/6/2018,حارم,3,7\n"
CORRECTED = HEADER + "1,3/6/2018,سراقب,6,11\n2,25/6/2018,حارم,3,7\n3,28/6/2018,بنش,1,0\n"


def test_a_corrected_list_under_another_name_is_no_simple_next_step(
    page: ExchangePage, qtbot: QtBot, tmp_path: Path, settle: Callable[[], None]
) -> None:
    report, first, again = page.report, tmp_path / "first", tmp_path / "again"
    first.mkdir()
    again.mkdir()
    made(page, qtbot, folder_file(first, "حزيران.csv", JUNE), settle)
    tried(page, qtbot)
    assert not report.twice.isVisible()
    assert report.act.text() == IMPORT.text
    take_in(page, qtbot)
    settle()
    made(page, qtbot, folder_file(again, "حزيران مصحح.csv", CORRECTED), settle)
    tried(page, qtbot)
    assert chips(page)[:3] == [3, 3, 0]
    assert bare(report.twice.text()).startswith("2 new incidents may be here already")
    assert report.twice.y() < report.chips[0].y()
    assert report.act.text() == IMPORT_ALL_THE_SAME.text
    assert report.act.property("kind") != "primary"
    assert "New incidents of a place and day" in report.headings.item(0).text()
    page.desk.kit.tongue.switch(ARABIC)
    settle()
    assert "حادثتان" in report.twice.text()


def test_under_the_name_of_the_first_it_corrects_what_that_one_brought(
    page: ExchangePage, qtbot: QtBot, tmp_path: Path, settle: Callable[[], None]
) -> None:
    """As the warning says."""
    report, again = page.report, tmp_path / "again"
    again.mkdir()
    made(page, qtbot, folder_file(tmp_path, "حزيران.csv", JUNE), settle)
    tried(page, qtbot)
    take_in(page, qtbot)
    settle()
    page.importing.take(folder_file(again, "حزيران.csv", CORRECTED))
    qtbot.waitUntil(report.act.isVisible, timeout=60_000)
    settle()
    assert chips(page)[:4] == [3, 1, 1, 1]
    assert not report.twice.isVisible()
